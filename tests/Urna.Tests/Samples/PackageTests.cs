using System.IO.Compression;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Urna.Tests.Samples;

/// <summary>What is packed can be used by programs of others, and says whose work is in it.</summary>
public sealed partial class PackageTests(Packed packed) : IClassFixture<Packed>
{
    static readonly string elections = Repository.Elections;

    [Fact]
    public void Seats_OfOnesOwnVotes_FollowThreeLaws()
    {
        var plain = Path.Combine(Repository.Root, "docs", "examples", "plain");

        var output = Run("seats.cs", Path.Combine(plain, "votes.csv"), Path.Combine(plain, "seats.csv"));

        Assert.All(["dhondt: ", "sainte-lague: ", "hare: "], law => Assert.Contains(law, output, StringComparison.Ordinal));
    }

    [Fact]
    public void Count_TellsFiguresAndFindings() => Assert.Contains("president: turnout", Run("count.cs", Path.Combine(elections, "cl-1970")), StringComparison.Ordinal);

    [Fact]
    public void Flows_OfTwoRounds_AreShares() => Assert.Contains("%", Run("flows.cs", Path.Combine(elections, "cl-2021"), "president-1", "president-2"), StringComparison.Ordinal);

    [Fact]
    public void Claims_AreJudged() => Assert.Contains(" Confirmed: ", Run("claim.cs", elections, Path.Combine(elections, "cl-1970", "claims.yaml")), StringComparison.Ordinal);

    [Fact]
    public void Page_IsWritten()
    {
        var site = Directory.CreateTempSubdirectory("urna-page").FullName;

        Run("page.cs", Path.Combine(elections, "cl-1970"), site);

        Assert.True(File.Exists(Path.Combine(site, "index.html")));
        Directory.Delete(site, recursive: true);
    }

    [Fact]
    public void Lesson_TellsHowNearASeatWas() => Assert.Contains("one more with", Run("lesson.cs"), StringComparison.Ordinal);

    [Fact]
    public void Programs_HaveFewerThanThirtyLines() => Assert.All(
        Directory.EnumerateFiles(Path.Combine(Repository.Root, "samples", "programs"), "*.cs").Where(f => Path.GetFileName(f) != "lesson.cs"),
        f => Assert.InRange(File.ReadLines(f).Count(), 1, 29));

    [Fact]
    public void Packages_CarryReadmeIconLicenceAndDocumentation() => Assert.All(Directory.EnumerateFiles(packed.Packages, "*.nupkg"), file =>
    {
        using var package = ZipFile.OpenRead(file);
        var names = package.Entries.Select(e => e.FullName).ToList();
        Assert.All(["README.md", "icon.png", "LICENSE"], n => Assert.Contains(n, names));
        Assert.Contains(names, n => n.StartsWith("lib/", StringComparison.Ordinal) && n.EndsWith(".xml", StringComparison.Ordinal));
    });

    [Fact]
    public void Notices_NameEveryLibraryOfTheCommandWithItsVersion()
    {
        var notices = File.ReadAllText(Path.Combine(Repository.Root, "THIRD-PARTY-NOTICES.md"));
        var rows = NoticeRow().Matches(notices).SelectMany(m => m.Groups["names"].Value.Split(", ").Where(n => !n.Contains(' ')).Select(n => $"{n} {m.Groups["version"].Value}"));
        using var lockFile = JsonDocument.Parse(File.ReadAllText(Path.Combine(Repository.Root, "src", "Urna.Cli", "packages.lock.json")));
        var resolved = from package in lockFile.RootElement.GetProperty("dependencies").GetProperty("net10.0").EnumerateObject()
                       where package.Value.TryGetProperty("resolved", out _) && !forBuilding.Contains(package.Name)
                       select $"{package.Name} {package.Value.GetProperty("resolved").GetString()}";

        Assert.Equal(resolved.Order(StringComparer.Ordinal), rows.Order(StringComparer.Ordinal));
    }

    static readonly string[] forBuilding = ["Meziantou.Analyzer", "Microsoft.CodeAnalysis.BannedApiAnalyzers", "MinVer", "Roslynator.Analyzers"];

    string Run(string program, params string[] arguments)
    {
        var (code, output) = packed.Program(program, arguments);
        Assert.True(code == 0, output);
        return output;
    }

    [GeneratedRegex(@"^\| (?<names>[A-Z][^|]*?)(?:, with the native library of DuckDB)? \| (?<version>[0-9][^ |]*) \|", RegexOptions.Multiline, 5000)]
    private static partial Regex NoticeRow();
}
