using System.Collections.Immutable;
using System.Globalization;
using Urna.Model;

namespace Urna.Judge.Suggest;

/// <summary>The contests and chambers of a store, and which of them a sentence speaks of.</summary>
sealed class Venues
{
    /// <summary>Letters by which a word of a title is known in another form: deputy, deputies.</summary>
    const int Stem = 5;

    static readonly HashSet<string> common =
        ["FIRST", "ROUND", "SECOND", "PRIMERA", "SEGUNDA", "VOTACION", "VUELTA", "ELECTION", "ELECTIONS", "ELECCION", "ELECCIONES", "DISTRICTS", "DISTRITOS", "ESCANOS", "SEATS", "VOTES"];

    readonly ImmutableArray<Venue> all;

    public Venues(ClaimStore store)
    {
        var own = store.Election(null)!;
        all = [.. store.Elections.Order(StringComparer.Ordinal).Select(id => store.Election(id)!).OrderBy(e => e.Id != own.Id).SelectMany(e => Venue.Of(e, e.Id == own.Id))];
        Names = new VenueNames(all);
    }

    /// <summary>The names of their ballots.</summary>
    public VenueNames Names { get; }

    /// <summary>Those of the years that a sentence tells; the election's own where it tells none that the store has.</summary>
    /// <param name="tokens">The words of the sentence.</param>
    public ImmutableHashSet<Venue> Around(ImmutableArray<Token> tokens)
    {
        var years = tokens.Where(t => t.Raw.Length == 4 && t.Raw.All(char.IsAsciiDigit)).Select(t => int.Parse(t.Raw, CultureInfo.InvariantCulture)).ToHashSet();
        return [.. Narrowed(Narrowed(all, v => years.Contains(v.Contest?.Date.Year ?? v.Election.Date.Year)), v => v.IsOwn)];
    }

    /// <summary>Those that a sentence may speak of: by its names, its day, its round, and the words of their titles.</summary>
    /// <param name="tokens">The words of the sentence.</param>
    /// <param name="days">The days that it tells.</param>
    /// <param name="can">Those that can have what it says.</param>
    /// <param name="hasNames">Whether one has all names of the sentence.</param>
    public ImmutableArray<Venue> For(ImmutableArray<Token> tokens, IEnumerable<string> days, IEnumerable<Venue> can, Func<Venue, bool> hasNames)
    {
        var left = Narrowed(can.OrderBy(v => all.IndexOf(v)), hasNames);
        left = Narrowed(left, v => days.Contains(v.Contest?.Date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)));
        left = Cues.FirstRound.In(tokens) ? Narrowed(left, v => v.Election.Contests.Any(c => c.FirstRound is { } first && first == v.Contest?.Id)) : left;
        left = Cues.SecondRound.In(tokens) ? Narrowed(left, v => v.Contest?.Round == 2) : left;
        var stems = tokens.Where(t => t.Folded.Length >= Stem).Select(t => t.Folded[..Stem]).ToHashSet();
        var most = left.Select(v => Shared(v, stems)).DefaultIfEmpty().Max();
        return [.. most == 0 ? left : left.Where(v => Shared(v, stems) == most)];
    }

    static int Shared(Venue venue, HashSet<string> stems) =>
        Math.Max(Shared(venue.Title.English, stems), Shared(venue.Title.Spanish, stems));

    static int Shared(string title, HashSet<string> stems) =>
        Token.Of(title).Select(t => t.Folded).Where(w => w.Length >= Stem && !common.Contains(w)).Select(w => w[..Stem]).Distinct().Count(stems.Contains);

    static IEnumerable<Venue> Narrowed(IEnumerable<Venue> venues, Func<Venue, bool> fits) =>
        venues.Where(fits).ToList() is { Count: > 0 } few ? few : venues;
}
