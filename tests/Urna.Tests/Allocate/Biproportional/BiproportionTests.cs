using System.Collections.Immutable;
using Urna.Allocate.Biproportional;
using Urna.Allocate.Methods;

namespace Urna.Tests.Allocate.Biproportional;

/// <summary>Tables of seats against enumeration, against their own divisors, and against published examples.</summary>
public class BiproportionTests
{
    static readonly Gen<BiproportionalProblem> genSmall =
        Gen.Select(Gen.Int[1, 3], Gen.Int[1, 3], Generators.OneOf(Tables.Rules), Generators.OneOf(2L, 6, 40, 1L << 40)).SelectMany((rows, columns, rule, largest) => Gen.Select(
            Gen.Long[0, largest].Array[rows * columns],
            Gen.Int[0, 4].Array[rows],
            Gen.Int[0, columns - 1].Array[4 * rows],
            Gen.Int[0, 2].Array[rows * columns],
            Gen.Int[0, 3].Array[rows * columns],
            Gen.Int[0, 3],
            (weights, rowSeats, to, least, room, bounds) =>
            {
                int[] columnSeats = [.. Enumerable.Range(0, columns).Select(j => to.Take(rowSeats.Sum()).Count(t => t == j))];
                ImmutableArray<int> floor = [.. weights.Select((w, c) => w > 0 && least[c] == 2 ? 1 : 0)];
                ImmutableArray<int> roof = [.. room.Select((r, c) => r + floor[c])];
                return new BiproportionalProblem([.. weights], [.. rowSeats], [.. columnSeats], rule, bounds % 2 == 1 ? floor : [], bounds > 1 ? roof : []);
            }));

    static readonly Gen<BiproportionalProblem> genLarge =
        Gen.Select(Gen.Int[1, 12], Gen.Int[1, 9], Gen.Double[0.2, 3], Gen.Int[20, 62], Generators.OneOf(Tables.Rules)).SelectMany((rows, columns, tail, bits, rule) => Gen.Select(
            Gen.Double[0, 1].Array[rows * columns],
            Gen.Int[0, (rows * columns) - 1].Array[0, 120],
            (chance, seats) =>
            {
                // Pareto tails: from one vote to 2^bits. Seats are put into cells, so that a table exists.
                ImmutableArray<long> weights = [.. chance.Select(u => 1 + (long)((double)((1L << bits) - 1) * Math.Min(1, Math.Pow(1 - u, 8 * tail))))];
                int[] cells = [.. seats, .. Signposted(rule) ? Enumerable.Range(0, rows * columns) : []];
                return new BiproportionalProblem(
                    weights,
                    [.. Enumerable.Range(0, rows).Select(i => cells.Count(c => c / columns == i))],
                    [.. Enumerable.Range(0, columns).Select(j => cells.Count(c => c % columns == j))],
                    rule);
            }));

    static bool Signposted(DivisorRule rule) => rule.At(0).Numerator == 0;

    [Fact]
    public void Solve_SmallTable_IsTheBestOfAllTablesOrNoneExists() =>
        genSmall.Sample(
            p =>
            {
                var best = Tables.Best(p);
                return Biproportion.Solve(p) switch
                {
                    BiproportionalSeats s => best.Exists(b => b.SequenceEqual(s.Seats)) && TiesAre(p, s, best),
                    BiproportionalShortage s => best.Count == 0 && s.Seats > s.Room,
                    _ => false,
                };
            },
            iter: 20_000);

    [Fact]
    public void Solve_SmallTable_ItsDivisorsRoundToItsSeats() =>
        genSmall.Sample(p => Biproportion.Solve(p) is not BiproportionalSeats s || Tables.IsProven(p, s), iter: 20_000);

    /// <summary>Right divisors make a table the right one, so this needs no second program, however large the table.</summary>
    [Fact]
    public void Solve_LargeTableWithHeavyTails_ItsDivisorsRoundToItsSeats() =>
        genLarge.Sample(p => Biproportion.Solve(p) is BiproportionalSeats s && Tables.IsProven(p, s), iter: 3_000);

    /// <summary>Votes of 1 to 3 only: four tables in five have ties, and often many, which no decimals reach.</summary>
    [Fact]
    public void Solve_LargeTableOfTies_ItsFractionsRoundToItsSeats() =>
        Gen.Select(Gen.Int[5, 25], Gen.Int[4, 12]).SelectMany((rows, columns) => Gen.Select(
            Gen.Long[1, 3].Array[rows * columns], Gen.Int[0, rows - 1].Array[150], Gen.Int[0, columns - 1].Array[150], (weights, from, to) => new BiproportionalProblem(
                [.. weights],
                [.. Enumerable.Range(0, rows).Select(i => from.Count(f => f == i))],
                [.. Enumerable.Range(0, columns).Select(j => to.Count(t => t == j))],
                DivisorRule.SainteLague))).Sample(p => Biproportion.Solve(p) is BiproportionalSeats s && Tables.IsProven(p, s));

    /// <summary>Votes of 2^62 that differ by one vote: nearer than floating point can tell.</summary>
    [Fact]
    public void Solve_OneVoteInManyQuintillions_DecidesAndDoesNotTie()
    {
        const long many = 1L << 62;
        var p = new BiproportionalProblem([many, many - 1, many, many], [1, 1], [1, 1], DivisorRule.SainteLague);
        var s = Assert.IsType<BiproportionalSeats>(Biproportion.Solve(p));

        Assert.Equal([1, 0, 0, 1], s.Seats);
        Assert.Empty(s.Ties);
        Assert.True(Tables.IsProven(p, s));
    }

    [Fact]
    public void Solve_EqualVotes_AreATieOfAllFourCells()
    {
        var s = Assert.IsType<BiproportionalSeats>(Biproportion.Solve(new BiproportionalProblem([7, 7, 7, 7], [1, 1], [1, 1], DivisorRule.SainteLague)));
        Assert.Equal([(0, 0), (0, 1), (1, 0), (1, 1)], s.Ties.Select(t => (t.Row, t.Column)));
        Assert.All(s.Ties, t => Assert.Equal((0, 0), (t.Sure, t.Group)));
        Assert.Equal(2, s.Ties.Count(t => t.Has));
    }

    /// <summary>Anonymity: another order of rows and columns gives the same seats in that order.</summary>
    [Fact]
    public void Solve_OrderOfRowsAndColumns_DoesNotMatter() =>
        Gen.Select(genLarge, Gen.Int[0, 11], Gen.Int[0, 8]).Sample((p, turnRows, turnColumns) =>
        {
            var (rows, columns) = (p.RowSeats.Length, p.ColumnSeats.Length);
            int Row(int i) => (i + turnRows) % rows;
            int Column(int j) => columns - 1 - ((j + turnColumns) % columns);
            int[] order = [.. Enumerable.Range(0, rows * columns).Select(c => (Row(c / columns) * columns) + Column(c % columns))];
            var turned = new BiproportionalProblem(
                [.. order.Select(c => p.Weights[c])], [.. Enumerable.Range(0, rows).Select(i => p.RowSeats[Row(i)])], [.. Enumerable.Range(0, columns).Select(j => p.ColumnSeats[Column(j)])], p.Divisors);
            return Sure(p) is var sure && Sure(turned).SequenceEqual(order.Select(c => sure[c]));
        });

    /// <summary>The table turned on its side, and homogeneity: neither the side nor a factor for one row or one column changes a seat.</summary>
    [Fact]
    public void Solve_SideAndScale_DoNotMatter() =>
        Gen.Select(genSmall, Gen.Long[2, 900], Gen.Int[0, 2]).Sample((p, factor, line) =>
        {
            var (rows, columns) = (p.RowSeats.Length, p.ColumnSeats.Length);
            int[] order = [.. Enumerable.Range(0, rows * columns).Select(c => ((c % rows) * columns) + (c / rows))];
            var turned = new BiproportionalProblem(
                [.. order.Select(c => p.Weights[c] * (c / columns == line ? factor : 1) * (c % columns == line ? 3 : 1))],
                p.ColumnSeats,
                p.RowSeats,
                p.Divisors,
                p.Least.IsEmpty ? [] : [.. order.Select(c => p.Least[c])],
                p.Most.IsEmpty ? [] : [.. order.Select(c => p.Most[c])]);
            return Sure(p) is var sure && Sure(turned) is var other && (sure.Length == 0 ? other.Length == 0 : other.SequenceEqual(order.Select(c => sure[c])));
        });

    /// <summary>A sparse table exists exactly where the seats can flow from the rows to the columns; else the witness shows the gap.</summary>
    [Fact]
    public void Solve_SparseTable_IsFilledExactlyWhenSeatsCanFlow() =>
        Gen.Select(Gen.Int[1, 7], Gen.Int[1, 7], Gen.Double[0.1, 0.6]).SelectMany((rows, columns, density) => Gen.Select(
            Gen.Double[0, 1].Array[rows * columns], Gen.Int[0, rows - 1].Array[14], Gen.Int[0, columns - 1].Array[14], (chance, from, to) => new BiproportionalProblem(
                [.. chance.Select((u, c) => u < density ? 10L + c : 0)],
                [.. Enumerable.Range(0, rows).Select(i => from.Count(f => f == i))],
                [.. Enumerable.Range(0, columns).Select(j => to.Count(t => t == j))],
                DivisorRule.SainteLague))).Sample(p => Biproportion.Solve(p) switch
                {
                    BiproportionalSeats s => Flow(p) == p.RowSeats.Sum() && Tables.IsProven(p, s),
                    BiproportionalShortage s => Flow(p) < p.RowSeats.Sum() && Shows(p, s),
                    _ => false,
                });

    [Fact]
    public void Solve_ListThatRunsInTooFewPlaces_NamesItsColumnAndRows()
    {
        // The second column has votes in the second row only, which has one seat.
        var s = Assert.IsType<BiproportionalShortage>(Biproportion.Solve(new BiproportionalProblem([5, 0, 3, 9], [2, 1], [1, 2], DivisorRule.SainteLague)));
        Assert.True(s.Seats > s.Room);
    }

    [Fact]
    public void Solve_EmptyTable_HasNoSeats() =>
        Assert.Empty(Assert.IsType<BiproportionalSeats>(Biproportion.Solve(new BiproportionalProblem([], [], [], DivisorRule.SainteLague))).Seats);

    [Fact]
    public void Problem_SumsThatDiffer_Throw() =>
        Assert.Throws<ArgumentException>(() => new BiproportionalProblem([1, 1], [2], [1, 0], DivisorRule.SainteLague));

    [Fact]
    public void Solve_RootsAsDivisors_Throw() =>
        Assert.Throws<ArgumentException>(() => Biproportion.Solve(new BiproportionalProblem([1, 1], [2], [1, 1], DivisorRule.Hill)));

    /// <summary>Seats by cell that are sure whatever the ties; empty where nothing fills the table.</summary>
    static int[] Sure(BiproportionalProblem p)
    {
        if (Biproportion.Solve(p) is not BiproportionalSeats s)
        {
            return [];
        }

        int[] sure = [.. s.Seats];
        foreach (var tie in s.Ties)
        {
            sure[(tie.Row * p.ColumnSeats.Length) + tie.Column] = tie.Sure;
        }

        return sure;
    }

    /// <summary>The tied cells are those in which the best tables differ, and the sure seats are the least among these tables.</summary>
    static bool TiesAre(BiproportionalProblem p, BiproportionalSeats s, List<int[]> best) =>
        Enumerable.Range(0, s.Seats.Length).All(c =>
        {
            var (least, most) = (best.Min(b => b[c]), best.Max(b => b[c]));
            var tie = s.Ties.SingleOrDefault(t => (t.Row * p.ColumnSeats.Length) + t.Column == c);
            return tie is null ? least == most : most == least + 1 && tie.Sure == least && tie.Has == (s.Seats[c] == most);
        });

    /// <summary>Whether the rows' votes lie in too small a room: no cell of theirs elsewhere has votes.</summary>
    static bool Shows(BiproportionalProblem p, BiproportionalShortage s)
    {
        var elsewhere = Enumerable.Range(0, p.ColumnSeats.Length).Except(s.Columns).ToList();
        var closed = s.Rows.All(i => elsewhere.TrueForAll(j => p.Weights[(i * p.ColumnSeats.Length) + j] == 0));
        return s.Rows.Sum(i => p.RowSeats[i]) == s.Seats && s.Seats > s.Room && (!closed || s.Room == s.Columns.Sum(j => p.ColumnSeats[j]));
    }

    /// <summary>How many seats can go from rows to columns where there are votes (Ford and Fulkerson, one seat at a time).</summary>
    static int Flow(BiproportionalProblem p)
    {
        var (rows, columns) = (p.RowSeats.Length, p.ColumnSeats.Length);
        var flow = new int[rows * columns];
        var total = 0;
        while (Enumerable.Range(0, rows).Any(i => flow.Skip(i * columns).Take(columns).Sum() < p.RowSeats[i] && Send(i, new bool[rows])))
        {
            total++;
        }

        return total;

        bool Send(int i, bool[] seen)
        {
            seen[i] = true;
            for (var j = 0; j < columns; j++)
            {
                if (p.Weights[(i * columns) + j] == 0)
                {
                    continue;
                }

                if (Enumerable.Range(0, rows).Sum(k => flow[(k * columns) + j]) < p.ColumnSeats[j])
                {
                    flow[(i * columns) + j]++;
                    return true;
                }

                for (var k = 0; k < rows; k++)
                {
                    if (flow[(k * columns) + j] > 0 && !seen[k] && Send(k, seen))
                    {
                        flow[(k * columns) + j]--;
                        flow[(i * columns) + j]++;
                        return true;
                    }
                }
            }

            return false;
        }
    }
}
