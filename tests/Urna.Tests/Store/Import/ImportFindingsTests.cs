using Urna.Store;
using Urna.Store.Elections;
using Urna.Store.Import;
using Urna.Tests.Cli;

namespace Urna.Tests.Store.Import;

/// <summary>What an import told is told again by whoever reads the folder.</summary>
public class ImportFindingsTests
{
    const string Map = """
        country: xx
        places:
          - { level: country, id: xx, title: Country }
          - { level: station, id: "{station}", title: Station }
        contests:
          - id: vote
            title: Vote
            choices:
              - { column: a, choice: a, candidate: Ana }
              - { column: b, choice: b, candidate: Bea }
        """;

    [Fact]
    public void Verbs_AfterAnImportWithWarnings_TellThemAgain()
    {
        using var folder = new PlainFolder();
        var (map, target) = (folder.Write("m.yaml", Map), Path.Combine(folder.Folder, "out"));
        var imported = Importer.Import(folder.Write("v.csv", "station,a,b,c\ns1,3,4,5\ns2,5,6,7\n"), map, target);

        var told = imported.Findings.Where(f => f.Code is "V119" or "V148").Select(f => (f.Code, f.Message, f.File, f.Row, f.Column)).ToList();
        Assert.Equal(2, told.Count);
        Assert.Equal(told, ElectionFolder.Read(target).Findings.Where(f => f.Code is "V119" or "V148").Select(f => (f.Code, f.Message, f.File, f.Row, f.Column)));
        Assert.Contains("V148", UrnaCommand.Run("validate", target).Output, StringComparison.Ordinal);
        Assert.Contains("V148", UrnaCommand.Run("count", target).Errors, StringComparison.Ordinal);
    }

    [Fact]
    public void Import_WithoutWarnings_LeavesNoFile()
    {
        using var folder = new PlainFolder();
        var target = Path.Combine(folder.Folder, "out");
        Importer.Import([folder.Write("v.csv", "station,a,b\ns1,3,4\ns2,5,6\n")], folder.Write("m.yaml", "date: 2020-05-03\n" + Map), target, new ImportOptions());

        Assert.False(File.Exists(Path.Combine(target, "import-findings.csv")));
        Assert.DoesNotContain(ElectionFolder.Read(target).Findings, f => f.Severity > Urna.Validate.Severity.Info);
    }

    /// <summary>A name with a mark of direction stands in pages with its escape, and turns no figure round.</summary>
    [Fact]
    public void Report_OfNamesWithSignsThatHide_ShowsThem()
    {
        using var tiny = new TinyElection();
        using var folder = new PlainFolder();
        tiny.Damage("candidacies.csv", "Beto Quiroz", "Beto\u202EQuiroz\u200B").Damage("outcome.csv", "Beto Quiroz", "Beto\u202EQuiroz\u200B");
        var target = Path.Combine(folder.Folder, "out");
        var run = UrnaCommand.Run("report", tiny.Folder, "-o", target);

        Assert.True(run.ExitCode == 0, run.Errors);
        var pages = Directory.EnumerateFiles(target, "*.html", SearchOption.AllDirectories).Select(File.ReadAllText).ToList();
        Assert.All(pages, p => Assert.Equal(-1, p.AsSpan().IndexOfAny('\u202E', '\u200B')));
        Assert.Contains(pages, p => p.Contains("Beto\\u202EQuiroz", StringComparison.Ordinal));
    }

    /// <summary>A row that no import wrote is a fault with its row, and a finding that was dealt with is taken away.</summary>
    [Fact]
    public void Read_OfRowsOfAnotherHand_RefusesCodesThatAreNone()
    {
        using var tiny = new TinyElection();
        tiny.Write("import-findings.csv", "code,message\nV142,Rows 3 to 4 are not read.\nV999,What?\n");

        var fault = Assert.Single(ElectionFolder.Read(tiny.Folder).Findings, f => f.Code == "V110");
        Assert.Equal(("import-findings.csv", 3), (fault.File, fault.Row));
    }
}
