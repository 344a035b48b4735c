namespace Urna.Allocate.Biproportional;

/// <summary>A table with ties, while drawings of lots decide them cell by cell.</summary>
/// <remarks>
/// A drawing says that a cell has the seat. If the table at hand gives it to others, seats move round a cycle of tied cells through that cell; what is then
/// on no cycle any more is decided with it. So a drawing that contradicts earlier ones finds its cell decided, and says nothing.
/// </remarks>
sealed class DrawnTable
{
    readonly int columns;
    readonly int nodes;
    readonly HashSet<int> open;

    /// <summary>A table before any drawing.</summary>
    public DrawnTable(BiproportionalSeats table)
    {
        columns = table.ColumnDivisors.Length;
        nodes = columns + table.RowDivisors.Length;
        Seats = [.. table.Seats];
        Least = [.. table.Seats];
        foreach (var tie in table.Ties)
        {
            Least[(tie.Row * columns) + tie.Column] = tie.Sure;
        }

        open = [.. table.Ties.Select(t => (t.Row * columns) + t.Column)];
    }

    /// <summary>Seats by cell in one of the right tables that the drawings leave.</summary>
    public int[] Seats { get; }

    /// <summary>Whether a cell's last seat is still open.</summary>
    public bool IsOpen(int cell) => open.Contains(cell);

    /// <summary>Seats that a cell has whatever is still to be drawn.</summary>
    public int Sure(int cell) => IsOpen(cell) ? Least[cell] : Seats[cell];

    int[] Least { get; }

    /// <summary>Gives a cell its tied seat, if it is still open.</summary>
    public void Draw(int cell)
    {
        if (!open.Contains(cell))
        {
            return;
        }

        if (!Has(cell))
        {
            MoveRound(cell);
        }

        open.Remove(cell);
        Settle();
    }

    bool Has(int cell) => Seats[cell] > Least[cell];

    /// <summary>Moves seats round the shortest cycle of open cells through one that gains.</summary>
    void MoveRound(int cell)
    {
        // From the cell's row to its column: a row gives a seat of its own up in a column, and there another row takes one.
        var (start, end) = (columns + (cell / columns), cell % columns);
        var before = new Dictionary<int, int> { [start] = -1 };
        var queue = new Queue<int>([start]);
        while (queue.TryDequeue(out var node) && node != end)
        {
            foreach (var next in Arrows(node).Where(n => before.TryAdd(n, node)))
            {
                queue.Enqueue(next);
            }
        }

        for (var node = end; before[node] is var source && source >= 0; node = source)
        {
            Seats[CellOf(node, source)] += node < columns ? -1 : 1;
        }

        Seats[cell]++;
    }

    /// <summary>Closes what lies on no cycle of open cells any more.</summary>
    void Settle()
    {
        var component = Components.Of([.. Enumerable.Range(0, nodes).Select(n => Arrows(n).ToList())]);
        open.RemoveWhere(c => component[c % columns] != component[columns + (c / columns)]);
    }

    /// <summary>From a row to the columns where it may give its tied seat up, from a column to the rows that may take one there.</summary>
    IEnumerable<int> Arrows(int node) => node < columns
        ? open.Where(c => c % columns == node && !Has(c)).Order().Select(c => columns + (c / columns))
        : open.Where(c => columns + (c / columns) == node && Has(c)).Order().Select(c => c % columns);

    int CellOf(int a, int b) => ((Math.Max(a, b) - columns) * columns) + Math.Min(a, b);
}
