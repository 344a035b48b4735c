#:package Urna.Store@*-*
// Who voted for whom between two rounds: dotnet run flows.cs -- ../../elections/cl-2021 president-1 president-2
using Urna.Store;

var reckoning = WorkspaceElection.At(args[0]).Require();
var flow = reckoning.Flow(reckoning.Election.Contest(args[1])!, reckoning.Election.Contest(args[2])!)!;
var (rows, columns) = (flow.Transfer.Problem.RowNames, flow.Transfer.Problem.ColumnNames);
for (var r = 0; r < rows.Length; r++)
{
    for (var c = 0; c < columns.Length; c++)
    {
        var interval = flow.Inference.Intervals is { } i ? $" ({i.Lower[r * columns.Length + c]:P0} to {i.Upper[r * columns.Length + c]:P0})" : "";
        Console.WriteLine($"{rows[r]} -> {columns[c]}: {flow.Inference.Estimate.Shares[r * columns.Length + c]:P0}{interval}");
    }
}
