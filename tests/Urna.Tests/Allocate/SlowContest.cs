using System.Collections.Immutable;
using System.Numerics;
using Urna.Allocate.Biproportional;
using Urna.Allocate.Laws;
using Urna.Allocate.Methods;
using Urna.Allocate.Steps;
using Urna.Allocate.Votes;
using Urna.Model;

namespace Urna.Tests.Allocate;

/// <summary>Thresholds, seats of districts and seats of a tier worked out once more, in the order in which a law is read; sharing is <see cref="SlowSharing"/>.</summary>
/// <remarks>It covers one tier whose votes are the sums of the districts', or none; where a drawing would be needed it has no answer.</remarks>
sealed class SlowContest
{
    readonly ElectoralRule law;
    readonly List<District> districts;
    readonly HashSet<string> barredFromTier = [];

    SlowContest(ElectoralRule law, ContestVotes votes)
    {
        this.law = law;
        districts = [.. votes.Districts.Where(d => d.District != "*").Select(d => new District(d))];
    }

    sealed record List(string Name, bool IsAlone, long Votes, int Room, ImmutableHashSet<string> Parties)
    {
        public int Held { get; set; }

        public bool IsBarred { get; set; }
    }

    sealed class District(DistrictVotes votes)
    {
        public DistrictVotes Votes => votes;

        public int Seats { get; set; } = votes.Seats;

        public bool IsFilled { get; set; }

        public long Quota { get; set; }

        public List<List> Lists { get; } =
        [
            .. votes.Votes.GroupBy(v => v.Candidacy.ListName).Select(g => new List(
                g.Key,
                g.First().Candidacy.Kind == CandidacyKind.Independent,
                g.Sum(v => v.Votes),
                g.Where(v => v.Candidacy.Kind != CandidacyKind.ListVote).Select(v => v.Candidacy.Candidate).ToList() is { Count: > 0 } names && !names.Contains("") ? names.Count : int.MaxValue,
                [.. g.Select(v => v.Candidacy.Party).Where(p => p.Length > 0)])),
        ];

        public long Valid => Lists.Sum(l => l.Votes);

        public long Base(VoteBase of) => of switch
        {
            VoteBase.Valid => Valid,
            VoteBase.ValidAndBlank => Valid + votes.Blank!.Value,
            VoteBase.Cast => Valid + votes.Blank!.Value + votes.Null!.Value,
            _ => votes.Registered!.Value,
        };

        public List? Of(string name) => Lists.Find(l => l.Name == name);
    }

    /// <summary>Seats by list over the whole contest; null where lots must be drawn, or where it does not know the law.</summary>
    public static SortedDictionary<string, int>? SeatsByList(ElectoralRule law, ContestVotes votes)
    {
        var steps = law.Steps.Where(s => s is ContestStep or SharingStep { Holders: Holder.List } or BiproportionalStep).ToList();
        var known = law.Steps.All(s => s.Districts.IsEmpty) && law.Steps.OfType<SharingStep>().FirstOrDefault() is HighestAveragesStep { Holders: Holder.List } or LargestRemainderStep { Holders: Holder.List, HasMinima: false }
            && steps.TrueForAll(s => s is ThresholdStep { Holders: Holder.List } or HighestAveragesStep or LargestRemainderStep or PoolStep or LevellingStep { Overhang: not (Overhang.Withdraw or Overhang.PassOn) } and not TierStep { Placement.InTiers: true })
            && votes.Districts.All(d => d.Tier is null && d.Ballots is null && (d.District != "*" || d.Votes.IsEmpty));
        return known ? new SlowContest(law, votes).Run(steps, votes.Districts.FirstOrDefault(d => d.District == "*")) : null;
    }

    SortedDictionary<string, int>? Run(List<RuleStep> steps, DistrictVotes? tier)
    {
        var added = new Dictionary<string, int>();
        foreach (var step in steps)
        {
            switch (step)
            {
                case ThresholdStep threshold:
                    Bar(threshold);
                    break;
                case SharingStep sharing when !districts.TrueForAll(d => Fill(d, sharing)):
                    return null;
                case TierStep above when AddAbove(above, tier) is not { } more:
                    return null;
                case TierStep above:
                    added = AddAbove(above, tier)!;
                    break;
            }
        }

        var seats = districts.SelectMany(d => d.Lists.Select(l => (l.Name, l.Held))).Concat(added.Select(a => (Name: a.Key, Held: a.Value)));
        return new(seats.GroupBy(s => s.Name).Where(g => g.Sum(s => s.Held) > 0).ToDictionary(g => g.Key, g => g.Sum(s => s.Held)));
    }

    static bool Fill(District district, SharingStep step)
    {
        var open = district.Lists.FindAll(l => !l.IsBarred);
        var ways = SlowSharing.Ways(step, [.. open.Select(l => l.Votes)], [.. open.Select(l => l.Room)], district.Seats, district.Valid);
        foreach (var (list, held) in open.Zip(SlowSharing.Seats(open.Count == 0 ? "0" : ways.First())))
        {
            list.Held = held;
        }

        district.IsFilled = true;
        district.Seats = step is LargestRemainderStep { Stated: not null } ? open.Sum(l => l.Held) : district.Seats;
        return ways.Count == 1 || open.Count == 0;
    }

    void Bar(ThresholdStep step)
    {
        var names = districts.SelectMany(d => d.Lists).GroupBy(l => l.Name).ToList();
        foreach (var list in names)
        {
            var share = list.SelectMany(l => l.Parties).Distinct().Count();
            bool Reaches(ThresholdCondition c, long votes, long all) => votes > 0
                && (c.Shares.Where(s => s.Key <= Math.Max(1, share)).Select(s => (Proportion?)s.Value).LastOrDefault() ?? c.Shares.First().Value) is var needed
                && ((BigInteger)votes * needed.Denominator).CompareTo((BigInteger)all * needed.Numerator) is var order && (order > 0 || (order == 0 && c.Inclusive));
            bool PassesIn(ThresholdCondition c, District d) => d.Of(list.Key) is { } own && c switch
            {
                { Seats: { } seats } => own.Held >= seats,
                { Votes: { } votes } => own.Votes >= votes,
                { Quotas: { } quotas } => own.Votes > 0 && ((BigInteger)own.Votes * Math.Max(1, d.Votes.Seats) * quotas.Denominator).CompareTo((BigInteger)d.Valid * quotas.Numerator) is var order && (order > 0 || (order == 0 && c.Inclusive)),
                _ => Reaches(c, own.Votes, d.Base(c.Of)),
            };
            bool PassesInAll(ThresholdCondition c) => c switch
            {
                { Seats: { } seats } => list.Sum(l => l.Held) >= seats,
                { Votes: { } votes } => list.Sum(l => l.Votes) >= votes,
                _ => Reaches(c, list.Sum(l => l.Votes), districts.Sum(d => d.Base(c.Of))),
            };
            var exempt = step.Exempt.Contains(list.Key) || (step.ExemptIndependents && list.First().IsAlone);
            var everywhere = exempt || step.AnyOf.Any(c => c.Level switch
            {
                ThresholdLevel.National => PassesInAll(c),
                ThresholdLevel.AnyDistrict => districts.Exists(d => PassesIn(c, d)),
                _ => false,
            });
            barredFromTier.UnionWith(everywhere ? [] : [list.Key]);
            foreach (var district in districts.Where(d => !d.IsFilled && d.Of(list.Key) is not null))
            {
                district.Of(list.Key)!.IsBarred |= !everywhere && !step.AnyOf.Any(c => c.Level == ThresholdLevel.District && PassesIn(c, district));
            }
        }
    }

    /// <summary>The seats that each list has above the districts; null where lots must be drawn.</summary>
    Dictionary<string, int>? AddAbove(TierStep step, DistrictVotes? tier)
    {
        var all = districts.SelectMany(d => d.Lists).Where(l => !l.IsAlone).GroupBy(l => l.Name).ToList();
        var valid = all.Sum(g => g.Sum(l => l.Votes));
        var lists = all.Where(g => !barredFromTier.Contains(g.Key) && g.Sum(l => l.Votes) > 0).Select(g => (Name: g.Key, Votes: g.Sum(l => l.Votes), Held: g.Sum(l => l.Held))).ToList();
        if (lists.Count == 0)
        {
            return [];
        }

        HashSet<string> Ways(IEnumerable<long> votes, int seats) =>
            SlowSharing.Ways(step.Method, [.. votes], [.. votes.Select(_ => int.MaxValue)], seats, valid);
        Dictionary<string, int>? Only(HashSet<string> ways, IEnumerable<string> names) => ways.Count == 1 ? names.Zip(SlowSharing.Seats(ways.Single())).ToDictionary() : null;
        if (step is PoolStep)
        {
            var left = (tier?.Seats ?? 0) + districts.Sum(d => d.Seats - d.Lists.Sum(l => l.Held));
            return Only(Ways(lists.Select(l => districts.Sum(d => d.Of(l.Name) is { } own ? Unused(d, own) : 0)), left), lists.Select(l => l.Name));
        }

        var levelling = (LevellingStep)step;
        var total = (levelling.Seats ?? (districts.Sum(d => d.Seats) + (tier?.Seats ?? 0))) - (districts.Sum(d => d.Lists.Sum(l => l.Held)) - lists.Sum(l => l.Held));
        var open = lists;
        if (total < 0)
        {
            return null;
        }

        while (levelling.Overhang is Overhang.Absorb or Overhang.Level && open.Count > 0)
        {
            var ways = Ways(open.Select(l => l.Votes), Math.Max(0, total)).Select(SlowSharing.Seats).ToList();
            var over = open.Where((l, i) => l.Held > ways.Min(w => w[i])).ToList();
            if (over.Count == 0)
            {
                break;
            }

            if (levelling.Overhang == Overhang.Absorb)
            {
                total -= over.Sum(l => l.Held);
                open = [.. open.Except(over)];
            }
            else if (++total > 60)
            {
                return null;
            }
        }

        return open.Count == 0 ? [] : Only(Ways(open.Select(l => l.Votes), Math.Max(0, total)), open.Select(l => l.Name)) is { } shares
            ? open.ToDictionary(l => l.Name, l => Math.Max(0, shares[l.Name] - l.Held)) : null;
    }

    /// <summary>Votes of a list that are left in a district once its seats are paid for, in whole votes.</summary>
    long Unused(District district, List list)
    {
        var step = law.Steps.OfType<LargestRemainderStep>().First();
        var quota = SlowSharing.QuotaOf(step, step.OfAllVotes ? district.Valid : district.Lists.Where(l => !l.IsBarred).Sum(l => l.Votes), district.Seats);
        return (long)BigInteger.Max(0, ((list.Votes * quota.Denominator) - (list.Held * quota.Numerator)) is var rest && rest.Sign > 0 ? rest / quota.Denominator : 0);
    }
}
