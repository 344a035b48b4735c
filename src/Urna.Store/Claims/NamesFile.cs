using Urna.Model;
using System.Collections.Immutable;
using Urna.Judge.Suggest;
using Urna.Store.Yaml;
using Urna.Validate;

namespace Urna.Store.Claims;

/// <summary>Reads usual other names of what elections call otherwise, from <c>names.yaml</c>.</summary>
/// <remarks><c>docs/claims.md</c> describes the file; <c>schemas/names.schema.json</c> checks it in an editor.</remarks>
public static class NamesFile
{
    /// <summary>The name of the file, beside election folders or in one.</summary>
    public const string FileName = "names.yaml";

    /// <summary>The names of a file, or all its faults.</summary>
    /// <param name="path">The file.</param>
    public static ReadResult<NameBook> Read(string path)
    {
        var faults = new FaultLog();
        NameBook? book = null;
        if (YamlMap.Load(path, FileName, faults) is { } yaml)
        {
            book = new NameBook { Choices = Others(yaml.Maps("choices")), Places = Others(yaml.Maps("places")), Contests = Others(yaml.Maps("contests")), Words = yaml.Texts("words") };
            yaml.Done();
        }

        return faults.Result(() => book);
    }

    static ImmutableArray<OtherNames> Others(ImmutableArray<YamlMap> maps) => [.. maps.Select(Other)];

    static OtherNames Other(YamlMap map)
    {
        var other = new OtherNames(map.Texts("of"), map.Texts("also"), map.Texts("only"));
        foreach (var needed in new[] { ("of", other.Of), ("also", other.Also) }.Where(n => n.Item2.IsEmpty).Select(n => n.Item1))
        {
            map.Fault("V103", LocalizedText.Say("v103.the-names-need", ("needed", needed)), needed, "", "a list of names");
        }

        map.Done();
        return other;
    }
}
