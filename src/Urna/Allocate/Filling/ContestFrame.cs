using System.Collections.Immutable;
using Urna.Allocate.Methods;
using Urna.Allocate.Steps;
using Urna.Allocate.Votes;
using Urna.Model;

namespace Urna.Allocate.Filling;

/// <summary>A tier above districts, by their numbers in the contest.</summary>
/// <param name="Index">The tier itself.</param>
/// <param name="Districts">The districts below it.</param>
/// <param name="Between">The tiers between it and its districts.</param>
sealed record TierFrame(int Index, ImmutableArray<int> Districts, ImmutableArray<int> Between)
{
    /// <summary>The districts below it with the tiers between, whose seats it makes up for.</summary>
    public IEnumerable<int> Below => Districts.Concat(Between);
}

/// <summary>What does not change of a contest while its seats are filled; districts and tiers are told by their numbers.</summary>
sealed class ContestFrame
{
    /// <summary>Lays out a contest.</summary>
    /// <param name="votes">The votes.</param>
    /// <param name="all">Its districts and tiers whose seats are shared among lists.</param>
    public ContestFrame(ContestVotes votes, ImmutableArray<DistrictFrame> all)
    {
        Votes = votes;
        All = all;
        ImmutableArray<int> numbers = [.. Enumerable.Range(0, all.Length)];
        Districts = numbers.RemoveAll(i => all[i].IsTier);
        Tiers =
        [
            .. numbers.Where(i => all[i].IsTier).Select(t => new TierFrame(
                t,
                [.. Districts.Where(d => IsWhole(t) || ContestLayout.IsBelow(all[d].AllVotes, all[t].AllVotes))],
                [.. numbers.Where(d => d != t && IsWhole(t) && all[d].IsTier)])),
        ];
    }

    /// <summary>The votes.</summary>
    public ContestVotes Votes { get; }

    /// <summary>Districts and tiers, in order.</summary>
    public ImmutableArray<DistrictFrame> All { get; }

    /// <summary>The districts, without the tiers above them.</summary>
    public ImmutableArray<int> Districts { get; }

    /// <summary>The tiers above the districts.</summary>
    public ImmutableArray<TierFrame> Tiers { get; }

    /// <summary>The tier above all districts; null where the contest has none.</summary>
    public int? National => Tiers.FirstOrDefault(t => IsWhole(t.Index))?.Index;

    /// <summary>The districts and tiers whose votes add up to those of the territory: the whole's own, else each tier's own, else its districts'.</summary>
    public ImmutableArray<int> VoteSources => field.IsDefault ? field = Sources() : field;

    /// <summary>The districts that a step is for: those it names, or all.</summary>
    public ImmutableArray<int> For(RuleStep step) => step.Districts.IsEmpty ? Districts : [.. Enumerable.Range(0, All.Length).Where(i => IsNamed(step, i))];

    /// <summary>The tiers that a step is for: those it names, or all.</summary>
    public IEnumerable<TierFrame> TiersFor(RuleStep step) => step.Districts.IsEmpty ? Tiers : Tiers.Where(t => IsNamed(step, t.Index));

    /// <summary>Whether a step is for some districts alone and for no tier, so that it looks at no other.</summary>
    public bool IsLocal(RuleStep step) => !step.Districts.IsEmpty && !Tiers.Any(t => IsNamed(step, t.Index));

    /// <summary>The districts and tiers whose votes a step counts: those that it names, if no tier is among them, or the whole territory's.</summary>
    public ImmutableArray<int> SourcesFor(RuleStep step) => IsLocal(step) ? For(step) : VoteSources;

    /// <summary>The votes that a share is a share of, over all that a step counts; null if not known.</summary>
    public long? BaseOf(VoteBase kind, RuleStep step) => SourcesFor(step).Aggregate(
        (long?)0, (sum, i) => sum + (All[i].BaseOf(kind) ?? (All[i].IsTier && i != National ? Below(i).Aggregate((long?)0, (all, d) => all + All[d].BaseOf(kind)) : null)));

    ImmutableArray<int> Below(int tier) => Tiers.First(t => t.Index == tier).Districts;

    bool IsWhole(int index) => All[index].Name == TierStep.NationalTier;

    bool IsNamed(RuleStep step, int index) => step.IsFor(FoldedName.Of(All[index].Name));

    ImmutableArray<int> Sources()
    {
        if (National is { } whole && All[whole].HasOwnVotes)
        {
            return [whole];
        }

        var tiers = Tiers.Where(t => t.Index != National && All[t.Index].HasOwnVotes).ToList();
        var below = tiers.SelectMany(t => t.Districts).ToHashSet();
        return [.. Districts.Where(d => !below.Contains(d)), .. tiers.Select(t => t.Index)];
    }
}
