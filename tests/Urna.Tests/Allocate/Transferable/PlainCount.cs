using System.Numerics;
using Urna.Allocate.Steps;

namespace Urna.Tests.Allocate.Transferable;

/// <summary>A slow and plain count, ballot by ballot in fractions, to compare the counts of the program with.</summary>
/// <remarks>It shares nothing with the program: single ballots in lists, everything worked out anew from them at each count.</remarks>
static class PlainCount
{
    sealed class Paper(int[] order)
    {
        public int[] Order { get; } = order;

        public int At { get; set; }

        public (BigInteger N, BigInteger D) Value { get; set; } = (1, 1);
    }

    /// <summary>Who is elected, in order, and the votes after each count; null where a tie would need lots.</summary>
    public static (List<int> Elected, List<BigInteger[]> Counts, BigInteger Unit)? Run(IEnumerable<(int Count, int[] Order)> ballots, int candidates, int seats, int decimals)
    {
        var unit = BigInteger.Pow(10, decimals);
        var papers = ballots.SelectMany(b => Enumerable.Range(0, b.Count).Select(_ => new Paper(b.Order))).Where(p => p.Order.Length > 0).ToList();
        var quota = ((papers.Count / (seats + 1)) + 1) * unit;
        var (elected, excluded, held) = (new List<int>(), new HashSet<int>(), new Dictionary<int, BigInteger>());
        var counts = new List<BigInteger[]>();
        var surplus = new List<int>();
        while (true)
        {
            var votes = Enumerable.Range(0, candidates).Select(c => held.TryGetValue(c, out var q) ? q : papers.Where(p => Holder(p) == c).Aggregate(BigInteger.Zero, (s, p) => s + (p.Value.N * unit / p.Value.D))).ToArray();
            counts.Add(votes);
            var standing = Enumerable.Range(0, candidates).Where(c => !elected.Contains(c) && !excluded.Contains(c)).OrderByDescending(c => votes[c]).ToList();
            foreach (var winner in standing.Where(c => votes[c] >= quota).ToList())
            {
                elected.Add(winner);
                standing.Remove(winner);
                surplus.Add(winner);
            }

            surplus.RemoveAll(c => votes[c] <= quota);
            if (standing.Count <= seats - elected.Count)
            {
                elected.AddRange(standing);
            }

            if (elected.Count >= seats || standing.Count == 0 || elected.Count == candidates)
            {
                return (elected, counts, unit);
            }

            if (surplus.Count > 0)
            {
                if (Extreme(surplus, counts, highest: true) is not { } from)
                {
                    return null;
                }

                surplus.Remove(from);
                var total = votes[from];
                foreach (var paper in papers.Where(p => Holder(p) == from))
                {
                    var was = paper.Value.N * unit / paper.Value.D;
                    paper.Value = (was * (total - quota) / total, unit);
                    Move(paper, elected, excluded);
                }

                held[from] = quota;
            }
            else
            {
                if (Extreme(standing, counts, highest: false) is not { } lowest)
                {
                    return null;
                }

                excluded.Add(lowest);
                foreach (var paper in papers.Where(p => Holder(p) == lowest))
                {
                    Move(paper, elected, excluded);
                }
            }
        }

        static int Holder(Paper paper) => paper.At < paper.Order.Length ? paper.Order[paper.At] : -1;
    }

    /// <summary>The winner of an instant runoff by majority of all valid ballots; null where a tie would need lots.</summary>
    public static int? InstantRunoff(IEnumerable<(int Count, int[] Order)> ballots, int candidates)
    {
        var valid = ballots.Where(b => b.Order.Length > 0).ToList();
        var left = Enumerable.Range(0, candidates).ToHashSet();
        while (true)
        {
            var votes = left.ToDictionary(c => c, c => valid.Where(b => b.Order.FirstOrDefault(left.Contains, -1) == c).Sum(b => b.Count));
            if (left.Count == 1 || votes.Values.Max() * 2 > valid.Sum(b => b.Count))
            {
                return votes.MaxBy(v => v.Value).Key;
            }

            var lowest = votes.Where(v => v.Value == votes.Values.Min()).ToList();
            if (lowest.Count > 1)
            {
                return null;
            }

            left.Remove(lowest[0].Key);
        }
    }

    static void Move(Paper paper, List<int> elected, HashSet<int> excluded)
    {
        while (paper.At < paper.Order.Length && (elected.Contains(paper.Order[paper.At]) || excluded.Contains(paper.Order[paper.At])))
        {
            paper.At++;
        }
    }

    /// <summary>The candidate with most or fewest votes, ties looked up at earlier counts from the last back.</summary>
    static int? Extreme(List<int> among, List<BigInteger[]> counts, bool highest)
    {
        var left = among;
        for (var i = counts.Count - 1; i >= 0 && left.Count > 1; i--)
        {
            var extreme = highest ? left.Max(c => counts[i][c]) : left.Min(c => counts[i][c]);
            left = left.FindAll(c => counts[i][c] == extreme);
        }

        return left.Count == 1 ? left[0] : null;
    }
}
