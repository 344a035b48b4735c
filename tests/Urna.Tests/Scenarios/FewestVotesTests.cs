using System.Collections.Immutable;
using Urna.Allocate;
using Urna.Allocate.Account;
using Urna.Allocate.Laws;
using Urna.Allocate.Votes;
using Urna.Scenarios.Changes;
using Urna.Scenarios.Goals;

namespace Urna.Tests.Scenarios;

/// <summary>The fewest votes are the fewest: no smaller number does it, wherever it is put.</summary>
public class FewestVotesTests
{
    const int MostVotes = 7;

    /// <summary>One list under D'Hondt among lists, parties and persons: brute force over all ways to place fewer votes.</summary>
    [Fact]
    public void Find_SeatsOfAList_EqualsBruteForce() => AgreesWithBruteForce(Repository.Law("congress-2015"), 1, 1_000);

    [Fact]
    public void Find_SeatsOfABloc_EqualsBruteForce() => AgreesWithBruteForce(Repository.Law("congress-2015"), 2, 300);

    [Fact]
    public void Find_UnderSainteLague_EqualsBruteForce() => AgreesWithBruteForce(Repository.Law("sainte-lague"), 1, 300);

    [Fact]
    public void Find_UnderALawThatIsTried_EqualsBruteForce() => AgreesWithBruteForce(Repository.Law("binomial-1988"), 1, 300);

    [Fact]
    public void Find_UnderATiebreakByVotes_EqualsBruteForce() => AgreesWithBruteForce(Repository.Law("congress-1973"), 1, 200);

    [Fact]
    public void Find_WithANationalThreshold_EqualsBruteForceWhereProved() =>
        AgreesWithBruteForce(ThresholdChange.Apply(Repository.Law("congress-2015"), new(1, 5))!, 1, 300);

    static void AgreesWithBruteForce(ElectoralRule law, int lists, int iterations)
    {
        var isBinomial = law.Name == "binomial-1988";
        var proved = 0;
        Gen.Select(SmallContests.Of(law, MostVotes, 3), Gen.Int[1, 4]).Sample(
            (any, more) =>
            {
                var contest = isBinomial ? any.With([.. any.Votes.Districts.Select(d => d with { Seats = 2 })]) : any;
                contest = contest.With([.. contest.Votes.Districts.Take(2)]);
                ImmutableArray<string> bloc = [.. BallotNames.Of(contest.Votes).Lists.Take(lists)];
                var target = Math.Min(Sure(contest, bloc) + more, contest.Votes.Districts.Sum(d => d.Seats));
                var (found, faults) = Search.Of(contest, new Goal.Seats(target) { Bloc = bloc });
                Assert.Empty(faults);
                if (!found!.IsOptimal)
                {
                    Assert.NotNull(found.Lower);
                    return;
                }

                Interlocked.Increment(ref proved);
                Assert.Equal(found.Votes ?? 0, found.Where.Sum(w => w.Add));
                if (found.Votes is { } votes)
                {
                    // The votes, added, turn the seats; and no way to add one fewer does.
                    Assert.True(Sure(Added(contest, found.Where), bloc) >= target, $"{target} {votes}: {SmallContests.Told(contest)}");
                    if (votes > 0 && votes <= (lists == 1 ? 16 : 6))
                    {
                        Assert.False(Ways(contest, bloc, votes - 1).Any(w => Sure(Added(contest, w), bloc) >= target), $"{target} {votes}: {SmallContests.Told(contest)}");
                    }
                }
            },
            iter: iterations,
            threads: 1);
        Assert.True(proved > iterations / 2);
    }

    /// <summary>Seats of a bloc that it has however ties end.</summary>
    static int Sure(CountedContest contest, ImmutableArray<string> bloc) => contest.Rule.Steps.Any(s => s is Urna.Allocate.Steps.ThresholdStep)
        ? PossibleOutcomes.Of(contest.Rule, contest.Votes, 10_000).Outcomes.Min(o => Count(o.Allocation, bloc))
        : contest.Votes.Districts.Sum(d => PossibleOutcomes.Of(contest.Rule, new ContestVotes([d], [], []), 10_000).Outcomes.Min(o => Count(o.Allocation, bloc)));

    static int Count(ContestAllocation allocation, ImmutableArray<string> bloc) => allocation.Districts.SelectMany(d => d.Elected).Count(s => bloc.Contains(s.Candidacy.ListName));

    static CountedContest Added(CountedContest contest, IEnumerable<VotesNeeded> where) =>
        ScenarioTests.Applied(contest, SmallContests.Scenario with { AddVotes = [.. where.Where(w => w.Add > 0).Select(w => new VotesMore(w.District, w.List, w.Add))] });

    /// <summary>All ways to give so many votes to lists of a bloc in districts.</summary>
    static IEnumerable<ImmutableArray<VotesNeeded>> Ways(CountedContest contest, ImmutableArray<string> bloc, long votes)
    {
        var places = contest.Votes.Districts.SelectMany(d => bloc.Where(l => d.Votes.Any(v => v.Candidacy.ListName == l)).Select(l => (d.District, List: l))).ToList();
        return Share(0, votes);

        IEnumerable<ImmutableArray<VotesNeeded>> Share(int place, long left)
        {
            if (place == places.Count - 1)
            {
                yield return [new(places[place].District, places[place].List, left)];
                yield break;
            }

            for (var own = 0L; own <= left; own++)
            {
                foreach (var rest in Share(place + 1, left - own))
                {
                    yield return rest.Add(new(places[place].District, places[place].List, own));
                }
            }
        }
    }

    /// <summary>A person is elected with the votes that are found, and with one fewer is not.</summary>
    [Fact]
    public void Find_APerson_TurnsTheSeatAndOneFewerDoesNot() => Gen.Select(SmallContests.Of(Repository.Law("congress-2015")), Gen.Int[0, 1_000]).Sample((contest, number) =>
    {
        var persons = contest.Votes.Districts.SelectMany(d => d.Votes.Select(v => (d.District, v.Candidacy))).ToList();
        var (district, person) = persons[number % persons.Count];
        var (found, faults) = Search.Of(contest, new Goal.Person(person.Choice));
        Assert.Empty(faults);
        Assert.True(found!.IsOptimal);
        if (found.Votes is { } votes)
        {
            Assert.True(IsElected(votes), $"{person.Choice} {votes}: {SmallContests.Told(contest)}");
            Assert.False(votes > 0 && IsElected(votes - 1));
        }
        else
        {
            Assert.False(IsElected(1_000_000));
        }

        bool IsElected(long more) => Added(contest, [new(district, person.Choice, more)]).Allocate().Districts.SelectMany(d => d.Elected).Any(s => s.Candidacy.Choice == person.Choice);
    });

    /// <summary>Votes moved: they turn the seats, and moving one fewer anywhere does not.</summary>
    [Fact]
    public void Find_VotesMoved_EqualsBruteForce() => Gen.Select(SmallContests.Of(Repository.Law("congress-2015"), MostVotes, 3), Gen.Int[1, 3]).Sample((any, more) =>
    {
        var contest = any.With([.. any.Votes.Districts.Take(2)]);
        var lists = BallotNames.Of(contest.Votes).Lists;
        ImmutableArray<string> bloc = [lists[0]];
        var target = Math.Min(Sure(contest, bloc) + more, contest.Votes.Districts.Sum(d => d.Seats));
        var (found, faults) = Search.Of(contest, new Goal.Seats(target) { Bloc = bloc, From = lists[1] });
        Assert.Empty(faults);
        Assert.True(found!.IsOptimal);
        var most = contest.Votes.Districts.ToDictionary(d => d.District, d => d.Votes.Where(v => v.Candidacy.ListName == lists[1]).Sum(v => v.Votes));
        if (found.Votes is { } votes)
        {
            Assert.True(Sure(Moved(found.Where), bloc) >= target);
            Assert.False(votes > 0 && Ways(contest, bloc, votes - 1).Where(w => w.All(p => p.Add <= most[p.District])).Any(w => Sure(Moved(w), bloc) >= target), $"{target} {votes} {lists[1]}: {SmallContests.Told(contest)}");
        }

        CountedContest Moved(IEnumerable<VotesNeeded> where) =>
            ScenarioTests.Applied(contest, SmallContests.Scenario with { AddVotes = [.. where.Where(w => w.Add > 0).Select(w => new VotesMore(w.District, w.List, w.Add) { From = lists[1] })] });
    }, iter: 200);

    /// <summary>The whole Chamber: the votes reach the majority, and one fewer in any of the districts does not.</summary>
    [Fact]
    public void Find_MajorityOfTheChamber_IsTight()
    {
        var contest = SmallContests.Shipped("cl-2021", "deputies");
        ImmutableArray<string> bloc = ["Apruebo Dignidad"];
        var (found, _) = Search.Of(contest, new Goal.Majority { Bloc = bloc });
        Assert.True(found!.IsOptimal);
        Assert.Equal((78, 37), (found.Target, found.Held));
        Assert.Equal(78, Count(Added(contest, found.Where).Allocate(), bloc));
        Assert.All(found.Where, w => Assert.Equal(77, Count(Added(contest, found.Where.Replace(w, w with { Add = w.Add - 1 })).Allocate(), bloc)));
        var swing = new VoteSwing(SwingKind.Uniform, [new("Apruebo Dignidad", ExactShare.Of(found.Swing!.Value))]);
        Assert.True(Count(ScenarioTests.Applied(contest, SmallContests.Scenario with { Swing = swing }).Allocate(), bloc) >= 78);
        var less = new VoteSwing(SwingKind.Uniform, [new("Apruebo Dignidad", ExactShare.Of(found.Swing.Value - 0.00001))]);
        Assert.True(Count(ScenarioTests.Applied(contest, SmallContests.Scenario with { Swing = less }).Allocate(), bloc) < 78);
    }

    /// <summary>1970: Alessandri needed 430,486 of Tomic's votes if the others were Allende's; with one fewer Allende wins.</summary>
    [Fact]
    public void Find_TransferThatTurns1970_IsTight()
    {
        var contest = SmallContests.Shipped("cl-1970", "president");
        var (found, _) = Search.Of(contest, new Goal.Passing("tomic", "alessandri"));
        var votes = contest.Votes.Districts[0].Votes.ToDictionary(v => v.Candidacy.Choice, v => v.Votes);
        var k = found!.Votes!.Value;
        Assert.True(votes["alessandri"] + k > votes["allende"] + votes["tomic"] - k);
        Assert.False(votes["alessandri"] + k - 1 > votes["allende"] + votes["tomic"] - k + 1);
        Assert.Equal((double)k / votes["tomic"], found.Share!.Value, 12);
    }

    /// <summary>The best pacts of three lists have the most seats of all five ways to form pacts, each tried as a scenario.</summary>
    [Fact]
    public void Find_Pacts_EqualsTryingEveryPartition() => SmallContests.Of(Repository.Law("congress-2015"), 40).Sample(
        contest =>
        {
            var lists = BallotNames.Of(contest.Votes).Lists;
            if (lists.Length < 3)
            {
                return;
            }

            var (a, b, c) = (lists[0], lists[1], lists[2]);
            var (found, faults) = Search.Of(contest, new Goal.Pacts(null) { Bloc = [a, b, c] });
            Assert.Empty(faults);
            ImmutableArray<ImmutableArray<ListJoin>> ways = [[], [new("J", [a, b])], [new("J", [a, c])], [new("J", [b, c])], [new("J", [a, b, c])]];
            Assert.Equal(ways.Length, found!.Partitions);
            Assert.Equal(
                ways.Max(way => ScenarioTests.Applied(contest, SmallContests.Scenario with { Join = way }).Votes.Districts.Sum(d => Seats(contest, d, [a, b, c, "J"]))),
                found.Target);
        },
        iter: 500);

    /// <summary>Seats of lists that stand when a tie stops the sharing, as the search counts them.</summary>
    static int Seats(CountedContest contest, DistrictVotes district, ImmutableArray<string> lists) =>
        (contest with { Votes = new ContestVotes([district], [], []) }).Allocate().Districts.SelectMany(d => d.Lists).Where(l => lists.Contains(l.List)).Sum(l => l.Seats);
}
