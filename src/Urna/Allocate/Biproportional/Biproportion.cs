namespace Urna.Allocate.Biproportional;

/// <summary>Biproportional apportionment: seats in a table whose rows and columns have theirs given.</summary>
/// <remarks>
/// Every cell is its votes over a row's and a column's divisor, rounded. Such a table exists whenever any table has the right sums and no
/// seats without votes, and it is unique but for ties: Balinski &amp; Demange (1989), Mathematics of Operations Research 14(4); Pukelsheim (2017), Proportional
/// Representation, 2nd ed., ch. 14. Floating point finds the table; integers prove it, or correct it.
/// </remarks>
public static class Biproportion
{
    /// <summary>Fills a table, or says why nothing can.</summary>
    /// <param name="problem">The votes, and the seats of rows and columns.</param>
    /// <exception cref="ArgumentException">The divisors are roots.</exception>
    public static BiproportionalResult Solve(BiproportionalProblem problem)
    {
        ArgumentNullException.ThrowIfNull(problem);
        var table = new SeatTable(problem);
        if (Room.ShortLine(table) is { } line)
        {
            return line;
        }

        Scaling.Apply(table);
        if (Transfers.Apply(table) is { } closed)
        {
            return Room.Witness(table, closed.Rows, closed.Columns);
        }

        var width = Centring.Apply(table);
        return (width > 0 ? DecimalDivisors.Prove(table) : null) ?? ExactProof.Of(table);
    }
}
