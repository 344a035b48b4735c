using Urna.Allocate.Steps;

namespace Urna.Tests.Allocate.Transferable;

/// <summary>Counts by pairs and by levels as slow and obvious as can be: single ballots, all paths, all orders.</summary>
sealed class SlowPreferences(int candidates, List<int[]> voters, VictorySize size)
{
    IEnumerable<int> All => Enumerable.Range(0, candidates);

    long For(int a, int b) => voters.Count(v => Array.IndexOf(v, a) is var at and >= 0 && (Array.IndexOf(v, b) is < 0 || at < Array.IndexOf(v, b)));

    /// <summary>How large a victory is: its first number, then its second; none for a defeat or a draw.</summary>
    (long, long) Size(int a, int b) => For(a, b) <= For(b, a) ? (0, 0) : size == VictorySize.Margins ? (For(a, b) - For(b, a), 0) : (For(a, b), -For(b, a));

    List<(int A, int B)> Victories => [.. from a in All from b in All where For(a, b) > For(b, a) select (a, b)];

    /// <summary>In how many orders victories can be locked.</summary>
    public long Orders => Victories.GroupBy(v => Size(v.A, v.B)).Aggregate(1L, (product, g) => product * Enumerable.Range(1, g.Count()).Aggregate(1L, (f, i) => f * i));

    /// <summary>Whoever beats each other candidate.</summary>
    public IEnumerable<int> Unbeaten() => All.Where(a => All.All(b => a == b || For(a, b) > For(b, a)));

    public IEnumerable<int> Winners(PreferenceMethod method) => method switch
    {
        PreferenceMethod.Schulze => All.Where(a => All.All(b => a == b || Path(a, b).CompareTo(Path(b, a)) >= 0)),
        PreferenceMethod.RankedPairs => Permuted([.. Victories.GroupBy(v => Size(v.A, v.B)).OrderByDescending(g => g.Key).Select(g => g.ToList())]).SelectMany(Tops).Distinct().Order(),
        PreferenceMethod.Minimax => All.GroupBy(Worst).MinBy(g => g.Key)!,
        _ => ByLevels(),
    };

    long Worst(int c) => All.Where(b => For(b, c) > For(c, b)).Select(b => size == VictorySize.Margins ? For(b, c) - For(c, b) : For(b, c)).DefaultIfEmpty(0).Max();

    (long, long) Path(int from, int to) => Paths(from, to, [from]).DefaultIfEmpty((0, 0)).Max();

    IEnumerable<(long, long)> Paths(int from, int to, List<int> visited)
    {
        foreach (var (_, next) in Victories.Where(v => v.A == from && !visited.Contains(v.B)))
        {
            if (next == to)
            {
                yield return Size(from, next);
                continue;
            }

            foreach (var rest in Paths(next, to, [.. visited, next]))
            {
                yield return rest.CompareTo(Size(from, next)) < 0 ? rest : Size(from, next);
            }
        }
    }

    static IEnumerable<List<(int A, int B)>> Permuted(List<List<(int A, int B)>> groups) =>
        groups.Count == 0 ? [[]] : from first in Orderings(groups[0]) from rest in Permuted(groups[1..]) select first.Concat(rest).ToList();

    static IEnumerable<List<(int A, int B)>> Orderings(List<(int A, int B)> left) =>
        left.Count == 0 ? [[]] : from v in left from rest in Orderings([.. left.Where(o => o != v)]) select rest.Prepend(v).ToList();

    IEnumerable<int> Tops(List<(int A, int B)> order)
    {
        var locked = new List<(int A, int B)>();
        foreach (var victory in order.Where(v => !Leads(locked, v.B, v.A)))
        {
            locked.Add(victory);
        }

        return All.Where(c => !locked.Exists(l => l.B == c));
    }

    static bool Leads(List<(int A, int B)> locked, int from, int to) => from == to || locked.Exists(l => l.A == from && Leads(locked, l.B, to));

    IEnumerable<int> ByLevels()
    {
        for (var level = 1; ; level++)
        {
            var votes = All.Select(c => voters.Count(v => v.Take(level).Contains(c))).ToList();
            if (votes.Max() * 2 > voters.Count || level == candidates)
            {
                return All.Where(c => votes[c] == votes.Max());
            }
        }
    }
}
