using System.Collections.Immutable;
using Urna.Infer.Tables;
using Urna.Model;

namespace Urna.Cli.Verbs;

/// <summary>What the rows and columns of two files are, as options and names say.</summary>
static class InferKinds
{
    /// <summary>The words of <c>--groups</c>.</summary>
    public static readonly ImmutableArray<string> Groups = ["sex", "age", "race", "party", "vote", "other"];

    /// <summary>The words of <c>--options</c>.</summary>
    public static readonly ImmutableArray<string> Options = ["vote", "turnout", "party", "sex", "age", "race", "other"];

    // Names of columns, folded, that say that people voted or did not.
    static readonly string[] turnout =
    [
        "abstention", "abstained", "did-not-vote", "did not vote", "not voted", "nonvoters", "non-voters", "abstencion", "no voto", "no votaron", "no-voto", "abstenidos",
    ];

    /// <summary>The kinds of a problem.</summary>
    /// <param name="problem">The two tables.</param>
    /// <param name="groups">What the rows are.</param>
    /// <param name="options">What the columns are; null where nobody says.</param>
    /// <remarks>Two columns of which nobody says what they are may be votes or turnout: then nothing is supposed.</remarks>
    public static TransferKinds Of(TransferProblem problem, string groups, string? options) => new(
        Enum.Parse<GroupKind>(groups, true),
        options is not null ? Enum.Parse<GroupKind>(options, true)
            : problem.ColumnNames.Length > 2 ? GroupKind.Vote
            : problem.ColumnNames.Any(n => turnout.Contains(FoldedName.Of(n).ToLowerInvariant())) ? GroupKind.Turnout
            : GroupKind.Other);
}
