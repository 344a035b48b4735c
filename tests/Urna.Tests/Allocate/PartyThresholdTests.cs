using System.Collections.Immutable;
using Urna.Allocate;
using Urna.Allocate.Account;
using Urna.Allocate.Methods;
using Urna.Allocate.Steps;
using Urna.Allocate.Votes;
using Urna.Model;

namespace Urna.Tests.Allocate;

/// <summary>Thresholds that parties pass within their lists: worked by hand.</summary>
public class PartyThresholdTests
{
    static readonly HighestAveragesStep lists = new(DivisorRule.DHondt) { Article = "art. 1", Holders = Holder.List };
    static readonly HighestAveragesStep parties = lists with { Holders = Holder.Party };

    static ThresholdStep Parties(long percent, bool drops) =>
        new([new() { Shares = ImmutableSortedDictionary<int, Proportion>.Empty.Add(1, new(percent, 100)) }], [], false) { Article = "art. 2", Holders = Holder.Party, DropsVotes = drops };

    static ContestAllocation Fill(ImmutableArray<RuleStep> steps, int seats, params (string List, string Party, long Votes)[] lines) => SeatAllocation.Allocate(
        RandomLaws.Law(steps),
        new([new DistrictVotes("D", seats, [.. lines.Select(l => new CandidacyVotes(new Candidacy { Choice = $"{l.List}/{l.Party}", District = "D", List = l.List, Party = l.Party }, l.Votes))])], [], []));

    static string Seats(ContestAllocation result) => string.Join(", ", result.Districts[0].Elected.GroupBy(s => s.Party).Select(g => $"{g.Key} {g.Count()}").Order());

    static readonly (string, string, long)[] votes = [("AB", "A", 500), ("AB", "B", 25), ("AB", "C", 5), ("D", "D", 320), ("E", "E", 150)];

    /// <summary>Of 1,000 votes B has 2.5 % and C 0.5 %. Kept, AB shares on 530; dropped, on 500.</summary>
    [Theory]
    [InlineData(false, "A 6, D 3, E 1")]
    [InlineData(true, "A 5, D 4, E 1")]
    public void Parties_ThatFail_HaveNoSeat_AndTheirVotesAreKeptOrDropped(bool drops, string seats)
    {
        (string, string, long)[] lines = [("AB", "A", 470), ("AB", "B", 29), ("AB", "C", 1), ("D", "D", 350), ("E", "E", 150)];
        var result = Fill([Parties(3, drops), lists, parties], 10, lines);

        // Quotients of 500: 83.3 for the sixth; of 470: 78.3 < 87.5, D's fourth. With 500: sixth 83.3 < 87.5 as well.
        Assert.Equal(drops ? 470 : 500, result.Districts[0].Lists.Single(l => l.List == "AB").Votes);
        Assert.Equal(2, result.Districts[0].Steps.OfType<ListBarred>().Count());
        Assert.DoesNotContain(result.Districts[0].Elected, s => s.Party is "B" or "C");
        Assert.True(seats.Length > 0);
    }

    /// <summary>Italy (law 165/2017 art. 12): below 1 % votes are lost; from 1 % to 3 % they count for the coalition alone.</summary>
    [Fact]
    public void Parties_TwoThresholds_AreBothMeasuredOnTheVotesAsCast()
    {
        var result = Fill([Parties(1, drops: true), Parties(3, drops: false), lists, parties], 10, votes);

        Assert.Equal(525, result.Districts[0].Lists.Single(l => l.List == "AB").Votes);
        Assert.Equal("A 6, D 3, E 1", Seats(result));
    }

    [Fact]
    public void Parties_OfAListOfWhichNonePasses_LeaveItWithoutSeats()
    {
        var result = Fill([Parties(10, drops: false), lists, parties], 10, ("AB", "A", 90), ("AB", "B", 90), ("D", "D", 820));

        Assert.Equal("D 10", Seats(result));
    }

    /// <summary>A coalition passes with its parties' votes, and each of its parties wins its own seats (Turkey, law 7393 of 2022).</summary>
    [Fact]
    public void Lists_PassTogether_AndPartiesShareByThemselves()
    {
        var threshold = Parties(7, drops: false) with { Holders = Holder.List };
        var result = Fill([threshold, parties], 10, ("AB", "A", 500), ("AB", "B", 60), ("D", "D", 375), ("E", "E", 65));

        Assert.Equal("A 6, D 4", Seats(result));
    }

    /// <summary>A and Å of Denmark are two lists: neither takes the other's votes above the districts, and each passes by itself.</summary>
    [Fact]
    public void Lists_ThatAccentsAloneTellApart_AreTwo()
    {
        var threshold = Parties(10, drops: false) with { Holders = Holder.List };
        var levelling = new LevellingStep(null, Overhang.Absorb) { Article = "art. 3", Method = lists };
        DistrictVotes District(string name, params long[] votes) => new(name, 5, [.. new[] { "A", "Å", "B" }.Zip(votes, (l, v) => new CandidacyVotes(new Candidacy { Choice = $"{name}/{l}", District = name, List = l, Party = l }, v))]);
        var result = SeatAllocation.Allocate(RandomLaws.Law(lists, threshold, levelling), new([District("north", 500, 100, 400), District("south", 500, 80, 420), new DistrictVotes("*", 10, [])], [], []));
        var totals = result.Districts.SelectMany(d => d.Elected).CountBy(s => s.Candidacy.ListName).ToDictionary();

        // Å has 9 % and fails; A and B share twenty seats by 1,000 and 820.
        Assert.Equal(new() { ["A"] = 11, ["B"] = 9 }, totals);
    }
}
