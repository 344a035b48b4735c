using System.Collections.Immutable;
using Urna.Model;
using Urna.Scenarios;
using Urna.Store.Yaml;

namespace Urna.Store.Scenarios;

/// <summary>Reads scenarios from their YAML file.</summary>
/// <remarks><c>docs/whatif.md</c> describes the file; <c>schemas/scenarios.schema.json</c> checks it in an editor.</remarks>
public static class ScenariosFile
{
    /// <summary>The name that the file has beside an election.</summary>
    public const string FileName = "scenarios.yaml";

    /// <summary>Reads scenarios, and lists every fault if they cannot be.</summary>
    /// <param name="path">The file.</param>
    /// <param name="electionFolder">The folder of the election, in which laws that it names by their path lie too; empty for none.</param>
    public static ReadResult<ScenarioSet> Read(string path, string electionFolder = "")
    {
        var faults = new FaultLog();
        var folder = Path.GetDirectoryName(path) is { Length: > 0 } own ? own : ".";
        var set = YamlMap.Load(path, Path.GetFileName(path), faults) is { } yaml ? Read(yaml, new ScenarioFiles(folder, electionFolder, faults)) : null;
        return faults.Result(() => set);
    }

    static ScenarioSet Read(YamlMap yaml, ScenarioFiles files)
    {
        var maps = yaml.Maps("scenarios");
        if (maps.IsEmpty)
        {
            yaml.Fault("V103", LocalizedText.Say("scenario.fault-there-are-no-scenarios"), "scenarios", "", "a list of scenarios");
        }

        var read = maps.Select(m => Scenario(m, files)).ToImmutableArray();
        foreach (var (item, yamlOf) in read.Zip(maps).Index().Where(s => read.Take(s.Index).Any(o => o.Scenario.Id == s.Item.First.Scenario.Id && o.Contest == s.Item.First.Contest)).Select(s => (s.Item.First, s.Item.Second)))
        {
            yamlOf.Fault("V106", LocalizedText.Say("scenario.fault-the-scenario-stands-twice", ("id", item.Scenario.Id)), "id", item.Scenario.Id, "ids that differ");
        }

        yaml.Done();
        return new(read);
    }

    static ReadScenario Scenario(YamlMap yaml, ScenarioFiles files)
    {
        var id = yaml.Required("id");
        if (id == Urna.Scenarios.Scenario.AsItWas)
        {
            yaml.Fault("V110", LocalizedText.Say("scenario.fault-is-the-contest-itself", ("id", id)), "id", id, "another id");
        }

        var lines = ImmutableDictionary.CreateBuilder<string, ImmutableArray<int>>();
        var fields = new ScenarioFields(yaml, files, lines);
        var scenario = new Scenario
        {
            Id = id.Length > 0 ? id : "?",
            Title = yaml.Localized("title") ?? LocalizedText.Same(id),
            Rule = fields.Rule(),
            Join = fields.Joins(),
            Split = fields.Splits(),
            Move = fields.Moves(),
            Withdraw = fields.Withdrawals(),
            Districts = fields.Districts(),
            Magnitudes = fields.Magnitudes(),
            Threshold = fields.Threshold(),
            Swing = fields.Swing(),
            AddVotes = fields.AddVotes(),
            Transfer = fields.Transfer(),
            Draws = fields.Draws(),
        };
        var contest = yaml.Text("contest");
        yaml.Done();
        return new(scenario, contest, yaml.File, yaml.Line, lines.ToImmutable());
    }
}
