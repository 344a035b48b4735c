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
    public static DistrictAllocation Apply(ParityStep step, DistrictAllocation allocation, DistrictVotes votes, TieBreaker ties)
    {
        if (allocation.Elected.Any(s => s.Candidacy.Sex == Sex.Unknown))
        {
            var who = string.Join(", ", allocation.Elected.Where(s => s.Candidacy.Sex == Sex.Unknown).Select(s => s.Person));
            return allocation with { Elected = [], Missing = allocation.Missing.Add(new($"the sex of {who}", $"el sexo de {who}")) };
        }

        var women = allocation.Elected.Count(s => s.Candidacy.Sex == Sex.Female);
        var men = allocation.Elected.Length - women;
        var larger = women > men ? Sex.Female : Sex.Male;
        var swaps = (Math.Abs(women - men) - (allocation.Elected.Length % 2)) / 2;
        var steps = allocation.Steps.ToList();
        var elected = allocation.Elected;
        foreach (var equals in InOrder(elected, larger))
        {
            if (swaps == 0)
            {
                break;
            }

            // Where not all equals have to yield, lots say who keeps the seat.
            var keep = Math.Max(0, equals.Length - swaps);
            var keeping = keep > 0 ? ties.Winners(TieLevel.Parity, equals, TieNames.Of(equals, s => s.Person, s => s.Candidacy), keep, [(TieRule.Lot, null)], step.Article, steps) : [];
            if (keeping.Length < keep)
            {
                break;
            }

            foreach (var yielding in equals.RemoveRange(keeping))
            {
                if (Replacement(step.Replacements, step.Article, yielding, elected, votes, ties, steps) is not { } found)
                {
                    if (!ties.Open.IsEmpty)
                    {
                        return allocation with { Elected = elected, Steps = [.. steps], Ties = ties.Open };
                    }

                    continue;
                }

                steps.Add(new SeatYielded(step.Article, yielding.Person, yielding.Votes, found.Seat.Person, found.Seat.Votes, found.Within));
                elected = elected.Replace(yielding, found.Seat);
                swaps--;
            }
        }

        return allocation with { Elected = elected, Steps = [.. steps], Ties = ties.Open };
    }

    /// <summary>Those who may have to yield, fewest votes first, equals together.</summary>
    static IEnumerable<ImmutableArray<Seat>> InOrder(ImmutableArray<Seat> elected, Sex larger) =>
        elected.Where(s => s.Candidacy.Sex == larger && s.Candidacy.Kind != CandidacyKind.Independent)
            .GroupBy(s => s.Votes).OrderBy(g => g.Key).Select(g => g.ToImmutableArray());

    /// <summary>Who takes the seat of a winner who yields: the most voted of the other sex in the same party, else where the law seeks next.</summary>
    internal static (Seat Seat, string Within)? Replacement(
        ImmutableArray<Holder> replacements, string article, Seat yielding, ImmutableArray<Seat> elected, DistrictVotes votes, TieBreaker ties, List<AllocationStep> steps)
    {
        var held = elected.Select(s => s.Candidacy.Choice).ToHashSet();
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

            var most = found.Max(v => v.Votes);
            var first = found.Where(v => v.Votes == most).ToImmutableArray();
            if (first.Length > 1)
            {
                first = ties.Winners(TieLevel.Parity, first, TieNames.Of(first, v => v.Candidacy.Name, v => v.Candidacy), 1, [(TieRule.Lot, null)], article, steps);
            }

            return first.IsEmpty ? null : (new Seat(first[0].Candidacy, first[0].Votes, Basis.Parity), within.ToString().ToLowerInvariant());
        }

        return null;
    }
}
