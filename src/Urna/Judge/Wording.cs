namespace Urna.Judge;

/// <summary>How a number is said.</summary>
public enum Wording
{
    /// <summary>As it stands: to the digits stated.</summary>
    Plain,

    /// <summary>About, around, some, close to: a little more or less.</summary>
    About,

    /// <summary>Almost, nearly, just under: a little less.</summary>
    Almost,

    /// <summary>Over, more than, above.</summary>
    Over,

    /// <summary>At least.</summary>
    AtLeast,

    /// <summary>Under, less than, below.</summary>
    Under,

    /// <summary>At most.</summary>
    AtMost,

    /// <summary>Just over, a little over: a little more.</summary>
    JustOver,
}
