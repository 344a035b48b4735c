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
        [ContestTransfer.BlankOrNull] = new("Blank or null", "Blanco o nulo"),
        [ContestTransfer.Abstention] = new("Did not vote", "No votó"),
        [ContestTransfer.GroupUnknown] = new("Voted, group unknown", "Votó, grupo desconocido"),
        [ContestTransfer.NoBallot] = new("Signed, no ballot counted", "Firmó, sin voto contado"),
        [RollScenario.Entered] = new("Entered the roll", "Entró al padrón"),
        [RollScenario.Left] = new("Left the roll", "Salió del padrón"),
    };

    /// <summary>The name for people of a row or column; its own where it has no other.</summary>
    /// <param name="name">The name in the problem.</param>
    public static LocalizedText Of(string name) => known.GetValueOrDefault(name) ?? LocalizedText.Same(name);

    /// <summary>The names for people of a problem whose tables came without any.</summary>
    /// <param name="problem">The problem.</param>
    public static TransferTitles Of(TransferProblem problem) => new([.. problem.RowNames.Select(Of)], [.. problem.ColumnNames.Select(Of)]);
}
