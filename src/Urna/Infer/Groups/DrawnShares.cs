using Urna.Infer.Associations;
using Urna.Infer.Tables;
using Urna.Numerics;

namespace Urna.Infer.Groups;

/// <summary>Shares drawn from what places show towards everyone of a place alike.</summary>
/// <param name="Places">What places show: shares by the association, shape [rows × columns].</param>
/// <param name="Alike">The shares if groups of a place chose alike, same shape.</param>
/// <param name="Seeds">Shares whose odds ratios each unit has if groups choose alike, same shape.</param>
/// <param name="Pull">The part of what places show that is believed, in [0, 1].</param>
/// <remarks>
/// All of them hold every margin of every unit, and so does their mixture. Rows that are no groups, such as people who did not vote, keep their association in
/// the first two; how far they and all groups together are drawn is told apart, as of the rows of an earlier vote that they are.
/// </remarks>
sealed record DrawnShares(double[] Places, double[] Alike, double[] Seeds, double Pull)
{
    /// <summary>What the units tell of the table; null before that was asked.</summary>
    public TableTraits? Traits { get; init; }

    /// <summary>The shares if everyone of a place chose alike, groups or not; empty where all rows are groups.</summary>
    public double[] Everyone { get; init; } = [];

    /// <summary>Shares whose odds ratios each unit has if everyone of it chose alike; empty where all rows are groups.</summary>
    public double[] SeedsOfEveryone { get; init; } = [];

    /// <summary>The part that is believed of how all groups together differ from the other rows, in [0, 1].</summary>
    public double PullOfOthers { get; init; } = 1;

    /// <summary>The mixture.</summary>
    public double[] Shares => [.. Places.Select((p, i) => Mixed(Everyone.Length == 0 ? 0 : Everyone[i], Alike[i], p))];

    double Mixed(double everyone, double alike, double places)
    {
        var (others, groups) = Everyone.Length == 0 ? (1, Pull) : (PullOfOthers, Math.Min(Pull, PullOfOthers));
        return ((1 - others) * everyone) + ((others - groups) * alike) + (groups * places);
    }

    /// <summary>The same where some rows are no groups, with everyone alike beside it.</summary>
    /// <param name="problem">The counts.</param>
    public DrawnShares WithEveryone(TransferProblem problem)
    {
        var (columns, votes) = (problem.ColumnNames.Length, problem.InformedColumns);
        var seeds = new double[Places.Length];
        for (var i = 0; i < seeds.Length; i++)
        {
            seeds[i] = problem.IsImpossible(i / columns, i % columns) ? 0 : votes[i % columns];
        }

        Sums.NormaliseRows(seeds, columns);
        return this with { SeedsOfEveryone = seeds, Everyone = FittedUnits.Summed(problem, seeds) };
    }

    /// <summary>A problem's shares, of which all that places show is believed.</summary>
    /// <param name="problem">The counts.</param>
    /// <param name="seeds">Shares whose odds ratios each unit has, by the association.</param>
    /// <param name="places">Shares by the association, summed over units.</param>
    public static DrawnShares Of(TransferProblem problem, double[] seeds, double[] places)
    {
        var alike = SeedsOfAlike(problem, seeds);
        return new DrawnShares(places, FittedUnits.Summed(problem, alike), alike, 1);
    }

    /// <summary>A unit's people by row and column, shape [rows × columns].</summary>
    /// <param name="problem">The counts.</param>
    /// <param name="unit">The unit's index.</param>
    /// <param name="seeds">Shares whose odds ratios each unit has, by the association.</param>
    /// <param name="table">Where they go.</param>
    public void Fill(TransferProblem problem, int unit, double[] seeds, double[] table)
    {
        FittedUnits.Fill(problem, unit, Seeds, table);
        var (shown, everyone) = (new double[table.Length], new double[table.Length]);
        if (Pull > 0)
        {
            FittedUnits.Fill(problem, unit, seeds, shown);
        }

        if (SeedsOfEveryone.Length > 0)
        {
            FittedUnits.Fill(problem, unit, SeedsOfEveryone, everyone);
        }

        for (var i = 0; i < table.Length; i++)
        {
            table[i] = Mixed(everyone[i], table[i], shown[i]);
        }
    }

    /// <summary>Every group has the shares of all groups together; a cell that is impossible stays empty.</summary>
    static double[] SeedsOfAlike(TransferProblem problem, double[] seeds)
    {
        var columns = problem.ColumnNames.Length;
        var pooled = Pooled(problem, seeds);
        double[] alike = [.. seeds];
        for (var i = 0; i < alike.Length; i++)
        {
            if (problem.Kinds.IsGroup(problem.RowNames[i / columns]) && problem.InformedRows[i / columns] > 0)
            {
                alike[i] = problem.IsImpossible(i / columns, i % columns) ? 0 : pooled[i % columns];
            }
        }

        Sums.NormaliseRows(alike, columns);
        return alike;
    }

    /// <summary>The shares of all groups together, shape [columns].</summary>
    /// <param name="problem">The counts.</param>
    /// <param name="shares">By row and column.</param>
    public static double[] Pooled(TransferProblem problem, IReadOnlyList<double> shares)
    {
        var columns = problem.ColumnNames.Length;
        var pooled = new double[columns];
        for (var i = 0; i < shares.Count; i++)
        {
            pooled[i % columns] += problem.Kinds.IsGroup(problem.RowNames[i / columns]) ? problem.InformedRows[i / columns] * shares[i] : 0;
        }

        Sums.NormaliseRows(pooled, columns);
        return pooled;
    }
}
