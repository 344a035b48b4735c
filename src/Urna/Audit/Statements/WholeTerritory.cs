using System.Collections.Immutable;
using Urna.Allocate;
using Urna.Allocate.Account;
using Urna.Allocate.Filling;
using Urna.Allocate.Laws;
using Urna.Allocate.Steps;
using Urna.Allocate.Votes;
using Urna.Model;

namespace Urna.Audit.Statements;

/// <summary>Statements about list seats of the whole territory, whose votes are counted in districts without seats of their own.</summary>
static class WholeTerritory
{
    /// <summary>What must be true of the votes of all districts together.</summary>
    public static StatementSet Of(ElectoralRule rule, ContestVotes votes, ContestAllocation allocation, CountedVotes counted)
    {
        var isTier = ContestLayout.Tiers(votes.Districts);
        var tier = votes.Districts.Index().Single(d => isTier(d.Item));
        var steps = rule.StepsFor(tier.Item.District).OfType<SharingStep>().ToList();
        var filled = allocation.Districts.First(a => a.District == tier.Item.District);
        if (!tier.Item.Votes.IsEmpty)
        {
            // A tier with votes of its own is a district like any other.
            var own = AuditDistrict.Of(tier.Index, tier.Item, filled, k => ContestStatements.Parties(votes).GetValueOrDefault(k, 1));
            return DistrictStatements.Of(rule, tier.Item, own, filled, new ThresholdStatements([own], counted), counted);
        }

        if (steps is not [{ Holders: Holder.List } step])
        {
            return StatementSet.Refused(RefusalWords.Tiers);
        }

        var parties = ContestStatements.Parties(votes);
        ImmutableArray<int> scope = [.. votes.Districts.Index().Where(d => d.Index != tier.Index).Select(d => d.Index)];
        ImmutableArray<AuditList> lists =
        [
            .. scope.SelectMany(d => votes.Districts[d].Votes.Select((v, l) => (Line: new BallotLine(d, l), v.Candidacy))).Where(l => l.Candidacy.Kind != CandidacyKind.Independent)
                .GroupBy(l => AuditDistrict.KeyOf(l.Candidacy)).Select(g => new AuditList(
                    g.Key,
                    new AuditHolder(g.First().Candidacy.ListName, [.. g.Select(l => l.Line)], int.MaxValue, filled.Elected.Count(s => s.Candidacy.ListKey == g.Key || s.Candidacy.ListName == g.First().Candidacy.ListName), 0),
                    false,
                    parties.GetValueOrDefault(g.Key, 1))),
        ];
        ImmutableArray<BallotLine> lines = [.. scope.SelectMany(d => Enumerable.Range(0, votes.Districts[d].Votes.Length).Select(l => new BallotLine(d, l)))];
        var roll = scope.Aggregate((long?)0, (sum, d) => sum + votes.Districts[d].Registered);
        var whole = new AuditDistrict(tier.Item.District, scope, filled.Seats, lists, lines, roll);
        return Shared(rule, step, whole, counted);
    }

    static StatementSet Shared(ElectoralRule rule, SharingStep step, AuditDistrict whole, CountedVotes counted)
    {
        var thresholds = new ThresholdStatements([whole], counted);
        var statements = new List<Statement>();
        var barred = new HashSet<AuditList>();
        foreach (var threshold in rule.Steps.OfType<ThresholdStep>())
        {
            if (threshold.AnyOf.Any(c => c.Level != ThresholdLevel.National))
            {
                return StatementSet.Refused(RefusalWords.Tiers);
            }

            foreach (var list in whole.Lists)
            {
                if (thresholds.Of(threshold, list, whole) is not { } passed)
                {
                    return StatementSet.Refused(RefusalWords.Seats);
                }

                statements.AddRange(passed.Because);
                if (!passed.Passes)
                {
                    barred.Add(list);
                }
            }
        }

        var sharing = new AuditSharing(whole.Name, whole.Scope, [.. whole.Lists.Where(l => !barred.Contains(l)).Select(l => l.Holder)], whole.Lines, false, whole.Seats) { Whole = (whole.Seats, whole.Lines), Votes = counted };
        var shared = SharingStatements.Of(step, sharing);
        return shared.IsComplete ? new([.. statements, .. shared.Statements], []) : shared;
    }
}
