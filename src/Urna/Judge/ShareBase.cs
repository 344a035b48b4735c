namespace Urna.Judge;

/// <summary>What shares are of.</summary>
public enum ShareBase
{
    /// <summary>Valid votes.</summary>
    Valid,

    /// <summary>Votes cast.</summary>
    Cast,

    /// <summary>People on the roll.</summary>
    Registered,

    /// <summary>People of voting age, of measures over time.</summary>
    Adults,
}
