using System.Collections.Immutable;
using Urna.Numerics;

namespace Urna.Audit.Plans;

/// <summary>How the logarithm of a test moves: a step for each draw, and a jump for each draw with an error.</summary>
/// <param name="Clean">The step of a draw without error, above 0.</param>
/// <param name="Errors">How often each kind of error comes up, in [0, 1], and how much it adds to the step; below 0 where it speaks against the outcome.</param>
sealed record ErrorWalk(double Clean, ImmutableArray<(double Rate, double Jump)> Errors)
{
    /// <summary>Draws on average; at most all.</summary>
    /// <remarks>Wald's identity. Steps without error are small, so that the last goes beyond what is needed by half of one on average.</remarks>
    public long Mean(double risk, long all)
    {
        var drift = Clean + Errors.Sum(e => e.Rate * e.Jump);
        var isClean = Errors.All(e => e.Rate == 0);
        return drift <= 0 ? all : AtMost(isClean ? -Math.Log(risk) / Clean : (-Math.Log(risk) + (Clean / 2)) / drift, all);
    }

    /// <summary>The least round that ends with a probability; at most all.</summary>
    public long Round(double risk, double probability, long all)
    {
        var low = AtMost(-Math.Log(risk) / Clean, all);
        if (Errors.All(e => e.Rate == 0))
        {
            return low;
        }

        var high = low;
        while (high < all && Ends(high, risk) < probability)
        {
            low = high;
            high = high > all / 2 ? all : 2 * high;
        }

        while (high - low > 1)
        {
            var middle = low + ((high - low) / 2);
            (low, high) = Ends(middle, risk) >= probability ? (low, middle) : (middle, high);
        }

        return Math.Min(high, all);
    }

    /// <summary>A round in which each kind of error comes up as often as expected, those of one vote rounded up.</summary>
    public long UsualRound(double risk, long all)
    {
        var drift = Clean + Errors.Sum(e => e.Rate * e.Jump);
        if (drift <= 0)
        {
            return all;
        }

        var first = Math.Ceiling(-Math.Log(risk) / drift);
        var jumps = Errors.Index().Sum(e => e.Item.Jump * (e.Index % 2 == 0 ? Math.Ceiling(e.Item.Rate * first) : Math.Round(e.Item.Rate * first)));
        return Math.Max(1, AtMost((-Math.Log(risk) - jumps) / Clean, all));
    }

    /// <summary>The samples of audits that are played through, from one error to the next; at most all, which is a full count.</summary>
    /// <param name="risk">The risk limit, in (0, 1).</param>
    /// <param name="runs">How many, ≥ 1.</param>
    /// <param name="random">Chance.</param>
    /// <param name="all">The largest sample.</param>
    public long[] Play(double risk, int runs, RandomSource random, long all)
    {
        var rate = Errors.Sum(e => e.Rate);
        var samples = new long[runs];
        for (var run = 0; run < runs; run++)
        {
            var (evidence, drawn) = (Math.Log(risk), 0L);
            while (drawn < all)
            {
                // Draws without an error until the next one, or until the audit ends.
                var clean = rate > 0 ? (long)Math.Min(long.MaxValue / 4, Math.Floor(random.Exponential() / -Math.Log(1 - Math.Min(rate, 0.999)))) : long.MaxValue / 4;
                var needed = (long)Math.Ceiling(-evidence / Clean);
                if (clean >= needed)
                {
                    drawn += needed;
                    break;
                }

                (evidence, drawn) = (evidence + (clean * Clean), drawn + clean + 1);
                evidence += Clean + Which(rate, random);
                if (evidence >= 0)
                {
                    break;
                }
            }

            samples[run] = Math.Min(drawn, all);
        }

        Array.Sort(samples);
        return samples;
    }

    double Which(double rate, RandomSource random)
    {
        var at = random.Uniform() * rate;
        foreach (var error in Errors)
        {
            if ((at -= error.Rate) < 0)
            {
                return error.Jump;
            }
        }

        return Errors[^1].Jump;
    }

    /// <summary>How likely a round of a size ends: errors come up as rare events do, each kind by itself.</summary>
    double Ends(long draws, double risk)
    {
        var budget = (draws * Clean) + Math.Log(risk);
        return budget < 0 ? 0 : Within(budget, draws, [.. Errors.Where(e => e.Rate > 0 && e.Jump < 0)]);
    }

    static double Within(double budget, long draws, ImmutableArray<(double Rate, double Jump)> errors)
    {
        if (errors.IsEmpty)
        {
            return 1;
        }

        var (rate, jump) = errors[0];
        var expected = rate * draws;
        var (sum, term) = (0.0, Math.Exp(-expected));
        for (var k = 0; k * -jump <= budget && k <= draws && (k <= expected || term > 1e-12); k++)
        {
            sum += term * Within(budget + (k * jump), draws, errors[1..]);
            term *= expected / (k + 1);
        }

        return sum;
    }

    static long AtMost(double size, long all) => size < all ? (long)Math.Ceiling(size) : all;
}
