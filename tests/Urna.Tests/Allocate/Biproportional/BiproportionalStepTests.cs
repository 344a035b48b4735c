using System.Collections.Immutable;
using System.Text.Json;
using Urna.Allocate;
using Urna.Allocate.Account;
using Urna.Allocate.Biproportional;
using Urna.Allocate.Laws;
using Urna.Allocate.Methods;
using Urna.Allocate.Steps;
using Urna.Allocate.Votes;
using Urna.Contract;
using Urna.Model;
using Urna.Report;
using Urna.Tests.Cli;

namespace Urna.Tests.Allocate.Biproportional;

/// <summary>The law's step: lists over the territory, then the table, ties and lots.</summary>
public class BiproportionalStepTests
{
    static readonly string[] two = ["north", "south"];
    static readonly string[] lists = ["A", "B", "C", "D"];

    static readonly Gen<(int[] Seats, long[][] Votes)> genChamber =
        Gen.Int[1, 5].SelectMany(rows => Gen.Select(Gen.Int[1, 6].Array[rows], Gen.Long[0, 3000].Array[4].Array[rows]));

    static ContestAllocation Allocate(BiproportionalStep step, int[] seats, long[][] votes, params ImmutableArray<LotDrawn> lots) =>
        Chambers.Allocate(step, Chambers.Districts([.. seats.Select((_, i) => $"d{i}")], seats, lists, votes), lots);

    /// <summary>Four equal lists in two districts of one seat: A and B have a seat each, and which where is a tie.</summary>
    static ImmutableArray<DistrictVotes> Square => Chambers.Districts(two, [1, 1], ["A", "B"], [[50, 50], [50, 50]]);

    /// <summary>A single district is shared as by highest averages.</summary>
    [Fact]
    public void Apply_OneDistrict_IsHighestAverages() =>
        Gen.Select(Gen.Int[1, 20], Gen.Long[0, 5000].Array[4], Generators.OneOf(DivisorRule.SainteLague, DivisorRule.DHondt, DivisorRule.Danish)).Sample((seats, votes, rule) =>
        {
            var averages = new HighestAveragesStep(rule) { Article = "x", Holders = Holder.List };
            var law = new ElectoralRule("x", LocalizedText.Same("x"), "xx", LocalizedText.Same(""), [], [averages]);
            var districts = Chambers.Districts(["d0"], [seats], lists, [votes]);
            var expected = SeatAllocation.Allocate(law, new ContestVotes(districts, [], []));
            var actual = Chambers.Allocate(Chambers.Step with { UpperDivisors = rule, LowerDivisors = rule }, districts);
            return votes.All(v => v == 0) || expected.Outcome is Outcome.Tie
                ? (expected.Outcome is Outcome.Tie) == (actual.Outcome is Outcome.Tie)
                : Chambers.Seats(actual, ["d0"], lists)[0].SequenceEqual(Chambers.Seats(expected, ["d0"], lists)[0]);
        });

    [Fact]
    public void Apply_EveryDistrictHasItsSeats_AndEveryListItsShareOfAll() =>
        genChamber.Sample((seats, votes) =>
        {
            var result = Allocate(Chambers.Step, seats, votes);
            if (result.Outcome is Outcome.Tie || result.Faults.Any(f => f.Code == "V122"))
            {
                return true;
            }

            var upper = result.Districts[0].Steps.OfType<ListsApportioned>().Single();
            return result.Districts.Select((d, i) => d.Lists.Sum(l => l.Seats) == seats[i]).All(ok => ok)
                && upper.Lists.All(l => result.Districts.Sum(d => d.Lists.Where(s => s.List == l.List).Sum(s => s.Seats)) == l.Seats)
                && result.Districts.All(d => d.Lists.All(l => l is { VotesToGain: null, VotesToLose: null }));
        });

    /// <summary>What is told can be checked by hand: each list's seats are its votes over the two divisors, rounded.</summary>
    [Fact]
    public void Apply_StepsTell_RoundToTheSeats() =>
        genChamber.Sample((seats, votes) => Allocate(Chambers.Step, seats, votes).Districts.All(d => d.Steps.OfType<SeatsRounded>().All(s =>
        {
            var product = s.DistrictDivisor.Numerator * s.ListDivisor.Numerator;
            var over = 2 * s.Votes * s.DistrictDivisor.Denominator * s.ListDivisor.Denominator;
            return d.Lists.Single(l => l.List == s.List).Seats == s.Seats
                && (s.Tied || ((2 * s.Seats) - 1) * product < over) && (s.Tied ? over <= ((2 * s.Seats) + 1) * product : over < ((2 * s.Seats) + 1) * product);
        })));

    [Fact]
    public void Apply_StrongestListTakesOne_WhereverTheLawSaysSo() =>
        genChamber.Sample((seats, votes) =>
        {
            var without = Allocate(Chambers.Step, seats, votes);
            var with = Allocate(Chambers.Step with { WinnerTakesOne = true }, seats, votes);
            bool Holds(ContestAllocation r) => r.Districts.All(d => d.District == "*" || d.Lists.Where(l => l.Votes > 0 && l.Votes == d.Lists.Max(o => o.Votes)).All(l => l.Seats >= 1));
            return with.Outcome is Outcome.Tie || with.Faults.Length > 0 || without.Outcome is Outcome.Tie
                || (Holds(with) && (!Holds(without) || Chambers.Seats(with, Names(seats), lists).SelectMany(r => r).SequenceEqual(Chambers.Seats(without, Names(seats), lists).SelectMany(r => r))));
        });

    /// <summary>A is first in the north by one vote, but its two seats lie in the south unless the law keeps it one.</summary>
    [Fact]
    public void Apply_StrongestListOfASmallDistrict_HasItsSeatOnlyIfTheLawSaysSo()
    {
        int[] seats = [1, 3];
        long[][] votes = [[400, 390, 0, 0], [6000, 1500, 1500, 0]];
        Assert.Equal([[0, 1, 0, 0], [2, 0, 1, 0]], Chambers.Seats(Allocate(Chambers.Step, seats, votes), Names(seats), lists));
        var kept = Allocate(Chambers.Step with { WinnerTakesOne = true }, seats, votes);
        Assert.Equal([[1, 0, 0, 0], [1, 1, 1, 0]], Chambers.Seats(kept, Names(seats), lists));
        Assert.True(kept.Districts[0].Steps.OfType<SeatsRounded>().Single(s => s.List == "A").Held);
    }

    [Fact]
    public void Apply_TieInTheTable_IsOpenInEachOfItsDistricts()
    {
        var open = Chambers.Allocate(Chambers.Step, Square);
        Assert.IsType<Outcome.Tie>(open.Outcome);
        Assert.All(open.Districts, d =>
        {
            var tie = Assert.Single(d.Ties);
            Assert.Equal((TieLevel.List, 1), (tie.Level, tie.Seats));
            Assert.Equal(["A", "B"], tie.Among);
            Assert.Empty(d.Elected);
        });
    }

    /// <summary>One drawing decides both districts, and the same fact recorded in the other does not contradict it.</summary>
    [Fact]
    public void Apply_LotInOneDistrict_DecidesTheWholeTie()
    {
        var drawn = Chambers.Allocate(Chambers.Step, Square, new LotDrawn("south", TieLevel.List, "A"));
        Assert.IsType<Outcome.Elected>(drawn.Outcome);
        Assert.Equal([[0, 1], [1, 0]], Chambers.Seats(drawn, two, ["A", "B"]));
        Assert.Empty(drawn.Faults);
        Assert.All(drawn.Districts, d => Assert.Single(d.Steps.OfType<TieBroken>()));

        Assert.Empty(Chambers.Allocate(Chambers.Step, Square, new LotDrawn("south", TieLevel.List, "A"), new LotDrawn("north", TieLevel.List, "B")).Faults);
    }

    [Fact]
    public void Apply_LotThatContradictsAnother_IsAFault() =>
        Assert.Contains(
            Chambers.Allocate(Chambers.Step, Square, new LotDrawn("north", TieLevel.List, "A"), new LotDrawn("south", TieLevel.List, "A")).Faults, f => f.Code == "V120" && f.Place == "south");

    /// <summary>Three equal lists and four seats: who has the fourth is drawn for the whole territory, district <c>*</c>.</summary>
    [Fact]
    public void Apply_TieAmongListsOverAllSeats_IsOpenForTheTerritory()
    {
        var districts = Chambers.Districts(two, [2, 2], ["A", "B", "C"], [[60, 40, 20], [20, 40, 60]]);
        var open = Chambers.Allocate(Chambers.Step, districts);
        Assert.IsType<Outcome.Tie>(open.Outcome);
        var territory = open.Districts.Single(d => d.District == "*");
        Assert.Equal(["A", "B", "C"], Assert.Single(territory.Ties).Among);

        // Whoever is drawn, A has one in the north and C one in the south; the rest hangs on the tie, and is not vacant.
        Assert.Equal([["A"], ["C"]], two.Select(d => open.Districts.Single(o => o.District == d).Elected.Select(s => s.Candidacy.List)));
        Assert.All(two, d => Assert.Equal((1, 0), open.Districts.Single(o => o.District == d) is var o ? (o.Hanging, o.Vacant) : default));
        Assert.Equal(two, territory.Ties[0].Changes.Select(c => c.District).Distinct());

        var drawn = Chambers.Allocate(Chambers.Step, districts, new LotDrawn("*", TieLevel.List, "B"));
        Assert.IsType<Outcome.Elected>(drawn.Outcome);
        Assert.Equal([[1, 1, 0], [0, 1, 1]], Chambers.Seats(drawn, two, ["A", "B", "C"]));
        Assert.Equal(2, drawn.Districts.Length);
        Assert.Empty(drawn.Faults);
    }

    /// <summary>Two lists are the strongest of the north, which has one seat. The tie leaves open what hangs on it, and no more; a law may waive the condition.</summary>
    [Fact]
    public void Apply_EquallyStrongListsInOneDistrict_LeaveTheOthersTheirSeats()
    {
        string[] names = ["north", "south", "east"];
        var districts = Chambers.Districts(names, [1, 4, 4], ["A", "B", "C"], [[50, 50, 0], [4000, 3000, 900], [3000, 4000, 1000]]);
        var open = Chambers.Allocate(Chambers.Step with { WinnerTakesOne = true }, districts);
        var tie = Assert.Single(open.Districts.SelectMany(d => d.Ties));
        Assert.Equal(["A", "B"], tie.Among);
        Assert.Empty(open.Districts.Single(d => d.District == "north").Elected);
        Assert.True(open.Districts.Where(d => d.District != "north").Sum(d => d.Elected.Length) >= 6);
        Assert.All(tie.Among, winner =>
        {
            var drawn = Chambers.Allocate(Chambers.Step with { WinnerTakesOne = true }, districts, new LotDrawn("north", TieLevel.List, winner));
            Assert.IsType<Outcome.Elected>(drawn.Outcome);
            Assert.Equal([winner], drawn.Districts[0].Elected.Select(s => s.Candidacy.List));
            Assert.All(names, d => Assert.Empty(open.Districts.Single(o => o.District == d).Elected.Select(s => s.Candidacy.List).ToList() is var sure
                ? sure.Where(l => sure.Count(o => o == l) > drawn.Districts.Single(o => o.District == d).Elected.Count(s => s.Candidacy.List == l)) : []));
        });

        var plain = Chambers.Allocate(Chambers.Step, districts);
        var waived = Chambers.Allocate(Chambers.Step with { WinnerTakesOne = true, EqualWinners = EqualWinners.None }, districts);
        Assert.Equal(Chambers.Seats(plain, names, ["A", "B", "C"]), Chambers.Seats(waived, names, ["A", "B", "C"]));
    }

    /// <summary>A list that runs only in a district of one seat, but is so strong there that two are due to it.</summary>
    [Fact]
    public void Apply_ListWithMoreSeatsThanItsOnlyDistrict_IsAFaultThatNamesThem()
    {
        var fault = Assert.Single(Chambers.Allocate(Chambers.Step, Chambers.Districts(two, [1, 3], ["A", "B"], [[9000, 0], [0, 9000]])).Faults);
        Assert.Equal("V122", fault.Code);
        Assert.Contains("south", fault.Found, StringComparison.Ordinal);
    }

    [Fact]
    public void Apply_ListWithFewerPersonsThanSeats_LeavesTheRestToOthers()
    {
        static CandidacyVotes Person(string list, string name, long votes) => new(new Candidacy { Choice = name, List = list, Candidate = name }, votes);
        ImmutableArray<DistrictVotes> districts = [new("d0", 3, [Person("A", "Ana", 900), Person("B", "Bea", 200), Person("B", "Blas", 150)])];
        var result = Chambers.Allocate(Chambers.Step, districts);
        Assert.Equal(["Ana", "Bea", "Blas"], result.Districts[0].Elected.Select(s => s.Person));
        Assert.All(result.Districts[0].Elected, s => Assert.Equal(Basis.Quotient, s.Basis));
    }

    /// <summary>Votes of billions in districts of many sizes: voter numbers beyond 64 bits are still exact.</summary>
    [Fact]
    public void Apply_VoterNumbersOfManyMagnitudes_AreExact()
    {
        int[] seats = [.. Enumerable.Range(41, 12)];
        var result = Allocate(Chambers.Step, seats, [.. seats.Select(s => new[] { 4_000_000_000_000_000L, 4_000_000_000_000_000L - s, 0, 0 })]);
        var upper = result.Districts[0].Steps.OfType<ListsApportioned>().Single();
        Assert.Equal(["A", "B"], upper.Lists.Select(l => l.List));
        Assert.Equal(upper.Lists[0].Weight.Numerator * upper.Lists[1].Weight.Denominator, (upper.Lists[1].Weight.Numerator + (12 * upper.Lists[1].Weight.Denominator)) * upper.Lists[0].Weight.Denominator);
    }

    [Fact]
    public void Words_TellTheStepsInBothLanguages()
    {
        var steps = Chambers.Allocate(Chambers.Step, Chambers.Districts(two, [2, 2], ["A", "B", "C"], [[61, 40, 20], [20, 40, 60]])).Districts[0].Steps;
        var english = steps.Select(s => StepWords.Of(s, new Wording(Language.English))).ToList();
        var spanish = steps.Select(s => StepWords.Of(s, new Wording(Language.Spanish))).ToList();
        Assert.StartsWith("The 4 seats of all districts go to lists by voter numbers, divided by", english[0], StringComparison.Ordinal);
        Assert.StartsWith("A: 61 votes divided by", english[1], StringComparison.Ordinal);
        Assert.StartsWith("A: 61 votos divididos por", spanish[1], StringComparison.Ordinal);
    }

    /// <summary>The pages name the whole territory where lists are tied over all its seats.</summary>
    [Fact]
    public async Task Report_TieOverTheTerritory_IsToldUnderItsName()
    {
        const string law = "xx-council";
        var contest = new Contest
        {
            Id = "c",
            Title = new("Council", "Consejo"),
            Date = new DateOnly(2020, 5, 3),
            Rule = law,
            Candidacies = [new Candidacy { Choice = "A", List = "A" }, new Candidacy { Choice = "B", List = "B" }, new Candidacy { Choice = "C", List = "C" }],
            Seats = ImmutableSortedDictionary<string, int>.Empty.Add("n", 2).Add("s", 2),
            Returns = [.. new[] { "n", "s" }.Select(p => new PollingStationReturn(p, default, [new(0, 40, 2), new(1, 40, 3), new(2, 40, 4)], 2))],
            Balance = new Balance(BalanceKind.CastIsValidBlankNull),
        };
        var election = new Election
        {
            Id = "e",
            Title = new("An election", "Una elección"),
            Country = "xx",
            Date = contest.Date,
            Places = new PlaceTree([new Place("x", null, "country", "Smalland"), new Place("n", "x", "district", "North"), new Place("s", "x", "district", "South")]),
            Contests = [contest],
        };
        var account = Pipeline.Run(election, new Dictionary<string, ElectoralRule> { [law] = Chambers.Rule(Chambers.Step) });
        var files = await Site.RenderAsync(account, Flows.Of(account), new SiteOptions(Language.English, "test"));

        Assert.Contains("Smalland: a tie between A, B and C is open until lots are drawn.", files.Single(f => f.Path == "seats-c.html").Content, StringComparison.Ordinal);
        Assert.Contains("a table with a divisor for each district and each list", files.Single(f => f.Path == "methods.html").Content, StringComparison.Ordinal);
    }

    /// <summary>The example of the guide, with the divisors and quotients that it prints.</summary>
    [Fact]
    public void Guide_WorkedExample_IsWhatTheCommandTells()
    {
        var told = UrnaCommand.Run(
            "seats", "--rule", "docs/examples/laws/xm-council.yaml", "--votes", "docs/examples/plain/council-votes.csv", "--seats", "docs/examples/plain/council-seats.csv", "--explain");
        Assert.Equal(0, told.ExitCode);
        Assert.Contains("divided by 108 and rounded: Mareas 480: 4; Bosque 275: 3; Luna 196: 2.", told.Output, StringComparison.Ordinal);
        var guide = File.ReadAllText(Path.Combine(Repository.Root, "docs", "rules.md"));
        foreach (var (list, votes, divisor, quotient, seats) in new[]
        {
            ("Mareas", 528, "1.1", "1.600", 2), ("Bosque", 372, "0.9", "1.378", 1), ("Luna", 384, "1", "1.280", 1),
            ("Mareas", 468, "1.1", "1.418", 1), ("Bosque", 420, "0.9", "1.556", 2), ("Luna", 48, "1", "0.160", 0),
            ("Mareas", 384, "1.1", "1.164", 1), ("Bosque", 84, "0.9", "0.311", 0), ("Luna", 168, "1", "0.560", 1),
        })
        {
            Assert.Contains($"{list}: {votes} votes divided by 300 × {divisor} are {quotient}, rounded: {seats}.", told.Output, StringComparison.Ordinal);
            Assert.Contains($"{quotient}: **{seats}**", guide, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Json_WritesDivisorsAsNumbers()
    {
        var json = SeatsJson.Of(null, Chambers.Allocate(Chambers.Step, Chambers.Districts(two, [2, 2], ["A", "B"], [[61, 40], [20, 40]])), explain: true);
        var step = JsonSerializer.SerializeToNode(json, ContractJson.Options)!["districts"]![0]!["steps"]!.AsArray().First(s => (string?)s!["step"] == "seats-rounded")!;
        Assert.True((double)step["districtDivisor"]! > 0);
        Assert.True((double)step["quotient"]! > 0);
    }

    static string[] Names(int[] seats) => [.. seats.Select((_, i) => $"d{i}")];
}
