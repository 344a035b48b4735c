using System.Globalization;
using System.Numerics;
using Urna.Allocate.Methods;
using Urna.Allocate.Steps;

namespace Urna.Tests.Allocate;

/// <summary>Sharing as textbooks say it: one seat at a time in exact fractions, with every way in which equals can be chosen.</summary>
/// <remarks>It shares no arithmetic with the library: divisors, quotas and remainders are written out here once more, plainly and slowly.</remarks>
static class SlowSharing
{
    /// <summary>Every way in which a step can share seats, as texts like "2,1,0"; one unless equals must be drawn.</summary>
    /// <param name="step">The step.</param>
    /// <param name="votes">Votes by holder.</param>
    /// <param name="room">Seats that each holder can fill.</param>
    /// <param name="seats">Seats to share.</param>
    /// <param name="all">Votes of all, those who take no part among them.</param>
    public static HashSet<string> Ways(SharingStep step, long[] votes, int[] room, int seats, long all)
    {
        var ways = new HashSet<string>();
        switch (step)
        {
            case HighestAveragesStep { Exhausted: Exhaustion.NewElection } renewed:
                Rounds(renewed, votes, room, new int[votes.Length], seats, ways);
                break;
            case HighestAveragesStep averages:
                Minimum(averages, votes, room, new int[votes.Length], seats, 1, ways);
                break;
            case LargestRemainderStep quotas:
                Quotas(quotas, votes, room, seats, all, ways);
                break;
            default:
                throw new NotSupportedException($"No slow sharing is written for {step.GetType().Name}.");
        }

        return ways;
    }

    /// <summary>Whom a step can choose next; each choice goes on by itself.</summary>
    static void Each(IEnumerable<int> open, Func<int, BigFraction> measure, int[] held, int change, Action<int[]> goOn)
    {
        var list = open.ToList();
        var most = list.Select(measure).Aggregate((a, b) => b.Against(a) > 0 ? b : a);
        foreach (var i in list.Where(i => measure(i).Against(most) == 0))
        {
            int[] next = [.. held];
            next[i] += change;
            goOn(next);
        }
    }

    static void Minimum(HighestAveragesStep step, long[] votes, int[] room, int[] held, int left, int least, HashSet<string> ways)
    {
        var open = Holders(votes).Where(i => votes[i] > 0 && held[i] < least && room[i] >= least).ToList();
        if (least > step.Minimum || left == 0)
        {
            Averages(step.Divisors, votes, room, held, left, ways, []);
        }
        else if (open.Count == 0)
        {
            Minimum(step, votes, room, held, left, least + 1, ways);
        }
        else
        {
            Each(open, i => new(votes[i], 1), held, 1, next => Minimum(step, votes, room, next, left - 1, least, ways));
        }
    }

    static void Averages(DivisorRule divisors, long[] votes, int[] room, int[] held, int left, HashSet<string> ways, HashSet<string> seen)
    {
        var open = Holders(votes).Where(i => votes[i] > 0 && held[i] < room[i]).ToList();
        if (left == 0 || open.Count == 0)
        {
            ways.Add(Text(held));
        }
        else if (seen.Add(Text(held)))
        {
            // Quotients of divisor 0 are infinite: they come before all others, the most votes first.
            var infinite = open.Where(i => SquareOf(divisors, held[i]).IsZero).ToList();
            Each(infinite.Count > 0 ? infinite : open, i => Quotient(votes[i], infinite.Count > 0 ? new(1, 1) : SquareOf(divisors, held[i]), divisors.Name == "dhondt^0.9" ? 10 : 2), held, 1, next => Averages(divisors, votes, room, next, left - 1, ways, seen));
        }
    }

    /// <summary>A power of votes / divisor, so that roots are fractions as well.</summary>
    static BigFraction Quotient(long votes, BigFraction power, int degree) => new(BigInteger.Pow(votes, degree) * power.Denominator, power.Numerator);

    /// <summary>The square of a sequence's divisor for the seat after so many; the tenth power of Estonia's.</summary>
    public static BigFraction SquareOf(DivisorRule divisors, int n) => divisors.Name switch
    {
        "dhondt" => Squared(n + 1, 1),
        "sainte-lague" => Squared((2 * n) + 1, 1),
        "modified-sainte-lague" => n == 0 ? Squared(14, 10) : Squared((2 * n) + 1, 1),
        "danish" => Squared((3 * n) + 1, 1),
        "imperiali" => Squared(n + 2, 1),
        "adams" => Squared(n, 1),
        "hill" => new((BigInteger)n * (n + 1), 1),
        "dean" => Squared(2 * (BigInteger)n * (n + 1), (2 * n) + 1),
        "macau" => Squared(BigInteger.Pow(2, n), 1),
        "1.7, 3, 5" => n == 0 ? Squared(17, 10) : Squared((2 * n) + 1, 1),
        "1.2, 3, 5" => n == 0 ? Squared(12, 10) : Squared((2 * n) + 1, 1),
        "dhondt^0.9" => new(BigInteger.Pow(n + 1, 9), 1),
        "1.5, 2" => Squared(3 + n, 2),
        _ => throw new NotSupportedException($"No divisors are written for '{divisors.Name}'."),
    };

    static BigFraction Squared(BigInteger numerator, BigInteger denominator) => new(numerator * numerator, denominator * denominator);

    /// <summary>Each round is an election of its own among those with room, as if nobody held a seat and all had any number of candidates.</summary>
    static void Rounds(HighestAveragesStep step, long[] votes, int[] room, int[] held, int left, HashSet<string> ways)
    {
        long[] open = [.. votes.Select((v, i) => held[i] < room[i] ? v : 0)];
        if (left == 0 || open.Sum() == 0)
        {
            ways.Add(Text(held));
            return;
        }

        var round = new HashSet<string>();
        Averages(step.Divisors, open, [.. votes.Select(_ => int.MaxValue)], new int[votes.Length], left, round, []);
        foreach (var won in round.Select(Seats))
        {
            int[] now = [.. held.Select((h, i) => Math.Min(room[i], h + won[i]))];
            Rounds(step, votes, room, now, left - (now.Sum() - held.Sum()), ways);
        }
    }

    static void Quotas(LargestRemainderStep step, long[] votes, int[] room, int seats, long all, HashSet<string> ways)
    {
        var quota = QuotaOf(step, step.OfAllVotes ? Math.Max(all, votes.Sum()) : votes.Sum(), seats);
        BigInteger Whole(int i) => votes[i] * quota.Denominator / quota.Numerator;
        BigFraction Rest(int i, BigInteger taken) => new((votes[i] * quota.Denominator) - (taken * quota.Numerator), quota.Denominator);
        bool Reaches(int i) => (Rest(i, Whole(i)) is var rest) && rest.Numerator * quota.Denominator * step.Least.Denominator >= step.Least.Numerator * quota.Numerator * rest.Denominator;
        int[] held = [.. Holders(votes).Select(i => (int)BigInteger.Min(room[i], Whole(i)))];
        if (step.Stated is not null)
        {
            ways.Add(Text([.. Holders(votes).Select(i => held[i] + (step.Remainders == Remainders.Largest && held[i] < room[i] && Rest(i, Whole(i)).Numerator > 0 && Reaches(i) ? 1 : 0))]));
        }
        else if (held.Sum() > seats)
        {
            TakeBack(held, held.Sum() - seats);
        }
        else
        {
            var open = Holders(votes).Where(i => votes[i] > 0 && (!step.WithQuotaOnly || held[i] > 0)).ToList();
            GoOn(open, held, seats - held.Sum(), []);
        }

        void TakeBack(int[] now, int excess)
        {
            if (excess == 0)
            {
                ways.Add(Text(now));
                return;
            }

            Each(Holders(votes).Where(i => now[i] > 0), i => Rest(i, now[i]).Negated(), now, -1, next => TakeBack(next, excess - 1));
        }

        Remainders Rule() => step is { Remainders: Remainders.None, Least.Numerator: > 0 } ? Remainders.Largest : step.Remainders;

        void GoOn(List<int> among, int[] now, int left, HashSet<int> served)
        {
            var open = among.FindAll(i => now[i] < room[i] && !served.Contains(i));
            switch (Rule())
            {
                case Remainders.HighestAverages:
                    Averages(step.Divisors, [.. votes.Select((v, i) => among.Contains(i) ? v : 0)], room, now, left, ways, []);
                    return;
                case Remainders.Largest:
                    open.RemoveAll(i => !Reaches(i));
                    break;
            }

            if (left == 0 || Rule() == Remainders.None || (open.Count == 0 && (served.Count == 0 || step.Least.Numerator > 0)))
            {
                ways.Add(Text(now));
            }
            else if (open.Count == 0)
            {
                GoOn(among, now, left, []);
            }
            else
            {
                Each(open, i => Rule() == Remainders.Largest ? Rest(i, Whole(i)) : new(votes[i], 1), now, 1, next => GoOn(among, next, left - 1, [.. served, Holders(votes).First(i => next[i] != now[i])]));
            }
        }
    }

    /// <summary>The quota of Gallagher &amp; Mitchell (2005), app. A; at least one vote where it is rounded.</summary>
    public static BigFraction QuotaOf(LargestRemainderStep step, long votes, int seats)
    {
        if (step.Stated is { } stated)
        {
            return new(stated, 1);
        }

        if (votes == 0 || seats == 0)
        {
            return new(Math.Max(1, votes), 1);
        }

        BigInteger over = seats + (step.Quota switch { QuotaKind.Hare => 0, QuotaKind.Imperiali => 2, _ => 1 });
        return step.Quota == QuotaKind.Droop ? new((votes / over) + 1, 1) : step.Rounding switch
        {
            QuotaRounding.None => new(votes, over),
            QuotaRounding.Down => new(BigInteger.Max(1, votes / over), 1),
            QuotaRounding.Up => new((votes / over) + (votes % over > 0 ? 1 : 0), 1),
            _ => new(BigInteger.Max(1, (votes / over) + (votes % over * 2 >= over ? 1 : 0)), 1),
        };
    }

    static IEnumerable<int> Holders(long[] votes) => Enumerable.Range(0, votes.Length);

    /// <summary>Seats as a text.</summary>
    public static string Text(IEnumerable<int> held) => string.Join(',', held);

    /// <summary>A text as seats.</summary>
    public static int[] Seats(string way) => [.. way.Split(',').Select(s => int.Parse(s, CultureInfo.InvariantCulture))];

    /// <summary>A fraction of any size.</summary>
    public sealed record BigFraction(BigInteger Numerator, BigInteger Denominator)
    {
        /// <summary>Whether it is 0.</summary>
        public bool IsZero => Numerator.IsZero;

        /// <summary>The same with the other sign.</summary>
        public BigFraction Negated() => new(-Numerator, Denominator);

        /// <summary>Above 0 if it is more than another, 0 if they are equal.</summary>
        public int Against(BigFraction other) => (Numerator * other.Denominator).CompareTo(other.Numerator * Denominator);
    }
}
