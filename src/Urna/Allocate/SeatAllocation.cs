using System.Collections.Immutable;
using Urna.Model;
using Urna.Validate;

namespace Urna.Allocate;

/// <summary>Fills the seats of a contest under its law.</summary>
public static class SeatAllocation
{
    /// <summary>Takes the law's steps in each district, then those that balance districts against each other.</summary>
    /// <param name="rule">The law.</param>
    /// <param name="votes">The votes.</param>
    /// <returns>The seats, or who goes on, or who is tied, or what is missing to say so.</returns>
    public static ContestAllocation Allocate(ElectoralRule rule, ContestVotes votes)
    {
        var faults = new List<Finding>();
        var used = new HashSet<LotDrawn>();
        var between = new List<string>();
        var outcome = Outcome.Elected;
        var districts = votes.Districts.Select(d =>
        {
            var ties = new TieBreaker(d.District, votes.Lots);
            var result = Fill(rule.StepsFor(d.District), d, votes.Congress, ties, faults);
            used.UnionWith(ties.Used);
            between.AddRange(result.Between);
            outcome = result.Outcome == Outcome.Elected ? outcome : result.Outcome;
            return result.Allocation;
        }).ToImmutableArray();

        foreach (var step in rule.Steps.OfType<AlternateParityStep>())
        {
            districts = AlternateParity.Apply(step, districts, votes, used);
        }

        faults.AddRange(votes.Lots.Where(l => !used.Contains(l)).Select(unused =>
            Codes.Finding("V120", $"Lots were drawn for '{unused.Winner}' in '{unused.District}' ({unused.Level}), who is not among those tied there.") with
            {
                Place = unused.District,
                Found = unused.Winner,
            }));
        return new ContestAllocation(rule, districts.Any(d => !d.Ties.IsEmpty) ? Outcome.Tie : outcome, [.. between], districts, [.. faults]);
    }

    static (DistrictAllocation Allocation, Outcome Outcome, ImmutableArray<string> Between) Fill(
        ImmutableArray<RuleStep> steps, DistrictVotes district, ImmutableArray<CongressVote> congress, TieBreaker ties, List<Finding> faults)
    {
        if (steps.OfType<NeedsDataStep>().FirstOrDefault() is { } needs)
        {
            return (new DistrictAllocation(district.District, district.Seats, [], [], [], [], [needs.Because]), Outcome.Elected, []);
        }

        if (steps.Any(s => s is DoublingStep) && district.Seats != DoublingStep.Seats)
        {
            faults.Add(Codes.Finding("V110", $"The binomial law fills {DoublingStep.Seats} seats, but '{district.District}' has {district.Seats}.") with
            {
                Place = district.District,
                Column = "seats",
                Found = $"{district.Seats}",
                Expected = $"{DoublingStep.Seats}",
            });
        }

        if (steps.OfType<MajorityStep>().FirstOrDefault() is { } majority)
        {
            return TwoStages.Fill(majority, steps, district, congress, ties, faults);
        }

        var allocation = DistrictAllocator.Allocate(district, [.. steps.OfType<SharingStep>()], ties);
        foreach (var parity in steps.OfType<ParityStep>())
        {
            allocation = Parity.Apply(parity, allocation, district, ties);
        }

        return (allocation, Outcome.Elected, []);
    }
}
