using System.Collections.Immutable;
using Urna.Audit.Statements;
using Urna.Numerics;

namespace Urna.Audit.Plans;

/// <summary>What follows from a sample.</summary>
public enum AuditDecision
{
    /// <summary>Every statement is confirmed: the audit stops.</summary>
    Stop,

    /// <summary>More must be drawn.</summary>
    GoOn,

    /// <summary>All must be counted by hand, and that count stands.</summary>
    CountAll,
}

/// <summary>What a sample says of a group of statements.</summary>
/// <param name="Plan">The group with its draws.</param>
/// <param name="P">The risk that is left of each statement, in [0, 1].</param>
/// <param name="Missing">Draws without a sheet; they count against.</param>
/// <param name="Read">Ballots or boxes with a sheet.</param>
/// <param name="Decision">What follows.</param>
/// <param name="NextRound">Draws in all after a next round, if it goes on as it did; null where the audit stops.</param>
public sealed record AssessedGroup(PlannedGroup Plan, ImmutableArray<double> P, int Missing, int Read, AuditDecision Decision, long? NextRound)
{
    /// <summary>The boxes or ballots whose sheets differ from the count, by how much of the tightest statement's votes; most first.</summary>
    public ImmutableArray<(string Id, double Votes)> Errors { get; init; } = [];
}

/// <summary>Holds sheets against a plan.</summary>
public static class Assessment
{
    /// <summary>What the sheets say of each group of a plan.</summary>
    /// <param name="plan">The plan, with its draws.</param>
    /// <param name="sheets">What was read or counted, by id.</param>
    /// <param name="records">What the machine made of ballots, by id; empty but for ballot comparison.</param>
    public static ImmutableArray<AssessedGroup> Of(AuditPlan plan, IReadOnlyDictionary<string, AuditSheet> sheets, IReadOnlyDictionary<string, AuditSheet> records) =>
        [.. plan.Groups.Select(g => Of(plan.Settings, g, sheets, records))];

    /// <summary>What follows for all groups together.</summary>
    /// <param name="groups">The groups.</param>
    public static AuditDecision Decide(ImmutableArray<AssessedGroup> groups) =>
        groups.All(g => g.Decision == AuditDecision.Stop) ? AuditDecision.Stop
        : groups.Any(g => g.Decision == AuditDecision.CountAll) ? AuditDecision.CountAll
        : AuditDecision.GoOn;

    static AssessedGroup Of(AuditSettings settings, PlannedGroup plan, IReadOnlyDictionary<string, AuditSheet> sheets, IReadOnlyDictionary<string, AuditSheet> records)
    {
        ImmutableArray<AuditDraw> draws = plan.Draws;
        var drawn = draws.Select(d => d.Id).ToHashSet(StringComparer.Ordinal);
        var missing = draws.Count(d => !sheets.ContainsKey(d.Id));
        var read = draws.DistinctBy(d => d.Id).Count(d => sheets.ContainsKey(d.Id));
        if (FullCount(plan, settings.Method, sheets) is { } counted)
        {
            ImmutableArray<double> sure = [.. plan.Group.Statements.Select(s => s.Statement.Holds(counted) ? 0.0 : 1.0)];
            return new(plan, sure, missing, read, sure.All(p => p == 0) ? AuditDecision.Stop : AuditDecision.CountAll, null);
        }

        var steps = Steps(settings.Method, plan, sheets, records);
        ImmutableArray<double> p = [.. steps.Select(s => Math.Min(1, Math.Exp(-s)))];
        var stops = draws.Length > 0 && p.All(v => v <= settings.Risk);
        var all = settings.Method == AuditMethod.BatchComparison ? int.MaxValue : plan.Group.Ballots;
        var next = stops ? (long?)null : Next(settings, plan, steps.Min(), missing, all, settings.Method == AuditMethod.BallotComparison ? MisreadOf(plan, sheets, records) : null);
        var decision = stops ? AuditDecision.Stop : next >= all || (missing == 0 && p.Any(v => v == 1) && draws.Length > 0 && steps.Any(double.IsNegativeInfinity)) ? AuditDecision.CountAll : AuditDecision.GoOn;
        return new(plan, p, missing, read, decision, decision == AuditDecision.GoOn ? next : null) { Errors = [.. ErrorsOf(settings.Method, plan, sheets, records, drawn).OrderByDescending(e => Math.Abs(e.Votes)).ThenBy(e => e.Id, StringComparer.Ordinal)] };
    }

    /// <summary>The evidence for each statement, as a logarithm: the sum over all draws.</summary>
    internal static ImmutableArray<double> Evidence(AuditSettings settings, PlannedGroup plan, IReadOnlyDictionary<string, AuditSheet> sheets, IReadOnlyDictionary<string, AuditSheet> records) => Steps(settings.Method, plan, sheets, records);

    static ImmutableArray<double> Steps(AuditMethod method, PlannedGroup plan, IReadOnlyDictionary<string, AuditSheet> sheets, IReadOnlyDictionary<string, AuditSheet> records)
    {
        var group = plan.Group;
        var sums = new double[group.Statements.Length];
        var bets = method == AuditMethod.BallotPolling ? group.Statements.Select(s => PollingBet.Of(s, group.Votes)).ToArray() : [];
        var known = new Dictionary<string, ImmutableArray<double>>(StringComparer.Ordinal);
        foreach (var draw in plan.Draws)
        {
            if (!known.TryGetValue(draw.Id, out var step))
            {
                var sheet = sheets.GetValueOrDefault(draw.Id);
                step = method switch
                {
                    AuditMethod.BallotPolling => [.. group.Statements.Select((s, i) => bets[i].Step(sheet is null ? 0 : s.Statement.Assorted(sheet.Weigh(s.Statement), group.Ballots).Value))],
                    AuditMethod.BallotComparison => [.. group.Statements.Select(s => ComparisonTest.Step(s.Assertion, group.IsOfPluralities, Overstated(s, group, sheet, records.GetValueOrDefault(draw.Id))))],
                    _ => [.. plan.Bounds!.Taints(draw.Id, sheet is null ? null : (sheet.Lines, sheet.Blank, sheet.Null)).Select(t => plan.Bounds.CleanStep + Math.Log(Math.Max(0, 1 - t)))],
                };
                known.Add(draw.Id, step);
            }

            for (var i = 0; i < sums.Length; i++)
            {
                sums[i] += step[i];
            }
        }

        return [.. sums];
    }

    /// <summary>By how many votes a ballot was reported too favourably, of 2 at most: what is missing is taken at its worst.</summary>
    static double Overstated(AuditedStatement audited, AuditGroup group, AuditSheet? sheet, AuditSheet? record)
    {
        var upper = audited.Assertion.Upper;
        Fraction Of(AuditSheet s) => audited.Statement.Assorted(s.Weigh(audited.Statement), group.Ballots);
        var reported = record is null ? upper : Of(record);
        var found = sheet is null ? Fraction.Zero : Of(sheet);
        return ((reported - found) * 2 / upper).Value;
    }

    /// <summary>How many draws were misread, by the votes of the tightest statement.</summary>
    static Misread MisreadOf(PlannedGroup plan, IReadOnlyDictionary<string, AuditSheet> sheets, IReadOnlyDictionary<string, AuditSheet> records)
    {
        var by = plan.Draws.Select(d => Overstated(plan.Group.Tightest, plan.Group, sheets.GetValueOrDefault(d.Id), records.GetValueOrDefault(d.Id))).ToList();
        return new(by.Count(v => v is > 0 and <= 1), by.Count(v => v > 1), by.Count(v => v is < 0 and >= -1), by.Count(v => v < -1));
    }

    static IEnumerable<(string Id, double Votes)> ErrorsOf(
        AuditMethod method, PlannedGroup plan, IReadOnlyDictionary<string, AuditSheet> sheets, IReadOnlyDictionary<string, AuditSheet> records, HashSet<string> drawn) => method switch
        {
            AuditMethod.BallotPolling => [],
            AuditMethod.BallotComparison => drawn.Where(sheets.ContainsKey).Select(id => (id, plan.Group.Statements.Max(s => Overstated(s, plan.Group, sheets[id], records.GetValueOrDefault(id))))).Where(e => e.Item2 != 0),
            _ => drawn.Where(sheets.ContainsKey).Select(id => (id, plan.Group.Statements.Max(s => (plan.Bounds!.Find(id)!.Weigh(s.Statement) - sheets[id].Weigh(s.Statement)).Value))).Where(e => e.Item2 != 0),
        };

    /// <summary>The votes of a full count by hand; null where a ballot or box has no sheet.</summary>
    static CountedVotes? FullCount(PlannedGroup plan, AuditMethod method, IReadOnlyDictionary<string, AuditSheet> sheets)
    {
        var names = method == AuditMethod.BatchComparison ? plan.Boxes.Length : plan.Group.Ballots;
        if (plan.Boxes.IsEmpty || sheets.Count < names)
        {
            return null;
        }

        var ids = method == AuditMethod.BatchComparison ? plan.Boxes.Select(b => b.Id)
            : plan.Boxes.SelectMany(b => Enumerable.Range(1, (int)b.Ballots).Select(n => AuditSample.BallotName(b.Id, b.Ballots, n)));
        var found = ids.Select(sheets.GetValueOrDefault).ToList();
        if (found.Contains(null))
        {
            return null;
        }

        return plan.Group.Votes with
        {
            Districts =
            [
                .. plan.Group.Votes.Districts.Select((d, i) => plan.Group.Scope.Contains(i)
                    ? new CountedDistrict(d.District, [.. d.Lines.Select((_, l) => found.Sum(s => s!.District == i ? s.Lines[l] : 0))], found.Sum(s => s!.District == i ? s.Blank : 0), found.Sum(s => s!.District == i ? s.Null : 0), d.Ballots)
                    : d),
            ],
        };
    }

    /// <summary>Draws in all after a next round.</summary>
    static long Next(AuditSettings settings, PlannedGroup plan, double evidence, int missing, long all, Misread? misread)
    {
        var drawn = plan.Draws.Length;
        if (drawn == 0 || missing > 0)
        {
            return Math.Max(drawn, plan.Size.FirstRound);
        }

        if (double.IsNegativeInfinity(evidence))
        {
            return all;
        }

        var needed = -Math.Log(settings.Risk) - evidence;
        var step = settings.Method switch
        {
            AuditMethod.BatchComparison => plan.Bounds!.CleanStep,
            AuditMethod.BallotComparison => GroupSize.WalkOf(plan.Group, ErrorRates.None).Clean,
            _ => -Math.Log(settings.Risk) / Math.Max(1, plan.Size.Q90),
        };

        if (settings.Method == AuditMethod.BallotComparison && plan.Group.IsOfPluralities && misread is { } counts)
        {
            return Math.Max(drawn + 1, BallotComparison.NextRound(plan.Group.Tightest.Assertion.Margin.Value, settings.Risk, all, drawn, counts));
        }

        // As much again as came up against it so far may come up in what is drawn.
        var against = Math.Max(0, (step * drawn) - evidence) / drawn;
        var pace = settings.Method == AuditMethod.BallotPolling ? step : step - against;
        return pace <= 0 ? all : Math.Min(all, drawn + (long)Math.Ceiling(needed / pace) + 1);
    }
}
