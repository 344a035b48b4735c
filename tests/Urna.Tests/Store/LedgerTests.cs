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

        Assert.Equal([(1, "2030-05-05T19:00", 2L), (2, "2030-05-05T19:30", 3L)], ledger.Snapshots().Select(s => (s.Number, s.AsOf, s.Units)));
        var difference = ledger.Compare(ledger.Find("2030-05-05T19:00")!, ledger.Find("latest")!);
        Assert.Contains(new FigureChange("c", "3", "came", "", null, null), difference.Units);
        Assert.Contains(new FigureChange("c", "1", "corrected", "b", 20, 21), difference.Units);
        Assert.Contains(new FigureChange("c", "2", "came", "blank", null, 0), difference.Units);
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
        Assert.NotNull(Importer.Import([first], map, files.Election, new ImportOptions { AsOf = At("19:00") }).Value);
        var whole = Stopwatch.StartNew();
        Import("2030-05-05T19:01", int.MaxValue);
        var time = (int)whole.ElapsedMilliseconds;
        var random = new Urna.Numerics.RandomSource(LongRun.Seed(5));
        for (var trial = 0; trial < LongRun.Of(10, 50); trial++)
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

        // The next writer clears what the killed ones left.
        Import(null, int.MaxValue);
        Assert.Equal([".urna-output"], Directory.EnumerateFileSystemEntries(files.Election, ".urna*").Select(f => Path.GetFileName(f)));

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

    /// <summary>A snapshot of an earlier moment stands before the others, wherever it came; the latest is the latest in time.</summary>
    [Fact]
    public void Snapshots_ThatComeLate_StandInTheirPlaceInTime()
    {
        using var files = new SmallImport();
        Night(files);
        var tables = File.ReadAllText(Path.Combine(files.Election, "results-c.csv"));
        var late = files.Read(files.Write("late.csv", "station,a,b,blank\n1,10,20,1\n2,4,6,0\n3,7,8,0\n"), options: new ImportOptions { AsOf = At("19:15") });
        using var ledger = new LedgerFile(files.Election);

        Assert.False(late.Value!.IsLatest);
        Assert.Equal(tables, File.ReadAllText(Path.Combine(files.Election, "results-c.csv")));
        Assert.Equal([1, 3, 2], ledger.Snapshots().Select(s => s.Number));
        Assert.Equal(2, ledger.Find("latest")!.Number);
        Assert.Equal(3, ledger.Find("2030-05-05 19:15:00")!.Number);
        Assert.Equal([("c", "corrected", 1L), ("c", "counted", 2L)], ledger.Statuses(3));
        Assert.Equal([("c", "corrected", 2L), ("c", "counted", 1L)], ledger.Statuses(2));
    }

    [Theory]
    [InlineData("12:30", null, false)]
    [InlineData("21-11-2021T19:00", null, false)]
    [InlineData("2021-11-21", "2021-11-21T00:00", true)]
    [InlineData("2021-11-21T19:00:00", "2021-11-21 19:00", true)]
    [InlineData("2021-11-21T19:00+03:00", "2021-11-21T16:00Z", true)]
    [InlineData("2021-11-21T19:00", "2021-11-21T19:00Z", false)]
    public void Moment_IsADayWithATime_HoweverItIsWritten(string text, string? other, bool isSame)
    {
        var moment = SnapshotMoment.Parse(text);

        Assert.Equal(other is null, moment is null);
        Assert.Equal(isSame, moment is not null && moment.Equals(SnapshotMoment.Parse(other!)));
    }

    [Fact]
    public void Import_OfAMomentThatIsThere_OrOfAnotherElection_IsRefused()
    {
        using var files = new SmallImport();
        Night(files);
        var before = FolderTree.Of(files.Election);
        var same = files.Write("three.csv", "station,a,b,blank\n1,10,21,1\n");
        var other = files.Write("four.csv", "station,a,b,blank\n8,10,21,1\n");
        foreach (var (file, map, asOf, date) in new (string, string, SnapshotMoment?, DateOnly?)[]
        {
            (same, SmallImport.Map, SnapshotMoment.Parse("2030-05-05T19:30:00"), null),
            (same, SmallImport.Map, SnapshotMoment.Parse("2030-05-05T20:30Z"), null),
            (same, SmallImport.Map, null, null),
            (same, SmallImport.Map, At("21:00"), new DateOnly(2034, 5, 7)),
            (same, SmallImport.Map.Replace("country: xm", "country: xn", StringComparison.Ordinal), At("21:00"), null),
            (same, SmallImport.Map.Replace("id: c,", "id: d,", StringComparison.Ordinal), At("21:00"), null),
            (other, SmallImport.Map, At("21:00"), null),
        })
        {
            Assert.Throws<Urna.Store.OutputRefusedException>(() => files.Read(file, map, new ImportOptions { AsOf = asOf, Date = date }));
        }

        Assert.Equal(before, FolderTree.Of(files.Election));
        Assert.NotNull(files.Read(other, options: new ImportOptions { AsOf = At("21:00"), Force = true }).Value);
        Assert.Equal(["2030-05-05T21:00"], new LedgerFile(files.Election).Snapshots().Select(s => s.AsOf));
    }

    /// <summary>A ledger with bytes flipped, of another import or of another election is told, and nothing is added to it.</summary>
    [Theory]
    [InlineData("flipped")]
    [InlineData("earlier")]
    [InlineData("other")]
    [InlineData("link")]
    public void Ledger_ThatIsNotThatOfTheTables_IsTold(string how)
    {
        using var files = new SmallImport();
        using var another = new SmallImport();
        Night(files);
        Assert.NotNull(another.Read(another.Write("other.csv", "station,a,b,blank\n1,2,3,4\n"), options: new ImportOptions { AsOf = At("19:30") }).Value);
        var path = Path.Combine(files.Election, LedgerFile.FileName);
        var bytes = File.ReadAllBytes(path);
        switch (how)
        {
            case "flipped":
                bytes[bytes.Length / 2] ^= 1;
                File.WriteAllBytes(path, bytes);
                break;
            case "earlier":
                Assert.NotNull(files.Read(files.Write("five.csv", "station,a,b,blank\n1,1,1,1\n"), options: new ImportOptions { AsOf = At("20:00") }).Value);
                File.WriteAllBytes(path, bytes);
                break;
            case "link":
                File.Delete(path);
                File.CreateSymbolicLink(path, Path.Combine(another.Election, LedgerFile.FileName));
                break;
            default:
                File.Copy(Path.Combine(another.Election, LedgerFile.FileName), path, overwrite: true);
                break;
        }

        Assert.Throws<InvalidDataException>(() => new LedgerFile(files.Election).Snapshots());
        Assert.Equal(["V181"], LedgerFile.Check(files.Election).Select(f => f.Code));
        Assert.Throws<InvalidDataException>(() => files.Read(files.Write("six.csv", "station,a,b,blank\n1,1,1,1\n"), options: new ImportOptions { AsOf = At("22:00") }));
    }

    /// <summary>A folder of the version before is read, and the next import says that it is now one of this version.</summary>
    [Fact]
    public void Import_IntoAFolderOfTheVersionBefore_AddsToItsLedger()
    {
        using var files = new SmallImport();
        Night(files);
        File.WriteAllText(Path.Combine(files.Election, ".urna-output"), "This folder was written by urna and may be replaced by it.\n");
        using (var duck = new DuckDB.NET.Data.DuckDBConnection($"DataSource={Path.Combine(files.Election, LedgerFile.FileName)}"))
        {
            duck.Open();
            using var drop = duck.CreateCommand();
            drop.CommandText = "drop table binding; drop table bound";
            drop.ExecuteNonQuery();
        }

        Assert.Equal(["V183"], LedgerFile.Check(files.Election).Select(f => f.Code));
        var next = files.Read(files.Write("next.csv", "station,a,b,blank\n1,10,21,1\n2,5,6,0\n3,7,9,0\n"), options: new ImportOptions { AsOf = At("20:00") });

        Assert.True(next.Value!.IsUpgraded);
        Assert.Empty(LedgerFile.Check(files.Election));
        Assert.Equal(3, new LedgerFile(files.Election).Snapshots().Length);
    }

    /// <summary>A copy of the visible files has no manifest; the ledger itself says to which tables it belongs.</summary>
    [Fact]
    public void Ledger_OfAFolderWithoutAManifest_SaysToWhichTablesItBelongs()
    {
        using var files = new SmallImport();
        Night(files);
        File.Delete(Path.Combine(files.Election, ".urna-output"));
        Assert.Empty(LedgerFile.Check(files.Election));
        Assert.Equal(2, new LedgerFile(files.Election).Snapshots().Length);

        File.AppendAllText(Path.Combine(files.Election, "results-c.csv"), "c,3,blank,4\n");
        Assert.Equal([("V182", "results-c.csv")], LedgerFile.Check(files.Election).Select(f => (f.Code, f.File)));

        var yaml = Path.Combine(files.Election, "election.yaml");
        File.WriteAllText(yaml, File.ReadAllText(yaml).Replace("id: election", "id: elsewhere", StringComparison.Ordinal));
        Assert.Equal(["V181"], LedgerFile.Check(files.Election).Select(f => f.Code));
    }

    [Fact]
    public void Tables_ThatAnotherHandChanged_AreTold_AndNotWrittenOver()
    {
        using var files = new SmallImport();
        Night(files);
        var results = Path.Combine(files.Election, "results-c.csv");
        File.WriteAllText(results, File.ReadAllText(results).Replace("c,3,a,7", "c,3,a,9", StringComparison.Ordinal));
        var (next, later) = (files.Write("seven.csv", "station,a,b,blank\n1,1,1,1\n"), new ImportOptions { AsOf = At("22:00") });

        var read = Urna.Store.Elections.ElectionFolder.Read(files.Election);
        Assert.Equal(["V182"], read.Findings.Select(f => f.Code));
        Assert.Equal(["V182"], LedgerFile.Check(files.Election).Select(f => f.Code));
        Assert.Throws<Urna.Store.OutputRefusedException>(() => files.Read(next, options: later));
        Assert.NotNull(files.Read(next, options: later with { Force = true }).Value);
    }

    static SnapshotMoment At(string time) => SnapshotMoment.Parse($"2030-05-05T{time}")!;

    static void Night(SmallImport files)
    {
        Assert.NotNull(files.Read(files.Write("one.csv", "station,a,b,blank\n1,10,20,1\n2,5,6,\n3,,,\n"), options: new ImportOptions { AsOf = At("19:00") }).Value);
        Assert.NotNull(files.Read(files.Write("two.csv", "station,a,b,blank\n1,10,21,1\n2,5,6,0\n3,7,8,0\n"), options: new ImportOptions { AsOf = At("19:30") }).Value);
    }
}
