using System.Collections.Immutable;
using System.Numerics;
using Urna.Numerics;

namespace Urna.Allocate.Biproportional;

/// <summary>A decimal number: digits and a power of ten.</summary>
/// <param name="Mantissa">The digits, ≥ 1.</param>
/// <param name="Exponent">The power of ten.</param>
readonly record struct ShortDecimal(long Mantissa, int Exponent)
{
    // Logarithms are wrong by less than 1e-13; the exact proof follows in any case.
    const double Margin = 1e-12;

    /// <summary>The nearest number.</summary>
    public double Value => Exponent >= 0 ? Mantissa * Math.Pow(10, Exponent) : Mantissa / Math.Pow(10, -Exponent);

    /// <summary>The same, exactly.</summary>
    public Fraction Exact => Fraction.OfDecimal(Mantissa, Exponent);

    /// <summary>The shortest decimal between two logarithms; null where they are too near.</summary>
    public static ShortDecimal? Between(double low, double high)
    {
        if (double.IsInfinity(low) || double.IsInfinity(high))
        {
            var middle = Scaling.Middle(low, high);
            (low, high) = (Math.Max(low, middle - 0.5), Math.Min(high, middle + 0.5));
        }

        var (from, to, best) = (Math.Exp(low) * (1 + Margin), Math.Exp(high) * (1 - Margin), Math.Exp((low + high) / 2));
        if (!(from < to))
        {
            return null;
        }

        for (var exponent = (int)Math.Floor(Math.Log10(to - from)) + 1; ; exponent--)
        {
            var mantissa = Math.Round(exponent >= 0 ? best / Math.Pow(10, exponent) : best * Math.Pow(10, -exponent));
            if (mantissa > 1L << 53)
            {
                return null;
            }

            var candidate = new ShortDecimal((long)mantissa, exponent);
            if (candidate.Mantissa > 0 && candidate.Value > from && candidate.Value < to)
            {
                return candidate;
            }
        }
    }
}

/// <summary>Short decimal divisors, and the proof in whole numbers that they give the table and no other.</summary>
static class DecimalDivisors
{
    static readonly UInt128[] powers = [.. Enumerable.Range(0, 39).Select(e => (UInt128)BigInteger.Pow(10, e))];

    /// <summary>The proven table; null where no short decimals lie strictly within all bounds, as in a tie.</summary>
    /// <param name="table">A table with the right sums, its divisors centred.</param>
    public static BiproportionalSeats? Prove(SeatTable table)
    {
        Level(table);
        var (rows, columns) = (new ShortDecimal[table.Rows], new ShortDecimal[table.Columns]);
        return Choose(columns, table.ColumnLog, table.ColumnInterval) && Choose(rows, table.RowLog, table.RowInterval)
            && Choose(columns, table.ColumnLog, table.ColumnInterval) && Choose(rows, table.RowLog, table.RowInterval)
            && IsStrictlyInOrder(table, rows, columns)
            ? new BiproportionalSeats([.. table.Seats], [.. rows.Select(r => r.Exact)], [.. columns.Select(c => c.Exact)], [])
            : null;
    }

    /// <summary>Brings the columns' divisors near 1, as officials publish them; the rows' become votes a seat.</summary>
    static void Level(SeatTable table)
    {
        var (weight, sum) = (0.0, 0.0);
        for (var column = 0; column < table.Columns; column++)
        {
            weight += table.ColumnTarget(column);
            sum += table.ColumnTarget(column) * table.ColumnLog[column];
        }

        var shift = weight > 0 ? sum / weight : 0;
        for (var column = 0; column < table.Columns; column++)
        {
            table.ColumnLog[column] -= shift;
        }

        for (var row = 0; row < table.Rows; row++)
        {
            table.RowLog[row] += shift;
        }
    }

    static bool Choose(ShortDecimal[] chosen, double[] logs, Func<int, (double Low, double High)> interval)
    {
        for (var line = 0; line < chosen.Length; line++)
        {
            var (low, high) = interval(line);
            if (ShortDecimal.Between(low, high) is not { } found)
            {
                return false;
            }

            (chosen[line], logs[line]) = (found, Math.Log(found.Value));
        }

        return true;
    }

    /// <summary>Whether every cell lies strictly between its two signposts: then no other table has divisors.</summary>
    static bool IsStrictlyInOrder(SeatTable table, ShortDecimal[] rows, ShortDecimal[] columns)
    {
        for (int row = 0, cell = 0; row < rows.Length; row++)
        {
            for (var column = 0; column < columns.Length; column++, cell++)
            {
                if ((table.CanGain(cell) && Compare(table, cell, table.Seats[cell], rows[row], columns[column]) >= 0)
                    || (table.CanLose(cell) && Compare(table, cell, table.Seats[cell] - 1, rows[row], columns[column]) <= 0))
                {
                    return false;
                }
            }
        }

        return true;
    }

    /// <summary>How a cell's votes compare with a signpost times its divisors, exactly: v · q against p · r · c · 10^e.</summary>
    static int Compare(SeatTable table, int cell, int signpost, ShortDecimal row, ShortDecimal column)
    {
        var (numerator, denominator) = (table.Posts.Numerator(signpost), table.Posts.Denominator(signpost));
        var exponent = row.Exponent + column.Exponent;
        var (left, right) = (Math.Max(-exponent, 0), Math.Max(exponent, 0));
        var leftBits = Bits((UInt128)table.Votes(cell)) + Bits((UInt128)denominator) + (left < powers.Length ? Bits(powers[left]) : 999);
        var rightBits = Bits((UInt128)numerator) + Bits((UInt128)row.Mantissa) + Bits((UInt128)column.Mantissa) + (right < powers.Length ? Bits(powers[right]) : 999);
        return leftBits <= 128 && rightBits <= 128
            ? ((UInt128)table.Votes(cell) * (UInt128)denominator * powers[left]).CompareTo((UInt128)numerator * (UInt128)row.Mantissa * (UInt128)column.Mantissa * powers[right])
            : ((BigInteger)table.Votes(cell) * denominator * BigInteger.Pow(10, left)).CompareTo((BigInteger)numerator * row.Mantissa * column.Mantissa * BigInteger.Pow(10, right));
    }

    static int Bits(UInt128 value) => 128 - (int)UInt128.LeadingZeroCount(value);
}
