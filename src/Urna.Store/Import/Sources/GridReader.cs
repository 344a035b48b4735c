using Urna.Model;

namespace Urna.Store.Import.Sources;

/// <summary>Makes a table of raw rows: finds its header, fills what is merged, and tells the rows that are no figures.</summary>
static class GridReader
{
    /// <summary>What joins the rows of a header into one name.</summary>
    public const string HeaderSign = " / ";

    /// <summary>What stands for that sign where a cell of the header holds it itself.</summary>
    public const string EscapedSign = " // ";

    public static void Read(
        IEnumerable<(int Row, string[] Cells)> raw, string file, TableFormat format, FaultLog faults, RowTally tally, Func<TableHeader, bool> begin, Action<SourceRow> read)
    {
        FillDown? fillDown = null;
        var section = "";
        BoundTemplate? heading = null;
        var headers = new List<string[]>();
        TableHeader? header = null;
        TableHeader? sectioned = null;
        var skipped = 0;
        var found = format.HeaderAt is null || format.Transpose;
        foreach (var (row, cells) in format.Transpose ? Transposed(raw, format, tally) : raw)
        {
            if (skipped < format.Skip || !(found = found || format.HeaderAt!.IsMatch(string.Join(format.Separator, cells))))
            {
                skipped++;
                tally.Tell("V141", LocalizedText.Say("import.before-the-header"), row);
                continue;
            }

            if (headers.Count < format.HeaderRows)
            {
                headers.Add([.. cells]);
                tally.Tell("V141", LocalizedText.Say("import.the-header"), row);
                continue;
            }

            if (header is null)
            {
                header = Header(headers, format, cells.Length);
                fillDown = FillDown.Of(format, header, file, faults);
                heading = format.Sections?.Text.Bind(header);
                if (fillDown is null || !begin(sectioned = Sectioned(header, format)))
                {
                    return;
                }
            }

            if (Fitted(cells, header, row, file, format, faults, tally) is { } fitted)
            {
                if (!format.Transpose)
                {
                    fillDown!.Fill(fitted);
                }

                var own = new SourceRow(header, fitted, file, row);
                if (format.Sections is not { } sections)
                {
                    Give(own, format, tally, read);
                }
                else if (Condition.Hold(sections.Where, own))
                {
                    section = heading!.Of(own);
                    tally.Tell("V141", LocalizedText.Say("import.headings"), row);
                }
                else
                {
                    Give(new SourceRow(sectioned!, [.. fitted, section], file, row), format, tally, read);
                }
            }
        }

        if (header is null && headers.Count == format.HeaderRows && headers.Count > 0)
        {
            begin(Sectioned(Header(headers, format, 0), format));
        }
        else if (header is null)
        {
            faults.Add(
                "V103",
                LocalizedText.Say("v103.the-file-has-no-header-that", ("file", file), ("format", format.Id)),
                file, expected: format.HeaderAt?.ToString() ?? $"{format.HeaderRows} header rows");
        }
    }

    /// <summary>Gives a row to the reader, unless the mapping leaves it out.</summary>
    public static void Give(SourceRow row, TableFormat format, RowTally tally, Action<SourceRow> read)
    {
        foreach (var left in format.LeaveOut)
        {
            if (left.IsOf(row.Header) && Condition.Hold(left.Where, row))
            {
                tally.Tell("V141", LocalizedText.Same(left.Reason), row.Row);
                return;
            }
        }

        read(row);
    }

    /// <summary>The most blocks that a row may have; the longest ballots of official files have about fifty candidates.</summary>
    const int MostBlocks = 200;

    /// <summary>The columns; those of a block that is repeated get the number of their turn, as many as rows may need.</summary>
    static TableHeader Blocked(TableFormat format, IEnumerable<string> names)
    {
        List<string> all = [.. names.Select(n => n.Trim())];
        var first = format.Blocks is { } from ? FirstOf(from, new TableHeader(all)) : -1;
        if (first < 0 || all[first].EndsWith(" 1", StringComparison.Ordinal))
        {
            // There are no blocks, or their columns are numbered already.
            return new TableHeader(all);
        }

        var again = all.FindIndex(first + 1, n => n == all[first]);
        var last = all.FindLastIndex(n => n.Length > 0);
        var width = (again > 0 ? again : last + 1) - first;
        return new TableHeader(all.Take(first).Concat(Enumerable.Range(0, MostBlocks * width).Select(i => $"{all[first + (i % width)]} {(i / width) + 1}")));
    }

    /// <summary>The leftmost of some columns, whose names are parted by bars; −1 if the table has none.</summary>
    static int FirstOf(string names, TableHeader header) => header.AllOf(names).DefaultIfEmpty(-1).Min();

    /// <summary>The columns with the one that rows of headings fill.</summary>
    static TableHeader Sectioned(TableHeader header, TableFormat format) =>
        format.Sections is { } sections ? new TableHeader([.. header.Names, sections.Column]) : header;

    /// <summary>The names of the columns: the header's rows joined by slashes, merged cells repeated in all rows but the last.</summary>
    static TableHeader Header(List<string[]> rows, TableFormat format, int width)
    {
        if (rows.Count == 0)
        {
            var names = Enumerable.Range(1, width).Select(i => $"{i}").ToArray();
            foreach (var (name, where) in format.Fields)
            {
                if (int.TryParse(where, System.Globalization.CultureInfo.InvariantCulture, out var column) && column >= 1 && column <= width)
                {
                    names[column - 1] = name;
                }
            }

            return new TableHeader(names);
        }

        if (rows.Count > 1)
        {
            // A name that holds the sign which joins the rows must not be taken for two of them.
            rows = rows.ConvertAll(r => Array.ConvertAll(r, c => c.Replace(HeaderSign, EscapedSign, StringComparison.Ordinal)));
        }

        var columns = rows.Max(r => r.Length);
        foreach (var (depth, row) in rows.Index())
        {
            for (var i = 1; i < row.Length && depth < rows.Count - 1 && !format.Transpose; i++)
            {
                row[i] = row[i].Length > 0 ? row[i] : row[i - 1];
            }
        }

        return Blocked(format, Enumerable.Range(0, columns).Select(i => string.Join(HeaderSign, rows.Select(r => i < r.Length ? r[i] : "").Where(n => n.Length > 0))));
    }

    /// <summary>The columns that rows of a header name.</summary>
    /// <param name="rows">The rows, whose cells are filled where they are merged.</param>
    /// <param name="isTransposed">Whether rows and columns changed places.</param>
    public static TableHeader Names(List<string[]> rows, bool isTransposed) => Header(rows, new TableFormat { Id = "", Transpose = isTransposed }, 0);

    /// <summary>The cells of a row, one a column; null if it has none, or more or fewer than it may.</summary>
    static string[]? Fitted(string[] cells, TableHeader header, int row, string file, TableFormat format, FaultLog faults, RowTally tally)
    {
        if (Array.TrueForAll(cells, c => c.Length == 0))
        {
            tally.Tell("V141", LocalizedText.Say("import.empty-rows"), row);
            return null;
        }

        var width = header.Names.Length;
        if (cells.Length == width)
        {
            return cells;
        }

        var isSheet = format.Kind == TableKind.Sheet;
        if ((cells.Length < width && !format.Ragged && !isSheet && format.Blocks is null) || cells.Skip(width).Any(c => c.Length > 0))
        {
            faults.Add(
                "V112",
                LocalizedText.Say("v112.row-is-malformed-it-has-fields", ("row", row), ("cells", cells.Length), ("width", width)),
                file, row, found: $"{cells.Length}", expected: $"{width}");
            tally.TellElsewhere();
            return null;
        }

        var fitted = new string[width];
        Array.Fill(fitted, "");
        cells.AsSpan(0, Math.Min(width, cells.Length)).CopyTo(fitted);
        return fitted;
    }

    /// <summary>Columns as rows: those after the header's, with the number of the column as their row.</summary>
    static IEnumerable<(int Row, string[] Cells)> Transposed(IEnumerable<(int Row, string[] Cells)> raw, TableFormat format, RowTally tally)
    {
        var kept = new List<string[]>();
        var fillDown = new FillDown([.. format.FillDown.Select(c => int.TryParse(c, System.Globalization.CultureInfo.InvariantCulture, out var n) ? n - 1 : -1).Where(c => c >= 0)]);
        var found = format.HeaderAt is null;
        foreach (var (row, cells) in raw)
        {
            if (!(found = found || format.HeaderAt!.IsMatch(string.Join(format.Separator, cells))))
            {
                tally.Tell("V141", LocalizedText.Say("import.before-the-header"), row);
                continue;
            }

            string[] own = [.. cells];
            fillDown.Fill(own);
            tally.Keep();
            kept.Add(own);
        }

        var width = kept.Count == 0 ? 0 : kept.Max(r => r.Length);
        for (var column = 0; column < width; column++)
        {
            tally.Take();
            yield return (column + 1, [.. kept.Select(r => column < r.Length ? r[column] : "")]);
        }
    }

    /// <summary>Repeats the row above in some columns, where all of them are empty.</summary>
    sealed class FillDown(int[] columns)
    {
        readonly string[] above = [.. columns.Select(_ => "")];

        /// <summary>The columns that the mapping names; null with faults where the header lacks one.</summary>
        public static FillDown? Of(TableFormat format, TableHeader header, string file, FaultLog faults)
        {
            var columns = format.FillDown.Select(c => header.IndexOf(c) is >= 0 and var named ? named
                : int.TryParse(c, System.Globalization.CultureInfo.InvariantCulture, out var n) && n >= 1 && n <= header.Names.Length ? n - 1 : -1).ToArray();
            if (format.Transpose || !columns.Contains(-1))
            {
                return new FillDown(format.Transpose ? [] : columns);
            }

            foreach (var unknown in format.FillDown.Where((_, i) => columns[i] < 0))
            {
                faults.Add(
                    "V103",
                    LocalizedText.Say("v103.the-column-of-fill-down-is", ("unknown", unknown)),
                    file, null, unknown, string.Join(", ", header.Names.Take(12)), "a column's name, or its number from 1");
            }

            return null;
        }

        public void Fill(string[] cells)
        {
            var isEmpty = true;
            foreach (var column in columns)
            {
                isEmpty &= column >= cells.Length || cells[column].Length == 0;
            }

            for (var i = 0; i < columns.Length; i++)
            {
                if (columns[i] < cells.Length)
                {
                    above[i] = cells[columns[i]] = isEmpty ? above[i] : cells[columns[i]];
                }
            }
        }
    }
}
