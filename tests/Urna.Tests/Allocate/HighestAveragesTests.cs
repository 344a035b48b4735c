using Urna.Allocate.Methods;
using Urna.Allocate.Steps;

namespace Urna.Tests.Allocate;

/// <summary>Axioms that only a divisor method satisfies, and published examples.</summary>
public class HighestAveragesTests
{
    static readonly Gen<(long[] Votes, int Seats, DivisorRule Rule)> genContest =
        Gen.Select(Gen.Long[0, 1L << 40].Array[1, 12].Where(v => v.Sum() > 0), Gen.Int[0, 60], Generators.OneOf([.. DivisorRule.Known]));

    static (int[] Held, bool[] Tied, int Left) Share(long[] votes, int seats, DivisorRule rule, int[]? capacities = null)
    {
        var held = new int[votes.Length];
        var tied = new bool[votes.Length];
        var left = HighestAverages.Share(votes, capacities ?? [.. votes.Select(_ => int.MaxValue)], seats, rule, held, tied);
        return (held, tied, left);
    }

    /// <summary>Pukelsheim (2017), and every textbook: 100, 80, 30, 20 thousand votes and 8 seats.</summary>
    [Fact]
    public void Share_TextbookExample() => Assert.Equal([4, 3, 1, 0], Share([100_000, 80_000, 30_000, 20_000], 8, DivisorRule.DHondt).Held);

    /// <summary>The five traditional methods on one population of 26,000 and 26 seats (Balinski &amp; Young 2001).</summary>
    [Theory]
    [InlineData("adams", new[] { 9, 7, 5, 3, 2 })]
    [InlineData("dean", new[] { 9, 7, 5, 4, 1 })]
    [InlineData("hill", new[] { 9, 7, 6, 3, 1 })]
    [InlineData("sainte-lague", new[] { 9, 8, 5, 3, 1 })]
    [InlineData("dhondt", new[] { 10, 7, 5, 3, 1 })]
    public void Share_FiveTraditionalMethods_DifferAsPublished(string rule, int[] seats) =>
        Assert.Equal(seats, Share([9_061, 7_179, 5_259, 3_319, 1_182], 26, DivisorRule.Known.Single(r => r.Name == rule)).Held);

    /// <summary>The Flemish government's own example of the Imperiali system: nine seats of a municipal council (vlaanderen.be, Zetelverdeling).</summary>
    [Fact]
    public void Share_Imperiali_IsTheFlemishExample() => Assert.Equal([5, 2, 1, 1], Share([840, 432, 360, 328], 9, DivisorRule.Imperiali).Held);

    /// <summary>Macau: the second candidate of a list has half its votes, the third a quarter. Quotients 160, 90, 80, 50, 45.</summary>
    [Fact]
    public void Share_Macau_HalvesTheVotesAtEachSeat() => Assert.Equal([2, 2, 1], Share([160, 90, 50], 5, DivisorRule.Macau).Held);

    /// <summary>Danish divisors 1, 4, 7: quotients 100, 80, 30, 25; D'Hondt would give 50 and 40 before 30.</summary>
    [Fact]
    public void Share_Danish_FavoursTheSmall() => Assert.Equal([2, 1, 1], Share([100, 80, 30], 4, DivisorRule.Danish).Held);

    /// <summary>The first divisor of 1.4 keeps out a list that Sainte-Laguë lets in: 30 / 1.4 is below 70 / 3, and 30 is above it.</summary>
    [Fact]
    public void Share_ModifiedSainteLague_AsksMoreOfTheFirstSeat()
    {
        Assert.Equal([2, 0], Share([70, 30], 2, DivisorRule.ModifiedSainteLague).Held);
        Assert.Equal([1, 1], Share([70, 30], 2, DivisorRule.SainteLague).Held);
    }

    [Fact]
    public void Share_SureSeatsAndTiedSeats_AreAllTheSeats() =>
        genContest.Sample((votes, seats, rule) =>
        {
            var (held, tied, left) = Share(votes, seats, rule);
            return Axioms.SeatsAreConserved(held, tied, left, seats);
        });

    /// <summary>The max-min inequality: it holds if and only if the seats are a divisor method's.</summary>
    [Fact]
    public void Share_NoHolderWouldTakeASeatFromAnother() =>
        genContest.Sample((votes, seats, rule) => Axioms.NobodyTakesASeatFromAnother(votes, Share(votes, seats, rule).Held, rule));

    /// <summary>House monotonicity, holder by holder.</summary>
    [Fact]
    public void Share_OneSeatMore_CostsNobodyASeat() =>
        genContest.Sample((votes, seats, rule) => Axioms.NobodyHasFewer(Share(votes, seats, rule).Held, Share(votes, seats + 1, rule).Held));

    /// <summary>Population monotonicity (Balinski &amp; Young 2001, app. A): who grows against another does not lose a seat to it.</summary>
    [Fact]
    public void Share_WhoGrowsAgainstAnother_DoesNotLoseASeatToIt() =>
        Gen.Select(genContest, Gen.Long[0, 1L << 40].Array[12]).Sample((contest, later) =>
        {
            var (votes, seats, rule) = contest;
            var (before, after) = (Share(votes, seats, rule), Share(later[..votes.Length], seats, rule));
            var holders = Enumerable.Range(0, votes.Length).ToList();
            return before.Left > 0 || after.Left > 0 || later[..votes.Length].Sum() == 0 || holders.All(i => holders.All(j =>
                votes[i] == 0 || votes[j] == 0 || later[j] == 0
                || !((Int128)later[i] * votes[j] > (Int128)votes[i] * later[j] && after.Held[i] < before.Held[i] && after.Held[j] > before.Held[j])));
        });

    [Fact]
    public void Share_OrderOfHolders_DoesNotMatter() =>
        genContest.Sample((votes, seats, rule) => Share(votes, seats, rule).Held.SequenceEqual(Share([.. votes.Reverse()], seats, rule).Held.Reverse()));

    [Fact]
    public void Share_EveryVoteCountedSevenTimes_SeatsTheSame() =>
        genContest.Sample((votes, seats, rule) => Share(votes, seats, rule).Held.SequenceEqual(Share([.. votes.Select(v => v * 7)], seats, rule).Held));

    /// <summary>Every quotient laid out and sorted in exact fractions: another way to the same seats.</summary>
    [Fact]
    public void Share_IsTheListOfLargestQuotients() =>
        Gen.Select(Gen.Long[0, 40].Array[1, 6].Where(v => v.Sum() > 0), Gen.Int[1, 12], Generators.OneOf([.. DivisorRule.Known])).Sample((votes, seats, rule) =>
        {
            var quotients = votes.SelectMany((v, i) => Enumerable.Range(0, seats).Select(s => (Holder: i, Votes: v, Divisor: rule.At(s)))).Where(q => q.Votes > 0)
                .Order(Comparer<(int Holder, long Votes, Divisor Divisor)>.Create((a, b) => Divisor.CompareQuotients(b.Votes, b.Divisor, a.Votes, a.Divisor))).ToList();
            var last = quotients[seats - 1];
            var sure = quotients.Where(q => Divisor.CompareQuotients(q.Votes, q.Divisor, last.Votes, last.Divisor) > 0).CountBy(q => q.Holder).ToDictionary();
            var (held, _, left) = Share(votes, seats, rule);
            return left > 0
                ? votes.Select((_, i) => sure.GetValueOrDefault(i)).SequenceEqual(held)
                : quotients.Take(seats).CountBy(q => q.Holder).ToDictionary() is var all && votes.Select((_, i) => all.GetValueOrDefault(i)).SequenceEqual(held);
        });

    [Fact]
    public void Share_VotesNearTheLargestNumber_IsExact()
    {
        const long most = 1L << 62;
        Assert.Equal([1, 0], Share([most, most - 1], 1, DivisorRule.DHondt).Held);
        Assert.Equal([2, 1], Share([most, most / 2], 3, DivisorRule.DHondt) is { Left: 0 } r ? r.Held : []);
        Assert.Equal([1, 1], Share([most, (most / 2) + 1], 2, DivisorRule.DHondt).Held);
    }

    /// <summary>A holder that is exhausted counts as if the others shared what it leaves.</summary>
    [Fact]
    public void Share_ExhaustedHolder_LeavesTheOthersTheirOwnSharing() =>
        Gen.Select(genContest, Gen.Int[0, 5]).Sample((contest, capacity) =>
        {
            var (votes, seats, rule) = contest;
            int[] capacities = [capacity, .. Enumerable.Repeat(int.MaxValue, votes.Length - 1)];
            var (held, _, left) = Share(votes, seats, rule, capacities);
            return held[0] <= capacity
                && (held[0] < capacity || votes.Skip(1).Sum() == 0 || left > 0
                    || held.Skip(1).SequenceEqual(Share(votes[1..], seats - capacity, rule).Held)
                    || seats < capacity);
        });

    [Fact]
    public void Share_ExactTie_IsReturnedNotBroken()
    {
        var (held, tied, left) = Share([10, 10, 7], 1, DivisorRule.DHondt);
        Assert.Equal([0, 0, 0], held);
        Assert.Equal([true, true, false], tied);
        Assert.Equal(1, left);
    }

    [Fact]
    public void Share_HolderWithoutVotes_GetsNothing() => Assert.Equal([2, 0], Share([10, 0], 3, DivisorRule.DHondt, [2, 5]).Held);

    [Fact]
    public void Share_NegativeVotes_Throws() => Assert.Throws<ArgumentException>(() => Share([5, -1], 1, DivisorRule.DHondt));

    [Fact]
    public void Share_CapacitiesOfAnotherLength_Throws() => Assert.Throws<ArgumentException>(() => Share([5, 1], 1, DivisorRule.DHondt, [1]));
}
