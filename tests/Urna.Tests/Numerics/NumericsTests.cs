using MathNet.Numerics;
using Urna.Numerics;

namespace Urna.Tests.Numerics;

/// <summary>Special functions, draws and fits, against MathNet and against what defines them.</summary>
public class NumericsTests
{
    [Fact]
    public void LogGamma_AgreesWithMathNet() =>
        Gen.Double[0.01, 1e7].Sample(x => Assert.Equal(SpecialFunctions.GammaLn(x), LogGamma.Of(x), 1e-9 * Math.Max(1, Math.Abs(SpecialFunctions.GammaLn(x)))));

    [Fact]
    public void LogFactorial_AgreesWithMathNet() =>
        Gen.Int[0, 100_000].Sample(n => Assert.Equal(SpecialFunctions.FactorialLn(n), LogFactorial.Of(n), 1e-9 * Math.Max(1, SpecialFunctions.FactorialLn(n))));

    [Fact]
    public void Normal_AgreesWithMathNet()
    {
        Gen.Double[-8, 8].Sample(x => Assert.Equal(MathNet.Numerics.Distributions.Normal.CDF(0, 1, x), StandardNormal.Below(x), 1e-9));
        Gen.Double[1e-9, 1 - 1e-9].Sample(p => Assert.Equal(MathNet.Numerics.Distributions.Normal.InvCDF(0, 1, p), StandardNormal.Quantile(p), 1e-6));
        Gen.Select(Gen.Double[-6, 6], Gen.Double[0, 3]).Sample((a, width) =>
            Assert.Equal(MathNet.Numerics.Distributions.Normal.CDF(0, 1, a + width) - MathNet.Numerics.Distributions.Normal.CDF(0, 1, a), StandardNormal.Between(a, a + width), 1e-9));
    }

    [Fact]
    public void Sums_AddUpAndNormalise() =>
        Gen.Double[0.001, 1_000].Array[12].Sample(values =>
        {
            Assert.Equal(values.Sum(), Sums.Of(values), 1e-9 * values.Sum());
            var table = values.ToArray();
            Sums.NormaliseRows(table, 4);
            for (var row = 0; row < 3; row++)
            {
                Assert.Equal(1, table.AsSpan(row * 4, 4).ToArray().Sum(), 1e-12);
                Assert.Equal(values[row * 4] / values.AsSpan(row * 4, 4).ToArray().Sum(), table[row * 4], 1e-12);
            }
        });

    /// <summary>The fit has the margins that were asked for, and the odds ratios that it began with.</summary>
    [Fact]
    public void ProportionalFit_HasTheMarginsAndKeepsTheOddsRatios() =>
        Gen.Select(Gen.Double[0.1, 10].Array[6], Gen.Double[0.1, 10].Array[6]).Sample((start, other) =>
        {
            var table = start.ToArray();
            double[] rows = [other[..3].Sum(), other[3..].Sum()];
            double[] columns = [other[0] + other[3], other[1] + other[4], other[2] + other[5]];
            ProportionalFit.Fit(table, rows, columns);

            Assert.Equal(rows[0], table[..3].Sum(), 1e-8);
            Assert.Equal(columns[2], table[2] + table[5], 1e-8);
            Assert.Equal(start[0] * start[4] / (start[1] * start[3]), table[0] * table[4] / (table[1] * table[3]), 1e-6 * start[0] * start[4] / (start[1] * start[3]));
        });

    /// <summary>Means and variances of 40,000 draws lie within five standard errors of those of the distribution.</summary>
    [Theory]
    [InlineData(7, 0.3)]
    [InlineData(200, 0.02)]
    [InlineData(5_000, 0.47)]
    [InlineData(3, 1)]
    [InlineData(3, 0)]
    public void Binomial_HasItsMeanAndVariance(long trials, double chance)
    {
        const int n = 40_000;
        var random = new RandomSource(11);
        var draws = Enumerable.Range(0, n).Select(_ => (double)random.Binomial(trials, chance)).ToList();
        var (mean, variance) = (trials * chance, trials * chance * (1 - chance));

        Assert.All(draws, d => Assert.InRange(d, 0, trials));
        Assert.InRange(draws.Average(), mean - (5 * Math.Sqrt(variance / n)) - 1e-12, mean + (5 * Math.Sqrt(variance / n)) + 1e-12);
        Assert.InRange(draws.Sum(d => (d - mean) * (d - mean)) / n, variance * 0.95, (variance * 1.05) + 1e-12);
    }

    [Fact]
    public void Multinomial_KeepsEverybody()
    {
        var random = new RandomSource(3);
        Gen.Select(Gen.Long[0, 100_000], Gen.Double[0.01, 1].Array[1, 6]).Sample((people, weights) =>
        {
            var counts = new long[weights.Length];
            random.Multinomial(people, weights.Select(w => w / weights.Sum()).ToArray(), counts);
            Assert.Equal(people, counts.Sum());
            Assert.All(counts, c => Assert.True(c >= 0));
        }, threads: 1);
    }

    [Fact]
    public void Normal_OfTheSource_HasMeanZeroAndVarianceOne()
    {
        const int n = 100_000;
        var random = new RandomSource(5);
        var draws = Enumerable.Range(0, n).Select(_ => random.Normal()).ToList();

        Assert.InRange(draws.Average(), -5 / Math.Sqrt(n), 5 / Math.Sqrt(n));
        Assert.InRange(draws.Sum(d => d * d) / n, 0.97, 1.03);
        Assert.InRange(draws.Count(d => d < 1) / (double)n, StandardNormal.Below(1) - 0.01, StandardNormal.Below(1) + 0.01);
    }

    /// <summary>The parts of one seed are streams of their own, the same each time.</summary>
    [Fact]
    public void Source_SplitsIntoStreamsThatDoNotMeet()
    {
        var streams = Enumerable.Range(0, 50).Select(part => new RandomSource(9).Split(part).Bits()).ToList();

        Assert.Equal(50, streams.Distinct().Count());
        Assert.Equal(streams, Enumerable.Range(0, 50).Select(part => new RandomSource(9).Split(part).Bits()));
        Assert.All(Enumerable.Range(0, 1_000).Select(_ => new RandomSource(9).Uniform()), u => Assert.InRange(u, 0, 1 - 1e-17));
    }

    [Fact]
    public void Gamma_OfALog_HasTheMeanOfTheShape()
    {
        const int n = 40_000;
        var random = new RandomSource(8);
        foreach (var shape in new[] { 0.3, 1, 4.5 })
        {
            var mean = Enumerable.Range(0, n).Average(_ => Math.Exp(random.LogGammaDraw(shape)));
            Assert.InRange(mean, shape - (6 * Math.Sqrt(shape / n)), shape + (6 * Math.Sqrt(shape / n)));
        }
    }
}
