using Urna.Infer.Tables;
using Urna.Numerics;

namespace Urna.Infer.FixedPoints;

/// <summary>A map that is drawn towards the votes of everyone, as if a few more people had been seen in each cell.</summary>
/// <remarks>
/// With a_gc = strength × (1 + 5 x_c / Σx) added to the people that the E step puts in each cell, p_gc = (W_g p'_gc + a_gc) / (W_g + Σ_c a_gc),
/// where p' is the plain map's answer and W_g the people of row g: the mode under a Dirichlet prior. It keeps shares from zero and one.
/// </remarks>
/// <param name="problem">The counts.</param>
/// <param name="map">The plain map.</param>
/// <param name="strength">How many people are added, as a multiple of the above; 0 is the plain map.</param>
sealed class PseudoCountMap(TransferProblem problem, IShareMap map, double strength) : IShareMap
{
    const double TowardsEveryone = 5;

    readonly double[] added = Added(problem, strength);

    /// <inheritdoc/>
    public int Size => map.Size;

    /// <inheritdoc/>
    public int Columns => map.Columns;

    /// <inheritdoc/>
    public int Evaluations => map.Evaluations;

    /// <inheritdoc/>
    public double[] StandardStart() => map.StandardStart();

    /// <inheritdoc/>
    public void Apply(ReadOnlySpan<double> shares, Span<double> next) => Apply(shares, [], next);

    /// <inheritdoc/>
    public void Apply(ReadOnlySpan<double> shares, ReadOnlySpan<double> unitWeights, Span<double> next)
    {
        map.Apply(shares, unitWeights, next);
        if (strength == 0)
        {
            return;
        }

        var people = unitWeights.IsEmpty ? problem.InformedRows : WeightedPeople(unitWeights);
        var columns = problem.ColumnNames.Length;
        for (var g = 0; g < people.Length; g++)
        {
            var row = next.Slice(g * columns, columns);
            var more = added.AsSpan(g * columns, columns);
            var all = people[g] + Sums.Of(more);
            for (var c = 0; people[g] > 0 && c < columns; c++)
            {
                row[c] = ((people[g] * row[c]) + more[c]) / all;
            }
        }
    }

    /// <inheritdoc/>
    public void Conditional(int unit, ReadOnlySpan<double> shares, Span<double> q) => map.Conditional(unit, shares, q);

    /// <inheritdoc/>
    public double LogLikelihood(ReadOnlySpan<double> shares) => map.LogLikelihood(shares);

    /// <inheritdoc/>
    public IShareMap Fork() => new PseudoCountMap(problem, map.Fork(), strength);

    double[] WeightedPeople(ReadOnlySpan<double> unitWeights)
    {
        var people = new double[problem.RowNames.Length];
        for (var b = 0; b < problem.Units.Length; b++)
        {
            var own = problem.RowsOf(b);
            for (var g = 0; problem.IsInformed(b) && g < people.Length; g++)
            {
                people[g] += unitWeights[b] * own[g];
            }
        }

        return people;
    }

    static double[] Added(TransferProblem problem, double strength)
    {
        var (rows, columns) = (problem.RowNames.Length, problem.ColumnNames.Length);
        var votes = problem.InformedColumns;
        var all = Sums.Of(votes);
        var more = new double[rows * columns];
        for (var i = 0; i < more.Length; i++)
        {
            var c = i % columns;
            more[i] = problem.IsImpossible(i / columns, c) || votes[c] == 0 ? 0 : strength * (1 + (TowardsEveryone * votes[c] / all));
        }

        return more;
    }
}
