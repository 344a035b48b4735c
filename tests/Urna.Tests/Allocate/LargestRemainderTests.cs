using Urna.Allocate.Methods;

namespace Urna.Tests.Allocate;

/// <summary>The quota property, paradoxes that the method is known for, and published examples.</summary>
public class LargestRemainderTests
{
    static readonly Gen<(long[] Votes, int Seats)> genContest = Gen.Select(Gen.Long[0, 1L << 40].Array[1, 12].Where(v => v.Sum() > 0), Gen.Int[1, 60]);

    static readonly Gen<QuotaKind> genQuota = Generators.OneOf(QuotaKind.Hare, QuotaKind.Droop, QuotaKind.HagenbachBischoff);

    static (int[] Held, bool[] Tied, int Left) Share(long[] votes, int seats, Quota quota, Proportion least = default, int[]? capacities = null)
    {
        var (held, tied) = (new int[votes.Length], new bool[votes.Length]);
        var left = LargestRemainder.Share(votes, capacities ?? [.. votes.Select(_ => int.MaxValue)], seats, quota, least.Denominator == 0 ? new(0, 1) : least, held, tied);
        return (held, tied, left);
    }

    static Quota Of(QuotaKind kind, long[] votes, int seats) => Quota.Of(kind, QuotaRounding.None, votes.Sum(), seats);

    /// <summary>Ten seats by Hare's quota: 41, 29, 17 and 13 of 100 votes (remainders 1, 9, 7, 3).</summary>
    [Fact]
    public void Share_ByHand() => Assert.Equal([4, 3, 2, 1], Share([41, 29, 17, 13], 10, new(100, 10)).Held);

    /// <summary>The Alabama paradox: one seat more for all costs the smallest one (Balinski &amp; Young 2001, ch. 5; votes 6, 6, 2).</summary>
    [Fact]
    public void Share_OneSeatMore_CanCostASeat()
    {
        Assert.Equal([4, 4, 2], Share([6, 6, 2], 10, new(14, 10)).Held);
        Assert.Equal([5, 5, 1], Share([6, 6, 2], 11, new(14, 11)).Held);
    }

    /// <summary>The quota property: nobody is further than one seat from their exact share, and by Hare's quota never below it rounded down.</summary>
    [Fact]
    public void Share_ByHare_StaysWithinTheQuota() =>
        genContest.Sample((votes, seats) =>
        {
            var (held, tied, left) = Share(votes, seats, Of(QuotaKind.Hare, votes, seats));
            return Axioms.SeatsAreConserved(held, tied, left, seats) && Axioms.StaysWithinTheQuota(votes, held, seats);
        });

    /// <summary>No seat left over goes to a smaller remainder while a larger one goes without.</summary>
    [Fact]
    public void Share_LargerRemainders_ComeFirst() =>
        Gen.Select(genContest, genQuota).Sample((contest, kind) =>
        {
            var (votes, seats) = contest;
            var quota = Of(kind, votes, seats);
            var (held, _, _) = Share(votes, seats, quota);
            var states = votes.Select((v, i) => (Whole: (long)((Int128)v * quota.Denominator / quota.Numerator), Over: (Int128)v * quota.Denominator % quota.Numerator, Held: held[i], Votes: v)).ToList();
            return states.Where(s => s.Votes > 0 && s.Held <= s.Whole).All(loser => states.Where(s => s.Held > s.Whole).All(winner => winner.Over >= loser.Over));
        });

    [Fact]
    public void Share_OrderOfHolders_DoesNotMatter() =>
        genContest.Sample((votes, seats) =>
        {
            var quota = Of(QuotaKind.Hare, votes, seats);
            return Share(votes, seats, quota).Held.SequenceEqual(Share([.. votes.Reverse()], seats, quota).Held.Reverse());
        });

    [Fact]
    public void Share_EveryVoteCountedThreeTimes_SeatsTheSame() =>
        genContest.Sample((votes, seats) =>
            Share(votes, seats, Of(QuotaKind.Hare, votes, seats)).Held.SequenceEqual(
                Share([.. votes.Select(v => v * 3)], seats, Of(QuotaKind.Hare, [.. votes.Select(v => v * 3)], seats)).Held));

    /// <summary>With two holders, largest remainders and Sainte-Laguë are one method (Balinski &amp; Young 2001, app. A).</summary>
    [Fact]
    public void Share_TwoHoldersByHare_IsSainteLague() =>
        Gen.Select(Gen.Long[1, 1_000_000], Gen.Long[1, 1_000_000], Gen.Int[1, 40]).Sample((a, b, seats) =>
        {
            var byQuota = Share([a, b], seats, new(a + b, seats));
            var byDivisors = new int[2];
            var left = HighestAverages.Share([a, b], [seats, seats], seats, DivisorRule.SainteLague, byDivisors, new bool[2]);
            return byQuota.Left > 0 || left > 0 || byQuota.Held.SequenceEqual(byDivisors);
        });

    [Fact]
    public void Share_EqualRemainders_AreATie()
    {
        var (held, tied, left) = Share([15, 15], 3, new(30, 3));
        Assert.Equal([1, 1], held);
        Assert.Equal([true, true], tied);
        Assert.Equal(1, left);
    }

    /// <summary>A low quota can be contained more often than there are seats: the smallest remainder loses one.</summary>
    [Fact]
    public void Share_MoreWholeQuotasThanSeats_TakesFromTheSmallestRemainder() => Assert.Equal([2, 2], Share([31, 22], 4, new(10, 1)).Held);

    [Fact]
    public void Share_SmallRemainders_WinNothingWhereTheLawAsksForAPartOfAQuota() =>
        Assert.Equal([2, 1, 0], Share([18, 10, 7], 5, new(10, 1), new(3, 4)).Held);

    [Fact]
    public void Share_NoCandidacyLeft_PassesTheSeatOn() => Assert.Equal([1, 2], Share([80, 20], 3, new(100, 3), capacities: [1, 5]).Held);

    [Theory]
    [InlineData(QuotaKind.Hare, QuotaRounding.None, 100, 3, 33.3333)]
    [InlineData(QuotaKind.Hare, QuotaRounding.Up, 100, 3, 34)]
    [InlineData(QuotaKind.Hare, QuotaRounding.Nearest, 101, 2, 51)]
    [InlineData(QuotaKind.Droop, QuotaRounding.None, 100, 3, 26)]
    [InlineData(QuotaKind.Droop, QuotaRounding.None, 99, 3, 25)]
    [InlineData(QuotaKind.HagenbachBischoff, QuotaRounding.Down, 99, 3, 24)]
    [InlineData(QuotaKind.Imperiali, QuotaRounding.None, 100, 3, 20)]
    [InlineData(QuotaKind.Hare, QuotaRounding.Down, 2, 3, 1)]
    public void Quota_IsWhatTheTextbookSays(QuotaKind kind, QuotaRounding rounding, long votes, int seats, double quota) =>
        Assert.Equal(quota, Quota.Of(kind, rounding, votes, seats).Value, 3);
}
