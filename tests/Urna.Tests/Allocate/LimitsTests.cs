using System.Collections.Immutable;
using Urna.Allocate;
using Urna.Allocate.Account;
using Urna.Allocate.Methods;
using Urna.Allocate.Steps;
using Urna.Allocate.Votes;
using Urna.Model;

namespace Urna.Tests.Allocate;

/// <summary>Bonuses, limits, ranks and powers of divisors, on published and worked examples.</summary>
public class LimitsTests
{
    static readonly LargestRemainderStep hare = new(QuotaKind.Hare, QuotaRounding.None, Remainders.Largest) { Article = "art. 1", Holders = Holder.List };
    static readonly HighestAveragesStep dhondt = new(DivisorRule.DHondt) { Article = "art. 1", Holders = Holder.List };

    static DistrictVotes District(string name, int seats, params (string List, long Votes)[] lists) =>
        new(name, seats, [.. lists.Select(l => new CandidacyVotes(new Candidacy { Choice = $"{name}/{l.List}", District = name, List = l.List, Party = l.List }, l.Votes))]);

    static string Seats(ContestAllocation result, string district) =>
        string.Join(", ", result.Districts.Single(d => d.District == district).Lists.Where(l => l.Seats > 0).Select(l => $"{l.List} {l.Seats}"));

    static ContestAllocation Fill(ImmutableArray<RuleStep> steps, params ImmutableArray<DistrictVotes> districts) =>
        SeatAllocation.Allocate(RandomLaws.Law(steps), new(districts, [], []));

    /// <summary>Greece, 25 June 2023: 50 seats to the first list above 40 %, the rest by Hare's quota among those with 3 % (votes written from memory, those of lists under 3 % rounded).</summary>
    [Fact]
    public void Bonus_OfGreece2023_GivesTheOfficialSeats()
    {
        var threshold = new ThresholdStep([new() { Shares = ImmutableSortedDictionary<int, Proportion>.Empty.Add(1, new(3, 100)) }], [], false) { Article = "art. 1" };
        var bonus = new BonusStep(20, BonusKind.Added) { Article = "art. 2", Least = new(1, 4), MoreFor = new(1, 200), Most = 50 };
        var result = Fill(
            [threshold, bonus, hare],
            District("Greece", 300, ("ND", 2_115_322), ("SYRIZA", 930_013), ("PASOK", 617_487), ("KKE", 401_224), ("Spartans", 243_922), ("EL", 231_495), ("Niki", 193_124), ("PE", 165_523), ("others", 150_000), ("MeRA", 130_000)));

        Assert.Equal("ND 158, SYRIZA 47, PASOK 32, KKE 21, Spartans 12, EL 12, Niki 10, PE 8", Seats(result, "Greece"));
        Assert.Contains(result.Districts[0].Steps, s => s is BonusGiven { List: "ND", Seats: 50 });
    }

    [Theory]
        [InlineData(2_500, 20)]
    [InlineData(2_549, 20)]
    [InlineData(2_550, 21)]
    [InlineData(3_999, 49)]
    [InlineData(4_000, 50)]
    [InlineData(9_000, 50)]
    public void Bonus_ThatGrows_HasASeatForEachWholeStep(long votes, int seats)
    {
        var bonus = new BonusStep(20, BonusKind.Added) { Article = "art. 2", Least = new(1, 4), MoreFor = new(1, 200), Most = 50 };
        var result = Fill([bonus, dhondt with { Divisors = DivisorRule.SainteLague }], District("D", 300, [("A", votes), .. Enumerable.Range(0, 7).Select(i => ($"L{i}", Rest(votes, i)))]));

        Assert.Equal(seats, result.Districts[0].Steps.OfType<BonusGiven>().Sum(b => b.List == "A" ? b.Seats : 0));
        Assert.Equal(300, result.Districts[0].Elected.Length);
    }

    /// <summary>What is left of ten thousand votes, in seven unequal parts.</summary>
    static long Rest(long votes, int part) => ((10_000 - votes) * (part + 11) / 98) + (part < (10_000 - votes) - Enumerable.Range(11, 7).Sum(w => (10_000 - votes) * w / 98) ? 1 : 0);

    /// <summary>Forty per cent would be 4 of 10 seats: six are guaranteed, and the others share four among themselves.</summary>
    [Fact]
    public void Bonus_Guaranteed_LeavesTheRestToTheOthers() =>
        Assert.Equal("A 6, B 3, C 1", Seats(Fill([new BonusStep(6, BonusKind.Guaranteed) { Article = "art. 2" }, dhondt], District("D", 10, ("A", 400), ("B", 390), ("C", 210))), "D"));

    [Fact]
    public void Bonus_WithEqualsFirst_IsATie()
    {
        var result = Fill([new BonusStep(2, BonusKind.Added) { Article = "art. 2" }, dhondt], District("D", 6, ("A", 400), ("B", 400)));

        Assert.Equal("A 2, B 2", Seats(result, "D"));
        Assert.Equal(["A", "B"], result.Districts[0].Ties.Single().Among.Order());
    }

    /// <summary>A has 4 of 5 constituencies and 50 % of the votes: of 10 seats it can have 5, so one of the five above; the others share four.</summary>
    [Fact]
    public void Cap_InATier_CountsTheSeatsBelow()
    {
        var winners = new MostVotesStep { Article = "art. 1", Holders = Holder.Candidate };
        var districts = Enumerable.Range(0, 5).Select(i => new DistrictVotes($"c{i}", 1,
            [.. new[] { "A", "B" }.Select(l => new CandidacyVotes(new Candidacy { Choice = $"{i}{l}", District = $"c{i}", List = l, Party = l, Candidate = $"{l}{i}" }, (l == "A") == (i < 4) ? 60 : 40))]));
        var result = Fill(
            [winners, new CapStep(5, null) { Article = "art. 3", Districts = ["*"] }, hare with { Districts = ["*"] }],
            [.. districts, District("*", 5, ("A", 500), ("B", 300), ("C", 200))]);

        Assert.Equal("B 2, C 2, A 1", Seats(result, "*") is var s && s.Length > 0 ? string.Join(", ", s.Split(", ").OrderByDescending(p => p[^1]).ThenBy(p => p[0])) : "");
        Assert.Contains(result.Districts.Single(d => d.District == "*").Steps, s => s is ListCapped { List: "A", Seats: 1 });
    }

    /// <summary>With 8 points, 42 % of the votes are at most 50 % of the seats.</summary>
    [Theory]
    [InlineData(4_200, 50)]
    [InlineData(4_299, 50)]
    [InlineData(4_300, 51)]
    public void Cap_OfPoints_HasNoFractionOfASeat(long votes, int most)
    {
        var result = Fill(
            [new CapStep(null, new(8, 100)) { Article = "art. 3" }, new BonusStep(30, BonusKind.Added) { Article = "art. 2" }, hare],
            District("D", 100, ("A", votes), ("B", 10_000 - votes - 3_000), ("C", 3_000)));

        Assert.Equal(most, result.Districts[0].Lists.Single(l => l.List == "A").Seats);
        Assert.Equal(100, result.Districts[0].Elected.Length);
    }

    [Theory]
    [InlineData(500, 300, 200, "A 2, B 1", "")]
    [InlineData(500, 200, 200, "A 2", "B, C")]
    [InlineData(300, 300, 200, "A 1, B 1", "A, B")]
    [InlineData(300, 0, 0, "A 2", "")]
    public void Ranks_TwoForTheFirstAndOneForTheSecond(long a, long b, long c, string seats, string tied)
    {
        var result = Fill([new ByRankStep([2, 1]) { Article = "art. 1", Holders = Holder.List }], District("D", 3, ("A", a), ("B", b), ("C", c)));

        Assert.Equal(seats, Seats(result, "D"));
        Assert.Equal(tied, string.Join(", ", result.Districts[0].Ties.SelectMany(t => t.Among)));
        Assert.Equal(3, result.Districts[0].Elected.Length + result.Districts[0].Ties.Sum(t => t.Seats) + result.Districts[0].Vacant);
    }

    [Fact]
    public void Ranks_OfADistrictWithOtherSeats_AreAFault() =>
        Assert.Contains(Fill([new ByRankStep([2, 1]) { Article = "art. 1", Holders = Holder.List }], District("D", 4, ("A", 5))).Faults, f => f.Column == "seats");

    /// <summary>Quotients by d^0.9 as decimals, one by one (Riigikogu Election Act § 62): 1, 1.866, 2.688, 3.482, 4.257.</summary>
    [Fact]
    public void Powers_OfDivisors_ShareSeatsAsTheirDecimalsSay()
    {
        var (votes, held, tied) = (new long[] { 1_000, 540, 370 }, new int[3], new bool[3]);
        HighestAverages.Share(votes, [99, 99, 99], 5, DivisorRule.Power(9, 10), held, tied);

        // 1000, 540, 535.9 (1000 / 1.866), 372.0 (1000 / 2.688), 370: D'Hondt would give 1000, 540, 500, 370, 333.3.
        Assert.Equal([3, 1, 1], held);
        Assert.Equal("1.8661", DivisorRule.Power(9, 10).At(1).ToString());
    }

    [Fact]
    public void Powers_CompareExactly_WhereDecimalsAreEqual()
    {
        // 2^0.9 is irrational, so no whole votes tie across the first two seats; near misses are told apart by one vote.
        var rule = DivisorRule.Power(9, 10);
        var least = (long)rule.At(1).LeastAbove(1_000_000_000, rule.At(0));

        Assert.True(Divisor.CompareQuotients(least, rule.At(1), 1_000_000_000, rule.At(0)) > 0);
        Assert.True(Divisor.CompareQuotients(least - 1, rule.At(1), 1_000_000_000, rule.At(0)) < 0);
        Assert.Equal(1_866_065_983, least - 1);
    }

    /// <summary>Hungary: 300 votes for losers of B, and A's 600 − 250 − 1 and 350 − 300 − 1 that its winners did not need.</summary>
    [Theory]
    [InlineData(false, 0, 1_100)]
    [InlineData(true, 398, 1_100)]
    public void SurplusVotes_OfConstituencies_CountForLists(bool ofWinners, long a, long b)
    {
        var winners = new MostVotesStep { Article = "art. 1", Holders = Holder.Candidate };
        DistrictVotes Constituency(string name, long a, long b) => new(name, 1,
            [.. new[] { ("A", a), ("B", b) }.Select(l => new CandidacyVotes(new Candidacy { Choice = $"{name}{l.Item1}", District = name, List = l.Item1, Party = l.Item1, Candidate = $"{l.Item1} of {name}" }, l.Item2))]);
        var result = Fill(
            [winners, new SurplusVotesStep(ofWinners) { Article = "art. 2", Districts = ["*"] }, dhondt with { Districts = ["*"] }],
            Constituency("c1", 600, 250), Constituency("c2", 350, 300), District("*", 9, ("A", 1_000), ("B", 550)));
        var top = result.Districts.Single(d => d.District == "*");

        Assert.Equal([1_000 + a, b], top.Lists.OrderBy(l => l.List).Select(l => l.Votes));
    }

    /// <summary>Brazil: a quota of 100; persons need 10 for a seat by quota and 20 for one by averages, lists 80 for these.</summary>
    [Fact]
    public void Minima_OfPersonsAndLists_PassSeatsOn()
    {
        var brazil = new LargestRemainderStep(QuotaKind.Hare, QuotaRounding.Nearest, Remainders.HighestAverages)
        {
            Article = "art. 1", Holders = Holder.Party, LeastPerson = new(1, 10), RemainderList = new(4, 5), RemainderPerson = new(1, 5),
        };
        var persons = new MostVotesStep { Article = "art. 2", Holders = Holder.Candidate };
        var result = SeatAllocation.Allocate(RandomLaws.Law(brazil, persons), new([new DistrictVotes("D", 6,
        [
            .. Party("A", 225, 9, 9, 7), .. Party("B", 60, 50, 15), .. Party("C", 85), .. Party("E", 70, 9, 0), .. Party("F", 40, 21),
        ])], [], []));

        // By quota: A one of its two (only one person has 10 or more), B one, C none. By averages, 80 votes needed: A and B have nobody with 20 but B's second (125/2 = 62.5), C 85.
        // Two are left for all: A 250/2 = 125, then A 250/3 = 83.3 before E's 79.
        Assert.Equal("A 3, B 2, C 1", string.Join(", ", result.Districts[0].Elected.CountBy(s => s.Party!).OrderBy(p => p.Key).Select(p => $"{p.Key} {p.Value}")));
    }

    static IEnumerable<CandidacyVotes> Party(string party, params long[] votes) =>
        votes.Select((v, i) => new CandidacyVotes(new Candidacy { Choice = $"{party}{i}", District = "D", List = party, Party = party, Candidate = $"{party}{i}" }, v));

    /// <summary>Sweden: A holds three fixed seats and is due two of six; its smallest quotient, in the south, goes to the next there.</summary>
    [Fact]
    public void PassOn_GivesTheWeakestSeatToTheNextOfItsDistrict()
    {
        var levelling = new LevellingStep(null, Overhang.PassOn) { Article = "art. 2", Method = dhondt };
        var result = Fill([dhondt, levelling], District("north", 2, ("A", 100), ("B", 45), ("C", 40)), District("south", 1, ("A", 60), ("B", 55), ("C", 50)), District("east", 1, ("A", 0), ("B", 90), ("C", 100)), District("*", 2));

        // A's quotients: 100 and 50 in the north, 60 in the south; it is due two of six by 160, 190 and 190.
        Assert.Contains(result.Districts.SelectMany(d => d.Steps), s => s is SeatPassedOn { From: "A", District: "north", To: "B" });
        Assert.Equal("A 1, B 1", Seats(result, "north"));
        Assert.Equal(new() { ["A"] = 2, ["B"] = 2, ["C"] = 2 }, result.Districts.SelectMany(d => d.Elected).CountBy(s => s.Candidacy.ListName).ToDictionary());
    }
}
