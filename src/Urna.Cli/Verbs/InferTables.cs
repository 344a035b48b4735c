using Spectre.Console;
using Spectre.Console.Rendering;
using Urna.Infer;
using Urna.Report;

namespace Urna.Cli.Verbs;

/// <summary>The tables of <c>urna infer</c>.</summary>
static class InferTables
{
    /// <summary>The header of the cells as CSV.</summary>
    public static readonly string[] Header = ["row", "column", "share", "count", "bound_lower", "bound_upper"];

    /// <summary>A cell a row, for programs.</summary>
    public static IEnumerable<object?[]> Cells(TransferEstimate estimate, TransferBounds bounds) =>
        from cell in Enumerable.Range(0, estimate.Shares.Length)
        let columns = estimate.Problem.ColumnNames
        select new object?[] { estimate.Problem.RowNames[cell / columns.Length], columns[cell % columns.Length], estimate.Shares[cell], estimate.Counts[cell], bounds.Lower[cell], bounds.Upper[cell] };

    /// <summary>Shares with their bounds, a row a row and a column a column.</summary>
    public static Table Shares(TransferEstimate estimate, TransferBounds bounds, TransferTitles titles, Wording words)
    {
        var table = new Table { Border = TableBorder.Simple };
        table.AddColumn(words.L("From \\ to", "De \\ a"));
        foreach (var column in titles.Columns)
        {
            table.AddColumn(new TableColumn(Markup.Escape(words.L(column))).RightAligned());
        }

        var width = titles.Columns.Length;
        for (var g = 0; g < titles.Rows.Length; g++)
        {
            table.AddRow(
            [
                Markup.Escape(words.L(titles.Rows[g])),
                .. Enumerable.Range(g * width, width).Select(i =>
                    Markup.Escape($"{words.Numbers.Percent(estimate.Shares[i])}\n[{words.Numbers.Percent(bounds.Lower[i], 0)}–{words.Numbers.Percent(bounds.Upper[i], 0)}]")),
            ]);
        }

        return table;
    }

    /// <summary>What the shares are, under the table.</summary>
    public static IRenderable Note(TransferEstimate estimate, Wording words) => new Text(words.L(
        $"Shares of each row, estimated from {words.Numbers.Whole(estimate.Problem.Units.Length)} units ({estimate.Method}; {(estimate.Converged ? "converged" : "not converged")}). They are estimates of a model, not counts.\nIn brackets: what the units' margins alone allow, without any model.\n",
        $"Proporciones de cada fila, estimadas con {words.Numbers.Whole(estimate.Problem.Units.Length)} unidades ({estimate.Method}; {(estimate.Converged ? "convergió" : "no convergió")}). Son estimaciones de un modelo, no recuentos.\nEntre corchetes: lo que permiten por sí solos los márgenes de las unidades, sin modelo.\n"));
}
