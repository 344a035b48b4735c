using System.Collections.Immutable;

namespace Urna.Judge.Suggest;

/// <summary>Phrases of English and Spanish, and where they stand among the words of a sentence.</summary>
sealed class Phrases
{
    readonly ImmutableArray<string[]> phrases;

    /// <summary>Makes a set of phrases, of which the longest that fits is taken.</summary>
    /// <param name="phrases">Folded phrases, parted by bars.</param>
    public Phrases(string phrases) =>
        this.phrases = [.. phrases.Split('|').Select(p => p.Split(' ')).OrderByDescending(p => p.Length)];

    /// <summary>How many words of a sentence a phrase takes from a place on; 0 if none begins there.</summary>
    public int At(ImmutableArray<Token> tokens, int start) =>
        phrases.FirstOrDefault(p => start >= 0 && start + p.Length <= tokens.Length && p.Index().All(w => tokens[start + w.Index].Folded == w.Item))?.Length ?? 0;

    /// <summary>How many words a phrase takes that ends before a place; 0 if none does.</summary>
    public int Before(ImmutableArray<Token> tokens, int end) => phrases.FirstOrDefault(p => At(tokens, end - p.Length) == p.Length)?.Length ?? 0;

    /// <summary>Whether a phrase stands anywhere in a sentence.</summary>
    public bool In(ImmutableArray<Token> tokens) => Enumerable.Range(0, tokens.Length).Any(i => At(tokens, i) > 0);
}
