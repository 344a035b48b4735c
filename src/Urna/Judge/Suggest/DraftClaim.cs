using System.Collections.Immutable;

namespace Urna.Judge.Suggest;

/// <summary>A field of a drafted claim.</summary>
/// <param name="Key">Its name in a claims file.</param>
/// <param name="Values">What it may be, the likeliest first; empty where only a person can say.</param>
/// <param name="IsOpen">Whether a person must choose, even among one.</param>
public sealed record DraftField(string Key, ImmutableArray<string> Values, bool IsOpen = false)
{
    /// <summary>What it may be, the likeliest first; empty where only a person can say.</summary>
    public ImmutableArray<string> Values { get; init => field = Given.Names(value); } = Given.Names(Values);

    /// <summary>Whether a person must choose, even among one.</summary>
    public bool IsOpen { get; init; } = IsOpen || Given.Names(Values).Length != 1;

    /// <summary>A field of several values that are meant together.</summary>
    /// <param name="key">Its name in a claims file.</param>
    /// <param name="values">The values.</param>
    public static DraftField Together(string key, ImmutableArray<string> values) => new(key, values) { IsOpen = Given.Names(values).IsEmpty };
}

/// <summary>A claim that a sentence seems to make, for a person to finish.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Line">The line of the article.</param>
/// <param name="Words">The words that make it.</param>
/// <param name="Occurrence">Which of the places of those words is meant; null where they stand once.</param>
/// <param name="Fields">What the rules read of it.</param>
/// <param name="Rule">The rule that read it.</param>
public sealed record DraftClaim(string Id, int Line, string Words, int? Occurrence, ImmutableArray<DraftField> Fields, string Rule)
{
    /// <summary>Whether nothing is left to choose.</summary>
    public bool IsWhole => Fields.All(f => !f.IsOpen);
}
