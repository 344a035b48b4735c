namespace Urna.Judge;

/// <summary>Where a number is counted: in a contest, or among the members of a chamber.</summary>
public abstract record Ground
{
    private protected Ground()
    {
    }

    /// <summary>That of a claim.</summary>
    internal static Ground Of(ClaimFields fields) => fields.Chamber is { } chamber ? new ChamberGround(fields.Contest?.Election, chamber) : new ContestGround(fields.Contest!);

    /// <summary>The same in an earlier contest or election.</summary>
    internal abstract Ground At(ContestName earlier);
}

/// <summary>A contest: its votes, or the seats that its law fills.</summary>
/// <param name="Contest">The contest.</param>
public sealed record ContestGround(ContestName Contest) : Ground
{
    internal override Ground At(ContestName earlier) => new ContestGround(earlier);
}

/// <summary>The members of a chamber.</summary>
/// <param name="Election">The election's id; null for the claims' own.</param>
/// <param name="Chamber">The chamber, as the table of members names it.</param>
public sealed record ChamberGround(string? Election, string Chamber) : Ground
{
    internal override Ground At(ContestName earlier) => new ChamberGround(earlier.Election, Chamber);
}
