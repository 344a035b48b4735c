using System.Collections.Immutable;
using Urna.Infer.Roll;
using Urna.Model;

namespace Urna.Infer.Tables;

/// <summary>Names for people of the rows and columns of a problem, in its order.</summary>
/// <param name="Rows">Names of the rows.</param>
/// <param name="Columns">Names of the columns.</param>
public sealed record TransferTitles(ImmutableArray<LocalizedText> Rows, ImmutableArray<LocalizedText> Columns)
{
    static readonly Dictionary<string, LocalizedText> known = new()
    {
        [ContestTransfer.BlankOrNull] = LocalizedText.Say("term.blank-or-null"),
        [ContestTransfer.Abstention] = LocalizedText.Say("term.did-not-vote"),
        [ContestTransfer.GroupUnknown] = LocalizedText.Say("term.voted-group-unknown"),
        [ContestTransfer.NoBallot] = LocalizedText.Say("transfer-titles.signed-no-ballot-counted"),
        [RollScenario.Entered] = LocalizedText.Say("term.entered-the-roll"),
        [RollScenario.Left] = LocalizedText.Say("term.left-the-roll"),
    };

    /// <summary>The name for people of a row or column; its own where it has no other.</summary>
    /// <param name="name">The name in the problem.</param>
    public static LocalizedText Of(string name) => known.GetValueOrDefault(name) ?? LocalizedText.Same(name);

    /// <summary>The names for people of a problem whose tables came without any.</summary>
    /// <param name="problem">The problem.</param>
    public static TransferTitles Of(TransferProblem problem) => new([.. problem.RowNames.Select(Of)], [.. problem.ColumnNames.Select(Of)]);
}
