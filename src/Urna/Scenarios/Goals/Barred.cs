using System.Collections.Immutable;
using Urna.Allocate.Laws;
using Urna.Allocate.Methods;
using Urna.Allocate.Steps;
using Urna.Allocate.Votes;
using Urna.Model;
using Urna.Scenarios.Changes;

namespace Urna.Scenarios.Goals;

/// <summary>What a national threshold does to a search for votes.</summary>
/// <param name="Rule">The law without it.</param>
/// <param name="TakesPart">Who takes part: who passes, and the lists that are to gain.</param>
/// <param name="MustPass">Votes more that the lists need so that each of them passes, ≥ 0.</param>
/// <param name="Threshold">The threshold; null without one.</param>
/// <param name="List">The list that must pass; null for several, or none.</param>
sealed record Barred(ElectoralRule Rule, Func<Candidacy, bool> TakesPart, long MustPass, ThresholdStep? Threshold, string? List)
{
    /// <summary>Whether the law bars nobody.</summary>
    public bool IsIdle => Threshold is null;

    /// <summary>The law without its threshold; null where its thresholds are of another kind than one national share or number of votes.</summary>
    public static Barred? Of(CountedContest contest, Func<Candidacy, bool> isOfBloc)
    {
        var steps = contest.Rule.Steps.OfType<ThresholdStep>().ToList();
        if (steps.Count == 0)
        {
            return new(contest.Rule, _ => true, 0, null, null);
        }

        if (steps is not [{ Holders: Holder.List, AnyOf: [{ Level: ThresholdLevel.National, Of: VoteBase.Valid, Quotas: null, Seats: null, Shares.Count: 1 } condition], Exempt.IsEmpty: true, Districts.IsEmpty: true } step]
            || condition.Shares.First() is not { Key: 1, Value: var share } || condition.Votes is not null)
        {
            return null;
        }

        var lines = contest.Votes.Districts.SelectMany(d => d.Votes).ToList();
        var all = lines.Sum(v => v.Votes);
        var byList = lines.GroupBy(Key).ToDictionary(g => g.Key, g => (Votes: g.Sum(v => v.Votes), g.First().Candidacy));
        bool Passes(string key) => (step.ExemptIndependents && byList[key].Candidacy.Kind == CandidacyKind.Independent) || share.IsReachedBy(byList[key].Votes, all, condition.Inclusive);
        var failing = byList.Where(l => !Passes(l.Key)).Select(l => l.Key).ToHashSet();
        var own = byList.Where(l => isOfBloc(l.Value.Candidacy)).ToList();
        if (own.Count > 1 && own.Exists(l => failing.Contains(l.Key)))
        {
            return null;
        }

        // v + x ≥ p (V + x), or above it.
        var must = own is [var one] && failing.Contains(one.Key) ? LeastVotes.Where(x => share.IsReachedBy(one.Value.Votes + x, all + x, condition.Inclusive), all * 1_000) : 0;
        if (share.Numerator == share.Denominator)
        {
            return null;
        }

        var rule = contest.Rule with { Steps = contest.Rule.Steps.Remove(step) };
        return new(rule, c => isOfBloc(c) || !failing.Contains(Key(c)), must, step, own.Count == 1 ? own[0].Value.Candidacy.ListName : null);
    }

    /// <summary>What was found without the threshold, with what passing it takes; proved where no other list falls by it.</summary>
    public Found Settle(Found found, ContestVotes votes, List<DistrictCosts> costs)
    {
        if (Threshold is null || found.Votes is not { } least)
        {
            return found;
        }

        var total = Math.Max(least, MustPass);
        var where = found.Where;
        if (total > least && List is { } list && votes.Districts.FirstOrDefault(d => d.Votes.Any(v => v.Candidacy.ListName == list)) is { } home)
        {
            // Any place will do for the votes that only the threshold asks for: more votes never cost the list a seat.
            var at = where.FirstOrDefault(w => w.List == list)?.District ?? home.District;
            var already = where.Where(w => w.District == at && w.List == list).Sum(w => w.Add);
            where = [.. where.Where(w => w.District != at || w.List != list), new VotesNeeded(at, list, already + total - least)];
        }

        var condition = Threshold.AnyOf[0];
        var share = condition.Shares.First().Value;
        var all = votes.Districts.Sum(d => d.Votes.Sum(v => v.Votes));
        var others = votes.Districts.SelectMany(d => d.Votes).GroupBy(Key).Select(g => g.Sum(v => v.Votes));
        var isSame = others.All(v => share.IsReachedBy(v, all, condition.Inclusive) == share.IsReachedBy(v, all + total, condition.Inclusive));
        return found with { Votes = total, Where = where, IsOptimal = found.IsOptimal && isSame, Lower = found.IsOptimal && isSame ? null : Math.Max(0, MustPass - 1) };
    }

    static string Key(CandidacyVotes v) => Key(v.Candidacy);

    static string Key(Candidacy c) => c.Kind == CandidacyKind.Independent ? $"\0{c.Choice}" : FoldedName.Of(c.ListName);
}
