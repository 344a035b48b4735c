using System.Collections.Immutable;
using Urna.Allocate.Account;
using Urna.Allocate.Filling;
using Urna.Allocate.Lots;
using Urna.Allocate.Steps;
using Urna.Allocate.Votes;
using Urna.Model;
using Urna.Numerics;
using Urna.Validate;

namespace Urna.Allocate.Transferable;

/// <summary>Fills the seats of a district from its ranked ballots.</summary>
static class TransferableDistrict
{
    /// <summary>Counts the ballots of a district.</summary>
    /// <param name="law">The law's step.</param>
    /// <param name="district">The district, with its ballots.</param>
    /// <param name="ties">The ties of the district before.</param>
    public static FilledDistrict Fill(TransferableVoteStep law, DistrictVotes district, TieState ties)
    {
        if (district.Ballots is not { } ballots)
        {
            return new(Empty(district) with { Missing = [LocalizedText.Say(
                "transferable-district.the-ranked-ballots-of", ("district", district.District))] }, ties, []);
        }

        if (law.Stop == StopRule.TwoLeft && district.Seats > 1)
        {
            return new(Empty(district), ties, [Fault(
                "V110",
                LocalizedText.Say("v110.a-count-down-to-two-candidates", ("district", district.District), ("seats", district.Seats)),
                district, $"{district.Seats}", "1")]);
        }

        var preferences = Preferences.Of(ballots, law);
        var first = preferences.First();
        if (district.VotesAreStated && Disagreement(district, first) is { } disagreement)
        {
            return new(Empty(district), ties, [disagreement]);
        }

        var writeIns = law.WriteIns.Select(FoldedName.Of).ToHashSet();
        var input = new CountInput(
            law,
            district.Seats,
            [.. district.Votes.Select(v => v.Candidacy.Name)],
            [.. district.Votes.Select(v => writeIns.Contains(FoldedName.Of(v.Candidacy.Name)))],
            preferences,
            ties);
        var counted = law is { Decimals: { } decimals, Rounding: RoundingRule.BallotValue }
            ? TransferableCount<Int128, FixedArithmetic>.Run(input, new(decimals))
            : TransferableCount<Fraction, FractionArithmetic>.Run(input, new(law.Decimals));
        return new(Of(law, district, first, counted), counted.Ties, []);
    }

    static DistrictAllocation Of(TransferableVoteStep law, DistrictVotes district, long[] first, CountOutcome counted)
    {
        ImmutableArray<Seat> elected = [.. counted.Elected.Select(e => new Seat(district.Votes[e.Candidate].Candidacy, first[e.Candidate], e.Basis))];
        return Standing(law.Article, district, first, elected, counted.Ties, counted.Steps);
    }

    /// <summary>A district with its seats; those that nobody takes are told.</summary>
    /// <param name="article">The article of law.</param>
    /// <param name="district">The district.</param>
    /// <param name="first">First preferences by candidate.</param>
    /// <param name="elected">Who is elected.</param>
    /// <param name="ties">The ties of the district then.</param>
    /// <param name="steps">What was done.</param>
    public static DistrictAllocation Standing(
        string article, DistrictVotes district, long[] first, ImmutableArray<Seat> elected, TieState ties, ImmutableArray<AllocationStep> steps)
    {
        var vacant = district.Seats - elected.Length;
        var lists = district.Votes.Index().GroupBy(v => v.Item.Candidacy.ListName).Select(list => new ListStanding(
            list.Key, list.Sum(v => first[v.Index]), elected.Count(s => s.Candidacy.ListName == list.Key), null, null));
        return new DistrictAllocation(
            district.District,
            district.Seats,
            [.. lists.OrderByDescending(l => l.Votes)],
            elected,
            ties.Open,
            vacant > 0 && ties.Open.IsEmpty ? steps.Add(new SeatsVacant(article, Holder.Candidate, "", vacant, first.All(v => v == 0))) : steps,
            []);
    }

    /// <summary>A district of which nothing is filled.</summary>
    public static DistrictAllocation Empty(DistrictVotes district) => new(district.District, district.Seats, [], [], [], [], []);

    /// <summary>The first candidate whose stated votes are not the first preferences that the law counts.</summary>
    public static Finding? Disagreement(DistrictVotes district, long[] first)
    {
        for (var c = 0; c < first.Length; c++)
        {
            if (district.Votes[c].Votes != first[c])
            {
                var name = district.Votes[c].Candidacy.Name;
                return Fault(
                    "V131",
                    LocalizedText.Say(
                        "v131.has-votes-in-but-first-preferences", ("name", name), ("votes", district.Votes[c].Votes),
                        ("district", district.District), ("first", first[c])),
                    district, $"{district.Votes[c].Votes}", $"{first[c]}");
            }
        }

        return null;
    }

    /// <summary>A fault of a district.</summary>
    public static Finding Fault(string code, LocalizedText message, DistrictVotes district, string found, string expected) =>
        Codes.Finding(code, message) with { Place = district.District, Found = found, Expected = expected };
}
