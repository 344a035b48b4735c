using System.Collections.Immutable;

namespace Urna.Audit.Forensics;

/// <summary>A step of the curve of votes by turnout.</summary>
/// <param name="Turnout">The turnout, in [0, 1], at the middle of the step.</param>
/// <param name="Leader">The leader's votes in units of that turnout.</param>
/// <param name="Others">All other votes there.</param>
public readonly record struct TurnoutStep(double Turnout, long Leader, long Others);

/// <summary>The leader's votes beyond proportion to others' where turnout is high: the curve of anomalous votes.</summary>
/// <remarks>
/// Shpilkin; Klimek et al. (2012). Supposes that turnout does not hang on whom people vote for. So that regions do not count, units are held against neighbours: in each neighbourhood those with more turnout than the middle one
/// beside those with less.
/// </remarks>
public static class AnomalousVotes
{
    const int Steps = 50;

    /// <summary>The curve: the votes of the leader and of others, by turnout.</summary>
    /// <param name="count">The units.</param>
    public static ImmutableArray<TurnoutStep> Curve(ForensicCount count)
    {
        ArgumentNullException.ThrowIfNull(count);
        var (leader, others) = (new long[Steps], new long[Steps]);
        foreach (var unit in count.Units.Where(u => u.Registered > 0 && !u.IsImpossible))
        {
            var step = Math.Min(Steps - 1, (int)(Steps * unit.Cast / unit.Registered));
            leader[step] += unit.Votes[count.Leader];
            others[step] += unit.Valid - unit.Votes[count.Leader];
        }

        return [.. Enumerable.Range(0, Steps).Select(i => new TurnoutStep((i + 0.5) / Steps, leader[i], others[i]))];
    }

    internal static ForensicLook? Look(ForensicCount count)
    {
        if (count.Units.All(u => u.Registered == 0))
        {
            return null;
        }

        var (seen, expected, units, differences) = (0.0, 0.0, 0, new List<(int Group, double Value)>());
        foreach (var group in count.Groups.Where(g => g.Count() >= 5))
        {
            ImmutableArray<ForensicUnit> own = [.. group.Where(u => u.Registered > 0 && !u.IsImpossible)];
            var middle = Neighbourhood.Median(own.Select(u => (double)u.Cast / u.Registered));
            var (high, low) = (own.Where(u => (double)u.Cast / u.Registered > middle).ToList(), own.Where(u => (double)u.Cast / u.Registered <= middle).ToList());
            long Leader(List<ForensicUnit> of) => of.Sum(u => u.Votes[count.Leader]);
            long Others(List<ForensicUnit> of) => of.Sum(u => u.Valid) - Leader(of);
            if (high.Count == 0 || Others(low) == 0)
            {
                continue;
            }

            var proportional = (double)Others(high) * Leader(low) / Others(low);
            (seen, expected, units) = (seen + Leader(high), expected + proportional, units + own.Length);
            differences.Add((group.Key, Leader(high) - proportional));
        }

        return units == 0 ? null : new(units, seen, expected, Neighbourhood.Deviation(differences), []);
    }
}
