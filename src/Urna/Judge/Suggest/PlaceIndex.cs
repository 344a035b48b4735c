using System.Collections.Immutable;
using Urna.Model;

namespace Urna.Judge.Suggest;

/// <summary>A place that a sentence names.</summary>
/// <param name="Election">The election that has it.</param>
/// <param name="Id">Its id there.</param>
/// <param name="Level">Its level.</param>
sealed record PlaceMeaning(Election Election, string Id, string Level);

/// <summary>The names of places of all elections, and where sentences have them.</summary>
sealed class PlaceIndex
{
    const int LongestName = 8;

    /// <summary>Words that say the level of a place.</summary>
    static readonly Phrases<string> levels = new Phrases<string>()
        .Add("region", "REGION|REGION OF|REGION DE|REGION DEL|REGION DE LA|REGION DE LOS|LA REGION DE").Add("commune", "COMMUNE|COMMUNE OF|COMUNA DE|COMUNA|MUNICIPALITY OF|CITY OF|COMUNA DE LA|COMUNA DEL|DISTRICT OF|BOROUGH OF|TOWN OF|CIUDAD DE")
        .Add("province", "PROVINCE|PROVINCE OF|PROVINCIA DE|PROVINCIA").Add("district", "CONSTITUENCY OF");

    readonly Dictionary<string, List<PlaceMeaning>> names = [];
    readonly ImmutableHashSet<string> words;

    public PlaceIndex(IEnumerable<Election> elections, NameBook book)
    {
        words = [.. book.Words.Select(w => string.Join(' ', Token.WordsOf(w)))];
        foreach (var election in elections)
        {
            var known = election.Places.Places.Where(p => p.Id != election.Places.Root.Id && p.Level is not ("boxes" or "people")).ToList();
            foreach (var place in known)
            {
                Add(place.Name, new(election, place.Id, place.Level));
            }

            foreach (var other in book.Places)
            {
                foreach (var place in known.Where(p => other.Of.Contains(p.Id) && (other.Only.IsEmpty || other.Only.Contains(election.Id))))
                {
                    foreach (var also in other.Also)
                    {
                        Add(also, new(election, place.Id, place.Level));
                    }
                }
            }
        }
    }

    /// <summary>The place that begins at a word, its level told or not: how many words it takes, and what it may mean.</summary>
    /// <param name="tokens">The words of a sentence.</param>
    /// <param name="at">The index of a word.</param>
    public (int Length, ImmutableArray<PlaceMeaning> Meanings) At(ImmutableArray<Token> tokens, int at)
    {
        var (before, level) = levels.At(tokens, at);
        if (Named(tokens, at + before) is not { Length: > 0 } named || (before == 0 && !tokens[at].IsCapital))
        {
            return (0, []);
        }

        var (after, levelAfter) = before == 0 ? levels.At(tokens, at + named.Length) : (0, null);
        level ??= after == 1 ? levelAfter : null;
        var isLed = at > 0 && tokens[at - 1].Folded is "IN" or "EN" or "OF" or "DE" or "AT" or "FROM" or "ACROSS" or "THE" or "DEL" or "LA" or "EL" or "AND" or "Y" or "," or "S" or "WON" or "CARRIED" or "GANO" or "WAS" or "FUE" or "PERDIO" or "LOST" or "BOTH";
        if (level is null && (words.Contains(named.Key) || !isLed))
        {
            return (0, []);
        }

        var fitting = named.Meanings.Where(m => level is null || m.Level == level).ToImmutableArray();
        return fitting.IsEmpty ? (0, []) : (before + named.Length + (after == 1 ? 1 : 0), fitting);
    }

    (int Length, string Key, List<PlaceMeaning> Meanings) Named(ImmutableArray<Token> tokens, int at)
    {
        for (var length = Math.Min(LongestName, tokens.Length - at); length > 0; length--)
        {
            var key = string.Join(' ', tokens.Skip(at).Take(length).Select(t => t.Folded));
            if (tokens[at].IsCapital && names.TryGetValue(key, out var known))
            {
                return (length, key, known);
            }
        }

        return (0, "", []);
    }

    void Add(string name, PlaceMeaning meaning)
    {
        var key = string.Join(' ', Token.WordsOf(name));
        if (key.Length == 0)
        {
            return;
        }

        if (!names.TryGetValue(key, out var known))
        {
            names.Add(key, known = []);
        }

        if (!known.Contains(meaning))
        {
            known.Add(meaning);
        }
    }
}
