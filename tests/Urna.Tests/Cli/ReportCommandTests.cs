using Urna.Tests.Browser;
using Urna.Tests.Store;

namespace Urna.Tests.Cli;

/// <summary><c>urna report</c> writes a whole site or nothing, and never over somebody else's folder.</summary>
public class ReportCommandTests(SiteFixture fixture)
{
    [Fact]
    public void Report_SameElection_GivesTheSameBytes()
    {
        var folder = Directory.CreateTempSubdirectory("urna-test-");
        var again = Path.Combine(folder.FullName, "again");
        Assert.Equal(0, UrnaCommand.Run("report", "elections/cl-2021", "-o", again).ExitCode);

        var first = Directory.EnumerateFiles(fixture.Site).Select(f => Path.GetFileName(f)).Order(StringComparer.Ordinal).ToList();
        Assert.Equal(first, Directory.EnumerateFiles(again).Select(f => Path.GetFileName(f)).Order(StringComparer.Ordinal));
        Assert.All(first, file => Assert.True(File.ReadAllBytes(Path.Combine(fixture.Site, file)).AsSpan().SequenceEqual(File.ReadAllBytes(Path.Combine(again, file))), file));
        folder.Delete(recursive: true);
    }

    [Fact]
    public void Report_FormerOutput_IsReplaced_AndAnyOtherFolderIsNot()
    {
        using var election = new TinyElection();
        var mine = Path.Combine(election.Folder, "mine");
        var output = Path.Combine(election.Folder, "out");
        Directory.CreateDirectory(mine);
        File.WriteAllText(Path.Combine(mine, "thesis.txt"), "years of work");

        Assert.Equal(2, UrnaCommand.Run("report", election.Folder, "-o", mine).ExitCode);
        Assert.True(File.Exists(Path.Combine(mine, "thesis.txt")));
        Assert.Equal(0, UrnaCommand.Run("report", election.Folder, "-o", output).ExitCode);
        Assert.Equal(0, UrnaCommand.Run("report", election.Folder, "-o", output, "--lang", "es").ExitCode);
        Assert.Contains("lang=\"es\"", File.ReadAllText(Path.Combine(output, "index.html")), StringComparison.Ordinal);
        Assert.Equal(0, UrnaCommand.Run("report", election.Folder, "-o", mine, "--force").ExitCode);
    }

    /// <summary>Even a folder that urna wrote is not replaced by a report of itself.</summary>
    [Fact]
    public void Report_OverWhatItReads_IsRefused()
    {
        using var election = new TinyElection();
        election.Write(".urna-output", "");

        Assert.Equal(2, UrnaCommand.Run("report", election.Folder, "-o", election.Folder).ExitCode);
        Assert.Equal(2, UrnaCommand.Run("report", election.Folder, "-o", Path.GetDirectoryName(election.Folder)!, "--force").ExitCode);
        Assert.True(File.Exists(Path.Combine(election.Folder, "results.csv")));
    }

    [Fact]
    public void Report_DamagedElection_WritesNothing()
    {
        using var election = new TinyElection().Damage("results.csv", "assembly,n-1,a1,120", "assembly,n-1,a1,x");
        var output = Path.Combine(election.Folder, "out");

        Assert.Equal(3, UrnaCommand.Run("report", election.Folder, "-o", output).ExitCode);
        Assert.False(Path.Exists(output));
    }

    [Fact]
    public void Infer_BetweenRounds_GivesTheContractsFields()
    {
        var result = UrnaCommand.Run("infer", "elections/cl-2021", "--from", "president-1", "--to", "president-2", "--format", "json");
        using var json = System.Text.Json.JsonDocument.Parse(result.Output);

        Assert.Equal(0, result.ExitCode);
        Assert.Equal(346, json.RootElement.GetProperty("units").GetInt32());
        Assert.True(json.RootElement.GetProperty("converged").GetBoolean());
        Assert.Equal(9, json.RootElement.GetProperty("shares").GetArrayLength());
        Assert.All(json.RootElement.GetProperty("shares").EnumerateArray(), row => Assert.Equal(1, row.EnumerateArray().Sum(v => v.GetDouble()), 1e-9));
        Assert.Equal(4, UrnaCommand.Run("infer", "elections/cl-2021", "--from", "mayors", "--to", "president-2").ExitCode);
        Assert.Equal(2, UrnaCommand.Run("infer", "elections/cl-2021", "--from", "president-1").ExitCode);
    }

    [Fact]
    public void Import_Stations_ReadAsTheSumsOfTheCommunes()
    {
        var stations = Repository.Shared("data", "cl2021_pres_mesa.csv.gz");
        var folder = Directory.CreateTempSubdirectory("urna-test-");
        var election = Path.Combine(folder.FullName, "stations");

        Assert.Equal(0, UrnaCommand.Run("import", stations, "--map", "formats/cl-president-2021-stations.yaml", "-o", election).ExitCode);
        Assert.Equal(0, UrnaCommand.Run("validate", election).ExitCode);
        var byStation = UrnaCommand.Run("count", election, "--contest", "president-1", "--by", "commune", "--format", "csv").Output;
        var byCommune = UrnaCommand.Run("count", "elections/cl-2021", "--contest", "president-1", "--by", "commune", "--without", "abroad", "--format", "csv").Output;
        Assert.Equal(Figures(byCommune), Figures(byStation));
        folder.Delete(recursive: true);

        static IEnumerable<string> Figures(string csv) =>
            csv.Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(l => l.Split(',')).Select(c => $"{c[1]} {c[^2]} {c[^1]}").Order(StringComparer.Ordinal);
    }
}
