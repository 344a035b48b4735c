using System.Collections.Immutable;

namespace Urna.Report.Pictures;

/// <summary>A bar at the left of a picture of flows.</summary>
/// <param name="Rows">Indices of the rows of the flow that it stands for.</param>
/// <param name="IsTold">Whether the totals tell where its people went; if not, it has no ribbons.</param>
public sealed record SankeyRow(ImmutableArray<int> Rows, bool IsTold)
{
    /// <summary>The bars of a flow: rows that can be told only together are one.</summary>
    /// <param name="flow">The flow.</param>
    public static ImmutableArray<SankeyRow> Of(Flow flow)
    {
        var pooled = flow.Inference.Pooled;
        return
        [
            .. from r in Enumerable.Range(0, flow.RowNames.Length)
               let together = pooled.FirstOrDefault(p => p.Rows.Contains(r))
               where together is null || together.Rows[0] == r
               select together is null ? new SankeyRow([r], !flow.IsMarked(r)) : new SankeyRow(together.Rows, together.IsMeasured),
        ];
    }
}
