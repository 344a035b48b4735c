using System.Collections.Immutable;
using Urna.Allocate.Laws;
using Urna.Allocate.Methods;
using Urna.Allocate.Steps;
using Urna.Allocate.Votes;
using Urna.Model;

namespace Urna.Allocate.Filling;

/// <summary>A district or tier before its seats are filled.</summary>
/// <param name="Votes">Its votes; those of a tier without its own are the sums of its districts'.</param>
/// <param name="Sharing">The steps that share its seats, each those of the one before.</param>
/// <param name="HasOwnVotes">Whether the votes are its own.</param>
sealed record LaidOut(DistrictVotes Votes, ImmutableArray<SharingStep> Sharing, bool HasOwnVotes);

/// <summary>Lays out a contest's districts and the tiers above them.</summary>
static class ContestLayout
{
    /// <summary>The districts and tiers in order; the tier above all is added where the law needs one.</summary>
    public static ImmutableArray<LaidOut> Of(ElectoralRule rule, ContestVotes votes)
    {
        var all = votes.Districts;
        var isTier = Tiers(all);
        if (rule.Steps.Any(s => s is TierStep) && !all.Any(isTier))
        {
            all = all.Add(new DistrictVotes(TierStep.NationalTier, 0, []));
        }

        var districts = all.Where(d => !isTier(d)).ToList();
        return districts.Count == all.Length
            ? [.. all.Select(d => new LaidOut(d, Sharing(rule, d.District), true))]
            : [.. all.Select(d => isTier(d) ? Tier(rule, d, districts) : new LaidOut(d, Sharing(rule, d.District), true))];
    }

    /// <summary>Tells which districts are tiers above others: the one above all, and those that others name.</summary>
    public static Func<DistrictVotes, bool> Tiers(IEnumerable<DistrictVotes> all)
    {
        var named = all.Select(d => d.Tier).OfType<string>().Distinct().Select(FoldedName.Of).ToHashSet();
        return district => district.District == TierStep.NationalTier || (named.Count > 0 && named.Contains(FoldedName.Of(district.District)));
    }

    /// <summary>Whether a district names a tier as its own.</summary>
    public static bool IsBelow(DistrictVotes district, DistrictVotes tier) => district.Tier is { } name && FoldedName.Of(name) == FoldedName.Of(tier.District);

    static LaidOut Tier(ElectoralRule rule, DistrictVotes tier, List<DistrictVotes> districts)
    {
        var below = districts.Where(d => tier.District == TierStep.NationalTier || IsBelow(d, tier)).ToList();
        var votes = tier.Votes.IsEmpty ? tier with { Votes = [.. Sums(tier.District, below)] } : tier;
        return new LaidOut(votes, IsSharedAbove(rule, tier.District) ? [SharedAboveStep.Lists, .. Named(rule, tier.District)] : Sharing(rule, tier.District), !tier.Votes.IsEmpty);
    }

    static bool IsSharedAbove(ElectoralRule rule, string tier) =>
        rule.Steps.OfType<TierStep>().Any(s => (s.Placement is { InTiers: true } && !rule.Steps.OfType<TierStep>().Any(o => o != s && o.Districts.Any(d => FoldedName.Of(d) == FoldedName.Of(tier)))) || s.Districts.IsEmpty || s.Districts.Any(d => FoldedName.Of(d) == FoldedName.Of(tier)));

    static ImmutableArray<SharingStep> Sharing(ElectoralRule rule, string district) => [.. rule.StepsFor(district).OfType<SharingStep>()];

    static IEnumerable<SharingStep> Named(ElectoralRule rule, string tier) =>
        rule.Steps.OfType<SharingStep>().Where(s => s.Districts.Any(d => FoldedName.Of(d) == FoldedName.Of(tier)));

    /// <summary>One line a list, with its votes in all districts; candidacies outside lists do not go up.</summary>
    static IEnumerable<CandidacyVotes> Sums(string tier, List<DistrictVotes> districts) =>
        districts.SelectMany(d => d.ListVotes).Where(v => v.Candidacy.Kind != CandidacyKind.Independent)
            .GroupBy(v => v.Candidacy.ListKey)
            .Select(list => new CandidacyVotes(
                new Candidacy
                {
                    Choice = $"{tier}/{list.Key}",
                    District = tier,
                    List = list.First().Candidacy.ListName,
                    OwnListKey = list.First().Candidacy.OwnListKey,
                    Party = list.Where(v => v.Candidacy.Kind != CandidacyKind.ListVote).Select(v => v.Candidacy.Party).Distinct().ToList() is [var only] ? only : "",
                },
                list.Sum(v => v.Votes)));
}
