using System.Collections.Immutable;
using Spectre.Console;
using Spectre.Console.Rendering;
using Urna.Infer;
using Urna.Infer.Estimates;
using Urna.Infer.Tables;
using Urna.Model;
using Urna.Report;

namespace Urna.Cli.Verbs;

/// <summary>The tables of <c>urna infer</c>.</summary>
static class InferTables
{
    /// <summary>The header of the cells as CSV.</summary>
    public static readonly string[] Header = ["row", "column", "share", "count", "lower", "upper", "bound_lower", "bound_upper"];

    /// <summary>A cell a row, for programs.</summary>
    public static IEnumerable<object?[]> Cells(Inference inference)
    {
        var (estimate, bounds, intervals, _) = inference;
        var columns = estimate.Problem.ColumnNames;
        return estimate.Shares.Select((share, i) => new object?[]
        {
            estimate.Problem.RowNames[i / columns.Length], columns[i % columns.Length], share, estimate.Counts[i], intervals?.Lower[i], intervals?.Upper[i], bounds.Lower[i], bounds.Upper[i],
        });
    }

    /// <summary>Shares with intervals and bounds, a row a row and a column a column.</summary>
    public static Table Shares(Inference inference, TransferTitles titles, Wording words)
    {
        var table = new Table { Border = TableBorder.Simple, ShowRowSeparators = true };
        table.AddColumn(words.Say("term.from-to"));
        foreach (var column in titles.Columns)
        {
            table.AddColumn(new TableColumn(Markup.Escape(words.L(column))).RightAligned());
        }

        var width = titles.Columns.Length;
        for (var g = 0; g < titles.Rows.Length; g++)
        {
            table.AddRow([Markup.Escape(words.L(titles.Rows[g]) + (CoverageWords.IsMarked(inference, g) ? " *" : "")), .. Enumerable.Range(g * width, width).Select(i => Markup.Escape(Cell(inference, i, words.Numbers)))]);
        }

        foreach (var pooled in inference.Pooled)
        {
            var name = words.L(CoverageWords.Name(pooled.Rows, titles)) + words.Say("term.together") + (pooled.IsMeasured || inference.Intervals is null ? "" : " *");
            table.AddRow([Markup.Escape(name), .. Enumerable.Range(0, width).Select(i => Markup.Escape(Cell(pooled.Shares[i], Ends(pooled.Lower, pooled.Upper, i), pooled.Bounds, i, words.Numbers)))]);
        }

        return table;
    }

    /// <summary>What the shares are, under the table.</summary>
    public static IRenderable Note(Inference inference, TransferTitles titles, Wording words)
    {
        var (estimate, _, intervals, _) = inference;
        var (count, units) = (estimate.Problem.InformedUnits, words.Numbers.Whole(estimate.Problem.InformedUnits));
        var note = words.Say(
            "infer-tables.shares-of-each-row-estimated-from", ("units", units), ("count", count), ("method", estimate.Method),
            ("converged", estimate.Converged));
        if (intervals is not null)
        {
            note += words.L(CoverageWords.SecondLine(inference, titles, words.Numbers)) + "\n";
        }

        if (CoverageWords.Believed(inference, words.Numbers) is { } believed)
        {
            note += words.L(believed) + "\n";
        }

        if (CoverageWords.Told(inference, titles, words.Numbers) is { } told)
        {
            var together = CoverageWords.Together(inference, titles) is { } rows ? words.L(rows) + "\n" : "";
            note = words.L(told) + "\n" + together + note;
        }

        return new Text(note + words.Say("infer-tables.in-brackets-what-the-units-margins"));
    }

    /// <summary>Where random starts led.</summary>
    public static IEnumerable<IRenderable> Starts(StartStudy study, Wording words)
    {
        if (study.Agree)
        {
            yield return new Text(words.Say("infer-tables.random-starts-all-lead-to-the", ("starts", study.Starts)));
            yield break;
        }

        var table = new Table { Border = TableBorder.Simple };
        table.AddColumn(words.Say("term.fixed-point"));
        table.AddColumn(new TableColumn(words.Say("term.log-likelihood")).RightAligned());
        table.AddColumn(new TableColumn(words.Say("infer-tables.starts-that-reach-it")).RightAligned());
        table.AddColumn(new TableColumn(words.Say("term.farthest-share")).RightAligned());
        foreach (var point in study.Points)
        {
            var apart = point.Shares.Zip(study.Points[0].Shares, (a, b) => Math.Abs(a - b)).Max();
            table.AddRow(
                point.Standard ? words.Say("infer-tables.that-of-the-usual-start") : words.Say("term.another"),
                words.Numbers.Number(point.LogLikelihood, 4),
                $"{point.Starts}",
                apart == 0 ? "" : words.Numbers.Percent(apart));
        }

        yield return table;
        yield return new Text(words.Say(
            "infer-tables.random-starts-do-not-all-lead", ("starts", study.Starts), ("unconverged", study.Unconverged > 0),
            ("unconverged2", study.Unconverged)));
    }

    static string Cell(Inference inference, int i, NumberStyle numbers) =>
        Cell(inference.Estimate.Shares[i], inference.Intervals is { } intervals ? Ends(intervals.Lower, intervals.Upper, i) : null, inference.Bounds, i, numbers);

    static (double Lower, double Upper)? Ends(ImmutableArray<double> lower, ImmutableArray<double> upper, int i) => lower.IsEmpty ? null : (lower[i], upper[i]);

    static string Cell(double share, (double Lower, double Upper)? ends, TransferBounds bounds, int i, NumberStyle numbers)
    {
        var interval = ends is { } found ? $"\n{numbers.Percent(found.Lower)}–{numbers.Percent(found.Upper)}" : "";
        return $"{numbers.Percent(share)}{interval}\n[{numbers.Percent(bounds.Lower[i], 0)}–{numbers.Percent(bounds.Upper[i], 0)}]";
    }
}
