using System.Collections.Immutable;
using Urna.Count;
using Urna.Model;
using Urna.Numerics;
using Urna.Power;

namespace Urna.Judge;

/// <summary>Computes the number that a claim is about, under one way to take it.</summary>
/// <param name="store">The elections.</param>
/// <param name="terms">What is counted.</param>
/// <param name="cancel">Ends estimates.</param>
sealed partial class Measuring(ClaimStore store, Terms terms, CancellationToken cancel = default)
{
    static readonly LocalizedText onTheRoll = new("people on the roll", "personas inscritas");
    static readonly LocalizedText votesOfAChoice = new("the votes of a choice", "los votos de una opción");

    ImmutableArray<string> Of => terms.Of.Names;

    LocalizedText BaseName => terms.Base switch
    {
        ShareBase.Cast => new("votes cast", "votos emitidos"),
        ShareBase.Registered => onTheRoll,
        _ => new("valid votes", "votos válidos"),
    };

    /// <summary>Votes over a base.</summary>
    public Figure Share(ContestName name, string? place) => At(Measure.Share, name, place, (election, contest) => Share(election, contest, place));

    /// <summary>Votes or people.</summary>
    public Figure Votes(ContestName name, string? place) => At(Measure.Votes, name, place, (election, contest) => Votes(election, contest, place));

    /// <summary>The place by votes.</summary>
    public Figure Rank(ContestName name, string? place) => At(Measure.Rank, name, place, (election, contest) => Rank(election, contest, place));

    /// <summary>How far those who are counted are ahead.</summary>
    public Figure Margin(ContestName name, string? place) => At(Measure.Margin, name, place, (election, contest) => Margin(election, contest, place));

    /// <summary>Votes cast per person on the roll.</summary>
    public Figure Turnout(ContestName name, string? place) => At(Measure.Turnout, name, place, (election, contest) => Turnout(election, contest, place, false));

    /// <summary>The rest of the roll.</summary>
    public Figure Abstention(ContestName name, string? place) => At(Measure.Abstention, name, place, (election, contest) => Turnout(election, contest, place, true));

    /// <summary>The day.</summary>
    public Figure Date(ContestName name) =>
        At(Measure.Date, name, null, (election, contest) => new Figure(contest.Date.DayNumber, ClaimUnit.Date, null, null, null, CountQuery(election, contest, null)));

    /// <summary>What may change or be a record.</summary>
    Figure Part(Measure what, Ground ground, string? place) => (what, ground) switch
    {
        (Measure.Share, ContestGround g) => Share(g.Contest, place),
        (Measure.Votes, ContestGround g) => Votes(g.Contest, place),
        (Measure.Rank, ContestGround g) => Rank(g.Contest, place),
        (Measure.Margin, ContestGround g) => Margin(g.Contest, place),
        (Measure.Turnout, ContestGround g) => Turnout(g.Contest, place),
        (Measure.Abstention, ContestGround g) => Abstention(g.Contest, place),
        (Measure.Seats, _) => Seats(ground),
        (Measure.SeatShare, _) => SeatShare(ground),
        _ => throw new InvalidOperationException($"{what} is no part of a change or record."),
    };

    /// <summary>A figure of a contest, with the sources and rows that it comes from.</summary>
    Figure At(Measure measure, ContestName name, string? place, Func<Election, Contest, Figure> count)
    {
        var (election, contest) = store.Contest(name)!.Value;
        var figure = place is not null && !election.Places.Contains(place)
            ? Absent(contest, election, ClaimUnit.Share, LocalizedText.Same($"'{place}'"))
            : count(election, contest);
        return figure with { Sources = contest.Sources, Rows = RowsOf(measure, election, contest, place) };
    }

    Figure Share(Election election, Contest contest, string? place)
    {
        var count = CountAt(election, contest, place);
        return Sum(count, contest) is not { } votes ? Absent(contest, election, ClaimUnit.Share, votesOfAChoice)
            : BaseOf(count) is { } all and > 0 ? Part(votes, all, ClaimUnit.Share, BaseName, CountQuery(election, contest, place))
            : Absent(contest, election, ClaimUnit.Share, BaseName);
    }

    Figure Votes(Election election, Contest contest, string? place)
    {
        var count = CountAt(election, contest, place);
        var votes = Of switch
        {
            ["cast"] => count.Cast.Value,
            ["valid"] => Valid(count),
            ["registered"] => count.Registered.Value,
            _ => Sum(count, contest),
        };
        return votes is { } known ? Whole(known, ClaimUnit.Votes, CountQuery(election, contest, place))
            : Absent(contest, election, ClaimUnit.Votes, new("blank and null votes in some places", "votos blancos y nulos en algunos lugares"));
    }

    Figure Rank(Election election, Contest contest, string? place)
    {
        var count = CountAt(election, contest, place);
        if (Sum(count, contest) is not { } own || count.Choices.Any(c => c.Votes.Value is null))
        {
            return Absent(contest, election, ClaimUnit.Rank, votesOfAChoice);
        }

        var ahead = count.Choices.Count(c => c.Votes.Known > own);
        return Whole(ahead + 1, ClaimUnit.Rank, CountQuery(election, contest, place)) with
        {
            Detail = FigureWords.Of(own, ClaimUnit.Votes).With("with ", "", "con ", ""),
            Instead = terms.Stated is { } stated ? HolderOf(stated.Value, count, contest) : null,
        };
    }

    /// <summary>Who has a place in the order by votes; null if nobody has it alone.</summary>
    static LocalizedText? HolderOf(Fraction stated, Tabulation count, Contest contest)
    {
        var ranked = count.Ranked.ToList();
        var rank = stated > ranked.Count ? 0 : (int)stated.Value;
        return rank < 1 || ranked.FindAll(c => c.Votes.Known == ranked[rank - 1].Votes.Known).Count > 1 ? null
            : FigureWords.Of(ranked[rank - 1].Votes.Known, ClaimUnit.Votes) is var votes && contest.Candidacies[ranked[rank - 1].Choice].Name is var name
                ? votes.With($"Rank {rank} is {name}, with ", "", $"El lugar {rank} es de {name}, con ", "") : null;
    }

    Figure Margin(Election election, Contest contest, string? place)
    {
        var count = CountAt(election, contest, place);
        var unit = terms.InVotes ? ClaimUnit.Votes : ClaimUnit.Points;
        var query = CountQuery(election, contest, place);
        if (Sum(count, contest) is not { } own || SumOf(count, contest, terms.Than) is not { } other)
        {
            return Absent(contest, election, unit, votesOfAChoice);
        }

        var figure = unit == ClaimUnit.Votes ? Whole(own - other, unit, query)
            : BaseOf(count) is { } all and > 0 ? Part(own - other, all, unit, BaseName, query)
            : Absent(contest, election, unit, BaseName);
        var (a, b) = (FigureWords.Whole(own), FigureWords.Whole(other));
        return figure with { Detail = new($"{a.English} votes against {b.English}", $"{a.Spanish} votos contra {b.Spanish}") };
    }

    Figure Turnout(Election election, Contest contest, string? place, bool turned)
    {
        var count = CountAt(election, contest, place);
        return count.Cast.Value is { } cast && count.Registered.Value is { } registered and > 0
            ? Part(turned ? registered - cast : cast, registered, ClaimUnit.Share, onTheRoll, CountQuery(election, contest, place))
            : Absent(contest, election, ClaimUnit.Share, new("people on the roll, or votes cast", "el padrón o los votos emitidos"));
    }

    Tabulation CountAt(Election election, Contest contest, string? place)
    {
        // What is left out is a place of the claim's election; an earlier one need not have it.
        ImmutableArray<string> without = [.. terms.Without.Where(election.Places.Contains)];
        return place is null ? Tabulate.Whole(contest, election.Places, without) : Tabulate.At(contest, election.Places, place, without);
    }

    long? BaseOf(Tabulation count) => terms.Base switch
    {
        ShareBase.Cast => count.Cast.Value,
        ShareBase.Registered => count.Registered.Value,
        _ => Valid(count),
    };

    /// <summary>Valid votes; the votes of all choices where the source does not state them.</summary>
    static long? Valid(Tabulation count) => count.Valid.Value ?? (count.Choices.All(c => c.Votes.Value is not null) ? count.Choices.Sum(c => c.Votes.Known) : null);

    long? Sum(Tabulation count, Contest contest) => Sum(count, contest, Counted(contest));

    static long? SumOf(Tabulation count, Contest contest, ImmutableArray<string> names) => Sum(count, contest, c => Is(c, names));

    static long? Sum(Tabulation count, Contest contest, Func<Candidacy, bool> isCounted)
    {
        var sum = 0L;
        foreach (var choice in count.Choices.Where(c => isCounted(contest.Candidacies[c.Choice])))
        {
            if (choice.Votes.Value is not { } votes)
            {
                return null;
            }

            sum += votes;
        }

        return sum;
    }

    /// <summary>Which candidacies of a contest the claim is of: by name, or by how they stand to the parties.</summary>
    Func<Candidacy, bool> Counted(Contest contest)
    {
        if (terms.Of.Standing.IsEmpty)
        {
            return c => Is(c, Of);
        }

        var standingOf = Independents.Standings(contest.Candidacies);
        return c => Is(c, Of) || terms.Of.Standing.Contains(standingOf(c));
    }

    /// <summary>Whether a candidacy is meant by a name: its id, person, list or party.</summary>
    internal static bool Is(Candidacy candidacy, ImmutableArray<string> names) =>
        names.Any(n => Same(n, candidacy.Choice) || Same(n, candidacy.Candidate) || Same(n, candidacy.List) || Same(n, candidacy.Party));

    bool Named(string name) => name.Length > 0 && Of.Any(n => Same(n, name));

    static bool Same(string a, string b) => b.Length > 0 && FoldedName.Of(a) == FoldedName.Of(b);

    static Figure Whole(long value, ClaimUnit unit, string query) => new(value, unit, null, null, null, query);

    static Figure Part(long part, long all, ClaimUnit unit, LocalizedText name, string query) => new(new Fraction(part, all), unit, name, all, null, query);

    Figure Absent(Contest contest, Election election, ClaimUnit unit, LocalizedText what) =>
        new(null, unit, null, null, new LocalizedText($"'{contest.Id}' of {election.Id} lacks {what.English}", $"'{contest.Id}' de {election.Id} no tiene {what.Spanish}"), CountQuery(election, contest, null));
}
