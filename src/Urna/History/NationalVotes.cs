using System.Collections.Immutable;
using Urna.Model;

namespace Urna.History;

/// <summary>The votes of countries as wholes, in the order of their days.</summary>
public static class NationalVotes
{
    /// <summary>Those of an election.</summary>
    /// <param name="reckoning">The election.</param>
    /// <param name="book">What sources state beside it.</param>
    public static ImmutableArray<VoteCount> Of(Reckoning reckoning, HistoryBook book)
    {
        ArgumentNullException.ThrowIfNull(reckoning);
        ArgumentNullException.ThrowIfNull(book);
        var election = reckoning.Election;
        return [.. election.Contests.Where(c => c.Kind != ContestKind.Voters && !c.Returns.IsEmpty).Select(c => VoteCount.Of(election, c, reckoning.Total(c), book))];
    }

    /// <summary>Those of all elections, with the votes that only the book has.</summary>
    /// <param name="held">The votes of elections.</param>
    /// <param name="book">The book.</param>
    public static ImmutableArray<VoteCount> With(IEnumerable<VoteCount> held, HistoryBook book)
    {
        ArgumentNullException.ThrowIfNull(book);
        ImmutableArray<VoteCount> all = [.. held];
        var known = all.Select(v => (v.Election, v.Contest)).ToHashSet();
        return
        [
            .. all.Concat(book.Turnouts.Where(t => !known.Contains((t.Election, t.Contest))).Select(t => VoteCount.Of(t, book)))
                .OrderBy(v => v.Date).ThenBy(v => v.Election, StringComparer.Ordinal).ThenBy(v => v.Contest, StringComparer.Ordinal),
        ];
    }
}
