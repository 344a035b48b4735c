using System.Collections.Immutable;
using Urna.Count;
using Urna.Model;
using Urna.Validate;

namespace Urna.Tests.Model;

/// <summary>What exists of an election is possible: whoever makes it, and with <c>with</c> too.</summary>
public class ModelValidityTests
{
    static readonly PlaceTree places = new([new("x", null, "country", "Smalland"), new("n", "x", "district", "North"), new("s", "x", "district", "South")]);

    static readonly Contest contest = new()
    {
        Id = "council",
        Title = LocalizedText.Same("Council"),
        Date = new DateOnly(2025, 5, 4),
        Candidacies = [new Candidacy { Choice = "a" }, new Candidacy { Choice = "b" }],
        Returns = [new("n", default, [new(0, 5, 2), new(1, 3, 3)], 2), new("s", default, [new(1, 8, 4)], 4)],
    };

    static readonly Election election = new()
    {
        Id = "small",
        Title = LocalizedText.Same("Smalland"),
        Country = "xx",
        Date = contest.Date,
        Places = places,
        Contests = [contest],
    };

    [Fact]
    public void Counts_BelowZero_AreRefusedWithValueAndPlace()
    {
        Refused(() => new ChoiceVotes(2, -5, 7), "-5", "choice 2", "0 or more");
        Refused(() => new ChoiceVotes(2, 5, 7) with { Votes = -1 }, "-1", "choice 2");
        Refused(() => new ChoiceVotes(-1, 5, 7), "-1", "choice");
        Refused(() => new ReportedCounts(-3, null, null, null, null, null), "-3", "registered");
        Refused(() => default(ReportedCounts) with { BlankOrNull = -1 }, "-1", "blank-or-null");
        Refused(() => default(ReportedCounts).With("null", -4), "-4", "null");
        Refused(() => new UnitCounts(1, -1, null, null, null), "-1", "cast");
        Refused(() => new Urna.Allocate.Votes.CandidacyVotes(contest.Candidacies[0], -6), "-6", "'a'");
        Refused(() => new Urna.Allocate.Votes.CandidacyVotes(contest.Candidacies[0], 6) with { Votes = -6 }, "-6", "'a'");
        Refused(() => new CongressVote("Ann", -2), "-2", "Ann");
        Refused(() => new MemberGroup("senate", "P", "L", -1, null), "-1", "senate");
        Refused(() => new MemberGroup("senate", "P", "L", 1, null) with { Seats = -1 }, "-1", "senate");
        Refused(() => new StatedTotal("s", "n", [], ImmutableSortedDictionary<string, long>.Empty.Add("a", -9)), "-9", "'a'", "n");
    }

    [Fact]
    public void Return_OutOfOrderOrWithoutPlace_IsRefused()
    {
        Refused(() => new PollingStationReturn("", default, [], 1), "place of a return");
        Refused(() => new PollingStationReturn("n", default, default, 1), "votes of a return");
        Refused(() => new PollingStationReturn("n", default, [new(1, 1, 2), new(0, 1, 3)], 2), "n: choice 0 comes after choice 1");
        Refused(() => new PollingStationReturn("n", default, [new(1, 1, 2), new(1, 1, 3)], 2), "each choice once");
        Refused(() => contest.Returns[0] with { Votes = [new(1, 1, 2), new(0, 1, 3)] }, "ascending");
        Refused(() => contest.Returns[0] with { Place = "" }, "place of a return");
        Refused(() => contest.Returns[0] with { CountRows = [1, 2] }, "n: not a row for each reserved choice");
    }

    [Fact]
    public void Contest_OfAnImpossibleBallot_IsRefused()
    {
        Refused(() => contest with { Id = "" }, "contest");
        Refused(() => contest with { Round = 0 }, "round: 0");
        Refused(() => contest with { Kind = (ContestKind)9 }, "9", "Primary");
        Refused(() => contest with { Seats = ImmutableSortedDictionary<string, int>.Empty.Add("n", 0) }, "seats of n: 0");
        Refused(() => contest with { Candidacies = [.. contest.Candidacies, new Candidacy { Choice = "a" }] }, "'a' stands twice");
        Refused(() => contest with { Candidacies = [.. contest.Candidacies, new Candidacy { Choice = "blank" }] }, "'blank' is reserved");
        Refused(() => contest with { Candidacies = default }, "candidacies");
        Refused(() => new Candidacy { Choice = "" }, "choice");
        Refused(() => contest.Candidacies[0] with { List = null! }, "list");
        Refused(() => contest.Candidacies[0] with { ListPosition = -1 }, "list_position: -1");
        Refused(() => contest.Candidacies[0] with { Sex = (Sex)5 }, "5", "Female");
        Refused(() => new Balance(BalanceKind.VotesPerBallot, 0), "votes-per-ballot: 0");
        Refused(() => new Balance((BalanceKind)9), "9");
        Assert.Equal(1, default(Balance).Votes);
    }

    /// <summary>Ballot and returns go together whichever of them is set, and in whatever order.</summary>
    [Fact]
    public void Contest_WhoseReturnsNameWhatTheBallotHasNot_IsRefused()
    {
        Refused(() => contest with { Candidacies = [contest.Candidacies[0]] }, "n: votes for choice 1", "below 1");
        Refused(() => contest with { Returns = [new("n", default, [new(2, 1, 2)], 2)] }, "n: votes for choice 2", "below 2");
        Refused(() => contest with { Returns = [contest.Returns[0], contest.Returns[0]] }, "'n' stands twice");
        Refused(
            () => new Contest { Returns = contest.Returns, Candidacies = [contest.Candidacies[0]], Id = "c", Title = contest.Title, Date = contest.Date },
            "n: votes for choice 1");
        var builder = new RankedBallots.Builder(3);
        builder.Add(1, 2);
        Refused(() => contest with { Ballots = [new PlaceBallots("n", builder.ToBallots())] }, "n: ballots of 3 choices", "at most 2");

        var smaller = contest.With([contest.Candidacies[1]], [new("n", default, [new(0, 3, 3)], 2)]);
        Assert.Equal(["b"], smaller.Candidacies.Select(c => c.Choice));
    }

    [Fact]
    public void Election_WhoseContestsNameWhatIsNotThere_IsRefused()
    {
        Refused(() => election with { Contests = [contest, contest] }, "'council' stands twice");
        Refused(() => election with { Contests = [contest with { FirstRound = "first" }] }, "council: 'first' in 'first-round'");
        Refused(() => election with { Contests = [contest with { FirstRound = "council" }] }, "'council' in 'first-round'");
        Refused(() => election with { Contests = [contest, contest with { Id = "age", Kind = ContestKind.Voters, VotersOf = "mayor" }] }, "age: 'mayor' in 'voters-of'", "council");
        Refused(() => election with { Contests = [contest with { Returns = [new("west", default, [], 2)] }] }, "council: 'west' in 'returns'", "3 places from 'x'");
        Refused(() => election with { Contests = [contest with { Seats = ImmutableSortedDictionary<string, int>.Empty.Add("west", 1) }] }, "'west' in 'seats'");
        Refused(() => election with { Contests = [contest with { Candidacies = [contest.Candidacies[0] with { District = "west" }, contest.Candidacies[1]] }] }, "'west' in 'district'");
        Refused(() => election with { Places = new PlaceTree([new("x", null, "country", "Smalland")]) }, "council: 'n' in 'returns'");
        Refused(() => election with { Id = "" }, "election");
        Refused(() => new Election { Contests = election.Contests, Places = new PlaceTree([new("y", null, "country", "Y")]), Id = "e", Title = election.Title, Country = "xx", Date = election.Date }, "'n' in 'returns'");
    }

    /// <summary>A contest that is no part of an election is held to the places that it is counted with.</summary>
    [Fact]
    public void Tabulate_OfAUnitThatIsNoPlace_IsRefusedWithThePlace()
    {
        var lost = contest with { Returns = [new("west", default, [new(0, 5, 2)], 2)] };

        Refused(() => Tabulate.Whole(lost, places), "west", "place");
        Refused(() => Tabulate.At(contest, places, "west"), "'west' is not a place");
        Refused(() => Tabulate.By(lost, places, "district"), "west");
        Refused(() => Tabulate.Whole(contest, places, ["west"]), "'west' is not a place");
        Refused(() => new Ballots(lost, places), "council: 'west' reports and is not a place");
        Refused(() => places.Line("west").ToList(), "'west' is not a place");
        Assert.Empty(Validation.Check(election).Where(f => f.Severity == Severity.Fault));
    }

    [Fact]
    public void Places_ThatAreNoTree_AreRefused()
    {
        Refused(() => new Place(null!, null, "country", "X"), "place");
        Refused(() => new PlaceTree([new Place("", null, "country", "X")]), "no id");
        Refused(() => new Place("x", null, "", "X"), "level");
        Refused(() => places.Root with { Name = null! }, "name");
        Refused(() => new PlaceTree(default), "places");
        Refused(() => new PlaceTree([places.Root, places.Root]), "'x' stands twice");
        Refused(() => new PlaceTree([places.Root, new("n", "west", "district", "N")]), "'west', which is not a place");
    }

    static void Refused<T>(Func<T> make, params string[] told)
    {
        var error = Assert.ThrowsAny<ArgumentException>(() => { make(); });
        Assert.All(told, t => Assert.Contains(t, error.Message, StringComparison.Ordinal));
    }
}
