using System.Collections.Immutable;
using Urna.Infer.Tables;
using Urna.Model;
using Urna.Validate;

namespace Urna.Infer.Estimates;

/// <summary>The units of a problem that lie in one place.</summary>
/// <param name="Place">The place.</param>
/// <param name="Problem">The problem over its units, with all rows and columns of the whole.</param>
public sealed record PlaceProblem(Place Place, TransferProblem Problem)
{
    /// <summary>What a reader must know of the place alone.</summary>
    public IEnumerable<Finding> Findings
    {
        get
        {
            var rows = Problem.RowNames.Length - Problem.Check.EmptyRows.Length;
            var units = Problem.Units.Length;
            return units >= rows ? [] :
            [
                Codes.Finding("V525", LocalizedText.Say("v525.unit-rows-apart-badly-rely-on", ("place", Place.Id), ("units", units), ("rows", rows))) with { Place = Place.Id },
            ];
        }
    }
}

/// <summary>Parts a problem by the places of a level, and sums estimates of the parts.</summary>
public static class TransferSplit
{
    /// <summary>One problem a place, in the order of the places; a unit outside any place of the level stands for itself.</summary>
    /// <param name="problem">A problem whose units are places.</param>
    /// <param name="places">The places.</param>
    /// <param name="level">The level, such as <c>region</c>.</param>
    public static ImmutableArray<PlaceProblem> By(TransferProblem problem, PlaceTree places, string level)
    {
        var groups = problem.Units.Index().ToLookup(u => (places.At(u.Item, level) ?? places[u.Item]).Id, u => u.Index);
        return [.. places.Places.Where(p => groups.Contains(p.Id)).Select(p => new PlaceProblem(p, problem.Over([.. groups[p.Id]])))];
    }

    /// <summary>The same problem with each unit's place of a level as its cluster.</summary>
    /// <param name="problem">A problem whose units are places.</param>
    /// <param name="places">The places.</param>
    /// <param name="level">The level, such as <c>commune</c>.</param>
    public static TransferProblem Clustered(TransferProblem problem, PlaceTree places, string level) =>
        problem.With([.. problem.Units.Select(u => (places.At(u, level) ?? places[u]).Id)], problem.Impossible);

    /// <summary>Estimates of parts as one of the whole: people add up, and shares are theirs.</summary>
    /// <param name="whole">The whole problem.</param>
    /// <param name="parts">An estimate of each part, at least one, by one method.</param>
    /// <exception cref="ArgumentException">There is no part.</exception>
    public static TransferEstimate Sum(TransferProblem whole, IReadOnlyList<TransferEstimate> parts)
    {
        if (parts.Count == 0)
        {
            throw new ArgumentException("There is no estimate to sum; at least one is needed.", nameof(parts));
        }

        var columns = whole.ColumnNames.Length;
        var counts = Enumerable.Range(0, whole.RowNames.Length * columns).Select(i => parts.Sum(p => p.Counts[i])).ToImmutableArray();
        var rows = counts.Chunk(columns).Select(row => row.Sum()).ToList();
        return new TransferEstimate(
            parts[0].Method,
            whole,
            [.. counts.Select((count, i) => rows[i / columns] > 0 ? count / rows[i / columns] : 0)],
            counts,
            parts.Sum(p => p.LogLikelihood),
            parts.Max(p => p.Iterations),
            parts.Sum(p => p.Evaluations),
            parts.Max(p => p.Residual),
            parts.All(p => p.Converged));
    }
}
