using Urna.Numerics;

namespace Urna.Tests.Numerics;

/// <summary>The normal distribution against published values and itself.</summary>
public class StandardNormalTests
{
    /// <summary>Abramowitz and Stegun (1964), tables 26.1 and 26.2.</summary>
    [Theory]
    [InlineData(0, 0.5)]
    [InlineData(1, 0.841344746068543)]
    [InlineData(-2, 0.0227501319481792)]
    [InlineData(3, 0.998650101968370)]
    [InlineData(-5, 2.866515718791939e-7)]
    [InlineData(-10, 7.619853024160526e-24)]
    public void Below_IsThePublishedValue(double x, double expected) => Assert.Equal(1, StandardNormal.Below(x) / expected, 1e-8);

    [Fact]
    public void Quantile_UndoesBelow() =>
        Gen.Double[-8, 5].Sample(x => Math.Abs(StandardNormal.Quantile(StandardNormal.Below(x)) - x) < 1e-8);

    /// <summary>Far out on the right, where 1 − 1 would be left.</summary>
    [Fact]
    public void Between_IsTheSameOnBothSides() =>
        Gen.Double[0, 30].Sample(a => StandardNormal.Between(a, a + 1) is > 0 and var mass && Math.Abs((StandardNormal.Between(-a - 1, -a) / mass) - 1) < 1e-9);

    [Fact]
    public void Exponential_HasMeanOne_AndSplitsDiffer()
    {
        var source = new RandomSource(1);

        Assert.Equal(1, Enumerable.Range(0, 100_000).Average(_ => source.Exponential()), 0.02);
        Assert.Equal(1_000, Enumerable.Range(0, 1_000).Select(i => new RandomSource(1).Split(i).Bits()).Distinct().Count());
    }

    [Fact]
    public void LogFactorial_IsTheProduct()
    {
        Assert.Equal(Math.Log(3_628_800), LogFactorial.Of(10), 1e-12);
        Assert.Equal(LogFactorial.Of(1_023) + Math.Log(1_024), LogFactorial.Of(1_024), 1e-9);
    }
}
