using System.Collections.Immutable;
using Urna.Audit.Statements;
using Urna.Numerics;

namespace Urna.Audit.Plans;

/// <summary>What people read on a ballot, or counted in a box.</summary>
/// <param name="Id">The ballot or box.</param>
/// <param name="District">The number of its district, from 0.</param>
/// <param name="Lines">Votes by line of the district's ballot.</param>
/// <param name="Blank">Blank ballots.</param>
/// <param name="Null">Null ballots.</param>
public sealed record AuditSheet(string Id, int District, ImmutableArray<long> Lines, long Blank, long Null)
{
    /// <summary>What it weighs in a statement.</summary>
    internal Fraction Weigh(Statement statement) => new AuditBox(Id, "", District, 0, Lines) { Blank = Blank, Null = Null }.Weigh(statement);
}
