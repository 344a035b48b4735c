using System.Diagnostics;
using System.Globalization;
using Urna.Store.Import;
using Urna.Store.Ledger;
using Urna.Tests.Store.Import;

namespace Urna.Tests.Store;

/// <summary>The ledger keeps every snapshot, and each figure's row.</summary>
public class LedgerTests
{
    [Fact]
    public void Snapshots_AreAppended_AndCompared()
    {
        using var files = new SmallImport();
        Night(files);
        var ledger = new LedgerFile(files.Election);

        Assert.Equal([(1, "19:00", 2L), (2, "19:30", 3L)], ledger.Snapshots().Select(s => (s.Number, s.AsOf, s.Units)));
        var difference = ledger.Compare(ledger.Find("19:00")!, ledger.Find("latest")!);
        Assert.Contains(new FigureChange("c", "3", "came", "", null, null), difference.Units);
        Assert.Contains(new FigureChange("c", "1", "corrected", "b", 20, 21), difference.Units);
        Assert.Contains(new FigureChange("c", "2", "corrected", "blank", null, 0), difference.Units);
        Assert.Equal(3, difference.Units.Length);
        Assert.Contains(new ChoiceChange("c", "a", 15, 22), difference.Choices);
    }

    [Fact]
    public void Statuses_SayWhatIsCounted_PartialOrCorrected()
    {
        using var files = new SmallImport();
        Night(files);
        var ledger = new LedgerFile(files.Election);

        Assert.Equal([("c", "counted", 1L), ("c", "not-counted", 1L), ("c", "partial", 1L)], ledger.Statuses(1));
        Assert.Equal([("c", "corrected", 1L), ("c", "counted", 2L)], ledger.Statuses(2));
    }

    [Fact]
    public void Why_GivesFileAndRowOfEachPart()
    {
        using var files = new SmallImport();
        Night(files);
        var sources = new LedgerFile(files.Election).Why(2, ["1", "3"], "a", null);

        Assert.Equal([("two.csv", 2, 10L), ("two.csv", 4, 7L)], sources.Select(s => (s.File, s.Row, s.Votes)));
        Assert.All(sources, s => Assert.Equal(64, s.Sha256.Length));
    }

    /// <summary>A figure of several rows is the sum of what each row gave.</summary>
    [Fact]
    public void Why_OfRowsThatAddUp_GivesEachRow()
    {
        using var files = new SmallImport();
        var map = SmallImport.Map.Replace("choice: a,", "choice: a, repeated: sum,", StringComparison.Ordinal)
            .Replace("choice: b,", "choice: b, repeated: sum,", StringComparison.Ordinal).Replace("choice: blank }", "choice: blank, repeated: sum }", StringComparison.Ordinal);
        Assert.NotNull(files.Read(files.Write("votes.csv", "station,a,b,blank\n1,3,0,0\n1,4,0,0\n1,5,0,0\n"), map).Value);

        Assert.Equal([(2, 3L), (3, 4L), (4, 5L)], new LedgerFile(files.Election).Why(1, ["1"], "a", "c").Select(s => (s.Row, s.Votes)));
    }

    /// <summary>An import that is killed leaves the whole snapshot or none of it.</summary>
    [Fact]
    public void Kill_AtAnyMoment_LeavesTheWholeSnapshotOrNone()
    {
        const int stations = 20_000;
        using var files = new SmallImport();
        var map = files.Write("map.yaml", SmallImport.Map);
        var first = files.Write("first.csv", "station,a,b,blank\n1,1,1,1\n");
        var second = files.Write("second.csv", "station,a,b,blank\n" + string.Concat(Enumerable.Range(1, stations).Select(i => $"{i},{i % 97},{i % 89},{i % 7}\n")));
        Assert.NotNull(Importer.Import([first], map, files.Election, new ImportOptions { AsOf = "2030-05-05T19:00" }).Value);
        var whole = Stopwatch.StartNew();
        Import("2030-05-05T19:01", int.MaxValue);
        var time = (int)whole.ElapsedMilliseconds;
        var random = new Urna.Numerics.RandomSource(5);
        for (var trial = 0; trial < 10; trial++)
        {
            Import(string.Create(CultureInfo.InvariantCulture, $"2030-05-05T20:{trial:00}"), (int)(random.Bits() % (ulong)time));
            var snapshots = new LedgerFile(files.Election).Snapshots();
            Assert.All(snapshots.Skip(1), s => Assert.Equal((stations, 3L * stations), (s.Units, s.Figures)));
            Assert.Equal(snapshots[^1].Figures, FiguresOf(files.Election));
        }

        // Without a moment the folder is begun anew: after each kill it is the former one or the new one, whole.
        for (var trial = 0; trial < 5; trial++)
        {
            Import(null, (int)(random.Bits() % (ulong)time));
            Assert.Equal(3L * stations, FiguresOf(files.Election));
            Assert.Equal(new LedgerFile(files.Election).Snapshots()[^1].Figures, FiguresOf(files.Election));
        }

        static long FiguresOf(string election)
        {
            var read = Urna.Store.Elections.ElectionFolder.Read(election).Value;
            Assert.NotNull(read);
            return read.Contests.Sum(c => c.Returns.Sum(u => u.Votes.Length + (u.Counts.Blank is null ? 0 : 1)));
        }

        void Import(string? asOf, int milliseconds)
        {
            var start = new ProcessStartInfo("dotnet") { UseShellExecute = false, RedirectStandardError = true, RedirectStandardOutput = true };
            foreach (var argument in (string[])[Path.Combine(AppContext.BaseDirectory, "Urna.Cli.dll"), "import", second, "--map", map, "-o", files.Election, .. asOf is null ? ["--force"] : new[] { "--as-of", asOf }])
            {
                start.ArgumentList.Add(argument);
            }

            using var process = Process.Start(start)!;
            if (!process.WaitForExit(milliseconds))
            {
                process.Kill();
                process.WaitForExit();
            }
        }
    }

    static void Night(SmallImport files)
    {
        Assert.NotNull(files.Read(files.Write("one.csv", "station,a,b,blank\n1,10,20,1\n2,5,6,\n3,,,\n"), options: new ImportOptions { AsOf = "19:00" }).Value);
        Assert.NotNull(files.Read(files.Write("two.csv", "station,a,b,blank\n1,10,21,1\n2,5,6,0\n3,7,8,0\n"), options: new ImportOptions { AsOf = "19:30" }).Value);
    }
}
