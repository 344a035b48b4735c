using System.Text.Json;
using System.Text.RegularExpressions;
using Urna.Infer.Simulation;
using Urna.Store.Elections;
using Urna.Store.Import;
using Urna.Store.Laws;
using Urna.Store.Transfers;
using Urna.Validate;

namespace Urna.Tests.Store;

/// <summary>The schemas, the readers and the YAML files that ship say the same.</summary>
public partial class SchemaTests
{
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
    [InlineData("elections/history.yaml", "lasting: [region, commune]", "lasts: [region, commune]")]
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
    [InlineData("election", "Elections/ElectionFolder.cs", "Elections/SourcesField.cs", "Elections/SeatsField.cs", "Elections/StatedField.cs", "Elections/MapFile.cs", "Elections/ListsField.cs")]
    [InlineData("rule", "Laws/RuleFile.cs", "Laws/RuleSteps.cs", "Laws/StepFields.cs", "Laws/SharingSteps.cs", "Laws/MethodFields.cs", "Laws/TierSteps.cs", "Laws/ContestSteps.cs", "Laws/TransferableStep.cs")]
    [InlineData("quorums", "Laws/QuorumsFile.cs")]
    [InlineData("claims", "Claims/ClaimsFile.cs", "Claims/ClaimMap.cs", "Claims/ArticleFields.cs")]
    [InlineData("names", "Claims/NamesFile.cs")]
    [InlineData("history", "Elections/HistoryFile.cs", "Elections/SourcesField.cs")]
    [InlineData("scenarios", "Scenarios/ScenariosFile.cs", "Scenarios/ScenarioFields.cs", "Scenarios/ScenarioFields.Draws.cs")]
    [InlineData("import-map", "Import/ImportMapFile.cs", "Import/TableFormatFile.cs")]
    public void Properties_AreThoseThatTheReaderAsksFor(string schema, params string[] readers)
    {
        var source = string.Concat(readers.Select(r => File.ReadAllText(Path.Combine(Repository.Root, "src", "Urna.Store", r))));
        var asked = FieldRead().Matches(source).Concat(FieldList().Matches(source)).SelectMany(m => m.Groups["field"].Captures.Select(c => c.Value));
        var declared = PropertyNames(Schema($"{schema}.schema.json")).Except(["en", "es", "pt"]);

        Assert.Equal(asked.Distinct().Order(StringComparer.Ordinal), declared.Distinct().Order(StringComparer.Ordinal));
    }

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

    static IReadOnlyList<string> Faults(string schema, string yaml) => YamlSchema.Faults(schema, yaml);

    static IEnumerable<string> PropertyNames(JsonElement schema) => schema.ValueKind switch
    {
        JsonValueKind.Object => schema.EnumerateObject().SelectMany(p =>
            (p.Name == "properties" ? p.Value.EnumerateObject().Select(o => o.Name) : []).Concat(PropertyNames(p.Value))),
        JsonValueKind.Array => schema.EnumerateArray().SelectMany(PropertyNames),
        _ => [],
    };

    [GeneratedRegex(@"^```yaml\n(?<yaml>.*?)^```$", RegexOptions.ExplicitCapture | RegexOptions.Multiline | RegexOptions.Singleline, 1000)]
    private static partial Regex YamlBlock();

    [GeneratedRegex(@"\A# yaml-language-server: \$schema=(?<schema>\S+)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex SchemaLine();

    [GeneratedRegex(@"^## (?<heading>V\d+ .+)\n\n\*(?<severity>[A-Z][a-z]+)\.\*", RegexOptions.ExplicitCapture | RegexOptions.Multiline, 1000)]
    private static partial Regex CodeHeading();

    [GeneratedRegex("(Required|Listed|Proportion|Divisors|Has|Text|Texts|TextsOrMaps|Number|Shares|Localized|Maps|Map|Whole|Word|Date|Pattern)\\(([a-z]+, )?\"(?<field>[a-z-]+)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex FieldRead();

    [GeneratedRegex("\"(?<field>[a-z-]+)\"(, \"(?<field>[a-z-]+)\")+", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex FieldList();
}
