using System.Collections.Immutable;
using System.Numerics;
using Urna.Allocate.Biproportional;
using Urna.Allocate.Methods;

namespace Urna.Tests.Allocate.Biproportional;

/// <summary>Small tables, and what is right for them by plain enumeration.</summary>
static class Tables
{
    /// <summary>Where a quotient is rounded up, as a fraction; written anew, so that the kernel's own are tested.</summary>
    public static (BigInteger Numerator, BigInteger Denominator) Signpost(DivisorRule rule, int k) => rule.Name switch
    {
        "sainte-lague" => ((2 * k) + 1, 2),
        "dhondt" => (k + 1, 1),
        "adams" => (k, 1),
        "danish" => ((3 * k) + 1, 3),
        "modified-sainte-lague" => (k == 0 ? 7 : (10 * k) + 5, 10),
        "imperiali" => (k + 2, 1),
        "dean" => (2 * k * (k + 1), (2 * k) + 1),
        "macau" => (BigInteger.One << k, 1),
        _ => throw new ArgumentException(rule.Name, nameof(rule)),
    };

    public static DivisorRule[] Rules { get; } = [.. DivisorRule.Known.Where(r => r.Name != "hill")];

    /// <summary>Whether the seats have the right sums, and each is its quotient rounded, within the least and most of its cell.</summary>
    public static bool IsProven(BiproportionalProblem p, BiproportionalSeats s)
    {
        var columns = p.ColumnSeats.Length;
        var sums = Enumerable.Range(0, p.RowSeats.Length).All(i => s.Seats.Skip(i * columns).Take(columns).Sum() == p.RowSeats[i])
            && Enumerable.Range(0, columns).All(j => s.Seats.Where((_, c) => c % columns == j).Sum() == p.ColumnSeats[j]);
        return sums && Enumerable.Range(0, s.Seats.Length).All(c => IsRounded(p, s, c));
    }

    /// <summary>Every table with the right sums that maximises the product of votes over divisors, seat by seat.</summary>
    public static List<int[]> Best(BiproportionalProblem p)
    {
        var best = new List<int[]>();
        (BigInteger Numerator, BigInteger Denominator) most = (-1, 1);
        foreach (var seats in All(p))
        {
            var product = Product(p, seats);
            var order = (product.Numerator * most.Denominator).CompareTo(most.Numerator * product.Denominator);
            if (order > 0)
            {
                best.Clear();
                most = product;
            }

            if (order >= 0)
            {
                best.Add(seats);
            }
        }

        return best;
    }

    static bool IsRounded(BiproportionalProblem p, BiproportionalSeats s, int cell)
    {
        var (row, column, votes, seats) = (s.RowDivisors[cell / p.ColumnSeats.Length], s.ColumnDivisors[cell % p.ColumnSeats.Length], p.Weights[cell], s.Seats[cell]);
        var least = Least(p, cell);
        if (votes == 0 || row.Numerator <= 0 || column.Numerator <= 0)
        {
            return seats == 0 && row.Numerator > 0 && column.Numerator > 0;
        }

        // v / (r · c) against a signpost.
        int Against(int k) => (votes * row.Denominator * column.Denominator * Signpost(p.Divisors, k).Denominator)
            .CompareTo(Signpost(p.Divisors, k).Numerator * row.Numerator * column.Numerator);
        var tied = s.Ties.Any(t => (t.Row * p.ColumnSeats.Length) + t.Column == cell);
        return seats >= least && seats <= Most(p, cell)
            && (seats == Most(p, cell) || Against(seats) <= 0)
            && (seats == least || Against(seats - 1) >= 0)
            && (!tied || Against(seats) == 0 || Against(seats - 1) == 0);
    }

    static IEnumerable<int[]> All(BiproportionalProblem p)
    {
        var columns = p.ColumnSeats.Length;
        var seats = new int[p.Weights.Length];
        return Fill(0, p.RowSeats.IsEmpty ? 0 : p.RowSeats[0]);

        IEnumerable<int[]> Fill(int cell, int left)
        {
            if (cell == seats.Length)
            {
                if (left == 0 && Enumerable.Range(0, columns).All(j => seats.Where((_, c) => c % columns == j).Sum() == p.ColumnSeats[j]))
                {
                    yield return [.. seats];
                }

                yield break;
            }

            for (var x = Least(p, cell); x <= Math.Min(left, Most(p, cell)); x++)
            {
                seats[cell] = x;
                var rowEnds = (cell + 1) % columns == 0;
                if (rowEnds && x < left)
                {
                    continue;
                }

                var next = !rowEnds ? left - x : (cell + 1) / columns < p.RowSeats.Length ? p.RowSeats[(cell + 1) / columns] : 0;
                foreach (var filled in Fill(cell + 1, next))
                {
                    yield return filled;
                }
            }

            seats[cell] = 0;
        }
    }

    static (BigInteger Numerator, BigInteger Denominator) Product(BiproportionalProblem p, int[] seats)
    {
        var (numerator, denominator) = (BigInteger.One, BigInteger.One);
        for (var c = 0; c < seats.Length; c++)
        {
            for (var k = Least(p, c); k < seats[c]; k++)
            {
                var post = Signpost(p.Divisors, k);
                numerator *= p.Weights[c] * post.Denominator;
                denominator *= post.Numerator;
            }
        }

        return (numerator, denominator);
    }

    static int Least(BiproportionalProblem p, int cell) =>
        Math.Max(p.Least.IsEmpty ? 0 : p.Least[cell], Most(p, cell) > 0 && Signpost(p.Divisors, 0).Numerator == 0 ? 1 : 0);

    static int Most(BiproportionalProblem p, int cell) => p.Weights[cell] == 0 ? 0 : p.Most.IsEmpty ? int.MaxValue : p.Most[cell];
}
