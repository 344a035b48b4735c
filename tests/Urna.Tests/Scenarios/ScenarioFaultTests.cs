using System.Collections.Immutable;
using Urna.Scenarios;
using Urna.Scenarios.Changes;
using Urna.Tests.Cli;

namespace Urna.Tests.Scenarios;

/// <summary>Scenarios that cannot be: each fault with its line and what is allowed; of options, wrong usage.</summary>
public class ScenarioFaultTests
{
    /// <summary>Fields, the code of the fault, the line that it names, and a word of what it says.</summary>
    public static TheoryData<string, string, int, string> Bad { get; } = new()
    {
        { "join:\n      - { as: J, of: [Apruebo Dignidad, Nobody] }", "V620", 5, "Nobody" },
        { "join:\n      - { as: J, of: [Apruebo Dignidad] }", "V621", 5, "fewer than two" },
        { "join:\n      - { as: J, of: [Apruebo Dignidad, Dignidad Ahora] }\n      - { as: K, of: [Dignidad Ahora, Nuevo Pacto Social] }", "V621", 6, "twice" },
        { "join:\n      - { as: Partido de la Gente, of: [Apruebo Dignidad, Dignidad Ahora] }", "V621", 5, "not joined" },
        { "join: [{ as: J, of: [Apruebo Dignidad, Dignidad Ahora] }]\n    split: [Apruebo Dignidad]", "V621", 4, "both joined and split" },
        { "split: [Partido de la Gente]", "V625", 4, "no parties" },
        { "split: [Nobody]", "V620", 4, "Nobody" },
        { "move:\n      - { party: PS, to: Apruebo Dignidad }\n      - { party: PS, to: Dignidad Ahora }", "V621", 6, "moved twice" },
        { "move:\n      - { party: PS, to: Nobody }", "V620", 5, "Nobody" },
        { "move:\n      - { party: PX, to: Dignidad Ahora }", "V620", 5, "PX" },
        { "move:\n      - { candidate: Nino Baltolu Rasera, to: Dignidad Ahora }\n      - { party: UDI, to: Dignidad Ahora }", "V621", 5, "moved twice" },
        { "move:\n      - { party: PS, candidate: X, to: Dignidad Ahora }", "V103", 5, "party or of a candidate" },
        { "withdraw: [Nobody]", "V620", 4, "Nobody" },
        { "withdraw: [{ who: Apruebo Dignidad, to: { Dignidad Ahora: 60%, Nuevo Pacto Social: 60% } }]", "V623", 4, "more than once" },
        { "withdraw: [{ who: Apruebo Dignidad, district: Nowhere }]", "V620", 4, "Nowhere" },
        { "withdraw: [Apruebo Dignidad]\n    join: [{ as: J, of: [Apruebo Dignidad, Dignidad Ahora] }]", "V621", 5, "withdrawn" },
        { "districts: { \"1\": a, \"2\": a }", "V622", 4, "do not cover" },
        { "districts: { \"99\": a }", "V620", 4, "99" },
        { "districts: hemisphere", "V620", 4, "hemisphere" },
        { "districts: nothing.csv", "V101", 0, "nothing.csv" },
        { "magnitudes: { \"99\": 3 }", "V620", 4, "99" },
        { "magnitudes: { by: registered, seats: 10, minimum: 2 }", "V623", 4, "cannot be shared" },
        { "magnitudes: { by: age }", "V110", 4, "age" },
        { "threshold: 500%", "V623", 4, "no share" },
        { "threshold: high", "V104", 4, "high" },
        { "swing: { points: { Apruebo Dignidad: 101 } }", "V623", 4, "would have" },
        { "swing: { points: { Apruebo Dignidad: -90 } }", "V623", 4, "would have" },
        { "swing: { points: { Nobody: 1 } }", "V620", 4, "Nobody" },
        { "swing: { kind: sideways, points: { Apruebo Dignidad: 1 } }", "V110", 4, "sideways" },
        { "swing: { points: { Apruebo Dignidad: much } }", "V104", 4, "much" },
        { "add-votes: [{ district: \"1\", of: Apruebo Dignidad, votes: -900000 }]", "V623", 4, "has" },
        { "add-votes: [{ district: \"77\", of: Apruebo Dignidad, votes: 1 }]", "V620", 4, "77" },
        { "add-votes: [{ district: \"1\", of: Nobody, votes: 1 }]", "V620", 4, "Nobody" },
        { "transfer: { Apruebo Dignidad: { Dignidad Ahora: 70%, Nuevo Pacto Social: 70% } }", "V623", 4, "more than once" },
        { "transfer: { Nobody: { Dignidad Ahora: 70% } }", "V620", 4, "Nobody" },
        { "transfer: nothing.json", "V102", 4, "nothing.json" },
        { "draws: { n: 0, deviation: { list: 1 } }", "V104", 4, "n" },
        { "draws: { n: 10 }", "V625", 4, "nothing is drawn" },
        { "draws: { n: 10, poll: { shares: { Apruebo Dignidad: 30% } } }", "V103", 4, "n" },
        { "draws: { n: 10, poll: { n: 100, shares: { Nobody: 30% } } }", "V620", 4, "Nobody" },
        { "swing: { points: { Apruebo Dignidad: 1 } }\n    draws: { n: 10, poll: { n: 100, shares: { Apruebo Dignidad: 30% } } }", "V621", 5, "take the place" },
        { "rule: nolaw", "V114", 4, "nolaw" },
        { "rule: president-1980\n    threshold: 5%", "V625", 5, "threshold" },
        { "laws: dhondt", "V110", 4, "laws" },
    };

    [Theory]
    [MemberData(nameof(Bad))]
    public void Whatif_BadScenario_NamesLineAndWhatIsAllowed(string fields, string code, int line, string word)
    {
        var file = Path.Combine(Directory.CreateTempSubdirectory("urna-test-").FullName, "s.yaml");
        File.WriteAllText(file, $"# a comment\nscenarios:\n  - id: one\n    {fields}\n");
        var (findings, isRead) = FaultsOf(file);
        Directory.Delete(Path.GetDirectoryName(file)!, recursive: true);

        Assert.Contains(findings, f => f.Code == code && f.Message.Contains(word, StringComparison.Ordinal) && (line == 0 || f.Row == line));
        Assert.All(findings, f => Assert.True(f.Expected.Length > 0 || isRead || f.Code is "V101" or "V102", f.Message));
    }

    static (ImmutableArray<Urna.Validate.Finding> Findings, bool IsRead) FaultsOf(string file)
    {
        var read = Urna.Store.Scenarios.ScenariosFile.Read(file, Path.Combine(Repository.Elections, "cl-2021"));
        if (read.Value is not { } set)
        {
            return (read.Findings, false);
        }

        var scenarios = set.For("deputies");
        var (_, faults) = WhatIf.Of(SmallContests.Shipped("cl-2021", "deputies"), [.. scenarios.Select(s => s.Scenario)]);
        return ([.. faults.Select(f => scenarios[0].Locate(f.Fault))], true);
    }

    [Fact]
    public void Withdraw_Everybody_LeavesNobody()
    {
        var contest = SmallContests.Shipped("cl-1970", "president");
        var (_, faults) = (SmallContests.Scenario with { Withdraw = [new("allende"), new("tomic"), new("alessandri")] }).Apply(contest);
        Assert.Contains(faults, f => f.Code == "V624");
    }

    [Theory]
    [InlineData(2, "--join", "J", "--of", "Nobody", "--of", "Dignidad Ahora")]
    [InlineData(2, "--of", "Dignidad Ahora")]
    [InlineData(2, "--move", "PS")]
    [InlineData(2, "--swing", "Apruebo Dignidad=+200")]
    [InlineData(2, "--swing", "Apruebo Dignidad")]
    [InlineData(2, "--threshold", "high")]
    [InlineData(2, "--rule", "nolaw")]
    [InlineData(2, "--districts", "hemisphere")]
    [InlineData(2, "--seed", "1")]
    [InlineData(2, "--find", "glory")]
    [InlineData(2, "--find", "seats Apruebo Dignidad 500")]
    [InlineData(2, "--find", "majority Nobody")]
    [InlineData(2, "--rule", "binomial-1988")]
    public void Whatif_BadOptions_AreWrongUsage(int exit, params string[] options)
    {
        var run = UrnaCommand.Run(["whatif", "elections/cl-2021", "--contest", "deputies", .. options]);
        Assert.Equal(exit, run.ExitCode);
        Assert.Empty(run.Output);
        Assert.NotEmpty(run.Errors);
    }

    [Theory]
    [InlineData("--draws", "-5")]
    [InlineData("--draws", "10", "--deviation", "list=90")]
    public void Whatif_DrawsThatCannotBe_AreToldInWordsOnly(params string[] options)
    {
        var run = UrnaCommand.Run(["whatif", "elections/cl-2021", "--contest", "deputies", .. options]);
        Assert.Equal(2, run.ExitCode);
        Assert.Contains("Expected: ", run.Errors, StringComparison.Ordinal);
        Assert.DoesNotContain("Parameter", run.Errors, StringComparison.Ordinal);
    }

    /// <summary>Congress chose between others; and blank votes of 1970 that nobody knows are given to nobody: both are told beside the seats.</summary>
    [Theory]
    [InlineData("withdraw: [alessandri]", "V627")]
    [InlineData("rule: president-1980\n    transfer: { blank: { alessandri: 50% } }", "V626")]
    public void Whatif_WhatNobodyKnows_IsTold(string change, string code)
    {
        var file = Path.Combine(Directory.CreateTempSubdirectory("urna-test-").FullName, "s.yaml");
        File.WriteAllText(file, $"scenarios:\n  - id: one\n    contest: president\n    {change}\n");
        var run = UrnaCommand.Run("whatif", "elections/cl-1970", file, "--format", "json");
        Directory.Delete(Path.GetDirectoryName(file)!, recursive: true);
        Assert.NotEmpty(run.Output);
        Assert.Contains(code, run.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public void Whatif_BadFile_IsUnreadable()
    {
        var file = Path.Combine(Directory.CreateTempSubdirectory("urna-test-").FullName, "s.yaml");
        File.WriteAllText(file, "scenarios:\n  - id: one\n    withdraw: [Nobody]\n");
        var run = UrnaCommand.Run("whatif", "elections/cl-2021", file, "--contest", "deputies", "--format", "json");
        Directory.Delete(Path.GetDirectoryName(file)!, recursive: true);
        Assert.Equal(3, run.ExitCode);
        Assert.Empty(run.Output);
        Assert.Contains("s.yaml:3: V620", run.Errors, StringComparison.Ordinal);
    }
}
