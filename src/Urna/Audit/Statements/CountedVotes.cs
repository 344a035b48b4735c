using System.Collections.Immutable;
using Urna.Allocate;
using Urna.Allocate.Votes;
using Urna.Model;

namespace Urna.Audit.Statements;

/// <summary>The votes of a district, as an audit needs them.</summary>
/// <param name="District">Its name.</param>
/// <param name="Lines">Votes by line of the ballot, each ≥ 0; those of an earlier round are 0.</param>
/// <param name="Blank">Blank ballots that are known, ≥ 0.</param>
/// <param name="Null">Null ballots that are known, ≥ 0.</param>
/// <param name="Ballots">All ballots, ≥ 0.</param>
public sealed record CountedDistrict(string District, ImmutableArray<long> Lines, long Blank, long Null, long Ballots)
{
    /// <summary>Votes for any line.</summary>
    public long Valid { get; } = Lines.Sum();

    /// <summary>Whether all ballots are known, and not only those that were counted for a line, as blank or as null.</summary>
    public bool AllAreKnown { get; init; } = true;
}

/// <summary>The votes of a contest, as an audit needs them.</summary>
/// <param name="Districts">Its districts, in order.</param>
public sealed record CountedVotes(ImmutableArray<CountedDistrict> Districts)
{
    /// <summary>The votes of a line.</summary>
    /// <param name="line">The line.</param>
    public long Of(BallotLine line) => Districts[line.District].Lines[line.Line];

    /// <summary>The votes of a contest's last round.</summary>
    /// <param name="votes">The votes.</param>
    /// <param name="ballots">The ballots of each district, in order; null where they are not stated, so that the counted ones are all.</param>
    /// <exception cref="ArgumentException">A district has fewer ballots than votes, of which each ballot has one.</exception>
    public static CountedVotes Of(ContestVotes votes, IReadOnlyList<long?>? ballots = null) => new(
        [.. votes.Districts.Select((d, i) => Of(d, ballots?[i]))]);

    static CountedDistrict Of(DistrictVotes district, long? stated)
    {
        var last = district.Votes.IsEmpty ? 1 : district.Votes.Max(v => v.Round);
        ImmutableArray<long> lines = [.. district.Votes.Select(v => v.Round == last ? v.Votes : 0)];
        var counted = lines.Sum() + (district.Blank ?? 0) + (district.Null ?? 0);
        return new CountedDistrict(district.District, lines, district.Blank ?? 0, district.Null ?? 0, stated ?? counted)
        {
            AllAreKnown = stated is not null || (district.Blank is not null && district.Null is not null),
        };
    }
}
