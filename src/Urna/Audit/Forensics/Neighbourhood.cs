using System.Collections.Immutable;

namespace Urna.Audit.Forensics;

/// <summary>Where each unit stands among its neighbours: turnout and the leader's share, on the scale of logits.</summary>
/// <param name="Unit">The unit.</param>
/// <param name="Turnout">Its turnout's logit less its neighbours' mean, over the spread of all units about their means; 0 where the roll is not known.</param>
/// <param name="Share">The same of the leader's share.</param>
readonly record struct Standing(ForensicUnit Unit, double Turnout, double Share);

/// <summary>Compares units with their neighbours, so that differences between regions do not count.</summary>
static class Neighbourhood
{
    const int FewestNeighbours = 5;

    /// <summary>The units of groups of at least five, with their standing.</summary>
    public static ImmutableArray<Standing> Of(ForensicCount count)
    {
        var all = ImmutableArray.CreateBuilder<Standing>(count.Units.Length);
        foreach (var group in count.Groups.Where(g => g.Count() >= FewestNeighbours))
        {
            ImmutableArray<ForensicUnit> units = [.. group.Where(u => !u.IsImpossible)];
            if (units.IsEmpty)
            {
                continue;
            }

            double[] turnout = [.. units.Select(u => u.Registered == 0 ? 0 : Logit(u.Cast, u.Registered))];
            double[] share = [.. units.Select(u => Logit(u.Votes[count.Leader], u.Valid))];
            var (t, s) = (Median(turnout), Median(share));
            for (var i = 0; i < units.Length; i++)
            {
                all.Add(new(units[i], turnout[i] - t, share[i] - s));
            }
        }

        var (spreadT, spreadS) = (Spread(all.Select(a => a.Turnout)), Spread(all.Select(a => a.Share)));
        return [.. all.Select(a => a with { Turnout = spreadT > 0 ? a.Turnout / spreadT : 0, Share = spreadS > 0 ? a.Share / spreadS : 0 })];
    }

    /// <summary>The logit of a share, kept from its ends by half a person.</summary>
    public static double Logit(long part, long whole) => Math.Log((part + 0.5) / (whole - part + 0.5));

    public static double Median(IEnumerable<double> values)
    {
        double[] ordered = [.. values.Order()];
        return ordered.Length == 0 ? 0 : ordered.Length % 2 == 1 ? ordered[ordered.Length / 2] : (ordered[(ordered.Length / 2) - 1] + ordered[ordered.Length / 2]) / 2;
    }

    /// <summary>The spread of the middle half, as a standard deviation of the normal distribution: a few far units do not widen it.</summary>
    public static double Spread(IEnumerable<double> values)
    {
        double[] ordered = [.. values.Order()];
        return ordered.Length < 4 ? 0 : (ordered[3 * ordered.Length / 4] - ordered[ordered.Length / 4]) / 1.349;
    }

    /// <summary>A sum over units, as it would vary if groups were drawn anew: groups, and not units, are independent.</summary>
    public static double Deviation(IEnumerable<(int Group, double Value)> values)
    {
        double[] sums = [.. values.GroupBy(v => v.Group).Select(g => g.Sum(v => v.Value))];
        if (sums.Length < 2)
        {
            return 0;
        }

        var mean = sums.Average();
        return Math.Sqrt(sums.Length / (sums.Length - 1.0) * sums.Sum(s => (s - mean) * (s - mean)));
    }
}
