using System.Collections.Immutable;
using Urna.Allocate.Account;
using Urna.Allocate.Steps;
using Urna.Allocate.Votes;
using Urna.Model;

namespace Urna.Allocate.Parity;

/// <summary>Balances women and men over districts of one seat: winners yield to their own alternates.</summary>
/// <remarks>
/// Constitution of Chile, transitory art. 43 (Ley 21.298): the over-represented sex loses the seats whose winner has the fewest votes
/// per person on the people's roll.
/// </remarks>
static class AlternateParity
{
    /// <summary>Applies the step; drawings of lots that decide who keeps a seat are added to those used.</summary>
    public static ImmutableArray<DistrictAllocation> Apply(
        AlternateParityStep step, ImmutableArray<DistrictAllocation> allocations, ContestVotes contest, ISet<LotDrawn> used)
    {
        var votes = ParityData.VotesOf(allocations, contest);
        var names = step.Districts.Select(FoldedName.Of).ToHashSet();
        var own = Enumerable.Range(0, allocations.Length).Where(i => names.Contains(FoldedName.Of(allocations[i].District))).ToList();
        if (own.Count == 0)
        {
            return allocations;
        }

        var lacks = Missing(step, own, allocations, votes).ToImmutableArray();
        if (!lacks.IsEmpty)
        {
            return [.. allocations.Select((a, i) => own.Contains(i) ? ParityData.Open(a, lacks) : a)];
        }

        var women = own.Sum(i => allocations[i].Elected.Count(s => s.Candidacy.Sex == Sex.Female));
        var men = own.Sum(i => allocations[i].Elected.Length) - women;
        var larger = women > men ? Sex.Female : Sex.Male;
        var swaps = Math.Abs(women - men) / 2;
        var order = own.Where(i => allocations[i].Elected is [var seat] && seat.Candidacy.Sex == larger)
            .Order(Comparer<int>.Create((a, b) => CompareShares(a, b, allocations, votes))).ToList();
        var yielding = order.Take(swaps).ToHashSet();
        var equals = swaps == 0 || swaps >= order.Count ? [] : order.Where(i => CompareShares(i, order[swaps - 1], allocations, votes) == 0).ToList();
        var tied = equals.Exists(i => !yielding.Contains(i)) ? KeptByLot(equals, equals.Count(i => !yielding.Contains(i)), allocations, contest.Lots, used, yielding) : [];
        return [.. allocations.Select((a, i) => tied.Contains(i) ? Open(a, tied, allocations, yielding) : yielding.Contains(i) ? Yield(step, a) : a)];
    }

    /// <summary>Lets lots decide which of the equals keep their seats; the equals themselves where lots do not settle it.</summary>
    static List<int> KeptByLot(
        List<int> equals, int keep, ImmutableArray<DistrictAllocation> allocations, ImmutableArray<LotDrawn> lots, ISet<LotDrawn> used, HashSet<int> yielding)
    {
        var kept = lots.Select(l => Drawn(l, equals, allocations)).Where(i => i >= 0).Distinct().ToList();
        if (kept.Count != keep)
        {
            return equals;
        }

        yielding.UnionWith(equals.Except(kept));
        yielding.ExceptWith(kept);
        used.UnionWith(lots.Where(l => Drawn(l, equals, allocations) >= 0));
        return [];
    }

    /// <summary>Whose seat a lot keeps: it may be recorded for any of the tied districts; −1 if for none.</summary>
    static int Drawn(LotDrawn lot, List<int> equals, ImmutableArray<DistrictAllocation> allocations)
    {
        var fit = lot.Level == TieLevel.Parity && equals.Exists(i => allocations[i].District == lot.District)
            ? equals.FindAll(i => FoldedName.Of(lot.Winner) == FoldedName.Of(allocations[i].Elected[0].Person))
            : [];
        var own = fit.FindIndex(i => allocations[i].District == lot.District);
        return fit.Count == 1 ? fit[0] : own >= 0 ? fit[own] : -1;
    }

    static DistrictAllocation Open(DistrictAllocation allocation, List<int> tied, ImmutableArray<DistrictAllocation> allocations, HashSet<int> yielding) =>
        allocation with { Ties = allocation.Ties.Add(new OpenTie(TieLevel.Parity, [.. tied.Select(i => allocations[i].Elected[0].Person)], tied.Count(i => !yielding.Contains(i)))) };

    static IEnumerable<LocalizedText> Missing(
        AlternateParityStep step, List<int> own, ImmutableArray<DistrictAllocation> allocations, ImmutableArray<DistrictVotes> votes)
    {
        if (own.Count < step.Districts.Length)
        {
            var absent = string.Join(", ", step.Districts.Where(d => own.TrueForAll(i => FoldedName.Of(allocations[i].District) != FoldedName.Of(d))));
            yield return LocalizedText.Say("alternate-parity.the-votes-of", ("absent", absent));
        }

        var rolls = own.Where(i => votes[i].Registered is null or 0).Select(i => votes[i].District).ToList();
        if (rolls.Count > 0)
        {
            yield return LocalizedText.Say("alternate-parity.the-people-registered-in", ("rolls", string.Join(", ", rolls)));
        }

        foreach (var lack in ParityData.Missing([.. own.Select(i => allocations[i])]))
        {
            yield return lack;
        }
    }

    /// <summary>Orders districts by their winner's votes per person on the roll, exactly.</summary>
    static int CompareShares(int a, int b, ImmutableArray<DistrictAllocation> allocations, ImmutableArray<DistrictVotes> votes) =>
        ((Int128)allocations[a].Elected[0].Votes * votes[b].Registered!.Value).CompareTo((Int128)allocations[b].Elected[0].Votes * votes[a].Registered!.Value);

    static DistrictAllocation Yield(AlternateParityStep step, DistrictAllocation allocation)
    {
        var winner = allocation.Elected[0];
        var alternate = winner with { Basis = Basis.Alternate };
        return allocation with
        {
            Elected = [alternate],
            Steps = allocation.Steps.Add(new SeatYielded(step.Article, winner.Person, winner.Votes, alternate.Person, winner.Votes, "alternate")),
        };
    }
}
