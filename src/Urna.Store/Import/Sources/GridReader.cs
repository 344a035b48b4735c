namespace Urna.Store.Import.Sources;

/// <summary>Makes a table of raw rows: finds its header, fills what is merged, and tells the rows that are no figures.</summary>
static class GridReader
{
    public static void Read(
        IEnumerable<(int Row, string[] Cells)> raw, string file, TableFormat format, FaultLog faults, RowTally tally, Func<TableHeader, bool> begin, Action<SourceRow> read)
    {
        var fillDown = new FillDown(format);
        var headers = new List<string[]>();
        TableHeader? header = null;
        var skipped = 0;
        var found = format.HeaderAt is null || format.Transpose;
        foreach (var (row, cells) in format.Transpose ? Transposed(raw, format, tally) : raw)
        {
            if (skipped < format.Skip || !(found = found || format.HeaderAt!.IsMatch(string.Join(format.Separator, cells))))
            {
                skipped++;
                tally.Tell("V141", "lines before the header", row);
                continue;
            }

            if (headers.Count < format.HeaderRows)
            {
                headers.Add([.. cells]);
                tally.Tell("V141", "the header", row);
                continue;
            }

            if (header is null)
            {
                header = Header(headers, format, cells.Length);
                if (!begin(header))
                {
                    return;
                }
            }

            if (Fitted(cells, header, row, file, format, faults, tally) is { } fitted)
            {
                if (!format.Transpose)
                {
                    fillDown.Fill(fitted);
                }

                Give(new SourceRow(header, fitted, file, row), format, tally, read);
            }
        }

        if (header is null && headers.Count == format.HeaderRows && headers.Count > 0)
        {
            begin(Header(headers, format, 0));
        }
        else if (header is null)
        {
            faults.Add("V103", $"The file '{file}' has no header that fits the table '{format.Id}'.", file, expected: format.HeaderAt?.ToString() ?? $"{format.HeaderRows} header rows");
        }
    }

    /// <summary>Gives a row to the reader, unless the mapping leaves it out.</summary>
    public static void Give(SourceRow row, TableFormat format, RowTally tally, Action<SourceRow> read)
    {
        foreach (var left in format.LeaveOut)
        {
            if (Condition.Hold(left.Where, row))
            {
                tally.Tell("V141", left.Reason, row.Row);
                return;
            }
        }

        read(row);
    }

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

        var columns = rows.Max(r => r.Length);
        foreach (var (depth, row) in rows.Index())
        {
            for (var i = 1; i < row.Length && depth < rows.Count - 1 && !format.Transpose; i++)
            {
                row[i] = row[i].Length > 0 ? row[i] : row[i - 1];
            }
        }

        return new TableHeader(Enumerable.Range(0, columns).Select(i => string.Join(" / ", rows.Select(r => i < r.Length ? r[i] : "").Where(n => n.Length > 0))));
    }

    /// <summary>The cells of a row, one a column; null if it has none, or more or fewer than it may.</summary>
    static string[]? Fitted(string[] cells, TableHeader header, int row, string file, TableFormat format, FaultLog faults, RowTally tally)
    {
        if (Array.TrueForAll(cells, c => c.Length == 0))
        {
            tally.Tell("V141", "empty rows", row);
            return null;
        }

        var width = header.Names.Length;
        if (cells.Length == width)
        {
            return cells;
        }

        var isSheet = format.Kind == TableKind.Sheet;
        if ((cells.Length < width && !format.Ragged && !isSheet) || cells.Skip(width).Any(c => c.Length > 0))
        {
            faults.Add("V112", $"Row {row} is malformed: it has {cells.Length} fields, and the header {width}.", file, row, found: $"{cells.Length}", expected: $"{width}");
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
        var fillDown = new FillDown(format);
        var found = format.HeaderAt is null;
        foreach (var (row, cells) in raw)
        {
            if (!(found = found || format.HeaderAt!.IsMatch(string.Join(format.Separator, cells))))
            {
                tally.Tell("V141", "lines before the header", row);
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
    sealed class FillDown(TableFormat format)
    {
        readonly int[] columns = [.. format.FillDown.Where(c => c >= 1).Select(c => c - 1)];
        readonly string[] above = [.. format.FillDown.Where(c => c >= 1).Select(_ => "")];

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
