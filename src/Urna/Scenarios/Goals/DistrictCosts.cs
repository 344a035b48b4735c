using System.Collections.Immutable;
using System.Numerics;
using Urna.Allocate.Methods;
using Urna.Allocate.Steps;
using Urna.Allocate.Votes;
using Urna.Model;
using Urna.Scenarios.Changes;

namespace Urna.Scenarios.Goals;

/// <summary>What seats of a bloc cost in one district.</summary>
/// <param name="District">The district.</param>
/// <param name="Held">Seats that are the bloc's without a vote more.</param>
/// <param name="Costs">The fewest votes for one seat more, two, three …: ascending.</param>
/// <param name="Where">For which list how many, entry by entry.</param>
sealed record DistrictCosts(string District, int Held, ImmutableArray<long> Costs, ImmutableArray<ImmutableArray<VotesNeeded>> Where)
{
    /// <summary>Costs under highest averages, exactly, for any number of lists.</summary>
    /// <remarks>
    /// A bloc surely has t of M seats if and only if t of its quotients are above the (M − t + 1)-th of the others. Others' quotients stay, so for each t the votes
    /// that a list needs for s seats follow from one comparison, and the cheapest way to sum to t is a small dynamic programme.
    /// </remarks>
    public static DistrictCosts ByQuotients(DistrictVotes district, HighestAveragesStep step, Func<Candidacy, bool> isOfBloc, Func<Candidacy, bool> takesPart)
    {
        var lists = Lists(district, takesPart);
        var others = lists.Where(l => !isOfBloc(l.First)).ToList();
        var bloc = lists.Where(l => isOfBloc(l.First)).ToList();
        var rivals = Quotients(others, step.Divisors, district.Seats);
        var most = (int)Math.Min(district.Seats, bloc.Sum(l => (long)l.Capacity));
        var (held, costs, where) = (0, ImmutableArray.CreateBuilder<long>(), ImmutableArray.CreateBuilder<ImmutableArray<VotesNeeded>>());
        for (var t = 1; t <= most; t++)
        {
            var bar = rivals.Count >= district.Seats - t + 1 ? rivals[district.Seats - t] : ((long, Divisor)?)null;
            var (cost, adds) = Cheapest(bloc, t, step.Divisors, bar);
            if (cost == 0)
            {
                held = t;
            }
            else if (cost < long.MaxValue)
            {
                costs.Add(cost);
                where.Add([.. adds.Index().Where(a => a.Item > 0).Select(a => new VotesNeeded(district.District, bloc[a.Index].Name, a.Item))]);
            }
        }

        return new(district.District, held, costs.ToImmutable(), where.ToImmutable());
    }

    /// <summary>Costs under any law, for one list, by trying the law itself.</summary>
    /// <param name="district">The district.</param>
    /// <param name="seatsWith">Sure seats of the bloc with so many votes more for the list.</param>
    /// <param name="name">The list.</param>
    /// <param name="enough">Votes more that are tried at most.</param>
    public static DistrictCosts ByTrial(DistrictVotes district, Func<long, int> seatsWith, string name, long enough)
    {
        var held = seatsWith(0);
        var (costs, where) = (ImmutableArray.CreateBuilder<long>(), ImmutableArray.CreateBuilder<ImmutableArray<VotesNeeded>>());
        var most = seatsWith(enough);
        var low = 0L;
        for (var t = held + 1; t <= most; t++)
        {
            var high = enough;
            while (high - low > 1)
            {
                var middle = low + ((high - low) / 2);
                (low, high) = seatsWith(middle) >= t ? (low, middle) : (middle, high);
            }

            costs.Add(high);
            where.Add([new VotesNeeded(district.District, name, high)]);
            low = seatsWith(high) > t ? low : high - 1;
        }

        return new(district.District, held, costs.ToImmutable(), where.ToImmutable());
    }

    sealed record ListInDistrict(string Name, Candidacy First, long Votes, int Capacity);

    static List<ListInDistrict> Lists(DistrictVotes district, Func<Candidacy, bool> takesPart) =>
    [
        .. district.ListVotes.Where(v => takesPart(v.Candidacy)).GroupBy(v => v.Candidacy.Kind == CandidacyKind.Independent ? $"\0{v.Candidacy.Choice}" : v.Candidacy.ListName)
            .Select(g => new ListInDistrict(g.First().Candidacy.ListName, g.First().Candidacy, g.Sum(v => v.Votes), CapacityOf(g))),
    ];

    /// <summary>Persons can be elected once; a line without a person stands for as many as it wins.</summary>
    static int CapacityOf(IEnumerable<CandidacyVotes> lines)
    {
        var own = lines.Where(l => l.Candidacy.Kind != CandidacyKind.ListVote).ToList();
        return own.Count == 0 || own.Exists(l => l.Candidacy.Candidate.Length == 0) ? int.MaxValue : own.Count;
    }

    /// <summary>The greatest quotients, as many as there are seats.</summary>
    static List<(long Votes, Divisor Divisor)> Quotients(List<ListInDistrict> lists, DivisorRule divisors, int seats)
    {
        var all = lists.Where(l => l.Votes > 0).SelectMany(l => Enumerable.Range(0, Math.Min(seats, l.Capacity)).Select(s => (l.Votes, Divisor: divisors.At(s)))).ToList();
        all.Sort((a, b) => Divisor.CompareQuotients(b.Votes, b.Divisor, a.Votes, a.Divisor));
        return all.Count > seats ? all[..seats] : all;
    }

    static (long Cost, long[] Adds) Cheapest(List<ListInDistrict> bloc, int seats, DivisorRule divisors, (long Votes, Divisor Divisor)? bar)
    {
        var best = new long[seats + 1];
        Array.Fill(best, long.MaxValue, 1, seats);
        var choice = new int[bloc.Count][];
        for (var l = 0; l < bloc.Count; l++)
        {
            choice[l] = new int[seats + 1];
            var next = (long[])best.Clone();
            for (var own = 1; own <= Math.Min(seats, bloc[l].Capacity); own++)
            {
                var add = Add(bloc[l].Votes, divisors.At(own - 1), bar);
                for (var t = own; t <= seats && add < long.MaxValue; t++)
                {
                    if (best[t - own] < long.MaxValue && best[t - own] + add < next[t])
                    {
                        (next[t], choice[l][t]) = (best[t - own] + add, own);
                    }
                }
            }

            best = next;
        }

        var adds = new long[bloc.Count];
        for (var (l, t) = (bloc.Count - 1, seats); l >= 0 && best[seats] < long.MaxValue; l--)
        {
            adds[l] = choice[l][t] == 0 ? 0 : Add(bloc[l].Votes, divisors.At(choice[l][t] - 1), bar);
            t -= choice[l][t];
        }

        return (best[seats], adds);
    }

    /// <summary>Votes more with which a quotient is above the bar; one vote at least, where nothing bars.</summary>
    static long Add(long votes, Divisor divisor, (long Votes, Divisor Divisor)? bar)
    {
        var needed = bar is { } b ? divisor.LeastAbove(b.Votes, b.Divisor) : BigInteger.One;
        return needed > long.MaxValue / 8 ? long.MaxValue : (long)BigInteger.Max(0, needed - votes);
    }
}
