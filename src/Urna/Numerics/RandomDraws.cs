namespace Urna.Numerics;

/// <summary>Draws from the distributions that simulations need.</summary>
static class RandomDraws
{
    const int FewTrials = 40;

    /// <summary>A standard normal draw (Box and Muller).</summary>
    public static double Normal(this RandomSource random) =>
        Math.Sqrt(-2 * Math.Log(1 - random.Uniform())) * Math.Cos(2 * Math.PI * random.Uniform());

    /// <summary>The logarithm of a gamma draw of scale 1; tiny shapes do not underflow.</summary>
    /// <param name="random">The source.</param>
    /// <param name="shape">The shape, > 0.</param>
    /// <remarks>Marsaglia and Tsang, ACM Transactions on Mathematical Software 26 (2000).</remarks>
    public static double LogGammaDraw(this RandomSource random, double shape)
    {
        if (shape < 1)
        {
            return random.LogGammaDraw(shape + 1) + (Math.Log(1 - random.Uniform()) / shape);
        }

        var d = shape - (1.0 / 3);
        var c = 1 / Math.Sqrt(9 * d);
        while (true)
        {
            var x = random.Normal();
            var v = 1 + (c * x);
            if (v <= 0)
            {
                continue;
            }

            v = v * v * v;
            if (Math.Log(1 - random.Uniform()) < (0.5 * x * x) + d - (d * v) + (d * Math.Log(v)))
            {
                return Math.Log(d * v);
            }
        }
    }

    /// <summary>Shares drawn around a mean, each with variance mean × (1 − mean) × spread.</summary>
    /// <param name="random">The source.</param>
    /// <param name="mean">The mean shares, which sum to 1.</param>
    /// <param name="spread">0: the mean itself; 1: all in one. The Dirichlet's weights are mean × (1 − spread) / spread.</param>
    /// <param name="shares">Where the shares go, as many.</param>
    public static void Shares(this RandomSource random, ReadOnlySpan<double> mean, double spread, Span<double> shares)
    {
        if (spread == 0)
        {
            mean.CopyTo(shares);
            return;
        }

        if (spread == 1)
        {
            shares.Clear();
            shares[random.Choice(mean)] = 1;
            return;
        }

        for (var i = 0; i < mean.Length; i++)
        {
            shares[i] = mean[i] > 0 ? random.LogGammaDraw(mean[i] * (1 - spread) / spread) : double.NegativeInfinity;
        }

        Softmax(shares);
    }

    /// <summary>Shares in proportion to the exponentials of logarithms, in place.</summary>
    public static void Softmax(Span<double> logs)
    {
        var most = double.NegativeInfinity;
        foreach (var log in logs)
        {
            most = Math.Max(most, log);
        }

        var sum = 0.0;
        for (var i = 0; i < logs.Length; i++)
        {
            logs[i] = Math.Exp(logs[i] - most);
            sum += logs[i];
        }

        for (var i = 0; i < logs.Length; i++)
        {
            logs[i] /= sum;
        }
    }

    /// <summary>How many of n trials succeed.</summary>
    /// <param name="random">The source.</param>
    /// <param name="trials">Trials, ≥ 0.</param>
    /// <param name="chance">The chance of each, in [0, 1].</param>
    /// <remarks>Exact: a beta draw stands for the middle one of the trials' uniforms (Devroye, Non-Uniform Random Variate Generation, 1986, X.4.3).</remarks>
    public static long Binomial(this RandomSource random, long trials, double chance)
    {
        var successes = 0L;
        while (trials > FewTrials && chance is > 0 and < 1)
        {
            var below = 1 + (trials / 2);
            var middle = 1 / (1 + Math.Exp(random.LogGammaDraw(trials + 1 - below) - random.LogGammaDraw(below)));
            if (middle > chance)
            {
                (trials, chance) = (below - 1, chance / middle);
            }
            else
            {
                successes += below;
                (trials, chance) = (trials - below, (chance - middle) / (1 - middle));
            }
        }

        if (chance >= 1)
        {
            return successes + trials;
        }

        for (; trials > 0 && chance > 0; trials--)
        {
            successes += random.Uniform() < chance ? 1 : 0;
        }

        return successes;
    }

    /// <summary>How many of n people choose each option.</summary>
    /// <param name="random">The source.</param>
    /// <param name="people">People, ≥ 0.</param>
    /// <param name="shares">The options' chances, which sum to 1.</param>
    /// <param name="counts">Where the counts go, as many.</param>
    public static void Multinomial(this RandomSource random, long people, ReadOnlySpan<double> shares, Span<long> counts)
    {
        var left = 1.0;
        for (var i = 0; i < shares.Length; i++)
        {
            var last = i == shares.Length - 1;
            counts[i] = last ? people : left <= 0 ? 0 : random.Binomial(people, Math.Clamp(shares[i] / left, 0, 1));
            people -= counts[i];
            left -= shares[i];
        }
    }

    static int Choice(this RandomSource random, ReadOnlySpan<double> shares)
    {
        var at = random.Uniform();
        for (var i = 0; i < shares.Length - 1; i++)
        {
            at -= shares[i];
            if (at < 0)
            {
                return i;
            }
        }

        return shares.Length - 1;
    }
}
