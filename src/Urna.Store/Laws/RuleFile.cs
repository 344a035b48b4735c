using System.Collections.Immutable;
using Urna.Allocate;
using Urna.Model;
using Urna.Store.Yaml;

namespace Urna.Store.Laws;

/// <summary>Reads a law from its YAML file.</summary>
/// <remarks><c>docs/rules.md</c> describes the file; <c>schemas/rule.schema.json</c> checks it in an editor.</remarks>
public static class RuleFile
{
    /// <summary>Reads a law, and lists every fault if it cannot be.</summary>
    /// <param name="path">The file.</param>
    public static ReadResult<ElectoralRule> Read(string path)
    {
        var faults = new FaultLog();
        var rule = YamlMap.Load(path, Path.GetFileName(path), faults) is { } yaml ? Read(yaml) : null;
        return faults.Result(() => rule);
    }

    static ElectoralRule? Read(YamlMap yaml)
    {
        if (QuorumsFile.Refuse(yaml))
        {
            return null;
        }

        var steps = yaml.Maps("steps").Select(RuleSteps.Read).OfType<RuleStep>().ToImmutableArray();
        if (yaml.Maps("steps").IsEmpty)
        {
            yaml.Fault("V103", "a law needs at least one step.", "steps", "", "a list of steps");
        }

        var name = yaml.Required("rule");
        var rule = new ElectoralRule(
            name,
            yaml.Localized("title") ?? LocalizedText.Same(name),
            yaml.Required("country"),
            yaml.Localized("applies") ?? LocalizedText.Same(""),
            yaml.Texts("sources"),
            steps);
        yaml.Done();
        return rule;
    }
}
