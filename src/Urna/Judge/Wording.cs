namespace Urna.Judge;

/// <summary>How a number is said.</summary>
public enum Wording
{
    /// <summary>As it stands: to the digits stated.</summary>
    Plain,

    /// <summary>About, around, some.</summary>
    About,

    /// <summary>Almost, nearly, close to: a little less.</summary>
    Almost,

    /// <summary>Over, more than, above.</summary>
    Over,

    /// <summary>At least.</summary>
    AtLeast,

    /// <summary>Under, less than, below.</summary>
    Under,

    /// <summary>At most.</summary>
    AtMost,
}
