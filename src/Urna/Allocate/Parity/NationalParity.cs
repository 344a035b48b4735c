using System.Collections.Immutable;
using Urna.Allocate.Account;
using Urna.Allocate.Lots;
using Urna.Allocate.Steps;
using Urna.Allocate.Votes;
using Urna.Model;

namespace Urna.Allocate.Parity;

/// <summary>Balances women and men over all districts of a contest.</summary>
/// <remarks>
/// Constitution of Chile, art. 144 (Ley 21.533, as Ley 21.574 of 2023 made it precise): while the sexes differ, the lists take turns, the one with fewest
/// votes in the country first. A list yields one seat a turn, in the district where it has fewest votes of those in which the larger sex leads by more than one;
/// there its least voted winner of the larger sex yields to the most voted of the other in the same party, else in the list. When no district has such a
/// lead any more, districts where the larger sex leads by one are next, and last any. Candidacies outside lists count, and never yield.
/// </remarks>
static class NationalParity
{
    /// <summary>The leads that a district must have, from pass to pass.</summary>
    static readonly int[] leads = [2, 1, int.MinValue];

    /// <summary>Applies the step; drawings of lots that decide something are added to those used.</summary>
    public static ImmutableArray<DistrictAllocation> Apply(
        NationalParityStep step, ImmutableArray<DistrictAllocation> allocations, ContestVotes contest, ISet<LotDrawn> used)
    {
        var lacks = ParityData.Missing(allocations).ToImmutableArray();
        if (!lacks.IsEmpty)
        {
            return [.. allocations.Select(a => ParityData.Open(a, lacks))];
        }

        // With an open tie nothing is balanced: every drawing is tried, each with its own balance.
        if (allocations.Any(a => !a.Ties.IsEmpty))
        {
            return allocations;
        }

        var balance = new ParityBalance(step, allocations, contest);
        foreach (var lead in leads)
        {
            balance.TakeTurns(lead);
        }

        used.UnionWith(balance.Used);
        return balance.Allocations;
    }
}

/// <summary>The seats of a contest while women and men are balanced.</summary>
sealed class ParityBalance
{
    readonly NationalParityStep step;
    readonly ContestVotes contest;
    readonly ImmutableArray<DistrictVotes> votes;
    readonly DistrictAllocation[] districts;
    readonly ImmutableArray<(string List, long Votes)> lists;
    readonly Sex larger;
    readonly HashSet<LotDrawn> used = [];
    readonly HashSet<int> spent = [];
    int left;
    bool isOpen;

    public ParityBalance(NationalParityStep step, ImmutableArray<DistrictAllocation> allocations, ContestVotes contest)
    {
        this.step = step;
        this.contest = contest;
        votes = ParityData.VotesOf(allocations, contest);
        districts = [.. allocations];
        lists =
        [
            .. contest.Districts.SelectMany(d => d.Votes).Where(v => v.Candidacy.Kind != CandidacyKind.Independent)
                .AggregateBy(v => v.Candidacy.ListName, 0L, (sum, v) => sum + v.Votes).Select(l => (l.Key, l.Value)).OrderBy(l => l.Value),
        ];
        larger = Women > Men ? Sex.Female : Sex.Male;
        left = (Math.Abs(Women - Men) - ((Women + Men) % 2)) / 2;
    }

    /// <summary>The districts' seats so far.</summary>
    public ImmutableArray<DistrictAllocation> Allocations => [.. districts];

    /// <summary>The drawings of lots that decided something.</summary>
    public IReadOnlySet<LotDrawn> Used => used;

    int Women => districts.Sum(d => CountOf(d, Sex.Female));

    int Men => districts.Sum(d => CountOf(d, Sex.Male));

    /// <summary>Lets lists yield in turn, in districts where the larger sex leads by so many, until balance or until none can.</summary>
    public void TakeTurns(int lead)
    {
        for (var yielded = true; yielded && left > 0 && !isOpen;)
        {
            yielded = false;
            foreach (var equals in lists.GroupBy(l => l.Votes))
            {
                var picks = equals.SelectMany(l => Picks(l.List, lead)).ToList();
                if (left == 0 || picks.Count == 0 || Choose(picks) is not { } pick)
                {
                    continue;
                }

                yielded |= Yield(pick, equals.Key);
            }
        }
    }

    static int CountOf(DistrictAllocation district, Sex sex) => district.Elected.Count(s => s.Candidacy.Sex == sex);

    /// <summary>Who of a list would yield: the least voted in its district of fewest votes; several where votes are equal.</summary>
    List<(int District, Seat Seat)> Picks(string list, int lead) =>
        Enumerable.Range(0, districts.Length)
            .Where(d => (2 * CountOf(districts[d], larger)) - districts[d].Elected.Length >= lead)
            .Select(d => (District: d, Votes: ListVotes(d, list), Seats: Yielding(d, list)))
            .Where(d => d.Seats.Count > 0).GroupBy(d => d.Votes).OrderBy(g => g.Key).Take(1)
            .SelectMany(g => g.SelectMany(d => d.Seats.Select(s => (d.District, s)))).ToList();

    long ListVotes(int district, string list) => votes[district].Votes.Where(v => v.Candidacy.ListName == list).Sum(v => v.Votes);

    /// <summary>The least voted winners of the larger sex for whom the law knows a replacement.</summary>
    List<Seat> Yielding(int district, string list) =>
        districts[district].Elected
            .Where(s => s.Candidacy.Kind == CandidacyKind.OfList && s.Candidacy.Sex == larger && s.Candidacy.ListName == list && CanBeReplaced(district, s))
            .GroupBy(s => s.Votes).OrderBy(g => g.Key).Take(1).SelectMany(g => g).ToList();

    bool CanBeReplaced(int district, Seat seat) => votes[district].Votes.Any(v =>
        v.Candidacy.Kind == CandidacyKind.OfList && v.Candidacy.Sex != Sex.Unknown && v.Candidacy.Sex != larger && v.Candidacy.List == seat.Candidacy.List
        && step.Replacements.Any(within => HolderTree.NameOf(v.Candidacy, within) == HolderTree.NameOf(seat.Candidacy, within))
        && !districts[district].Elected.Any(s => s.Candidacy.Choice == v.Candidacy.Choice));

    /// <summary>The only pick, or the one whom lots leave; null with an open tie where they do not.</summary>
    (int District, Seat Seat)? Choose(List<(int District, Seat Seat)> picks)
    {
        if (isOpen || picks.Count == 1)
        {
            return isOpen ? null : picks[0];
        }

        // Each drawing serves one tie; it may be recorded for any of the tied districts.
        var kept = contest.Lots.Index().Where(l => !spent.Contains(l.Index)).Select(l => (l.Index, Lot: l.Item, Pick: Drawn(l.Item, picks))).Where(k => k.Pick >= 0)
            .DistinctBy(k => k.Pick).Take(picks.Count - 1).ToList();
        if (kept.Count == picks.Count - 1)
        {
            spent.UnionWith(kept.Select(k => k.Index));
            used.UnionWith(kept.Select(k => k.Lot));
            return picks[Enumerable.Range(0, picks.Count).Except(kept.Select(k => k.Pick)).Single()];
        }

        var tie = new OpenTie(TieLevel.Parity, [.. picks.Select(p => p.Seat.Person)], picks.Count - 1);
        foreach (var district in picks.Select(p => p.District).Distinct())
        {
            districts[district] = districts[district] with { Ties = districts[district].Ties.Add(tie) };
        }

        isOpen = true;
        return null;
    }

    /// <summary>Whose seat a lot keeps; −1 if none of the picks'.</summary>
    int Drawn(LotDrawn lot, List<(int District, Seat Seat)> picks)
    {
        if (lot.Level != TieLevel.Parity || !picks.Exists(p => districts[p.District].District == lot.District))
        {
            return -1;
        }

        var named = Enumerable.Range(0, picks.Count).Where(i => FoldedName.Of(lot.Winner) == FoldedName.Of(picks[i].Seat.Person)).ToList();
        return named.Count == 1 ? named[0] : named.FindIndex(i => districts[picks[i].District].District == lot.District) is var own and >= 0 ? named[own] : -1;
    }

    bool Yield((int District, Seat Seat) pick, long listVotes)
    {
        var district = districts[pick.District];
        var told = new TurnToYield(step.Article, pick.Seat.Candidacy.ListName, listVotes, Women, Men);
        var found = DistrictParity.Replacement(
            step.Replacements, step.Article, pick.Seat, district with { Steps = district.Steps.Add(told) }, votes[pick.District], new TieState(district.District, contest.Lots));
        left -= found.IsReplaced ? 1 : 0;
        isOpen |= !found.Ties.Open.IsEmpty;
        used.UnionWith(found.Ties.Used);
        districts[pick.District] = found.Allocation with { Ties = district.Ties.AddRange(found.Ties.Open) };
        return found.IsReplaced;
    }
}
