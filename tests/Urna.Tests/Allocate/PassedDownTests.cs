using System.Collections.Immutable;
using System.Numerics;
using CsCheck;
using Urna.Allocate;
using Urna.Allocate.Account;
using Urna.Allocate.Votes;
using Urna.Model;

namespace Urna.Tests.Allocate;

/// <summary>Belgium's half of the votes for a list, and Colombia's runner-up, on cases done by hand and against slow references.</summary>
public class PassedDownTests
{
    static CandidacyVotes Person(int place, long votes) => new(new Candidacy { Choice = $"p{place}", List = "L", Candidate = $"p{place}", ListPosition = place }, votes);

    static CandidacyVotes Alone(long votes) => new(new Candidacy { Choice = "L", List = "L", Kind = CandidacyKind.ListVote }, votes);

    static DistrictAllocation Belgium(int seats, long alone, params long[] own) => SeatAllocation.Allocate(
        Repository.Law("chamber-2002"), new([new("d", seats, [Alone(alone), .. own.Select((v, i) => Person(i + 1, v))])], [], [])).Districts[0];

    /// <summary>
    /// 5,000 votes, 2,000 of them for the list alone, three seats: 5,000 / 4 = 1,250 elect. 1,000 pass down: p1 (600) takes 650, p2 (100) the 350 that are left.
    /// Then p1 1,250, p4 900, p3 800, p2 450, p5 600: p1, p4 and p3 are elected.
    /// </summary>
    [Fact]
    public void Belgium_HalfOfTheListVotes_PassesDownTheOrder()
    {
        var result = Belgium(3, 2_000, 600, 100, 800, 900, 600);

        Assert.Equal(["p1", "p3", "p4"], result.Elected.Select(s => s.Person).Order(StringComparer.Ordinal));
        Assert.Equal([(1, 650L, 1_250L), (2, 350L, 1_250L)], result.Steps.OfType<VotesPassedDown>().Select(s => (s.Place, s.PassedDown, s.Enough)));
    }

    /// <summary>Of equals the first on the list is elected, and nothing is left to lots.</summary>
    [Fact]
    public void Belgium_Equals_AreElectedInTheOrderOfTheList()
    {
        var result = Belgium(2, 0, 100, 100, 100);

        Assert.Equal(["p1", "p2"], result.Elected.Select(s => s.Person).Order(StringComparer.Ordinal));
        Assert.Empty(result.Ties);
    }

    /// <summary>Votes come to persons in the order of the list alone, to none beyond what elects them, and to all but the last as many as they lack; those with most are elected.</summary>
    [Fact]
    public void Belgium_AnyList_ElectsAsASlowReferenceDoes() =>
        Gen.Select(Gen.Int[1, 6], Gen.Long[0, 500], Gen.Long[0, 60].Array[1, 8]).Where((_, alone, own) => alone + own.Sum() > 0).Sample((seats, alone, own) =>
        {
            var filled = Math.Min(seats, own.Length);
            var enough = Up(alone + own.Sum(), filled + 1);
            var left = Up(alone, 2);
            var totals = own.Select(v =>
            {
                for (var one = v; ; one++)
                {
                    if (left == 0 || one >= enough)
                    {
                        return one;
                    }

                    left--;
                }
            }).ToList();
            var expected = Enumerable.Range(0, own.Length).OrderByDescending(i => totals[i]).ThenBy(i => i).Take(filled).Select(i => $"p{i + 1}").Order(StringComparer.Ordinal);
            return Belgium(seats, alone, own).Elected.Select(s => s.Person).Order(StringComparer.Ordinal).SequenceEqual(expected);
        });

    static BigInteger Up(BigInteger number, int by) => number / by + (number % by > 0 ? 1 : 0);

    static ContestAllocation Colombia(params long[] votes) => SeatAllocation.Allocate(
        Repository.Law("runner-up-2015"), new([new("co", 1, [.. votes.Select((v, i) => new CandidacyVotes(new Candidacy { Choice = $"c{i}", Candidate = $"c{i}" }, v))])], [], []));

    /// <summary>The last rounds of 2018 and 2022: Petro, and Hernández, followed the president.</summary>
    [Theory]
    [InlineData(10_398_689, 8_040_449)]
    [InlineData(11_291_986, 10_604_337)]
    public void Colombia_WhoFollowsThePresident_HasTheSeat(long first, long second) =>
        Assert.Equal("c1", Assert.Single(Colombia(first, second).Districts[0].Elected).Person);

    /// <summary>Of two who are first, one is president and the other sits: lots say which.</summary>
    [Fact]
    public void Colombia_TwoFirst_AreTiedForTheSeat()
    {
        var tie = Assert.Single(Assert.IsType<Outcome.Tie>(Colombia(50, 50, 20).Outcome).Ties).Open;

        Assert.Equal(["c0", "c1"], tie.Among);
        Assert.Equal(1, tie.Seats);
    }

    /// <summary>The seat is never that of whoever alone has most votes, and always that of the most voted of the others, if one of them is.</summary>
    [Fact]
    public void Colombia_AnyVotes_SeatTheMostVotedOfTheOthers() => Gen.Long[0, 20].Array[2, 6].Sample(votes =>
    {
        var elected = Colombia(votes).Districts[0].Elected.Select(s => s.Person).ToList();
        var order = votes.Distinct().OrderDescending().ToList();
        var first = votes.Count(v => v == order[0]);
        var second = order.Count > 1 && order[1] > 0 ? votes.Count(v => v == order[1]) : 0;
        return first == 1 && order[0] > 0 && second == 1 ? elected.SequenceEqual([$"c{Array.IndexOf(votes, order[1])}"]) : elected.Count == 0;
    });
}
