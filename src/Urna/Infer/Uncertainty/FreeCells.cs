namespace Urna.Infer.Uncertainty;

/// <summary>The cells of a table of shares that can move by themselves; one cell of each row gives way to them.</summary>
sealed class FreeCells
{
    /// <summary>A share nearer to 0 or 1 than this is at the boundary.</summary>
    public const double Boundary = 1e-7;

    readonly int[] yielding;

    /// <summary>Finds them.</summary>
    /// <param name="shares">P(column | row), shape [rows × columns].</param>
    /// <param name="columns">The number of columns.</param>
    public FreeCells(ReadOnlySpan<double> shares, int columns)
    {
        var cells = new List<int>();
        AtBoundary = new bool[shares.Length];
        yielding = new int[shares.Length / columns];
        for (var g = 0; g < yielding.Length; g++)
        {
            var row = shares.Slice(g * columns, columns);
            yielding[g] = (g * columns) + LargestOf(row);
            for (var c = 0; c < columns; c++)
            {
                var i = (g * columns) + c;
                AtBoundary[i] = row[c] is < Boundary or > 1 - Boundary;
                if (i != yielding[g] && !AtBoundary[i])
                {
                    cells.Add(i);
                }
            }
        }

        Cells = [.. cells];
        Columns = columns;
    }

    /// <summary>Indices of the free cells.</summary>
    public int[] Cells { get; }

    /// <summary>By cell, whether its share is 0 or 1.</summary>
    public bool[] AtBoundary { get; }

    /// <summary>The number of columns.</summary>
    public int Columns { get; }

    /// <summary>The cell that gives way to a free cell: the largest of its row.</summary>
    /// <param name="cell">The free cell's index.</param>
    public int YieldingTo(int cell) => yielding[cell / Columns];

    /// <summary>Moves of the free cells as moves of every cell.</summary>
    /// <param name="moves">By free cell.</param>
    /// <param name="all">By cell, shape [rows × columns].</param>
    public void Spread(ReadOnlySpan<double> moves, Span<double> all)
    {
        all.Clear();
        for (var k = 0; k < Cells.Length; k++)
        {
            all[Cells[k]] += moves[k];
            all[YieldingTo(Cells[k])] -= moves[k];
        }
    }

    static int LargestOf(ReadOnlySpan<double> row)
    {
        var most = 0;
        for (var c = 1; c < row.Length; c++)
        {
            most = row[c] > row[most] ? c : most;
        }

        return most;
    }
}
