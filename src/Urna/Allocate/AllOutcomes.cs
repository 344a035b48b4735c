using System.Collections.Immutable;
using Urna.Allocate.Account;
using Urna.Allocate.Laws;
using Urna.Allocate.Votes;
using Urna.Model;

namespace Urna.Allocate;

/// <summary>One way in which open ties can end.</summary>
/// <param name="Lots">What would have to be drawn.</param>
/// <param name="Allocation">The seats then.</param>
public sealed record PossibleOutcome(ImmutableArray<LotDrawn> Lots, ContestAllocation Allocation)
{
    /// <summary>The ties that were drawn, in their order.</summary>
    internal ImmutableArray<DistrictTie> Ties { get; init; } = [];
}

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
        return LawFit.Of(rule, votes) is { IsEmpty: false } unfit ? new([new([], LawFit.Refused(rule, votes, unfit))], true) : Fitting(rule, votes, most);
    }

    /// <summary>The ways of a contest that the law fits, or of some of its districts that are filled together.</summary>
    internal static PossibleOutcomes Fitting(ElectoralRule rule, ContestVotes votes, int most)
    {
        var found = ImmutableArray.CreateBuilder<PossibleOutcome>();
        var complete = Explore([], []);
        return new PossibleOutcomes(found.ToImmutable(), complete);

        bool Explore(ImmutableArray<LotDrawn> drawn, ImmutableArray<DistrictTie> ties)
        {
            if (found.Count == most)
            {
                return false;
            }

            var allocation = SeatAllocation.Fill(rule, votes with { Lots = votes.Lots.AddRange(drawn) });
            if (First(allocation) is not { } first)
            {
                found.Add(new PossibleOutcome(drawn, allocation) { Ties = ties });
                return true;
            }

            foreach (var winners in Choose(first.Open.Among, first.Open.Seats))
            {
                ImmutableArray<LotDrawn> lots = [.. winners.Select(w => new LotDrawn(first.District, first.Open.Level, w))];
                if (!Explore(drawn.AddRange(lots), ties.Add(first)))
                {
                    return false;
                }
            }

            return true;
        }
    }

    /// <summary>The open tie that came up first; null if none is open. Those that came up after it may be others once it is drawn.</summary>
    internal static DistrictTie? First(ContestAllocation allocation) =>
        allocation.Districts.SelectMany(d => d.Ties.Select(t => new DistrictTie(d.District, t))).MinBy(t => t.Open.Order);

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
