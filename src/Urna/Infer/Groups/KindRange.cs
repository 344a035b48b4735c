using Urna.Infer.Tables;
using Urna.Model;
using Urna.Numerics;
using Urna.Validate;

namespace Urna.Infer.Groups;

/// <summary>How the tables lie on which anything was learnt of a kind; of others nothing is known.</summary>
/// <remarks>
/// How far groups live apart is η² of belonging to one over units: no table of women and men whose truth is published has more than 0.8 %, none of ages more
/// than 2 %. Rows that are called so and live as far apart as parties are something else, or were never seen.
/// </remarks>
static class KindRange
{
    /// <summary>The fewest units of any table on which intervals were measured.</summary>
    public const int LeastUnits = 15;

    /// <summary>The fewest people of a row on which they were.</summary>
    public const int LeastPeople = 25;

    // A table may lie as much farther apart than any that was seen, and is still taken for one of the kind.
    const double Margin = 2;

    /// <summary>The most, in [0, 1], that the unit told of who is in a group, in any table of a kind of which it tells little.</summary>
    /// <param name="kind">The kind; what lives apart, such as parties, has no limit.</param>
    public static double MostBetween(GroupKind kind) => kind switch
    {
        GroupKind.Sex => 0.0081,
        GroupKind.Age => 0.02,
        _ => 1,
    };

    /// <summary>The least part, in [0, 1], of all groups that any had that was judged.</summary>
    static double LeastPart(GroupKind rows, GroupKind columns) => (rows, columns) switch
    {
        (GroupKind.Sex, _) => 0.083,
        (GroupKind.Age, GroupKind.Vote) => 0.072,
        (GroupKind.Race, GroupKind.Turnout) => 0.010,
        (GroupKind.Race, _) => 0.001,
        (GroupKind.Party, GroupKind.Vote) => 0.016,
        (GroupKind.Party, _) => 0.006,
        (GroupKind.Vote, _) => 0.003,
        _ => 0,
    };

    /// <summary>The most, in [0, 1], that the unit tells of who is in a group.</summary>
    /// <param name="problem">The counts.</param>
    public static double Between(TransferProblem problem)
    {
        int[] groups = [.. Enumerable.Range(0, problem.RowNames.Length).Where(g => problem.InformedRows[g] > 0 && problem.Kinds.IsGroup(problem.RowNames[g]))];
        var all = groups.Sum(g => problem.InformedRows[g]);
        var sums = new double[groups.Length];
        for (var b = 0; b < problem.Units.Length; b++)
        {
            var own = problem.RowsOf(b);
            var size = 0.0;
            foreach (var g in groups)
            {
                size += own[g];
            }

            for (var i = 0; size > 0 && problem.IsInformed(b) && i < groups.Length; i++)
            {
                var far = (own[groups[i]] / size) - (problem.InformedRows[groups[i]] / all);
                sums[i] += size * far * far;
            }
        }

        return groups.Select((g, i) => problem.InformedRows[g] / all is var part and > 0 and < 1 ? sums[i] / (all * part * (1 - part)) : 0).DefaultIfEmpty(0).Max();
    }

    /// <summary>The kinds as far as the counts bear them out: groups that live farther apart than any of their kind are of no known one.</summary>
    /// <param name="problem">The counts.</param>
    public static TransferKinds Credible(TransferProblem problem) =>
        Between(problem) > Margin * MostBetween(problem.Kinds.Rows) ? problem.Kinds with { Rows = GroupKind.Other } : problem.Kinds;

    /// <summary>Whether anything was measured on rows of so few people, of so small a part of all, in so few units.</summary>
    /// <param name="problem">The counts.</param>
    /// <param name="row">The row's index.</param>
    public static bool IsMeasured(TransferProblem problem, int row)
    {
        var kind = problem.Kinds.Of(problem.RowNames[row]);
        var isGroup = problem.Kinds.IsGroup(problem.RowNames[row]);
        var all = problem.RowNames.Select((name, g) => !isGroup || problem.Kinds.IsGroup(name) ? problem.InformedRows[g] : 0).Sum();
        var people = problem.InformedRows[row];
        return (isGroup || kind != GroupKind.Other) && problem.InformedUnits >= LeastUnits && people >= LeastPeople
            && people * Margin >= LeastPart(kind, problem.Kinds.Columns) * all;
    }

    /// <summary>What a reader must know of a table that lies beyond.</summary>
    /// <param name="problem">The counts.</param>
    public static IEnumerable<Finding> Findings(TransferProblem problem)
    {
        if (Credible(problem) != problem.Kinds)
        {
            var (kind, between, most) = (Spelling.Kebab(problem.Kinds.Rows), 100 * Between(problem), 100 * MostBetween(problem.Kinds.Rows));
            yield return Codes.Finding("V535", LocalizedText.Say(
                "v535.rows-are-not-of-that-kind", ("kind", kind), ("between", between), ("most", most)));
        }

        if (GroupModel.Learnt.WhyNone(problem.Kinds.Rows, problem.Kinds.Columns) is { } why)
        {
            yield return Codes.Finding("V527", LocalizedText.Say("v527.intervals-for-such-groups-did-not", ("why", why)));
        }

        if (problem.Kinds.Rows != GroupKind.Other && problem.InformedUnits < LeastUnits)
        {
            yield return Codes.Finding("V536", LocalizedText.Say(
                "v536.people-and-votes-intervals-were-measured", ("informedUnits", problem.InformedUnits), ("leastUnits", LeastUnits)));
        }
    }
}
