using System.Collections.Immutable;
using Urna.Infer;
using Urna.Infer.Estimates;
using Urna.Infer.Tables;
using Urna.Model;

namespace Urna.Report;

/// <summary>The estimated flows of an account, as its pages show them.</summary>
public static class Flows
{
    const int ManyPlaces = 1_000;

    /// <summary>Every flow, in order.</summary>
    /// <param name="account">The account.</param>
    public static ImmutableArray<Flow> Of(Account account) => [.. account.Flows.Select(flow => Of(flow, account.Election))];

    static Flow Of(ContestFlow flow, Election election)
    {
        var problem = flow.Transfer.Problem;
        var (estimate, bounds, intervals, _) = flow.Inference;
        return new Flow(
            flow.Transfer.From,
            flow.Transfer.To,
            flow.Transfer.Titles.Rows,
            flow.Transfer.Titles.Columns,
            Rowwise(estimate.Counts, problem),
            Rowwise(estimate.Shares, problem),
            Rowwise([.. intervals!.Lower.Zip(intervals.Upper)], problem),
            Rowwise([.. bounds.Lower.Zip(bounds.Upper)], problem),
            flow.Transfer.Level,
            [.. flow.Transfer.LeftOut.Select(u => u.Unit)],
            flow.Inference,
            Places(estimate, election));
    }

    /// <summary>Tables of units, summed to the level of the map, or to the first below the root where there are many.</summary>
    static ImmutableArray<FlowPlace> Places(TransferEstimate estimate, Election election)
    {
        var problem = estimate.Problem;
        var tables = new UnitTables(estimate);
        var sums = new Dictionary<string, (double[] Counts, List<int> Units)>();
        var level = election.Map?.Level ?? (problem.Units.Length > ManyPlaces ? election.Places.Levels[Math.Min(1, election.Places.Levels.Length - 1)] : null);
        for (var b = 0; b < problem.Units.Length; b++)
        {
            var place = level is null ? problem.Units[b] : (election.Places.At(problem.Units[b], level) ?? election.Places[problem.Units[b]]).Id;
            var table = tables.Of(b);
            if (!sums.TryGetValue(place, out var sum))
            {
                sums.Add(place, sum = (new double[table.Length], []));
            }

            for (var i = 0; i < table.Length; i++)
            {
                sum.Counts[i] += table[i];
            }

            sum.Units.Add(b);
        }

        return [.. election.Places.Places.Where(p => sums.ContainsKey(p.Id)).Select(p => new FlowPlace(p.Id, [.. sums[p.Id].Counts], TransferBounds.Of(problem.Over([.. sums[p.Id].Units]))))];
    }

    static ImmutableArray<ImmutableArray<T>> Rowwise<T>(ImmutableArray<T> cells, TransferProblem problem) =>
        [.. cells.Chunk(problem.ColumnNames.Length).Select(row => row.ToImmutableArray())];
}
