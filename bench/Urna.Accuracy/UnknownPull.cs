using System.Collections.Immutable;
using MathNet.Numerics.Optimization;
using Urna.Infer.Groups;

namespace Urna.Accuracy;

/// <summary>How much of what places show is believed where nobody says what the groups are.</summary>
/// <remarks>
/// For each kind the mean error is set against the smaller of two: that of everyone alike, and that of what places show. The logarithms of how far it lies above
/// are summed over kinds, so that no kind pays for another; what is gained below counts nothing.
/// </remarks>
static class UnknownPull
{
    const int Steps = 10;
    const double Allowed = 1.03;

    sealed record Known(double[] Features, double[] Errors);

    /// <summary>The coefficients.</summary>
    /// <param name="cases">The cases to learn from.</param>
    public static ImmutableArray<double> Of(IReadOnlyList<GroupCase> cases)
    {
        var kinds = cases.GroupBy(c => c.Kind).Select(k => (Cases: k.Select(Measured).ToArray(), Least: Math.Min(k.Average(Alike), k.Average(c => JudgedError(c, 1))))).ToArray();
        var least = NelderMeadSimplex.Minimum(
            ObjectiveFunction.Value(at => kinds.Sum(k => Math.Max(0, Math.Log(k.Cases.Average(c => Error(c, at.AsArray())) / k.Least / Allowed)))),
            MathNet.Numerics.LinearAlgebra.Vector<double>.Build.Dense([-0.9, 3, 3]),
            MathNet.Numerics.LinearAlgebra.Vector<double>.Build.Dense([0.3, 0.5, 0.5]),
            1e-5,
            2_000);
        return [.. least.MinimizingPoint.Select(v => Math.Round(v, 3))];
    }

    static Known Measured(GroupCase one) => new(GroupLearning.Features(one.Traits), [.. Enumerable.Range(0, Steps + 1).Select(s => JudgedError(one, s / (double)Steps))]);

    static double Alike(GroupCase one)
    {
        var people = one.Election.Problem.InformedRows;
        return one.Election.Error([.. Enumerable.Range(0, people.Length * one.Columns).Select(i => people[i / one.Columns] * one.Everyone(i % one.Columns))]);
    }

    static double JudgedError(GroupCase one, double pull) =>
        one.Election.Error([.. (one.Shown with { Pull = pull }).Shares.Select((s, i) => s * one.Election.Problem.InformedRows[i / one.Columns])]);

    static double Error(Known one, double[] at)
    {
        var pull = Steps * Math.Clamp(one.Features.Zip(at, (f, a) => f * a).Sum(), 0, 1);
        var below = Math.Min(Steps - 1, (int)pull);
        return one.Errors[below] + ((pull - below) * (one.Errors[below + 1] - one.Errors[below]));
    }
}
