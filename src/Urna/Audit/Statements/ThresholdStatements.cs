using System.Collections.Immutable;
using System.Numerics;
using Urna.Allocate;
using Urna.Allocate.Methods;
using Urna.Allocate.Steps;
using Urna.Model;
using Urna.Numerics;

namespace Urna.Audit.Statements;

/// <summary>Which lists pass a law's thresholds as reported, and what must be true of the votes for that.</summary>
/// <param name="districts">The districts of the contest that are filled, with their lists.</param>
/// <param name="votes">The reported votes.</param>
sealed class ThresholdStatements(ImmutableArray<AuditDistrict> districts, CountedVotes votes)
{
    readonly Dictionary<(string Key, string District), ImmutableArray<BallotLine>> lines = districts
        .SelectMany(d => d.Lists.Select(l => (Id: (l.Key, d.Name), l.Holder.Lines))).ToDictionary(p => p.Id, p => p.Lines);

    readonly Dictionary<(ThresholdCondition Condition, string Key), Statement> national = [];

    readonly ImmutableArray<BallotLine> everywhere = [.. districts.SelectMany(d => d.Lines)];

    /// <summary>Whether a list takes part in a district, and the statements that say so.</summary>
    /// <param name="step">The threshold.</param>
    /// <param name="list">The list.</param>
    /// <param name="district">The district.</param>
    /// <returns>Null where the law's condition cannot be told by votes alone.</returns>
    public (bool Passes, ImmutableArray<Statement> Because)? Of(ThresholdStep step, AuditList list, AuditDistrict district)
    {
        var exempt = step.Exempt.Any(e => e == list.Holder.Name || FoldedName.Of(e) == list.Key) || (step.ExemptIndependents && list.IsIndependent);
        if (exempt)
        {
            return (true, []);
        }

        if (step.AnyOf.Any(c => c.Seats is not null))
        {
            return null;
        }

        // Any one condition is enough to pass; to fail, none may be met anywhere.
        ImmutableArray<Statement> ways = [.. step.AnyOf.SelectMany(c => Ways(c, list, district))];
        return ways.Where(w => w.Holds(votes)).ToList() is { Count: > 0 } met
            ? (true, [met.MaxBy(MajorityStatements.Tightness(votes))!])
            : (false, [.. ways.Select(w => MajorityStatements.Opposite(w))]);
    }

    IEnumerable<Statement> Ways(ThresholdCondition condition, AuditList list, AuditDistrict district) => condition.Level switch
    {
        ThresholdLevel.National => [Nationally(condition, list)],
        ThresholdLevel.District => [In(condition, list, district)],
        _ => districts.Where(d => lines.ContainsKey((list.Key, d.Name))).Select(d => In(condition, list, d)),
    };

    Statement Nationally(ThresholdCondition condition, AuditList list)
    {
        if (!national.TryGetValue((condition, list.Key), out var known))
        {
            ImmutableArray<BallotLine> own = [.. districts.SelectMany(d => lines.GetValueOrDefault((list.Key, d.Name), []))];
            known = Reached(condition, list, "*", [.. districts.SelectMany(d => d.Scope)], own, everywhere, districts.Sum(d => d.Seats), Roll(districts));
            national.Add((condition, list.Key), known);
        }

        return known;
    }

    Statement In(ThresholdCondition condition, AuditList list, AuditDistrict district) =>
        Reached(condition, list, district.Name, district.Scope, lines[(list.Key, district.Name)], district.Lines, district.Seats, Roll([district]));

    static Statement Reached(
        ThresholdCondition condition, AuditList list, string district, ImmutableArray<int> scope, ImmutableArray<BallotLine> own, ImmutableArray<BallotLine> all, int seats, long? roll)
    {
        if (condition.Votes is { } least)
        {
            return new(AssertionKind.Threshold, list.Holder.Name, "", district) { Scope = scope, Lines = [new(own, 1)], Least = least, Inclusive = true };
        }

        var (share, of) = condition.Quotas is { } quotas
            ? (new Proportion(quotas.Numerator, quotas.Denominator * Math.Max(1, seats)), VoteBase.Valid)
            : (condition.Shares.Where(s => s.Key <= list.Parties).Select(s => s.Value).DefaultIfEmpty(condition.Shares.First().Value).Last(), condition.Of);
        var sharing = new AuditSharing(district, scope, [], all, false, seats) { Whole = (seats, all), Votes = null! };
        return MajorityStatements.OfBase(list.Holder with { Lines = own }, share, of, sharing, reached: true, condition.Inclusive, roll, AssertionKind.Threshold);
    }

    static long? Roll(ImmutableArray<AuditDistrict> of) => of.Aggregate((long?)0, (sum, d) => sum + d.Registered);
}
