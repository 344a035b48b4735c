namespace Urna.Judge.Suggest;

/// <summary>What kind of number a sentence states.</summary>
enum QuantityKind
{
    Percent,
    Points,
    People,
    Seats,
    Rank,
    Majority,
    Date,
    Bare,
}

/// <summary>A number that a sentence states, with its unit and how it is said.</summary>
/// <param name="Kind">Its kind.</param>
/// <param name="First">The index of its first word.</param>
/// <param name="After">The index of the word after it.</param>
/// <param name="Value">As claims write it.</param>
/// <param name="Wording">How it is said.</param>
/// <param name="IsRound">Whether it is told in thousands or millions.</param>
sealed record Quantity(QuantityKind Kind, int First, int After, string Value, Wording Wording, bool IsRound = false);
