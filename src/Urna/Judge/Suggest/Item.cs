using System.Collections.Immutable;

namespace Urna.Judge.Suggest;

/// <summary>A piece of a sentence: a name, a place, a number, a cue, a word, a mark.</summary>
/// <param name="Class">Its class, as <see cref="Grammar"/> has them.</param>
/// <param name="First">The index of its first word.</param>
/// <param name="After">The index of the word after it.</param>
sealed record Item(char Class, int First, int After)
{
    /// <summary>A number with its unit.</summary>
    public const string Numbers = "QKSMBORJT";

    /// <summary>What a name may mean.</summary>
    public ImmutableArray<Meaning> Meanings { get; init; } = [];

    /// <summary>What a place may mean.</summary>
    public ImmutableArray<PlaceMeaning> Places { get; init; } = [];

    /// <summary>What it says of the contest.</summary>
    public VenueCue? Cue { get; init; }

    /// <summary>Whether a name is understood from another sentence, or from a pronoun.</summary>
    public bool IsCarried { get; init; }

    /// <summary>The number.</summary>
    public Quantity? Quantity { get; init; }

    /// <summary>Whether it is a number.</summary>
    public bool IsNumber => Numbers.Contains(Class, StringComparison.Ordinal);

    /// <summary>Whether a name is of a list or a party only.</summary>
    public bool IsGroup => Class == 'N' && Meanings.All(m => !m.IsPerson);
}
