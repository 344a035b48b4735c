using System.Collections.Immutable;

namespace Urna.Allocate;

/// <summary>The seats that a step gives to each holder when ties are left open.</summary>
/// <param name="Held">Sure seats by holder.</param>
/// <param name="Tied">The holders tied for the seats that are left.</param>
/// <param name="Left">Seats left to the tied.</param>
sealed record SharedSeats(int[] Held, ImmutableArray<int> Tied, int Left)
{
    /// <summary>Shares seats among holders by the arithmetic of one step.</summary>
    /// <param name="step">The step.</param>
    /// <param name="votes">Votes by holder.</param>
    /// <param name="capacities">Candidacies by holder.</param>
    /// <param name="seats">Seats to fill.</param>
    public static SharedSeats By(SharingStep step, long[] votes, int[] capacities, int seats) => step switch
    {
        HighestAveragesStep s => HighestAverage(s, votes, capacities, seats),
        DoublingStep s => Doubling(s, votes, capacities),
        MajorityStep s => Majority(s, votes),
        EachStep s => new([.. votes.Select((v, i) => v > 0 ? Math.Min(s.Seats, capacities[i]) : 0)], [], 0),
        _ => MostVotes(votes, seats),
    };

    static SharedSeats HighestAverage(HighestAveragesStep step, long[] votes, int[] capacities, int seats)
    {
        var held = new int[votes.Length];
        var tied = new bool[votes.Length];
        var left = HighestAverages.Share(votes, capacities, seats, step.Divisors, held, tied);
        return new(held, left == 0 ? [] : [.. Enumerable.Range(0, votes.Length).Where(i => tied[i])], left);
    }

    // Ley 18.700 art. 109 bis (Ley 18.799): both seats only if the first list exceeds the double of the second.
    static SharedSeats Doubling(DoublingStep step, long[] votes, int[] capacities)
    {
        var order = Enumerable.Range(0, votes.Length).Where(i => votes[i] > 0).OrderByDescending(i => votes[i]).ToList();
        var second = order.Count > 1 ? votes[order[1]] : 0;
        var held = new int[votes.Length];
        if (order.Count > 0 && capacities[order[0]] >= DoublingStep.Seats && votes[order[0]] > (Int128)step.Factor * second)
        {
            held[order[0]] = DoublingStep.Seats;
            return new(held, [], 0);
        }

        return MostVotes(votes, DoublingStep.Seats);
    }

    static SharedSeats Majority(MajorityStep step, long[] votes)
    {
        // A share below one half can be reached by several: only the first of them wins.
        var total = votes.Sum();
        var first = votes.DefaultIfEmpty().Max();
        var leaders = Enumerable.Range(0, votes.Length).Where(i => votes[i] == first && Reaches(step, first, total)).ToList();
        return leaders.Count > 1
            ? new(new int[votes.Length], [.. leaders], 1)
            : new([.. votes.Select((_, i) => leaders.Contains(i) ? 1 : 0)], [], 0);
    }

    /// <summary>Whether votes reach the share of the total that a law asks for.</summary>
    internal static bool Reaches(MajorityStep step, long votes, long total)
    {
        var order = ((Int128)votes * step.Denominator).CompareTo((Int128)total * step.Numerator);
        return total > 0 && (order > 0 || (order == 0 && step.Inclusive));
    }

    static SharedSeats MostVotes(long[] votes, int seats)
    {
        var order = Enumerable.Range(0, votes.Length).Where(i => votes[i] > 0).OrderByDescending(i => votes[i]).ToList();
        var held = new int[votes.Length];
        if (order.Count <= seats)
        {
            order.ForEach(i => held[i] = 1);
            return new(held, [], 0);
        }

        var boundary = seats == 0 ? long.MaxValue : votes[order[seats - 1]];
        var above = order.Where(i => votes[i] > boundary).ToList();
        var at = order.Where(i => votes[i] == boundary).ToList();
        above.ForEach(i => held[i] = 1);
        if (above.Count + at.Count <= seats)
        {
            at.ForEach(i => held[i] = 1);
            return new(held, [], 0);
        }

        return new(held, [.. at], seats - above.Count);
    }
}
