namespace Urna.Judge.Suggest;

/// <summary>What kind of number a sentence states.</summary>
enum QuantityKind
{
    Percent,
    Points,
    Votes,
    Seats,
    Places,
    Rank,
    Majority,
    Date,
    Bare,
}

/// <summary>What a count of votes or people is of.</summary>
enum CountOf
{
    Votes,
    Voters,
    Valid,
    Roll,
    Spoilt,
    Blank,
    Null,
}

/// <summary>A number that a sentence states, with its unit and how it is said.</summary>
/// <param name="Kind">Its kind.</param>
/// <param name="First">The index of its first word.</param>
/// <param name="After">The index of the word after it.</param>
/// <param name="Value">As claims write it.</param>
/// <param name="Wording">How it is said.</param>
sealed record Quantity(QuantityKind Kind, int First, int After, string Value, Wording Wording)
{
    /// <summary>The index of the first word of the number itself, without what leads to it.</summary>
    public int Number { get; init; }

    /// <summary>Whether it can be read in one way only.</summary>
    public bool IsSure { get; init; } = true;

    /// <summary>What votes or people are counted.</summary>
    public CountOf Of { get; init; }

    /// <summary>The kind of contest that the unit names: deputies, senators; empty where it names none.</summary>
    public string Chamber { get; init; } = "";

    /// <summary>What the share is of, where the words say it.</summary>
    public ShareBase? Base { get; init; }

    /// <summary>Whether it is denied: no majority.</summary>
    public bool IsDenied { get; init; }

    /// <summary>The whole of which it is said to be, as claims write it; empty where none is told.</summary>
    public string OutOf { get; init; } = "";

    /// <summary>The seats of the body of which it is said to be: 50 in “24 of the 50 seats”; 0 where none is told.</summary>
    public long Body { get; init; }

    /// <summary>The level of places that are counted; empty where none is told.</summary>
    public string Level { get; init; } = "";

    /// <summary>Whether its own words say that it is of votes or seats.</summary>
    public bool IsExplicit { get; init; }

    /// <summary>The number itself.</summary>
    public decimal Amount { get; init; }
}
