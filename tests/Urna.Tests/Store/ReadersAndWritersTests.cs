using System.Diagnostics;
using System.Globalization;
using Urna.Model;
using Urna.Store;
using Urna.Store.Elections;
using Urna.Store.Ledger;
using Urna.Tests.Cli;
using Urna.Tests.Store.Import;

namespace Urna.Tests.Store;

/// <summary>Any number of readers beside one writer see a whole state or the one before; two writers come one after the other.</summary>
public sealed class ReadersAndWritersTests
{
    const int Contests = 6;

    /// <summary>Every state has one number in all its tables, so that a reader who saw two states would see two numbers.</summary>
    [Fact]
    public async Task Readers_BesideTwoWriters_SeeOneWholeState()
    {
        using var files = new PlainFolder();
        var folder = Path.Combine(files.Folder, "election");
        Write(folder, 1);
        using var time = new CancellationTokenSource(TimeSpan.FromSeconds(LongRun.Of(3, 60)));
        var (writes, reads) = (0, 0);
        var tasks = Enumerable.Range(0, 2).Select(_ => Task.Run(() =>
        {
            while (!time.IsCancellationRequested)
            {
                Write(folder, Interlocked.Increment(ref writes) + 1);
            }
        })).Concat(Enumerable.Range(0, 20).Select(_ => Task.Run(() =>
        {
            while (!time.IsCancellationRequested)
            {
                AssertWhole(ElectionFolder.Read(folder));
                Interlocked.Increment(ref reads);
            }
        }))).ToArray();

        await Task.WhenAll(tasks);
        Assert.True(writes > 0 && reads > 0);
        TestContext.Current.TestOutputHelper?.WriteLine($"{writes} writes, {reads} reads");
        Assert.Equal([".urna-output"], Directory.EnumerateFileSystemEntries(folder, ".urna*").Select(f => Path.GetFileName(f)));

        static void AssertWhole(ReadResult<Election> read)
        {
            Assert.True(read.Value is not null, string.Join('\n', read.Findings.Select(f => f.Message)));
            Assert.Empty(read.Findings);
            Assert.Single(read.Value.Contests.SelectMany(c => c.Returns).Select(r => r.Counts.Registered).Distinct());
            Assert.Equal(Contests, read.Value.Contests.Length);
        }
    }

    /// <summary>Two imports at once come one after the other, whichever is first; ledger and tables agree, and each exit code is true.</summary>
    [Fact]
    public async Task Imports_TwoAtOnce_ComeOneAfterTheOther()
    {
        using var files = new SmallImport();
        var map = files.Write("map.yaml", SmallImport.Map);
        var (one, two) = (Table("one.csv", 1), Table("two.csv", 2));
        Assert.Equal(0, UrnaCommand.Run("import", one, "--map", map, "-o", files.Election, "--as-of", "2030-05-05T00:00").ExitCode);
        for (var round = 1; round <= LongRun.Of(1, 50); round++)
        {
            using var done = new CancellationTokenSource();
            var reader = Task.Run(() =>
            {
                while (!done.IsCancellationRequested)
                {
                    AssertAgreement(files.Election);
                }
            });
            var (first, second) = (Moment(round, 1), Moment(round, 2));
            var codes = await Task.WhenAll(
                Task.Run(() => UrnaCommand.Run("import", one, "--map", map, "-o", files.Election, "--as-of", first)),
                Task.Run(() => UrnaCommand.Run("import", two, "--map", map, "-o", files.Election, "--as-of", second)),
                Task.Run(() => UrnaCommand.Run("import", two, "--map", map, "-o", files.Election, "--as-of", second)));
            await done.CancelAsync();
            await reader;

            // The third says the same moment as the second: one of them is refused.
            Assert.Equal([0, 0, 2], codes.Select(c => c.ExitCode).Order());
            Assert.Equal(0, codes[0].ExitCode);
            AssertAgreement(files.Election);
            Assert.Equal([first, second], new LedgerFile(files.Election).Snapshots().TakeLast(2).Select(s => s.AsOf));
        }

        string Table(string name, int votes) => files.Write(name, "station,a,b,blank\n" + string.Concat(Enumerable.Range(1, 2000).Select(i => $"{i},{votes},{votes},{votes}\n")));
        static string Moment(int round, int which) => string.Create(CultureInfo.InvariantCulture, $"2030-05-05T{round / 10:00}:{(round % 10 * 4) + which:00}");
    }

    /// <summary>The ledger's latest snapshot holds the figures of the tables, seen in one state.</summary>
    static void AssertAgreement(string folder)
    {
        var (ledger, election) = LedgerFile.Open(folder);
        using (ledger)
        {
            Assert.NotNull(election.Value);
            var figures = ledger.Figures(ledger.Snapshots()[^1].Number);
            Assert.Equal(
                election.Value.Contests.SelectMany(c => c.Returns).Sum(r => r.Votes.Sum(v => v.Votes) + (r.Counts.Blank ?? 0)),
                figures.Sum(f => f.Votes));
            Assert.Empty(ledger.Findings);
        }
    }

    static void Write(string folder, int state) => OutputFolder.Write(new OutputTarget(folder, OutputKind.Election), Files(state));

    static IEnumerable<(string Path, IEnumerable<string> Text)> Files(int state)
    {
        yield return ("election.yaml", ["id: e\ntitle: E\ncountry: xx\ndate: 2030-05-05\nplaces: places.csv\ncontests:\n",
            .. Enumerable.Range(0, Contests).Select(c => $"  - {{ id: c{c}, title: C, candidacies: candidacies.csv, results: results-{c}.csv }}\n")]);
        yield return ("places.csv", ["place,parent,level,name\nxx,,country,X\n"]);
        yield return ("candidacies.csv", ["choice,candidate\na,A\n"]);
        for (var c = 0; c < Contests; c++)
        {
            yield return ($"results-{c}.csv", [$"contest,place,choice,votes\nc{c},xx,registered,{state}\nc{c},xx,a,1\n"]);
        }
    }
}
