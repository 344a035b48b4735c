using System.Globalization;
using Urna.Contract;
using Urna.Count;
using Urna.Store.Elections;
using Urna.Store.Import;
using Urna.Validate;

namespace Urna.Tests.Store.Import;

/// <summary>Files made from each format's description, as other years and other kinds of contest have it, with the figures that they hold.</summary>
public class OtherYearsTests
{
    static readonly string folder = Path.Combine(Repository.Root, "tests", "Urna.Tests", "Inputs", "formats");

    /// <summary>The rows of <c>expected.csv</c>: a dash stands for nothing that is compared.</summary>
    public static TheoryData<string> Rows => [.. File.ReadLines(Path.Combine(folder, "expected.csv")).Skip(1).Where(l => l.Length > 0)];

    [Theory]
    [MemberData(nameof(Rows))]
    public void Import_OfAnotherYear_GivesItsFigures(string row)
    {
        var cells = row.Split(',');
        var source = Path.Combine(folder, cells[0], cells[1]);
        using var small = new SmallImport();
        var match = FormatLibrary.Match([source], cells[0])[0];
        Assert.True(match.Fits, match.Why);
        var read = Importer.Import([source], match.Map, small.Election, new ImportOptions { Date = new DateOnly(2030, 5, 5) });
        Assert.True(read.Value is not null, string.Join('\n', read.Findings.Where(f => f.Severity == Severity.Fault).Select(f => f.Message)));
        Assert.DoesNotContain(read.Findings, f => f.Code is "V142" or "V149" or "V562" or "V563");
        var written = ElectionFolder.Read(small.Election);
        Assert.True(written.Value is not null, string.Join('\n', written.Findings.Select(f => f.Message)));
        var count = CountJson.Of(Tabulate.Whole(written.Value.Contests[int.Parse(cells[2], CultureInfo.InvariantCulture)], written.Value.Places));
        long?[] found = [count.Units, count.Registered, count.Cast, count.Valid, count.Blank, count.Null, count.Choices.Count(), count.Choices.Sum(c => c.Votes)];
        string[] names = ["units", "registered", "cast", "valid", "blank", "null", "choices", "votes"];

        Assert.Equal(
            string.Join(", ", names.Zip(cells[3..11]).Where(c => c.Second.Length > 0).Select(c => $"{c.First} {c.Second}")),
            string.Join(", ", names.Zip(found).Zip(cells[3..11]).Where(c => c.Second.Length > 0).Select(c => $"{c.First.First} {c.First.Second}")));
    }

    /// <summary>The first file of each format.</summary>
    public static TheoryData<string> First => [.. Rows.Select(r => r.Data).DistinctBy(r => r.Split(',')[0])];

    /// <summary>Each format is detected among all of them.</summary>
    [Theory]
    [MemberData(nameof(First))]
    public void Match_OfAnotherYear_FindsTheFormat(string row)
    {
        var cells = row.Split(',');
        var matches = FormatLibrary.Match([Path.Combine(folder, cells[0], cells[1])]).Where(m => m.Fits).ToList();

        Assert.Contains(cells[0], matches.Select(m => m.Format));
    }
}
