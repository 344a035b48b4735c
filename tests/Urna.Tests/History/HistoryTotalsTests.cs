using System.Collections.Immutable;
using Urna.Store;

namespace Urna.Tests.History;

/// <summary>The table by which claims about time spare reading every election says what reading them says, or nothing.</summary>
public class HistoryTotalsTests
{
    static string Committed => Path.Combine(Repository.Elections, "history", "totals.csv");

    /// <summary>Each row of Chile that ships is the one that the elections give; to write it anew, URNA_ACCEPT=1.</summary>
    [Fact]
    public void Totals_ThatShip_AreThoseOfTheElections()
    {
        var now = Workspace.Open(Repository.Elections).HistoryTotalsTable();
        if (Environment.GetEnvironmentVariable("URNA_ACCEPT") == "1")
        {
            File.WriteAllText(Committed, now);
        }

        Assert.Equal(OfChile(now), OfChile(File.ReadAllText(Committed)));
    }

    static ImmutableArray<string> OfChile(string table) => [.. table.Split('\n').Where(l => l.StartsWith("cl-", StringComparison.Ordinal))];

    /// <summary>A table that is not of these files is not believed: one vote changed in a folder changes its total, though the table is the old one.</summary>
    [Fact]
    public void Votes_OfAChangedElection_AreReadAndNotTakenFromTheTable()
    {
        var folder = Directory.CreateTempSubdirectory("urna-test-");
        foreach (var name in new[] { "cl-1971", "cl-1988" })
        {
            Directory.CreateDirectory(Path.Combine(folder.FullName, name));
            Directory.CreateDirectory(Path.Combine(folder.FullName, "maps"));
            File.Copy(Path.Combine(Repository.Elections, "maps", "cl-communes.geojson"), Path.Combine(folder.FullName, "maps", "cl-communes.geojson"), overwrite: true);
            foreach (var file in Directory.EnumerateFiles(Path.Combine(Repository.Elections, name)))
            {
                File.Copy(file, Path.Combine(folder.FullName, name, Path.GetFileName(file)));
            }
        }

        Directory.CreateDirectory(Path.Combine(folder.FullName, "history"));
        File.WriteAllText(Path.Combine(folder.FullName, "history", "totals.csv"), Workspace.Open(folder.FullName).HistoryTotalsTable());
        var (workspace, _) = Workspace.Around(Path.Combine(folder.FullName, "cl-1971"));
        var before = workspace.StoreOf("cl-1971").Value!.History.Votes;
        Assert.Equal(2_835_412, before.Single(v => v.Election == "cl-1971").Cast);

        var results = Path.Combine(folder.FullName, "cl-1988", "results-plebiscite.csv");
        File.WriteAllText(results, File.ReadAllText(results).Replace("plebiscite,15101,cast,90558", "plebiscite,15101,cast,90559", StringComparison.Ordinal));
        var after = Workspace.Around(Path.Combine(folder.FullName, "cl-1971")).Workspace.StoreOf("cl-1971").Value!.History.Votes;
        folder.Delete(recursive: true);

        Assert.Equal(before.Single(v => v.Election == "cl-1988").Cast + 1, after.Single(v => v.Election == "cl-1988").Cast);
    }
}
