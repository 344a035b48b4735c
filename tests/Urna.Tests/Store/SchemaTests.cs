using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Urna.Infer.Simulation;
using Urna.Store.Elections;
using Urna.Store.Import;
using Urna.Store.Laws;
using Urna.Store.Transfers;
using Urna.Validate;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Urna.Tests.Store;

/// <summary>The schemas, the readers and the YAML files that ship say the same.</summary>
public partial class SchemaTests
{
    static readonly string[] keywords =
    [
        "$schema", "$defs", "$ref", "title", "description", "type", "const", "enum", "pattern", "minimum", "maximum", "minItems",
        "properties", "required", "additionalProperties", "items", "oneOf",
    ];

    /// <summary>Every YAML file that ships, named from the root.</summary>
    public static TheoryData<string> Files { get; } =
    [
        .. from folder in new[] { "rules", "formats", "elections", "docs" }
           from file in Directory.EnumerateFiles(Path.Combine(Repository.Root, folder), "*.yaml", SearchOption.AllDirectories)
           orderby file
           select Path.GetRelativePath(Repository.Root, file).Replace('\\', '/'),
    ];

    [Theory]
    [MemberData(nameof(Files))]
    public void Files_KeepTheSchemaTheyName(string file)
    {
        var text = File.ReadAllText(Path.Combine(Repository.Root, file));
        var named = SchemaLine().Match(text);
        Assert.True(named.Success, $"{file} must name its schema in its first line.");
        var schema = Path.GetFullPath(Path.Combine(Repository.Root, file, "..", named.Groups["schema"].Value));
        Assert.Empty(Faults(Path.GetFileName(schema), text));
    }

    /// <summary>File, text replaced, replacement: each leaves a file that its schema refuses.</summary>
    [Theory]
    [InlineData("rules/cl/mayors.yaml", "country: cl", "contry: cl")]
    [InlineData("rules/cl/mayors.yaml", "country: cl", "")]
    [InlineData("rules/cl/mayors.yaml", "holders: candidates", "holders: candidate")]
    [InlineData("rules/cl/mayors.yaml", "ties: [lot]", "ties: [lots]")]
    [InlineData("rules/cl/mayors.yaml", "step: most-votes", "step: majority")]
    [InlineData("rules/cl/president-1980.yaml", "share: 1/2", "share: half")]
    [InlineData("rules/cl/quorums.yaml", "share: 4/7", "share: 57%")]
    [InlineData("rules/cl/quorums.yaml", "of: present", "of: here")]
    [InlineData("rules/cl/quorums.yaml", "until: 2023-01-26", "until: 26-1-2023")]
    [InlineData("rules/cl/quorums.yaml", "id: convention", "kind: convention")]
    [InlineData("formats/cl-president-2021-stations.yaml", "choice: kast,", "")]
    [InlineData("formats/de-kerg2-csv.yaml", "header-at:", "header:")]
    [InlineData("formats/es-mir-dat.yaml", "kind: fixed", "kind: fixed-width")]
    [InlineData("elections/cl-1970/election.yaml", "date: 1970-09-04", "date: 4-9-1970")]
    [InlineData("elections/cl-1970/election.yaml", "seats: { cl: 1 }", "seats: { cl: 0 }")]
    [InlineData("elections/cl-1970/election.yaml", "tomic: 821801", "tomic: many")]
    [InlineData("elections/cl-1970/election.yaml", "places: places.csv", "places: [places.csv]")]
    public void Faults_OfADamagedFile_AreFound(string file, string from, string to)
    {
        var text = File.ReadAllText(Path.Combine(Repository.Root, file));
        Assert.Contains(from, text, StringComparison.Ordinal);
        var damaged = text.Replace(from, to, StringComparison.Ordinal);
        Assert.NotEmpty(Faults(Path.GetFileName(SchemaLine().Match(text).Groups["schema"].Value), damaged));
    }

    /// <summary>No field that the reader refuses, and none that it knows and the schema does not.</summary>
    [Theory]
    [InlineData("election", "Elections/ElectionFolder.cs", "Elections/SeatsField.cs", "Elections/StatedField.cs", "Elections/MapFile.cs")]
    [InlineData("rule", "Laws/RuleFile.cs", "Laws/RuleSteps.cs", "Laws/StepFields.cs", "Laws/SharingSteps.cs", "Laws/MethodFields.cs", "Laws/TierSteps.cs", "Laws/ContestSteps.cs", "Laws/TransferableStep.cs")]
    [InlineData("quorums", "Laws/QuorumsFile.cs")]
    [InlineData("claims", "Claims/ClaimsFile.cs", "Claims/ClaimMap.cs", "Claims/ArticleFields.cs")]
    [InlineData("import-map", "Import/ImportMapFile.cs", "Import/TableFormatFile.cs")]
    public void Properties_AreThoseThatTheReaderAsksFor(string schema, params string[] readers)
    {
        var source = string.Concat(readers.Select(r => File.ReadAllText(Path.Combine(Repository.Root, "src", "Urna.Store", r))));
        var asked = FieldRead().Matches(source).Concat(FieldList().Matches(source)).SelectMany(m => m.Groups["field"].Captures.Select(c => c.Value));
        var declared = PropertyNames(Schema($"{schema}.schema.json")).Except(["en", "es"]);

        Assert.Equal(asked.Distinct().Order(StringComparer.Ordinal), declared.Distinct().Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("election")]
    [InlineData("rule")]
    [InlineData("quorums")]
    [InlineData("import-map")]
    [InlineData("simulation")]
    public void Schemas_UseOnlyWhatThisTestChecks(string schema) => Assert.Empty(UnknownKeywords(Schema($"{schema}.schema.json")));

    /// <summary>The examples of the guides are read as they stand, and nothing in them is worth a warning.</summary>
    [Fact]
    public void Examples_OfTheGuides_AreReadWithoutFaults()
    {
        var folder = Path.Combine(Repository.Root, "docs", "examples");
        var read = ElectionFolder.Read(Path.Combine(folder, "marisma"));
        var (rules, findings) = Repository.Laws.FindAll(read.Value!, Path.Combine(folder, "marisma"));
        var account = Pipeline.Run(read.Value!, rules);

        Assert.Empty(read.Findings.Concat(findings));
        Assert.All(account.Findings, f => Assert.True(f.Severity == Severity.Info, f.Message));
        Assert.All(Directory.EnumerateFiles(Path.Combine(folder, "laws")), law => Assert.Empty(RuleFile.Read(law).Findings));
        Assert.All(Directory.EnumerateFiles(Path.Combine(folder, "quorums")), quorums => Assert.Empty(QuorumsFile.Read(quorums).Findings));
        Assert.Empty(VotesFile.Read(Path.Combine(folder, "plain", "votes.csv"), Path.Combine(folder, "plain", "seats.csv")).Findings);
    }

    /// <summary>Each law that the guide prints whole is read, and kept by the schema.</summary>
    [Fact]
    public void Laws_InTheGuide_AreReadWithoutFaults()
    {
        var guide = File.ReadAllText(Path.Combine(Repository.Root, "docs", "rules.md"));
        var laws = YamlBlock().Matches(guide).Select(m => m.Groups["yaml"].Value).Where(y => y.Contains("steps:", StringComparison.Ordinal)).ToList();
        var file = Path.GetTempFileName();
        Assert.True(laws.Count > 10);
        Assert.All(laws, law =>
        {
            File.WriteAllText(file, law);
            Assert.Empty(RuleFile.Read(file).Findings);
            Assert.Empty(Faults("rule.schema.json", law));
        });
        File.Delete(file);
    }

    [Fact]
    public void Examples_OfImport_BecomeAFolderThatReads()
    {
        var folder = Path.Combine(Repository.Root, "docs", "examples", "import");
        var target = Directory.CreateTempSubdirectory("urna-test-");
        try
        {
            var written = Importer.Import(Path.Combine(folder, "stations.csv"), Path.Combine(folder, "stations.yaml"), target.FullName);

            Assert.All(written.Findings, f => Assert.Equal("V141", f.Code));
            Assert.Equal(new ImportSummary(5, 10, 27, 3), written.Value);
            Assert.Empty(ElectionFolder.Read(target.FullName).Findings);
            Assert.Empty(Faults("election.schema.json", File.ReadAllText(Path.Combine(target.FullName, "election.yaml"))));
        }
        finally
        {
            target.Delete(recursive: true);
        }
    }

    [Fact]
    public void Codes_OfFindings_AreAllExplained()
    {
        var page = File.ReadAllText(Path.Combine(Repository.Root, "docs", "findings.md"));
        Assert.Equal(
            Codes.All.Select(c => $"{c.Code} {c.Title.English}: {c.Severity}"),
            CodeHeading().Matches(page).Select(m => $"{m.Groups["heading"].Value}: {m.Groups["severity"].Value}"));
    }

    [Fact]
    public void SimulatedBoxes_TellTheirSettingsAsTheSchemaSays()
    {
        var target = Directory.CreateTempSubdirectory("urna-test-");
        SimulationFiles.Write(new Urna.Store.OutputTarget(target.FullName, Urna.Store.OutputKind.Simulation), BoxSimulation.Draw(new SimulationSettings { Units = 2, Rows = 2, Columns = 2, Size = 10.5, Heterogeneity = 0.05, Seed = 3 }));

        Assert.Empty(Faults("simulation.schema.json", File.ReadAllText(Path.Combine(target.FullName, "simulation.yaml"))));
        target.Delete(recursive: true);
    }

    static JsonElement Schema(string name) =>
        JsonDocument.Parse(File.ReadAllText(Path.Combine(Repository.Root, "schemas", name))).RootElement;

    static List<string> Faults(string schema, string yaml)
    {
        var stream = new YamlStream();
        stream.Load(new StringReader(yaml));
        var root = Schema(schema);
        return [.. Faults(root, stream.Documents[0].RootNode, root, "")];
    }

    /// <summary>Where a node departs from a schema, in the keywords that our schemas use.</summary>
    static IEnumerable<string> Faults(JsonElement schema, YamlNode node, JsonElement root, string at) =>
        schema.EnumerateObject().SelectMany(keyword => keyword.Name switch
        {
            "$ref" => Faults(root.GetProperty("$defs").GetProperty(keyword.Value.GetString()!["#/$defs/".Length..]), node, root, at),
            "oneOf" => OneOf(keyword.Value, node, root, at),
            "type" => Unless(TypesOf(node).Contains(keyword.Value.GetString()), $"{at}: {node} is not of type {keyword.Value}"),
            "const" => Unless(TextOf(node) == keyword.Value.GetString(), $"{at}: {node} is not {keyword.Value}"),
            "enum" => Unless(keyword.Value.EnumerateArray().Any(v => v.GetString() == TextOf(node)), $"{at}: {node} is not one of {keyword.Value}"),
            "pattern" => Unless(TextOf(node) is { } text && Regex.IsMatch(text, keyword.Value.GetString()!, RegexOptions.None, TimeSpan.FromSeconds(1)), $"{at}: {node} is not as {keyword.Value}"),
            "minimum" => Unless(double.TryParse(TextOf(node), CultureInfo.InvariantCulture, out var n) && n >= keyword.Value.GetDouble(), $"{at}: {node} is below {keyword.Value}"),
            "maximum" => Unless(double.TryParse(TextOf(node), CultureInfo.InvariantCulture, out var most) && most <= keyword.Value.GetDouble(), $"{at}: {node} is above {keyword.Value}"),
            "minItems" => Unless(node is YamlSequenceNode list && list.Children.Count >= keyword.Value.GetInt32(), $"{at}: fewer than {keyword.Value} items"),
            "required" => keyword.Value.EnumerateArray().Where(r => node is YamlMappingNode map && !map.Children.Keys.Any(k => TextOf(k) == r.GetString())).Select(r => $"{at}: {r} is missing"),
            "items" => node is YamlSequenceNode items ? items.SelectMany((item, i) => Faults(keyword.Value, item, root, $"{at}/{i}")) : [],
            "properties" => node is YamlMappingNode map ? Fields(map, keyword.Value, schema, root, at) : [],
            "additionalProperties" => node is YamlMappingNode map && !schema.TryGetProperty("properties", out _)
                ? map.SelectMany(f => Faults(keyword.Value, f.Value, root, $"{at}/{TextOf(f.Key)}")) : [],
            _ => [],
        });

    static IEnumerable<string> Fields(YamlMappingNode map, JsonElement properties, JsonElement schema, JsonElement root, string at) =>
        map.SelectMany(field => properties.TryGetProperty(TextOf(field.Key)!, out var property)
            ? Faults(property, field.Value, root, $"{at}/{TextOf(field.Key)}")
            : Unless(schema.GetProperty("additionalProperties").ValueKind != JsonValueKind.False, $"{at}: '{TextOf(field.Key)}' is not known"));

    static IEnumerable<string> OneOf(JsonElement branches, YamlNode node, JsonElement root, string at)
    {
        var fit = branches.EnumerateArray().Count(b => !Faults(b, node, root, at).Any());
        return Unless(fit == 1, $"{at}: {node} fits {fit} of the allowed forms");
    }

    static IEnumerable<string> Unless(bool holds, string fault) => holds ? [] : [fault];

    static string? TextOf(YamlNode node) => (node as YamlScalarNode)?.Value;

    /// <summary>The types that an editor sees in a node.</summary>
    static string[] TypesOf(YamlNode node) => node switch
    {
        YamlMappingNode => ["object"],
        YamlSequenceNode => ["array"],
        YamlScalarNode { Style: ScalarStyle.Plain, Value: "true" or "false" } => ["boolean"],
        YamlScalarNode { Style: ScalarStyle.Plain, Value: "null" or "~" or "" } => ["null"],
        YamlScalarNode { Style: ScalarStyle.Plain, Value: { } text } when long.TryParse(text, CultureInfo.InvariantCulture, out _) => ["integer", "number"],
        YamlScalarNode { Style: ScalarStyle.Plain, Value: [>= '0' and <= '9', ..] text } when double.TryParse(text, CultureInfo.InvariantCulture, out _) => ["number", "string"],
        _ => ["string"],
    };

    static IEnumerable<string> PropertyNames(JsonElement schema) => schema.ValueKind switch
    {
        JsonValueKind.Object => schema.EnumerateObject().SelectMany(p =>
            (p.Name == "properties" ? p.Value.EnumerateObject().Select(o => o.Name) : []).Concat(PropertyNames(p.Value))),
        JsonValueKind.Array => schema.EnumerateArray().SelectMany(PropertyNames),
        _ => [],
    };

    static IEnumerable<string> UnknownKeywords(JsonElement schema) => schema.ValueKind != JsonValueKind.Object ? [] :
        schema.EnumerateObject().SelectMany(keyword => keyword.Name switch
        {
            "properties" or "$defs" => keyword.Value.EnumerateObject().SelectMany(p => UnknownKeywords(p.Value)),
            "items" or "additionalProperties" => UnknownKeywords(keyword.Value),
            "oneOf" => keyword.Value.EnumerateArray().SelectMany(UnknownKeywords),
            var name => Unless(keywords.Contains(name), name),
        });

    [GeneratedRegex(@"^```yaml\n(?<yaml>.*?)^```$", RegexOptions.ExplicitCapture | RegexOptions.Multiline | RegexOptions.Singleline, 1000)]
    private static partial Regex YamlBlock();

    [GeneratedRegex(@"\A# yaml-language-server: \$schema=(?<schema>\S+)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex SchemaLine();

    [GeneratedRegex(@"^## (?<heading>V\d+ .+)\n\n\*(?<severity>[A-Z][a-z]+)\.\*", RegexOptions.ExplicitCapture | RegexOptions.Multiline, 1000)]
    private static partial Regex CodeHeading();

    [GeneratedRegex("(Required|Listed|Proportion|Divisors|Has|Text|Texts|Localized|Maps|Map|Whole|Word|Date|Pattern)\\(([a-z]+, )?\"(?<field>[a-z-]+)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex FieldRead();

    [GeneratedRegex("\"(?<field>[a-z-]+)\"(, \"(?<field>[a-z-]+)\")+", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex FieldList();
}
