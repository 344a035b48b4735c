using System.Text.RegularExpressions;
using Urna.Store.Import.Sources;

namespace Urna.Store.Import.Drafts;

/// <summary>What a row of a table is.</summary>
enum DraftRow
{
    /// <summary>It has figures of a unit.</summary>
    Data,

    /// <summary>It has the sums of others.</summary>
    Total,

    /// <summary>It is a heading of the rows below it.</summary>
    Section,

    /// <summary>It is a remark below the table.</summary>
    Note,
}

/// <summary>Where the header of a table is, whether it lies on its side, and what its rows are.</summary>
sealed partial record DraftShape
{
    const int Searched = 60;

    /// <summary>Rows before the header.</summary>
    public required IReadOnlyList<string[]> Preamble { get; init; }

    /// <summary>The first row of the header, as it stands in the file.</summary>
    public required string[] HeaderRow { get; init; }

    /// <summary>How many rows the header has.</summary>
    public required int HeaderRows { get; init; }

    /// <summary>The columns, as an import names them.</summary>
    public required TableHeader Header { get; init; }

    /// <summary>Whether places are columns, and candidates rows.</summary>
    public required bool IsTransposed { get; init; }

    /// <summary>The rows below the header, one cell a column.</summary>
    public required IReadOnlyList<string[]> Body { get; init; }

    /// <summary>Whether some rows are shorter than the header.</summary>
    public required bool IsRagged { get; init; }

    /// <summary>How a mapping calls a column: by its name, or by its number from 1 where it has none.</summary>
    public string NameOf(int column) => Header.Names[column] is { Length: > 0 } name ? name : $"{column + 1}";

    /// <summary>Finds the shape of a table; null if no row is a header.</summary>
    public static DraftShape? Of(DraftGrid grid)
    {
        var rows = grid.Rows.Select(r => r.Cells).Where(c => DraftGrid.Used(c) > 0).ToList();
        var at = HeaderOf(rows);
        if (at < 0)
        {
            return null;
        }

        var body = rows.Skip(at + 1).ToList();
        var isTransposed = body.Count(r => DraftWords.CountOf(r[0]) is not null || (r.Length > 1 && !DraftNumbers.IsFigure(r[1]) && DraftWords.CountOf(r[1]) is not null)) > 1
            && rows[at].Count(c => CountWords.Of(c) is not (null or CountWords.Total)) < 2 && !rows[at].Any(DraftWords.IsVotes);
        return isTransposed ? Transposed(rows, at) : Upright(rows, at);
    }

    static DraftShape Upright(List<string[]> rows, int at)
    {
        var header = new List<string[]> { rows[at] };
        if (at > 0 && IsGroupRow(rows[at - 1], rows[at]))
        {
            at--;
            header.Insert(0, rows[at]);
        }
        else if (at + 2 < rows.Count && IsSecondRow(rows[at], rows[at + 1], rows[at + 2]))
        {
            header.Add(rows[at + 1]);
        }

        var names = GridReader.Names([.. header.Select(h => (string[])[.. h])], isTransposed: false);
        var body = rows.Skip(at + header.Count).ToList();
        return new DraftShape
        {
            Preamble = rows[..at],
            HeaderRow = rows[at],
            HeaderRows = header.Count,
            Header = names,
            IsTransposed = false,
            Body = [.. body.Select(r => Fitted(r, names.Names.Length))],
            IsRagged = body.Exists(r => r.Length < names.Names.Length),
        };
    }

    static DraftShape Transposed(List<string[]> rows, int at)
    {
        var kept = rows[at..];
        var width = kept.Max(r => r.Length);
        var turned = Enumerable.Range(0, width).Select(c => kept.Select(r => c < r.Length ? r[c] : "").ToArray()).ToList();

        // Labels may take more than one column, as a list's number and its name.
        var labels = Math.Max(1, turned.FindIndex(r => r.Count(DraftNumbers.IsFigure) > r.Length / 2));
        var names = GridReader.Names([.. turned.Take(labels).Select(h => (string[])[.. h])], isTransposed: true);
        return new DraftShape
        {
            Preamble = rows[..at],
            HeaderRow = rows[at],
            HeaderRows = labels,
            Header = names,
            IsTransposed = true,
            Body = [.. turned.Skip(labels).Where(r => DraftGrid.Used(r) > 0)],
            IsRagged = kept.Exists(r => r.Length < width),
        };
    }

    /// <summary>The first row of texts as wide as the table, above rows with figures; −1 if there is none.</summary>
    static int HeaderOf(List<string[]> rows)
    {
        var widths = rows.Select(r => r.Count(c => c.Length > 0)).Where(n => n > 1).GroupBy(n => n).OrderByDescending(g => g.Count() * (long)g.Key).FirstOrDefault();
        if (widths is null)
        {
            return -1;
        }

        for (var i = 0; i < Math.Min(rows.Count - 1, Searched); i++)
        {
            var filled = rows[i].Where(c => c.Length > 0).ToList();
            var figures = filled.Count(c => DraftNumbers.IsFigure(c) || DraftNumbers.IsOther(c));
            if (filled.Count > 1 && filled.Count >= 0.6 * widths.Key && 3 * figures <= filled.Count && rows.Skip(i + 1).Take(4).Any(r => r.Any(DraftNumbers.IsFigure)))
            {
                return i;
            }
        }

        return -1;
    }

    /// <summary>Whether a row names groups of the columns below it.</summary>
    static bool IsGroupRow(string[] above, string[] header) =>
        above.Count(c => c.Length > 0) is > 1 and var filled && filled < header.Count(c => c.Length > 0) && DraftGrid.Used(above) > header.Length / 3
        && !above.Any(DraftNumbers.IsFigure) && above.All(c => c.Length < 60);

    /// <summary>Whether the row below the header is more of it.</summary>
    static bool IsSecondRow(string[] header, string[] below, string[] data) =>
        !below.Any(c => DraftNumbers.IsFigure(c) || DraftNumbers.IsOther(c)) && below.Count(c => c.Length > 0) > 1 && data.Count(DraftNumbers.IsFigure) > 1
        && header.Index().Any(h => h.Item.Length == 0 && h.Index < below.Length && below[h.Index].Length > 0);

    static string[] Fitted(string[] cells, int width) => cells.Length == width ? cells : [.. cells.Take(width), .. Enumerable.Repeat("", Math.Max(0, width - cells.Length))];

    /// <summary>Whether a cell begins with a word for the whole.</summary>
    public static bool IsTotalCell(string cell) => CountWords.IsTotal(cell) || TotalStart().IsMatch(CountWords.Folded(cell));

    [GeneratedRegex(@"^(total|totales|totals|subtotal|sub total|gesamt|insgesamt|summe|zusammen|totale|ensemble|suma|soma|somme|grand total)\b|\b(insgesamt|gesamt|total|totale|totaal)$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex TotalStart();
}
