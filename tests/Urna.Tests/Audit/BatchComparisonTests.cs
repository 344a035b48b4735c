using System.Collections.Immutable;
using Urna.Audit;
using Urna.Numerics;

namespace Urna.Tests.Audit;

/// <summary>Known answers of batch comparison, and what every such audit must obey.</summary>
public class BatchComparisonTests
{
    static BatchComparison Contest(int large, long winner, long loser, long ballots) => new(
        [
            .. Enumerable.Range(0, large).Select(i => new Batch($"large {i}", ballots, [winner, loser])),
            .. Enumerable.Range(0, large).Select(i => new Batch($"small {i}", ballots / 2, [winner / 2, loser / 2])),
        ],
        [0]);

    [Theory]
    [InlineData(200, 200, 180, 400, 21, 1, 30)]
    [InlineData(100, 200, 160, 400, 11, 1, 16)]
    [InlineData(60, 200, 140, 400, 23, 3, 11)]
    public void Bounds_AndFirstRounds_AreThoseOfKnownTools(int batches, long winner, long loser, long ballots, long numerator, long denominator, int first)
    {
        var audit = Contest(batches, winner, loser, ballots);
        Assert.Equal(new Fraction(numerator, denominator), audit.TotalBound);
        Assert.Equal(first, audit.FirstRound(0.25));
        Assert.Equal(Math.Pow(1 - ((double)denominator / numerator), 30), audit.P(Enumerable.Repeat(Fraction.Zero, 30)), 1e-12);
    }

    /// <summary>An error as large as the reported margin leaves the risk as it was; what is missing is the worst.</summary>
    [Fact]
    public void TaintOf_ABatch_IsItsErrorOverItsBound()
    {
        var audit = Contest(200, 200, 180, 400);
        Assert.Equal(Fraction.Zero, audit.TaintOf("large 3", [200, 180]));
        Assert.Equal(Fraction.One, audit.TaintOf("large 3", null));
        Assert.Equal(Fraction.One, audit.TaintOf("large 3", [0, 400]));
        Assert.Equal(1, audit.P([Fraction.One]));
        Assert.Equal(1, audit.P([new Fraction(1, 21)]), 1e-12);
        Assert.True(audit.TaintOf("large 3", [210, 170]) < Fraction.Zero);
        Assert.Contains("large 3", Assert.Throws<ArgumentException>(() => audit.TaintOf("large 3", [401, 0])).Message, StringComparison.Ordinal);
        Assert.Throws<KeyNotFoundException>(() => audit.TaintOf("nowhere", null));
    }

    [Fact]
    public void Batches_ThatCannotBe_AreRefused()
    {
        ImmutableArray<long> votes = [5, 3];
        Assert.Throws<ArgumentException>(() => new BatchComparison([], [0]));
        Assert.Throws<ArgumentException>(() => new BatchComparison([new("a", 4, votes)], [0]));
        Assert.Throws<ArgumentException>(() => new BatchComparison([new("a", 9, votes), new("a", 9, votes)], [0]));
        Assert.Throws<ArgumentException>(() => new BatchComparison([new("a", 9, votes)], [1]));
        Assert.Throws<ArgumentException>(() => new BatchComparison([new("a", 9, votes)], [0, 1]));
        Assert.Throws<ArgumentException>(() => new BatchComparison([new("a", 9, votes), new("b", 9, [1])], [0]));
    }

    /// <summary>Where the hand count of all batches would change who won, the mean taint, weighed by bounds, is at least 1 / U: no sample can be surely clean.</summary>
    [Fact]
    public void Taints_OfAWrongOutcome_AddUpToTheWholeMargin() =>
        Gen.Select(Gen.Select(Gen.Long[0, 60], Gen.Long[0, 60], Gen.Long[0, 20]).Array[2, 6], Gen.Select(Gen.Long[0, 60], Gen.Long[0, 60]).Array[6]).Sample((reported, counted) =>
        {
            Batch[] batches = [.. reported.Select((r, i) => new Batch($"{i}", Math.Max(r.Item1 + r.Item2, counted[i].Item1 + counted[i].Item2) + r.Item3, [r.Item1, r.Item2]))];
            var lead = reported.Sum(r => r.Item1 - r.Item2);
            var truth = counted.Take(reported.Length).Sum(c => c.Item1 - c.Item2);
            if (lead <= 0 || truth > 0)
            {
                return;
            }

            var audit = new BatchComparison(batches, [0]);
            var sum = batches.Index().Aggregate(Fraction.Zero, (s, b) => s + (audit.TaintOf(b.Item.Id, [counted[b.Index].Item1, counted[b.Index].Item2]) * audit.BoundOf(b.Item.Id)));
            Assert.True(sum >= Fraction.One, $"{sum} of {audit.TotalBound}");
        });
}
