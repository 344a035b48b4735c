using System.Collections.Immutable;
using System.Numerics;
using Urna.Allocate.Account;
using Urna.Allocate.Filling;
using Urna.Allocate.Margins;
using Urna.Allocate.Methods;
using Urna.Allocate.Steps;

namespace Urna.Allocate.Thresholds;

/// <summary>Votes that one list has more, or fewer, in one district than were counted.</summary>
/// <param name="List">The list's key; null for no change.</param>
/// <param name="District">The district's number in the contest; null for no change.</param>
/// <param name="Votes">The difference; negative for fewer.</param>
readonly record struct VoteChange(string? List, int? District, long Votes);

/// <summary>Measures which lists pass a threshold, as counted or with one list's votes changed.</summary>
sealed class ThresholdMeasure(ThresholdStep step, ContestState contest, ImmutableDictionary<string, ListTotal> lists)
{
    readonly HashSet<string> exempt = [.. step.Exempt.Select(Model.FoldedName.Of)];

    // Where a tier states votes of its own, a vote in a district below does not count there.
    readonly HashSet<int> sources = [.. contest.Frame.SourcesFor(step)];
    readonly ImmutableArray<int> all = contest.Frame.IsLocal(step) ? contest.Frame.For(step) : contest.Frame.Districts;

    readonly Dictionary<VoteBase, long> bases = [];
    readonly Dictionary<(ThresholdCondition Condition, string List), int> passing = [];

    /// <summary>The votes of all that the step counts, added up once.</summary>
    long BaseOf(VoteBase kind) => bases.TryGetValue(kind, out var known) ? known : bases[kind] = contest.Frame.BaseOf(kind, step)!.Value;

    DistrictFrame Of(int district) => contest.Frame.All[district];

    bool IsTier(int district) => Of(district).IsTier;

    /// <summary>In how many districts a list passes a condition as counted.</summary>
    int Passing(ThresholdCondition condition, ListTotal list) => passing.TryGetValue((condition, list.Key), out var known)
        ? known
        : passing[(condition, list.Key)] = all.Count(d => list.ByDistrict.ContainsKey(contest.Frame.All[d].Name) && PassesIn(condition, list, d, default));

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

    /// <summary>The district without the lists that do not pass, with what was done.</summary>
    /// <param name="index">The district's number in the contest.</param>
    /// <param name="district">The district.</param>
    public DistrictState Bar(int index, DistrictState district)
    {
        ImmutableArray<string> keys = [.. Enumerable.Range(0, district.Lists.Length).Select(district.Frame.KeyOf)];
        ImmutableArray<bool> fails = [.. keys.Select(k => !Passes(lists[k], index, default))];
        var told = keys.Where((_, i) => fails[i] && district.Shared is null)
            .Select(k => new ListBarred(step.Article, lists[k].Name, VotesWhereMeasured(lists[k], index), Needed(lists[k], index)));
        var barred = (district with { Barred = [.. district.Barred.Select((b, i) => b || fails[i])] }).Tell(told);
        return IsTier(index) ? barred : barred with { BarredWith = Barring(index, keys, [.. district.Lists.Select(l => l.Votes)], district.BarredWith) };
    }

    /// <summary>Whom the threshold bars when a list's votes in a district are changed, with whom those before it bar.</summary>
    BarredWith Barring(int index, ImmutableArray<string> keys, ImmutableArray<long> counted, BarredWith? before)
    {
        var barred = new bool[keys.Length];
        return (holder, votes) =>
        {
            var change = new VoteChange(keys[holder], index, votes - counted[holder]);
            var already = before is null ? [] : before(holder, votes);
            for (var i = 0; i < keys.Length; i++)
            {
                barred[i] = (already.Length > 0 && already[i]) || !Passes(lists[keys[i]], index, change);
            }

            return barred;
        };
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
    bool Passes(ListTotal list, int district, VoteChange change) =>
        PassesEverywhere(list, change) || (!IsTier(district) && step.AnyOf.Any(c => c.Level == ThresholdLevel.District && PassesIn(c, list, district, change)));

    bool IsExempt(ListTotal list) => exempt.Contains(list.Key) || step.Exempt.Contains(list.Name) || (step.ExemptIndependents && list.IsIndependent);

    bool PassesNationally(ThresholdCondition condition, ListTotal list, VoteChange change)
    {
        var addsUp = change.District is not { } changed || sources.Contains(changed);
        var more = addsUp && change.List == list.Key ? change.Votes : 0;
        return condition switch
        {
            { Seats: { } seats } => list.Seats >= seats,
            { Votes: { } votes } => list.Votes + more >= votes,
            _ => IsShareReached(condition, list, list.Votes + more, BaseOf(condition.Of) + (addsUp ? More(condition.Of, change) : 0)),
        };
    }

    bool PassesIn(ThresholdCondition condition, ListTotal list, int district, VoteChange change)
    {
        var here = change.District == district;
        var votes = list.In(Of(district).Name) + (here && change.List == list.Key ? change.Votes : 0);
        return condition switch
        {
            { Seats: { } seats } => contest[district].HeldBy(list.Key) >= seats,
            { Votes: { } least } => votes >= least,
            { Quotas: { } quotas } => votes > 0 && quotas.IsReachedBy(
                (BigInteger)votes * Math.Max(1, contest[district].SeatsToShare), Of(district).BaseOf(VoteBase.Valid)!.Value + (here ? change.Votes : 0), condition.Inclusive),
            _ => IsShareReached(condition, list, votes, Of(district).BaseOf(condition.Of)!.Value + (here ? More(condition.Of, change) : 0)),
        };
    }

    static long More(VoteBase of, VoteChange change) => of == VoteBase.Registered ? 0 : change.Votes;

    static bool IsShareReached(ThresholdCondition condition, ListTotal list, long votes, long total) =>
        votes > 0 && ShareFor(condition, list).IsReachedBy(votes, total, condition.Inclusive);

    static Proportion ShareFor(ThresholdCondition condition, ListTotal list) =>
        condition.Shares.Where(s => s.Key <= list.Parties).Select(s => s.Value).DefaultIfEmpty(condition.Shares.First().Value).Last();

    /// <summary>The votes that the law's first condition looks at.</summary>
    long VotesWhereMeasured(ListTotal list, int district) =>
        step.AnyOf[0].Level == ThresholdLevel.National || IsTier(district) ? list.Votes : list.In(Of(district).Name);

    /// <summary>The least votes with which a list passes the law's first condition; null where it is no matter of votes.</summary>
    long? Needed(ListTotal list, int district)
    {
        var condition = step.AnyOf[0];
        if (condition.Votes is { } votes)
        {
            return votes;
        }

        if (condition.Shares.IsEmpty || (IsTier(district) && condition.Level != ThresholdLevel.National))
        {
            return null;
        }

        var total = condition.Level == ThresholdLevel.National ? BaseOf(condition.Of) : Of(district).BaseOf(condition.Of)!.Value;
        var share = ShareFor(condition, list);
        var (whole, rest) = BigInteger.DivRem((BigInteger)total * share.Numerator, share.Denominator);
        // A list without votes passes no share, however small.
        return (long)BigInteger.Max(1, condition.Inclusive && rest.IsZero ? whole : whole + 1);
    }
}
