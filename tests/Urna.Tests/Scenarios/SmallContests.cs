using System.Collections.Immutable;
using Urna.Allocate.Laws;
using Urna.Allocate.Votes;
using Urna.Model;
using Urna.Scenarios;
using Urna.Scenarios.Changes;

namespace Urna.Tests.Scenarios;

/// <summary>Small random contests: few votes, so that ties and short lists are common.</summary>
static class SmallContests
{
    public static readonly string[] Names = ["A", "B", "C", "D"];

    /// <summary>Contests of one to three districts in which lists have few persons, of one or two parties.</summary>
    /// <param name="law">The law.</param>
    /// <param name="mostVotes">The most votes of a person.</param>
    /// <param name="mostSeats">The most seats of a district.</param>
    public static Gen<CountedContest> Of(ElectoralRule law, int mostVotes = 30, int mostSeats = 4) =>
        Gen.Select(Gen.Int[2, 4], Gen.Int[1, 3], Gen.Int[0, mostVotes].Array[48], Gen.Int[1, mostSeats].Array[3], Gen.Int[1, 3].Array[12]).Select((lists, districts, votes, seats, persons) => new CountedContest(
            law,
            new ContestVotes(
                [
                    .. Enumerable.Range(0, districts).Select(d => new DistrictVotes(
                        $"d{d}",
                        seats[d],
                        [
                            .. from l in Enumerable.Range(0, lists)
                               from p in Enumerable.Range(0, persons[(d * 4) + l])
                               select new CandidacyVotes(
                                   new Candidacy { Choice = $"d{d}-{Names[l]}{p}", District = $"d{d}", List = Names[l], Party = $"{Names[l]}{p % 2}", Candidate = $"{Names[l]}{p} of d{d}" }, votes[(d * 16) + (l * 4) + p]),
                        ])),
                ],
                [],
                [])));

    /// <summary>A contest of an election that ships.</summary>
    public static CountedContest Shipped(string election, string contest) =>
        ScenarioInput.Of(Reckoning(election), Reckoning(election).Election.Contest(contest)!) is { } counted ? counted : throw new ArgumentException(contest, nameof(contest));

    /// <summary>An election that ships, with its laws.</summary>
    public static Reckoning Reckoning(string election) => known.GetOrAdd(election, static id =>
    {
        var read = Repository.Election(id);
        var quorums = read.Quorums is { } name ? Repository.Quorums.Find(name).Value : null;
        return new Reckoning(read, Repository.Laws.FindAll(read, Path.Combine(Repository.Elections, id)).Rules, quorums);
    });

    static readonly System.Collections.Concurrent.ConcurrentDictionary<string, Reckoning> known = new();

    /// <summary>A contest in a line, for a test that fails.</summary>
    public static string Told(CountedContest contest) => string.Join(
        " | ", contest.Votes.Districts.Select(d => $"{d.District} {d.Seats}: {string.Join(", ", d.Votes.Select(v => $"{v.Candidacy.Choice} {v.Candidacy.ListName}/{v.Candidacy.Party} {v.Votes}"))}"));

    public static Scenario Scenario => new() { Id = "s", Title = LocalizedText.Same("s") };
}
