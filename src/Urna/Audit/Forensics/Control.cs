using System.Collections.Immutable;
using Urna.Numerics;

namespace Urna.Audit.Forensics;

/// <summary>Counts with a known answer, of the same units: one by chance alone, others with an anomaly put in.</summary>
static class Control
{
    /// <summary>Each unit votes anew, everybody by the unit's own rates.</summary>
    public static ForensicCount ByChance(ForensicCount count, RandomSource random) => count with
    {
        Units = [.. count.Units.Select(u =>
        {
            var cast = u.Registered > 0 ? Math.Max(1, Binomial(u.Registered, Math.Min(1, (double)u.Cast / u.Registered), random)) : u.Cast;
            var left = Math.Min(cast, Math.Max(1, (long)Math.Round((double)u.Valid * cast / Math.Max(1, u.Cast))));
            var (votes, rest) = (new long[u.Votes.Length], Math.Max(1, u.Valid));
            for (var c = 0; c < votes.Length; c++)
            {
                votes[c] = c == votes.Length - 1 || rest == 0 ? left : Binomial(left, Math.Clamp((double)u.Votes[c] / rest, 0, 1), random);
                (left, rest) = (left - votes[c], rest - u.Votes[c]);
            }

            // Where moves of voters are known, the leader's votes vary about what they lead to expect; where the order of arrival is, it is shuffled.
            return u with { Cast = cast, Votes = [.. votes], CastElsewhere = u.CastElsewhere is null ? null : cast, Arrival = u.Arrival is null ? null : random.Uniform() };
        })],
    };

    /// <summary>Some units get votes for the leader from those who stayed away and from others' voters, in numbers that somebody wrote down: turnout and share are brought to whole per cents.</summary>
    /// <param name="count">The units.</param>
    /// <param name="altered">Part of the units, in (0, 1).</param>
    /// <param name="size">Part of the others' voters, and of those who stayed away, whose votes the leader gets, in (0, 1].</param>
    /// <param name="random">Chance.</param>
    public static ForensicCount Altered(ForensicCount count, double altered, double size, RandomSource random) => count with
    {
        Units = [.. count.Units.Select(u => random.Uniform() < altered ? Altered(u, count.Leader, size) : u)],
    };

    static ForensicUnit Altered(ForensicUnit u, int leader, double size)
    {
        var cast = u.Registered > u.Cast ? WholePerCent(u.Cast + (long)(size * (u.Registered - u.Cast)), u.Registered, u.Cast) : u.Cast;
        var votes = u.Votes.ToArray();
        var moved = 0L;
        for (var c = 0; c < votes.Length; c++)
        {
            if (c != leader)
            {
                var taken = (long)(size * votes[c]);
                (votes[c], moved) = (votes[c] - taken, moved + taken);
            }
        }

        votes[leader] += moved + cast - u.Cast;
        var whole = Math.Min(cast, WholePerCent(votes[leader], cast, 0));
        var others = Enumerable.Range(0, votes.Length).Where(c => c != leader).OrderByDescending(c => votes[c]).FirstOrDefault(leader);
        var change = Math.Min(whole - votes[leader], votes[others]);
        if (others != leader)
        {
            (votes[leader], votes[others]) = (votes[leader] + change, votes[others] - change);
        }

        return u with { Cast = cast, Votes = [.. votes], Arrival = u.Arrival is null ? null : 1 };
    }

    static long WholePerCent(long part, long whole, long least) =>
        Math.Clamp((long)Math.Round(Math.Round(100.0 * part / whole) / 100 * whole), least, whole);

    /// <summary>A binomial number: counted one by one where few, else by the normal distribution's quantile.</summary>
    static long Binomial(long n, double p, RandomSource random)
    {
        if (n <= 0 || p <= 0)
        {
            return 0;
        }

        if (p >= 1)
        {
            return n;
        }

        if (n * Math.Min(p, 1 - p) > 20)
        {
            var value = (n * p) + (Math.Sqrt(n * p * (1 - p)) * StandardNormal.Quantile(Math.Clamp(random.Uniform(), 1e-15, 1 - 1e-15)));
            return Math.Clamp((long)Math.Round(value), 0, n);
        }

        var sum = 0L;
        for (var i = 0L; i < n; i++)
        {
            sum += random.Uniform() < p ? 1 : 0;
        }

        return sum;
    }
}
