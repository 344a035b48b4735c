namespace Urna.Allocate.Biproportional;

/// <summary>A table while its seats are sought: seats, and multipliers as logarithms that only guide.</summary>
/// <remarks>
/// With R and C the divisors, a cell of v votes and x seats is in order if v / D(x) ≤ R · C ≤ v / D(x − 1), D the signposts. In logarithms these
/// are the cell's <see cref="Gain"/>, the quotient with which it would win its next seat, and its <see cref="Loss"/>, that of its last.
/// </remarks>
sealed class SeatTable
{
    readonly BiproportionalProblem problem;
    readonly double[] logs;
    readonly int[] least;
    readonly int[] most;

    /// <summary>Lays out a table without seats but the least of each cell.</summary>
    public SeatTable(BiproportionalProblem problem)
    {
        this.problem = problem;
        (Rows, Columns) = (problem.RowSeats.Length, problem.ColumnSeats.Length);
        Posts = new Signposts(problem.Divisors, problem.RowSeats.Concat(problem.ColumnSeats).DefaultIfEmpty().Max() + 1);
        var cells = Rows * Columns;
        (Seats, least, most) = (new int[cells], new int[cells], new int[cells]);
        (logs, Gain, Loss) = (new double[cells], new double[cells], new double[cells]);
        (RowLog, ColumnLog) = (new double[Rows], new double[Columns]);
        for (var c = 0; c < cells; c++)
        {
            var votes = problem.Weights[c];
            logs[c] = Math.Log(votes);
            most[c] = problem.MostAt(c);
            least[c] = Math.Max(problem.Least.IsEmpty ? 0 : problem.Least[c], Posts.StartsAtZero ? Math.Min(1, most[c]) : 0);
            Set(c, least[c]);
        }
    }

    /// <summary>Number of rows.</summary>
    public int Rows { get; }

    /// <summary>Number of columns.</summary>
    public int Columns { get; }

    /// <summary>The signposts.</summary>
    public Signposts Posts { get; }

    /// <summary>Seats by cell.</summary>
    public int[] Seats { get; }

    /// <summary>By cell, the logarithm of the quotient of its next seat; minus infinity where it can have no more.</summary>
    public double[] Gain { get; }

    /// <summary>By cell, the logarithm of the quotient of its last seat; infinity where it must keep it.</summary>
    public double[] Loss { get; }

    /// <summary>By row, the logarithm of its divisor.</summary>
    public double[] RowLog { get; }

    /// <summary>By column, the logarithm of its divisor.</summary>
    public double[] ColumnLog { get; }

    /// <summary>Votes of a cell.</summary>
    public long Votes(int cell) => problem.Weights[cell];

    /// <summary>Seats that a row must have.</summary>
    public int RowTarget(int row) => problem.RowSeats[row];

    /// <summary>Seats that a column must have.</summary>
    public int ColumnTarget(int column) => problem.ColumnSeats[column];

    /// <summary>The least seats of a cell.</summary>
    public int Least(int cell) => least[cell];

    /// <summary>The most seats of a cell.</summary>
    public int Most(int cell) => most[cell];

    /// <summary>Whether a cell can have one more seat.</summary>
    public bool CanGain(int cell) => Seats[cell] < most[cell];

    /// <summary>Whether a cell can have one seat fewer.</summary>
    public bool CanLose(int cell) => Seats[cell] > least[cell];

    /// <summary>Gives a cell its seats.</summary>
    public void Set(int cell, int seats)
    {
        Seats[cell] = seats;
        Gain[cell] = seats < most[cell] ? logs[cell] - Posts.Logs[seats] : double.NegativeInfinity;
        Loss[cell] = seats > least[cell] ? logs[cell] - Posts.Logs[seats - 1] : double.PositiveInfinity;
    }

    /// <summary>Seats in a column.</summary>
    public int InColumn(int column)
    {
        var sum = 0;
        for (var c = column; c < Seats.Length; c += Columns)
        {
            sum += Seats[c];
        }

        return sum;
    }

    /// <summary>Where a row's divisor must lie for its cells to be in order, as logarithms.</summary>
    public (double Low, double High) RowInterval(int row) => Interval(row * Columns, 1, ColumnLog);

    /// <summary>Where a column's divisor must lie for its cells to be in order, as logarithms.</summary>
    public (double Low, double High) ColumnInterval(int column) => Interval(column, Columns, RowLog);

    (double Low, double High) Interval(int start, int stride, double[] across)
    {
        var (low, high) = (double.NegativeInfinity, double.PositiveInfinity);
        var c = start;
        foreach (var other in across)
        {
            low = Math.Max(low, Gain[c] - other);
            high = Math.Min(high, Loss[c] - other);
            c += stride;
        }

        return (low, high);
    }
}
