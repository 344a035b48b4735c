using System.Collections.Immutable;
using Urna.Infer.Groups;
using Urna.Infer.Tables;
using Urna.Model;
using Urna.Numerics;

namespace Urna.Infer.Uncertainty;

/// <summary>How far shares that were drawn towards everyone alike are from the truth, as learnt of their kinds.</summary>
/// <remarks>
/// Where some rows are no groups, groups are parts of one row: its own error, as of an earlier vote, comes to that of their difference from it.
/// </remarks>
sealed class GroupIntervals
{
    readonly TransferProblem problem;
    readonly double[] shares;
    readonly double[] usual;
    readonly double[] usualTogether;
    readonly GroupLearning together;
    readonly GroupLearning?[] learnt;
    readonly int columns;

    /// <summary>Prepares them.</summary>
    /// <param name="problem">The counts.</param>
    /// <param name="drawn">The shares.</param>
    /// <param name="identifiability">How far units tell each row apart, shape [rows].</param>
    /// <param name="model">What was learnt.</param>
    public GroupIntervals(TransferProblem problem, DrawnShares drawn, IReadOnlyList<double> identifiability, GroupModel model)
    {
        this.problem = problem;
        shares = drawn.Shares;
        columns = problem.ColumnNames.Length;
        together = model.Of(GroupKind.Vote, problem.Kinds.Columns);
        var kinds = KindRange.Credible(problem);
        var traits = drawn.Traits ?? TableTraits.Of(problem, drawn);
        learnt = [.. problem.RowNames.Select((row, g) => KindRange.IsMeasured(problem, g) ? Learnt(kinds.Of(row), identifiability[g], traits, model) : null)];
        (usual, usualTogether) = Errors(drawn, model);
    }

    /// <summary>Whether nothing was learnt that a row's interval could rest on.</summary>
    /// <param name="row">The row's index.</param>
    public bool IsUnknown(int row) => learnt[row] is null;

    /// <summary>Whether nothing is known that tells which of two groups is ahead.</summary>
    /// <param name="row">The index of either row.</param>
    public bool HasNoSign(int row) => learnt[row]?.TellsSigns != true;

    /// <summary>What was learnt of the rows that are known: of the groups, or else of the others; null if of none.</summary>
    public GroupLearning? Known =>
        Enumerable.Range(0, learnt.Length).Where(g => problem.InformedRows[g] > 0).OrderByDescending(g => problem.Kinds.IsGroup(problem.RowNames[g])).Select(g => learnt[g]).FirstOrDefault(l => l is not null);

    /// <summary>How often intervals like a row's held the truth.</summary>
    /// <param name="row">The row's index; it is known.</param>
    /// <param name="level">How often an interval shall hold it, in (0, 1).</param>
    public IntervalCoverage CoverageOf(int row, double level) => new MeasuredCoverage(learnt[row]!.Held, learnt[row]!.LeastIdentifiability, learnt[row]!.On).At(level);

    /// <summary>How far below and above a share its interval reaches.</summary>
    /// <param name="cell">The cell's index; its row is known.</param>
    /// <param name="level">How often the interval shall hold the truth, in (0, 1).</param>
    public double Half(int cell, double level) => Reach(cell, learnt[cell / columns]!.Shares, together.Shares, level);

    /// <summary>The same for all cells of a table at once.</summary>
    /// <param name="cell">The cell's index; its row is known.</param>
    /// <param name="level">How often all intervals shall hold the truth, in (0, 1).</param>
    public double HalfOfAll(int cell, double level) => Reach(cell, learnt[cell / columns]!.Tables, together.Tables, level);

    /// <summary>The same for the difference of two rows in a column.</summary>
    /// <param name="row">A row that is known.</param>
    /// <param name="other">Another.</param>
    /// <param name="column">The column.</param>
    /// <param name="level">How often the interval shall hold the truth, in (0, 1).</param>
    public double HalfOfDifference(int row, int other, int column, double level)
    {
        var (a, b) = ((row * columns) + column, (other * columns) + column);
        return double.Hypot(
            usual[a] * IntervalCalibration.Multiple(learnt[row]!.Differences, level),
            usual[b] * IntervalCalibration.Multiple(learnt[other]!.Differences, level));
    }

    /// <summary>A share's usual error.</summary>
    /// <param name="cell">The cell's index.</param>
    internal double Usual(int cell) => usual[cell];

    double Reach(int cell, ImmutableArray<double> own, ImmutableArray<double> ofAll, double level)
    {
        var half = usual[cell] * IntervalCalibration.Multiple(own, level);
        return usualTogether.Length > 0 && problem.Kinds.IsGroup(problem.RowNames[cell / columns])
            ? double.Hypot(half, usualTogether[cell % columns] * IntervalCalibration.Multiple(ofAll, level))
            : half;
    }

    GroupLearning? Learnt(GroupKind kind, double identifiability, TableTraits traits, GroupModel model)
    {
        var found = model.For(kind, problem.Kinds.Columns, traits);
        return identifiability < found?.LeastIdentifiability ? null : found;
    }

    (double[] Usual, double[] Together) Errors(DrawnShares drawn, GroupModel model)
    {
        var people = problem.InformedRows;
        var all = Sums.Of(people);
        var grouped = problem.RowNames.Select((row, g) => problem.Kinds.IsGroup(row) ? people[g] : 0).Sum();
        var isMixed = grouped < all;
        var everyone = isMixed ? Everyone() : drawn.Alike;
        var column = Array.ConvertAll(problem.InformedColumns, v => all == 0 ? 0 : v / all);
        var (places, alike) = (DrawnShares.Pooled(problem, drawn.Places), DrawnShares.Pooled(problem, everyone));
        var found = new double[shares.Length];
        for (var i = 0; i < found.Length; i++)
        {
            var (g, c) = (i / columns, i % columns);
            if (learnt[g] is { } learning && people[g] > 0)
            {
                var isGroup = problem.Kinds.IsGroup(problem.RowNames[g]);
                found[i] = model.UsualError(learning, isGroup
                    ? new ShareTraits(drawn.Alike[i], drawn.Places[i], people[g] / grouped, places[c])
                    : new ShareTraits(everyone[i], drawn.Places[i], people[g] / all, column[c]));
            }
        }

        return (found, isMixed ? [.. column.Select((part, c) => model.UsualError(together, new ShareTraits(alike[c], places[c], grouped / all, part)))] : []);
    }

    /// <summary>The shares of each row if everyone of a unit chose alike.</summary>
    double[] Everyone()
    {
        var sums = new double[shares.Length];
        for (var b = 0; b < problem.Units.Length; b++)
        {
            if (problem.IsInformed(b))
            {
                var votes = problem.ColumnsOf(b);
                var people = problem.RowsOf(b);
                var cast = Sums.Of(votes);
                for (var i = 0; i < sums.Length; i++)
                {
                    sums[i] += people[i / columns] * votes[i % columns] / cast;
                }
            }
        }

        Sums.NormaliseRows(sums, columns);
        return sums;
    }
}
