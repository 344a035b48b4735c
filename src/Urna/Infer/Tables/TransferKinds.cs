using System.Collections.Immutable;
using Urna.Model;

namespace Urna.Infer.Tables;

/// <summary>What the rows and the columns of a problem are.</summary>
/// <param name="Rows">What its groups are.</param>
/// <param name="Columns">What its columns are.</param>
public sealed record TransferKinds(GroupKind Rows, GroupKind Columns)
{
    /// <summary>Nothing is known of either side.</summary>
    public static TransferKinds Unknown { get; } = new(GroupKind.Other, GroupKind.Other);

    /// <summary>Names of the rows that are groups of that kind; empty where all are.</summary>
    /// <remarks>Other rows, such as people who did not vote, tell what people did in an earlier vote.</remarks>
    public ImmutableArray<string> Groups { get; init; } = [];

    /// <summary>Whether a row is a group of the kind.</summary>
    /// <param name="row">The row's name.</param>
    public bool IsGroup(string row) => Groups.IsEmpty || Groups.Contains(row);

    /// <summary>What a row is.</summary>
    /// <param name="row">The row's name.</param>
    /// <remarks>Voters whose group is unknown are a mixture of groups, of which nothing was measured.</remarks>
    public GroupKind Of(string row) => IsGroup(row) ? Rows : row == ContestTransfer.GroupUnknown ? GroupKind.Other : GroupKind.Vote;

    /// <summary>The kinds with rows and columns exchanged.</summary>
    public TransferKinds Turned => new(Columns, Rows);

    /// <summary>The kinds where some rows are one; null if some of those are groups and some are not.</summary>
    /// <param name="together">Names of the rows.</param>
    /// <param name="rows">Names of all rows.</param>
    /// <remarks>All groups together are the people who did something earlier, such as voting.</remarks>
    internal TransferKinds? Together(ImmutableArray<string> together, ImmutableArray<string> rows)
    {
        ImmutableArray<string> groups = [.. rows.Where(IsGroup)];
        ImmutableArray<string> others = [.. groups.Where(g => !together.Contains(g))];
        return together.All(IsGroup)
            ? others.IsEmpty ? new(Groups.IsEmpty ? Rows : GroupKind.Vote, Columns) : this with { Groups = Groups.IsEmpty ? [] : [string.Join('+', together), .. others] }
            : together.Any(IsGroup) ? null : this;
    }
}
