using System.Collections.Immutable;
using Urna.Allocate.Laws;
using Urna.Model;
using Urna.Store.Yaml;
using Urna.Validate;

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
        var rule = YamlMap.Load(path, Path.GetFileName(path), faults) is { } yaml ? Read(yaml, faults) : null;
        return faults.Result(() => rule);
    }

    /// <summary>Everything that is wrong with a law's file: what keeps it from being read, and a name that is not the file's.</summary>
    /// <param name="path">The file.</param>
    public static ImmutableArray<Finding> Check(string path)
    {
        var read = Read(path);
        var file = Path.GetFileNameWithoutExtension(path);
        return read.Value is not { } rule || rule.Name == file ? read.Findings : read.Findings.Add(
            Codes.Finding("V130", LocalizedText.Say("v130.the-law-is-named-but-its", ("rule", rule.Name), ("file", file))) with { File = Path.GetFileName(path), Column = "rule", Found = rule.Name, Expected = file });
    }

    /// <summary>The fields at the top of a file, which tell what kind of law it is; empty if it cannot be read.</summary>
    /// <param name="path">The file.</param>
    public static ImmutableArray<string> FieldsOf(string path) =>
        YamlMap.Load(path, Path.GetFileName(path), new FaultLog()) is { } yaml ? [.. yaml.Keys] : [];

    static ElectoralRule? Read(YamlMap yaml, FaultLog faults)
    {
        if (QuorumsFile.Refuse(yaml))
        {
            return null;
        }

        var maps = yaml.Maps("steps");
        var steps = ReadLaw.Steps(maps, faults);
        if (maps.IsEmpty)
        {
            yaml.Fault("V103", LocalizedText.Say("v130.a-law-needs-at-least-one"), "steps", "", "a list of steps");
        }

        var name = yaml.Required("rule");
        var title = yaml.Localized("title") ?? LocalizedText.Same(name);
        var country = yaml.Required("country");
        var applies = yaml.Localized("applies") ?? LocalizedText.Same("");
        var sources = yaml.Texts("sources");
        yaml.Done();
        return faults.HasFaults ? null : new ElectoralRule(name, title, country, applies, sources, steps);
    }
}
