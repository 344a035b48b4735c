using System.Collections.Immutable;
using MathNet.Numerics.Optimization;
using Urna.Infer.Groups;

namespace Urna.Accuracy;

/// <summary>How much of what places show is believed, so that no kind of groups is estimated worse than by the better of two simple ways.</summary>
/// <remarks>
/// For each kind the mean error is set against the smaller of two: that of everyone alike, and that of what places show. The logarithms of how far it lies above
/// are summed over kinds, so that no kind pays for another.
/// </remarks>
static class BelievedPart
{
    const int Steps = 10;
    const double Allowed = 1.03;

    // Earlier votes live apart: places that tell more are never believed less.
    const double GainOfVotes = 0.2;
    const double AgainstLess = 20;

    sealed record Known(double[] Features, double[] Errors);

    /// <summary>The coefficients where nobody says what the groups are: what is gained below the smaller error counts nothing.</summary>
    /// <param name="cases">The cases to learn from.</param>
    public static ImmutableArray<double> OfUnknown(IReadOnlyList<GroupCase> cases) => Least(cases, 0, 0);

    /// <summary>The coefficients for the voters of an earlier choice: what is gained below the smaller error counts a fifth of what is lost above it.</summary>
    /// <param name="cases">The cases to learn from.</param>
    public static ImmutableArray<double> OfVotes(IReadOnlyList<GroupCase> cases) => Least(cases, GainOfVotes, AgainstLess);

    static ImmutableArray<double> Least(IReadOnlyList<GroupCase> cases, double gain, double againstLess)
    {
        var kinds = cases.GroupBy(c => c.Kind).Select(k => (Cases: k.Select(Measured).ToArray(), Least: Math.Min(k.Average(Alike), k.Average(c => JudgedError(c, 1))))).ToArray();
        double Loss(IList<double> at) => (againstLess * (Math.Max(0, -at[1]) + Math.Max(0, -at[2]))) + kinds.Sum(k =>
        {
            var above = Math.Log(k.Cases.Average(c => Error(c, at)) / k.Least / Allowed);
            return Math.Max(0, above) + (gain * above);
        });
        var least = NelderMeadSimplex.Minimum(
            ObjectiveFunction.Value(at => Loss(at)),
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

    static double Error(Known one, IList<double> at)
    {
        var pull = Steps * Math.Clamp(one.Features.Zip(at, (f, a) => f * a).Sum(), 0, 1);
        var below = Math.Min(Steps - 1, (int)pull);
        return one.Errors[below] + ((pull - below) * (one.Errors[below + 1] - one.Errors[below]));
    }
}
