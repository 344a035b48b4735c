using System.Collections.Immutable;
using Urna.Allocate.Steps;

namespace Urna.Allocate.Transferable;

/// <summary>Passing on surpluses and the ballots of the excluded.</summary>
sealed partial class TransferableCount<T, TMath>
{
    /// <summary>The surpluses that have not been passed on, together.</summary>
    T Untransferred() => pending.Aggregate(math.Of(0), (sum, c) => math.Add(sum, math.Subtract(piles.Votes[c], quota)));

    /// <summary>The surpluses of which one goes next; empty where there is none, or where the law lets them wait.</summary>
    List<int> Surpluses()
    {
        if (pending.Count == 0 || (law.SurplusWaits && Batch().Count > 0))
        {
            return [];
        }

        var earliest = pending.Min(c => electedAt[c]);
        return law.Order == SurplusOrder.LargestFirst ? [.. pending] : pending.FindAll(c => electedAt[c] == earliest);
    }

    /// <summary>The largest of some surpluses; null where a tie is open.</summary>
    int? First(List<int> surpluses)
    {
        surpluses.Sort((a, b) => math.Compare(piles.Votes[b], piles.Votes[a]) is var order and not 0 ? order : a.CompareTo(b));
        return surpluses.Count == 1 ? surpluses[0] : Leading(surpluses, 1)?[0];
    }

    /// <summary>Passes on the surplus of an elected candidate.</summary>
    /// <remarks>
    /// SSI 2007/42, schedule 1, rule 48(3): each ballot's value is surplus × value when received / votes. Commonwealth Electoral Act 1918 (Australia),
    /// s. 273(9): surplus / ballots. Local Elections (Northern Ireland) Order 1985, rule 49(4)-(7): surplus / transferable ballots of the last
    /// parcel, and not more than the value when received.
    /// </remarks>
    void PassSurplus(int from)
    {
        pending.Remove(from);
        var surplus = math.Subtract(piles.Votes[from], quota);
        var parcel = law.Surplus == SurplusRule.LastParcel ? piles.TakeLast(from) : piles.TakeAll(from);
        var sorted = piles.Sort(parcel, continuing);
        var worth = TransferValues(sorted, surplus, piles.Votes[from], out var isCapped);
        piles.Votes[from] = math.Subtract(piles.Votes[from], surplus);
        var without = law.Share == SurplusShare.AllBallots && !isCapped ? Gain(sorted, worth, continuing.Length) : math.Of(0);
        Pass(sorted, worth, surplus, without, restIsExhausted: isCapped);
        Close(CountKind.Surplus, [from], Told(sorted, worth));
    }

    T[] TransferValues(SortedBallots<T> sorted, T surplus, T votes, out bool isCapped)
    {
        var isWeighted = law.Surplus == SurplusRule.WeightedInclusiveGregory;
        var transferable = law.Share == SurplusShare.Transferable;
        var total = math.Of(0);
        for (var column = 0; column < sorted.Values.Count; column++)
        {
            var ballots = sorted.Ballots.Sum(b => b[column]) - (transferable ? sorted.Ballots[^1][column] : 0);
            total = math.Add(total, isWeighted ? math.Times(piles.Value(sorted.Values[column]), ballots) : math.Of(ballots));
        }

        total = isWeighted && !transferable ? votes : total;
        var worth = new T[sorted.Values.Count];
        isCapped = math.Compare(total, math.Of(0)) == 0;
        for (var column = 0; column < worth.Length; column++)
        {
            var value = piles.Value(sorted.Values[column]);
            worth[column] = math.Compare(total, math.Of(0)) == 0 ? value : math.Portion(isWeighted ? value : math.Of(1), surplus, total);
            if ((transferable || law.Surplus == SurplusRule.LastParcel) && math.Compare(worth[column], value) > 0)
            {
                worth[column] = value;
                isCapped = true;
            }
        }

        return worth;
    }

    /// <summary>Those who can no longer overtake the next above them, whatever is passed on; as many as there are vacancies stay, or two where the law counts down to two.</summary>
    /// <remarks>Minneapolis Code of Ordinances 167.20; Local Elections (Northern Ireland) Order 1985, rule 51(12).</remarks>
    List<int> Batch()
    {
        var standing = Standing();
        standing.Reverse();
        var sum = Untransferred();
        var most = 0;
        var stay = law.Stop == StopRule.TwoLeft ? 2 : Math.Max(Vacancies, 1);
        for (var size = 1; size <= standing.Count - stay; size++)
        {
            sum = math.Add(sum, piles.Votes[standing[size - 1]]);
            most = math.Compare(sum, piles.Votes[standing[size]]) < 0 ? size : most;
        }

        return standing[..most];
    }

    /// <summary>Who is excluded next; null where a tie is open.</summary>
    List<int>? ToExclude()
    {
        if (law.Exclude is ExclusionRule.Batch or ExclusionRule.BatchBeforeSurplus && Batch() is { Count: > 0 } certain)
        {
            return certain;
        }

        var standing = Standing();
        var stay = law.Exclude == ExclusionRule.AllButTwo && standing.Count > 2 ? 2 : standing.Count - 1;
        return stay == 0 ? standing : Leading(standing, stay) is { } kept ? [.. standing.Except(kept)] : null;
    }

    void Exclude(List<int> candidates)
    {
        excluded = candidates;
        foreach (var candidate in candidates)
        {
            states[candidate] = CandidateState.Excluded;
            continuing[candidate] = false;
        }

        foreach (var parcel in piles.TakeExcluded(candidates, law.Parcels))
        {
            parcels.Enqueue(parcel);
        }

        PassExcluded();
    }

    /// <summary>Passes on the next parcel of the excluded, at the values that its ballots have.</summary>
    /// <remarks>SSI 2007/42, schedule 1, rule 50(4). Where the law parts them by value: Local Elections (Northern Ireland) Order 1985, rule 51(2)-(9).</remarks>
    void PassExcluded()
    {
        parcels.TryDequeue(out var parcel);
        var removed = math.Of(0);
        foreach (var (index, candidate) in excluded.Index())
        {
            var votes = parcel is null || parcels.Count == 0
                ? piles.Votes[candidate]
                : math.Gained(math.Times(piles.Value(parcel.Value), parcel.Ballots[index]));
            piles.Votes[candidate] = math.Subtract(piles.Votes[candidate], votes);
            removed = math.Add(removed, votes);
        }

        var sorted = piles.Sort(parcel?.Top ?? -1, continuing);
        T[] worth = [.. sorted.Values.Select(piles.Value)];
        Pass(sorted, worth, removed, Gain(sorted, worth, continuing.Length), restIsExhausted: false);
        Close(CountKind.Exclusion, [.. excluded], Told(sorted, worth));
    }

    /// <summary>Credits every candidate, and accounts for what nobody gains.</summary>
    void Pass(SortedBallots<T> sorted, T[] worth, T removed, T without, bool restIsExhausted)
    {
        for (var to = 0; to < continuing.Length; to++)
        {
            if (continuing[to])
            {
                var gain = Gain(sorted, worth, to);
                piles.Votes[to] = math.Add(piles.Votes[to], gain);
                removed = math.Subtract(removed, gain);
            }
        }

        var rest = math.Subtract(removed, without);
        exhausted = math.Add(exhausted, restIsExhausted ? removed : without);
        lost = restIsExhausted ? lost : math.Add(lost, rest);
        piles.Pass(sorted, worth, history.Count);
    }

    T Gain(SortedBallots<T> sorted, T[] worth, int to)
    {
        var sum = math.Of(0);
        for (var column = 0; column < worth.Length; column++)
        {
            sum = math.Add(sum, math.Times(worth[column], sorted.Ballots[to][column]));
        }

        return math.Gained(sum);
    }

    ImmutableArray<PassedBallots> Told(SortedBallots<T> sorted, T[] worth) =>
    [
        .. worth.Select((w, column) => new PassedBallots(sorted.Ballots.Sum(b => b[column]), math.Amount(piles.Value(sorted.Values[column])), math.Amount(w)))
            .OrderByDescending(p => p.Was),
    ];
}
