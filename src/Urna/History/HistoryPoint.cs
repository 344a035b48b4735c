using System.Collections.Immutable;
using System.Numerics;
using Urna.Model;
using Urna.Numerics;

namespace Urna.History;

/// <summary>What a share is of.</summary>
/// <param name="Name">The whole, in a word that does not change with the language.</param>
/// <param name="Value">How many they are.</param>
public sealed record HistoryWhole(string Name, long Value);

/// <summary>A figure of one vote in one place, with where it comes from.</summary>
/// <param name="Election">The election's id.</param>
/// <param name="Contest">The contest's id.</param>
/// <param name="Date">The day of the vote.</param>
/// <param name="Place">The place's id.</param>
/// <param name="Subject">Whose figure it is, or of what kind; empty where it is of all.</param>
/// <param name="Measure">What is measured.</param>
/// <param name="Unit">Its unit.</param>
/// <param name="Value">The figure; indices are rounded to nine decimals.</param>
public sealed record HistoryPoint(
    string Election, string Contest, DateOnly Date, string Place, string Subject, HistoryMeasure Measure, HistoryUnit Unit, Fraction Value)
{
    const int Rounding = 1_000_000_000;

    /// <summary>What it is a share of; null where it is none.</summary>
    public HistoryWhole? Whole { get; init; }

    /// <summary>The votes with which it can be compared: those of the same kind, round and country.</summary>
    public string Series { get; init; } = "";

    /// <summary>The contest's title for people.</summary>
    public LocalizedText Title { get; init; } = LocalizedText.Same("");

    /// <summary>The place's name.</summary>
    public string PlaceName { get; init; } = "";

    /// <summary>Whose figure it is, for people.</summary>
    public LocalizedText SubjectName { get; init; } = LocalizedText.Same("");

    /// <summary>Where the figures come from, each source in one line.</summary>
    public ImmutableArray<string> Sources { get; init; } = [];

    /// <summary>Whether the count was not final.</summary>
    public bool IsPreliminary { get; init; }

    /// <summary>What a reader must know of it; null if nothing.</summary>
    public LocalizedText? Note { get; init; }

    /// <summary>A number that is no exact fraction, as points have it.</summary>
    internal static Fraction Rounded(double value) => new((BigInteger)Math.Round(value * Rounding), Rounding);
}
