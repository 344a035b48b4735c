using System.Collections.Immutable;
using Urna.Model;

namespace Urna.Judge.Suggest;

/// <summary>A contest or a chamber that a sentence may speak of.</summary>
/// <param name="Election">Its election.</param>
/// <param name="Contest">The contest; null for a chamber.</param>
/// <param name="Chamber">The chamber; empty for a contest.</param>
/// <param name="IsOwn">Whether the election is the claims' own.</param>
sealed record Venue(Election Election, Contest? Contest, string Chamber, bool IsOwn)
{
    /// <summary>Its name in a claims file: a contest's, or a chamber's election's.</summary>
    public string Name => Contest is null ? IsOwn ? Chamber : $"{Election.Id}/" : IsOwn ? Contest.Id : $"{Election.Id}/{Contest.Id}";

    /// <summary>Its title in both languages.</summary>
    public LocalizedText Title => Contest?.Title ?? Election.ChamberName(Chamber);

    /// <summary>The kinds by which texts call it: president, deputies, primary.</summary>
    public ImmutableArray<string> Kinds { get; init; } = [];

    /// <summary>The years by which texts call it: of the vote, and of the round before it.</summary>
    public ImmutableArray<int> Years { get; init; } = [];

    /// <summary>The number of its round where there are two; 0 where there is one.</summary>
    public int Round { get; init; }

    /// <summary>Choices that may be told apart on the ballot.</summary>
    public int Choices => Contest?.Candidacies.Length ?? 0;

    /// <summary>The contests and chambers of an election that votes are counted or seats held in.</summary>
    /// <param name="election">The election.</param>
    /// <param name="isOwn">Whether it is the claims' own.</param>
    public static IEnumerable<Venue> Of(Election election, bool isOwn) =>
        election.Contests.Where(c => c.Kind != ContestKind.Voters).Select(c => OfContest(election, c, isOwn))
            .Concat(election.Members.Select(m => m.Chamber).Distinct().Select(c => new Venue(election, null, c, isOwn)
            {
                Kinds = [.. VenueKinds.InTitle(election.ChamberName(c)).DefaultIfEmpty(c)],
                Years = [election.Date.Year],
            }));

    static Venue OfContest(Election election, Contest contest, bool isOwn)
    {
        var first = contest.FirstRound is { } id ? election.Contest(id) : null;
        var isFirst = election.Contests.Any(c => c.FirstRound == contest.Id);
        return new Venue(election, contest, "", isOwn)
        {
            Kinds = contest.Kind == ContestKind.Primary ? ["primary"] : contest.Kind == ContestKind.Plebiscite ? ["plebiscite"] : VenueKinds.InTitle(contest.Title),
            Years = first is null || first.Date.Year == contest.Date.Year ? [contest.Date.Year] : [first.Date.Year, contest.Date.Year],
            Round = first is not null ? 2 : isFirst ? 1 : 0,
        };
    }
}
