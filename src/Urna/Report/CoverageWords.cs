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
            $"Second line: an interval made to hold the truth in {numbers.Percent(coverage.Nominal, 0)} of cases; it held {numbers.Percent(coverage.Measured)} ({coverage.On.English}). Rows with * have their bounds there.",
            $"Segunda línea: un intervalo hecho para contener la verdad en el {numbers.Percent(coverage.Nominal, 0)} de los casos; la contuvo en el {numbers.Percent(coverage.Measured)} ({coverage.On.Spanish}). Las filas con * llevan allí sus cotas.")
        : new(
            "Second line: the bounds, since for such groups no interval was measured that holds the truth.",
            "Segunda línea: las cotas, pues para tales grupos no se ha medido ningún intervalo que contenga la verdad.");

    /// <summary>What the intervals of a page are, in a sentence.</summary>
    /// <param name="intervals">The intervals.</param>
    /// <param name="numbers">The reader's numbers.</param>
    public static LocalizedText Sentence(TransferIntervals intervals, NumberStyle numbers) => intervals.Coverage is { } coverage
        ? new(
            $"Each share has bounds that need no model, and an interval made to hold the truth in {numbers.Percent(coverage.Nominal, 0)} of cases. Where the truth is published it held {numbers.Percent(coverage.Measured)} ({coverage.On.English}); rows with * have their bounds alone.",
            $"Cada porcentaje lleva cotas que no requieren modelo y un intervalo hecho para contener la verdad en el {numbers.Percent(coverage.Nominal, 0)} de los casos. Donde la verdad está publicada la contuvo en el {numbers.Percent(coverage.Measured)} ({coverage.On.Spanish}); las filas con * llevan solo sus cotas.")
        : new(
            "Each share has bounds that need no model. They are all that can be said: for such groups no interval was measured that holds the truth.",
            "Cada porcentaje lleva cotas que no requieren modelo. Es todo lo que se puede decir: para tales grupos no se ha medido ningún intervalo que contenga la verdad.");

    /// <summary>What must be said first: which rows the totals do not tell apart; null if none.</summary>
    /// <param name="inference">The inference.</param>
    /// <param name="titles">Names for people of its rows and columns.</param>
    public static LocalizedText? Told(Inference inference, TransferTitles titles)
    {
        var names = inference.Estimate.Problem.RowNames;
        var rows = titles.Rows.Where((_, g) => inference.Diagnostics.Indistinguishable.Contains(names[g])).ToList();
        return rows.Count == 0 ? null : new(
            $"* The totals cannot tell how these voted: {string.Join(", ", rows.Select(t => t.English))}. They live so mixed with the others that any answer within the bounds fits the totals as well.",
            $"* Los totales no permiten saber cómo votaron: {string.Join(", ", rows.Select(t => t.Spanish))}. Viven tan mezclados con los demás que cualquier respuesta dentro de las cotas calza igual con los totales.");
    }
}
