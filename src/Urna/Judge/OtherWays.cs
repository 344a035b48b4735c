using System.Collections.Immutable;
using Urna.Model;
using Urna.Numerics;

namespace Urna.Judge;

/// <summary>Other fair ways to take a claim that does not hold as it was taken: a true sentence of an official count must not be called false.</summary>
/// <remarks>
/// Only those are told in which it holds. They are: another base, without places that the sources leave out, where all is known, by the totals of a source,
/// with what is known of the votes that the results lack, another ballot, another way to round, the chamber in place of the contest, and those elected that year.
/// </remarks>
/// <param name="claim">The claim.</param>
/// <param name="store">The elections.</param>
/// <param name="judge">Judges it under other terms.</param>
sealed class OtherWays(CountedClaim claim, ClaimStore store, Func<Terms, ClaimScope, ScopeJudgement> judge)
{
    const int MostTold = 3;

    static readonly ImmutableArray<Measure> ofCounts = [Measure.Share, Measure.Votes, Measure.Rank, Measure.Margin, Measure.Turnout, Measure.Abstention];

    static readonly ImmutableArray<Measure> ofSeats = [Measure.Seats, Measure.SeatShare, Measure.Majority];

    readonly ClaimFields fields = claim.Fields;

    /// <summary>The terms of the plainest way in which the claim itself says that it may be taken.</summary>
    readonly Terms plain = claim.Terms.Under(claim.Scopes.IsEmpty ? null : claim.Scopes[0]);

    /// <summary>The ways in which it holds, the plainest first; if there are none, those in which votes that are lacking could make it hold.</summary>
    /// <param name="own">What holds as the claim is taken.</param>
    public ImmutableArray<ScopeJudgement> Told(ImmutableArray<ScopeJudgement> own)
    {
        if (fields.IsNegated || fields.IsOfTheNight || own.Any(s => s.Figure.Inferred is not null))
        {
            return [];
        }

        var ways = Ways().Select(w => judge(w.Terms, Named(w.Name))).ToList();
        ImmutableArray<ScopeJudgement> holding =
        [
            .. own.Select(Rounded).OfType<ScopeJudgement>().Concat(ways.Where(j => j.Figure.Missing is null && j.Verdict is (Verdict.Confirmed or Verdict.ConfirmedByRounding))).Concat(ways.Select(Rounded).OfType<ScopeJudgement>())
                .DistinctBy(j => j.Figure.Value).Take(MostTold),
        ];
        return !holding.IsEmpty || own.Any(s => s.Verdict == Verdict.NeedsData) ? holding : [.. ways.Where(w => w.Verdict == Verdict.NeedsData && !w.Figure.Completeness.Missing.IsEmpty && w.Figure.Possible is { } range && IsBounded(range)).Take(1)];
    }

    /// <summary>Whether something bounds what a share may be: of what is nowhere counted, anything could be said.</summary>
    static bool IsBounded(PossibleRange range) => range.Most is { } most && range.Least is { } least && (most < Fraction.One || least > Fraction.Zero) && most - least < Fraction.One;

    static ClaimScope Named(LocalizedText name) => new(name, [], [], null);

    /// <summary>The same figure by another convention of rounding.</summary>
    ScopeJudgement? Rounded(ScopeJudgement scope) =>
        scope is { Verdict: Verdict.Contradicted or Verdict.NeedsData, Figure.Value: { } value } && claim.Number is { } number && Judging.OtherRounding(number.Stated, number.Wording, value) is { } way
            ? new(Named(scope.Scope is { } own ? LocalizedText.Say("other-ways.sign", ("own", own.Name), ("way", way)) : way), scope.Figure, Verdict.ConfirmedByRounding) : null;

    IEnumerable<(LocalizedText Name, Terms Terms)> Ways()
    {
        var what = fields.What ?? (claim.Measure is Measure.Change or Measure.Record or Measure.FromTo or Measure.PlaceRank ? Measure.Turnout : claim.Measure);
        return ofSeats.Contains(what) ? claim.Measure is Measure.Change or Measure.FromTo ? [] : Seats() : ofCounts.Contains(what) || claim.Measure == Measure.PlacesReaching ? Counts(what) : [];
    }

    /// <summary>The members of the chamber in place of the contest's seats, and those of them elected in one year.</summary>
    IEnumerable<(LocalizedText Name, Terms Terms)> Seats()
    {
        if (store.Election(fields.Contest?.Election) is not { } election || fields.Elected is not null)
        {
            yield break;
        }

        var chamber = fields.Chamber ?? fields.Contest!.Contest;
        var members = election.Members.Where(m => m.Chamber == chamber).ToList();
        if (members.Count == 0)
        {
            yield break;
        }

        var (name, ground) = (election.ChamberName(chamber), new ChamberGround(fields.Contest?.Election, chamber));
        if (fields.Chamber is null)
        {
            yield return (LocalizedText.Say("other-ways.all-members", ("name", name)), plain with { Ground = ground });
        }

        if (members.Exists(m => m.Elected == election.Date.Year) && members.Exists(m => m.Elected is { } other && other != election.Date.Year))
        {
            yield return (LocalizedText.Say("other-ways.elected-in", ("name", name), ("year", election.Date.Year)), plain with { Ground = ground, Elected = election.Date.Year });
        }
    }

    IEnumerable<(LocalizedText Name, Terms Terms)> Counts(Measure what)
    {
        var contests = fields.Since.Prepend(fields.Contest).OfType<ContestName>().Select(store.Contest).OfType<(Election Election, Contest Contest)>().ToList();
        foreach (var (name, terms) in Counted(what, contests))
        {
            yield return (name, terms);
            foreach (var (baseName, other) in Bases(what))
            {
                yield return (LocalizedText.Say("other-ways.sign-2", ("name", name), ("baseName", baseName)), terms with { Base = other });
            }
        }

        foreach (var (baseName, other) in Bases(what))
        {
            yield return (baseName, plain with { Base = other });
        }
    }

    /// <summary>Other ways to count, with the base as it was taken.</summary>
    IEnumerable<(LocalizedText Name, Terms Terms)> Counted(Measure what, List<(Election Election, Contest Contest)> contests)
    {
        if (what is Measure.Share or Measure.Rank or Measure.Margin)
        {
            yield return (LocalizedText.Say("other-ways.of-the-whole-contest"), plain with { IsWholeContest = true });
        }

        if (!fields.Places.IsEmpty || contests.Count == 0 || fields.Scopes.Any(s => !s.Without.IsEmpty))
        {
            yield break;
        }

        foreach (var without in contests.SelectMany(c => c.Contest.Stated).Where(s => !s.Without.IsEmpty).Select(s => s.Without).DistinctBy(w => string.Join('\n', w.Order())))
        {
            var names = string.Join(", ", without.Select(w => contests[0].Election.Places.Contains(w) ? contests[0].Election.Places[w].Name : w));
            yield return (LocalizedText.Say("other-ways.without", ("names", names)), plain with { Without = without });
        }

        if (what is Measure.Turnout or Measure.Abstention && contests.TrueForAll(c => c.Contest.Awaited.IsEmpty && c.Contest.Returns.All(u => u.HasReported)))
        {
            yield return (LocalizedText.Say("other-ways.where-roll-and-votes-cast-are"), plain with { Variant = new CountVariant.KnownUnits() });
        }

        foreach (var lack in contests.SelectMany(c => c.Contest.Lacks).Where(l => !l.Figures.IsEmpty).DistinctBy(l => l.Name).Take(1))
        {
            yield return (LocalizedText.Say("other-ways.with", ("lack", lack.Name)), plain with { Variant = new CountVariant.WithLacks() });
        }

        foreach (var source in contests.SelectMany(c => c.Contest.Stated.Where(s => s.Without.IsEmpty).Select(s => (c.Election, s.Source))).DistinctBy(s => s.Source))
        {
            var title = source.Election.Sources.FirstOrDefault(s => s.Id == source.Source)?.Title ?? LocalizedText.Same(source.Source);
            yield return (LocalizedText.Say("other-ways.as-stated-by", ("title", title)), plain with { Variant = new CountVariant.OfSource(source.Source) });
        }
    }

    /// <summary>Other bases of shares, where the claim does not say which; of bounds only those of which no sentence is trivially true.</summary>
    IEnumerable<(LocalizedText Name, ShareBase Base)> Bases(Measure what)
    {
        var isShare = what == Measure.Share || claim.Measure == Measure.PlacesReaching || (what == Measure.Margin && fields.Value?.Unit == ClaimUnit.Points);
        if (!isShare || fields.Base is not null || fields.Scopes.Any(s => s.Base is not null))
        {
            yield break;
        }

        yield return (LocalizedText.Say("term.of-votes-cast"), ShareBase.Cast);
        if (claim.Number?.Wording is Wording.Plain or Wording.About && claim.Measure != Measure.PlacesReaching)
        {
            yield return (LocalizedText.Say("other-ways.of-people-on-the-roll"), ShareBase.Registered);
        }
    }
}
