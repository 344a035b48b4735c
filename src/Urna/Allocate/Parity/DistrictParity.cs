using System.Collections.Immutable;
using Urna.Allocate.Account;
using Urna.Allocate.Lots;
using Urna.Allocate.Steps;
using Urna.Allocate.Votes;
using Urna.Model;

namespace Urna.Allocate.Parity;

/// <summary>Balances women and men among the winners of a district.</summary>
/// <remarks>
/// Constitution of Chile, transitory art. 31 (Ley 21.216): least voted winners of the larger sex yield to the most voted
/// candidate of the other sex of their party, else of their list, until the sexes differ by no more than the number of seats makes
/// necessary. Candidacies outside lists are not touched.
/// </remarks>
static class DistrictParity
{
    /// <summary>The district with women and men balanced among its winners, and its ties then.</summary>
    public static (DistrictAllocation Allocation, TieState Ties) Take(ParityStep step, DistrictAllocation allocation, DistrictVotes votes, TieState ties)
    {
        if (allocation.Elected.Any(s => s.Candidacy.Sex == Sex.Unknown))
        {
            var who = string.Join(", ", allocation.Elected.Where(s => s.Candidacy.Sex == Sex.Unknown).Select(s => s.Person));
            return (allocation with { Elected = [], Missing = allocation.Missing.Add(LocalizedText.Say(
                "district-parity.the-sex-of", ("who", who))) }, ties);
        }

        var women = allocation.Elected.Count(s => s.Candidacy.Sex == Sex.Female);
        var larger = women > allocation.Elected.Length - women ? Sex.Female : Sex.Male;
        var swaps = (Math.Abs(women - (allocation.Elected.Length - women)) - (allocation.Elected.Length % 2)) / 2;
        foreach (var equals in InOrder(allocation.Elected, larger).TakeWhile(_ => swaps > 0))
        {
            // Where not all equals have to yield, lots say who keeps the seat.
            var keep = Math.Max(0, equals.Length - swaps);
            var keeping = keep > 0 ? ties.Break(TieLevel.Parity, equals, TieNames.Of(equals, s => s.Person, s => s.Candidacy), keep, [(TieRule.Lot, null)], step.Article) : new([], ties, []);
            (allocation, ties) = (allocation with { Steps = allocation.Steps.AddRange(keeping.Told), Ties = keeping.Ties.Open }, keeping.Ties);
            if (keeping.Winners.Length < keep)
            {
                break;
            }

            foreach (var yielding in equals.RemoveRange(keeping.Winners))
            {
                var found = Replacement(step.Replacements, step.Article, yielding, allocation, votes, ties);
                (allocation, ties) = (found.Allocation, found.Ties);
                swaps -= found.IsReplaced ? 1 : 0;
                if (!found.IsReplaced && !ties.Open.IsEmpty)
                {
                    return (allocation, ties);
                }
            }
        }

        return (allocation with { Ties = ties.Open }, ties);
    }

    /// <summary>Those who may have to yield, fewest votes first, equals together.</summary>
    static IEnumerable<ImmutableArray<Seat>> InOrder(ImmutableArray<Seat> elected, Sex larger) =>
        elected.Where(s => s.Candidacy.Sex == larger && s.Candidacy.Kind != CandidacyKind.Independent)
            .GroupBy(s => s.Votes).OrderBy(g => g.Key).Select(g => g.ToImmutableArray());

    /// <summary>The district in which a winner has yielded to the most voted of the other sex in the same party, else where the law seeks next.</summary>
    internal static Yielded Replacement(ImmutableArray<Holder> replacements, string article, Seat yielding, DistrictAllocation allocation, DistrictVotes votes, TieState ties)
    {
        var held = allocation.Elected.Select(s => s.Candidacy.Choice).ToHashSet();
        var losers = votes.Votes.Where(v =>
            v.Candidacy.Kind == CandidacyKind.OfList && v.Candidacy.Sex != Sex.Unknown && v.Candidacy.Sex != yielding.Candidacy.Sex
            && v.Candidacy.List == yielding.Candidacy.List && !held.Contains(v.Candidacy.Choice)).ToList();
        foreach (var within in replacements)
        {
            var found = losers.Where(v => HolderTree.NameOf(v.Candidacy, within) == HolderTree.NameOf(yielding.Candidacy, within)).ToList();
            if (found.Count == 0)
            {
                continue;
            }

            ImmutableArray<CandidacyVotes> first = [.. found.Where(v => v.Votes == found.Max(f => f.Votes))];
            var broken = first.Length == 1 ? new(first, ties, [])
                : ties.Break(TieLevel.Parity, first, TieNames.Of(first, v => v.Candidacy.Name, v => v.Candidacy), 1, [(TieRule.Lot, null)], article);
            allocation = allocation with { Steps = allocation.Steps.AddRange(broken.Told), Ties = broken.Ties.Open };
            return broken.Winners is not [var winner] ? new(allocation, broken.Ties, false) : new(
                allocation with
                {
                    Elected = allocation.Elected.Replace(yielding, new Seat(winner.Candidacy, winner.Votes, Basis.Parity)),
                    Steps = allocation.Steps.Add(new SeatYielded(article, yielding.Person, yielding.Votes, winner.Candidacy.Name, winner.Votes, within.ToString().ToLowerInvariant())),
                },
                broken.Ties,
                true);
        }

        return new(allocation, ties, false);
    }
}

/// <summary>A district in which a winner was to yield.</summary>
/// <param name="Allocation">Its seats then.</param>
/// <param name="Ties">Its ties then.</param>
/// <param name="IsReplaced">Whether somebody takes the seat.</param>
readonly record struct Yielded(DistrictAllocation Allocation, TieState Ties, bool IsReplaced);
