using System.Collections.Concurrent;
using System.Runtime.Intrinsics;
using Urna.Infer.Kernels;
using Urna.Infer.Tables;

namespace Urna.Infer.Expectations;

/// <summary>The E step of the multinomial method.</summary>
/// <remarks>
/// With w people by row g, x votes by column c and μ_c = Σ_g w_g p_gc in unit b: q_bgc ∝ p_gc x_bc / (μ_bc − p_gc). Where one person
/// alone makes up μ_bc, q is 1. Units without votes are left out.
/// Thraves, Ubilla, Hermosilla, "Fast ecological inference algorithm for the R×C case", Statistics and Computing (2026).
/// </remarks>
/// <param name="problem">The counts.</param>
sealed class MultinomialExpectation(TransferProblem problem) : IExpectation
{
    readonly UnitLanes lanes = new(problem, []);
    readonly ConcurrentBag<LaneBuffer> scratches = [];

    /// <inheritdoc/>
    public int UnitsInChunk => 512;

    /// <inheritdoc/>
    public int UnitsWorthThreads => 2_000;

    /// <inheritdoc/>
    public bool Conditional(int unit, ReadOnlySpan<double> shares, Span<double> q)
    {
        var people = problem.RowsOf(unit);
        var votes = problem.ColumnsOf(unit);
        Span<double> expected = new double[votes.Length];
        UnitLikelihood.Expect(people, shares, expected);
        var tells = false;
        for (var g = 0; g < people.Length; g++)
        {
            tells |= people[g] > 0 && Row(votes, expected, shares.Slice(g * votes.Length, votes.Length), q.Slice(g * votes.Length, votes.Length));
        }

        return tells;
    }

    /// <inheritdoc/>
    public void Add(int first, int last, ReadOnlySpan<double> shares, ReadOnlySpan<Vector512<double>> weights, Span<double> sums)
    {
        var scratch = scratches.TryTake(out var used) ? used : new LaneBuffer(MultinomialLanes.Scratch(lanes.Rows, lanes.Columns));
        var own = scratch.Rows[..sums.Length];
        own.Clear();
        var blocks = (last - first + LaneBuffer.Width - 1) / LaneBuffer.Width;
        MultinomialLanes.Add(lanes, first / LaneBuffer.Width, blocks, shares, weights, scratch.Rows);
        for (var i = 0; i < sums.Length; i++)
        {
            sums[i] += Vector512.Sum(own[i]);
        }

        scratches.Add(scratch);
    }

    /// <inheritdoc/>
    public double LogLikelihood(int unit, ReadOnlySpan<double> shares) => UnitLikelihood.Multinomial(problem.RowsOf(unit), problem.ColumnsOf(unit), shares);

    /// <summary>q of a row; false where no votes of the unit can be its people's.</summary>
    static bool Row(ReadOnlySpan<double> votes, ReadOnlySpan<double> expected, ReadOnlySpan<double> shares, Span<double> q)
    {
        var (sum, certain) = (0.0, 0);
        for (var c = 0; c < votes.Length; c++)
        {
            var ways = shares[c] * votes[c];
            var chance = ways > 0 ? ways / (expected[c] - shares[c]) : 0;
            certain += double.IsPositiveInfinity(chance) ? 1 : 0;
            sum += chance;
        }

        for (var c = 0; sum > 0 && c < votes.Length; c++)
        {
            var ways = shares[c] * votes[c];
            var chance = ways > 0 ? ways / (expected[c] - shares[c]) : 0;
            q[c] = certain == 0 ? chance / sum : double.IsPositiveInfinity(chance) ? 1.0 / certain : 0;
        }

        return sum > 0;
    }
}
