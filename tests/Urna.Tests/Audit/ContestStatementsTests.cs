using System.Collections.Immutable;
using Urna.Allocate;
using Urna.Allocate.Account;
using Urna.Allocate.Laws;
using Urna.Allocate.Votes;
using Urna.Audit;
using Urna.Audit.Statements;
using Urna.Model;
using Urna.Numerics;
using Urna.Tests.Allocate;

namespace Urna.Tests.Audit;

/// <summary>Statements about votes make sure of the outcome: where all are true of other votes, the law elects the same.</summary>
public class ContestStatementsTests
{
    public static TheoryData<string> Names => [.. Repository.Laws.Names];

    /// <summary>Random recounts under every law that ships: whatever changes who is elected breaks a statement.</summary>
    [Theory]
    [MemberData(nameof(Names))]
    public void Of_ALawThatShips_EveryChangeOfTheElectedBreaksAStatement(string name)
    {
        var law = Repository.Laws.Find(name).Value!;
        for (var seed = 0; seed < LongRun.Of(4, 2_000); seed++)
        {
            Complete(law, RandomElections.For(law, seed), seed, $"{name}, seed {seed}");
        }
    }

    [Fact]
    public void Of_RandomLaws_EveryChangeOfTheElectedBreaksAStatement()
    {
        var asked = 0;
        for (var number = 0; number < LongRun.Of(300, 200_000); number++)
        {
            var (law, votes) = RandomElections.Pair(number);
            asked += Complete(law, votes, number, $"pair {number}: {string.Join(" / ", law.Steps)}") ? 1 : 0;
        }

        Assert.True(asked > 20, $"{asked} laws could be audited");
    }

    /// <summary>Laws whose outcome no fixed statements about ballots make sure of are refused in words, in both languages.</summary>
    [Theory]
    [InlineData("stv")]
    [InlineData("irv")]
    [InlineData("ch/zuerich-kantonsrat")]
    [InlineData("no/storting-2002")]
    [InlineData("mmp")]
    public void Of_ALawThatCannotBeAudited_SaysWhy(string name)
    {
        var law = Repository.Laws.Find(name).Value!;
        var refused = 0;
        for (var seed = 0; seed < 30; seed++)
        {
            var votes = RandomElections.For(law, seed);
            var set = ContestStatements.Of(law, votes, SeatAllocation.Allocate(law, votes));
            refused += set.IsComplete ? 0 : 1;
            Assert.All(set.Refusals, r => Assert.True(r.English.Length > 10 && r.Spanish.Length > 10));
        }

        Assert.Equal(30, refused);
    }

    /// <summary>The statement of a pair is the assertion that was there for it, to the last fraction.</summary>
    [Fact]
    public void Assertions_OfStatements_AreThoseOfTheirKinds() =>
        Gen.Select(Gen.Long[0, 50], Gen.Long[0, 50], Gen.Long[1, 50], Gen.Int[0, 9], Gen.Int[1, 5]).Sample((a, b, c, blank, seats) =>
        {
            var votes = new ContestVotes([new DistrictVotes("d", seats, [Line("A", a), Line("B", b), Line("C", c)]) { Blank = blank, Null = 1 }], [], []);
            var law = Repository.Laws.Find("dhondt").Value!;
            var allocation = SeatAllocation.Allocate(law, votes);
            var counted = CountedVotes.Of(votes);
            var set = ContestStatements.Of(law, votes, allocation);
            return allocation.Outcome is Outcome.Tie || set.Statements.All(s =>
            {
                var (w, l) = (Standing(allocation, s.Winner), Standing(allocation, s.Loser));
                var known = Assertion.Quotients(s.Winner, w.Votes, w.Seats, s.Loser, l.Votes, l.Seats + 1, a + b + c + blank + 1) with { District = "d" };
                return s.Of(counted) == known;
            });
        });

    static ListStanding Standing(ContestAllocation allocation, string list) => allocation.Districts[0].Lists.First(l => l.List == list);

    static CandidacyVotes Line(string list, long votes) => new(new Candidacy { Choice = list, List = list }, votes);

    /// <summary>Tries changed votes; whether the law could be audited at all with these.</summary>
    static bool Complete(ElectoralRule law, ContestVotes votes, int seed, string what)
    {
        var allocation = SeatAllocation.Allocate(law, votes);
        var set = ContestStatements.Of(law, votes, allocation);
        if (!set.IsComplete)
        {
            return false;
        }

        Assert.All(set.Statements, s => Assert.True(s.Holds(CountedVotes.Of(votes)), $"{what}: {s.Kind} {s.Winner} > {s.Loser}"));
        var reported = Elected(allocation);
        var random = new Random(seed);
        for (var t = 0; t < 40; t++)
        {
            var changed = Changed(votes, random, reach: 1 + (t / 2));
            var recount = CountedVotes.Of(changed);
            if (set.Statements.All(s => s.Holds(recount)))
            {
                var then = SeatAllocation.Allocate(law, changed);
                Assert.True(then.Faults.IsEmpty && Elected(then).SequenceEqual(reported), $"{what}: no statement is broken, but the elected are {string.Join(", ", Elected(then))} and not {string.Join(", ", reported)}");
            }
        }

        return true;
    }

    /// <summary>Who holds the seats, who goes on, and how it ends.</summary>
    static ImmutableArray<string> Elected(ContestAllocation allocation) =>
    [
        allocation.Outcome.Word,
        .. allocation.Districts.SelectMany(d => d.Elected.Select(s => $"{d.District}/{s.Candidacy.ListName}/{s.Candidacy.Party}/{s.Candidacy.Candidate}")).Order(StringComparer.Ordinal),
        .. allocation.Between.SelectMany(f => f.Among.Select(a => $"{f.District}:{a}")).Order(StringComparer.Ordinal),
    ];

    static ContestVotes Changed(ContestVotes votes, Random random, int reach) => votes with
    {
        Districts = [.. votes.Districts.Select(d => d with
        {
            Votes = [.. d.Votes.Select(v => random.Next(3) == 0 ? v with { Votes = Math.Max(0, v.Votes + random.Next(-reach, reach + 1)) } : v)],
            Blank = d.Blank is { } blank ? Math.Max(0, blank + random.Next(-1, 2)) : null,
        })],
        Findings = null,
    };
}
