using Urna.Infer;
using Urna.Infer.Uncertainty;
using Urna.Model;

namespace Urna.Report;

/// <summary>How often intervals hold the truth, and where totals say nothing, in words.</summary>
public static class CoverageWords
{
    /// <summary>Whether a row is marked, because units do not tell it apart or nothing was measured of its kind.</summary>
    /// <param name="inference">The inference.</param>
    /// <param name="row">The row's index.</param>
    public static bool IsMarked(Inference inference, int row) =>
        inference.Diagnostics.Indistinguishable.Contains(inference.Estimate.Problem.RowNames[row]) || inference.Intervals is { } intervals && intervals.ByBounds[row];

    /// <summary>What the second line of a cell is.</summary>
    /// <param name="intervals">The intervals.</param>
    /// <param name="numbers">The reader's numbers.</param>
    public static LocalizedText SecondLine(TransferIntervals intervals, NumberStyle numbers) => intervals.Coverage is { } coverage
        ? new(
            $"Second line: an interval made to hold the truth in {numbers.Percent(coverage.Nominal, 0)} of cases; it held {numbers.Percent(coverage.Measured)} ({coverage.On.English}). Where nothing was measured it is the bounds.",
            $"Segunda línea: un intervalo hecho para contener la verdad en el {numbers.Percent(coverage.Nominal, 0)} de los casos; la contuvo en el {numbers.Percent(coverage.Measured)} ({coverage.On.Spanish}). Donde no se ha medido nada son las cotas.")
        : new(
            "Second line: the bounds, since for such groups no interval was measured that holds the truth.",
            "Segunda línea: las cotas, pues para tales grupos no se ha medido ningún intervalo que contenga la verdad.");

    /// <summary>What the intervals of a page are, in a sentence.</summary>
    /// <param name="intervals">The intervals.</param>
    /// <param name="numbers">The reader's numbers.</param>
    public static LocalizedText Sentence(TransferIntervals intervals, NumberStyle numbers) => intervals.Coverage is { } coverage
        ? new(
            $"Each share has bounds that need no model, and an interval made to hold the truth in {numbers.Percent(coverage.Nominal, 0)} of cases. Where the truth is published it held {numbers.Percent(coverage.Measured)} ({coverage.On.English}); rows of which nothing was measured have their bounds alone.",
            $"Cada porcentaje lleva cotas que no requieren modelo y un intervalo hecho para contener la verdad en el {numbers.Percent(coverage.Nominal, 0)} de los casos. Donde la verdad está publicada la contuvo en el {numbers.Percent(coverage.Measured)} ({coverage.On.Spanish}); las filas de las que no se ha medido nada llevan solo sus cotas.")
        : new(
            "Each share has bounds that need no model. They are all that can be said: for such groups no interval was measured that holds the truth.",
            "Cada porcentaje lleva cotas que no requieren modelo. Es todo lo que se puede decir: para tales grupos no se ha medido ningún intervalo que contenga la verdad.");

    /// <summary>What must be said first: which rows the totals do not tell apart; null if none.</summary>
    /// <param name="inference">The inference.</param>
    /// <param name="titles">Names for people of its rows and columns.</param>
    /// <param name="numbers">The reader's numbers.</param>
    public static LocalizedText? Told(Inference inference, TransferTitles titles, NumberStyle numbers)
    {
        var names = inference.Estimate.Problem.RowNames;
        int[] rows = [.. Enumerable.Range(0, names.Length).Where(g => inference.Diagnostics.Indistinguishable.Contains(names[g]))];
        if (rows.Length == 0)
        {
            return null;
        }

        var tells = numbers.Percent(rows.Max(g => inference.Diagnostics.BetweenUnits[g]));
        var reach = Reach(inference, rows, titles, numbers);
        return new(
            $"* These totals cannot tell how they voted: {string.Join(", ", rows.Select(g => titles.Rows[g].English))}. They live mixed with the others everywhere: the unit tells at most {tells} of who is who{reach.English}.",
            $"* Estos totales no permiten saber cómo votaron: {string.Join(", ", rows.Select(g => titles.Rows[g].Spanish))}. Viven mezclados con los demás en todas partes: la unidad dice a lo más {tells} de quién es quién{reach.Spanish}.");
    }

    /// <summary>How much of what places show is believed for such groups, and what stands in its place.</summary>
    /// <param name="inference">The inference.</param>
    /// <param name="numbers">The reader's numbers.</param>
    public static LocalizedText? Believed(Inference inference, NumberStyle numbers) => inference.Estimate.Believed is not { } believed || believed == 1 ? null
        : believed == 0 ? new(
            "Of the differences between such groups that places show, nothing is believed: where the truth is published they were no better than chance. The shares are those of everyone in the same places, and the intervals say how far such groups differed elsewhere.",
            "De las diferencias entre tales grupos que muestran los lugares no se cree nada: donde la verdad está publicada no fueron mejores que el azar. Los porcentajes son los de todas las personas de los mismos lugares, y los intervalos dicen cuánto difirieron tales grupos en otras partes.")
        : new(
            $"Of the differences between such groups that places show, {numbers.Percent(believed, 0)} is believed, as much as proved right where the truth is published; the rest is as if everyone in a place chose alike.",
            $"De las diferencias entre tales grupos que muestran los lugares se cree el {numbers.Percent(believed, 0)}, lo que resultó cierto donde la verdad está publicada; el resto es como si todas las personas de un lugar eligieran igual.");

    /// <summary>How far apart two rows may be in the largest column, whatever model one has.</summary>
    static LocalizedText Reach(Inference inference, int[] rows, TransferTitles titles, NumberStyle numbers)
    {
        if (rows.Length < 2)
        {
            return new("", "");
        }

        var problem = inference.Estimate.Problem;
        var columns = problem.ColumnNames.Length;
        var column = Enumerable.Range(0, columns).MaxBy(c => problem.InformedColumns[c]);
        var (a, b) = ((rows[0] * columns) + column, (rows[1] * columns) + column);
        var behind = numbers.Number(100 * (inference.Bounds.Upper[b] - inference.Bounds.Lower[a]), 0);
        var ahead = numbers.Number(100 * (inference.Bounds.Upper[a] - inference.Bounds.Lower[b]), 0);
        return new(
            $", and in {titles.Columns[column].English} they allow {titles.Rows[rows[0]].English} to be from {behind} points behind {titles.Rows[rows[1]].English} to {ahead} points ahead",
            $", y en {titles.Columns[column].Spanish} permiten que {titles.Rows[rows[0]].Spanish} esté desde {behind} puntos detrás de {titles.Rows[rows[1]].Spanish} hasta {ahead} puntos delante");
    }
}
