using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using Urna.Store;
using Urna.Store.Claims;
using Urna.Store.Elections;
using Urna.Store.Import;
using Urna.Store.Laws;
using Urna.Tests.Judge;
using Urna.Validate;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Urna.Tests.Store;

/// <summary>Of a file that ships and was damaged, schema and reader refuse the same.</summary>
/// <remarks>A simulation has no reader: its file is only told, and <see cref="SchemaTests"/> holds it against its schema.</remarks>
public sealed partial class SchemaDamageTests : IDisposable
{
    /// <summary>Faults of what a file names elsewhere, or of fields that do not go together: no schema can know them.</summary>
    static readonly HashSet<string> relations = ["V101", "V106", "V107", "V108", "V109", "V111", "V114", "V116", "V130", "V170", "V180"];

    /// <summary>Fields of claims that a measure may need, and that hold names of an election or a figure in the measure's unit.</summary>
    static readonly HashSet<string> ofMeasures = ["/election", "/claims/contest", "/claims/of", "/claims/value", "/claims/between", "/claims/than", "/claims/reason", "/claims/scopes/of"];

    readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("urna-test-");

    public void Dispose() => folder.Delete(recursive: true);

    /// <summary>A schema, and the least number of places that its files are damaged at.</summary>
    [Theory]
    [InlineData("rule", 40)]
    [InlineData("quorums", 8)]
    [InlineData("import-map", 40)]
    [InlineData("election", 20)]
    [InlineData("claims", 20)]
    public void Read_OfADamagedFile_RefusesWhatTheSchemaRefusesAndNothingElse(string schema, int least)
    {
        var (wrong, told) = (new List<string>(), new HashSet<string>());
        foreach (var file in FilesOf(schema))
        {
            var read = ReaderOf(schema, file);
            Assert.False(read(File.ReadAllText(file)).Any(), $"{file} must be read without faults before it is damaged.");
            foreach (var (damage, yaml) in Damaged(File.ReadAllText(file), told))
            {
                if (Disagreement(schema, damage, YamlSchema.Faults($"{schema}.schema.json", yaml).Count > 0, [.. read(yaml)]) is { } disagreement)
                {
                    wrong.Add($"{schema} {damage}: {disagreement} ({Path.GetFileName(file)})");
                }
            }
        }

        Assert.True(told.Count >= least, $"{told.Count}");
        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    static string? Disagreement(string schema, string damage, bool bySchema, ImmutableArray<Finding> byReader)
    {
        var field = damage[damage.IndexOf('/', StringComparison.Ordinal)..];
        return bySchema
            ? byReader.IsEmpty ? "the schema refuses it, the reader does not" : null
            : byReader.FirstOrDefault(f => !relations.Contains(f.Code)) is { } form && !(schema == "claims" && ofMeasures.Contains(field))
                ? $"the reader refuses it, the schema does not: {form.Code} {form.Message}" : null;
    }

    static IEnumerable<string> FilesOf(string schema) => schema switch
    {
        // Reading an election reads its tables, so two small ones stand for all.
        "election" => [Path.Combine(Repository.Root, "docs", "examples", "marisma", "election.yaml"), Path.Combine(Repository.Elections, "cl-1970", "election.yaml")],
        "claims" => [Path.Combine(Repository.Elections, "cl-1970", "claims.yaml")],
        _ => from root in new[] { "docs", "rules", "formats" }
             from file in Directory.EnumerateFiles(Path.Combine(Repository.Root, root), "*.yaml", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
             where SchemaLine().Match(File.ReadAllText(file)).Groups["schema"].Value == schema
             select file,
    };

    /// <summary>What the reader refuses of a text in the place of a file.</summary>
    Func<string, IEnumerable<Finding>> ReaderOf(string schema, string file)
    {
        var place = Directory.CreateDirectory(Path.Combine(folder.FullName, Guid.NewGuid().ToString("N")));
        if (schema == "election")
        {
            foreach (var table in Directory.EnumerateFiles(Path.GetDirectoryName(file)!, "*.csv"))
            {
                File.Copy(table, Path.Combine(place.FullName, Path.GetFileName(table)));
            }
        }

        var path = Path.Combine(place.FullName, Path.GetFileName(file));
        return text =>
        {
            File.WriteAllText(path, text);
            return Read(schema, path).Where(f => f.Severity == Severity.Fault);
        };
    }

    static ImmutableArray<Finding> Read(string schema, string path)
    {
        var faults = new FaultLog();
        switch (schema)
        {
            case "rule":
                return RuleFile.Read(path).Findings;
            case "quorums":
                return QuorumsFile.Read(path).Findings;
            case "election":
                return ElectionFolder.Read(Path.GetDirectoryName(path)!).Findings;
            case "claims":
                return ClaimsFile.Read(path, ShippedStore.Of).Findings;
            default:
                ImportMapFile.Read(path, faults);
                return faults.Findings;
        }
    }

    /// <summary>Each field taken out, renamed, given other types and values, and a field added that nobody knows; each place of a schema once.</summary>
    static IEnumerable<(string Damage, string Yaml)> Damaged(string text, HashSet<string> told)
    {
        var stream = new YamlStream();
        stream.Load(new StringReader(text));
        foreach (var (at, map) in Maps("", stream.Documents[0].RootNode).ToList())
        {
            if (told.Add($"{at} added"))
            {
                map.Add("zzz", "x");
                yield return ($"with {at}/zzz", Written(stream));
                map.Children.Remove("zzz");
            }

            foreach (var (key, value) in map.Children.ToList())
            {
                var field = $"{at}/{key}";
                if (told.Add(field))
                {
                    map.Children.Remove(key);
                    yield return ($"without {field}", Written(stream));
                    map.Add($"{key}x", value);
                    yield return ($"renamed {field}", Written(stream));
                    map.Children.Remove($"{key}x");
                    map.Children[key] = new YamlMappingNode("zzz", "x");
                    yield return ($"mapping in {field}", Written(stream));
                    map.Children[key] = new YamlSequenceNode(new YamlMappingNode("zzz", "x"));
                    yield return ($"list in {field}", Written(stream));
                    map.Children[key] = new YamlSequenceNode();
                    yield return ($"empty list in {field}", Written(stream));
                    map.Children[key] = new YamlScalarNode("-7") { Style = IsNumber(value) ? ScalarStyle.Plain : ScalarStyle.DoubleQuoted };
                    yield return ($"number in {field}", Written(stream));
                    map.Children[key] = new YamlScalarNode("zzz!");
                    yield return ($"text in {field}", Written(stream));
                    map.Children[key] = value;
                }
            }
        }
    }

    /// <summary>The mappings of a document, by where they stand; those of a step, claim or table also by its kind.</summary>
    static IEnumerable<(string At, YamlMappingNode Map)> Maps(string at, YamlNode node) => node switch
    {
        YamlMappingNode map => map.SelectMany(f => Maps($"{at}{KindOf(map)}/{f.Key}", f.Value)).Prepend(($"{at}{KindOf(map)}", map)),
        YamlSequenceNode list => list.SelectMany(item => Maps(at, item)),
        _ => [],
    };

    static bool IsNumber(YamlNode value) => value is YamlScalarNode { Style: ScalarStyle.Plain, Value: { } text } && decimal.TryParse(text, CultureInfo.InvariantCulture, out _);

    static string KindOf(YamlMappingNode map) =>
        new[] { "step", "claim", "method" }.Select(k => map.Children.TryGetValue(k, out var kind) && kind is YamlScalarNode { Value: { } name } ? $"[{name}]" : "").FirstOrDefault(k => k.Length > 0, "");

    static string Written(YamlStream stream)
    {
        using var text = new StringWriter();
        stream.Save(text, assignAnchors: false);
        return text.ToString();
    }

    [GeneratedRegex(@"\A# yaml-language-server: \$schema=\S*?(?<schema>[a-z-]+)\.schema\.json", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex SchemaLine();
}
