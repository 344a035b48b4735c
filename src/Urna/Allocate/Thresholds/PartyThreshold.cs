using System.Collections.Immutable;
using Urna.Allocate.Account;
using Urna.Allocate.Laws;
using Urna.Allocate.Steps;
using Urna.Allocate.Votes;
using Urna.Model;

namespace Urna.Allocate.Thresholds;

/// <summary>Thresholds that parties must pass within their lists, measured on the votes before seats are shared.</summary>
/// <remarks>
/// A party that fails has no seat. Its votes count for its list as votes for the list alone, or are lost to it as well: law 165/2017 of Italy has both,
/// kept from 1 % on and dropped below. A list of which no party passes takes no part. Candidacies outside lists are not looked at.
/// </remarks>
static class PartyThreshold
{
    /// <summary>The votes without parties that fail, and what was done in each district.</summary>
    /// <param name="rule">The law.</param>
    /// <param name="votes">The votes as they were cast.</param>
    public static (ContestVotes Votes, ILookup<string, AllocationStep> Told) Apply(ElectoralRule rule, ContestVotes votes)
    {
        var told = new List<(string District, AllocationStep Step)>();
        var left = votes;
        foreach (var step in rule.Steps.OfType<ThresholdStep>().Where(s => s.Holders == Holder.Party))
        {
            // Each threshold is measured on the votes as cast: what an earlier one dropped was below this one too, or not.
            left = left with { Districts = Without(step, votes, left, told) };
        }

        return (left, told.ToLookup(t => t.District, t => t.Step));
    }

    static ImmutableArray<DistrictVotes> Without(ThresholdStep step, ContestVotes cast, ContestVotes left, List<(string District, AllocationStep Step)> told)
    {
        ImmutableArray<DistrictVotes> looked = [.. cast.Districts.Where(d => step.Districts.IsEmpty || step.IsFor(FoldedName.Of(d.District)))];
        var tops = looked.Where(d => d.District == TierStep.NationalTier && !d.Votes.IsEmpty).ToImmutableArray();
        var measure = new Measure(step, looked, tops.IsEmpty ? looked : tops);
        return
        [
            .. left.Districts.Select(d =>
            {
                if (!looked.Any(l => l.District == d.District))
                {
                    return d;
                }

                var failing = d.Votes.Where(IsLooked).Select(v => Key(v.Candidacy)).Distinct().Where(k => !measure.Passes(k, d.District)).ToHashSet();
                told.AddRange(failing.Select(k => (d.District, (AllocationStep)new ListBarred(step.Article, NameOf(d, k), measure.Votes(k, d.District), null))));
                return Without(d, failing, step.DropsVotes);
            }),
        ];
    }

    static DistrictVotes Without(DistrictVotes district, HashSet<string> failing, bool drops)
    {
        if (failing.Count == 0)
        {
            return district;
        }

        // A list of which nobody is left has nobody to sit.
        var kept = district.Votes.Where(v => IsLooked(v) && !failing.Contains(Key(v.Candidacy))).Select(v => v.Candidacy.ListName).ToHashSet();
        bool Goes(CandidacyVotes v) => (IsLooked(v) && failing.Contains(Key(v.Candidacy)) && (drops || !kept.Contains(v.Candidacy.ListName)))
            || (v.Candidacy.Kind == CandidacyKind.ListVote && !kept.Contains(v.Candidacy.ListName));
        return district with
        {
            Dropped = district.Dropped + district.Votes.Where(Goes).Sum(v => v.Votes),
            Votes =
            [
                .. district.Votes.Where(v => !Goes(v)).Select(v => IsLooked(v) && failing.Contains(Key(v.Candidacy))
                    ? v with { Candidacy = v.Candidacy with { Kind = CandidacyKind.ListVote, Members = null } } : v),
            ],
        };
    }

    /// <summary>Whether a line is one of a party within a list: not a vote for the list alone, nor a candidacy outside lists, nor a first vote.</summary>
    static bool IsLooked(CandidacyVotes line) => line.Candidacy.Kind is not (CandidacyKind.ListVote or CandidacyKind.Independent or CandidacyKind.Constituency);

    static string Key(Candidacy candidacy) => $"{candidacy.ListKey}\0{FoldedName.Of(candidacy.Party)}";

    static string NameOf(DistrictVotes district, string key)
    {
        var first = district.Votes.First(v => IsLooked(v) && Key(v.Candidacy) == key).Candidacy;
        return first.Party.Length > 0 ? first.Party : first.ListName;
    }

    /// <summary>Which parties pass.</summary>
    sealed class Measure(ThresholdStep step, ImmutableArray<DistrictVotes> districts, ImmutableArray<DistrictVotes> sources)
    {
        readonly HashSet<string> exempt = [.. step.Exempt.Select(FoldedName.Of)];
        readonly Dictionary<string, Dictionary<string, long>> byDistrict = districts.ToDictionary(
            d => d.District, d => d.Votes.Where(IsLooked).GroupBy(v => Key(v.Candidacy)).ToDictionary(g => g.Key, g => g.Sum(v => v.Votes)));

        /// <summary>The votes that the first condition looks at.</summary>
        public long Votes(string key, string district) => step.AnyOf[0].Level == ThresholdLevel.National ? National(key) : In(key, district);

        public bool Passes(string key, string district) =>
            exempt.Contains(key.Split('\0')[1]) || step.AnyOf.Any(c => c.Level switch
            {
                ThresholdLevel.National => IsMet(c, National(key), sources),
                ThresholdLevel.AnyDistrict => districts.Any(d => IsMet(c, In(key, d.District), [d])),
                _ => IsMet(c, In(key, district), [.. districts.Where(d => d.District == district)]),
            });

        long National(string key) => sources.Sum(d => In(key, d.District));

        long In(string key, string district) => byDistrict[district].GetValueOrDefault(key);

        static bool IsMet(ThresholdCondition condition, long votes, ImmutableArray<DistrictVotes> whole) => condition.Votes is { } least
            ? votes >= least
            : votes > 0 && whole.Aggregate((long?)0, (sum, d) => sum + d.BaseOf(condition.Of)) is { } all && condition.Shares.First().Value.IsReachedBy(votes, all, condition.Inclusive);
    }
}
