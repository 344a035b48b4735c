using System.Collections.Immutable;
using Urna.Infer.Tables;
using Urna.Model;

namespace Urna.Infer.Groups;

/// <summary>What was learnt of kinds of groups, and how much of what places show is believed for each.</summary>
/// <param name="Traits">Coefficients of the traits of a share, for the logarithm of its usual error; the same for all pairs.</param>
/// <param name="Pairs">What was learnt of each pair; with <see cref="GroupKind.Other"/>, of all that belong there.</param>
sealed record GroupModel(ImmutableArray<double> Traits, ImmutableArray<GroupLearning> Pairs)
{
    /// <summary>The model learnt on the open tables whose truth is published.</summary>
    public static GroupModel Learnt { get; } = LearntGroups.Model;

    /// <summary>What was learnt of a pair, or of all that its rows were paired with, or of everything.</summary>
    /// <param name="rows">What the groups are.</param>
    /// <param name="columns">What the columns are.</param>
    public GroupLearning Of(GroupKind rows, GroupKind columns) =>
        Find(rows, columns) ?? Find(rows, GroupKind.Other) ?? Find(GroupKind.Other, GroupKind.Other)!;

    /// <summary>What was learnt of tables like this one: of its pair, or else of its rows' kind; null where none went as far.</summary>
    /// <param name="rows">What the groups are.</param>
    /// <param name="columns">What the columns are.</param>
    /// <param name="traits">What the units tell of the table.</param>
    /// <remarks>How much is believed is the pair's own also where its intervals are those of its rows' kind.</remarks>
    public GroupLearning? For(GroupKind rows, GroupKind columns, TableTraits traits)
    {
        var (own, ofRows) = (Find(rows, columns), Find(rows, GroupKind.Other));
        return rows == GroupKind.Other || own?.Use == IntervalUse.None ? null
            : own?.Use == IntervalUse.Own && own.Seen.Holds(traits) ? own
            : ofRows?.Use == IntervalUse.Own && ofRows.Seen.Holds(traits) ? own?.Seen.Holds(traits) == true ? ofRows with { Pull = own.Pull } : ofRows
            : null;
    }

    /// <summary>Why a pair of kinds that are known has bounds alone; null where it may have intervals, or rows are of no known kind.</summary>
    /// <param name="rows">What the groups are.</param>
    /// <param name="columns">What the columns are.</param>
    public LocalizedText? WhyNone(GroupKind rows, GroupKind columns)
    {
        var (own, ofRows) = (Find(rows, columns), Find(rows, GroupKind.Other));
        return rows == GroupKind.Other || IsOfParties(rows, columns) || own?.Use == IntervalUse.Own ? null
            : own?.Use == IntervalUse.None ? own.On
            : ofRows?.Use == IntervalUse.None ? ofRows.On
            : null;
    }

    /// <summary>How much of what places show is believed of a table.</summary>
    /// <param name="rows">What the groups are.</param>
    /// <param name="columns">What the columns are.</param>
    /// <param name="traits">What the units tell of the table.</param>
    public double PullOf(GroupKind rows, GroupKind columns, TableTraits traits) => (For(rows, columns, traits) ?? Of(rows, columns)).PullOf(traits);

    /// <summary>Shares drawn towards everyone of a place alike; null where what places show is believed as it is.</summary>
    /// <param name="problem">The counts.</param>
    /// <param name="seeds">Shares whose odds ratios each unit has, by the association.</param>
    /// <param name="places">Shares by the association, summed over units.</param>
    public DrawnShares? Draw(TransferProblem problem, double[] seeds, double[] places)
    {
        var kinds = KindRange.Credible(problem);
        if (IsOfParties(kinds.Rows, kinds.Columns))
        {
            return null;
        }

        var shown = DrawnShares.Of(problem, seeds, places);
        var traits = TableTraits.Of(problem, shown);
        var drawn = shown with { Pull = PullOf(kinds.Rows, kinds.Columns, traits), Traits = traits };
        ImmutableArray<int> groups = [.. Enumerable.Range(0, problem.RowNames.Length).Where(g => problem.Kinds.IsGroup(problem.RowNames[g]))];
        return groups.Length == problem.RowNames.Length || groups.IsEmpty ? drawn : drawn.WithEveryone(problem) with { PullOfOthers = PullOfOneRow(problem, groups, places) };
    }

    /// <summary>How much of what places show is believed where all groups are one row beside the others.</summary>
    double PullOfOneRow(TransferProblem problem, ImmutableArray<int> groups, double[] places)
    {
        var asOne = problem.WithOneRow(groups).Of(new TransferKinds(GroupKind.Vote, problem.Kinds.Columns));
        var columns = problem.ColumnNames.Length;
        var others = Enumerable.Range(0, problem.RowNames.Length).Where(g => !groups.Contains(g)).SelectMany(g => places.Skip(g * columns).Take(columns));
        double[] shown = [.. DrawnShares.Pooled(problem, places), .. others];
        return PullOf(GroupKind.Vote, problem.Kinds.Columns, TableTraits.Of(asOne, DrawnShares.Of(asOne, shown, shown)));
    }

    /// <summary>Whether a pair is that on which the curve of association and its own intervals were learnt.</summary>
    /// <param name="rows">What the groups are.</param>
    /// <param name="columns">What the columns are.</param>
    public static bool IsOfParties(GroupKind rows, GroupKind columns) => (rows, columns) == (GroupKind.Party, GroupKind.Vote);

    /// <summary>A share's usual error.</summary>
    /// <param name="learning">What was learnt of its pair.</param>
    /// <param name="share">What tells of it.</param>
    public double UsualError(GroupLearning learning, ShareTraits share)
    {
        var features = share.Features();
        var sum = learning.Scale;
        for (var k = 0; k < features.Length; k++)
        {
            sum += Traits[k] * features[k];
        }

        return Math.Exp(sum);
    }

    GroupLearning? Find(GroupKind rows, GroupKind columns) => Pairs.FirstOrDefault(p => p.Pair == new PairOfKinds(rows, columns));
}
