using System.Collections.Immutable;
using Urna.Infer.Expectations;
using Urna.Infer.FixedPoints;
using Urna.Infer.Tables;

namespace Urna.Infer.Associations;

/// <summary>Chooses how strongly shares are drawn towards everyone's, by how well they foretell units that were left out.</summary>
static class HeldOutUnits
{
    /// <summary>The strengths that are tried.</summary>
    public static readonly ImmutableArray<double> Strengths = [0, 0.3, 1, 2];

    /// <summary>The strength where there are too few units to leave any out.</summary>
    public const double StrengthOfFew = 1;

    const int Folds = 5;
    const int FewUnits = 10;
    const int ManyUnits = 1_500;

    /// <summary>The strength whose shares give units left out the greatest likelihood; the weakest of equals.</summary>
    /// <param name="problem">The counts.</param>
    /// <param name="start">Shares to start from: the fixed point of the plain map.</param>
    /// <param name="threads">Threads at most; 0 for as many as the machine has cores.</param>
    /// <param name="cancel">Ends the search.</param>
    /// <remarks>Every fifth unit is left out in turn. Of more than 1,500 units every n-th is used: with so many, the strength matters little.</remarks>
    public static double Strength(TransferProblem problem, ImmutableArray<double> start, int threads, CancellationToken cancel = default)
    {
        var informed = Enumerable.Range(0, problem.Units.Length).Where(problem.IsInformed).ToArray();
        if (informed.Length < FewUnits)
        {
            return StrengthOfFew;
        }

        var every = ((informed.Length - 1) / ManyUnits) + 1;
        var some = problem.Over([.. informed.Where((_, i) => i % every == 0)]);
        var map = NormalDensityExpectation.Map(some, threads, cancel);
        var options = new TransferOptions(Tolerance: 1e-4, MaxEvaluations: 300) { Start = start };
        return Strengths.MaxBy(strength => Score(some, new PseudoCountMap(some, map, strength), options));
    }

    static double Score(TransferProblem problem, PseudoCountMap map, TransferOptions options)
    {
        var score = 0.0;
        var weights = new double[problem.Units.Length];
        for (var fold = 0; fold < Folds; fold++)
        {
            for (var b = 0; b < weights.Length; b++)
            {
                weights[b] = b % Folds == fold ? 0 : 1;
            }

            var shares = FixedPoint.Solve(map, options, weights).Shares;
            for (var b = fold; b < weights.Length; b += Folds)
            {
                score += UnitLikelihood.Multinomial(problem.RowsOf(b), problem.ColumnsOf(b), Above(shares));
            }
        }

        return score;
    }

    // A share of exactly zero would rule out a vote that was cast.
    static double[] Above(double[] shares) => [.. shares.Select(s => Math.Max(s, 1e-9))];
}
