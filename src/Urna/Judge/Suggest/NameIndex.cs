using System.Collections.Immutable;
using Urna.Model;

namespace Urna.Judge.Suggest;

/// <summary>What a name may mean: somebody or something on a ballot or in a chamber.</summary>
/// <param name="Venue">The contest or chamber.</param>
/// <param name="Of">What claims call it there.</param>
/// <param name="IsPerson">Whether it is a person or an answer, not a list or party.</param>
sealed record Meaning(Venue Venue, string Of, bool IsPerson);

/// <summary>One index of all names: choices, persons, lists, parties, and what else they are called.</summary>
sealed class NameIndex
{
    /// <summary>Ballots longer than this share too many last names to go by them.</summary>
    const int ShortBallot = 30;

    const int LongestName = 8;

    readonly Dictionary<string, List<(Meaning Meaning, string Raw, bool IsFull)>> names = [];
    readonly List<(Venue Venue, Candidacy Candidacy, ImmutableArray<string> Words)> persons = [];

    public NameIndex(ImmutableArray<Venue> venues, NameBook book)
    {
        foreach (var venue in venues)
        {
            AddBallot(venue);
            foreach (var group in venue.Contest is null ? venue.Election.Members.Where(m => m.Chamber == venue.Chamber) : [])
            {
                AddGroup(venue, group.List);
                AddGroup(venue, group.Party);
            }
        }

        AddPersonsAcross();
        foreach (var other in book.Choices)
        {
            AddOther(other);
        }
    }

    /// <summary>The longest name that begins at a word: how many words it takes, and what it may mean.</summary>
    /// <param name="tokens">The words of a sentence.</param>
    /// <param name="at">The index of a word.</param>
    public (int Length, ImmutableArray<Meaning> Meanings) At(ImmutableArray<Token> tokens, int at)
    {
        for (var length = Math.Min(LongestName, tokens.Length - at); length > 0; length--)
        {
            if (tokens[at].IsWord && names.TryGetValue(string.Join(' ', tokens.Skip(at).Take(length).Select(t => t.Folded)), out var known)
                && Meant([.. known.Where(n => IsWritten(n.Raw, tokens, at, length))]) is { IsEmpty: false } meanings)
            {
                return (length, meanings);
            }
        }

        return (0, []);
    }

    /// <summary>What is meant: a whole name before another's that is only shortened to it.</summary>
    static ImmutableArray<Meaning> Meant(List<(Meaning Meaning, string Raw, bool IsFull)> known)
    {
        var whole = known.Where(k => k.IsFull).Select(k => k.Meaning.Venue).ToHashSet();
        return [.. known.Where(k => k.IsFull || !whole.Contains(k.Meaning.Venue)).Select(k => k.Meaning).Distinct()];
    }

    void AddBallot(Venue venue)
    {
        var isShort = venue.Choices <= ShortBallot;
        foreach (var candidacy in venue.Contest?.Candidacies ?? [])
        {
            AddGroup(venue, candidacy.List);
            AddGroup(venue, candidacy.Party);
            if (candidacy.Candidate.Length > 0)
            {
                AddPerson(venue, candidacy, isShort);
            }
            else if (isShort)
            {
                Add(new Meaning(venue, candidacy.Choice, false), candidacy.Choice);
            }
        }
    }

    void AddGroup(Venue venue, string name)
    {
        if (name.Length > 1 && !IndependentWords.Are(name) && !name.StartsWith("INDEP", StringComparison.Ordinal))
        {
            Add(new Meaning(venue, name, false), name);
        }
    }

    void AddPerson(Venue venue, Candidacy candidacy, bool isShort)
    {
        var meaning = new Meaning(venue, isShort ? candidacy.Choice : candidacy.Candidate, true);
        var words = candidacy.Candidate.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (isShort)
        {
            persons.Add((venue, candidacy, Token.WordsOf(candidacy.Candidate)));
        }

        foreach (var form in Forms(words, isShort))
        {
            Add(meaning, form, form == candidacy.Candidate);
        }
    }

    /// <summary>The ways in which a person's name is written: in full, with one name and one last name, and by last names where few stand on the ballot.</summary>
    static IEnumerable<string> Forms(string[] words, bool isShort)
    {
        yield return string.Join(' ', words);
        for (var take = 2; take < words.Length; take++)
        {
            yield return string.Join(' ', words.Take(take));
        }

        foreach (var last in Enumerable.Range(Math.Max(1, words.Length - 2), words.Length - Math.Max(1, words.Length - 2)))
        {
            yield return $"{words[0]} {words[last]}";
            if (isShort)
            {
                yield return words[last];
            }
        }

        if (isShort && words.Length > 2)
        {
            yield return string.Join(' ', words.Skip(words.Length - 2));
        }
    }

    /// <summary>A person's fuller name on one ballot is known also on another that prints less of it.</summary>
    void AddPersonsAcross()
    {
        foreach (var (venue, candidacy, fewer) in persons)
        {
            foreach (var more in persons.Where(p => p.Venue != venue && p.Words[0] == fewer[0] && p.Words.Length > fewer.Length && fewer.All(p.Words.Contains)))
            {
                foreach (var form in Forms(more.Candidacy.Candidate.Split(' ', StringSplitOptions.RemoveEmptyEntries), isShort: true))
                {
                    Add(new Meaning(venue, candidacy.Choice, true), form, false);
                }
            }
        }
    }

    void AddOther(OtherNames other)
    {
        foreach (var (meaning, _, _) in other.Of.SelectMany(o => names.GetValueOrDefault(Key(o)) ?? []).Where(n => other.Only.IsEmpty || other.Only.Contains(n.Meaning.Venue.Election.Id)).Distinct().ToList())
        {
            foreach (var also in other.Also)
            {
                Add(meaning, also);
            }
        }
    }

    static string Key(string name) => string.Join(' ', Token.WordsOf(name));

    void Add(Meaning meaning, string name, bool isFull = true)
    {
        var key = Key(name);
        if (name.Length < 2 || key.Length < 2 || char.IsAsciiDigit(key[0]))
        {
            return;
        }

        if (!names.TryGetValue(key, out var known))
        {
            names.Add(key, known = []);
        }

        if (!known.Exists(k => k.Meaning == meaning && k.Raw == name))
        {
            known.Add((meaning, name, isFull));
        }
    }

    /// <summary>Whether a sentence writes a name as one: an acronym in capitals, any other with a capital first, unless its usual name has none.</summary>
    static bool IsWritten(string name, ImmutableArray<Token> tokens, int first, int length) =>
        name.Length <= 4 && name.All(char.IsUpper) ? tokens.Skip(first).Take(length).All(t => t.Raw.All(char.IsUpper))
        : tokens[first].IsCapital || (char.IsLower(name[0]) && name.Contains(' ', StringComparison.Ordinal));
}
