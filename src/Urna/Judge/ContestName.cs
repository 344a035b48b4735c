namespace Urna.Judge;

/// <summary>A contest of an election of the store.</summary>
public sealed record ContestName
{
    /// <summary>Names a contest.</summary>
    /// <param name="election">The election's id; null for the claims' own.</param>
    /// <param name="contest">The contest's id; empty for the election alone.</param>
    public ContestName(string? election, string contest)
    {
        ArgumentNullException.ThrowIfNull(contest);
        (Election, Contest) = (election, contest);
    }

    /// <summary>The election's id; null for the claims' own.</summary>
    public string? Election { get; }

    /// <summary>The contest's id; empty for the election alone.</summary>
    public string Contest { get; }

    /// <summary>Reads <c>contest</c>, <c>election/contest</c>, or <c>election/</c> for the election alone.</summary>
    /// <param name="text">The name as a claims file has it.</param>
    public static ContestName Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.Split('/') is [var election, var contest] ? new ContestName(election, contest) : new ContestName(null, text);
    }

    /// <summary>The name as a claims file has it.</summary>
    public override string ToString() => Election is null ? Contest : $"{Election}/{Contest}";
}
