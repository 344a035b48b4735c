using System.Collections.Concurrent;
using System.Runtime.Intrinsics;
using Urna.Infer.FixedPoints;
using Urna.Infer.Kernels;
using Urna.Infer.Tables;

namespace Urna.Infer.Expectations;

/// <summary>The E step by normal densities.</summary>
/// <remarks>
/// Without the last column: μ = Σ_g w_g p_g, S_g = diag(p_g) − p_g p_gᵀ, and A = Σ_g w_g S_g − S_g is the variance of the others when one
/// person of row g is taken out. q_gc ∝ p_gc exp(−½ (r − e_c)ᵀ A⁻¹ (r − e_c)) with r = x − μ + p_g; for the last column e is 0.
/// Where nothing of a column varies among the others (one person alone, or a column that nobody else chooses) A is singular. Its
/// pivots then have a floor, so near zero that q comes out as in the limit: what the votes leave possible, certain if it is one column.
/// The last column is the last that has votes. Units without votes are left out.
/// Thraves, Ubilla, Hermosilla, "Fast ecological inference algorithm for the R×C case", Statistics and Computing (2026).
/// </remarks>
sealed class NormalDensityExpectation : IExpectation
{
    /// <summary>The logarithm of a share of zero: below all others, and finite, so that nothing becomes NaN.</summary>
    public const double LogOfZero = double.MinValue / 4;

    /// <summary>The least exponent: a share must not fall to zero, which it could never leave, because a start is far off.</summary>
    public const double LeastExponent = -600;

    /// <summary>The map whose fixed point is the estimate by this density.</summary>
    /// <param name="problem">The counts.</param>
    /// <param name="threads">Threads at most; 0 for as many as the machine has cores.</param>
    /// <param name="cancel">Ends every application of the map.</param>
    public static IShareMap Map(TransferProblem problem, int threads, CancellationToken cancel) => new EmMap(problem, new NormalDensityExpectation(problem), threads, cancel);

    readonly TransferProblem problem;
    readonly ReferenceColumn reference;
    readonly UnitLanes lanes;
    readonly ConcurrentBag<LaneBuffer> scratches = [];

    /// <summary>Lays out the counts once.</summary>
    /// <param name="problem">The counts.</param>
    public NormalDensityExpectation(TransferProblem problem)
    {
        this.problem = problem;
        reference = new ReferenceColumn(problem);
        lanes = new UnitLanes(problem, reference.Order);
    }

    /// <inheritdoc/>
    public int UnitsInChunk => 512;

    /// <inheritdoc/>
    public int UnitsWorthThreads => 1_000;

    /// <inheritdoc/>
    public bool Conditional(int unit, ReadOnlySpan<double> shares, Span<double> q)
    {
        var people = problem.RowsOf(unit);
        var votes = reference.Sorted(problem.ColumnsOf(unit));
        if (votes.Sum() == 0)
        {
            return false;
        }

        var sorted = reference.Sorted(shares);
        var expected = new double[votes.Length];
        UnitLikelihood.Expect(people, sorted, expected);
        for (var g = 0; g < people.Length; g++)
        {
            if (people[g] > 0)
            {
                var first = g * votes.Length;
                var row = Row(new OthersVariance(people, sorted, g), votes, expected, sorted.AsSpan(first, votes.Length));
                for (var c = 0; c < votes.Length; c++)
                {
                    q[reference.Index(first + c)] = row[c];
                }
            }
        }

        return true;
    }

    /// <inheritdoc/>
    public void Add(int first, int last, ReadOnlySpan<double> shares, ReadOnlySpan<Vector512<double>> weights, Span<double> sums)
    {
        var sorted = reference.Sorted(shares);
        var logs = Array.ConvertAll(sorted, Log);
        var scratch = scratches.TryTake(out var used) ? used : new LaneBuffer(NormalDensityLanes.Scratch(lanes.Rows, lanes.Columns));
        scratch.Rows[..sums.Length].Clear();
        var blocks = (last - first + LaneBuffer.Width - 1) / LaneBuffer.Width;
        NormalDensityLanes.Add(lanes, first / LaneBuffer.Width, blocks, sorted, logs, weights, scratch.Rows);
        for (var i = 0; i < sums.Length; i++)
        {
            sums[reference.Index(i)] += Vector512.Sum(scratch.Rows[i]);
        }

        scratches.Add(scratch);
    }

    /// <inheritdoc/>
    public double LogLikelihood(int unit, ReadOnlySpan<double> shares) => UnitLikelihood.Multinomial(problem.RowsOf(unit), problem.ColumnsOf(unit), shares);

    /// <summary>q of a row.</summary>
    static double[] Row(OthersVariance others, double[] votes, double[] expected, ReadOnlySpan<double> shares)
    {
        var exponents = new double[votes.Length];
        var rest = new double[others.Size];
        for (var c = 0; c < votes.Length; c++)
        {
            for (var i = 0; i < rest.Length; i++)
            {
                rest[i] = votes[i] - expected[i] + shares[i] - (i == c ? 1 : 0);
            }

            exponents[c] = Log(shares[c]) - (0.5 * others.Distance(rest));
        }

        var most = exponents.Max();
        var chances = Array.ConvertAll(exponents, e => e <= LogOfZero ? 0 : Math.Exp(Math.Max(e - most, LeastExponent)));
        var sum = chances.Sum();
        return sum > 0 ? Array.ConvertAll(chances, chance => chance / sum) : chances;
    }

    static double Log(double share) => share > 0 ? Math.Log(share) : LogOfZero;
}
