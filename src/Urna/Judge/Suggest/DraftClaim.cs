using System.Collections.Immutable;

namespace Urna.Judge.Suggest;

/// <summary>A field of a drafted claim.</summary>
/// <param name="Key">Its name in a claims file.</param>
/// <param name="Values">What it may be: one value is a guess, several are for a person to choose from.</param>
public sealed record DraftField(string Key, ImmutableArray<string> Values);

/// <summary>A claim that a sentence seems to make, for a person to finish.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Line">The line of the article.</param>
/// <param name="Words">The words that make it.</param>
/// <param name="Occurrence">Which of the places of those words is meant; null where they stand once.</param>
/// <param name="Fields">What the rules guess of it.</param>
public sealed record DraftClaim(string Id, int Line, string Words, int? Occurrence, ImmutableArray<DraftField> Fields)
{
    /// <summary>Whether nothing is left to choose.</summary>
    public bool IsWhole => Fields.All(f => f.Values.Length == 1);
}
