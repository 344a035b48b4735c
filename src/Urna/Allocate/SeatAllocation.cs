using System.Collections.Immutable;
using Urna.Allocate.Account;
using Urna.Allocate.Biproportional;
using Urna.Allocate.Filling;
using Urna.Allocate.Laws;
using Urna.Allocate.Limits;
using Urna.Allocate.Steps;
using Urna.Allocate.Thresholds;
using Urna.Allocate.Tiers;
using Urna.Allocate.Votes;
using Urna.Model;
using Urna.Validate;

namespace Urna.Allocate;

/// <summary>Fills the seats of a contest under its law.</summary>
public static class SeatAllocation
{
    /// <summary>Takes the law's steps in their order.</summary>
    /// <param name="rule">The law.</param>
    /// <param name="votes">The votes.</param>
    /// <returns>The seats, or who goes on, or who is tied, or what is missing to say so.</returns>
    /// <remarks>
    /// Districts are filled by lists first; steps that look at several districts come before or after that, as the law has them; then each list's
    /// seats go down to parties and persons; last come the steps that balance the persons elected. What does not fit together in the votes is told
    /// among the findings, whoever made them.
    /// </remarks>
    public static ContestAllocation Allocate(ElectoralRule rule, ContestVotes votes)
    {
        var doubts = votes.Findings ?? VotesCheck.Of(votes, rule.Name);
        var sure = LawFit.Of(rule, votes) is { IsEmpty: false } unfit ? LawFit.Refused(rule, votes, unfit) : SureSeats.Of(rule, votes, Fill(rule, votes));
        return sure with { Findings = [.. doubts.Where(f => f.Severity >= Severity.Warning), .. sure.Findings] };
    }

    /// <summary>Takes the steps until ties stop them; seats that hang on an open tie may be among those given.</summary>
    /// <param name="rule">The law, of which it is known that it fits the contest.</param>
    /// <param name="cast">The votes of the contest, or of some of its districts that are filled together.</param>
    internal static ContestAllocation Fill(ElectoralRule rule, ContestVotes cast)
    {
        var (votes, barred) = PartyThreshold.Apply(rule, AreFilledTogether(rule, cast.Districts) ? ListKeys.Apart(cast) : cast);
        var parts = Parts(rule, ContestLayout.Of(rule, votes)).Select(p => FillTogether(rule, p, votes, barred)).ToList();
        var balanced = Balancing.Take(rule, [.. parts.SelectMany(p => p.Districts)], votes);
        var used = parts.SelectMany(p => p.Used).Concat(balanced.Used).ToHashSet();

        // Who would be tied where something is missing, nobody knows.
        var open = balanced.Districts.Where(d => !d.Missing.IsEmpty).Select(d => d.District).ToHashSet();
        var unused = votes.Lots.Where(l => !used.Contains(l) && !open.Contains(l.District)).Select(Unused);
        var allocation = new ContestAllocation(rule, balanced.Districts, [.. parts.SelectMany(p => p.OfDistricts), .. parts.SelectMany(p => p.OfSteps), .. unused]);
        return allocation with { Findings = [.. UnnamedSeats.Of(allocation, votes)] };
    }

    /// <summary>The districts that are filled together: each by itself, where no step and no tier joins them.</summary>
    /// <remarks>What a district needs while it is filled is then let go before the next, so that a contest may have any number.</remarks>
    static IEnumerable<ImmutableArray<LaidOut>> Parts(ElectoralRule rule, ImmutableArray<LaidOut> layout) =>
        AreFilledTogether(rule, layout.Select(l => l.Votes)) ? [layout] : layout.Select(ImmutableArray.Create);

    /// <summary>Whether the seats of one district can hang on those of another before women and men are balanced.</summary>
    internal static bool AreFilledTogether(ElectoralRule rule, IEnumerable<DistrictVotes> districts) =>
        rule.Steps.Any(s => s is ContestStep or BiproportionalStep) || districts.Any(ContestLayout.Tiers(districts));

    static FilledPart FillTogether(ElectoralRule rule, ImmutableArray<LaidOut> layout, ContestVotes votes, ILookup<string, AllocationStep> barred)
    {
        var opened = OpenedPart.Of(rule, layout, votes, barred);
        return Finishing.Take(rule, layout, opened, TakeSteps(rule, opened.Contest, rule.Steps.Any(s => s is ContestStep { JoinsDistricts: true } or BiproportionalStep)));
    }

    /// <summary>Takes the steps that share seats among lists, and those that look at several districts, in the law's order.</summary>
    static ContestState TakeSteps(ElectoralRule rule, ContestState contest, bool joined)
    {
        // Before the first sharing it is decided who takes part and how many seats there are; a law that joins districts leaves all open where one lacks data.
        var first = Math.Max(0, rule.Steps.ToList().FindIndex(s => s is SharingStep));
        var opened = rule.Steps.Take(first).Aggregate(contest, Take);
        opened = joined ? Lacks.Spread(opened, []) : opened;
        if (opened.Count > 0 && opened.All.All(d => !d.Missing.IsEmpty))
        {
            return opened;
        }

        var shared = rule.Steps.Skip(first).Aggregate(Lacks.RefuseSeatless(rule, opened), Take);

        // A tier whose steps stand before those of its districts comes after them even so.
        return shared.Frame.Tiers.Aggregate(shared, (c, tier) => c[tier.Index].Shared is null ? Sharers.ShareTier(c, tier) : c);
    }

    /// <summary>Takes one step; those that fill a district by itself, or balance persons, come before and after.</summary>
    static ContestState Take(ContestState contest, RuleStep step) => step switch
    {
        ThresholdStep threshold => Barring.Take(threshold, contest),
        DistrictSeatsStep sizes => DistrictSizes.Take(sizes, contest),
        BonusStep bonus => Bonuses.Take(bonus, contest),
        CapStep cap => Caps.Take(cap, contest),
        SurplusVotesStep surplus => SurplusVotes.Take(surplus, contest),
        TierStep tier => TierSeats.Take(tier, contest),
        BiproportionalStep table => Sharers.Share(BiproportionalSharing.Take(table, contest), table),
        SharingStep sharing => Sharers.Share(contest, sharing),
        _ => contest,
    };

    static Finding Unused(LotDrawn unused) => Codes.Finding("V120", LocalizedText.Say(
        "v120.lots-were-drawn-for-in-who", ("winner", unused.Winner), ("district", unused.District),
        ("kebab", Spelling.Kebab(unused.Level)))) with
    {
        Place = unused.District,
        Found = unused.Winner,
    };
}
