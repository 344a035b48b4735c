using System.Collections.Immutable;
using System.Numerics;
using Urna.Allocate.Account;
using Urna.Allocate.Filling;
using Urna.Allocate.Methods;
using Urna.Allocate.Steps;

namespace Urna.Allocate.Thresholds;

/// <summary>Votes that one list has more, or fewer, in one district than were counted.</summary>
/// <param name="List">The list's key; null for no change.</param>
/// <param name="District">The district.</param>
/// <param name="Votes">The difference; negative for fewer.</param>
readonly record struct VoteChange(string? List, DistrictDraft? District, long Votes);

/// <summary>Measures which lists pass a threshold, as counted or with one list's votes changed.</summary>
sealed class ThresholdMeasure(ThresholdStep step, ContestDraft contest, ImmutableDictionary<string, ListTotal> lists)
{
    readonly HashSet<string> exempt = [.. step.Exempt.Select(Model.FoldedName.Of)];

    // Where a tier states votes of its own, a vote in a district below does not count there.
    readonly HashSet<DistrictDraft> sources = [.. contest.SourcesFor(step)];
    readonly HashSet<DistrictDraft> all = [.. contest.IsLocal(step) ? contest.For(step) : contest.Districts];

    readonly Dictionary<VoteBase, long> bases = [];
    readonly Dictionary<(ThresholdCondition Condition, string List), int> passing = [];

    /// <summary>The votes of all that the step counts, added up once.</summary>
    long BaseOf(VoteBase kind) => bases.TryGetValue(kind, out var known) ? known : bases[kind] = contest.BaseOf(kind, step)!.Value;

    /// <summary>In how many districts a list passes a condition as counted.</summary>
    int Passing(ThresholdCondition condition, ListTotal list) => passing.TryGetValue((condition, list.Key), out var known)
        ? known
        : passing[(condition, list.Key)] = all.Count(d => list.ByDistrict.ContainsKey(d.District.District) && PassesIn(condition, list, d, default));

    /// <summary>Whether a list passes in at least one district, of which one may have other votes than were counted.</summary>
    bool PassesAnywhere(ThresholdCondition condition, ListTotal list, VoteChange change)
    {
        if (change.District is not { } changed || !all.Contains(changed))
        {
            return Passing(condition, list) > 0;
        }

        var elsewhere = Passing(condition, list) - (PassesIn(condition, list, changed, default) ? 1 : 0);
        return elsewhere > 0 || PassesIn(condition, list, changed, change);
    }

    /// <summary>Bars the lists of a district that do not pass, and writes it down.</summary>
    public void Bar(DistrictDraft district)
    {
        var keys = Enumerable.Range(0, district.Lists.Length).Select(i => ListTotals.KeyOf(district.FirstLine(i))).ToImmutableArray();
        for (var i = 0; i < keys.Length; i++)
        {
            if (!Passes(lists[keys[i]], district, default))
            {
                district.Barred[i] = true;
                if (district.HasShared)
                {
                    continue;
                }

                district.Steps.Add(new ListBarred(step.Article, lists[keys[i]].Name, VotesWhereMeasured(lists[keys[i]], district), Needed(lists[keys[i]], district)));
            }
        }

        if (!district.IsTier)
        {
            var before = district.BarredWith;
            var barred = new bool[keys.Length];
            district.BarredWith = (holder, votes) =>
            {
                var change = new VoteChange(keys[holder], district, votes - district.Lists[holder].Votes);
                var already = before is null ? [] : before(holder, votes);
                for (var i = 0; i < keys.Length; i++)
                {
                    barred[i] = (already.Length > 0 && already[i]) || !Passes(lists[keys[i]], district, change);
                }

                return barred;
            };
        }
    }

    /// <summary>Whether a list passes for all districts.</summary>
    public bool PassesEverywhere(ListTotal list, VoteChange change) =>
        IsExempt(list) || step.AnyOf.Any(c => c.Level switch
        {
            ThresholdLevel.National => PassesNationally(c, list, change),
            ThresholdLevel.AnyDistrict => PassesAnywhere(c, list, change),
            _ => false,
        });

    /// <summary>Whether a list takes part in a district.</summary>
    bool Passes(ListTotal list, DistrictDraft district, VoteChange change) =>
        PassesEverywhere(list, change) || (!district.IsTier && step.AnyOf.Any(c => c.Level == ThresholdLevel.District && PassesIn(c, list, district, change)));

    bool IsExempt(ListTotal list) => exempt.Contains(list.Key) || step.Exempt.Contains(list.Name) || (step.ExemptIndependents && list.IsIndependent);

    bool PassesNationally(ThresholdCondition condition, ListTotal list, VoteChange change)
    {
        var addsUp = change.District is null || sources.Contains(change.District);
        var more = addsUp && change.List == list.Key ? change.Votes : 0;
        return condition switch
        {
            { Seats: { } seats } => list.Seats >= seats,
            { Votes: { } votes } => list.Votes + more >= votes,
            _ => IsShareReached(condition, list, list.Votes + more, BaseOf(condition.Of) + (addsUp ? More(condition.Of, change) : 0)),
        };
    }

    static bool PassesIn(ThresholdCondition condition, ListTotal list, DistrictDraft district, VoteChange change)
    {
        var here = change.District == district;
        var votes = list.In(district) + (here && change.List == list.Key ? change.Votes : 0);
        return condition switch
        {
            { Seats: { } seats } => district.HeldBy(list.Key) >= seats,
            { Votes: { } least } => votes >= least,
            { Quotas: { } quotas } => votes > 0 && quotas.IsReachedBy(
                (BigInteger)votes * Math.Max(1, district.SeatsToShare), district.BaseOf(VoteBase.Valid)!.Value + (here ? change.Votes : 0), condition.Inclusive),
            _ => IsShareReached(condition, list, votes, district.BaseOf(condition.Of)!.Value + (here ? More(condition.Of, change) : 0)),
        };
    }

    static long More(VoteBase of, VoteChange change) => of == VoteBase.Registered ? 0 : change.Votes;

    static bool IsShareReached(ThresholdCondition condition, ListTotal list, long votes, long total) =>
        votes > 0 && ShareFor(condition, list).IsReachedBy(votes, total, condition.Inclusive);

    static Proportion ShareFor(ThresholdCondition condition, ListTotal list) =>
        condition.Shares.Where(s => s.Key <= list.Parties).Select(s => s.Value).DefaultIfEmpty(condition.Shares.First().Value).Last();

    /// <summary>The votes that the law's first condition looks at.</summary>
    long VotesWhereMeasured(ListTotal list, DistrictDraft district) =>
        step.AnyOf[0].Level == ThresholdLevel.National || district.IsTier ? list.Votes : list.In(district);

    /// <summary>The least votes with which a list passes the law's first condition; null where it is no matter of votes.</summary>
    long? Needed(ListTotal list, DistrictDraft district)
    {
        var condition = step.AnyOf[0];
        if (condition.Votes is { } votes)
        {
            return votes;
        }

        if (condition.Shares.IsEmpty || (district.IsTier && condition.Level != ThresholdLevel.National))
        {
            return null;
        }

        var total = condition.Level == ThresholdLevel.National ? BaseOf(condition.Of) : district.BaseOf(condition.Of)!.Value;
        var share = ShareFor(condition, list);
        var (whole, rest) = BigInteger.DivRem((BigInteger)total * share.Numerator, share.Denominator);
        // A list without votes passes no share, however small.
        return (long)BigInteger.Max(1, condition.Inclusive && rest.IsZero ? whole : whole + 1);
    }
}
