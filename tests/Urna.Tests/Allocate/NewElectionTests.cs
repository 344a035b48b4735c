using System.Collections.Immutable;
using Urna.Allocate;
using Urna.Allocate.Account;
using Urna.Allocate.Laws;
using Urna.Allocate.Methods;
using Urna.Allocate.Steps;
using Urna.Allocate.Votes;
using Urna.Model;

namespace Urna.Tests.Allocate;

/// <summary>Seats that a list cannot fill, shared among the others as in a new election.</summary>
public class NewElectionTests
{
    static IEnumerable<CandidacyVotes> List(string list, params long[] votes) =>
        votes.Select((v, i) => new CandidacyVotes(new Candidacy { Choice = $"{list}{i}", List = list, Party = list, Candidate = $"{list}{i}" }, v));

    static ContestAllocation Allocate(string law, int seats, params IEnumerable<CandidacyVotes> votes) =>
        SeatAllocation.Allocate(Repository.Law(law), new ContestVotes([new DistrictVotes("d", seats, [.. votes])], [], []));

    /// <summary>
    /// 600, 420 and 190 votes, five seats: quotients 600, 420, 300, 210, 200, so A has three, but one candidate. Its two seats are a new
    /// election: 420 and 210 of B come before 190 of C. By the next quotients, 190 would come before 140.
    /// </summary>
    [Theory]
    [InlineData("congress-1958", new[] { 1, 4, 0 })]
    [InlineData("congress-1973", new[] { 1, 4, 0 })]
    [InlineData("congress-2015", new[] { 1, 3, 1 })]
    public void Allocate_ListShortOfCandidates_LeavesItsSeatsAsTheLawSays(string law, int[] seats)
    {
        var result = Allocate(law, 5, [.. List("A", 600), .. List("B", 200, 100, 70, 40, 10), .. List("C", 100, 90)]);

        Assert.Equal(seats, result.Districts[0].Lists.Select(l => l.Seats));
        Assert.Equal(5, result.Districts[0].Elected.Length);
    }

    [Fact]
    public void Congress1958_NewElection_IsInTheAccountAndTheBasis()
    {
        var district = Allocate("congress-1958", 5, [.. List("A", 600), .. List("B", 200, 100, 70, 40, 10), .. List("C", 100, 90)]).Districts[0];
        var held = Assert.Single(district.Steps.OfType<NewElectionHeld>());

        Assert.Equal(["A"], held.Full);
        Assert.Equal(2, held.Seats);
        Assert.Equal(2, district.Elected.Count(s => s.Basis == Basis.Exhaustion));
        Assert.Equal(["B2", "B3"], district.Elected.Where(s => s.Basis == Basis.Exhaustion).Select(s => s.Person));
    }

    /// <summary>The others are exhausted too: another round, and what nobody can take stays vacant.</summary>
    [Fact]
    public void Congress1958_AllExhausted_LeavesSeatsVacant()
    {
        var district = Allocate("congress-1958", 5, [.. List("A", 600), .. List("B", 500), .. List("C", 90, 10)]).Districts[0];

        Assert.Equal([1, 1, 2], district.Lists.Select(l => l.Seats));
        Assert.Equal(1, Assert.Single(district.Steps.OfType<SeatsVacant>()).Seats);
    }

    /// <summary>Equal quotients and equal totals: the list that has the most voted person of all (Ley General de Elecciones).</summary>
    [Fact]
    public void Congress1958_EqualLists_GoToTheHighestPersonalVote() =>
        Assert.Equal("B", Assert.Single(Allocate("congress-1958", 1, [.. List("A", 50, 50), .. List("B", 60, 40)]).Districts[0].Elected).Candidacy.List);

    static readonly ElectoralRule lists = new(
        "x", LocalizedText.Same("x"), "xx", LocalizedText.Same(""), [],
        [
            new HighestAveragesStep(DivisorRule.DHondt, 0, Exhaustion.NewElection) { Article = "x", Holders = Holder.List, Ties = [] },
            new MostVotesStep { Article = "x", Holders = Holder.Candidate, Ties = [] },
        ]);

    /// <summary>Lists of so many candidates, all votes on the first.</summary>
    static DistrictAllocation Allocate(ElectoralRule rule, long[] votes, int[] candidates, int seats) =>
        SeatAllocation.Allocate(
            rule, new ContestVotes([new DistrictVotes("d", seats, [.. votes.SelectMany((v, i) => List($"{i}", [v, .. new long[candidates[i] - 1]]))])], [], [])).Districts[0];

    /// <summary>Margins are searched for on the assumption that more votes never cost a list a seat.</summary>
    [Fact]
    public void Allocate_MoreVotesForAList_NeverCostItASeat() =>
        Gen.Select(Gen.Long[0, 60].Array[2, 5], Gen.Int[1, 6].Array[5], Gen.Int[1, 9], Gen.Int[0, 4], Gen.Long[1, 60]).Sample((votes, candidates, seats, who, more) =>
        {
            var list = who % votes.Length;
            var before = Allocate(lists, votes, candidates, seats);
            var after = Allocate(lists, [.. votes.Select((v, i) => v + (i == list ? more : 0))], candidates, seats);
            return before.Ties.Concat(after.Ties).Any(t => t.Level == TieLevel.List) || SeatsOf(after, list) >= SeatsOf(before, list);
        });

    /// <summary>Ties among persons that can end in more ways than are looked at leave the seats of their lists sure.</summary>
    [Fact]
    public void Allocate_TiesOfManyPersons_LeaveTheirListsSure()
    {
        var told = Allocate(lists, [35, 49, 45, 33], [5, 6, 6, 5], 8);

        Assert.DoesNotContain(told.Ties, t => t.Level == TieLevel.List);
        Assert.Equal([2, 2, 2, 2], Enumerable.Range(0, 4).Select(i => SeatsOf(told, i)));
    }

    /// <summary>That many votes change the list's seats, and one fewer does not; a tie is not sure.</summary>
    [Fact]
    public void Margins_OfListsShortOfCandidates_AreExact() =>
        Gen.Select(Gen.Long[1, 60].Array[2, 4], Gen.Int[1, 4].Array[4], Gen.Int[1, 7]).Sample((votes, candidates, seats) =>
        {
            var told = Allocate(lists, votes, candidates, seats);
            return told.Ties.Any(t => t.Level == TieLevel.List) || Enumerable.Range(0, votes.Length).All(i =>
            {
                int With(long changed) => SeatsOf(Allocate(lists, [.. votes.Select((v, j) => j == i ? changed : v)], candidates, seats), i);
                var standing = told.Lists.Single(l => l.List == $"{i}");
                return (standing.VotesToGain is not { } gain || (With(votes[i] + gain) > standing.Seats && With(votes[i] + gain - 1) <= standing.Seats))
                    && (standing.VotesToLose is not { } lose || (With(votes[i] - lose) < standing.Seats && With(votes[i] - lose + 1) >= standing.Seats));
            });
        });

    /// <summary>Where every list has candidates enough, the law is plain D'Hondt.</summary>
    [Fact]
    public void Allocate_ListsWithCandidatesEnough_IsDHondt() =>
        Gen.Select(Gen.Long[0, 5000].Array[1, 6], Gen.Int[1, 9]).Sample((votes, seats) =>
        {
            var next = lists with { Steps = [((HighestAveragesStep)lists.Steps[0]) with { Exhausted = Exhaustion.NextQuotients }, lists.Steps[1]] };
            int[] enough = [.. votes.Select(_ => seats)];
            return Allocate(lists, votes, enough, seats).Lists.SequenceEqual(Allocate(next, votes, enough, seats).Lists);
        });

    static int SeatsOf(DistrictAllocation district, int list) => district.Lists.Single(l => l.List == $"{list}").Seats;

    /// <summary>A line for a whole party stands for as many seats as it wins.</summary>
    [Fact]
    public void Congress2015_LineWithoutAPerson_HoldsAllSeatsOfItsParty()
    {
        var line = new CandidacyVotes(new Candidacy { Choice = "a", List = "A", Party = "P" }, 300);
        var district = Allocate("congress-2015", 3, [line, .. List("B", 120)]).Districts[0];

        Assert.Equal(["B0", "P", "P"], district.Elected.Select(s => s.Person).Order(StringComparer.Ordinal));
        Assert.DoesNotContain(district.Steps, s => s is SeatsVacant);
    }
}
