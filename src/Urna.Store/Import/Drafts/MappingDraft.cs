using Urna.Model;
using System.Globalization;
using System.Text.RegularExpressions;
using Urna.Store.Import.Drafts;
using Urna.Store.Import.Sources;

namespace Urna.Store.Import;

/// <summary>A mapping that was drafted for files that no format describes.</summary>
/// <param name="Text">The YAML file, with comments.</param>
/// <param name="Open">How many of its lines somebody must choose.</param>
public sealed record DraftedMapping(string Text, int Open);

/// <summary>Drafts a mapping for a table that nobody has seen, from its own words and sums.</summary>
/// <remarks>What is not sure stands under <c># choose</c>, with the evidence.</remarks>
public static partial class MappingDraft
{
    /// <summary>The mark of a line that somebody must choose.</summary>
    public const string Choose = DraftPage.Choose;

    /// <summary>Drafts the mapping; the first file says what the table is.</summary>
    /// <param name="files">Files, folders of files, or zip files.</param>
    public static ReadResult<DraftedMapping> Of(IReadOnlyList<string> files)
    {
        var faults = new FaultLog();
        var sources = SourceFile.Of(files, faults);
        if (faults.HasFaults || sources.Count == 0)
        {
            return new ReadResult<DraftedMapping>(null, faults.Findings);
        }

        var file = sources[0];
        if (DraftGrid.Read(file, faults) is not { } grid)
        {
            return new ReadResult<DraftedMapping>(null, faults.Findings);
        }

        if (DraftShape.Of(grid) is not { } shape)
        {
            faults.Add(
                "V103",
                LocalizedText.Say("v103.the-file-has-no-row-that", ("file", file.Name)),
                file.Name, expected: "a table with a header");
            return new ReadResult<DraftedMapping>(null, faults.Findings);
        }

        var page = new DraftPage();
        var columns = new DraftColumns(shape);
        Head(page, file.Name, shape);
        new DraftTable(page, grid, shape, columns).Write();
        var areUnique = new DraftPlaces(page, shape, columns).Write();
        new DraftContest(page, shape, columns).Write(areUnique);
        return new ReadResult<DraftedMapping>(new DraftedMapping($"{page}", page.Open), faults.Findings);
    }

    static void Head(DraftPage page, string file, DraftShape shape)
    {
        page.Line($"# A mapping for '{file}', drafted by urna import --draft. A comment that begins with 'choose' stands where it is not sure.");
        page.Line("# docs/import.md explains every field. Read it by: urna import FILE --map THIS.yaml -o ELECTION");
        page.Line("country: xx   # the country's code in small letters, such as cl");
        if (DayOf(file, shape) is { } day)
        {
            page.Line($"date: {day:yyyy-MM-dd}   # as the file or its name says");
        }
        else
        {
            page.Line("# date: 2030-05-05   the file states none: write it here, or say --date");
        }

        foreach (var line in shape.Preamble.Take(6))
        {
            page.Line($"# above the table: {string.Join(" ", line.Where(c => c.Length > 0)).ReplaceLineEndings(" ")}");
        }
    }

    static DateOnly? DayOf(string file, DraftShape shape)
    {
        foreach (var line in shape.Preamble.Select(p => string.Join(" ", p)).Append(file))
        {
            if (Day().Match(line) is { Success: true } day
                && DateOnly.TryParseExact($"{day.Groups["y"].Value}-{int.Parse(day.Groups["m"].Value, CultureInfo.InvariantCulture):00}-{int.Parse(day.Groups["d"].Value, CultureInfo.InvariantCulture):00}", "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var found))
            {
                return found;
            }
        }

        return null;
    }

    [GeneratedRegex(@"(?<![0-9])((?<y>(18|19|20)\d\d)[-./_](?<m>\d\d?)[-./_](?<d>\d\d?)|(?<d>\d\d?)[-./](?<m>\d\d?)[-./](?<y>(18|19|20)\d\d)|(?<y>(19|20)\d\d)(?<m>(0[1-9]|1[0-2]))(?<d>[0-3]\d))(?![0-9])", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Day();
}
