using Urna.Infer;
using Urna.Infer.Roll;
using Urna.Infer.Tables;
using Urna.Infer.Uncertainty;
using Urna.Model;

namespace Urna.Report;

/// <summary>How often intervals hold the truth, and where totals say nothing, in words.</summary>
public static class CoverageWords
{
    const int MostNamed = 3;
    const double LittleTold = 0.03;

    /// <summary>Whether a row is marked, because units do not tell it apart or nothing was measured of its kind.</summary>
    /// <param name="inference">The inference.</param>
    /// <param name="row">The row's index.</param>
    public static bool IsMarked(Inference inference, int row) => IsMixed(inference, row) || inference.Intervals is { } intervals && intervals.ByBounds[row];

    /// <summary>What the second line of a cell is.</summary>
    /// <param name="inference">The inference; it has intervals.</param>
    /// <param name="titles">Names for people of its rows and columns.</param>
    /// <param name="numbers">The reader's numbers.</param>
    public static LocalizedText SecondLine(Inference inference, TransferTitles titles, NumberStyle numbers) => inference.Intervals!.Coverage is { } coverage
        ? new(
            $"Second line: an interval made to hold the truth in {numbers.Percent(coverage.Nominal, 0)} of cases; it held {Held(inference, titles, numbers).English}. Where nothing was measured it is the bounds.",
            $"Segunda línea: un intervalo hecho para contener la verdad en el {numbers.Percent(coverage.Nominal, 0)} de los casos; la contuvo en el {Held(inference, titles, numbers).Spanish}. Donde no se ha medido nada son las cotas.")
        : new(
            "Second line: the bounds, since for such groups no interval was measured that holds the truth.",
            "Segunda línea: las cotas, pues para tales grupos no se ha medido ningún intervalo que contenga la verdad.");

    /// <summary>What the intervals of a page are, in a sentence.</summary>
    /// <param name="inference">The inference; it has intervals.</param>
    /// <param name="titles">Names for people of its rows and columns.</param>
    /// <param name="numbers">The reader's numbers.</param>
    public static LocalizedText Sentence(Inference inference, TransferTitles titles, NumberStyle numbers) => inference.Intervals!.Coverage is { } coverage
        ? new(
            $"Each share has bounds that need no model, and an interval made to hold the truth in {numbers.Percent(coverage.Nominal, 0)} of cases. Where the truth is published it held {Held(inference, titles, numbers).English}; rows of which nothing was measured have their bounds alone.",
            $"Cada porcentaje lleva cotas que no requieren modelo y un intervalo hecho para contener la verdad en el {numbers.Percent(coverage.Nominal, 0)} de los casos. Donde la verdad está publicada la contuvo en el {Held(inference, titles, numbers).Spanish}; las filas de las que no se ha medido nada llevan solo sus cotas.")
        : new(
            "Each share has bounds that need no model. They are all that can be said: for such groups no interval was measured that holds the truth.",
            "Cada porcentaje lleva cotas que no requieren modelo. Es todo lo que se puede decir: para tales grupos no se ha medido ningún intervalo que contenga la verdad.");

    /// <summary>What must be said first: which rows the totals do not tell apart, and which nobody measured; null if none.</summary>
    /// <param name="inference">The inference.</param>
    /// <param name="titles">Names for people of its rows and columns.</param>
    /// <param name="numbers">The reader's numbers.</param>
    public static LocalizedText? Told(Inference inference, TransferTitles titles, NumberStyle numbers)
    {
        int[] marked = [.. Enumerable.Range(0, titles.Rows.Length).Where(g => IsMarked(inference, g))];
        int[] mixed = [.. marked.Where(g => IsMixed(inference, g))];
        if (marked.Length == 0)
        {
            return null;
        }

        if (mixed.Length == 0)
        {
            var untried = Allowed(inference, marked, titles, numbers);
            return new(
                $"* These totals alone do not tell how they voted, and no estimate of such rows was ever held against the truth: {Names(marked, titles).English}. {untried.English}.",
                $"* Estos totales por sí solos no dicen cómo votaron, y ninguna estimación de tales filas se ha comparado con la verdad: {Names(marked, titles).Spanish}. {untried.Spanish}.");
        }

        var (allowed, reach) = (Allowed(inference, mixed, titles, numbers), Reach(inference, mixed, titles, numbers));
        var why = Why(mixed.Max(g => inference.Diagnostics.BetweenUnits[g]), numbers);
        return new(
            $"* These totals cannot tell how they voted: {Names(mixed, titles).English}. {allowed.English}{reach.English}. {why.English}",
            $"* Estos totales no permiten saber cómo votaron: {Names(mixed, titles).Spanish}. {allowed.Spanish}{reach.Spanish}. {why.Spanish}");
    }

    /// <summary>The rows that can only be told from the others together; null if there are none.</summary>
    /// <param name="inference">The inference.</param>
    /// <param name="titles">Names for people of its rows and columns.</param>
    public static LocalizedText? Together(Inference inference, TransferTitles titles) => inference.Pooled.IsEmpty ? null : new(
        $"How they voted together can be told, though not which of them cast which vote: {string.Join("; ", inference.Pooled.Select(p => Name(p.Rows, titles).English))}.",
        $"Cómo votaron en conjunto sí se puede saber, aunque no quién de ellos dio cada voto: {string.Join("; ", inference.Pooled.Select(p => Name(p.Rows, titles).Spanish))}.");

    /// <summary>The name of rows that stand together.</summary>
    /// <param name="rows">Indices of the rows.</param>
    /// <param name="titles">Names for people of rows and columns.</param>
    public static LocalizedText Name(IReadOnlyList<int> rows, TransferTitles titles)
    {
        return new(Joined(t => t.English), Joined(t => t.Spanish));

        string Joined(Func<LocalizedText, string> inLanguage) => rows.Count > MostNamed
            ? $"{inLanguage(titles.Rows[rows[0]])} + … + {inLanguage(titles.Rows[rows[^1]])}"
            : string.Join(" + ", rows.Select(g => inLanguage(titles.Rows[g])));
    }

    /// <summary>That no truth of flows between votes is published; null where they are no flows.</summary>
    /// <param name="inference">The inference.</param>
    public static LocalizedText? Untried(Inference inference) => !inference.IsOfFlows ? null : new(
        "Nobody anywhere has published who went from which choice to which between two votes in which people may stay away: how often such intervals hold was measured on two votes of one ballot, and tried on simulated rolls.",
        "Nadie ha publicado en ninguna parte quién pasó de qué opción a cuál entre dos votaciones en que se puede no votar: cuántas veces aciertan tales intervalos se midió con dos votos de una papeleta y se probó con padrones simulados.");

    /// <summary>How much of what places show is believed for such groups, and what stands in its place.</summary>
    /// <param name="inference">The inference.</param>
    /// <param name="numbers">The reader's numbers.</param>
    public static LocalizedText? Believed(Inference inference, NumberStyle numbers) => inference.Estimate.Believed is not { } believed || believed == 1 ? null
        : inference.Estimate.Problem.Kinds.Rows == GroupKind.Other ? new(
            $"Nobody says what these rows are: of the differences between them that places show, {numbers.Percent(believed, 0)} is believed, as tables of all kinds would have it; the rest is as if everyone in a place chose alike.",
            $"Nadie dice qué son estas filas: de las diferencias entre ellas que muestran los lugares se cree el {numbers.Percent(believed, 0)}, como en tablas de todo tipo; el resto es como si todas las personas de un lugar eligieran igual.")
        : inference.Intervals is { Coverage: null } ? new(
            $"Of the differences between these rows that places show, {numbers.Percent(believed, 0)} is believed; the rest is as if everyone in a place chose alike.",
            $"De las diferencias entre estas filas que muestran los lugares se cree el {numbers.Percent(believed, 0)}; el resto es como si todas las personas de un lugar eligieran igual.")
        : believed == 0 ? new(
            "Of the differences between such groups that places show, nothing is believed: where the truth is published they were no better than chance. The shares are those of everyone in the same places, and the intervals say how far such groups differed elsewhere.",
            "De las diferencias entre tales grupos que muestran los lugares no se cree nada: donde la verdad está publicada no fueron mejores que el azar. Los porcentajes son los de todas las personas de los mismos lugares, y los intervalos dicen cuánto difirieron tales grupos en otras partes.")
        : new(
            $"Of the differences between such groups that places show, {numbers.Percent(believed, 0)} is believed, as much as proved right where the truth is published; the rest is as if everyone in a place chose alike.",
            $"De las diferencias entre tales grupos que muestran los lugares se cree el {numbers.Percent(believed, 0)}, lo que resultó cierto donde la verdad está publicada; el resto es como si todas las personas de un lugar eligieran igual.");

    static bool IsMixed(Inference inference, int row) => inference.Diagnostics.Indistinguishable.Contains(inference.Estimate.Problem.RowNames[row]);

    /// <summary>Why totals do not tell rows apart: they live mixed everywhere, or the numbers of some follow from those of others.</summary>
    static LocalizedText Why(double tells, NumberStyle numbers) => tells < LittleTold
        ? new(
            $"They live mixed with the others everywhere: where people live tells at most {numbers.Percent(tells)} of who is who.",
            $"Viven mezclados con los demás en todas partes: el lugar dice a lo más {numbers.Percent(tells)} de quién es quién.")
        : new(
            "Their numbers follow from each other in every unit, so that the votes of one may as well be those of another.",
            "Sus números se siguen unos de otros en cada unidad, de modo que los votos de unos bien pueden ser los de otros.");

    /// <summary>How often intervals held the truth, for each kind of rows in the table.</summary>
    static LocalizedText Held(Inference inference, TransferTitles titles, NumberStyle numbers)
    {
        var intervals = inference.Intervals!;
        var own = intervals.Coverage!;
        var others = Enumerable.Range(0, titles.Rows.Length).Where(g => intervals.CoverageOf(g) is { } c && c != own).GroupBy(g => intervals.CoverageOf(g)!)
            .Select(rows => (Coverage: rows.Key, Names: Names([.. rows], titles))).ToList();
        return new(
            Told(own, c => c.English) + string.Concat(others.Select(o => $"; for {o.Names.English} {Told(o.Coverage, c => c.English)}")),
            Told(own, c => c.Spanish) + string.Concat(others.Select(o => $"; para {o.Names.Spanish} en el {Told(o.Coverage, c => c.Spanish)}")));

        string Told(IntervalCoverage coverage, Func<LocalizedText, string> inLanguage) => $"{numbers.Percent(coverage.Measured)} ({inLanguage(coverage.On)})";
    }

    static LocalizedText Names(IReadOnlyCollection<int> rows, TransferTitles titles) =>
        new(string.Join(", ", rows.Select(g => titles.Rows[g].English)), string.Join(", ", rows.Select(g => titles.Rows[g].Spanish)));

    /// <summary>What the bounds of rows are in the largest choice.</summary>
    static LocalizedText Allowed(Inference inference, int[] rows, TransferTitles titles, NumberStyle numbers)
    {
        var column = Leading(inference);
        var (named, columns) = (rows.Take(MostNamed).ToArray(), titles.Columns.Length);
        return new(
            $"In {titles.Columns[column].English} they allow {string.Join(", ", named.Select(g => $"{Bounds(g)} of {titles.Rows[g].English}"))}{(named.Length < rows.Length ? " and so on" : "")}",
            $"En {titles.Columns[column].Spanish} permiten {string.Join(", ", named.Select(g => $"{Bounds(g)} de {titles.Rows[g].Spanish}"))}{(named.Length < rows.Length ? " y así las demás" : "")}");

        string Bounds(int g) => $"{numbers.Percent(inference.Bounds.Lower[(g * columns) + column], 0)}–{numbers.Percent(inference.Bounds.Upper[(g * columns) + column], 0)}";
    }

    /// <summary>How far apart two rows may be in the largest choice, whatever model one has.</summary>
    static LocalizedText Reach(Inference inference, int[] rows, TransferTitles titles, NumberStyle numbers)
    {
        if (rows.Length != 2)
        {
            return new("", "");
        }

        var column = Leading(inference);
        var (a, b) = ((rows[0] * titles.Columns.Length) + column, (rows[1] * titles.Columns.Length) + column);
        var behind = numbers.Number(100 * (inference.Bounds.Upper[b] - inference.Bounds.Lower[a]), 0);
        var ahead = numbers.Number(100 * (inference.Bounds.Upper[a] - inference.Bounds.Lower[b]), 0);
        return new(
            $"; {titles.Rows[rows[0]].English} may be from {behind} points behind {titles.Rows[rows[1]].English} to {ahead} points ahead",
            $"; {titles.Rows[rows[0]].Spanish} puede estar desde {behind} puntos detrás de {titles.Rows[rows[1]].Spanish} hasta {ahead} puntos delante");
    }

    /// <summary>The column with most votes, of those that are choices if there are any.</summary>
    static int Leading(Inference inference)
    {
        var problem = inference.Estimate.Problem;
        string[] none = [ContestTransfer.Abstention, ContestTransfer.BlankOrNull, ContestTransfer.NoBallot, RollScenario.Left];
        return Enumerable.Range(0, problem.ColumnNames.Length).OrderBy(c => none.Contains(problem.ColumnNames[c])).ThenByDescending(c => problem.InformedColumns[c]).First();
    }
}
