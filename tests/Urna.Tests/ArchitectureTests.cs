using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Urna.Tests;

/// <summary>Data flows one way: a stage uses only those before it, a project only those below it.</summary>
public partial class ArchitectureTests
{
    static readonly string[] stages =
        ["Model", "Numerics", "Validate", "Count", "Allocate", "Power", "Infer", "Forecast", "Audit", "Judge", "Report"];

    [Fact]
    public void Stages_UseOnlyEarlierStages()
    {
        var source = Path.Combine(Repository.Root, "src", "Urna");
        var violations =
            from file in Directory.EnumerateFiles(source, "*.*", SearchOption.AllDirectories)
            where file.EndsWith(".cs", StringComparison.Ordinal) || file.EndsWith(".razor", StringComparison.Ordinal)
            let own = Array.IndexOf(stages, Path.GetRelativePath(source, file).Split(Path.DirectorySeparatorChar)[0])
            where own >= 0
            from match in StageUse().Matches(File.ReadAllText(file))
            where Array.IndexOf(stages, match.Groups["stage"].Value) > own
            select $"{Path.GetFileName(file)} ({stages[own]}) uses {match.Groups["stage"].Value}";
        Assert.Empty(violations);
    }

    [Theory]
    [InlineData("Urna", new string[0])]
    [InlineData("Urna.Store", new[] { "Urna" })]
    [InlineData("Urna.Cli", new[] { "Urna.Store" })]
    public void Projects_ReferToThoseBelow(string project, string[] below)
    {
        var file = XDocument.Load(Path.Combine(Repository.Root, "src", project, $"{project}.csproj"));
        Assert.Equal(below, file.Descendants("ProjectReference").Select(r => Path.GetFileNameWithoutExtension(r.Attribute("Include")!.Value)));
    }

    /// <summary>The core neither reads nor writes, and asks neither clock nor chance.</summary>
    [Fact]
    public void Core_HasNoInputOrOutput()
    {
        var violations =
            from file in Directory.EnumerateFiles(Path.Combine(Repository.Root, "src", "Urna"), "*.*", SearchOption.AllDirectories)
            where file.EndsWith(".cs", StringComparison.Ordinal) || file.EndsWith(".razor", StringComparison.Ordinal)
            from match in Impurity().Matches(File.ReadAllText(file))
            select $"{Path.GetFileName(file)}: {match.Value}";
        Assert.Empty(violations);
    }

    /// <summary>No Chilean rule in code: a law's name stands in data only.</summary>
    [Fact]
    public void Code_NamesNoShippedLaw()
    {
        var violations =
            from file in Directory.EnumerateFiles(Path.Combine(Repository.Root, "src", "Urna"), "*.*", SearchOption.AllDirectories)
                .Concat(Directory.EnumerateFiles(Path.Combine(Repository.Root, "src", "Urna.Store"), "*.cs", SearchOption.AllDirectories))
            where file.EndsWith(".cs", StringComparison.Ordinal) || file.EndsWith(".razor", StringComparison.Ordinal)
            let code = Comment().Replace(File.ReadAllText(file), "")
            from law in Repository.Laws.Names
            where code.Contains($"\"{law}\"", StringComparison.Ordinal)
            select $"{Path.GetFileName(file)}: {law}";
        Assert.Empty(violations);
    }

    [GeneratedRegex(@"Urna\.(?<stage>Model|Numerics|Validate|Count|Allocate|Power|Infer|Forecast|Audit|Judge|Report)\b", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex StageUse();

    [GeneratedRegex(@"\b(File|Directory|Console|Environment|HttpClient|Process|Stopwatch)\.[A-Z]|DateTime\.(Now|UtcNow)|Random\.Shared|Guid\.NewGuid", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Impurity();

    [GeneratedRegex("//.*", RegexOptions.None, 1000)]
    private static partial Regex Comment();
}
