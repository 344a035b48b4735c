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
    static readonly LocalizedText onTheRoll = LocalizedText.Say("measuring.people-on-the-roll");
    static readonly LocalizedText votesOfAChoice = LocalizedText.Say("measuring.the-votes-of-a-choice");

    ImmutableArray<string> Of => terms.Of.Names;

    LocalizedText BaseName => terms.Base switch
    {
        ShareBase.Cast => LocalizedText.Say("term.votes-cast-2"),
        ShareBase.Registered => onTheRoll,
        _ => LocalizedText.Say("term.valid-votes-2"),
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
        var figure = PlacesOf(place).FirstOrDefault(p => !election.Places.Contains(p)) is { } unknown
            ? Absent(contest, election, ClaimUnit.Share, LocalizedText.Same($"'{unknown}'"))
            : HasCount(election, contest, place) ? count(election, contest)
            : NotOfTheNight(contest, election, new Measuring(store, terms with { Variant = null }, cancel).At(measure, name, place, count));
        return figure with
        {
            Sources = terms.Variant is CountVariant.OfSource { Source: var source } && contest.Sources.Contains(source) ? [source] : contest.Sources,
            Rows = RowsOf(measure, election, contest, place),
            Notes = contest.Note is { } note ? [note] : [],
        };
    }

    /// <summary>That the store has no count of the night, and what the final one says.</summary>
    Figure NotOfTheNight(Contest contest, Election election, Figure final) =>
        Absent(contest, election, final.Unit, LocalizedText.Say("measuring.the-count-of-that-night")) is var absent && final.Value is { } value && FigureWords.Of(value, final.Unit, terms.Stated?.Value) is var told
            ? absent with
            {
                Missing = LocalizedText.Say("measuring.the-final-count-says", ("missing", absent.Missing!), ("told", told), ("distance", Distance(value, final.Unit))),
            }
            : absent;

    /// <summary>How far a number is from the stated one, in brackets; null where there is none or it is the same.</summary>
    LocalizedText? Distance(Fraction value, ClaimUnit unit) => terms.Stated is { } stated && stated.Unit == unit && FigureWords.Distance(value, stated) is { } far
        ? LocalizedText.Say("measuring.from-what-is-stated", ("far", far)) : null;

    Figure Share(Election election, Contest contest, string? place)
    {
        if (SeveralBallots(contest, place) is { } several)
        {
            return Absent(contest, election, ClaimUnit.Share, several);
        }

        var on = CountOn(election, contest, place);
        var figure = Sum(on.Count, contest) is not { } votes ? Absent(contest, election, ClaimUnit.Share, votesOfAChoice)
            : BaseOf(on.Count) is { } all and > 0 ? Part(votes, all, ClaimUnit.Share, BaseName, CountQuery(election, contest, place))
            : Absent(contest, election, ClaimUnit.Share, BaseName);
        return Told(figure, on, PossibleShare(on, Known(on.Count, Counted(contest), contest)), terms.Base != ShareBase.Valid);
    }

    Figure Votes(Election election, Contest contest, string? place)
    {
        var on = CountOn(election, contest, place) with { Ballot = BallotOf(election, contest, place).Name };
        var (count, gap) = (on.Count, on.Gap);
        var (votes, least, lacking) = Of switch
        {
            ["cast"] => (count.Cast.Value, on.Cast, gap.Ballots),
            ["valid"] => (Valid(count), on.Votes, gap.Votes),
            ["registered"] => (count.Registered.Value, count.Registered.Known, gap.Roll),
            // What a unit does not state of these may be any of its ballots.
            ["blank"] => (count.Blank.Value, count.Blank.Known, count.Blank.Value is null ? null : gap.Ballots),
            ["null"] => (count.Null.Value, count.Null.Known, count.Null.Value is null ? null : gap.Ballots),
            _ => (Sum(count, contest), Known(count, Counted(contest), contest), gap.Votes),
        };
        var figure = votes is { } known ? Whole(known, ClaimUnit.Votes, CountQuery(election, contest, place))
            : Absent(contest, election, ClaimUnit.Votes, Of is ["registered"] ? onTheRoll : Of is ["cast"] or ["valid"] or ["blank"] or ["null"] ? LocalizedText.Say("measuring.blank-and-null-votes-in-some") : votesOfAChoice);
        return Told(figure, on, lacking == 0 && votes is not null ? null : new(least, lacking is { } more ? least + more : null), Of is ["cast"]) with { Base = null };
    }

    Figure Margin(Election election, Contest contest, string? place)
    {
        var unit = terms.InVotes ? ClaimUnit.Votes : ClaimUnit.Points;
        if (unit == ClaimUnit.Points && SeveralBallots(contest, place) is { } several)
        {
            return Absent(contest, election, unit, several);
        }

        var on = CountOn(election, contest, place);
        var query = CountQuery(election, contest, place);
        var (a, b) = (Known(on.Count, Counted(contest), contest), Known(on.Count, c => Is(c, terms.Than), contest));
        var possible = PossibleMargin(on, a - b);
        if (Sum(on.Count, contest) is not { } own || SumOf(on.Count, contest, terms.Than) is not { } other)
        {
            return Told(Absent(contest, election, unit, votesOfAChoice), on, possible);
        }

        var figure = unit == ClaimUnit.Votes ? Whole(own - other, unit, query)
            : BaseOf(on.Count) is { } all and > 0 ? Part(own - other, all, unit, BaseName, query)
            : Absent(contest, election, unit, BaseName);
        var (s, t) = (FigureWords.Whole(own), FigureWords.Whole(other));
        return Told(figure, on, possible) with { Detail = LocalizedText.Say("measuring.votes-against", ("english", s), ("english2", t)) };
    }

    Figure Turnout(Election election, Contest contest, string? place, bool turned)
    {
        var on = CountOn(election, contest, place);
        var count = on.Count;
        var figure = count.Cast.Value is { } cast && count.Registered.Value is { } registered and > 0
            ? Part(turned ? registered - cast : cast, registered, ClaimUnit.Share, onTheRoll, CountQuery(election, contest, place))
            : Absent(contest, election, ClaimUnit.Share, LocalizedText.Say("measuring.people-on-the-roll-or-votes"));
        var possible = PossibleTurnout(on);
        return Told(figure, on, turned && possible is not null ? new(Fraction.One - possible.Most!.Value, Fraction.One - possible.Least!.Value) : possible, true);
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

    /// <summary>The votes of those who are counted, at least: units that do not state them are left out.</summary>
    static long Known(Tabulation count, Func<Candidacy, bool> isCounted, Contest contest) => count.Choices.Where(c => isCounted(contest.Candidacies[c.Choice])).Sum(c => c.Votes.Known);

    static Figure Whole(long value, ClaimUnit unit, string query) => new(value, unit, null, null, null, query);

    static Figure Part(long part, long all, ClaimUnit unit, LocalizedText name, string query) => new(new Fraction(part, all), unit, name, all, null, query);

    Figure Absent(Contest contest, Election election, ClaimUnit unit, LocalizedText what) =>
        new(null, unit, null, null, LocalizedText.Say(
            "measuring.of-lacks", ("contest", contest.Id), ("election", election.Id), ("what", what)), CountQuery(election, contest, null));
}
