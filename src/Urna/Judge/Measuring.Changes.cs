using System.Collections.Immutable;
using Urna.Judge.Claims;
using Urna.Model;
using Urna.Numerics;

namespace Urna.Judge;

/// <summary>A figure set against those of other contests, or of many places.</summary>
sealed partial class Measuring
{
    /// <summary>How a number changed since an earlier one; beyond its change in another place, if one is named.</summary>
    public Figure Change(ChangeClaim claim)
    {
        var own = ChangeAt(claim, claim.Place);
        return claim.Beyond is not { } other || ChangeAt(claim, other) is not { } theirs ? own : own with
        {
            Value = own.Value is { } a && theirs.Value is { } b ? a - b : null,
            Missing = own.Missing ?? theirs.Missing,
            Possible = PossibleRange.Difference(own, theirs),
            Completeness = Completeness.Together(own.Completeness, theirs.Completeness),
            Rows = SourceRows.Together([.. own.Rows, .. theirs.Rows]),
            Detail = own.Value is { } here && theirs.Value is { } there ? Beside(claim, here, there, own.Unit) : null,
        };
    }

    /// <summary>A number with the earlier one beside it.</summary>
    public Figure FromTo(FromToClaim claim)
    {
        var (now, then) = (Part(claim.What, claim.Ground, claim.Place), Part(claim.What, claim.Ground.At(claim.Since), claim.Place));
        return now with
        {
            Earlier = then,
            Missing = now.Missing ?? then.Missing,
            Query = now.Query == then.Query ? now.Query : $"{then.Query}; {now.Query}",
            Sources = [.. now.Sources.Union(then.Sources)],
            Completeness = Completeness.Together(now.Completeness, then.Completeness),
            Notes = [.. then.Notes.Union(now.Notes)],
            Rows = SourceRows.Together([.. then.Rows, .. now.Rows]),
            Detail = now.Value is null || then.Value is null ? null : FromTo(then, now),
        };
    }

    LocalizedText Beside(ChangeClaim claim, Fraction here, Fraction there, ClaimUnit unit)
    {
        var (a, b) = (FigureWords.Of(here, unit), FigureWords.Of(there, unit));
        var contest = ((ContestGround)claim.Ground).Contest;
        var (own, name) = (PlaceName(contest, claim.Place), PlaceName(contest, claim.Beyond));
        return LocalizedText.Say("measuring-changes.sign", ("own", own), ("english", a), ("name", name), ("english2", b));
    }

    LocalizedText PlaceName(ContestName contest, string? place) =>
        store.Election(contest.Election) is { } election ? LocalizedText.Same(place is null ? election.Places.Root.Name : election.Places[place].Name) : LocalizedText.Same("");

    Figure ChangeAt(ChangeClaim claim, string? place)
    {
        var (now, then) = (Part(claim.What, claim.Ground, place), Part(claim.What, claim.Ground.At(claim.Since), place));
        var value = now.Value is { } a && then.Value is { } b ? a - b : (Fraction?)null;
        return now with
        {
            Value = value,
            Unit = now.Unit == ClaimUnit.Share ? ClaimUnit.Points : now.Unit,
            Missing = now.Missing ?? then.Missing,
            Query = now.Query == then.Query ? now.Query : $"{then.Query}; {now.Query}",
            Sources = [.. now.Sources.Union(then.Sources)],
            Possible = PossibleRange.Difference(now, then),
            Completeness = Completeness.Together(now.Completeness, then.Completeness),
            Notes = [.. then.Notes.Union(now.Notes)],
            Rows = SourceRows.Together([.. then.Rows, .. now.Rows]),
            Detail = value is null ? null : FromTo(then, now),
        };
    }

    static LocalizedText FromTo(Figure then, Figure now)
    {
        var (a, b) = (FigureWords.Of(then.Value!.Value, then.Unit), FigureWords.Of(now.Value!.Value, now.Unit));
        return LocalizedText.Say("measuring-changes.from-to", ("english", a), ("english2", b));
    }

    /// <summary>What would have been true of a change in a place: where it stands among the places of its level, and which is first.</summary>
    public LocalizedText? InsteadOf(ChangeClaim claim, Figure figure)
    {
        if (claim.Ground is not ContestGround { Contest: { } name } || claim.Place is not { } place || store.Contest(name) is not { } found)
        {
            return figure.Instead;
        }

        var (election, _) = found;
        var level = election.Places[place].Level;
        var all = election.Places.Places.Where(p => p.Level == level).Select(p => (Place: p, Figure: ChangeAt(claim, p.Id))).Where(p => p.Figure.Value is not null).ToList();
        if (all.Find(p => p.Place.Id == place).Figure?.Value is not { } own || all.Count < 2)
        {
            return figure.Instead;
        }

        var (rank, first) = (all.Count(p => p.Figure.Value!.Value > own) + 1, all.MaxBy(p => p.Figure.Value!.Value));
        var standing = rank * 2 <= all.Count ? FigureWords.Ordinal(rank, true) : FigureWords.Ordinal(all.Count - rank + 1, false);
        var (levels, most) = (election.LevelName(level), FigureWords.Of(first.Figure.Value!.Value, first.Figure.Unit));
        return LocalizedText.Say(
            "measuring-changes.the-change-in-is-the-of", ("place", election.Places[place].Name), ("standing", standing),
            ("all", all.Count), ("levels", levels), ("place2", first.Place.Name), ("most", most));
    }

    /// <summary>How many times the greatest of the earlier ones.</summary>
    public Figure Record(RecordClaim claim)
    {
        var (election, contest) = store.Contest(claim.Contest)!.Value;
        var now = Part(claim.What, new ContestGround(claim.Contest), claim.Place);
        var names = claim.SinceAll ? claim.Since.Union(store.Before(election.Country, contest.Kind, contest.Date)) : claim.Since;
        var earlier = names.Select(c => (Name: c, Figure: Part(claim.What, new ContestGround(c), claim.Place))).ToList();
        var (known, lacking) = (earlier.FindAll(e => e.Figure.Value is not null), earlier.FindAll(e => e.Figure.Value is null));
        if (now.Value is not { } value || known.Count == 0)
        {
            return now with { Value = null, Unit = ClaimUnit.Ratio, Missing = now.Missing ?? lacking.FirstOrDefault().Figure?.Missing ?? LocalizedText.Say("measuring-changes.the-store-has-no-earlier-contest") };
        }

        var most = known.MaxBy(e => e.Figure.Value!.Value);
        var greatest = most.Figure.Value!.Value;
        var ratio = greatest > Fraction.Zero ? value / greatest : (Fraction?)null;
        return now with
        {
            Value = ratio,
            Missing = ratio is null ? LocalizedText.Say("measuring-changes.the-earlier-numbers-are-0") : null,
            Unit = ClaimUnit.Ratio,
            DenominatorName = LocalizedText.Same(NameOf(most.Name)),
            Denominator = most.Figure.Unit == ClaimUnit.Share ? null : (long)greatest.Value,
            Query = $"{most.Figure.Query}; {now.Query}",
            Sources = [.. known.SelectMany(e => e.Figure.Sources).Union(now.Sources)],
            Possible = PossibleRatio(now, [.. earlier.Select(e => e.Figure)]),
            Completeness = known.Aggregate(now.Completeness, (sum, e) => Completeness.Together(sum, e.Figure.Completeness)) is var of && lacking.Count == 0 ? of : of with { Known = null },
            Notes = [.. now.Notes.Union(most.Figure.Notes)],
            Rows = SourceRows.Together([.. known.SelectMany(e => e.Figure.Rows), .. now.Rows]),
            Detail = Compared(FigureWords.Of(value, now.Unit), FigureWords.Of(greatest, most.Figure.Unit), NameOf(most.Name), known.Count, [.. lacking.Select(e => NameOf(e.Name))]),
        };
    }

    /// <summary>Between what a ratio to the greatest of earlier numbers may lie; an earlier one that is not known may be any.</summary>
    static PossibleRange? PossibleRatio(Figure now, ImmutableArray<Figure> earlier)
    {
        if (now.Possible is null && earlier.All(e => e is { Value: not null, Possible: null }))
        {
            return null;
        }

        var (own, others) = (PossibleRange.Of(now), earlier.Select(PossibleRange.Of).ToList());
        var (least, most) = (others.Max(o => o?.Least ?? Fraction.Zero), others.TrueForAll(o => o?.Most is not null) ? others.Max(o => o!.Most!.Value) : (Fraction?)null);
        return new(
            own?.Least is { } bottom && bottom > Fraction.Zero && most is { } greatest && greatest > Fraction.Zero ? bottom / greatest : Fraction.Zero,
            own?.Most is { } top && least > Fraction.Zero ? top / least : null);
    }

    string NameOf(ContestName name) => $"{store.Election(name.Election)!.Id}/{name.Contest}";

    static LocalizedText Compared(LocalizedText now, LocalizedText most, string name, int compared, IReadOnlyList<string> lacking)
    {
        var left = lacking.Count == 0 ? LocalizedText.Same("") : LocalizedText.Say("measuring-changes.left-out-since-they-lack-it", ("lacking", FigureWords.List(lacking)));
        return LocalizedText.Say(
            "measuring-changes.against-of-the-greatest-of-earlier", ("now", now), ("most", most), ("name", name),
            ("compared", compared), ("left", left));
    }

    /// <summary>How many of the places exceed a share.</summary>
    public Figure Reaching(PlacesReachingClaim claim)
    {
        var figures = claim.Places.Select(place => (Place: place, Figure: Share(claim.Contest, place))).ToList();
        if (figures.Find(f => f.Figure.Value is null) is { Figure: { } absent })
        {
            return absent with { Unit = ClaimUnit.Places };
        }

        var reach = claim.Reach;
        var over = AcceptedSpan.Of(reach, Wording.Over);
        var each = figures.ConvertAll(f => FigureWords.Of(f.Figure.Value!.Value, ClaimUnit.Share, reach.Value).With($"{PlaceName(claim.Contest, f.Place).English} ", ""));
        return figures[0].Figure with
        {
            Value = figures.Count(f => Judging.Of(reach, Wording.Over, f.Figure.Value!.Value) == Verdict.Confirmed),
            Unit = ClaimUnit.Places,
            DenominatorName = null,
            Denominator = null,
            Base = null,
            Possible = figures.TrueForAll(f => f.Figure.Possible is null) ? null : new(figures.Count(f => PossibleRange.Of(f.Figure) is { } range && over.Contains(range)), figures.Count(f => PossibleRange.Of(f.Figure) is { } range && over.Meets(range))),
            Completeness = figures.Aggregate(Completeness.Full, (sum, f) => Completeness.Together(sum, f.Figure.Completeness)),
            Rows = SourceRows.Together(figures.SelectMany(f => f.Figure.Rows)),
            Detail = LocalizedText.Join(", ", each),
        };
    }
}
