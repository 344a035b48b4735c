using System.Collections.Immutable;
using Urna.History;
using Urna.Validate;

namespace Urna.Judge;

/// <summary>The votes of all elections of a store as wholes, and what the book of history says; each read when a claim first asks.</summary>
/// <param name="book">Reads the book.</param>
/// <param name="votes">Counts the votes, with what keeps an election from being counted.</param>
public sealed class ClaimHistory(Func<HistoryBook> book, Func<(ImmutableArray<VoteCount> Votes, ImmutableArray<Finding> Faults)> votes)
{
    readonly Lazy<HistoryBook> kept = new(book);

    readonly Lazy<(ImmutableArray<VoteCount> Votes, ImmutableArray<Finding> Faults)> counted = new(votes);

    /// <summary>People, families, places over time.</summary>
    public HistoryBook Book => kept.Value;

    /// <summary>The votes, in the order of their days.</summary>
    public ImmutableArray<VoteCount> Votes => counted.Value.Votes;

    /// <summary>Why some election is not among them; empty if all are.</summary>
    public ImmutableArray<Finding> Faults => counted.Value.Faults;
}
