using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Urna.Tests;

/// <summary>Data flows one way: a stage uses only those before it, a project only those below it.</summary>
public partial class ArchitectureTests
{
    static readonly string[] stages =
        ["Model", "Numerics", "Validate", "Count", "Allocate", "Power", "Infer", "Forecast", "Scenarios", "Audit", "Judge", "Contract"];

    [Fact]
    public void Stages_UseOnlyEarlierStages()
    {
        var source = Path.Combine(Repository.Root, "src", "Urna");
        var violations =
            from file in Sources("Urna")
            let own = Array.IndexOf(stages, Path.GetRelativePath(source, file).Split(Path.DirectorySeparatorChar)[0])
            where own >= 0
            from match in StageUse().Matches(File.ReadAllText(file))
            where Array.IndexOf(stages, match.Groups["stage"].Value) > own
            select $"{Path.GetFileName(file)} ({stages[own]}) uses {match.Groups["stage"].Value}";
        Assert.Empty(violations);
    }

    [Theory]
    [InlineData("Urna", new string[0])]
    [InlineData("Urna.Report", new[] { "Urna" })]
    [InlineData("Urna.Laws", new string[0])]
    [InlineData("Urna.Store", new[] { "Urna", "Urna.Laws" })]
    [InlineData("Urna.Cli", new[] { "Urna.Report", "Urna.Store" })]
    public void Projects_ReferToThoseBelow(string project, string[] below)
    {
        var file = XDocument.Load(Path.Combine(Repository.Root, "src", project, $"{project}.csproj"));
        Assert.Equal(below, file.Descendants("ProjectReference").Select(r => Path.GetFileNameWithoutExtension(r.Attribute("Include")!.Value)));
    }

    /// <summary>Neither the core nor the pages read, write, or ask clock or chance.</summary>
    [Fact]
    public void Core_HasNoInputOrOutput()
    {
        var violations =
            from file in Sources("Urna").Concat(Sources("Urna.Report"))
            from match in Impurity().Matches(File.ReadAllText(file))
            select $"{Path.GetFileName(file)}: {match.Value}";
        Assert.Empty(violations);
    }

    /// <summary>No country's rule in code: a law's name stands in data only. Methods without a country have names that words of law files bear too.</summary>
    [Fact]
    public void Code_NamesNoShippedLaw()
    {
        var violations =
            from file in Sources("Urna").Concat(Sources("Urna.Report")).Concat(Sources("Urna.Store"))
            let code = Comment().Replace(File.ReadAllText(file), "")
            from law in Repository.Laws.Names.Where(n => !Repository.Laws.Files.Any(f => f.EndsWith($"/any/{n}.yaml", StringComparison.Ordinal)))
            where code.Contains($"\"{law}\"", StringComparison.Ordinal)
            select $"{Path.GetFileName(file)}: {law}";
        Assert.Empty(violations);
    }

    static IEnumerable<string> Sources(string project) =>
        from file in Directory.EnumerateFiles(Path.Combine(Repository.Root, "src", project), "*.*", SearchOption.AllDirectories)
        where file.EndsWith(".cs", StringComparison.Ordinal) || file.EndsWith(".razor", StringComparison.Ordinal)
        select file;

    [GeneratedRegex(@"Urna\.(?<stage>Model|Numerics|Validate|Count|Allocate|Power|Infer|Forecast|Scenarios|Audit|Judge|Contract|Report|Laws|Store|Cli)\b", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex StageUse();

    [GeneratedRegex(@"\b(File|Directory|Console|Environment|HttpClient|Process|Stopwatch)\.[A-Z]|DateTime\.(Now|UtcNow)|Random\.Shared|Guid\.NewGuid", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Impurity();

    [GeneratedRegex("//.*", RegexOptions.None, 1000)]
    private static partial Regex Comment();
}
