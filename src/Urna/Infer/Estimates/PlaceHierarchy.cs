using System.Collections.Immutable;
using Urna.Infer.Associations;
using Urna.Infer.FixedPoints;
using Urna.Infer.Tables;

namespace Urna.Infer.Estimates;

/// <summary>Estimates place by place, each place's association drawn towards that of all places.</summary>
/// <remarks>
/// A place with B units keeps B / (B + k) of its own association, in logarithms; the rest is the whole's, fitted to the place's margins.
/// k is one number for all places: the one whose shares give units that were left out, every second in turn, the greatest likelihood.
/// </remarks>
static class PlaceHierarchy
{
    /// <summary>The numbers of units that are tried as k; with 0 each place stands for itself.</summary>
    public static readonly ImmutableArray<double> Weights = [0, 3, 10, 30, 100, 1_000];

    const double FoldTolerance = 1e-4;
    const int FewUnits = 6;

    /// <summary>Estimates each place.</summary>
    /// <param name="whole">All units.</param>
    /// <param name="places">The units of each place.</param>
    /// <param name="options">Where to start and how far to go.</param>
    public static ImmutableArray<TransferEstimate> Estimate(TransferProblem whole, IReadOnlyList<TransferProblem> places, TransferOptions options)
    {
        var all = Association.Of(whole, options with { Tolerance = Math.Max(options.Tolerance, FoldTolerance) }).Seeds(whole, AssociationCurve.Learnt);
        var weight = Weight(places, all, options with { Tolerance = FoldTolerance });
        return [.. places.Select(place => AssociationEstimate.Of(place, options, association => association with { Whole = all, WeightOfWhole = weight }))];
    }

    /// <summary>The k that foretells units left out best; the smallest of equals.</summary>
    static double Weight(IReadOnlyList<TransferProblem> places, double[] all, TransferOptions options)
    {
        var scores = new double[Weights.Length];
        foreach (var place in places)
        {
            int[] informed = [.. Enumerable.Range(0, place.Units.Length).Where(place.IsInformed)];
            for (var fold = 0; informed.Length >= FewUnits && fold < 2; fold++)
            {
                var seen = place.Over([.. informed.Where((_, i) => i % 2 == fold)]);
                var hidden = place.Over([.. informed.Where((_, i) => i % 2 != fold)]);
                var own = Association.Of(seen, options) with { Whole = all };
                for (var k = 0; k < scores.Length; k++)
                {
                    scores[k] += Score(hidden, (own with { WeightOfWhole = Weights[k] }).Seeds(seen, AssociationCurve.Learnt));
                }
            }
        }

        return Weights[Array.IndexOf(scores, scores.Max())];
    }

    static double Score(TransferProblem problem, double[] shares)
    {
        // A share of exactly zero would rule out a vote that was cast.
        var above = Array.ConvertAll(shares, s => Math.Max(s, 1e-9));
        return Enumerable.Range(0, problem.Units.Length).Sum(b => UnitLikelihood.Multinomial(problem.RowsOf(b), problem.ColumnsOf(b), above));
    }
}
