using System.Collections.Immutable;
using Urna.Audit.Statements;

namespace Urna.Audit.Plans;

/// <summary>How paper is held against the count.</summary>
public enum AuditMethod
{
    /// <summary>Ballots are drawn and read.</summary>
    BallotPolling,

    /// <summary>Ballots are drawn, and each is held against what the machine made of it.</summary>
    BallotComparison,

    /// <summary>Boxes are drawn and counted again, and held against their returns.</summary>
    BatchComparison,
}

/// <summary>A statement with its assertion about ballots.</summary>
/// <param name="Statement">The statement.</param>
/// <param name="Assertion">The assertion, as reported.</param>
public sealed record AuditedStatement(Statement Statement, Assertion Assertion);

/// <summary>Statements that share one sample: those about the same ballots of one contest.</summary>
/// <param name="Contest">The contest; empty for plain files.</param>
/// <param name="District">The district; <c>*</c> for the whole territory.</param>
/// <param name="Statements">The statements, tightest first.</param>
/// <param name="Votes">The reported votes of the contest.</param>
public sealed record AuditGroup(string Contest, string District, ImmutableArray<AuditedStatement> Statements, CountedVotes Votes)
{
    /// <summary>The districts whose ballots it is about, by number.</summary>
    public ImmutableArray<int> Scope => Statements[0].Statement.Scope;

    /// <summary>All its ballots.</summary>
    public long Ballots => Statements[0].Statement.Ballots(Votes);

    /// <summary>The statement that is closest to being false.</summary>
    public AuditedStatement Tightest => Statements[0];

    /// <summary>Whether every statement is that one has more votes than another.</summary>
    public bool IsOfPluralities => Statements.All(s => s.Assertion.Kind == AssertionKind.Plurality);

    /// <summary>The groups of a contest: one for each set of districts that statements are about.</summary>
    /// <param name="contest">The contest; empty for plain files.</param>
    /// <param name="set">Its statements, which are complete.</param>
    /// <param name="votes">Its reported votes.</param>
    /// <exception cref="ArgumentException">The outcome cannot be put into statements.</exception>
    public static ImmutableArray<AuditGroup> Of(string contest, StatementSet set, CountedVotes votes) => set.IsComplete
        ?
        [
            .. set.Statements.GroupBy(s => s.District).Select(g => new AuditGroup(
                contest,
                g.Key,
                [.. g.Select(s => new AuditedStatement(s, s.Of(votes))).OrderBy(s => (s.Assertion.Margin / s.Assertion.Upper).Value)],
                votes)),
        ]
        : throw new ArgumentException($"'{contest}' cannot be audited: {string.Join("; ", set.Refusals.Select(r => r.English))}.", nameof(set));
}
