namespace Urna.Allocate.Steps;

/// <summary>A step that gives lists the seats of a tier above the districts.</summary>
public abstract record TierStep : ContestStep
{
    /// <summary>The district that stands for the whole territory in files.</summary>
    internal const string NationalTier = "*";

    /// <summary>How the tier's seats are shared among lists.</summary>
    public required SharingStep Method { get; init; }

    /// <summary>Where the tier's seats go in the districts; null if they stay in the tier.</summary>
    public TierPlacement? Placement { get; init; }
}
