using System.Collections.Immutable;
using Urna.Count;
using Urna.Model;

namespace Urna.History;

/// <summary>Who came first in a place, in a vote of the whole country for one seat or answer.</summary>
/// <param name="Vote">The vote there.</param>
/// <param name="First">Who came first.</param>
/// <param name="Share">Their share of the valid votes, in [0, 1].</param>
/// <param name="Second">Who came second; empty if nobody.</param>
/// <param name="SecondShare">Their share.</param>
public sealed record FirstThere(VoteCount Vote, string First, double Share, string Second, double SecondShare);

/// <summary>A place through time.</summary>
/// <param name="Place">The place.</param>
/// <param name="Points">Its points.</param>
/// <param name="Firsts">Who came first there.</param>
public sealed record PlaceHistory(PlaceThrough Place, ImmutableArray<HistoryPoint> Points, ImmutableArray<FirstThere> Firsts);

/// <summary>What all elections of a folder say together.</summary>
/// <param name="Elections">The elections.</param>
/// <param name="Book">People, families, places over time.</param>
/// <param name="Votes">Every vote as a whole, in the order of their days.</param>
/// <param name="Points">The points of countries as wholes.</param>
/// <param name="Places">The places that have a page, the largest of each level first.</param>
public sealed record ArchiveAccount(
    ImmutableArray<Reckoning> Elections, HistoryBook Book, ImmutableArray<VoteCount> Votes, ImmutableArray<HistoryPoint> Points, ImmutableArray<PlaceHistory> Places)
{
    static readonly ImmutableArray<HistoryMeasure> ofPlaces = [HistoryMeasure.Turnout, HistoryMeasure.TurnoutOfAdults, HistoryMeasure.Votes];

    /// <summary>Reads all elections together.</summary>
    /// <param name="elections">The elections.</param>
    /// <param name="book">The book.</param>
    /// <param name="mostPlaces">How many places of each lasting level have a page, the largest by people of the latest year first.</param>
    public static ArchiveAccount Of(ImmutableArray<Reckoning> elections, HistoryBook book, int mostPlaces)
    {
        ArgumentNullException.ThrowIfNull(book);
        var votes = NationalVotes.With(elections.SelectMany(r => NationalVotes.Of(r, book)), book);
        var points = ElectionHistory.Of(elections, book, new HistoryQuestion());
        var latest = book.People.GroupBy(p => (p.Country, p.Place)).ToDictionary(g => g.Key, g => g.MaxBy(p => p.Year)!.Adults);
        var places = book.Lasting.SelectMany(level =>
        {
            var largest = PlaceThrough.All(elections.Select(r => r.Election), [level]).Where(p => p.Level == level && latest.ContainsKey((p.Country, p.Id)))
                .OrderByDescending(p => latest[(p.Country, p.Id)]).ThenBy(p => p.Id, StringComparer.Ordinal).Take(mostPlaces).ToList();
            var byPlace = ElectionHistory.Of(elections, book, new HistoryQuestion { Measures = ofPlaces, Level = level }).ToLookup(p => (p.Series.Split(' ')[0], p.Place));
            var firsts = elections.AsParallel().AsOrdered().SelectMany(r => Firsts(r, level, book)).ToLookup(f => (f.Vote.Country, f.Vote.Place.Id));
            return largest.Select(p => new PlaceHistory(p, [.. byPlace[(p.Country, p.Id)]], [.. firsts[(p.Country, p.Id)].OrderBy(f => f.Vote.Date)]));
        });
        return new(elections, book, votes, points, [.. places]);
    }

    static List<FirstThere> Firsts(Reckoning reckoning, string level, HistoryBook book) =>
    [
        .. from contest in reckoning.Election.Contests
           where contest.Kind is ContestKind.Election or ContestKind.Plebiscite && (contest.Kind == ContestKind.Plebiscite || contest.Seats.Values.Sum() == 1)
           from count in Tabulate.By(contest, reckoning.Election.Places, level)
           where count.Place.Level == level && count.Units > 0 && count.Choices.All(c => c.Votes.Value is not null)
           let all = count.Choices.Sum(c => c.Votes.Known)
           let ranked = count.Ranked.Take(2).ToList()
           where all > 0
           select new FirstThere(
               VoteCount.Of(reckoning.Election, contest, count, book), contest.Candidacies[ranked[0].Choice].Name, (double)ranked[0].Votes.Known / all,
               ranked.Count > 1 ? contest.Candidacies[ranked[1].Choice].Name : "", ranked.Count > 1 ? (double)ranked[1].Votes.Known / all : 0),
    ];
}
