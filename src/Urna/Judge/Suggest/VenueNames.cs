using System.Collections.Immutable;
using Urna.Model;

namespace Urna.Judge.Suggest;

/// <summary>A name of a ballot or chamber that a sentence has.</summary>
/// <param name="First">The index of its first word.</param>
/// <param name="After">The index of the word after it.</param>
/// <param name="Meant">What it may mean, by venue.</param>
sealed record Mention(int First, int After, ImmutableArray<(Venue Venue, string Of)> Meant);

/// <summary>The names of candidacies, lists and parties, and where sentences have them.</summary>
sealed class VenueNames
{
    /// <summary>Ballots longer than this share too many last names to go by them.</summary>
    const int ShortBallot = 30;

    const int LongestName = 7;

    readonly Dictionary<string, List<(Venue Venue, string Of, string Raw)>> meant = [];

    public VenueNames(IEnumerable<Venue> venues)
    {
        foreach (var venue in venues)
        {
            foreach (var candidacy in venue.Contest?.Candidacies ?? [])
            {
                Add(venue, candidacy.List, candidacy.List);
                Add(venue, candidacy.Party, candidacy.Party);
                AddPerson(venue, candidacy, venue.Contest!.Candidacies.Length <= ShortBallot);
            }

            foreach (var group in venue.Contest is null ? venue.Election.Members.Where(m => m.Chamber == venue.Chamber) : [])
            {
                Add(venue, group.List, group.List);
                Add(venue, group.Party, group.Party);
            }
        }
    }

    /// <summary>The names that a sentence has, the longest where several fit.</summary>
    public IEnumerable<Mention> In(ImmutableArray<Token> tokens)
    {
        for (var i = 0; i < tokens.Length; i++)
        {
            for (var length = Math.Min(LongestName, tokens.Length - i); length > 0; length--)
            {
                var key = string.Join(' ', tokens.Skip(i).Take(length).Select(t => t.Folded));
                var found = meant.GetValueOrDefault(key)?.Where(m => IsWritten(m.Raw, tokens, i, length)).Select(m => (m.Venue, m.Of)).Distinct().ToImmutableArray();
                if (found is { IsEmpty: false } all)
                {
                    yield return new Mention(i, i + length, all);
                    i += length - 1;
                    break;
                }
            }
        }
    }

    void AddPerson(Venue venue, Candidacy candidacy, bool isShort)
    {
        var words = candidacy.Candidate.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var of = isShort ? candidacy.Choice : candidacy.Candidate;
        Add(venue, candidacy.Candidate, of);
        if (isShort && candidacy.Choice.Length > 3)
        {
            Add(venue, candidacy.Choice, of);
        }

        foreach (var last in words.Skip(Math.Max(1, words.Length - 2)))
        {
            Add(venue, isShort ? last : $"{words[0]} {last}", of);
        }
    }

    void Add(Venue venue, string name, string of)
    {
        var tokens = Token.Of(name);
        if (name.Length < 2 || tokens.IsEmpty || tokens[0].IsDigits)
        {
            return;
        }

        var key = string.Join(' ', tokens.Select(t => t.Folded));
        if (!meant.TryGetValue(key, out var known))
        {
            meant.Add(key, known = []);
        }

        known.Add((venue, of, name));
    }

    /// <summary>Whether a sentence writes a name as one: an acronym in capitals, any other with a capital first.</summary>
    static bool IsWritten(string name, ImmutableArray<Token> tokens, int first, int length) =>
        name.Length <= 4 && name.All(char.IsUpper) ? tokens.Skip(first).Take(length).All(t => t.Raw.All(char.IsUpper)) : char.IsUpper(tokens[first].Raw[0]);
}
