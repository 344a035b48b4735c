using System.Collections.Immutable;
using Urna.Allocate;
using Urna.Allocate.Account;
using Urna.Allocate.Laws;
using Urna.Allocate.Methods;
using Urna.Allocate.Steps;
using Urna.Allocate.Votes;
using Urna.Model;

namespace Urna.Tests.Allocate;

/// <summary>Margins of persons, the closest seats, and every end of a tie.</summary>
public class ClosestSeatsTests
{
    static readonly Gen<ImmutableArray<CandidacyVotes>> genBallot =
        Gen.Select(Gen.Int[0, 2], Gen.Int[0, 1], Gen.Int[0, 30], (list, party, votes) => (list, party, votes)).Array[2, 10].Select(lines =>
            lines.Select((l, i) => Line($"{i}", $"L{l.list}", $"{l.list}{l.party}", l.votes)).ToImmutableArray());

    /// <summary>The least number of votes: with it the person is elected, with one less they are not.</summary>
    [Fact]
    public void PersonMargins_AreTheLeastThatElect_OrNoLongerDo() =>
        Gen.Select(genBallot, Gen.Int[1, 4]).Sample((ballot, seats) =>
        {
            var law = Repository.Law("congress-2015");
            var persons = PersonMargins.Of(law, new DistrictVotes("d", seats, ballot));
            return persons.Length == ballot.Length && persons.All(p =>
                (p.VotesToGain is not { } gain || (IsElected(law, ballot, seats, p, gain) && !IsElected(law, ballot, seats, p, gain - 1)))
                && (p.VotesToLose is not { } lose || (!IsElected(law, ballot, seats, p, -lose) && IsElected(law, ballot, seats, p, 1 - lose)))
                && (p.VotesToGain is null || !p.Elected) && (p.VotesToLose is null || p.Elected));
        });

    /// <summary>Whether a person is elected before any tie is broken, by the count that keeps an account.</summary>
    static bool IsElected(ElectoralRule law, ImmutableArray<CandidacyVotes> ballot, int seats, PersonStanding person, long more)
    {
        ImmutableArray<CandidacyVotes> changed = [.. ballot.Select(v => v.Candidacy.Choice == person.Candidacy.Choice ? v with { Votes = v.Votes + more } : v)];
        return SeatAllocation.Allocate(law, new ContestVotes([new DistrictVotes("d", seats, changed)], [], [])).Districts[0].Elected.Any(s => s.Candidacy.Choice == person.Candidacy.Choice);
    }

    [Fact]
    public void PersonMargins_UnderParity_AreNotGiven() =>
        Assert.Empty(PersonMargins.Of(Repository.Law("convention-2021"), new DistrictVotes("D1", 3, [Line("a", "L", "P", 5)])));

    /// <summary>Chile 2021: 46 votes in District 4 and 207 in District 2 (cl_diputados_2021_margins: 207 for the list).</summary>
    [Fact]
    public void Closest_Deputies2021_NameWhoWouldHaveLostTheSeat()
    {
        var election = Repository.Election("cl-2021");
        var votes = ContestVotes.Of(election.Contest("deputies")!, election.Places);
        var closest = ClosestSeats.Of(SeatAllocation.Allocate(Repository.Law("congress-2015"), votes), votes, 40);

        var person = closest.First(c => c is { Gains: true, Level: Holder.Candidate });
        Assert.Equal(("4", 46L), (person.District, person.Margin));
        Assert.Equal(["Sofia Cid Versalovic"], person.Others);
        var list = closest.First(c => c is { Gains: true, Level: Holder.List });
        Assert.Equal(("2", "Partido de la Gente", 207L), (list.District, list.Name, list.Margin));
        Assert.Equal(["Nuevo Pacto Social"], list.Others);
        Assert.Equal(closest.Select(c => c.Margin).Order(), closest.Select(c => c.Margin));
    }

    /// <summary>Persons of one list stand under one name, and the list's margin is that of one of them.</summary>
    [Fact]
    public void Closest_WherePersonsOfOneListStandTogether_NameTheOthersOfThePersonWhoseMarginItIs()
    {
        var law = Repository.Law("mayors");
        var votes = new ContestVotes([new DistrictVotes("d", 1, [Line("a", "A", "P", 10), Line("b", "B", "Q", 8), Line("c", "A", "R", 5)])], [], []);
        var closest = ClosestSeats.Of(SeatAllocation.Allocate(law, votes), votes, int.MaxValue);

        Assert.Equal(["a"], closest.Single(c => c is { Level: Holder.List, Name: "B", Gains: true }).Others);
        Assert.Equal(["b"], closest.Single(c => c is { Level: Holder.List, Name: "A", Gains: false, Margin: 2 }).Others);
        Assert.Equal(["a"], closest.Single(c => c is { Level: Holder.List, Name: "A", Gains: true }).Others);
    }

    /// <summary>Three seats: A 60, C 45, A 30; B's 39 are barred, though they are more than A's second quotient.</summary>
    [Fact]
    public void Closest_UnderAThreshold_LeavesOutWhoIsBarred()
    {
        var law = RandomLaws.Law(
            new ThresholdStep([new ThresholdCondition { Votes = 40 }], [], false) { Article = "1" },
            new HighestAveragesStep(DivisorRule.DHondt) { Article = "2", Holders = Holder.List });
        var votes = new ContestVotes([new DistrictVotes("d", 3, [Line("", "A", "", 60), Line("", "B", "", 39), Line("", "C", "", 45)])], [], []);
        var closest = ClosestSeats.Of(SeatAllocation.Allocate(law, votes), votes, int.MaxValue);

        var gain = closest.Single(c => c is { Name: "C", Gains: true });
        Assert.Equal(16, gain.Margin);
        Assert.Equal(["A"], gain.Others);
        var lose = closest.Single(c => c is { Name: "A", Gains: false });
        Assert.Equal(15, lose.Margin);
        Assert.Equal(["C"], lose.Others);
    }

    [Fact]
    public void Outcomes_OfATie_AreOneForEachDrawing()
    {
        var law = Repository.Law("mayors");
        var two = new DistrictVotes("two", 1, [Line("a", "", "P", 10), Line("b", "", "Q", 10)]);
        var three = new DistrictVotes("three", 2, [Line("c", "", "P", 7), Line("d", "", "Q", 7), Line("e", "", "R", 7), Line("f", "", "S", 1)]);
        var possible = PossibleOutcomes.Of(law, new ContestVotes([two, three], [], []), 100);

        Assert.True(possible.IsComplete);
        Assert.Equal(2 * 3, possible.Outcomes.Length);
        Assert.All(possible.Outcomes, o => Assert.IsType<Outcome.Elected>(o.Allocation.Outcome));
        Assert.Equal(6, possible.Outcomes.Select(o => string.Join(' ', o.Allocation.Districts.SelectMany(d => d.Elected).Select(s => s.Person).Order())).Distinct().Count());
        Assert.False(PossibleOutcomes.Of(law, new ContestVotes([two, three], [], []), 4).IsComplete);
    }

    [Fact]
    public void Outcomes_WithoutATie_AreTheOneThereIs()
    {
        var possible = PossibleOutcomes.Of(Repository.Law("mayors"), new ContestVotes([new DistrictVotes("d", 1, [Line("a", "", "P", 10), Line("b", "", "Q", 9)])], [], []), 10);

        Assert.Empty(Assert.Single(possible.Outcomes).Lots);
    }

    /// <summary>A tie between lists, and below one of its ends a tie between persons: the ways fork again.</summary>
    [Fact]
    public void Outcomes_OfATieBelowATie_ForkTwice()
    {
        ImmutableArray<CandidacyVotes> ballot = [Line("a", "A", "P", 5), Line("b", "A", "P", 5), Line("c", "B", "Q", 10)];
        var possible = PossibleOutcomes.Of(Repository.Law("congress-2015"), new ContestVotes([new DistrictVotes("d", 1, ballot)], [], []), 10);

        Assert.Equal(["a", "b", "c"], possible.Outcomes.Select(o => o.Allocation.Districts[0].Elected.Single().Person).Order());
    }

    static CandidacyVotes Line(string name, string list, string party, long votes) =>
        new(new Candidacy { Choice = name.Length > 0 ? name : list, District = "d", List = list, Party = party, Candidate = name }, votes);

    /// <summary>With 300 votes more for a person of A, A ties with C for the last seat, on whose quotient it hangs who of A is seated.</summary>
    [Fact]
    public void Of_SurplusByAQuotientThatIsTied_IsWhatTheCountGives()
    {
        var law = RandomLaws.Law(
            new HighestAveragesStep(DivisorRule.SainteLague) { Article = "1", Holders = Holder.List, Ties = [TieRule.MostVotes, TieRule.Lot] },
            new ListSurplusStep { Article = "2", Holders = Holder.Candidate });
        static CandidacyVotes[] List(string list, params long[] votes) =>
            [.. votes.Select((v, i) => new CandidacyVotes(new Candidacy { Choice = $"{list}{i}", List = list, Party = list, Candidate = $"{list}{i}", ListPosition = i + 1 }, v))];
        ImmutableArray<CandidacyVotes> own = [new(new Candidacy { Choice = "A", List = "A", Kind = CandidacyKind.ListVote }, 342), new(new Candidacy { Choice = "C", List = "C", Kind = CandidacyKind.ListVote }, 71)];
        DistrictVotes north = new("north", 5, [.. List("A", 82, 398), .. own, .. List("B", 346), .. List("C", 179, 391, 164, 97, 39, 181), .. List("D", 0, 216, 333, 323, 347, 235, 0)]);

        Assert.NotEmpty(PersonMargins.Of(law, north));
        Assert.True(Axioms.PersonMarginsAreExact(law, new ContestVotes([north], [], [])));
    }
}
