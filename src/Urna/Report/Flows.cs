using System.Collections.Immutable;
using Urna.Infer;
using Urna.Model;

namespace Urna.Report;

/// <summary>The estimated flows of an account, as its pages show them.</summary>
public static class Flows
{
    /// <summary>Every flow, in order.</summary>
    /// <param name="account">The account.</param>
    public static ImmutableArray<Flow> Of(Account account) => [.. account.Flows.Select(Of)];

    static Flow Of(ContestFlow flow)
    {
        var problem = flow.Transfer.Problem;
        return new Flow(
            flow.Transfer.From,
            flow.Transfer.To,
            flow.Transfer.Titles.Rows,
            flow.Transfer.Titles.Columns,
            Rowwise(flow.Inference.Estimate.Counts, problem),
            Rowwise(flow.Inference.Estimate.Shares, problem),
            Rowwise(flow.Inference.Bounds.Lower, problem),
            Rowwise(flow.Inference.Bounds.Upper, problem),
            problem.Units.Length,
            flow.Transfer.Level,
            [.. flow.Transfer.LeftOut.Select(u => u.Unit)],
            flow.Inference.Estimate.Iterations,
            flow.Inference.Estimate.Converged,
            flow.Inference.Estimate.Residual);
    }

    static ImmutableArray<ImmutableArray<double>> Rowwise(ImmutableArray<double> cells, TransferProblem problem) =>
        [.. cells.Chunk(problem.ColumnNames.Length).Select(row => row.ToImmutableArray())];
}
