using System.Collections.Immutable;

namespace Urna.Judge.Suggest;

/// <summary>Folded phrases with what each stands for, and where they stand among the words of a sentence.</summary>
/// <typeparam name="T">What a phrase stands for.</typeparam>
sealed class Phrases<T>
{
    readonly Dictionary<string, List<(ImmutableArray<string> Words, T Meaning)>> byFirst = [];

    /// <summary>Adds phrases, parted by bars; where several fit, the longest is taken, and of equal ones the first.</summary>
    public Phrases<T> Add(T meaning, string phrases)
    {
        foreach (var phrase in phrases.Split(['|', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            ImmutableArray<string> words = [.. phrase.Split(' ', StringSplitOptions.RemoveEmptyEntries)];
            if (!byFirst.TryGetValue(words[0], out var known))
            {
                byFirst.Add(words[0], known = []);
            }

            var at = known.FindIndex(k => k.Words.Length < words.Length);
            known.Insert(at < 0 ? known.Count : at, (words, meaning));
        }

        return this;
    }

    /// <summary>The longest phrase that begins at a word, and how many words it takes; 0 if none does.</summary>
    public (int Length, T? Meaning) At(ImmutableArray<Token> tokens, int start)
    {
        if (start < 0 || start >= tokens.Length || !byFirst.TryGetValue(tokens[start].Folded, out var known))
        {
            return (0, default);
        }

        foreach (var (words, meaning) in known)
        {
            if (start + words.Length <= tokens.Length && words.Index().All(w => tokens[start + w.Index].Folded == w.Item))
            {
                return (words.Length, meaning);
            }
        }

        return (0, default);
    }

    /// <summary>The longest phrase that ends before a word, and how many words it takes; 0 if none does.</summary>
    public (int Length, T? Meaning) Before(ImmutableArray<Token> tokens, int end)
    {
        for (var start = Math.Max(0, end - 5); start < end; start++)
        {
            foreach (var (words, meaning) in byFirst.GetValueOrDefault(tokens[start].Folded) ?? [])
            {
                if (words.Length == end - start && words.Index().All(w => tokens[start + w.Index].Folded == w.Item))
                {
                    return (words.Length, meaning);
                }
            }
        }

        return (0, default);
    }

    /// <summary>Whether a phrase stands anywhere in a sentence.</summary>
    public bool In(ImmutableArray<Token> tokens) => Enumerable.Range(0, tokens.Length).Any(i => At(tokens, i).Length > 0);
}
