using System.Collections.Immutable;
using System.Numerics;
using Urna.Allocate.Methods;
using Urna.Allocate.Steps;
using Urna.Numerics;

namespace Urna.Allocate.Biproportional;

/// <summary>The upper apportionment: all seats of the territory among the lists, by exact weights of any size.</summary>
static class UpperApportionment
{
    /// <summary>Votes over the seats of each district, added up; rounded to the nearest whole number in each district if the law says so.</summary>
    /// <param name="votes">Votes by district and list, row by row.</param>
    /// <param name="seats">Seats by district, each ≥ 1.</param>
    /// <param name="lists">Number of lists.</param>
    /// <param name="rounded">Whether each district's number is rounded, halves up.</param>
    public static ImmutableArray<Fraction> VoterNumbers(ImmutableArray<long> votes, ImmutableArray<int> seats, int lists, bool rounded)
    {
        // Over a common multiple of all magnitudes every voter number is a whole one.
        var common = rounded ? BigInteger.One : seats.Aggregate(BigInteger.One, (m, s) => m / BigInteger.GreatestCommonDivisor(m, s) * s);
        var sums = new BigInteger[lists];
        for (var c = 0; c < votes.Length; c++)
        {
            var magnitude = seats[c / lists];
            sums[c % lists] += rounded ? ((2 * (BigInteger)votes[c]) + magnitude) / (2 * magnitude) : votes[c] * (common / magnitude);
        }

        return [.. sums.Select(s => new Fraction(s, common))];
    }

    /// <summary>Awards seats by the highest quotients until all are awarded or a tie is met.</summary>
    /// <param name="weights">Weight by list.</param>
    /// <param name="capacities">Seats that each list can fill.</param>
    /// <param name="seats">Seats to fill.</param>
    /// <param name="rule">The divisor sequence.</param>
    public static SharedSeats Share(ImmutableArray<Fraction> weights, ImmutableArray<long> capacities, int seats, DivisorRule rule)
    {
        var held = new int[weights.Length];
        var common = weights.Aggregate(BigInteger.One, (m, w) => m / BigInteger.GreatestCommonDivisor(m, w.Denominator) * w.Denominator);
        BigInteger[] whole = [.. weights.Select(w => w.Numerator * (common / w.Denominator))];
        var leaders = new List<int>();
        for (var left = seats; left > 0; left--)
        {
            leaders.Clear();
            for (var i = 0; i < whole.Length; i++)
            {
                if (whole[i].IsZero || held[i] >= capacities[i])
                {
                    continue;
                }

                var order = leaders.Count == 0 ? 1 : Compare(whole[i], rule.At(held[i]), whole[leaders[0]], rule.At(held[leaders[0]]));
                if (order > 0)
                {
                    leaders.Clear();
                }

                if (order >= 0)
                {
                    leaders.Add(i);
                }
            }

            if (leaders.Count > left)
            {
                return new SharedSeats(held, [.. leaders], left);
            }

            if (leaders.Count == 0)
            {
                break;
            }

            held[leaders[0]]++;
        }

        return new SharedSeats(held, [], 0);
    }

    /// <summary>A divisor by which the weights round to the seats; null where the sequence has roots, or no list has any.</summary>
    public static Fraction? Divisor(ImmutableArray<Fraction> weights, ImmutableArray<long> capacities, int[] held, DivisorRule rule)
    {
        if (rule.At(1).Root || held.Sum() == 0)
        {
            return null;
        }

        var posts = new Signposts(rule, held.Max());
        Fraction? low = null, high = null;
        for (var i = 0; i < held.Length; i++)
        {
            if (held[i] < capacities[i] && Over(weights[i], posts, held[i]) is { } next && (low is null || next > low))
            {
                low = next;
            }

            if (held[i] > 0 && Over(weights[i], posts, held[i] - 1) is { } last && (high is null || last < high))
            {
                high = last;
            }
        }

        return low == high && low is { } exact ? exact : ShortestDecimal.Between(low, high);
    }

    static Fraction? Over(Fraction weight, Signposts posts, int k) =>
        posts.Numerator(k) == 0 || weight.Numerator.IsZero ? null : new Fraction(weight.Numerator * posts.Denominator(k), weight.Denominator * posts.Numerator(k));

    /// <summary>How two quotients compare, exactly; those of divisor 0 by weights alone, and above all others.</summary>
    static int Compare(BigInteger a, Divisor divisorA, BigInteger b, Divisor divisorB)
    {
        if (divisorA.Numerator == 0 || divisorB.Numerator == 0)
        {
            return divisorA.Numerator == divisorB.Numerator ? a.CompareTo(b) : divisorA.Numerator == 0 ? 1 : -1;
        }

        var (left, right) = divisorA.Root ? (BigInteger.Pow(a, divisorA.Degree), BigInteger.Pow(b, divisorB.Degree)) : (a, b);
        return (left * divisorA.Denominator * divisorB.Numerator).CompareTo(right * divisorB.Denominator * divisorA.Numerator);
    }
}
