using System.Text.Json;
using DuckDB.NET.Data;
using Urna.Tests.Store.Import;

namespace Urna.Tests.Cli;

/// <summary>What becomes of official files at the command: two moments of a night, where a figure comes from, and the way out to other programs.</summary>
public sealed class ImportCommandTests : IDisposable
{
    readonly SmallImport files = new();

    public ImportCommandTests()
    {
        var map = files.Write("map.yaml", SmallImport.Map);
        Import(files.Write("one.csv", "station,a,b,blank\n1,10,20,1\n2,5,6,\n"), "2030-05-05T19:00");
        Import(files.Write("two.csv", "station,a,b,blank\n1,10,21,1\n2,5,6,0\n3,7,8,2\n"), "2030-05-05T19:30");

        void Import(string file, string asOf) => Assert.Equal(0, UrnaCommand.Run("import", file, "--map", map, "--as-of", asOf, "-o", files.Election).ExitCode);
    }

    public void Dispose() => files.Dispose();

    [Fact]
    public void Count_ReadsTheLatestSnapshot()
    {
        using var count = Json("count", files.Election, "--format", "json");

        Assert.Equal([22L, 35L], count.RootElement[0].GetProperty("choices").EnumerateArray().Select(c => c.GetProperty("votes").GetInt64()));
    }

    [Fact]
    public void Why_WalksFromTheCountryToFileAndRow()
    {
        using var why = Json("why", files.Election, "xm", "a", "--format", "json");
        var rows = why.RootElement.EnumerateArray().Select(r => (r.GetProperty("file").GetString(), r.GetProperty("row").GetInt32(), r.GetProperty("votes").GetInt64()));

        Assert.Equal([("two.csv", 2, 10L), ("two.csv", 3, 5L), ("two.csv", 4, 7L)], rows);
    }

    [Fact]
    public void Why_OfAnEarlierMoment_GivesThatMomentsFile()
    {
        var told = UrnaCommand.Run("why", files.Election, "1", "b", "--as-of", "2030-05-05T19:00");

        Assert.Equal(0, told.ExitCode);
        Assert.Contains("one.csv", told.Output, StringComparison.Ordinal);
        Assert.Contains("row 2: 1 = 20", told.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("two.csv", told.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("99", "a", 2)]
    [InlineData("1", "z", 4)]
    public void Why_OfWhatIsNotThere_SaysSo(string place, string choice, int exit) => Assert.Equal(exit, UrnaCommand.Run("why", files.Election, place, choice).ExitCode);

    [Fact]
    public void Diff_TellsWhatCameAndWhatWasCorrected()
    {
        var told = UrnaCommand.Run("diff", files.Election, "1", "latest", "--format", "csv");

        Assert.Equal(["contest,place,change,choice,before,after", "c,2,came,blank,,0", "c,3,came,,,", "c,1,corrected,b,20,21"], told.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => l.TrimEnd('\r')));
        Assert.Equal(2, UrnaCommand.Run("diff", files.Election, "1", "noon").ExitCode);
    }

    [Fact]
    public void Export_AsParquet_HoldsEveryFigure()
    {
        var path = Path.Combine(files.Root, "figures.parquet");
        Assert.Equal(0, UrnaCommand.Run("export", files.Election, "--to", "parquet", "-o", path).ExitCode);

        using var duck = new DuckDBConnection("DataSource=:memory:");
        duck.Open();
        using var query = duck.CreateCommand();
        query.CommandText = $"select string_agg(choice || ' ' || total, ', ' order by choice) from (select choice, sum(votes)::bigint as total from '{path}' group by choice)";
        Assert.Equal("a 22, b 35, blank 3", query.ExecuteScalar());
    }

    [Fact]
    public void Export_OfAnEarlierSnapshot_HoldsThatMoment()
    {
        var path = Path.Combine(files.Root, "figures.csv");
        Assert.Equal(0, UrnaCommand.Run("export", files.Election, "--to", "csv", "--as-of", "1", "-o", path).ExitCode);

        Assert.Contains(File.ReadLines(path), l => l.StartsWith("c,1,", StringComparison.Ordinal) && l.EndsWith(",20", StringComparison.Ordinal));
        Assert.DoesNotContain(File.ReadLines(path), l => l.StartsWith("c,3,", StringComparison.Ordinal));
    }

    /// <summary>A ledger that is damaged, or is another program's database, is told and not run into.</summary>
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Why_OfABrokenLedger_EndsWithThree(bool isDatabase)
    {
        var ledger = Path.Combine(files.Election, "ledger.duckdb");
        File.Delete(ledger);
        if (isDatabase)
        {
            using var other = new DuckDBConnection($"DataSource={ledger}");
            other.Open();
        }
        else
        {
            File.WriteAllText(ledger, "not a database");
        }

        foreach (var verb in new string[][] { ["why", files.Election, "1", "a"], ["diff", files.Election, "1", "latest"], ["export", files.Election, "--as-of", "1", "-o", Path.Combine(files.Root, "x.csv")] })
        {
            var told = UrnaCommand.Run(verb);
            Assert.Equal(3, told.ExitCode);
            Assert.Contains("ledger", told.Errors, StringComparison.Ordinal);
            Assert.DoesNotContain("   at ", told.Errors, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Report_IntoAPlaceThatCannotBeWritten_SaysSo()
    {
        File.WriteAllText(Path.Combine(files.Root, "file"), "");
        var told = UrnaCommand.Run("report", files.Election, "-o", Path.Combine(files.Root, "file", "site"));

        Assert.Equal(2, told.ExitCode);
        Assert.StartsWith("urna: ", told.Errors, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", told.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public void Explain_GivesTheSectionOfTheGuide()
    {
        Assert.Contains("What to do", UrnaCommand.Run("explain", "v201").Output, StringComparison.Ordinal);
        Assert.Equal(2, UrnaCommand.Run("explain", "V999").ExitCode);
    }

    static JsonDocument Json(params string[] arguments)
    {
        var told = UrnaCommand.Run(arguments);
        Assert.True(told.ExitCode == 0, told.Errors);
        return JsonDocument.Parse(told.Output);
    }
}
