using System.Collections.Immutable;
using System.Numerics;
using Urna.Allocate.Account;
using Urna.Allocate.Steps;
using Urna.Allocate.Votes;
using Urna.Model;
using Urna.Numerics;

namespace Urna.Tests.Allocate.Transferable;

/// <summary>What every count of ranked ballots must keep to, on generated elections.</summary>
public class TransferablePropertyTests
{
    sealed record Poll(int Candidates, int Seats, (int Count, int[] Order)[] Ballots)
    {
        public ImmutableArray<string> Names => [.. Enumerable.Range(0, Candidates).Select(c => $"{(char)('A' + c)}")];

        public DistrictVotes District(int times = 1)
        {
            var builder = new RankedBallots.Builder(Candidates);
            foreach (var (count, order) in Ballots)
            {
                builder.Add((long)count * times, order);
            }

            return Ranked.District(Names, Seats, builder.ToBallots());
        }

        public override string ToString() => $"{Candidates} {Seats}: {string.Join(", ", Ballots.Select(b => $"{b.Count} {string.Join(">", b.Order)}"))}";
    }

    static readonly Gen<Poll> polls =
        from candidates in Gen.Int[2, 7]
        from seats in Gen.Int[1, 4]
        from ballots in Gen.Select(Gen.Int[1, 40], Gen.Shuffle(Enumerable.Range(0, candidates).ToArray()), Gen.Int[0, candidates], (count, order, length) => (count, order[..length])).Array[1, 14]
        select new Poll(candidates, seats, ballots);

    static readonly TransferableVoteStep exact = Ranked.Scottish with { Decimals = null };

    /// <summary>Laws of every kind, so that what is said of all holds for all.</summary>
    static readonly Gen<TransferableVoteStep> laws =
        from quota in Gen.Enum<QuotaRule>()
        from exceed in Gen.Bool
        from surplus in Gen.Enum<SurplusRule>()
        from share in Gen.Enum<SurplusShare>()
        from order in Gen.Enum<SurplusOrder>()
        from waits in Gen.Bool
        from decimals in Gen.Int[-1, 5]
        from exclude in Generators.OneOf(ExclusionRule.Lowest, ExclusionRule.Batch, ExclusionRule.BatchBeforeSurplus)
        from parcels in Gen.Enum<ExclusionParcels>()
        from last in Gen.Enum<LastVacancyRule>()
        from recomputed in Gen.Bool
        select new TransferableVoteStep
        {
            Article = "art. 1",
            Quota = quota,
            MustExceed = exceed,
            Surplus = surplus,
            Share = share,
            Order = order,
            SurplusWaits = waits,
            Decimals = decimals < 0 ? null : decimals,
            Exclude = exclude,
            Parcels = parcels,
            LastVacancy = last,
            Recomputed = recomputed,
            Ties = [TieRule.Backwards],
        };

    /// <summary>No vote is lost: candidates, exhausted and rounding make the valid ballots at every count; rounding drops less than a unit a ballot and transfer.</summary>
    [Fact]
    public void Counts_ConserveEveryVote() => Gen.Select(polls, laws).Sample((poll, law) =>
    {
        var result = Ranked.Count(law, poll.District());
        var valid = poll.Ballots.Where(b => b.Order.Length > 0).Sum(b => (long)b.Count);
        foreach (var count in result.Counts())
        {
            var all = count.Tallies.Aggregate(count.Exhausted + count.Lost, (sum, t) => sum + t.Votes);
            Assert.Equal(valid, all);
            Assert.True(count.Lost >= 0 && count.Exhausted >= 0);
            Assert.True(count.Lost <= new Fraction(valid * count.Count, BigInteger.Pow(10, law.Decimals ?? 0)) && (law.Decimals is not null || count.Lost == 0));
            Assert.All(count.Tallies, t => Assert.True(t.Votes >= 0));
        }
    });

    /// <summary>Where gains are rounded, a fraction may also be gained; the identity holds all the same.</summary>
    [Fact]
    public void Counts_WithRoundedGains_ConserveEveryVote() => Gen.Select(polls, laws).Sample((poll, law) =>
    {
        var result = Ranked.Count(law with { Decimals = 0, Rounding = RoundingRule.Gain }, poll.District());
        var valid = poll.Ballots.Where(b => b.Order.Length > 0).Sum(b => (long)b.Count);
        Assert.All(result.Counts(), count => Assert.Equal(valid, count.Tallies.Aggregate(count.Exhausted + count.Lost, (sum, t) => sum + t.Votes)));
    });

    [Fact]
    public void Count_WithoutOpenTies_FillsTheSeats() => Gen.Select(polls, laws).Sample((poll, law) =>
    {
        var result = Ranked.Count(law, poll.District());
        var voted = poll.Ballots.Any(b => b.Order.Length > 0);
        Assert.True(!result.Ties.IsEmpty || result.Elected.Length == (voted ? Math.Min(poll.Seats, poll.Candidates) : 0));
        Assert.True(result.Elected.Length <= poll.Seats);
        Assert.Equal(result.Elected.Length, result.Elected.Select(s => s.Person).Distinct().Count());
    });

    /// <summary>A second way to the same answer: single ballots, fractions, nothing shared with the program.</summary>
    [Fact]
    public void Scottish_EqualsThePlainCount_AtEveryCount() => Gen.Select(polls, Gen.Int[0, 5]).Sample((poll, decimals) =>
    {
        var result = Ranked.Count(Ranked.Scottish with { Decimals = decimals }, poll.District());
        if (PlainCount.Run(poll.Ballots, poll.Candidates, poll.Seats, decimals) is not { } plain || poll.Ballots.All(b => b.Order.Length == 0))
        {
            Assert.True(!result.Ties.IsEmpty || result.Elected.IsEmpty);
            return;
        }

        Assert.Empty(result.Ties);
        Assert.Equal(plain.Elected.Select(c => poll.Names[c]), result.Elected());
        Assert.Equal(
            plain.Counts.SelectMany(c => c.Select(v => new Fraction(v, plain.Unit))),
            result.Counts().SelectMany(c => c.Tallies.Select(t => t.Votes)));
    });

    [Fact]
    public void InstantRunoff_EqualsTheNaiveOne() => polls.Sample(poll =>
    {
        var result = Ranked.Count(Ranked.InstantRunoff, (poll with { Seats = 1 }).District());
        if (poll.Ballots.Any(b => b.Order.Length > 0))
        {
            Assert.Equal(PlainCount.InstantRunoff(poll.Ballots, poll.Candidates) is { } winner ? [poll.Names[winner]] : [], result.Elected());
        }
    });

    [Fact]
    public void Candidate_WithAQuotaOfFirstPreferences_IsElected() => Gen.Select(polls, laws).Sample((poll, law) =>
    {
        var result = Ranked.Count(law with { Quota = QuotaRule.Droop, MustExceed = false, Recomputed = false }, poll.District());
        var quota = (poll.Ballots.Where(b => b.Order.Length > 0).Sum(b => b.Count) / (poll.Seats + 1)) + 1;
        for (var c = 0; c < poll.Candidates; c++)
        {
            Assert.True(poll.Ballots.Where(b => b.Order.Length > 0 && b.Order[0] == c).Sum(b => b.Count) < quota || result.Elected().Contains(poll.Names[c]));
        }
    });

    /// <summary>Droop's proportionality: k quotas that put the same candidates first, in any order, elect k of them or all.</summary>
    /// <remarks>Woodall (1994), Voting matters 3. It is what characterises the method.</remarks>
    [Fact]
    public void Exact_SolidCoalition_HasItsQuotas() => Gen.Select(polls, Gen.UInt).Sample((poll, mask) =>
    {
        var result = Ranked.Count(exact, poll.District());
        if (!result.Ties.IsEmpty)
        {
            return;
        }

        var coalition = Enumerable.Range(0, poll.Candidates).Where(c => (mask >> c & 1) == 1).ToHashSet();
        var solid = poll.Ballots.Where(b => coalition.Count > 0 && b.Order.Length >= coalition.Count && b.Order[..coalition.Count].All(coalition.Contains)).Sum(b => b.Count);
        var quota = (poll.Ballots.Where(b => b.Order.Length > 0).Sum(b => b.Count) / (poll.Seats + 1)) + 1;
        var due = Math.Min(solid / quota, coalition.Count);
        Assert.True(result.Elected().Count(e => coalition.Contains(e[0] - 'A')) >= due, $"{poll}: {string.Join(",", coalition)}");
    });

    /// <summary>Neither the order of the ballots nor the way they are bundled counts.</summary>
    [Fact]
    public void Count_OfShuffledAndSplitBallots_IsTheSame() => Gen.Select(polls, laws, Gen.Int[0, 1000]).Sample((poll, law, seed) =>
    {
        var split = poll.Ballots.SelectMany(b => new[] { (b.Count / 2, b.Order), (b.Count - (b.Count / 2), b.Order) }).OrderBy(b => HashCode.Combine(b.Item1, b.Order.Length, seed)).ToArray();
        AssertSame(Ranked.Count(law, poll.District()), Ranked.Count(law, (poll with { Ballots = split }).District()), 1);
    });

    /// <summary>Three times the ballots are three times the votes and the same seats, where neither quota nor arithmetic rounds.</summary>
    [Fact]
    public void Exact_ThreeTimesTheBallots_ElectTheSame() => polls.Sample(poll =>
    {
        var law = exact with { Quota = QuotaRule.HagenbachBischoff, MustExceed = true };
        AssertSame(Ranked.Count(law, poll.District()), Ranked.Count(law, poll.District(times: 3)), 3);
    });

    static void AssertSame(DistrictAllocation one, DistrictAllocation other, int times)
    {
        Assert.Equal(one.Elected(), other.Elected());
        Assert.Equal(one.Ties.SelectMany(t => t.Among), other.Ties.SelectMany(t => t.Among));
        Assert.Equal(one.Counts().SelectMany(c => c.Tallies.Select(t => t.Votes * times)), other.Counts().SelectMany(c => c.Tallies.Select(t => t.Votes)));
    }
}
