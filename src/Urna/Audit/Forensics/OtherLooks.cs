using System.Collections.Immutable;

namespace Urna.Audit.Forensics;

/// <summary>Boxes whose contests differ in ballots.</summary>
static class ContestDifferences
{
    /// <summary>Boxes that differ by more than three ballots and one of a hundred, beside what their usual differences lead to expect.</summary>
    public static ForensicLook? Look(ForensicCount count)
    {
        ImmutableArray<(ForensicUnit Unit, long Difference)> all = [.. count.Units.Where(u => u.CastElsewhere is not null).Select(u => (u, u.Cast - u.CastElsewhere!.Value))];
        if (all.Length < 50)
        {
            return null;
        }

        // People who take one paper and leave another differ a little everywhere: the usual size falls as an exponential.
        var usual = Math.Max(0.25, all.Average(d => (double)Math.Min(Math.Abs(d.Difference), 5)));
        var expected = all.Sum(d => Math.Exp(-Most(d.Unit) / usual));
        var far = all.Where(d => Math.Abs(d.Difference) > Most(d.Unit)).ToList();
        var deviation = Math.Max(Math.Sqrt(Math.Max(expected, 0.25)), Neighbourhood.Deviation(all.Select(d => (d.Unit.Group, Value: Math.Abs(d.Difference) > Most(d.Unit) ? 1.0 : 0))));
        return new(all.Length, far.Count, expected, deviation, [.. far.OrderByDescending(d => Math.Abs(d.Difference)).Take(10).Select(d => d.Unit.Place)]);
    }

    static double Most(ForensicUnit unit) => Math.Max(3, unit.Cast / 100.0);
}

/// <summary>Late returns beside early ones.</summary>
static class LateReturns
{
    /// <summary>The leader's share of those that came in the later half, less that of the earlier half, with units held against neighbours.</summary>
    public static ForensicLook? Look(ForensicCount count)
    {
        ImmutableArray<Standing> known = [.. Neighbourhood.Of(count).Where(s => s.Unit.Arrival is not null)];
        if (known.Length < 50)
        {
            return null;
        }

        // The mean of later units less that of earlier ones, group by group: arrival and place go together.
        var values = known.GroupBy(s => s.Unit.Group).Where(g => g.Count() >= 4).Select(g =>
        {
            var middle = Neighbourhood.Median(g.Select(s => s.Unit.Arrival!.Value));
            var (late, early) = (g.Where(s => s.Unit.Arrival > middle).ToList(), g.Where(s => s.Unit.Arrival <= middle).ToList());
            return (Group: g.Key, Value: late.Count == 0 || early.Count == 0 ? 0 : (late.Average(s => s.Share) - early.Average(s => s.Share)) * g.Count());
        }).ToList();
        return values.Count < 2 ? null : new(known.Length, values.Sum(v => v.Value) / known.Length, 0, Neighbourhood.Deviation(values) / known.Length, []);
    }
}

/// <summary>Last digits of the leader's votes.</summary>
static class LastDigits
{
    /// <summary>How uneven the ten digits are, as a chi-square made normal (Wilson and Hilferty).</summary>
    public static ForensicLook? Look(ForensicCount count)
    {
        const int FewestVotes = 50;
        ImmutableArray<long> votes = [.. count.Units.Select(u => u.Votes[count.Leader]).Where(v => v >= FewestVotes)];
        if (votes.Length < 200)
        {
            return null;
        }

        var expected = votes.Length / 10.0;
        var square = votes.CountBy(v => (int)(v % 10)).ToDictionary().Values.Sum(n => (n - expected) * (n - expected) / expected) + ((10 - votes.Select(v => v % 10).Distinct().Count()) * expected);
        const double Freedom = 9;
        return new(votes.Length, Math.Cbrt(square / Freedom), 1 - (2 / (9 * Freedom)), Math.Sqrt(2 / (9 * Freedom)), []);
    }
}
