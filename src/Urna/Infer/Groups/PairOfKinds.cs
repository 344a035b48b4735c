using Urna.Model;

namespace Urna.Infer.Groups;

/// <summary>What rows and columns of tables are that were learnt together.</summary>
/// <param name="Rows">What the groups are; <see cref="GroupKind.Other"/> for all kinds together.</param>
/// <param name="Columns">What the columns are; <see cref="GroupKind.Other"/> for all kinds together.</param>
public readonly record struct PairOfKinds(GroupKind Rows, GroupKind Columns);
