namespace Urna.Allocate.Steps;

/// <summary>How one seat is filled from ranked ballots that stay whole.</summary>
public enum PreferenceMethod
{
    /// <summary>By strongest paths of pairwise victories.</summary>
    /// <remarks>Schulze (2011), A new monotonic, clone-independent, reversal symmetric, and Condorcet-consistent method, Social Choice and Welfare 36:267.</remarks>
    Schulze,

    /// <summary>By pairwise victories that are locked in, the strongest first.</summary>
    /// <remarks>Tideman (1987), Independence of clones as a criterion for voting rules, Social Choice and Welfare 4:185.</remarks>
    RankedPairs,

    /// <summary>By the least of each candidate's largest pairwise defeats.</summary>
    /// <remarks>Simpson (1969), On defining areas of voter choice; Kramer (1977), J. Econ. Theory 16:310.</remarks>
    Minimax,

    /// <summary>By levels: first preferences, then second ones added, until somebody has more than half of the ballots.</summary>
    /// <remarks>Hoag &amp; Hallett (1926), Proportional Representation, on the Grand Junction charter of 1909.</remarks>
    Bucklin,
}

/// <summary>How large a pairwise victory is.</summary>
public enum VictorySize
{
    /// <summary>The ballots of the winning side.</summary>
    WinningVotes,

    /// <summary>How many more they are than those of the losing side.</summary>
    Margins,
}

/// <summary>One seat by ranked ballots that are not transferred: by pairs of candidates, or by levels.</summary>
/// <param name="Method">How the seat is filled.</param>
public sealed record PreferenceCountStep(PreferenceMethod Method) : BallotStep
{
    /// <summary>How large a pairwise victory is.</summary>
    public VictorySize Size { get; init; } = VictorySize.WinningVotes;
}
