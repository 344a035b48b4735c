using System.Collections.Immutable;
using Urna.Allocate;
using Urna.Allocate.Account;
using Urna.Allocate.Votes;
using Urna.Model;

namespace Urna.Tests.Allocate;

/// <summary>Seats from pact to sub-pact to person (Ley 18.695 arts. 119-124), on cases done by hand.</summary>
public class SubpactTests
{
    static CandidacyVotes Line(string list, string subpact, string party, string name, long votes) =>
        new(new Candidacy { Choice = $"{list}/{name}", List = list, Subpact = subpact, Party = party, Candidate = name }, votes);

    static ContestAllocation Allocate(string law, int seats, ImmutableArray<CandidacyVotes> votes, params ImmutableArray<LotDrawn> lots) =>
        SeatAllocation.Allocate(Repository.Law(law), new ContestVotes([new DistrictVotes("d", seats, votes)], [], lots));

    /// <summary>
    /// Pact A 1,200 votes, pact B 550, six seats: 1200, 600, 550, 400, 300, 275, so four and two. In A: sub-pact S 660 (two parties), party T 350, the
    /// independent 190: 660, 350, 330, 220, so S three and T one. By parties (360, 350, 300, 190) each would have had one.
    /// </summary>
    [Theory]
    [InlineData("municipal-councils")]
    [InlineData("regional-councils")]
    public void Allocate_Subpact_AddsUpItsParties(string law)
    {
        ImmutableArray<CandidacyVotes> votes =
        [
            Line("A", "S", "P", "a1", 300), Line("A", "S", "Q", "a2", 260), Line("A", "S", "Q", "a3", 100),
            Line("A", "", "T", "a4", 200), Line("A", "", "T", "a5", 150), Line("A", "", "", "Inés", 190),
            Line("B", "", "U", "b1", 400), Line("B", "", "U", "b2", 150),
        ];

        var district = Allocate(law, 6, votes).Districts[0];
        Assert.Equal(["a1", "a2", "a3", "a4", "b1", "b2"], district.Elected.Select(s => s.Person).Order(StringComparer.Ordinal));
        Assert.Equal(["S", "T", "S", "S"], district.Steps.OfType<SeatByQuotient>().Where(s => s.Within == "A").Select(s => s.Winner));
    }

    /// <summary>Two independents of a pact are two: 120 and 110 come after 250 and 125, though they have 230 together.</summary>
    [Fact]
    public void Allocate_IndependentsOfAPact_CountEachAlone() =>
        Assert.Equal(
            ["a1", "a2"],
            Allocate("municipal-councils", 2, [Line("A", "", "P", "a1", 200), Line("A", "", "P", "a2", 50), Line("A", "", "", "i1", 120), Line("A", "", "", "i2", 110), Line("B", "", "Q", "b1", 50)])
                .Districts[0].Elected.Select(s => s.Person).Order(StringComparer.Ordinal));

    /// <summary>Sources write a word where a person has no party: two "INDEPENDIENTES" of a pact are two, and no party.</summary>
    [Theory]
    [InlineData("INDEPENDIENTES")]
    [InlineData("Ind.")]
    [InlineData("Sem partido")]
    public void Allocate_IndependentsByAWord_CountEachAlone(string word) =>
        Assert.Equal(
            ["a1", "a2"],
            Allocate("regional-councils", 2, [Line("A", "", "P", "a1", 200), Line("A", "", "P", "a2", 50), Line("A", "", word, "i1", 120), Line("A", "", word, "i2", 110), Line("B", "", "Q", "b1", 50)])
                .Districts[0].Elected.Select(s => s.Person).Order(StringComparer.Ordinal));

    /// <summary>A sub-pact and a party of the same name stay two.</summary>
    [Fact]
    public void Allocate_SubpactNamedAsAParty_StaysApart() =>
        Assert.Equal(
            2,
            Allocate("municipal-councils", 1, [Line("A", "P", "Q", "a1", 10), Line("A", "", "P", "a2", 9), Line("B", "", "R", "b1", 5)])
                .Districts[0].Steps.OfType<SeatByQuotient>().Count());

    /// <summary>Art. 123 no. 5: the last seat between lists goes to the one whose candidate has more votes, and then by lot.</summary>
    [Theory]
    [InlineData(60, "a1")]
    [InlineData(90, "b1")]
    public void Allocate_LastSeatBetweenLists_GoesToTheCandidateWithMoreVotes(long first, string elected) =>
        Assert.Equal(
            elected,
            Assert.Single(Allocate("municipal-councils", 1, [Line("A", "", "P", "a1", 70), Line("A", "", "P", "a2", 30), Line("B", "", "Q", "b1", first), Line("B", "", "Q", "b2", 100 - first)])
                .Districts[0].Elected).Person);

    /// <summary>
    /// Second seat: A 206 / 2 against B 103. A's next would be q1 of party Q (40), since P has its one seat and 68 is below 70; not p2 (66). B's is b1 (53).
    /// </summary>
    [Fact]
    public void Allocate_TieByPersonalVotes_LooksAtWhoWouldTakeTheSeat() =>
        Assert.Equal(
            ["b1", "p1"],
            Allocate(
                "municipal-councils", 2,
                [Line("A", "", "P", "p1", 70), Line("A", "", "P", "p2", 66), Line("A", "", "Q", "q1", 40), Line("A", "", "Q", "q2", 30), Line("B", "", "R", "b1", 53), Line("B", "", "R", "b2", 50)])
                .Districts[0].Elected.Select(s => s.Person).Order(StringComparer.Ordinal));

    [Fact]
    public void Allocate_EqualSubpactsWithEqualCandidates_AreDrawnAtTheirLevel()
    {
        ImmutableArray<CandidacyVotes> votes = [Line("A", "S", "P", "s1", 50), Line("A", "T", "Q", "t1", 50), Line("B", "", "R", "b1", 10)];

        Assert.Equal((TieLevel.Subpact, 1), Assert.Single(Allocate("municipal-councils", 1, votes).Districts[0].Ties) is var tie ? (tie.Level, tie.Seats) : default);
        Assert.Equal("t1", Assert.Single(Allocate("municipal-councils", 1, votes, new LotDrawn("d", TieLevel.Subpact, "T")).Districts[0].Elected).Person);
    }

    /// <summary>A sub-pact with one candidate leaves its second seat to the others of the pact.</summary>
    [Fact]
    public void Allocate_ExhaustedSubpact_LeavesItsSeatToThePact() =>
        Assert.Equal(
            ["a1", "a2", "a3"],
            Allocate("municipal-councils", 3, [Line("A", "S", "P", "a1", 900), Line("A", "", "Q", "a2", 100), Line("A", "", "Q", "a3", 90), Line("B", "", "R", "b1", 300)])
                .Districts[0].Elected.Select(s => s.Person).Order(StringComparer.Ordinal));
}
