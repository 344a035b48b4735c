using System.Collections.Immutable;

namespace Urna.Audit.Forensics;

/// <summary>Figures that cannot all be true, and neighbours with the same figures.</summary>
static class SameFigures
{
    /// <summary>Units with more votes than ballots, or more ballots than people; none are expected, and nothing varies.</summary>
    public static ForensicLook Arithmetic(ForensicCount count)
    {
        ImmutableArray<ForensicUnit> wrong = [.. count.Units.Where(u => u.IsImpossible)];
        return new(count.Units.Length, wrong.Length, 0, 0, [.. wrong.OrderByDescending(u => Math.Max(u.Valid - u.Cast, u.Registered > 0 ? u.Cast - u.Registered : 0)).Take(10).Select(u => u.Place)]);
    }

    /// <summary>Pairs of neighbours with the same votes for every choice, beside how many there would be by chance.</summary>
    /// <remarks>By chance two units of as many votes agree in all choices about as often as a multinomial repeats itself: the product over choices but one of 1 / √(4π v), v the variance of a count.</remarks>
    public static ForensicLook? Copies(ForensicCount count)
    {
        const int FewestVotes = 30;
        var (same, expected, where, units) = (0.0, 0.0, new List<string>(), 0);
        foreach (var group in count.Groups)
        {
            ImmutableArray<ForensicUnit> own = [.. group.Where(u => u.Valid >= FewestVotes)];
            units += own.Length;
            foreach (var alike in own.GroupBy(u => string.Join(',', u.Votes)).Where(g => g.Skip(1).Any()))
            {
                same += alike.Count() * (alike.Count() - 1) / 2.0;
                where.AddRange(alike.Select(u => u.Place));
            }

            expected += ByChance(own);
        }

        return units < 100 ? null : new(units, same, expected, Math.Sqrt(Math.Max(expected, 0.25)), [.. where.Take(10)]);
    }

    static double ByChance(ImmutableArray<ForensicUnit> units)
    {
        var sum = 0.0;
        if (units.Length < 2)
        {
            return sum;
        }

        // Choices that nobody here gets agree always.
        int[] choices = [.. Enumerable.Range(0, units[0].Votes.Length).Where(c => units.Any(u => u.Votes[c] > 0))];
        double[] means = [.. choices.Select(c => units.Average(u => (double)u.Votes[c]))];
        var covariance = new double[choices.Length, choices.Length];
        for (var i = 0; i < choices.Length; i++)
        {
            for (var j = 0; j <= i; j++)
            {
                covariance[i, j] = covariance[j, i] = units.Sum(u => (u.Votes[choices[i]] - means[i]) * (u.Votes[choices[j]] - means[j])) / (units.Length - 1);
            }
        }

        sum = -LogOfSpreads(covariance);
        return units.Length * (units.Length - 1) / 2.0 * Math.Exp(sum);
    }

    /// <summary>The logarithm of the product of √(4π v), v what varies of each choice beyond those before it (Cholesky); a choice that hardly varies agrees always.</summary>
    static double LogOfSpreads(double[,] covariance)
    {
        var (size, sum) = (covariance.GetLength(0), 0.0);
        var root = new double[size, size];
        for (var i = 0; i < size; i++)
        {
            var own = covariance[i, i];
            for (var j = 0; j < i; j++)
            {
                var shared = covariance[i, j];
                for (var k = 0; k < j; k++)
                {
                    shared -= root[i, k] * root[j, k];
                }

                root[i, j] = root[j, j] > 0 ? shared / root[j, j] : 0;
                own -= root[i, j] * root[i, j];
            }

            root[i, i] = Math.Sqrt(Math.Max(0, own));
            sum += Math.Max(0, 0.5 * Math.Log(4 * Math.PI * Math.Max(own, 1e-9)));
        }

        return sum;
    }
}
