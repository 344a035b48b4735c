using System.Collections.Immutable;
using Urna.Infer.Tables;
using Urna.Numerics;

namespace Urna.Tests.Infer;

/// <summary>Made problems, with and without known truth.</summary>
static class Problems
{
    /// <summary>Units' tables of people by row and column, from which both margins follow.</summary>
    public static readonly Gen<(int Rows, int Columns, long[][] Tables)> Truth =
        from rows in Gen.Int[1, 4]
        from columns in Gen.Int[1, 4]
        from tables in Gen.Long[0, 500].Array[rows * columns].Array[3, 12]
        select (rows, columns, tables);

    /// <summary>Small counts with zeros, single persons and margins that differ.</summary>
    public static readonly Gen<TransferProblem> Ragged =
        from rows in Gen.Int[1, 5]
        from columns in Gen.Int[1, 6]
        from units in Gen.Int[1, 40]
        from people in Gen.OneOf(Gen.Const(0L), Gen.Const(1L), Gen.Long[0, 60]).Array[units * rows]
        from votes in Gen.OneOf(Gen.Const(0L), Gen.Const(1L), Gen.Long[0, 60]).Array[units * columns]
        select new TransferProblem(Names("r", rows), Names("c", columns), Names("u", units), people, votes);

    public static TransferProblem Of((int Rows, int Columns, long[][] Tables) truth) => new(
        Names("r", truth.Rows),
        Names("c", truth.Columns),
        Names("u", truth.Tables.Length),
        [.. truth.Tables.SelectMany(t => Enumerable.Range(0, truth.Rows).Select(g => t.Skip(g * truth.Columns).Take(truth.Columns).Sum()))],
        [.. truth.Tables.SelectMany(t => Enumerable.Range(0, truth.Columns).Select(c => Enumerable.Range(0, truth.Rows).Sum(g => t[(g * truth.Columns) + c])))]);

    /// <summary>A large problem of any shape, from a seed.</summary>
    public static TransferProblem Large(int units, int rows, int columns, ulong seed)
    {
        var random = new RandomSource(seed);
        return Of((rows, columns, [.. Enumerable.Range(0, units).Select(_ => Enumerable.Range(0, rows * columns).Select(i => (long)(random.Exponential() * (1 + (i % 7)))).ToArray())]));
    }

    /// <summary>Shares of rows that are uniform on the simplex.</summary>
    public static double[] Shares(int rows, int columns, ulong seed)
    {
        var random = new RandomSource(seed);
        return [.. Enumerable.Range(0, rows).SelectMany(_ =>
        {
            var row = Enumerable.Range(0, columns).Select(_ => random.Exponential()).ToArray();
            return row.Select(share => share / row.Sum());
        })];
    }

    public static ImmutableArray<string> Names(string prefix, int count) => [.. Enumerable.Range(0, count).Select(i => $"{prefix}{i}")];

    public static double Furthest(IEnumerable<double> a, IEnumerable<double> b) => a.Zip(b).Max(p => double.IsNaN(p.First - p.Second) ? double.PositiveInfinity : Math.Abs(p.First - p.Second));

    public static void AssertClose(IReadOnlyCollection<double> expected, IReadOnlyCollection<double> actual, double tolerance)
    {
        Assert.Equal(expected.Count, actual.Count);
        var furthest = Furthest(expected, actual);
        Assert.True(furthest <= tolerance, $"The largest difference is {furthest:E2}, above {tolerance:E0}.");
    }
}
