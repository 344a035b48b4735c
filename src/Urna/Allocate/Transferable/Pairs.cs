using Urna.Allocate.Steps;

namespace Urna.Allocate.Transferable;

/// <summary>Every pair of candidates compared on all ballots.</summary>
sealed class Pairs
{
    const int MostStates = 5_000;

    readonly long[,] preferring;
    readonly long valid;

    Pairs(int candidates, long valid)
    {
        Candidates = candidates;
        this.valid = valid;
        preferring = new long[candidates, candidates];
    }

    /// <summary>How many candidates there are.</summary>
    public int Candidates { get; }

    /// <summary>Ballots that rank the first above the second.</summary>
    public long this[int first, int second] => preferring[first, second];

    /// <summary>Compares the candidates of ballots.</summary>
    public static Pairs Of(Levels ballots)
    {
        var pairs = new Pairs(ballots.Candidates, ballots.Valid);
        for (var ranking = 0; ranking < ballots.Counts.Length; ranking++)
        {
            var row = ballots.Of(ranking);
            for (var a = 0; a < row.Length; a++)
            {
                for (var b = 0; b < row.Length; b++)
                {
                    pairs.preferring[a, b] += row[a] < row[b] ? ballots.Counts[ranking] : 0;
                }
            }
        }

        return pairs;
    }

    /// <summary>Who may win: one candidate, or those who are tied; null where equal victories leave too many ways to look at.</summary>
    /// <param name="method">How pairs are put together.</param>
    /// <param name="size">How large a victory is.</param>
    public List<int>? Winners(PreferenceMethod method, VictorySize size) => method switch
    {
        PreferenceMethod.Schulze => Schulze(size),
        PreferenceMethod.RankedPairs => RankedPairs(size),
        _ => Minimax(size),
    };

    /// <summary>A number that is larger for a larger victory, and 0 where there is none; of equal winning votes, the victory with fewer against is larger.</summary>
    Int128 Strength(int winner, int loser, VictorySize size)
    {
        var (own, other) = (preferring[winner, loser], preferring[loser, winner]);
        return own <= other ? 0 : size == VictorySize.Margins ? own - other : ((Int128)own * (valid + 1)) + (valid - other);
    }

    /// <summary>Nobody has a stronger path to a winner than the winner to them.</summary>
    List<int> Schulze(VictorySize size)
    {
        var path = new Int128[Candidates, Candidates];
        for (var a = 0; a < Candidates; a++)
        {
            for (var b = 0; b < Candidates; b++)
            {
                path[a, b] = Strength(a, b, size);
            }
        }

        for (var over = 0; over < Candidates; over++)
        {
            for (var a = 0; a < Candidates; a++)
            {
                for (var b = 0; b < Candidates && a != over; b++)
                {
                    path[a, b] = Int128.Max(path[a, b], Int128.Min(path[a, over], path[over, b]));
                }
            }
        }

        return [.. Everybody.Where(a => Everybody.All(b => a == b || path[a, b] >= path[b, a]))];
    }

    /// <summary>The largest defeat of a winner is the least.</summary>
    List<int> Minimax(VictorySize size)
    {
        long Defeat(int by, int loser)
        {
            var (own, other) = (preferring[by, loser], preferring[loser, by]);
            return own <= other ? 0 : size == VictorySize.Margins ? own - other : own;
        }

        var worst = Everybody.Select(c => Everybody.Max(b => Defeat(b, c))).ToList();
        return [.. Everybody.Where(c => worst[c] == worst.Min())];
    }

    /// <summary>Nobody is locked above a winner; victories of one size are locked in every order, since the law leaves it open.</summary>
    List<int>? RankedPairs(VictorySize size)
    {
        var victories = (from a in Everybody from b in Everybody let strength = Strength(a, b, size) where strength > 0 select (a, b, strength)).ToList();
        var states = new HashSet<Locked> { Locked.Nothing(Candidates) };
        foreach (var equal in victories.GroupBy(v => v.strength).OrderByDescending(g => g.Key))
        {
            if (InEveryOrder(states, [.. equal.Select(v => (v.a, v.b))]) is not { } next)
            {
                return null;
            }

            states = next;
        }

        return [.. Everybody.Where(c => states.Any(s => !Everybody.Any(b => s.IsAbove(b, c))))];
    }

    /// <summary>All that equal victories can lock, from each state; null if these are too many.</summary>
    static HashSet<Locked>? InEveryOrder(HashSet<Locked> states, List<(int Winner, int Loser)> equal)
    {
        var (open, seen, done) = (new Stack<Locked>(states), new HashSet<Locked>(states), new HashSet<Locked>());
        while (open.TryPop(out var state))
        {
            var left = equal.FindAll(v => !state.IsAbove(v.Winner, v.Loser) && !state.IsAbove(v.Loser, v.Winner));
            var all = left.Aggregate(state, (s, v) => s.With(v.Winner, v.Loser));
            if (all.IsOrder)
            {
                done.Add(all);
                continue;
            }

            foreach (var next in left.Select(v => state.With(v.Winner, v.Loser)).Where(seen.Add))
            {
                open.Push(next);
            }

            if (seen.Count > MostStates)
            {
                return null;
            }
        }

        return done;
    }

    IEnumerable<int> Everybody => Enumerable.Range(0, Candidates);
}
