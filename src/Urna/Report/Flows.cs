using System.Collections.Immutable;
using Urna.Infer;
using Urna.Model;

namespace Urna.Report;

/// <summary>The estimated flows of an account, as its pages show them.</summary>
public static class Flows
{
    static readonly LocalizedText blankOrNull = new("Blank or null", "Blanco o nulo");
    static readonly LocalizedText abstention = new("Did not vote", "No votó");

    /// <summary>Every flow, in order.</summary>
    /// <param name="account">The account.</param>
    public static ImmutableArray<Flow> Of(Account account) => [.. account.Flows.Select(Of)];

    static Flow Of(ContestFlow flow)
    {
        var problem = flow.Transfer.Problem;
        return new Flow(
            flow.Transfer.From,
            flow.Transfer.To,
            Names(problem.RowNames, flow.Transfer.From),
            Names(problem.ColumnNames, flow.Transfer.To),
            Rowwise(flow.Estimate.Counts, problem),
            Rowwise(flow.Estimate.Shares, problem),
            Rowwise(flow.Bounds.Lower, problem),
            Rowwise(flow.Bounds.Upper, problem),
            problem.Units.Length,
            flow.Transfer.Level,
            flow.Transfer.LeftOut,
            flow.Estimate.Iterations,
            flow.Estimate.Converged,
            flow.Estimate.Residual);
    }

    static ImmutableArray<LocalizedText> Names(ImmutableArray<string> names, Contest contest) =>
        [.. names.Select(name => name switch
        {
            ContestTransfer.BlankOrNull => blankOrNull,
            ContestTransfer.Abstention => abstention,
            _ => LocalizedText.Same(contest.Candidacies.First(c => c.Choice == name).Name),
        })];

    static ImmutableArray<ImmutableArray<double>> Rowwise(ImmutableArray<double> cells, TransferProblem problem) =>
        [.. cells.Chunk(problem.ColumnNames.Length).Select(row => row.ToImmutableArray())];
}
