using System.Collections.Immutable;
using Urna.Count;
using Urna.Model;
using Urna.Numerics;

namespace Urna.Judge;

/// <summary>Computes the number that a claim is about, under one way to take it.</summary>
sealed class Measuring(ClaimStore store, Claim claim, ClaimScope? scope)
{
    ImmutableArray<string> Of => scope is { Of.IsEmpty: false } ? scope.Of : claim.Of;

    ShareBase Base => scope?.Base ?? claim.Base;

    ImmutableArray<string> Without => scope?.Without ?? [];

    /// <summary>The number.</summary>
    public Figure Figure() => claim.Measure switch
    {
        Measure.Change => Change(),
        Measure.Record => Record(),
        Measure.PlacesReaching => Reaching(),
        Measure.InferredShare => Inferred(),
        _ => Single(claim.Measure, claim.Contest, claim.Places is [var place] ? place : null),
    };

    Figure Single(Measure measure, ContestName? name, string? place)
    {
        if (claim.Chamber is { } chamber)
        {
            return Members(store.Election(name?.Election)!, chamber, measure == Measure.SeatShare);
        }

        var (election, contest) = store.Contest(name!)!.Value;
        var figure = measure switch
        {
            Measure.Share => Share(election, contest, place),
            Measure.Votes => Votes(election, contest, place),
            Measure.Rank => Rank(election, contest, place),
            Measure.Margin => Margin(election, contest, place),
            Measure.Turnout or Measure.Abstention => Turnout(election, contest, place, measure == Measure.Abstention),
            Measure.Seats or Measure.SeatShare => Seats(election, contest, measure == Measure.SeatShare),
            Measure.Elected => Elected(election, contest),
            Measure.Date => new Figure(contest.Date.DayNumber, ClaimUnit.Date, null, null, null, Query(election, contest)),
            _ => throw new InvalidOperationException($"{measure} is not measured by itself."),
        };
        return figure with { Sources = contest.Sources };
    }

    Figure Share(Election election, Contest contest, string? place)
    {
        var count = CountAt(election, contest, place);
        return Sum(count, contest) is not { } votes ? Absent(contest, election, ClaimUnit.Share, "the votes of a choice", "los votos de una opción")
            : BaseOf(count) is { } all and > 0 ? new Figure(new Fraction(votes, all), ClaimUnit.Share, BaseName, all, null, Query(election, contest))
            : Absent(contest, election, ClaimUnit.Share, BaseName, BaseName);
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
        return votes is { } known ? new Figure(known, ClaimUnit.Votes, null, null, null, Query(election, contest))
            : Absent(contest, election, ClaimUnit.Votes, "blank and null votes in some places", "votos blancos y nulos en algunos lugares");
    }

    Figure Rank(Election election, Contest contest, string? place)
    {
        var count = CountAt(election, contest, place);
        if (Sum(count, contest) is not { } own || count.Choices.Any(c => c.Votes.Value is null))
        {
            return Absent(contest, election, ClaimUnit.Rank, "the votes of a choice", "los votos de una opción");
        }

        var ahead = count.Choices.Count(c => c.Votes.Known > own);
        return new Figure(ahead + 1, ClaimUnit.Rank, null, null, null, Query(election, contest));
    }

    Figure Margin(Election election, Contest contest, string? place)
    {
        var count = CountAt(election, contest, place);
        var unit = claim.Stated?.Unit == ClaimUnit.Votes ? ClaimUnit.Votes : ClaimUnit.Points;
        if (Sum(count, contest) is not { } own || SumOf(count, contest, [claim.Than!]) is not { } other)
        {
            return Absent(contest, election, unit, "the votes of a choice", "los votos de una opción");
        }

        return unit == ClaimUnit.Votes ? new Figure(own - other, unit, null, null, null, Query(election, contest))
            : BaseOf(count) is { } all and > 0 ? new Figure(new Fraction(own - other, all), unit, BaseName, all, null, Query(election, contest))
            : Absent(contest, election, unit, BaseName, BaseName);
    }

    Figure Turnout(Election election, Contest contest, string? place, bool turned)
    {
        var count = CountAt(election, contest, place);
        if (count.Cast.Value is not { } cast || count.Registered.Value is not { } registered || registered == 0)
        {
            return Absent(contest, election, ClaimUnit.Share, "people on the roll, or votes cast", "el padrón o los votos emitidos");
        }

        return new Figure(new Fraction(turned ? registered - cast : cast, registered), ClaimUnit.Share, "registered", registered, null, Query(election, contest));
    }

    Figure Seats(Election election, Contest contest, bool asShare)
    {
        var (seats, all) = OfLaw(election, contest);
        var unit = asShare ? ClaimUnit.Share : ClaimUnit.Seats;
        return all == 0 ? Absent(contest, election, unit, "the seats", "los escaños") : Seated(seats, all, asShare, $"urna seats {election.Id} --contest {contest.Id}");
    }

    Figure Members(Election election, string chamber, bool asShare)
    {
        var members = election.Members.Where(m => m.Chamber == chamber).ToList();
        return Seated(members.Where(m => Named(m.List) || Named(m.Party)).Sum(m => m.Seats), members.Sum(m => m.Seats), asShare, $"urna power {election.Id}");
    }

    static Figure Seated(int seats, int all, bool asShare, string query) => asShare
        ? new Figure(new Fraction(seats, all), ClaimUnit.Share, "seats", all, null, query)
        : new Figure(seats, ClaimUnit.Seats, null, null, null, query);

    (int Seats, int All) OfLaw(Election election, Contest contest)
    {
        if (store.Seats(election, contest) is not { } allocation)
        {
            return (0, 0);
        }

        var elected = allocation.Districts.SelectMany(d => d.Elected).ToList();
        return (elected.Count(s => Named(s.Candidacy.List) || Named(s.Candidacy.Party)), elected.Count);
    }

    Figure Elected(Election election, Contest contest)
    {
        var elected = store.Seats(election, contest)?.Districts.SelectMany(d => d.Elected).ToList();
        return elected is null ? Absent(contest, election, ClaimUnit.Text, "the seats", "los escaños")
            : new Figure(elected.Count(s => Named(s.Candidacy.Candidate) || Named(s.Candidacy.Choice)), ClaimUnit.Text, null, null, null, $"urna seats {election.Id} --contest {contest.Id}");
    }

    Figure Change()
    {
        var place = claim.Places is [var one] ? one : null;
        var own = ChangeAt(place);
        return claim.Than is { } other && ChangeAt(other) is var theirs
            ? own with { Value = own.Value is { } a && theirs.Value is { } b ? a - b : null, Missing = own.Missing ?? theirs.Missing }
            : own;
    }

    Figure ChangeAt(string? place)
    {
        var (now, then) = (Single(claim.What, claim.Contest, place), Single(claim.What, claim.Since[0], place));
        var unit = now.Unit == ClaimUnit.Share ? ClaimUnit.Points : now.Unit;
        return now with
        {
            Value = now.Value is { } a && then.Value is { } b ? a - b : null,
            Unit = unit,
            Missing = now.Missing ?? then.Missing,
            Query = $"{now.Query}; {then.Query}",
        };
    }

    /// <summary>How many times the greatest of the earlier ones.</summary>
    Figure Record()
    {
        var now = Single(claim.What, claim.Contest, null);
        var earlier = claim.Since.Select(c => (Name: c, Figure: Single(claim.What, c, null))).ToList();
        if (now.Value is not { } value || earlier.FirstOrDefault(e => e.Figure.Value is null) is { Figure: not null } && earlier.TrueForAll(e => e.Figure.Value is null))
        {
            return now with { Value = null, Unit = ClaimUnit.Ratio, Missing = now.Missing ?? earlier[0].Figure.Missing };
        }

        var most = earlier.Where(e => e.Figure.Value is not null).MaxBy(e => e.Figure.Value!.Value);
        return now with { Value = value / most.Figure.Value!.Value, Unit = ClaimUnit.Ratio, DenominatorName = $"{most.Name.Election}/{most.Name.Contest}", Denominator = (long)most.Figure.Value.Value.Value };
    }

    Figure Reaching()
    {
        var figures = claim.Places.Select(place => Single(Measure.Share, claim.Contest!, place)).ToList();
        return figures.Find(f => f.Value is null) is { } absent
            ? absent with { Unit = ClaimUnit.Text }
            : figures[0] with { Value = figures.Count(f => Judging.Of(claim.Reach!, Wording.Over, f.Value!.Value) == Verdict.Confirmed), Unit = ClaimUnit.Text, DenominatorName = null, Denominator = null };
    }

    Figure Inferred()
    {
        var (election, to) = store.Contest(claim.Contest!)!.Value;
        var (_, from) = store.Contest(claim.From!)!.Value;
        var query = $"urna infer {election.Id} --from {from.Id} --to {to.Id} --level 0.9";
        if (store.Flow(election, from, to) is not { } flow)
        {
            return Absent(to, election, ClaimUnit.Share, "counts of both contests by unit", "cuentas de ambas votaciones por unidad") with { Query = query };
        }

        var problem = flow.Transfer.Problem;
        var (row, column) = (problem.RowNames.IndexOf(Of[0]), problem.ColumnNames.IndexOf(claim.Than!));
        if (row < 0 || column < 0)
        {
            return Absent(to, election, ClaimUnit.Share, $"the row '{Of[0]}' or the column '{claim.Than}'", $"la fila '{Of[0]}' o la columna '{claim.Than}'") with { Query = query };
        }

        var i = (row * problem.ColumnNames.Length) + column;
        var (estimate, bounds, intervals, _) = flow.Inference;
        var found = new Inferred(estimate.Shares[i], intervals!.Lower[i], intervals.Upper[i], intervals.Level, bounds.Lower[i], bounds.Upper[i]);
        return new Figure(null, ClaimUnit.Share, Of[0], (long)Math.Round(problem.InformedRows[row]), null, query) { Inferred = found, Sources = to.Sources };
    }

    Tabulation CountAt(Election election, Contest contest, string? place) =>
        place is null ? Tabulate.Whole(contest, election.Places, Without) : Tabulate.At(contest, election.Places, place, Without);

    long? BaseOf(Tabulation count) => Base switch
    {
        ShareBase.Cast => count.Cast.Value,
        ShareBase.Registered => count.Registered.Value,
        _ => Valid(count),
    };

    /// <summary>Valid votes; the votes of all choices where the source does not state them.</summary>
    static long? Valid(Tabulation count) => count.Valid.Value ?? (count.Choices.All(c => c.Votes.Value is not null) ? count.Choices.Sum(c => c.Votes.Known) : null);

    string BaseName => Base switch { ShareBase.Cast => "votes cast", ShareBase.Registered => "registered", _ => "valid votes" };

    long? Sum(Tabulation count, Contest contest) => SumOf(count, contest, Of);

    static long? SumOf(Tabulation count, Contest contest, ImmutableArray<string> names)
    {
        var sum = 0L;
        foreach (var choice in count.Choices.Where(c => Is(contest.Candidacies[c.Choice], names)))
        {
            if (choice.Votes.Value is not { } votes)
            {
                return null;
            }

            sum += votes;
        }

        return sum;
    }

    /// <summary>Whether a candidacy is meant by a name: its id, person, list or party.</summary>
    internal static bool Is(Candidacy candidacy, ImmutableArray<string> names) =>
        names.Any(n => Same(n, candidacy.Choice) || Same(n, candidacy.Candidate) || Same(n, candidacy.List) || Same(n, candidacy.Party));

    bool Named(string name) => name.Length > 0 && Of.Any(n => Same(n, name));

    static bool Same(string a, string b) => b.Length > 0 && FoldedName.Of(a) == FoldedName.Of(b);

    static string Query(Election election, Contest contest) => $"urna count {election.Id} --contest {contest.Id}";

    static Figure Absent(Contest contest, Election election, ClaimUnit unit, string what, string cosa) =>
        new(null, unit, null, null, new LocalizedText($"'{contest.Id}' of {election.Id} lacks {what}", $"'{contest.Id}' de {election.Id} no tiene {cosa}"), Query(election, contest));
}
