using System.Collections.Immutable;
using Urna.Allocate.Lots;
using Urna.Allocate.Methods;
using Urna.Allocate.Steps;
using Urna.Allocate.Votes;
using Urna.Model;
using Urna.Validate;

namespace Urna.Allocate.Filling;

/// <summary>A tier above districts while its seats are filled.</summary>
/// <param name="Draft">The tier itself.</param>
/// <param name="Districts">The districts below it.</param>
/// <param name="Between">The tiers between it and its districts.</param>
sealed record TierDraft(DistrictDraft Draft, ImmutableArray<DistrictDraft> Districts, ImmutableArray<DistrictDraft> Between)
{
    /// <summary>The districts below it with the tiers between, whose seats it makes up for.</summary>
    public IEnumerable<DistrictDraft> Below => Districts.Concat(Between);
}

/// <summary>A list that takes part in a tier.</summary>
/// <param name="Key">The folded name under which it is one list in all districts.</param>
/// <param name="Name">Its name.</param>
/// <param name="Index">Its number among the tier's lists.</param>
/// <param name="Votes">Its votes in the tier.</param>
/// <param name="Held">The seats that it holds in the tier's districts.</param>
/// <param name="Capacity">The seats of the tier that its persons can fill; as many as an int holds where the tier's ballot names none.</param>
sealed record TierList(string Key, string Name, int Index, long Votes, int Held, int Capacity)
{
    /// <summary>All seats that it can have, those of the districts with the tier's.</summary>
    public int MostSeats => (int)Math.Min(int.MaxValue, (long)Held + Capacity);
}

/// <summary>A contest while its seats are filled.</summary>
sealed class ContestDraft
{
    readonly Lazy<ImmutableArray<DistrictDraft>> sources;

    /// <summary>Lays out a contest.</summary>
    /// <param name="votes">The votes.</param>
    /// <param name="drafts">Its districts and tiers whose seats are shared among lists.</param>
    /// <param name="clock">Numbers their ties.</param>
    public ContestDraft(ContestVotes votes, ImmutableArray<DistrictDraft> drafts, TieClock clock)
    {
        Votes = votes;
        Territory = new TieBreaker(TierStep.NationalTier, votes.Lots) { Clock = clock };
        All = drafts;
        var isTier = ContestLayout.Tiers(drafts.Select(d => d.AllVotes));
        Districts = [.. drafts.Where(d => !isTier(d.AllVotes))];
        Tiers =
        [
            .. drafts.Where(d => isTier(d.AllVotes)).Select(t => new TierDraft(
                t,
                [.. Districts.Where(d => t.District.District == TierStep.NationalTier || ContestLayout.IsBelow(d.AllVotes, t.AllVotes))],
                [.. drafts.Where(d => d != t && t.District.District == TierStep.NationalTier && isTier(d.AllVotes))])),
        ];
        sources = new(Sources);
        foreach (var tier in Tiers)
        {
            tier.Draft.IsTier = true;
        }
    }

    /// <summary>The votes.</summary>
    public ContestVotes Votes { get; }

    /// <summary>Breaks ties over the seats of the whole territory, by the lots drawn for <see cref="TierStep.NationalTier"/>.</summary>
    public TieBreaker Territory { get; }

    /// <summary>The districts, without the tiers above them.</summary>
    public ImmutableArray<DistrictDraft> Districts { get; }

    /// <summary>The tiers above the districts.</summary>
    public ImmutableArray<TierDraft> Tiers { get; }

    /// <summary>The tier above all districts; null where the contest has none.</summary>
    public DistrictDraft? National => Tiers.FirstOrDefault(t => t.Draft.District.District == TierStep.NationalTier)?.Draft;

    /// <summary>All of them, in order.</summary>
    public ImmutableArray<DistrictDraft> All { get; }

    /// <summary>Keys of lists that did not pass a threshold for all districts.</summary>
    public HashSet<string> BarredFromTiers { get; } = [];

    /// <summary>What keeps the seats from being filled.</summary>
    public ICollection<Finding> Faults { get; } = [];

    /// <summary>The districts that a step is for: those it names, or all.</summary>
    public ImmutableArray<DistrictDraft> For(RuleStep step) => step.Districts.IsEmpty ? Districts : [.. All.Where(d => IsNamed(step, d))];

    /// <summary>The tiers that a step is for: those it names, or all.</summary>
    public IEnumerable<TierDraft> TiersFor(RuleStep step) => step.Districts.IsEmpty ? Tiers : Tiers.Where(t => IsNamed(step, t.Draft));

    /// <summary>Whether a step is for some districts alone and for no tier, so that it looks at no other.</summary>
    public bool IsLocal(RuleStep step) => !step.Districts.IsEmpty && !Tiers.Any(t => IsNamed(step, t.Draft));

    /// <summary>The districts and tiers whose votes a step counts: those that it names, if no tier is among them, or the whole territory's.</summary>
    public ImmutableArray<DistrictDraft> SourcesFor(RuleStep step) => IsLocal(step) ? For(step) : VoteSources;

    /// <summary>The votes that a share is a share of, over all that a step counts; null if not known.</summary>
    public long? BaseOf(VoteBase kind, RuleStep step) => SourcesFor(step).Aggregate(
        (long?)0, (sum, d) => sum + (d.BaseOf(kind) ?? (d.IsTier && d != National ? Below(d).Aggregate((long?)0, (all, b) => all + b.BaseOf(kind)) : null)));

    /// <summary>The districts and tiers whose votes add up to those of the territory: the whole's own, else each tier's own, else its districts'.</summary>
    public ImmutableArray<DistrictDraft> VoteSources => sources.Value;

    ImmutableArray<DistrictDraft> Sources()
    {
        if (National is { HasOwnVotes: true } whole)
        {
            return [whole];
        }

        var tiers = Tiers.Where(t => t.Draft != National && t.Draft.HasOwnVotes).ToList();
        var below = tiers.SelectMany(t => t.Districts).ToHashSet();
        return [.. Districts.Where(d => !below.Contains(d)), .. tiers.Select(t => t.Draft)];
    }

    /// <summary>The persons whom the districts below a tier would elect as they stand, with the district.</summary>
    public static IReadOnlyDictionary<string, string> ElectedBelow(TierDraft tier) =>
        tier.Districts.SelectMany(d => d.Preview().Where(s => s.Candidate is not null).Select(s => (Key: DistrictDraft.PersonKey(s.Candidacy), d.District.District)))
            .DistinctBy(p => p.Key).ToDictionary(p => p.Key, p => p.District);

    ImmutableArray<DistrictDraft> Below(DistrictDraft tier) => Tiers.First(t => t.Draft == tier).Districts;

    /// <summary>The lists that take part in a tier, most votes first.</summary>
    public ImmutableArray<TierList> ListsOf(TierDraft tier)
    {
        var lists = ImmutableArray.CreateBuilder<TierList>();
        for (var i = 0; i < tier.Draft.Lists.Length; i++)
        {
            var line = tier.Draft.FirstLine(i);
            var key = ListTotals.KeyOf(line);
            if ((line.Kind != CandidacyKind.Independent || tier.Draft.HasOwnVotes) && !tier.Draft.Barred[i] && !BarredFromTiers.Contains(key) && tier.Draft.Lists[i].Votes > 0)
            {
                lists.Add(new TierList(key, tier.Draft.Lists[i].Name, i, tier.Draft.Lists[i].Votes, tier.Below.Sum(d => d.HeldBy(key)), tier.Draft.Lists[i].Capacity));
            }
        }

        return lists.ToImmutable();
    }

    /// <summary>Says that districts cannot be filled until something is known.</summary>
    public static void Lack(IEnumerable<DistrictDraft> districts, LocalizedText missing)
    {
        foreach (var district in districts)
        {
            district.Missing.Add(missing);
        }
    }

    static bool IsNamed(RuleStep step, DistrictDraft district) =>
        step.Districts.Any(d => FoldedName.Of(d) == FoldedName.Of(district.District.District));
}
