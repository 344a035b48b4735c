using Urna.Model;
using System.Runtime.Intrinsics;
using Urna.Infer.Kernels;
using Urna.Infer.Tables;
using Urna.Numerics;
using Urna.Validate;

namespace Urna.Infer.Expectations;

/// <summary>The E step of the model itself: each person of row g votes by p_g, and the unit's votes are the sum.</summary>
/// <remarks>
/// Votes are added person by person on the lattice of what each column may have got so far. With the people before row g, the row but one
/// person, and the people after it, q_gc ∝ p_gc P(all but that person vote x − e_c). Chances are tilted by θ_c = x_c / μ_c first, which leaves q
/// as it is and keeps the votes in the middle of the lattice, where nothing vanishes. Only units whose margins agree have a likelihood.
/// </remarks>
/// <param name="problem">The counts.</param>
sealed class ExactExpectation(TransferProblem problem) : IExpectation
{
    /// <summary>The most multiplications that a step over all units may take.</summary>
    public const double MaxWork = 1L << 33;

    /// <inheritdoc/>
    public int UnitsInChunk => 8;

    /// <inheritdoc/>
    public int UnitsWorthThreads => 9;

    /// <summary>Why the method does not fit a problem; null if it does.</summary>
    /// <param name="problem">The counts.</param>
    public static Finding? Refusal(TransferProblem problem)
    {
        var (unequal, work) = (0, 0.0);
        for (var b = 0; b < problem.Units.Length; b++)
        {
            var votes = problem.ColumnsOf(b);
            var (people, cast) = (Sums.Of(problem.RowsOf(b)), Sums.Of(votes));
            if (people > 0 && cast > 0)
            {
                unequal += people == cast ? 0 : 1;
                work += 2 * cast * votes.Length * VoteLattice.States(votes);
            }
        }

        return unequal > 0
            ? Codes.Finding("V506", LocalizedText.Say("v506.the-exact-method-needs-units-whose", ("unequal", unequal)))
            : work > MaxWork
            ? Codes.Finding("V506", LocalizedText.Say(
                "v506.the-exact-method-would-need-multiplications", ("work", $"{work:E1}"), ("maxWork", $"{MaxWork:E1}")))
            : null;
    }

    /// <inheritdoc/>
    public bool Conditional(int unit, ReadOnlySpan<double> shares, Span<double> q) => double.IsFinite(Solve(unit, shares, q)) && Sums.Of(problem.ColumnsOf(unit)) > 0;

    /// <inheritdoc/>
    public void Add(int first, int last, ReadOnlySpan<double> shares, ReadOnlySpan<Vector512<double>> weights, Span<double> sums) =>
        UnitByUnit.Add(this, problem, first, last, shares, weights, sums);

    /// <inheritdoc/>
    public double LogLikelihood(int unit, ReadOnlySpan<double> shares) => Solve(unit, shares, []);

    /// <summary>The log-likelihood of a unit, and q unless it is empty or the votes are impossible.</summary>
    double Solve(int unit, ReadOnlySpan<double> shares, Span<double> q)
    {
        var people = problem.RowsOf(unit);
        var votes = problem.ColumnsOf(unit);
        if (Sums.Of(people) == 0 || Sums.Of(votes) == 0)
        {
            return 0;
        }

        var tilted = shares.ToArray();
        var logLikelihood = Tilt(people, votes, tilted);
        return double.IsFinite(logLikelihood) ? logLikelihood + Math.Log(new VoteLattice(people, votes, tilted).Solve(q)) : double.NegativeInfinity;
    }

    /// <summary>Tilts the chances of each row, and says by how much less likely that makes the votes, as a logarithm.</summary>
    static double Tilt(ReadOnlySpan<double> people, ReadOnlySpan<double> votes, Span<double> shares)
    {
        var columns = votes.Length;
        Span<double> expected = new double[columns];
        UnitLikelihood.Expect(people, shares, expected);
        var log = 0.0;
        for (var c = 0; c < columns; c++)
        {
            var tilt = votes[c] > 0 ? votes[c] / expected[c] : 0;
            log -= votes[c] > 0 ? votes[c] * Math.Log(tilt) : 0;
            for (var i = c; i < shares.Length; i += columns)
            {
                shares[i] *= shares[i] > 0 ? tilt : 0;
            }
        }

        for (var g = 0; g < people.Length; g++)
        {
            var row = shares.Slice(g * columns, columns);
            var sum = Sums.Of(row);
            log += people[g] > 0 ? people[g] * Math.Log(sum) : 0;
            for (var c = 0; sum > 0 && c < columns; c++)
            {
                row[c] /= sum;
            }
        }

        return log;
    }
}
