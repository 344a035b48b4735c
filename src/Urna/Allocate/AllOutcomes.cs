using System.Collections.Immutable;
using Urna.Model;

namespace Urna.Allocate;

/// <summary>One way in which open ties can end.</summary>
/// <param name="Lots">What would have to be drawn.</param>
/// <param name="Allocation">The seats then.</param>
public sealed record PossibleOutcome(ImmutableArray<LotDrawn> Lots, ContestAllocation Allocation);

/// <summary>Every way in which the open ties of a contest can end.</summary>
/// <param name="Outcomes">The ways, in the order of the tied names.</param>
/// <param name="IsComplete">Whether they are all.</param>
public sealed record PossibleOutcomes(ImmutableArray<PossibleOutcome> Outcomes, bool IsComplete)
{
    /// <summary>Draws every lot in turn until no tie is open.</summary>
    /// <param name="rule">The law.</param>
    /// <param name="votes">The votes, with the lots on record.</param>
    /// <param name="most">How many ways are listed at most, ≥ 1.</param>
    /// <returns>One way without further lots if no tie is open.</returns>
    public static PossibleOutcomes Of(ElectoralRule rule, ContestVotes votes, int most)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(most, 1);
        var found = ImmutableArray.CreateBuilder<PossibleOutcome>();
        var complete = Explore([]);
        return new PossibleOutcomes(found.ToImmutable(), complete);

        bool Explore(ImmutableArray<LotDrawn> drawn)
        {
            if (found.Count == most)
            {
                return false;
            }

            var allocation = SeatAllocation.Fill(rule, votes with { Lots = votes.Lots.AddRange(drawn) });
            if (allocation.Districts.SelectMany(d => d.Ties.Select(t => (d.District, Tie: t))).FirstOrDefault() is not { Tie: { } tie } open)
            {
                found.Add(new PossibleOutcome(drawn, allocation));
                return true;
            }

            foreach (var winners in Choose(tie.Among, tie.Seats))
            {
                ImmutableArray<LotDrawn> lots = [.. winners.Select(w => new LotDrawn(open.District, tie.Level, w))];
                if (!Explore(drawn.AddRange(lots)))
                {
                    return false;
                }
            }

            return true;
        }
    }

    static IEnumerable<ImmutableArray<string>> Choose(ImmutableArray<string> among, int seats)
    {
        if (seats == 0)
        {
            yield return [];
            yield break;
        }

        for (var i = 0; i <= among.Length - seats; i++)
        {
            foreach (var rest in Choose(among[(i + 1)..], seats - 1))
            {
                yield return rest.Insert(0, among[i]);
            }
        }
    }
}
