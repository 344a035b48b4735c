using System.Collections.Immutable;
using Urna.Count;
using Urna.Model;

namespace Urna.History;

/// <summary>Figures over many elections, each point with its source.</summary>
public static class ElectionHistory
{
    /// <summary>The points that are asked for, in the order of their days.</summary>
    /// <param name="elections">The elections with their laws.</param>
    /// <param name="book">People, stated figures, families, places over time.</param>
    /// <param name="question">What is asked for.</param>
    /// <exception cref="KeyNotFoundException">The place is unknown, cannot be followed, or may mean several; or a family or list is named and no measure that it has.</exception>
    public static ImmutableArray<HistoryPoint> Of(ImmutableArray<Reckoning> elections, HistoryBook book, HistoryQuestion question)
    {
        ArgumentNullException.ThrowIfNull(book);
        ArgumentNullException.ThrowIfNull(question);
        if (question is { Of: { } of, Measures.IsEmpty: false } && !question.Measures.Any(m => m is HistoryMeasure.Seats or HistoryMeasure.Votes))
        {
            throw new KeyNotFoundException($"'{of}' has no {string.Join(", ", question.Measures.Select(m => Spelling.Kebab(m)))} of its own. Expected: seats or votes among the measures.");
        }

        var place = question.Place is { } name ? One(name, elections, book) : null;
        if (question.Measures.Contains(HistoryMeasure.Change))
        {
            var parts = question with { Measures = [.. question.Measures.Where(m => m != HistoryMeasure.Change)] };
            return HistoryChange.Largest(Of(elections, book, parts));
        }

        var points = elections.AsParallel().AsOrdered().SelectMany(r => OfElection(r, place, book, question)).AsEnumerable()
            .Concat(place is null && question.Level is null ? StatedAlone(elections, book, question) : place is { } whole && whole.Id == whole.Country ? StatedAlone(elections, book, question).Where(p => p.Place == whole.Country) : []);
        return [.. points.OrderBy(p => p.Date).ThenBy(p => p.Election, StringComparer.Ordinal).ThenBy(p => p.Contest, StringComparer.Ordinal).ThenBy(p => p.Measure).ThenBy(p => p.Place, StringComparer.Ordinal)];
    }

    /// <summary>The one place that a name means.</summary>
    static PlaceThrough One(string name, ImmutableArray<Reckoning> elections, HistoryBook book) =>
        PlaceThrough.Named(name, elections.Select(r => r.Election), book.Lasting) switch
        {
            [var one] => one,
            [] when elections.Any(r => r.Election.Places.Contains(name)) => throw new KeyNotFoundException(
                $"'{name}' cannot be followed: places of its level do not keep their ids. Expected: a place of {string.Join(", ", book.Lasting.DefaultIfEmpty("the whole country"))}."),
            [] => throw new KeyNotFoundException($"There is no place '{name}'. Expected: an id or a name that an election has."),
            var several => throw new KeyNotFoundException($"'{name}' may be {string.Join(", ", several.Select(p => $"{p.FullId} ({p.Level} {p.Name})"))}. Expected: one of them."),
        };

    static List<HistoryPoint> OfElection(Reckoning reckoning, PlaceThrough? place, HistoryBook book, HistoryQuestion question)
    {
        var election = reckoning.Election;
        if (place is not null && place.In(election) is null)
        {
            return [];
        }

        return election.Contests.Where(c => c.Kind != ContestKind.Voters).SelectMany(contest => Counts(reckoning, contest, place, question).SelectMany(count =>
        {
            var vote = VoteCount.Of(election, contest, count, book);
            var isWhole = count.Place.Id == election.Places.Root.Id;
            return TurnoutHistory.Of(vote, book, question)
                .Concat(SeatHistory.Votes(election, contest, count, vote, book, question))
                .Concat(isWhole ? SeatHistory.Seats(reckoning, contest, vote, book, question) : []);
        })).ToList();
    }

    /// <summary>The counts of a contest: of the whole, of a place, or of each place of a level. Places without a return tell nothing.</summary>
    static IEnumerable<Tabulation> Counts(Reckoning reckoning, Contest contest, PlaceThrough? place, HistoryQuestion question)
    {
        var places = reckoning.Election.Places;
        var counts = question.Level is { } level
            ? Tabulate.By(contest, places, level).Where(t => t.Place.Level == level && (place is null || places.IsWithin(t.Place.Id, place.Id)))
            : place is null || place.Id == places.Root.Id ? [reckoning.Total(contest)]
            : [Tabulate.At(contest, places, place.Id)];
        return counts.Where(t => t.Units > 0);
    }

    /// <summary>National figures of votes that no folder holds.</summary>
    static IEnumerable<HistoryPoint> StatedAlone(ImmutableArray<Reckoning> elections, HistoryBook book, HistoryQuestion question)
    {
        var held = elections.SelectMany(r => r.Election.Contests.Select(c => (r.Election.Id, c.Id))).ToHashSet();
        var countries = elections.Select(r => r.Election.Country).ToHashSet();
        return book.Turnouts.Where(t => countries.Contains(t.Country) && !held.Contains((t.Election, t.Contest))).SelectMany(t => TurnoutHistory.Of(VoteCount.Of(t, book), book, question));
    }
}
