using System.Collections.Immutable;

namespace Urna.Allocate.Methods;

/// <summary>Highest averages where the seats that a list cannot fill are a new election among the others.</summary>
/// <remarks>
/// Ley General de Elecciones of Chile (1925 to 1973): the seats that a list short of candidates leaves are shared among the other
/// lists as in a new election, with a quotient of their own. So the others start again from their first divisor, with all their votes.
/// It differs from going on with the next quotients. Whoever has no candidacy left takes no part.
/// </remarks>
static class NewElection
{
    const int OnStack = 128;

    /// <summary>Awards all seats, round by round, until a tie is met.</summary>
    /// <returns>Seats left to the tied; 0 if there is no tie. The rounds that would follow an open tie are not begun.</returns>
    public static int Share(in Sharing sharing, DivisorRule divisors, Span<int> held, Span<bool> tied)
    {
        var count = held.Length;
        Span<long> votes = count <= OnStack ? stackalloc long[count] : new long[count];
        Span<int> unlimited = count <= OnStack ? stackalloc int[count] : new int[count];
        Span<int> won = count <= OnStack ? stackalloc int[count] : new int[count];
        unlimited.Fill(int.MaxValue);
        held.Clear();
        for (var left = sharing.Seats; left > 0;)
        {
            for (var i = 0; i < count; i++)
            {
                votes[i] = held[i] < sharing.Capacities[i] ? sharing.Votes[i] : 0;
            }

            var open = HighestAverages.Share(votes, unlimited, left, divisors, won, tied);
            left = 0;
            for (var i = 0; i < count; i++)
            {
                var taken = Math.Min(won[i], sharing.Capacities[i] - held[i]);
                held[i] += taken;
                left += won[i] - taken;
            }

            if (open > 0)
            {
                return open;
            }
        }

        return 0;
    }

    /// <summary>The seats that each holder has whoever wins the ties of any round.</summary>
    /// <param name="sharing">What is shared among whom.</param>
    /// <param name="divisors">The divisors.</param>
    /// <param name="byVotes">Whether more votes in all win a tie, so that only equals are drawn.</param>
    public static int[] Sure(in Sharing sharing, DivisorRule divisors, bool byVotes)
    {
        long[] all = [.. sharing.Votes];
        int[] capacities = [.. sharing.Capacities];
        return From(new int[all.Length], sharing.Seats);

        int[] From(int[] held, int seats)
        {
            long[] votes = [.. all.Select((v, i) => held[i] < capacities[i] ? v : 0)];
            int[] unlimited = [.. all.Select(_ => int.MaxValue)];
            var (won, tied) = (new int[all.Length], new bool[all.Length]);
            var open = HighestAverages.Share(votes, unlimited, seats, divisors, won, tied);
            List<int> among = [.. Enumerable.Range(0, all.Length).Where(i => tied[i]).OrderByDescending(i => all[i])];
            var boundary = open > 0 ? all[among[open - 1]] : 0;
            List<int> certain = byVotes ? among.FindAll(i => all[i] > boundary) : [];
            var drawn = byVotes ? among.FindAll(i => all[i] == boundary) : among;
            return Choices(drawn, open - certain.Count).Select(c => After(held, won, [.. certain, .. c], seats)).Aggregate((a, b) => [.. a.Zip(b, Math.Min)]);
        }

        int[] After(int[] held, int[] won, IReadOnlyCollection<int> winners, int seats)
        {
            int[] now = [.. held.Select((h, i) => (int)Math.Min(capacities[i], (long)h + won[i] + (winners.Contains(i) ? 1 : 0)))];
            var left = seats - (now.Sum() - held.Sum());
            return left == 0 || left == seats ? now : From(now, left);
        }
    }

    /// <summary>Every way to choose so many of some.</summary>
    static IEnumerable<ImmutableArray<int>> Choices(List<int> among, int count) =>
        count <= 0 ? [[]] : Enumerable.Range(0, among.Count).SelectMany(i => Choices(among[(i + 1)..], count - 1).Select(rest => rest.Add(among[i])));

    /// <summary>The quotient of the first election's last seat: votes and divisor.</summary>
    /// <param name="votes">Votes by holder.</param>
    /// <param name="seats">Seats of the first election, ≥ 1.</param>
    /// <param name="divisors">The divisors.</param>
    public static (long Votes, Divisor Divisor) LastQuotient(ReadOnlySpan<long> votes, int seats, DivisorRule divisors)
    {
        var unlimited = new int[votes.Length];
        var held = new int[votes.Length];
        var tied = new bool[votes.Length];
        Array.Fill(unlimited, int.MaxValue);
        if (HighestAverages.Share(votes, unlimited, seats, divisors, held, tied) > 0)
        {
            // The last seat is one of those in the tie, whoever gets it.
            var leader = Array.IndexOf(tied, true);
            return (votes[leader], divisors.At(held[leader]));
        }

        return HighestAverages.LastOf(votes, held, divisors);
    }
}
