using System.Collections.Immutable;
using Urna.Allocate;
using Urna.Allocate.Account;
using Urna.Allocate.Filling;
using Urna.Allocate.Laws;
using Urna.Allocate.Steps;
using Urna.Allocate.Votes;
using Urna.Model;

namespace Urna.Audit.Statements;

/// <summary>Puts a contest's outcome into statements about its votes that make sure of it.</summary>
/// <remarks>Where every statement is true of the ballots, the law gives the reported outcome. The reverse need not be so: an audit may go on though the outcome is right.</remarks>
public static class ContestStatements
{
    /// <summary>The statements of a contest, or why there are none.</summary>
    /// <param name="rule">The law.</param>
    /// <param name="votes">The votes.</param>
    /// <param name="allocation">Its outcome under the law from those votes.</param>
    /// <param name="votesPerBallot">Votes that a ballot may give, ≥ 1.</param>
    public static StatementSet Of(ElectoralRule rule, ContestVotes votes, ContestAllocation allocation, int votesPerBallot = 1)
    {
        var counted = CountedVotes.Of(votes);
        if (Refusals(rule, votes, allocation, votesPerBallot).ToList() is { Count: > 0 } refusals)
        {
            return StatementSet.Refused(refusals);
        }

        var parts = ContestLayout.Tiers(votes.Districts) is var isTier && votes.Districts.Any(isTier)
            ? [WholeTerritory.Of(rule, votes, allocation, counted)]
            : OfDistricts(rule, votes, allocation, counted).ToList();
        ImmutableArray<LocalizedText> open = [.. parts.SelectMany(p => p.Refusals).Distinct()];
        ImmutableArray<Statement> all = [.. parts.SelectMany(p => p.Statements).DistinctBy(s => (s.Kind, s.Winner, s.Loser, s.District, s.Inclusive, Key(s)))];
        return !open.IsEmpty ? StatementSet.Refused(open)
            : all.Any(s => !s.Holds(counted)) ? StatementSet.Refused(RefusalWords.NotSo)
            : new(all, []);
    }

    // Two persons of one name are two: their lines tell them apart.
    static string Key(Statement s) => string.Join(';', s.Lines.Where(l => l.Lines.Length > 0).Select(l => $"{l.Lines[0]}{l.Weight}"));

    static IEnumerable<LocalizedText> Refusals(ElectoralRule rule, ContestVotes votes, ContestAllocation allocation, int votesPerBallot)
    {
        foreach (var step in rule.Steps.Where(s => s is ContestStep and not ThresholdStep or BiproportionalStep or ParityStep or NationalParityStep or AlternateParityStep or BallotStep))
        {
            if (step.Districts.IsEmpty || votes.Districts.Any(d => rule.StepsFor(d.District).Contains(step)))
            {
                yield return RefusalWords.Of(step);
            }
        }

        if (rule.Steps.Any(s => s is ThresholdStep { Holders: Holder.Party }))
        {
            yield return RefusalWords.PartyThreshold;
        }

        if (votes.Districts.Any(d => d.HasBothVotes))
        {
            yield return RefusalWords.TwoVotes;
        }

        var isTier = ContestLayout.Tiers(votes.Districts);
        if (votes.Districts.Any(isTier) && (votes.Districts.Count(isTier) > 1 || votes.Districts.Any(d => !isTier(d) && d.Seats > 0)))
        {
            yield return RefusalWords.Tiers;
        }

        if (votesPerBallot > 1 && rule.Steps.Any(s => s is not (MostVotesStep { Holders: Holder.Candidate } or RuleStep and not SharingStep)))
        {
            yield return RefusalWords.SeveralVotes;
        }

        foreach (var word in allocation.Outcome switch
        {
            Outcome.Tie => [RefusalWords.Tie],
            Outcome.NoVotes => [RefusalWords.NoVotes],
            Outcome.Incomplete incomplete => incomplete.Missing.SelectMany(m => m.Needed),
            Outcome.Refused => [RefusalWords.NotSo],
            _ => Array.Empty<LocalizedText>(),
        })
        {
            yield return word;
        }
    }

    static IEnumerable<StatementSet> OfDistricts(ElectoralRule rule, ContestVotes votes, ContestAllocation allocation, CountedVotes counted)
    {
        var parties = Parties(votes);
        ImmutableArray<AuditDistrict> districts = [.. votes.Districts.Select((d, i) => AuditDistrict.Of(i, d, allocation.Districts.First(a => a.District == d.District), k => parties.GetValueOrDefault(k, 1)))];
        var thresholds = new ThresholdStatements(districts, counted);
        for (var i = 0; i < districts.Length; i++)
        {
            yield return DistrictStatements.Of(rule, votes.Districts[i], districts[i], allocation.Districts.First(a => a.District == districts[i].Name), thresholds, counted);
        }
    }

    /// <summary>How many parties each list joins, over all districts.</summary>
    internal static Dictionary<string, int> Parties(ContestVotes votes) => votes.Districts.SelectMany(d => d.Votes).GroupBy(v => AuditDistrict.KeyOf(v.Candidacy)).ToDictionary(
        g => g.Key, g => Math.Max(1, Math.Max(g.Max(v => v.Candidacy.Members ?? 0), g.Select(v => v.Candidacy.Party).Where(p => p.Length > 0).Distinct().Count())));
}
