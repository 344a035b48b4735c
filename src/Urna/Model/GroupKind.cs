namespace Urna.Model;

/// <summary>What the groups of a table are.</summary>
public enum GroupKind
{
    /// <summary>Something else, or not known.</summary>
    Other,

    /// <summary>Women and men.</summary>
    Sex,

    /// <summary>Age bands.</summary>
    Age,

    /// <summary>Races, ethnic groups or peoples.</summary>
    Race,

    /// <summary>Parties, as people vote for them or are registered with them.</summary>
    Party,

    /// <summary>What people chose in a vote.</summary>
    Vote,

    /// <summary>Whether people voted at all.</summary>
    Turnout,
}
