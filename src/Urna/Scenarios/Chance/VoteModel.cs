using System.Collections.Immutable;
using Urna.Allocate.Votes;
using Urna.Model;
using Urna.Numerics;

namespace Urna.Scenarios.Chance;

/// <summary>Draws the votes of a contest, district by district.</summary>
/// <remarks>
/// A list's votes are multiplied by a lognormal factor of mean 1 for the whole and another for the district, then scaled so that the district has as many votes as it
/// had. With relative variances 4 d² / p the shares have, to first order, the variances 4 d² p (1 − p) and the covariances −4 d² p q of a sample.
/// </remarks>
sealed class VoteModel
{
    readonly double[] mean;
    readonly double[] spread;
    readonly District[] districts;

    VoteModel(double[] mean, double[] spread, District[] districts, ImmutableArray<string> lists) => (this.mean, this.spread, this.districts, Lists) = (mean, spread, districts, lists);

    /// <summary>The lists.</summary>
    public ImmutableArray<string> Lists { get; }

    /// <summary>The list of each line of a district's ballot.</summary>
    public int[] ListsOf(int district) => districts[district].ListOfLine;

    /// <summary>A district's lines: votes, list, and pool (a round, or first votes for a constituency), whose votes in all stay.</summary>
    sealed record District(long[] Votes, int[] ListOfLine, int[] LocalOfLine, int[] GlobalOfLocal, double[] Spread, int[] Pool, double[] PoolVotes);

    /// <summary>The model of a contest's votes.</summary>
    public static VoteModel Of(ContestVotes votes, DrawOptions options)
    {
        var lists = votes.Districts.SelectMany(d => d.Votes).Select(v => v.Candidacy.ListName).Distinct().ToImmutableArray();
        var indexOf = lists.Index().ToDictionary(l => l.Item, l => l.Index);
        var own = new double[lists.Length];
        var where = new double[lists.Length];
        foreach (var d in votes.Districts)
        {
            double all = d.Votes.Sum(v => v.Votes);
            foreach (var list in d.Votes.GroupBy(v => indexOf[v.Candidacy.ListName]))
            {
                own[list.Key] += list.Sum(v => v.Votes);
                where[list.Key] += all;
            }
        }

        var names = lists.Index().GroupBy(l => FoldedName.Of(l.Item)).ToDictionary(g => g.Key, g => g.First().Index);
        var expected = options.Expected.Where(e => names.ContainsKey(FoldedName.Of(e.List))).ToDictionary(e => names[FoldedName.Of(e.List)], e => e.Share);
        var means = Means(own, expected);
        var spreads = new double[lists.Length];
        for (var i = 0; i < lists.Length; i++)
        {
            var share = where[i] > 0 ? Math.Min(1, own[i] / where[i] * means[i]) : 0;
            var deviation = options.Poll is { } n && !expected.ContainsKey(i) ? Math.Max(options.List, 0.5 / Math.Sqrt(n)) : options.Poll is { } answers ? Math.Sqrt((options.List * options.List) + (0.25 / answers)) : options.List;
            var relative = options.OfList.FirstOrDefault(o => FoldedName.Of(o.Key) == FoldedName.Of(lists[i])) is { Key: not null } stated
                ? share is > 0 and < 1 ? stated.Value / (share * (1 - share)) : 0
                : share > 0 ? 2 * deviation / Math.Sqrt(share) : 0;
            spreads[i] = Math.Sqrt(Math.Log(1 + (relative * relative)));
        }

        return new(means, spreads, [.. votes.Districts.Select(d => Laid(d, indexOf, options.District))], lists);
    }

    /// <summary>The factor that brings each list from its share of the votes to the one that is expected.</summary>
    static double[] Means(double[] own, Dictionary<int, double> expected)
    {
        var all = own.Sum();
        var named = expected.Sum(e => e.Value);
        var others = own.Where((_, i) => !expected.ContainsKey(i)).Sum();
        return [.. own.Select((votes, i) => expected.TryGetValue(i, out var share) ? (votes > 0 ? share * all / votes : 0) : expected.Count == 0 || others == 0 ? 1 : Math.Max(0, 1 - named) * all / others)];
    }

    static District Laid(DistrictVotes d, Dictionary<string, int> indexOf, double deviation)
    {
        int[] listOf = [.. d.Votes.Select(v => indexOf[v.Candidacy.ListName])];
        int[] globals = [.. listOf.Distinct()];
        var localOf = globals.Index().ToDictionary(g => g.Item, g => g.Index);
        var pools = d.Votes.Select(v => (v.Round, v.Candidacy.Kind == CandidacyKind.Constituency)).Distinct().ToList();
        int[] pool = [.. d.Votes.Select(v => pools.IndexOf((v.Round, v.Candidacy.Kind == CandidacyKind.Constituency)))];
        var poolVotes = new double[pools.Count];
        var votesOf = new double[globals.Length];
        for (var i = 0; i < listOf.Length; i++)
        {
            poolVotes[pool[i]] += d.Votes[i].Votes;
            votesOf[localOf[listOf[i]]] += d.Votes[i].Votes;
        }

        var all = votesOf.Sum();
        double[] spreads = [.. votesOf.Select(v => v > 0 ? Math.Sqrt(Math.Log(1 + (4 * deviation * deviation * all / v))) : 0)];
        return new([.. d.Votes.Select(v => v.Votes)], listOf, [.. listOf.Select(l => localOf[l])], globals, spreads, pool, poolVotes);
    }

    /// <summary>The factors of lists over the whole, drawn.</summary>
    public void DrawWhole(RandomSource random, Span<double> factors)
    {
        for (var i = 0; i < factors.Length; i++)
        {
            factors[i] = mean[i] * (spread[i] > 0 ? Factor(random.Normal(), spread[i]) : 1);
        }
    }

    /// <summary>The votes of a district, drawn.</summary>
    public void Draw(int district, RandomSource random, ReadOnlySpan<double> whole, Span<long> votes)
    {
        var d = districts[district];
        Span<double> factors = stackalloc double[d.GlobalOfLocal.Length];
        for (var i = 0; i < factors.Length; i++)
        {
            factors[i] = whole[d.GlobalOfLocal[i]] * (d.Spread[i] > 0 ? Factor(random.Normal(), d.Spread[i]) : 1);
        }

        Span<double> sums = stackalloc double[d.PoolVotes.Length];
        sums.Clear();
        for (var i = 0; i < d.Votes.Length; i++)
        {
            sums[d.Pool[i]] += d.Votes[i] * factors[d.LocalOfLine[i]];
        }

        for (var i = 0; i < sums.Length; i++)
        {
            sums[i] = sums[i] > 0 ? d.PoolVotes[i] / sums[i] : 0;
        }

        for (var i = 0; i < d.Votes.Length; i++)
        {
            votes[i] = (long)((d.Votes[i] * factors[d.LocalOfLine[i]] * sums[d.Pool[i]]) + 0.5);
        }
    }

    static double Factor(double normal, double spread) => Math.Exp((spread * normal) - (spread * spread / 2));
}
