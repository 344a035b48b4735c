namespace Urna.Store.Import.Sources;

/// <summary>Remembers what was made of the cells of some columns, since rows repeat them.</summary>
/// <remarks>
/// The rows of official files come in one order over and over: candidates within a station, stations within a commune. What followed an entry the last
/// time is tried first, so that most rows are found by comparing texts and without hashing them.
/// </remarks>
/// <typeparam name="T">What is made.</typeparam>
/// <param name="columns">The columns on which it depends.</param>
sealed class RowMemo<T>(int[] columns)
    where T : class
{
    /// <summary>Beyond it the rows repeat nothing, and remembering them only takes memory.</summary>
    const int Most = 1 << 16;

    readonly Dictionary<string, Entry> entries = [];
    Entry? last;

    /// <summary>What is made of a row's cells: as it was made before, or new.</summary>
    public T Of(SourceRow row, Func<SourceRow, T> make)
    {
        if (last?.Next is { } next && next.Fits(row, columns))
        {
            last = next;
            return next.Value;
        }

        var key = columns.Length == 1 ? row[columns[0]] : JoinedTable.Key(row, columns);
        if (!entries.TryGetValue(key, out var entry))
        {
            if (entries.Count == Most)
            {
                entries.Clear();
            }

            entries.Add(key, entry = new Entry(Cells(row), make(row)));
        }

        if (last is not null)
        {
            last.Next = entry;
        }

        last = entry;
        return entry.Value;
    }

    // A method of its own: a closure over the row would cost every row an object.
    string[] Cells(SourceRow row) => Array.ConvertAll(columns, c => row[c]);

    sealed class Entry(string[] cells, T value)
    {
        public T Value => value;

        public Entry? Next { get; set; }

        public bool Fits(SourceRow row, int[] columns)
        {
            for (var i = 0; i < cells.Length; i++)
            {
                if (cells[i] != row[columns[i]])
                {
                    return false;
                }
            }

            return true;
        }
    }
}
