using System.Collections.Immutable;
using Urna.Model;

namespace Urna.Audit.Statements;

/// <summary>What must be true of the votes for a contest's outcome to be right; or why no audit can say it so.</summary>
/// <param name="Statements">The statements: where all are true, the outcome is right.</param>
/// <param name="Refusals">Why the outcome cannot be put into statements about ballots; empty if it can.</param>
public sealed record StatementSet(ImmutableArray<Statement> Statements, ImmutableArray<LocalizedText> Refusals)
{
    /// <summary>Whether the outcome hangs on the statements alone.</summary>
    public bool IsComplete => Refusals.IsEmpty;

    internal static StatementSet Refused(params IEnumerable<LocalizedText> because) => new([], [.. because.Distinct()]);
}
