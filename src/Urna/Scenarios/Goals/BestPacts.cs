using System.Collections.Immutable;
using Urna.Allocate.Laws;
using Urna.Allocate.Methods;
using Urna.Allocate.Steps;
using Urna.Allocate.Votes;
using Urna.Model;
using Urna.Power;
using Urna.Scenarios.Changes;

namespace Urna.Scenarios.Goals;

/// <summary>The pacts in which some parties, or one of them, have most seats, over all ways to form them.</summary>
/// <remarks>
/// Every partition is looked at, by restricted growth strings. Each district is filled among lists, and where one party's seats are asked for among the parties
/// of its pact, under highest averages. Of equally good ways the one with fewest parties in pacts comes first, then the earlier.
/// </remarks>
static class BestPacts
{
    /// <summary>The most parties: 115,975 ways.</summary>
    public const int Most = 10;

    sealed record District(int Seats, long[] Votes, int[] Capacities, long[] OtherVotes, int[] OtherCapacities, DivisorRule Divisors, DivisorRule? Within);

    /// <summary>The best pacts; null where the law does not share seats among lists by highest averages.</summary>
    public static Found? Of(CountedContest contest, Goal.Pacts goal)
    {
        var names = BallotNames.Of(contest.Votes);
        ImmutableArray<string> parties = [.. goal.Bloc.Select(b => names.Party(b) ?? names.List(b)!)];
        var of = goal.For is { } one ? parties.ToList().FindIndex(p => FoldedName.Of(p) == FoldedName.Of(names.Party(one) ?? names.List(one) ?? one)) : -1;
        var districts = contest.Votes.Districts.Select(d => Laid(contest.Rule, d, parties)).ToList();
        if (districts.Any(d => d is null) || (of >= 0 && districts.Any(d => d!.Within is null)))
        {
            return null;
        }

        var ways = Partitions(parties.Length);
        var seats = new int[ways.Count];
        Parallel.For(0, (ways.Count + 255) / 256, block =>
        {
            for (var w = block * 256; w < Math.Min(ways.Count, (block + 1) * 256); w++)
            {
                foreach (var d in districts)
                {
                    seats[w] += Seats(d!, ways[w], of);
                }
            }
        });
        var best = Enumerable.Range(0, ways.Count).OrderByDescending(w => seats[w]).ThenBy(w => InPacts(ways[w])).ThenBy(w => w).First();
        ImmutableArray<ImmutableArray<string>> pacts = [.. parties.Index().GroupBy(p => ways[best][p.Index]).OrderBy(g => g.Key).Select(g => g.Select(p => p.Item).ToImmutableArray())];
        var apart = ways.Count - 1;
        return new(goal, null, [], null, true) { Pacts = pacts, Partitions = ways.Count, Target = seats[best], Held = seats[apart] };
    }

    static int InPacts(byte[] way) => way.CountBy(p => p).Where(p => p.Value > 1).Sum(p => p.Value);

    static District? Laid(ElectoralRule rule, DistrictVotes d, ImmutableArray<string> parties)
    {
        if (rule.Steps.Any(s => s is ContestStep) || rule.StepsFor(d.District) is not [HighestAveragesStep { Minimum: 0, Exhausted: Exhaustion.NextQuotients, Holders: Holder.List } first, .. var rest])
        {
            return null;
        }

        var keys = parties.Select((p, i) => (Key: FoldedName.Of(p), i)).ToDictionary(p => p.Key, p => p.i);
        var (votes, persons) = (new long[parties.Length], new int[parties.Length]);
        var others = new Dictionary<string, (long Votes, int Persons)>();
        foreach (var v in d.Votes)
        {
            var c = v.Candidacy;
            var isList = keys.TryGetValue(FoldedName.Of(c.ListName), out var at);
            var person = c.Kind == CandidacyKind.ListVote ? 0 : c.Candidate.Length == 0 ? d.Seats : 1;
            if (isList || (c.Kind != CandidacyKind.Independent && keys.TryGetValue(FoldedName.Of(c.Party), out at)))
            {
                (votes[at], persons[at]) = (votes[at] + v.Votes, Math.Min(d.Seats, persons[at] + person));
            }
            else
            {
                var key = c.Kind == CandidacyKind.Independent ? $"\0{c.Choice}" : c.ListName;
                var sum = others.GetValueOrDefault(key);
                others[key] = (sum.Votes + v.Votes, Math.Min(d.Seats, sum.Persons + person));
            }
        }

        var within = rest is [HighestAveragesStep { Holders: Holder.Party, Exhausted: Exhaustion.NextQuotients } second, ..] ? second.Divisors : null;
        return new(d.Seats, votes, persons, [.. others.Values.Select(o => o.Votes)], [.. others.Values.Select(o => o.Persons)], first.Divisors, within);
    }

    static int Seats(District d, byte[] way, int of)
    {
        var pacts = way.Max() + 1;
        var n = pacts + d.OtherVotes.Length;
        Span<long> votes = stackalloc long[n];
        Span<int> capacities = stackalloc int[n];
        Span<int> held = stackalloc int[n];
        Span<bool> tied = stackalloc bool[n];
        votes.Clear();
        capacities.Clear();
        held.Clear();
        for (var p = 0; p < way.Length; p++)
        {
            votes[way[p]] += d.Votes[p];
            capacities[way[p]] += d.Capacities[p];
        }

        d.OtherVotes.CopyTo(votes[pacts..]);
        d.OtherCapacities.CopyTo(capacities[pacts..]);
        HighestAverages.Share(votes, capacities, d.Seats, d.Divisors, held, tied);
        if (of < 0)
        {
            var sum = 0;
            for (var p = 0; p < pacts; p++)
            {
                sum += held[p];
            }

            return sum;
        }

        var own = way[of];
        return held[own] == 0 ? 0 : Within(d, way, own, of, held[own]);
    }

    static int Within(District d, byte[] way, byte own, int of, int seats)
    {
        Span<long> votes = stackalloc long[way.Length];
        Span<int> capacities = stackalloc int[way.Length];
        Span<int> held = stackalloc int[way.Length];
        Span<bool> tied = stackalloc bool[way.Length];
        held.Clear();
        for (var p = 0; p < way.Length; p++)
        {
            (votes[p], capacities[p]) = way[p] == own ? (d.Votes[p], d.Capacities[p]) : (0, 0);
        }

        HighestAverages.Share(votes, capacities, seats, d.Within!, held, tied);
        return held[of];
    }

    /// <summary>All partitions of so many things: the block of each, blocks in the order in which they first come; all apart comes last.</summary>
    static List<byte[]> Partitions(int things)
    {
        var ways = new List<byte[]>();
        Extend(new byte[things], 0, 0);
        return ways;

        void Extend(byte[] way, int at, int blocks)
        {
            if (at == things)
            {
                ways.Add((byte[])way.Clone());
                return;
            }

            for (var b = 0; b <= blocks; b++)
            {
                way[at] = (byte)b;
                Extend(way, at + 1, Math.Max(blocks, b + 1));
            }
        }
    }
}
