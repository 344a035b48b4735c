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
        ? LocalizedText.Say(
            "coverage.second-line-an-interval-made-to", ("nominal", coverage.Nominal), ("held", Held(inference, titles, numbers)))
        : LocalizedText.Say("coverage.second-line-the-bounds-since-for");

    /// <summary>What the intervals of a page are, in a sentence.</summary>
    /// <param name="inference">The inference; it has intervals.</param>
    /// <param name="titles">Names for people of its rows and columns.</param>
    /// <param name="numbers">The reader's numbers.</param>
    public static LocalizedText Sentence(Inference inference, TransferTitles titles, NumberStyle numbers) => inference.Intervals!.Coverage is { } coverage
        ? LocalizedText.Say(
            "coverage.each-share-has-bounds-that-need", ("nominal", coverage.Nominal), ("held", Held(inference, titles, numbers)))
        : LocalizedText.Say("coverage.each-share-has-bounds-that-need-2");

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
            return LocalizedText.Say("coverage.these-totals-alone-do-not-tell", ("titles", Names(marked, titles)), ("untried", untried));
        }

        var (allowed, reach) = (Allowed(inference, mixed, titles, numbers), Reach(inference, mixed, titles, numbers));
        var why = Why(mixed.Max(g => inference.Diagnostics.BetweenUnits[g]), numbers);
        return LocalizedText.Say(
            "coverage.these-totals-cannot-tell-how-they", ("titles", Names(mixed, titles)), ("allowed", allowed), ("reach", reach),
            ("why", why));
    }

    /// <summary>The rows that can only be told from the others together; null if there are none.</summary>
    /// <param name="inference">The inference.</param>
    /// <param name="titles">Names for people of its rows and columns.</param>
    public static LocalizedText? Together(Inference inference, TransferTitles titles) => inference.Pooled.IsEmpty ? null : LocalizedText.Say(
        "coverage.how-they-voted-together-can-be", ("pooled", LocalizedText.Join("; ", inference.Pooled.Select(p => Name(p.Rows, titles)))));

    /// <summary>The name of rows that stand together.</summary>
    /// <param name="rows">Indices of the rows.</param>
    /// <param name="titles">Names for people of rows and columns.</param>
    public static LocalizedText Name(IReadOnlyList<int> rows, TransferTitles titles) => rows.Count > MostNamed
        ? LocalizedText.Join(" + … + ", [titles.Rows[rows[0]], titles.Rows[rows[^1]]])
        : LocalizedText.Join(" + ", rows.Select(g => titles.Rows[g]));

    /// <summary>That no truth of flows between votes is published; null where they are no flows.</summary>
    /// <param name="inference">The inference.</param>
    public static LocalizedText? Untried(Inference inference) => !inference.IsOfFlows ? null : LocalizedText.Say("coverage.nobody-anywhere-has-published-who-went");

    /// <summary>How much of what places show is believed for such groups, and what stands in its place.</summary>
    /// <param name="inference">The inference.</param>
    /// <param name="numbers">The reader's numbers.</param>
    public static LocalizedText? Believed(Inference inference, NumberStyle numbers) => inference.Estimate.Believed is not { } believed || believed == 1 ? null
        : inference.Estimate.Problem.Kinds.Rows == GroupKind.Other ? LocalizedText.Say(
            "coverage.nobody-says-what-these-rows-are", ("believed", believed))
        : inference.Intervals is { Coverage: null } ? LocalizedText.Say(
            "coverage.of-the-differences-between-these-rows", ("believed", believed))
        : believed == 0 ? LocalizedText.Say("coverage.of-the-differences-between-such-groups")
        : LocalizedText.Say("coverage.of-the-differences-between-such-groups-2", ("believed", believed));

    static bool IsMixed(Inference inference, int row) => inference.Diagnostics.Indistinguishable.Contains(inference.Estimate.Problem.RowNames[row]);

    /// <summary>Why totals do not tell rows apart: they live mixed everywhere, or the numbers of some follow from those of others.</summary>
    static LocalizedText Why(double tells, NumberStyle numbers) => tells < LittleTold
        ? LocalizedText.Say("coverage.they-live-mixed-with-the-others", ("tells", tells))
        : LocalizedText.Say("coverage.their-numbers-follow-from-each-other");

    /// <summary>How often intervals held the truth, for each kind of rows in the table.</summary>
    static LocalizedText Held(Inference inference, TransferTitles titles, NumberStyle numbers)
    {
        var intervals = inference.Intervals!;
        var own = intervals.Coverage!;
        var others = Enumerable.Range(0, titles.Rows.Length).Where(g => intervals.CoverageOf(g) is { } c && c != own).GroupBy(g => intervals.CoverageOf(g)!)
            .Select(rows => (Coverage: rows.Key, Names: Names([.. rows], titles))).ToList();
        return LocalizedText.Join("", [
            LocalizedText.Say("coverage.held", ("share", own.Measured), ("on", own.On)),
            .. others.Select(o => LocalizedText.Say("coverage.held-for-others", ("rows", o.Names), ("share", o.Coverage.Measured), ("on", o.Coverage.On)))]);
    }

    static LocalizedText Names(IReadOnlyCollection<int> rows, TransferTitles titles) =>
        LocalizedText.Join(", ", rows.Select(g => titles.Rows[g]));

    /// <summary>What the bounds of rows are in the largest choice.</summary>
    static LocalizedText Allowed(Inference inference, int[] rows, TransferTitles titles, NumberStyle numbers)
    {
        var column = Leading(inference);
        var (named, columns) = (rows.Take(MostNamed).ToArray(), titles.Columns.Length);
        return LocalizedText.Say(
            "coverage.in-they-allow", ("column", titles.Columns[column]),
            ("named", LocalizedText.Join(", ", named.Select(Bounds))), ("more", named.Length < rows.Length));

        LocalizedText Bounds(int g) => LocalizedText.Say(
            "coverage.bounds-of-a-row", ("lower", inference.Bounds.Lower[(g * columns) + column]),
            ("upper", inference.Bounds.Upper[(g * columns) + column]), ("row", titles.Rows[g]));
    }

    /// <summary>How far apart two rows may be in the largest choice, whatever model one has.</summary>
    static LocalizedText Reach(Inference inference, int[] rows, TransferTitles titles, NumberStyle numbers)
    {
        if (rows.Length != 2)
        {
            return LocalizedText.Same("");
        }

        var column = Leading(inference);
        var (a, b) = ((rows[0] * titles.Columns.Length) + column, (rows[1] * titles.Columns.Length) + column);
        var behind = 100 * (inference.Bounds.Upper[b] - inference.Bounds.Lower[a]);
        var ahead = 100 * (inference.Bounds.Upper[a] - inference.Bounds.Lower[b]);
        return LocalizedText.Say(
            "coverage.may-be-from-points-behind-to", ("row", titles.Rows[rows[0]]), ("behind", behind), ("row2", titles.Rows[rows[1]]),
            ("ahead", ahead));
    }

    /// <summary>The column with most votes, of those that are choices if there are any.</summary>
    static int Leading(Inference inference)
    {
        var problem = inference.Estimate.Problem;
        string[] none = [ContestTransfer.Abstention, ContestTransfer.BlankOrNull, ContestTransfer.NoBallot, RollScenario.Left];
        return Enumerable.Range(0, problem.ColumnNames.Length).OrderBy(c => none.Contains(problem.ColumnNames[c])).ThenByDescending(c => problem.InformedColumns[c]).First();
    }
}
