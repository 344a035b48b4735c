using System.Collections.Immutable;
using Urna.Infer;
using Urna.Model;

namespace Urna.Audit.Forensics;

/// <summary>The units of a contest of an election, as tests look at them.</summary>
public static class ForensicInput
{
    const int Neighbours = 20;

    /// <summary>The units of a contest, with what else the election says of them.</summary>
    /// <param name="contest">The contest.</param>
    /// <param name="election">Its election.</param>
    /// <param name="flow">The moves of voters to it from an earlier contest; null where none are estimated.</param>
    /// <param name="arrival">When units came in, as any number that grows; empty where that is not known.</param>
    public static ForensicCount Of(Contest contest, Election election, ContestFlow? flow, IReadOnlyDictionary<string, double> arrival)
    {
        ArgumentNullException.ThrowIfNull(contest);
        ArgumentNullException.ThrowIfNull(election);
        ArgumentNullException.ThrowIfNull(arrival);
        var (ballots, groupOf) = (new Ballots(contest, election.Places), GroupsOf(contest, election.Places));
        var beside = Beside(contest, election);
        var ranks = arrival.Values.Order().Distinct().Index().ToDictionary(r => r.Item, r => r.Index);
        var count = ForensicCount.Of(contest.Returns.Select(unit =>
        {
            var counts = UnitCounts.Of(unit, contest.Balance, ballots.AreCompleteIn(unit));
            var votes = new long[contest.Candidacies.Length];
            foreach (var entry in unit.Votes)
            {
                votes[entry.Choice] = entry.Votes;
            }

            return new ForensicUnit(unit.Place, groupOf(unit.Place), counts.Registered ?? 0, counts.Cast ?? (votes.Sum() + (counts.Blank ?? 0) + (counts.Null ?? 0)), [.. votes])
            {
                CastElsewhere = beside.TryGetValue(unit.Place, out var cast) ? cast : null,
                Arrival = arrival.TryGetValue(unit.Place, out var time) ? (double)ranks[time] / Math.Max(1, ranks.Count - 1) : null,
            };
        }));
        return flow is null || count.Units.IsEmpty ? count : WithExpected(count, contest, flow);
    }

    /// <summary>The groups of neighbours: the nearest place above a unit that has twenty units or more.</summary>
    static Func<string, int> GroupsOf(Contest contest, PlaceTree places)
    {
        var below = new Dictionary<string, int>();
        foreach (var unit in contest.Returns)
        {
            foreach (var place in places.Line(unit.Place).Skip(1))
            {
                below[place.Id] = below.GetValueOrDefault(place.Id) + 1;
            }
        }

        var numbers = new Dictionary<string, int>();
        return unit =>
        {
            var group = places.Line(unit).Skip(1).FirstOrDefault(p => below[p.Id] >= Neighbours)?.Id ?? places.Root.Id;
            return numbers.TryGetValue(group, out var number) ? number : numbers[group] = numbers.Count;
        };
    }

    /// <summary>Votes cast in the same units for another contest of the day: the one that shares most units.</summary>
    static Dictionary<string, long> Beside(Contest contest, Election election)
    {
        var own = contest.Returns.Select(u => u.Place).ToHashSet();
        return election.Contests.Where(c => c.Id != contest.Id && c.Date == contest.Date && c.Kind != ContestKind.Voters)
            .Select(c =>
            {
                var ballots = new Ballots(c, election.Places);
                return c.Returns.Where(u => own.Contains(u.Place)).Select(u => (u.Place, UnitCounts.Of(u, c.Balance, ballots.AreCompleteIn(u)).Cast)).Where(u => u.Cast is not null).ToDictionary(u => u.Place, u => u.Cast!.Value);
            })
            .MaxBy(d => d.Count) ?? [];
    }

    static ForensicCount WithExpected(ForensicCount count, Contest contest, ContestFlow flow)
    {
        var (problem, estimate) = (flow.Transfer.Problem, flow.Inference.Estimate);
        var column = problem.ColumnNames.IndexOf(contest.Candidacies[count.Leader].Choice);
        if (column < 0)
        {
            return count;
        }

        var expected = new Dictionary<string, double>();
        for (var unit = 0; unit < problem.Units.Length; unit++)
        {
            var rows = problem.RowsOf(unit);
            var sum = 0.0;
            for (var row = 0; row < rows.Length; row++)
            {
                sum += rows[row] * estimate.Shares[(row * problem.ColumnNames.Length) + column];
            }

            expected[problem.Units[unit]] = sum;
        }

        return count with { Units = [.. count.Units.Select(u => expected.TryGetValue(u.Place, out var e) ? u with { LeaderExpected = e } : u)] };
    }
}
