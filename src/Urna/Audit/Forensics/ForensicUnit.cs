using System.Collections.Immutable;
using Urna.Numerics;

namespace Urna.Audit.Forensics;

/// <summary>What one unit of a contest reports, as tests of counts look at it.</summary>
/// <param name="Place">The unit.</param>
/// <param name="Group">Its neighbours' number: units of one group lie near each other.</param>
/// <param name="Registered">People on its roll; 0 where it is not known.</param>
/// <param name="Cast">Votes cast, ≥ 0.</param>
/// <param name="Votes">Votes by choice, each ≥ 0.</param>
public sealed record ForensicUnit(string Place, int Group, long Registered, long Cast, ImmutableArray<long> Votes)
{
    /// <summary>Votes for choices.</summary>
    public long Valid { get; } = Votes.Sum();

    /// <summary>Whether its own figures cannot all be true: more votes than ballots, or more ballots than people.</summary>
    public bool IsImpossible => Valid > Cast || (Registered > 0 && Cast > Registered);

    /// <summary>Votes cast in the same box for another contest of the day; null where there is none.</summary>
    public long? CastElsewhere { get; init; }

    /// <summary>What a model of voters' moves expects for the leader; null where there is none.</summary>
    public double? LeaderExpected { get; init; }

    /// <summary>When it came in, as a rank from 0 to 1; null where that is not known.</summary>
    public double? Arrival { get; init; }
}

/// <summary>The units of a contest.</summary>
/// <param name="Units">The units that have votes.</param>
/// <param name="Leader">The choice with most votes, by number.</param>
public sealed record ForensicCount(ImmutableArray<ForensicUnit> Units, int Leader)
{
    /// <summary>The units of each group of neighbours.</summary>
    public IEnumerable<IGrouping<int, ForensicUnit>> Groups => Units.GroupBy(u => u.Group);

    /// <summary>The units with the choice that leads.</summary>
    /// <param name="units">All units; those without a vote are left out.</param>
    public static ForensicCount Of(IEnumerable<ForensicUnit> units)
    {
        ImmutableArray<ForensicUnit> all = [.. units.Where(u => u.Cast > 0 && u.Valid > 0)];
        var choices = all.IsEmpty ? 0 : all[0].Votes.Length;
        return new(all, choices == 0 ? 0 : Enumerable.Range(0, choices).MaxBy(c => all.Sum(u => u.Votes[c])));
    }
}
