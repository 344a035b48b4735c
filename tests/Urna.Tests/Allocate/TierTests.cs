using System.Collections.Immutable;
using Urna.Allocate;
using Urna.Allocate.Account;
using Urna.Allocate.Laws;
using Urna.Allocate.Votes;
using Urna.Model;
using Urna.Store.Laws;

namespace Urna.Tests.Allocate;

/// <summary>Thresholds, tiers and sizes of districts on small elections that can be done by hand.</summary>
public class TierTests
{
    static readonly string[] lists = ["A", "B", "C", "D"];

    [Fact]
    public void Threshold_OfFivePercent_IsOfAllVotesAndReachedExactly()
    {
        var law = Law("- { step: threshold, share: 5%, article: x }", "- { step: highest-averages, holders: lists, divisors: dhondt, article: x }");

        Assert.Equal([7, 2, 1, 0], Seats(law, District("d", 10, 650, 200, 101, 49)));
        Assert.Equal([7, 2, 1, 0], Seats(law, District("d", 10, 649, 200, 101, 49)));
        Assert.Equal([12, 4, 3, 1], Seats(law, District("d", 20, 600, 200, 150, 50)));
        Assert.Equal([13, 4, 3, 0], Seats(Law("- { step: threshold, share: 5%, inclusive: false, article: x }", "- { step: highest-averages, holders: lists, divisors: dhondt, article: x }"), District("d", 20, 600, 200, 150, 50)));
    }

    [Fact]
    public void Threshold_CountsBlankVotes_WhereTheLawSaysSo()
    {
        var law = Law("- { step: threshold, share: 3%, of: valid-and-blank, level: district, article: x }", "- { step: highest-averages, holders: lists, divisors: dhondt, article: x }");
        var district = District("d", 30, 867, 99, 34);

        Assert.Equal([27, 3, 0], Seats(law, district with { Blank = 200 }));
        Assert.Equal([26, 3, 1], Seats(law, district with { Blank = 0 }));
        Assert.NotEmpty(Allocate(law, district).Districts[0].Missing);
    }

    /// <summary>Sweden's pair: 4 % of the country, or 12 % of a district for that district alone.</summary>
    [Fact]
    public void Threshold_AnyOf_BarsDistrictByDistrict()
    {
        var law = Law(
            "- { step: threshold, any-of: [{ share: 4% }, { share: 12%, level: district }], article: x }",
            "- { step: highest-averages, holders: lists, divisors: sainte-lague, article: x }");
        var result = Allocate(law, District("north", 5, 9_000, 100, 110), District("south", 5, 600, 250, 150));

        Assert.Equal([5, 0, 0], SeatsOf(result.Districts[0]));
        Assert.Equal([3, 1, 1], SeatsOf(result.Districts[1]));
    }

    [Fact]
    public void Threshold_ByParties_AsksMoreOfLargerCoalitions()
    {
        var law = Law("- { step: threshold, share: { 1: 5%, 2: 10% }, article: x }", "- { step: highest-averages, holders: lists, divisors: dhondt, article: x }");
        var votes = District("d", 10, 900, 0).Votes;
        var coalition = votes.Add(new(new Candidacy { Choice = "p", List = "PQ", Party = "P" }, 60)).Add(new(new Candidacy { Choice = "q", List = "PQ", Party = "Q" }, 35));

        Assert.Equal([10, 0, 0], [.. Allocate(law, new DistrictVotes("d", 10, coalition)).Districts[0].Lists.Select(l => l.Seats)]);
        Assert.Equal([9, 1], [.. Allocate(law, new DistrictVotes("d", 10, votes.Add(new(new Candidacy { Choice = "p", List = "PQ", Party = "P" }, 95)))).Districts[0].Lists.Take(2).Select(l => l.Seats)]);
    }

    /// <summary>The margin of a barred list is what brings it over the threshold, if a seat waits there.</summary>
    [Fact]
    public void Margins_OfABarredList_CountTheThreshold()
    {
        var law = Law("- { step: threshold, share: 5%, article: x }", "- { step: highest-averages, holders: lists, divisors: sainte-lague, article: x }");
        var standing = Allocate(law, District("d", 20, 600, 351, 49)).Districts[0].Lists.Single(l => l.List == "C");

        Assert.Equal(0, standing.Seats);

        // 49 + x of 1,000 + x is 5 % from x = 1.05 on, so 2; the seat is there with 51 votes.
        Assert.Equal(2, standing.VotesToGain);
    }

    [Fact]
    public void Margins_UnderAThreshold_AreTheLeastThatChangeTheSeats() =>
        Gen.Select(Gen.Long[0, 200].Array[4].Where(v => v.Sum() > 0), Gen.Int[1, 12]).Sample(
            (votes, seats) =>
            {
                var law = Law("- { step: threshold, share: 12%, article: x }", "- { step: highest-averages, holders: lists, divisors: dhondt, article: x }");
                var district = Allocate(law, District("d", seats, votes)).Districts[0];
                return lists.Select((list, i) => (Standing: district.Lists.Single(l => l.List == list), Index: i)).All(l => l.Standing.VotesToGain is not { } x
                    || x > 400
                    || (Sure(law, votes, seats, l.Index, x) > l.Standing.Seats - TiedIn(district, l.Standing.List) && Sure(law, votes, seats, l.Index, x - 1) <= Sure(law, votes, seats, l.Index, 0)));
            },
            iter: 200);

    static int Sure(ElectoralRule law, long[] votes, int seats, int list, long more) =>
        Allocate(law, District("d", seats, [.. votes.Select((v, i) => i == list ? v + more : v)])).Districts[0].Lists.Single(l => l.List == lists[list]).Seats;

    static int TiedIn(DistrictAllocation district, string list) => district.Ties.Any(t => t.Among.Contains(list)) ? 1 : 0;

    /// <summary>Twelve seats by Sainte-Laguë on 600, 300, 300 are 6, 3, 3; the districts gave 5, 1, 0 of six.</summary>
    [Fact]
    public void Levelling_GivesEachListWhatTheDistrictsDidNot()
    {
        var law = Law("- { step: most-votes, holders: lists, article: x }", "- { step: levelling, divisors: sainte-lague, article: x }");
        DistrictVotes[] districts = [.. Enumerable.Range(0, 6).Select(i => District($"d{i}", 1, i < 5 ? [110, 40, 50] : [50, 100, 50])), new("*", 6, [])];
        var tier = Allocate(law, districts).Districts.Single(d => d.District == "*");

        Assert.Equal([1, 2, 3], SeatsOf(tier));
    }

    [Theory]
    [InlineData("keep", new[] { 0, 2, 2 }, 10)]
    [InlineData("absorb", new[] { 0, 1, 1 }, 8)]
    [InlineData("level", new[] { 0, 3, 3 }, 12)]
    [InlineData("withdraw", new[] { 0, 2, 2 }, 8)]
    public void Levelling_Overhang_IsKeptAbsorbedLevelledOrWithdrawn(string overhang, int[] added, int house)
    {
        // A wins all six districts with half of the votes: of eight seats its share is four.
        var law = Law("- { step: most-votes, holders: lists, article: x }", $"- {{ step: levelling, divisors: sainte-lague, overhang: {overhang}, article: x }}");
        DistrictVotes[] districts = [.. Enumerable.Range(0, 6).Select(i => District($"d{i}", 1, 100 + i, 50, 50)), new("*", 2, [])];
        var result = Allocate(law, districts);

        Assert.Equal(added, SeatsOf(result.Districts.Single(d => d.District == "*")));
        Assert.Equal(house, result.SeatsByList.Sum(l => l.Value));
        Assert.Equal(overhang == "withdraw" ? 4 : 6, result.Districts.Where(d => d.District != "*").Sum(d => d.Elected.Length));
    }

    [Fact]
    public void Levelling_Withdraw_TakesTheWeakestWinnersFirst()
    {
        var law = Law("- { step: most-votes, holders: lists, article: x }", "- { step: levelling, divisors: sainte-lague, overhang: withdraw, article: x }");
        DistrictVotes[] districts = [.. Enumerable.Range(0, 6).Select(i => District($"d{i}", 1, 100 + i, 50, 50)), new("*", 2, [])];

        Assert.Equal(["d0", "d1"], Allocate(law, districts).Districts.Where(d => d.District != "*" && d.Elected.IsEmpty).Select(d => d.District));
    }

    /// <summary>Pukelsheim's order: a list's next quotient places its seats; a district takes no more than its column says.</summary>
    [Fact]
    public void Levelling_InDistricts_GoesWhereTheNextQuotientIsLargest()
    {
        var law = Law("- { step: highest-averages, holders: lists, divisors: dhondt, article: x }", "- { step: levelling, divisors: dhondt, place: districts, article: x }");
        var free = Allocate(law, District("north", 1, 100, 80), District("south", 1, 110, 30), new DistrictVotes("*", 2, []));
        var tied = Allocate(law, District("north", 1, 100, 80) with { Levelling = 0 }, District("south", 1, 110, 30) with { Levelling = 2 }, new DistrictVotes("*", 2, []));

        Assert.Equal([1, 1], SeatsOf(free.Districts[0]));
        Assert.Equal([2, 0], SeatsOf(free.Districts[1]));
        Assert.Equal(4, free.Districts.Sum(d => d.Seats));
        Assert.Equal([1, 0], SeatsOf(tied.Districts[0]));
        Assert.Equal([2, 1], SeatsOf(tied.Districts[1]));
    }

    /// <summary>Two whole quotas of 100 a district; the rest is pooled: A 60 + 20, B 40 + 80, C 100.</summary>
    [Fact]
    public void Pool_SharesWhatWholeQuotasLeft()
    {
        var law = Law(
            "- { step: largest-remainder, holders: lists, quota: hare, rounding: down, remainders: none, article: x }", "- { step: pool, quota: hare, article: x }");
        var result = Allocate(law, District("north", 3, 160, 140, 0), District("south", 3, 120, 80, 100));

        Assert.Equal([1, 1, 0], SeatsOf(result.Districts[0]));
        Assert.Equal([1, 0, 1], SeatsOf(result.Districts[1]));
        Assert.Equal([1, 1, 0], SeatsOf(result.Districts.Single(d => d.District == "*")));
    }

    /// <summary>A threshold for the pool does not change what a seat cost in the districts: 100 votes in the south, with those of C and D.</summary>
    [Fact]
    public void Pool_AfterAThreshold_KeepsTheQuotasOfTheDistricts()
    {
        var law = Law(
            "- { step: largest-remainder, holders: lists, quota: hare, rounding: down, remainders: none, article: x }",
            "- { step: threshold, seats: 1, article: x }",
            "- { step: pool, quota: hare, article: x }");
        var result = Allocate(law, District("north", 3, 160, 140, 0, 0), District("south", 3, 120, 80, 97, 3));
        var pooled = result.Districts.Single(d => d.District == "*").Steps.OfType<SeatsPooled>().ToDictionary(s => s.List, s => s.Votes);

        Assert.Equal([("A", 80L), ("B", 120L)], pooled.OrderBy(p => p.Key, StringComparer.Ordinal).Select(p => (p.Key, p.Value)));
    }

    [Fact]
    public void Tiers_OfRegions_ShareTheirOwnSeats()
    {
        var law = Law("- { step: most-votes, holders: lists, article: x }", "- { step: levelling, divisors: dhondt, overhang: absorb, article: x }");
        var result = Allocate(
            law,
            District("a1", 1, 60, 40) with { Tier = "East" },
            District("a2", 1, 55, 45) with { Tier = "East" },
            District("b1", 1, 20, 80) with { Tier = "West" },
            District("East", 2, 110, 90),
            District("West", 1, 30, 70));

        Assert.Equal([0, 2], SeatsOf(result.Districts.Single(d => d.District == "East")));
        Assert.Equal([0, 1], SeatsOf(result.Districts.Single(d => d.District == "West")));
    }

    [Fact]
    public void Tiers_WithoutALevellingStep_AreDistrictsOfTheirOwn()
    {
        var law = Law("- { step: most-votes, holders: lists, article: x }", "- { step: largest-remainder, holders: lists, quota: hare, districts: ['*'], article: x }");
        var result = Allocate(law, District("d1", 1, 60, 40), District("d2", 1, 55, 45), new DistrictVotes("*", 2, []));

        Assert.Equal([1, 1], SeatsOf(result.Districts.Single(d => d.District == "*")));
        Assert.Equal(3, result.SeatsByList.Single(l => l.Key == "A").Value);
    }

    /// <summary>A threshold that stands before the steps of a tier bars from it, though districts have shared their seats before: C has 40 of 1,040 votes.</summary>
    [Fact]
    public void Threshold_OfATierOfItsOwn_BarsFromIt()
    {
        string[] steps =
        [
            "- { step: most-votes, holders: lists, article: x }",
            "- { step: threshold, share: 5%, districts: ['*'], article: x }",
            "- { step: largest-remainder, holders: lists, quota: hare, districts: ['*'], article: x }",
        ];
        var result = Allocate(Law(steps), District("d", 1, 600, 400, 40), new DistrictVotes("*", 30, []));

        Assert.Equal([18, 12, 0], SeatsOf(result.Districts.Single(d => d.District == "*")));
    }

    /// <summary>Where the votes say how many seats there are, none need be stated.</summary>
    [Fact]
    public void Seats_ThatFollowFromVotes_NeedNoNumber() =>
        Assert.Empty(Allocate(Law("- { step: largest-remainder, holders: lists, quota: 60, least-remainder: 1/2, article: x }"), District("d", 0, 210, 119, 29)).Faults);

    [Fact]
    public void VotesByList_OfTwoVotes_CountEachListVoteOnce()
    {
        CandidacyVotes First(string list, long votes) => new(new Candidacy { Choice = $"c{list}", List = list, Candidate = list, Kind = CandidacyKind.Constituency }, votes);
        var summed = new ContestVotes([District("d1", 1, 60, 40), District("d2", 1, 55, 45), new("*", 2, [])], [], []);
        var own = new ContestVotes([new("d1", 1, [First("A", 70), First("B", 30)]), District("*", 2, 51, 48)], [], []);

        Assert.Equal(115, summed.VotesByList()["A"]);
        Assert.Equal(51, own.VotesByList()["A"]);
    }

    [Theory]
    [InlineData("quota: hare, seats: 10", new[] { 6, 3, 1 })]
    [InlineData("divisors: adams, seats: 10", new[] { 5, 3, 2 })]
    [InlineData("per: 1000, rounding: up, of: registered", new[] { 7, 4, 2 })]
    [InlineData("per: 1000, of: registered", new[] { 6, 3, 1 })]
    [InlineData("sizes: [{ up-to: 1500, seats: 2 }, { up-to: 3500, seats: 4 }, { seats: 6 }], of: registered", new[] { 6, 4, 2 })]
    public void DistrictSeats_FollowFromTheSizeOfTheDistrict(string how, int[] seats)
    {
        var law = Law($"- {{ step: district-seats, {how}, article: x }}", "- { step: highest-averages, holders: lists, divisors: dhondt, article: x }");
        var result = Allocate(
            law,
            District("large", 0, 400, 200) with { Registered = 6_200 },
            District("middle", 0, 200, 100) with { Registered = 3_100 },
            District("small", 0, 100, 50) with { Registered = 1_400 });

        Assert.Equal(seats, result.Districts.Select(d => d.Seats));
    }

    /// <summary>What is missing is said in people's words, and not with a name out of the code.</summary>
    [Fact]
    public void DistrictSeats_WithoutARoll_SayWhatIsNeeded()
    {
        var law = Law("- { step: district-seats, per: 1000, of: registered, article: x }", "- { step: highest-averages, holders: lists, divisors: dhondt, article: x }");
        var missing = Assert.Single(Allocate(law, District("d", 0, 400, 200)).Districts[0].Missing);

        Assert.Equal("the people registered in each district", missing.English);
        Assert.Equal("las personas inscritas en cada distrito", missing.Spanish);
    }

    [Fact]
    public void Seats_ThatFollowFromVotes_AreAsManyAsQuotas()
    {
        var law = Law("- { step: largest-remainder, holders: lists, quota: 60, least-remainder: 1/2, article: x }");

        Assert.Equal([4, 2, 0], Seats(law, District("d", 0, 210, 119, 29)));
    }

    [Fact]
    public void ListOrder_GoesByPlaceUnlessPreferencesReachTheShare()
    {
        ImmutableArray<CandidacyVotes> ballot = [Person("Ana", 1, 10), Person("Bea", 2, 30), Person("Ciro", 3, 60), new(new Candidacy { Choice = "l", List = "A", Kind = CandidacyKind.ListVote }, 500)];
        string[] Elected(string step, int seats) =>
            [.. Allocate(Law("- { step: highest-averages, holders: lists, divisors: dhondt, article: x }", step), new DistrictVotes("d", seats, ballot)).Districts[0].Elected.Select(s => s.Person)];

        Assert.Equal(["Ana"], Elected("- { step: list-order, holders: candidates, article: x }", 1));
        Assert.Equal(["Ciro"], Elected("- { step: list-order, holders: candidates, share: 10%, article: x }", 1));
        Assert.Equal(["Ana"], Elected("- { step: list-order, holders: candidates, share: 11%, article: x }", 1));
        Assert.Equal(["Ana", "Ciro"], Elected("- { step: list-order, holders: candidates, share: 10%, article: x }", 2).Order());
        Assert.Equal(["Bea", "Ciro"], Elected("- { step: list-order, holders: candidates, share: 30%, of: personal-votes, article: x }", 2).Order());
    }

    [Fact]
    public void ListOrder_WithoutPlaces_IsMissingDataAndNoGuess()
    {
        var law = Law("- { step: highest-averages, holders: lists, divisors: dhondt, article: x }", "- { step: list-order, holders: candidates, article: x }");

        Assert.NotEmpty(Allocate(law, new DistrictVotes("d", 1, [Person("Ana", null, 5), Person("Bea", 1, 5)])).Districts[0].Missing);
        Assert.NotEmpty(Allocate(law, new DistrictVotes("d", 1, [Person("Ana", 1, 5), Person("Bea", 1, 5)])).Districts[0].Missing);
    }

    [Fact]
    public void Lists_WithoutPersons_StandForEachSeatTheyWin()
    {
        var law = Law("- { step: highest-averages, holders: lists, divisors: dhondt, article: x }", "- { step: most-votes, holders: candidates, article: x }");

        Assert.Equal(["A", "A", "B"], Allocate(law, District("d", 3, 100, 45)).Districts[0].Elected.Select(s => s.Candidacy.List));
    }

    static ImmutableArray<CandidacyVotes> ListOf(string list, long votes, params string[] names) =>
        [.. names.Select((n, i) => new CandidacyVotes(new Candidacy { Choice = $"*/{n}", List = list, Candidate = n, ListPosition = i + 1 }, i == 0 ? votes : 0))];

    static CandidacyVotes First(string list, string name, long votes) =>
        new(new Candidacy { Choice = $"e/{name}", List = list, Candidate = name, Kind = CandidacyKind.Constituency }, votes);

    /// <summary>Five seats: N and L win a constituency each; of five by D'Hondt N has three and L two, so two and one are added. Whoever won below is passed over.</summary>
    [Theory]
    [InlineData("", new[] { "n1", "l1", "l2", "n2", "n3" })]
    [InlineData(", elected-below: skip", new[] { "n1", "l1", "l2", "n2", "n3" })]
    [InlineData(", elected-below: vacant", new[] { "n1", "l1", "n2" })]
    public void Levelling_PersonsElectedBelow_ArePassedOverInTheList(string below, string[] elected)
    {
        var law = Law(
            "- { step: most-votes, holders: candidates, article: x }",
            "- { step: levelling, divisors: dhondt, article: x }",
            $"- {{ step: list-order, holders: candidates, districts: ['*'], article: x{below} }}");
        var result = Allocate(
            law,
            new("e1", 1, [First("N", "n1", 60), First("L", "l1x", 40)]),
            new("e2", 1, [First("N", "n9", 40), First("L", "l1", 60)]),
            new("*", 3, [.. ListOf("N", 300, "n1", "n2", "n3", "n4"), .. ListOf("L", 200, "l1", "l2", "l3")]));

        Assert.Equal(elected.Order(StringComparer.Ordinal), result.Districts.SelectMany(d => d.Elected).Select(s => s.Person).Order(StringComparer.Ordinal));
        Assert.Equal(2, result.Districts.SelectMany(d => d.Steps).OfType<HeldBelow>().Count());
    }

    /// <summary>A list whose persons are all elected below can take no seat above: the next quotient has it, and no seat is lost.</summary>
    [Fact]
    public void Levelling_ListWithoutPersonsLeft_LeavesItsSeatsToOthers()
    {
        var law = Law(
            "- { step: most-votes, holders: candidates, article: x }",
            "- { step: levelling, divisors: dhondt, article: x }",
            "- { step: list-order, holders: candidates, districts: ['*'], article: x }");
        var result = Allocate(
            law,
            new("e1", 1, [First("N", "n1", 60), First("L", "l1", 40)]),
            new("*", 3, [.. ListOf("N", 900, "n1", "n2"), .. ListOf("L", 100, "l1", "l2", "l3")]));

        Assert.Equal(["l1", "l2", "n1", "n2"], result.Districts.SelectMany(d => d.Elected).Select(s => s.Person).Order(StringComparer.Ordinal));
        Assert.Equal(3, result.Districts.Single(d => d.District == "*").Seats);
    }

    /// <summary>A region with additional members: an independent's 800 votes come before the 750 of a list.</summary>
    [Fact]
    public void Levelling_IndependentInTheRowOfATier_IsAListOfOne()
    {
        var law = Law("- { step: most-votes, holders: candidates, article: x }", "- { step: levelling, divisors: dhondt, article: x }");
        var alone = new CandidacyVotes(new Candidacy { Choice = "i", Candidate = "Ida", Kind = CandidacyKind.Independent }, 800);
        var result = Allocate(
            law,
            new DistrictVotes("e1", 1, [First("N", "n1", 60), First("L", "l1", 40)]) { Tier = "East" },
            new("East", 1, [new(new Candidacy { Choice = "n", List = "N" }, 900), new(new Candidacy { Choice = "l", List = "L" }, 750), alone]));
        var many = Allocate(
            law,
            new DistrictVotes("e1", 1, [First("N", "n1", 60), First("L", "l1", 40)]) { Tier = "East" },
            new("East", 3, [new(new Candidacy { Choice = "n", List = "N" }, 900), new(new Candidacy { Choice = "l", List = "L" }, 100), alone with { Votes = 9_000 }]));

        Assert.Equal("IND: Ida", Assert.Single(result.Districts.Single(d => d.District == "East").Elected).Candidacy.ListName);
        Assert.Equal(1, many.Districts.Single(d => d.District == "East").Lists.Single(l => l.List == "IND: Ida").Seats);
        Assert.Equal(3, many.Districts.Single(d => d.District == "East").Elected.Length);
    }

    /// <summary>A threshold over tiers with votes of their own counts those, and knows the lists that run only there.</summary>
    [Fact]
    public void Threshold_OverTiersWithVotesOfTheirOwn_CountsThose()
    {
        var law = Law(
            "- { step: most-votes, holders: lists, article: x }",
            "- { step: threshold, share: 20%, article: x }",
            "- { step: levelling, divisors: dhondt, overhang: absorb, article: x }");
        var result = Allocate(law, District("a1", 1, 60, 40) with { Tier = "East" }, District("b1", 1, 20, 80) with { Tier = "West" }, District("East", 3, 100, 90, 60), District("West", 2, 110, 90, 10));

        // C has 70 of 460 votes, 15 %: none, though 60 of 250 in the East are 24 %.
        Assert.Equal(0, result.SeatsByList.ToDictionary().GetValueOrDefault("C"));
        Assert.Equal(7, result.SeatsByList.Sum(l => l.Value));
    }

    /// <summary>Equally weak winners: who keeps the seat is drawn, and not left to the order of the rows.</summary>
    [Fact]
    public void Levelling_EquallyWeakWinners_AreATie()
    {
        var law = Law("- { step: most-votes, holders: lists, article: x }", "- { step: levelling, divisors: sainte-lague, overhang: withdraw, article: x }");
        DistrictVotes[] districts = [.. Enumerable.Range(0, 3).Select(i => District($"d{i}", 1, 100, 50, 50)), new("*", 1, [])];
        var open = Allocate(law, districts);
        var tie = Assert.Single(open.Districts.SelectMany(d => d.Ties));
        var drawn = SeatAllocation.Allocate(law, new ContestVotes([.. districts], [], [.. tie.Among.Take(tie.Seats).Select(w => new LotDrawn("*", tie.Level, w))]));

        Assert.Equal((TieLevel.District, 3), (tie.Level, tie.Among.Length));
        Assert.IsType<Outcome.Elected>(drawn.Outcome);
        Assert.Equal(tie.Seats, drawn.Districts.Where(d => d.District != "*").Sum(d => d.Elected.Length));
    }

    /// <summary>What is told of a placed seat are the figures that were compared, and the next.</summary>
    [Fact]
    public void Explain_SeatPlacedByVotesPerSeat_TellsClaimAndRunnerUp()
    {
        var law = Law(
            "- { step: highest-averages, holders: lists, divisors: dhondt, article: x }",
            "- { step: levelling, divisors: dhondt, place: districts, place-by: votes-per-seat, article: x }");
        var placed = Assert.Single(Allocate(law, District("north", 2, 100, 60), District("south", 1, 90, 80), new DistrictVotes("*", 1, [])).Districts.SelectMany(d => d.Steps).OfType<SeatPlaced>());

        // B's next quotients: 60 / 2 of 160 for 2 seats, as B has one there; 80 of 170 for 1 seat.
        Assert.Equal(("B", "south"), (placed.List, placed.District));
        Assert.Equal(new Urna.Numerics.Fraction(80, 170), placed.Claim);
        Assert.Equal(("B", "north"), (placed.NextList, placed.NextDistrict));
        Assert.Contains("0.4706", Urna.Report.StepWords.Of(placed, new Urna.Report.Wording(Language.English)), StringComparison.Ordinal);
    }

    /// <summary>No seat is lost or made up: whatever the law, its seats are those of the house, less what ties leave open.</summary>
    [Fact]
    public void Seats_AreConserved_InLevellingWithoutOverhang() =>
        Gen.Select(Gen.Long[0, 500].Array[3].Array[1, 6], Gen.Int[1, 4], Gen.Int[0, 8]).Where(c => c.Item1.Any(v => v.Sum() > 0)).Sample((votes, seats, more) =>
        {
            var law = Law("- { step: highest-averages, holders: lists, divisors: dhondt, article: x }", "- { step: levelling, divisors: sainte-lague, overhang: absorb, place: districts, article: x }");
            DistrictVotes[] districts = [.. votes.Select((v, i) => District($"d{i}", seats, v)), new("*", more, [])];
            var result = Allocate(law, districts);
            var open = result.Districts.Sum(d => d.Ties.Sum(t => t.Seats));
            var vacant = result.Districts.Sum(d => d.Steps.OfType<SeatsVacant>().Sum(s => s.Seats));
            return open > 0 || vacant > 0 || result.SeatsByList.Sum(l => l.Value) == (votes.Length * seats) + more;
        });

    static ElectoralRule Law(params string[] steps)
    {
        var file = Path.GetTempFileName();
        File.WriteAllText(file, "rule: x\ncountry: xx\nsteps:\n" + string.Concat(steps.Select(s => $"  {s}\n")));
        var read = RuleFile.Read(file);
        File.Delete(file);
        return read.Value ?? throw new ArgumentException(string.Join('\n', read.Findings.Select(f => f.Message)), nameof(steps));
    }

    static DistrictVotes District(string name, int seats, params long[] votes) =>
        new(name, seats, [.. votes.Select((v, i) => new CandidacyVotes(new Candidacy { Choice = $"{name}{i}", District = name, List = lists[i] }, v))]);

    static CandidacyVotes Person(string name, int? place, long votes) =>
        new(new Candidacy { Choice = name, List = "A", Candidate = name, ListPosition = place }, votes);

    static ContestAllocation Allocate(ElectoralRule law, params DistrictVotes[] districts) => SeatAllocation.Allocate(law, new ContestVotes([.. districts], [], []));

    static int[] Seats(ElectoralRule law, DistrictVotes district) => SeatsOf(Allocate(law, district).Districts[0]);

    static int[] SeatsOf(DistrictAllocation district) => [.. district.Lists.OrderBy(l => l.List, StringComparer.Ordinal).Select(l => l.Seats)];
}
