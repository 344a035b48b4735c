using System.Collections.Immutable;
using Urna.Allocate;
using Urna.Allocate.Account;
using Urna.Allocate.Laws;
using Urna.Allocate.Methods;
using Urna.Allocate.Steps;
using Urna.Allocate.Votes;
using Urna.Model;

namespace Urna.Tests.Allocate;

/// <summary>Laws on small elections whose outcome can be checked by hand.</summary>
public class SeatAllocationTests
{
    static CandidacyVotes Line(string list, string party, string name, long votes, CandidacyKind kind = CandidacyKind.OfList, int round = 1) =>
        new(new Candidacy { Choice = $"{list}/{name}/{kind}", List = list, Party = party, Candidate = name, Kind = kind }, votes, round);

    static ContestAllocation Allocate(string law, int seats, ImmutableArray<CandidacyVotes> votes, params ImmutableArray<LotDrawn> lots) =>
        SeatAllocation.Allocate(Repository.Law(law), new ContestVotes([new DistrictVotes("d", seats, votes)], [], lots));

    static string[] Elected(ContestAllocation result) => [.. result.Districts[0].Elected.Select(s => s.Person)];

    /// <summary>"Excediere el doble": exactly twice is not enough (Ley 18.700 art. 109 bis).</summary>
    [Theory]
    [InlineData(200, 100, new[] { "A1", "B1" })]
    [InlineData(201, 100, new[] { "A1", "A2" })]
    [InlineData(199, 100, new[] { "A1", "B1" })]
    public void Binomial_DoublesOnlyAboveTwice(long first, long second, string[] elected) =>
        Assert.Equal(elected, Elected(Allocate("binomial-1988", 2, [Line("A", "P", "A1", first - 1), Line("A", "P", "A2", 1), Line("B", "Q", "B1", second)])));

    [Fact]
    public void Binomial_ListOfOneThatDoubles_LeavesTheSecondSeatToTheNext() =>
        Assert.Equal(["Solo", "B1"], Elected(Allocate("binomial-1988", 2, [Line("", "", "Solo", 900, CandidacyKind.Independent), Line("B", "Q", "B1", 100), Line("B", "Q", "B2", 90)])));

    [Fact]
    public void Binomial_ThreeSeats_IsRefused() =>
        Assert.Contains(Allocate("binomial-1988", 3, [Line("A", "P", "A1", 5), Line("B", "Q", "B1", 3)]).Faults, f => f.Code == "V110");

    /// <summary>A party with one candidate and two seats leaves the second to its pact (art. 121; LAW §1.4).</summary>
    [Fact]
    public void Congress2015_ExhaustedParty_LeavesItsSeatToThePact()
    {
        var result = Allocate("congress-2015", 3, [Line("A", "P", "P1", 900), Line("A", "Q", "Q1", 100), Line("A", "Q", "Q2", 90), Line("B", "R", "R1", 300)]);

        Assert.Equal(["P1", "Q1", "Q2"], Elected(result).Order(StringComparer.Ordinal));
        Assert.Equal(Basis.Exhaustion, result.Districts[0].Elected.Single(s => s.Person == "Q2").Basis);
        Assert.Equal(Basis.Quotient, result.Districts[0].Elected.Single(s => s.Person == "P1").Basis);
    }

    /// <summary>A list's seat belongs to its next candidacy even if nobody voted for that person.</summary>
    [Fact]
    public void Congress2015_PersonWithoutVotes_CanTakeTheListsSeat() =>
        Assert.Equal(["A1", "A2"], Elected(Allocate("congress-2015", 2, [Line("A", "P", "A1", 300), Line("A", "P", "A2", 0), Line("B", "Q", "B1", 100)])));

    [Fact]
    public void Congress2015_PersonsWithoutVotes_AreTied() =>
        Assert.Equal(
            ["A2", "A3"],
            Assert.Single(Allocate("congress-2015", 2, [Line("A", "P", "A1", 300), Line("A", "P", "A2", 0), Line("A", "P", "A3", 0), Line("B", "Q", "B1", 100)]).Districts[0].Ties).Among);

    [Fact]
    public void Congress2015_TieBetweenLists_IsOpenUntilLotsAreDrawn()
    {
        ImmutableArray<CandidacyVotes> votes = [Line("A", "P", "A1", 100), Line("B", "Q", "B1", 100), Line("C", "R", "C1", 10)];

        var open = Allocate("congress-2015", 1, votes);
        Assert.IsType<Outcome.Tie>(open.Outcome);
        var tie = Assert.Single(open.Districts[0].Ties);
        Assert.Equal((TieLevel.List, 1), (tie.Level, tie.Seats));
        Assert.Equal(["A", "B"], tie.Among);
        Assert.Empty(open.Districts[0].Elected);

        var drawn = Allocate("congress-2015", 1, votes, new LotDrawn("d", TieLevel.List, "B"));
        Assert.IsType<Outcome.Elected>(drawn.Outcome);
        Assert.Equal(["B1"], Elected(drawn));
    }

    [Fact]
    public void Congress2015_TieBetweenPersons_IsDrawnAndSaysSo()
    {
        ImmutableArray<CandidacyVotes> votes = [Line("A", "P", "A1", 100), Line("A", "P", "A2", 100), Line("B", "Q", "B1", 10)];

        Assert.Equal(TieLevel.Candidate, Assert.Single(Allocate("congress-2015", 1, votes).Districts[0].Ties).Level);
        var drawn = Allocate("congress-2015", 1, votes, new LotDrawn("d", TieLevel.Candidate, "a2"));
        Assert.Equal(Basis.Lot, Assert.Single(drawn.Districts[0].Elected).Basis);
        Assert.Equal(["A2"], Elected(drawn));
    }

    [Fact]
    public void Lots_ForSomeoneWhoIsNotTied_AreAFault() =>
        Assert.Contains(
            Allocate("congress-2015", 1, [Line("A", "P", "A1", 100), Line("B", "Q", "B1", 90)], new LotDrawn("d", TieLevel.List, "A")).Faults, f => f.Code == "V120");

    [Fact]
    public void Congress1973_TieBetweenLists_GoesToTheListWithMostVotes() =>
        Assert.Equal(["A1", "A2"], Elected(Allocate("congress-1973", 2, [Line("A", "P", "A1", 120), Line("A", "P", "A2", 80), Line("B", "Q", "B1", 100)])));

    [Fact]
    public void President1980_Majority_IsMoreThanHalf()
    {
        Assert.IsType<Outcome.Runoff>(Allocate("president-1980", 1, [Line("", "P", "X", 50), Line("", "Q", "Y", 30), Line("", "R", "Z", 20)]).Outcome);
        var won = Allocate("president-1980", 1, [Line("", "P", "X", 51), Line("", "Q", "Y", 30), Line("", "R", "Z", 20)]);
        Assert.IsType<Outcome.Elected>(won.Outcome);
        Assert.Equal(Basis.Majority, Assert.Single(won.Districts[0].Elected).Basis);
    }

    [Fact]
    public void President1980_SecondVote_IsBetweenTheFirstTwo()
    {
        ImmutableArray<CandidacyVotes> first = [Line("", "P", "X", 40), Line("", "Q", "Y", 35), Line("", "R", "Z", 25)];

        Assert.Equal(["X", "Y"], Allocate("president-1980", 1, first).Between.Single().Among);
        Assert.Equal(["Y"], Elected(Allocate("president-1980", 1, [.. first, Line("", "P", "X", 48, round: 2), Line("", "Q", "Y", 52, round: 2)])));
        Assert.Contains(Allocate("president-1980", 1, [.. first, Line("", "R", "Z", 48, round: 2), Line("", "Q", "Y", 52, round: 2)]).Faults, f => f.Code == "V108");
    }

    [Fact]
    public void President1980_TieForTheSecondPlace_IsOpen() =>
        Assert.Equal(["Y", "Z"], Assert.Single(Allocate("president-1980", 1, [Line("", "P", "X", 40), Line("", "Q", "Y", 30), Line("", "R", "Z", 30)]).Districts[0].Ties).Among);

    [Fact]
    public void President1925_CongressChoosesBetweenTheFirstTwoOnly()
    {
        var law = Repository.Law("president-1925");
        ImmutableArray<DistrictVotes> votes = [new("cl", 1, [Line("", "P", "X", 40), Line("", "Q", "Y", 35), Line("", "R", "Z", 25)])];

        Assert.Equal("Y", SeatAllocation.Allocate(law, new ContestVotes(votes, [new("X", 90), new("Y", 110)], [])).Districts[0].Elected.Single().Person);
        Assert.IsType<Outcome.Congress>(SeatAllocation.Allocate(law, new ContestVotes(votes, [new("X", 90), new("Y", 100), new("blank", 10)], [])).Outcome);
        Assert.Contains(SeatAllocation.Allocate(law, new ContestVotes(votes, [new("X", 90), new("Z", 110)], [])).Faults, f => f.Code == "V108");
    }

    [Fact]
    public void Convention_MapucheSeats_SayWhatIsMissing() =>
        Assert.NotEmpty(SeatAllocation.Allocate(Repository.Law("convention-2021"), new ContestVotes([new("Mapuche", 7, [Line("", "", "X", 5, CandidacyKind.Independent)])], [], [])).Districts[0].Missing);

    /// <summary>Two women with equal votes, one of whom must yield: lots say who keeps the seat.</summary>
    [Fact]
    public void Convention_EqualVotesAtTheBoundaryOfParity_AreATie()
    {
        static CandidacyVotes Of(string list, string name, Sex sex, long votes) =>
            new(new Candidacy { Choice = name, List = list, Party = list, Candidate = name, Sex = sex }, votes);
        ImmutableArray<CandidacyVotes> votes =
        [
            Of("A", "Ana", Sex.Female, 100), Of("A", "Abel", Sex.Male, 10), Of("B", "Berta", Sex.Female, 100), Of("B", "Bruno", Sex.Male, 10),
        ];

        var tie = Assert.Single(Allocate("convention-2021", 2, votes).Districts[0].Ties);
        Assert.Equal((TieLevel.Parity, 1), (tie.Level, tie.Seats));
        Assert.Equal(["Ana", "Berta"], tie.Among);
        Assert.Equal(["Abel", "Berta"], Elected(Allocate("convention-2021", 2, votes, new LotDrawn("d", TieLevel.Parity, "Berta"))).Order(StringComparer.Ordinal));
    }

    /// <summary>A share below one half that two reach is won by the first of them only.</summary>
    [Fact]
    public void Majority_BelowOneHalf_SeatsOnlyTheFirst()
    {
        var step = new MajorityStep(new Proportion(2, 5), true, 2) { Article = "x", Holders = Holder.Candidate };
        var law = new ElectoralRule("x", LocalizedText.Same("x"), "xx", LocalizedText.Same(""), [], [step, new RunoffStep { Article = "x", Holders = Holder.Candidate }]);
        ContestAllocation With(long a, long b, long c) =>
            SeatAllocation.Allocate(law, new ContestVotes([new DistrictVotes("d", 1, [Line("", "P", "X", a), Line("", "Q", "Y", b), Line("", "R", "Z", c)])], [], []));

        Assert.Equal(["X"], Elected(With(45, 42, 13)));
        Assert.IsType<Outcome.Runoff>(With(39, 35, 26).Outcome);
        Assert.Equal(["X", "Y"], Assert.Single(With(42, 42, 16).Districts[0].Ties).Among);
    }

    /// <summary>Anonymity and homogeneity: neither the order of the candidacies nor a common factor changes who is elected.</summary>
    [Fact]
    public void Congress2015_OrderAndScale_DoNotMatter() =>
        Gen.Select(Gen.Long[0, 5000].Array[6, 14], Gen.Int[1, 5], Gen.Long[2, 9], Gen.Int[0, 13]).Sample((votes, seats, factor, turn) =>
        {
            var lines = votes.Select((v, i) => Line($"L{i % 3}", $"P{i % 5}", $"C{i:00}", v)).ToImmutableArray();
            var shuffled = lines.Skip(turn).Concat(lines.Take(turn)).Reverse().ToImmutableArray();
            var plain = Allocate("congress-2015", seats, lines);
            var scaled = Allocate("congress-2015", seats, [.. shuffled.Select(l => l with { Votes = l.Votes * factor })]);
            return Elected(plain).Order(StringComparer.Ordinal).SequenceEqual(Elected(scaled).Order(StringComparer.Ordinal)) && plain.Outcome.Word == scaled.Outcome.Word;
        });

    /// <summary>Votes to gain and to lose are exact, and told wherever a number is: that many change the seats, one fewer does not.</summary>
    [Fact]
    public void Margins_AreTheLeastVotesThatChangeASeat() =>
        Gen.Select(Gen.Long[0, 2000].Array[4, 9], Gen.Int[1, 6], Generators.OneOf("congress-2015", "congress-1973", "binomial-1988")).Sample((votes, seats, name) =>
        {
            var law = Repository.Law(name);
            var contest = new ContestVotes([new DistrictVotes("d", name == "binomial-1988" ? 2 : seats, [.. votes.Select((v, i) => Line($"L{i % 3}", "P", $"C{i:00}", v))])], [], []);
            return Axioms.MarginsAreExact(law, contest, SeatAllocation.Allocate(law, contest)) && Axioms.PersonMarginsAreExact(law, contest);
        });
}
