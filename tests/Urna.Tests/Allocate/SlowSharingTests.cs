using Urna.Allocate;
using Urna.Allocate.Biproportional;
using Urna.Allocate.Methods;
using Urna.Allocate.Steps;

namespace Urna.Tests.Allocate;

/// <summary>The library's sharing and the slow one are one, for every divisor, quota, remainder and kind of exhaustion, in every way that ties can end.</summary>
public class SlowSharingTests
{
    static readonly Gen<(SharingStep Step, long[] Votes, int[] Room, int Seats, long Others)> genSharing =
        from step in Gen.OneOf(RandomLaws.Averages(Holder.List), RandomLaws.Quotas(Holder.List), RandomLaws.OpenQuota)
        from scale in Generators.OneOf(4L, 30, 400)
        from votes in Gen.Long[0, scale].Array[1, 4]
        from limited in Gen.Bool
        from room in Gen.Int[1, 4].Array[4]
        from seats in Gen.Int[0, 7]
        from others in Gen.Frequency((2, Gen.Const(0L)), (1, Gen.Long[0, scale]))
        select (step, votes, limited ? room[..votes.Length] : [.. votes.Select(_ => int.MaxValue)], seats, others);

    /// <summary>Sure seats with every choice of those tied for the rest are the ways, and no other is; of a new election, whose rounds can tie in turn, the seats that all ways have.</summary>
    [Fact]
    public void Share_OfAnyStep_IsTheSlowOne() => genSharing.Sample(
        s =>
        {
            var all = s.Votes.Sum() + s.Others;
            var sharing = new Sharing(s.Votes, s.Room, s.Seats, new(all, all, s.Seats));
            var ways = SlowSharing.Ways(s.Step, s.Votes, s.Room, s.Seats, all);
            if (s.Step is HighestAveragesStep { Exhausted: Exhaustion.NewElection } renewed)
            {
                var sure = NewElection.Sure(sharing, renewed.Divisors, byVotes: false);
                return sure.SequenceEqual(Enumerable.Range(0, sure.Length).Select(i => ways.Min(w => SlowSharing.Seats(w)[i])));
            }

            var (held, tied) = (new int[s.Votes.Length], new bool[s.Votes.Length]);
            var left = s.Step.Share(sharing, held, tied);
            return Drawn(held, [.. Enumerable.Range(0, tied.Length).Where(i => left > 0 && tied[i])], left).ToHashSet().SetEquals(ways);
        },
        iter: LongRun.Of(20_000, 500_000),
        print: s => $"{s.Step}\nvotes {string.Join(' ', s.Votes)}, room {string.Join(' ', s.Room)}, {s.Seats} seats, {s.Others} other votes: {string.Join(" | ", SlowSharing.Ways(s.Step, s.Votes, s.Room, s.Seats, s.Votes.Sum() + s.Others))}");

    /// <summary>Sure seats with each choice of so many of the tied.</summary>
    static IEnumerable<string> Drawn(int[] held, List<int> tied, int left) => left == 0 ? [SlowSharing.Text(held)]
        : tied.SelectMany((winner, i) => Drawn([.. held.Select((h, j) => j == winner ? h + 1 : h)], tied[(i + 1)..], left - 1));

    /// <summary>The smallest remainders lose one seat each, and not the smallest one all of them: 2.1, 3.2 and 4.3 quotas, nine in all, for seven seats.</summary>
    [Fact]
    public void Share_MoreWholeQuotasThanSeats_TakesOneFromEach()
    {
        var (held, tied) = (new int[3], new bool[3]);
        Assert.Equal(0, LargestRemainder.Share([21, 32, 43], [9, 9, 9], 7, new(10, 1), new(0, 1), held, tied));
        Assert.Equal([1, 2, 4], held);
    }

    /// <summary>Thresholds of every base and level, districts, levelling and pools: each list has over the whole contest what the slow count gives it.</summary>
    [Fact]
    public void Allocate_OfThresholdsAndTiers_IsTheSlowCount()
    {
        var compared = 0;
        Gen.Select(Gen.OneOf(RandomLaws.OfTiers, RandomLaws.OfDistricts).Select(s => RandomLaws.Law(s)), Gen.Int[0, 1_000_000]).Sample(
            (law, seed) =>
            {
                var votes = RandomElections.For(law, seed);
                if (SlowContest.SeatsByList(law, votes) is not { } slow || SeatAllocation.Allocate(law, votes) is not { Faults.IsEmpty: true } result || result.Districts.Any(d => !d.Missing.IsEmpty || !d.Ties.IsEmpty))
                {
                    return true;
                }

                Interlocked.Increment(ref compared);
                return result.SeatsByList.OrderBy(l => l.Key, StringComparer.Ordinal).SequenceEqual(slow.OrderBy(l => l.Key, StringComparer.Ordinal));
            },
            iter: LongRun.Of(1_500, 50_000),
            print: p => $"{AxiomTests.Text(p.Item1, RandomElections.For(p.Item1, p.Item2))}\nslow: {string.Join(' ', SlowContest.SeatsByList(p.Item1, RandomElections.For(p.Item1, p.Item2))!)}\nfast: {string.Join(' ', SeatAllocation.Allocate(p.Item1, RandomElections.For(p.Item1, p.Item2)).SeatsByList)}");
        Assert.True(compared > 100, $"Only {compared} contests could be compared.");
    }
}
