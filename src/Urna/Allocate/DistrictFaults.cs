using Urna.Model;
using System.Collections.Immutable;
using Urna.Allocate.Steps;
using Urna.Allocate.Votes;
using Urna.Validate;

namespace Urna.Allocate;

/// <summary>Why the votes of a district cannot be those of its law.</summary>
static class DistrictFaults
{
    /// <summary>A fault for each thing that the steps and the votes do not agree about.</summary>
    /// <param name="steps">The steps for the district.</param>
    /// <param name="district">The district.</param>
    public static IEnumerable<Finding> Of(ImmutableArray<RuleStep> steps, DistrictVotes district)
    {
        var isTwoStages = steps.Any(s => s is MajorityStep);
        var isRanked = !isTwoStages && steps.Any(s => s is BallotStep);
        return [.. OtherRounds(steps, district), .. isTwoStages ? [] : isRanked ? OtherSteps(steps, district) : [.. Unranked(district), .. OtherSeats(steps, district)]];
    }

    /// <summary>Votes of more rounds than the law has: they are other votes of the same people, and never added up.</summary>
    static IEnumerable<Finding> OtherRounds(ImmutableArray<RuleStep> steps, DistrictVotes district)
    {
        var rounds = district.Votes.Select(v => v.Round).Distinct().Order().ToList();
        var most = steps.Any(s => s is RunoffStep) ? 2 : 1;
        if (rounds.Count > most || (rounds.Count == 2 && rounds[0] != 1))
        {
            yield return Codes.Finding("V110", LocalizedText.Say(
                "v110.has-votes-of-rounds-but-the", ("district", district.District), ("rounds", string.Join(", ", rounds)),
                ("most", most))) with
            {
                Place = district.District,
                Column = "round",
                Found = string.Join(", ", rounds),
                Expected = most == 1 ? "one round" : "1, 2",
            };
        }
    }

    static IEnumerable<Finding> OtherSteps(ImmutableArray<RuleStep> steps, DistrictVotes district)
    {
        if (steps.Length > 1)
        {
            yield return Codes.Finding("V110", LocalizedText.Say(
                "v110.a-step-that-counts-ranked-ballots", ("steps", steps.Length), ("district", district.District))) with { Place = district.District };
        }
    }

    static IEnumerable<Finding> Unranked(DistrictVotes district)
    {
        if (district.Ballots is not null)
        {
            yield return Codes.Finding("V110", LocalizedText.Say("v110.there-are-ranked-ballots-of-but", ("district", district.District))) with { Place = district.District };
        }
    }

    /// <summary>Seats that are not those that the law gives by name.</summary>
    static IEnumerable<Finding> OtherSeats(ImmutableArray<RuleStep> steps, DistrictVotes district)
    {
        if (steps.Any(s => s is DoublingStep) && district.Seats != DoublingStep.Seats)
        {
            yield return Seats(
                district,
                DoublingStep.Seats,
                LocalizedText.Say("v110.the-binomial-law-fills-seats-but", ("seats", DoublingStep.Seats), ("district", district.District), ("seats2", district.Seats)));
        }

        if (steps.OfType<ByRankStep>().FirstOrDefault() is { } ranks && ranks.Seats.Sum() is var named && district.Seats != named)
        {
            yield return Seats(
                district,
                named,
                LocalizedText.Say("v110.the-law-gives-seats-by-rank", ("named", named), ("district", district.District), ("seats", district.Seats)));
        }
    }

    static Finding Seats(DistrictVotes district, int expected, LocalizedText sentence) => Codes.Finding("V110", sentence) with
    {
        Place = district.District,
        Column = "seats",
        Found = $"{district.Seats}",
        Expected = $"{expected}",
    };
}
