using System.Collections.Immutable;
using Urna.Allocate;
using Urna.Allocate.Account;
using Urna.Allocate.Laws;
using Urna.Allocate.Steps;
using Urna.Allocate.Votes;
using Urna.Model;

namespace Urna.Tests.Allocate.Biproportional;

/// <summary>Contests of districts and lists under a biproportional law.</summary>
static class Chambers
{
    public static BiproportionalStep Step { get; } = new() { Article = "art. 1", Holders = Holder.List };

    public static ContestAllocation Allocate(BiproportionalStep step, ImmutableArray<DistrictVotes> districts, params ImmutableArray<LotDrawn> lots) =>
        SeatAllocation.Allocate(Rule(step), new ContestVotes(districts, [], lots));

    /// <summary>Districts of lists without persons; 0 votes where a list does not run.</summary>
    public static ImmutableArray<DistrictVotes> Districts(string[] names, int[] seats, string[] lists, long[][] votes) =>
    [
        .. names.Select((name, i) => new DistrictVotes(
            name, seats[i], [.. lists.Select((list, j) => new CandidacyVotes(new Candidacy { Choice = $"{name}/{list}", List = list }, votes[i][j])).Where(v => v.Votes > 0)])),
    ];

    /// <summary>Seats by district and list, as a table.</summary>
    public static int[][] Seats(ContestAllocation allocation, string[] names, string[] lists) =>
        [.. names.Select(d => lists.Select(l => allocation.Districts.Single(a => a.District == d).Lists.FirstOrDefault(s => s.List == l)?.Seats ?? 0).ToArray())];

    /// <summary>A law of the step, and most votes within lists.</summary>
    public static ElectoralRule Rule(BiproportionalStep step) => new(
        "x", LocalizedText.Same("x"), "xx", LocalizedText.Same(""), [], [step, new MostVotesStep { Article = "art. 2", Holders = Holder.Candidate }]);
}
