using System.Collections.Immutable;
using Urna.Allocate.Account;
using Urna.Allocate.Biproportional;
using Urna.Allocate.Filling;
using Urna.Allocate.Laws;
using Urna.Allocate.Lots;
using Urna.Allocate.Parity;
using Urna.Allocate.Steps;
using Urna.Allocate.Thresholds;
using Urna.Allocate.Transferable;
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
        var lots = votes.Lots.ToLookup(l => l.District);
        var parts = Parts(rule, ContestLayout.Of(rule, votes)).Select(p => FillTogether(rule, p, votes, lots, barred)).ToList();
        ImmutableArray<Finding> faults = [.. parts.SelectMany(p => p.OfDistricts), .. parts.SelectMany(p => p.OfSteps)];
        var used = parts.SelectMany(p => p.Used).ToHashSet();
        ImmutableArray<DistrictAllocation> districts = [.. parts.SelectMany(p => p.Districts)];
        foreach (var step in rule.Steps.OfType<AlternateParityStep>())
        {
            districts = AlternateParity.Apply(step, districts, votes, used);
        }

        foreach (var step in rule.Steps.OfType<NationalParityStep>())
        {
            districts = NationalParity.Apply(step, districts, votes, used);
        }

        // Who would be tied where something is missing, nobody knows.
        var open = districts.Where(d => !d.Missing.IsEmpty).Select(d => d.District).ToHashSet();
        var allocation = new ContestAllocation(rule, districts, [.. faults, .. Unused([.. votes.Lots.Where(l => !open.Contains(l.District))], used)]);
        return allocation with { Findings = [.. UnnamedSeats.Of(allocation, votes)] };
    }

    /// <summary>What came of districts that were filled together.</summary>
    sealed record Part(ImmutableArray<DistrictAllocation> Districts, ImmutableArray<Finding> OfDistricts, ImmutableArray<Finding> OfSteps, ImmutableArray<LotDrawn> Used);

    /// <summary>The districts that are filled together: each by itself, where no step and no tier joins them.</summary>
    /// <remarks>What a district needs while it is filled is then let go before the next, so that a contest may have any number.</remarks>
    static IEnumerable<ImmutableArray<LaidOut>> Parts(ElectoralRule rule, ImmutableArray<LaidOut> layout) =>
        AreFilledTogether(rule, layout.Select(l => l.Votes)) ? [layout] : layout.Select(ImmutableArray.Create);

    /// <summary>Whether the seats of one district can hang on those of another before women and men are balanced.</summary>
    internal static bool AreFilledTogether(ElectoralRule rule, IEnumerable<DistrictVotes> districts) =>
        rule.Steps.Any(s => s is ContestStep or BiproportionalStep) || districts.Any(ContestLayout.Tiers(districts));

    static Part FillTogether(ElectoralRule rule, ImmutableArray<LaidOut> layout, ContestVotes votes, ILookup<string, LotDrawn> lots, ILookup<string, AllocationStep> barred)
    {
        var faults = new List<Finding>();
        var clock = new TieClock();
        var filled = layout.Select(d => Start(rule, d, votes, new TieBreaker(d.Votes.District, [.. lots[d.Votes.District]]) { Clock = clock }, faults)).ToArray();
        var contest = new ContestDraft(votes, [.. filled.Select(f => f.Draft).OfType<DistrictDraft>()], clock);
        foreach (var (draft, told) in contest.All.SelectMany(d => barred[d.District.District].Select(t => (d, t))))
        {
            draft.HasOwnMargins = false;
            draft.Steps.Add(told);
        }

        var joined = rule.Steps.Any(s => s is ContestStep { JoinsDistricts: true } or BiproportionalStep);
        if (joined)
        {
            Spread(filled.Where(f => f.Allocation is not null).SelectMany(f => f.Allocation!.Missing), contest);
        }

        Share(rule, contest, joined);
        foreach (var i in UpTheTiers(layout))
        {
            if (filled[i].Draft is { } draft)
            {
                draft.ElectedBelow = draft.IsTier ? Elected(layout, filled, i) : draft.ElectedBelow;
                filled[i] = filled[i] with { Allocation = Balance(rule.StepsFor(draft.District.District), draft) };
            }
        }

        var districts = filled.Select(f => f.Allocation!).Where(d => !IsIdle(rule, d));
        var territory = contest.Territory.Open;
        return new Part(
            [.. districts, .. territory.IsEmpty ? [] : new[] { new DistrictAllocation(TierStep.NationalTier, 0, [], [], territory, [], []) }],
            [.. faults],
            [.. contest.Faults],
            [.. filled.SelectMany(f => f.Ties.Used), .. contest.Territory.Used]);
    }

    /// <summary>Districts before the tiers above them, and the tier above all last: whoever is elected below is known above.</summary>
    static IEnumerable<int> UpTheTiers(ImmutableArray<LaidOut> layout)
    {
        var isTier = ContestLayout.Tiers(layout.Select(l => l.Votes));
        return Enumerable.Range(0, layout.Length).OrderBy(i => layout[i].Votes.District == TierStep.NationalTier ? 2 : isTier(layout[i].Votes) ? 1 : 0);
    }

    /// <summary>The persons elected below a tier, with their district.</summary>
    static Dictionary<string, string> Elected(ImmutableArray<LaidOut> layout, Filling[] filled, int tier)
    {
        var isWhole = layout[tier].Votes.District == TierStep.NationalTier;
        return Enumerable.Range(0, filled.Length).Where(i => i != tier && (isWhole || ContestLayout.IsBelow(layout[i].Votes, layout[tier].Votes)))
            .SelectMany(i => filled[i].Allocation?.Elected.Where(s => s.Candidate is not null).Select(s => (Key: DistrictDraft.PersonKey(s.Candidacy), layout[i].Votes.District)) ?? [])
            .DistinctBy(p => p.Key).ToDictionary(p => p.Key, p => p.District);
    }

    /// <summary>Keeps all districts open that a law looks at together, where one of them cannot be filled.</summary>
    static void Spread(IEnumerable<LocalizedText> missing, ContestDraft contest)
    {
        // Each district tells its own, and as many of the others' as a reader takes in.
        var all = missing.Concat(contest.All.SelectMany(d => d.Missing)).Distinct().ToList();
        foreach (var lack in all.Take(MissingVotes.Named))
        {
            ContestDraft.Lack(contest.All.Where(d => !d.Missing.Contains(lack)), lack);
        }

        if (all.Count > MissingVotes.Named)
        {
            ContestDraft.Lack(contest.All, MissingVotes.OfOthers(all.Count - MissingVotes.Named));
        }
    }

    /// <summary>A district on its way: filled at once, or as a draft.</summary>
    sealed record Filling(TieBreaker Ties, DistrictDraft? Draft, DistrictAllocation? Allocation);

    static Filling Start(ElectoralRule rule, LaidOut laidOut, ContestVotes votes, TieBreaker ties, List<Finding> faults)
    {
        var (district, steps) = (laidOut.Votes, rule.StepsFor(laidOut.Votes.District));
        if (steps.OfType<NeedsDataStep>().FirstOrDefault() is { } needs)
        {
            return new(ties, null, new DistrictAllocation(district.District, district.Seats, [], [], [], [], [needs.Because]));
        }

        if (!district.Missing.IsEmpty)
        {
            return new(ties, null, new DistrictAllocation(district.District, district.Seats, [], [], [], [], district.Missing));
        }

        RefuseOtherRounds(steps, district, faults);
        if (steps.OfType<MajorityStep>().FirstOrDefault() is { } majority)
        {
            return new(ties, null, TwoStages.Fill(majority, steps, district, votes.Congress, ties, faults));
        }

        if (steps.OfType<TransferableVoteStep>().FirstOrDefault() is { } transferable)
        {
            RefuseOthers(steps, district, faults);
            return new(ties, null, TransferableDistrict.Fill(transferable, district, ties, faults));
        }

        if (district.Ballots is not null)
        {
            faults.Add(Codes.Finding("V110", $"There are ranked ballots of '{district.District}', but the law has no step that counts them.") with { Place = district.District });
        }

        if (steps.Any(s => s is DoublingStep) && district.Seats != DoublingStep.Seats)
        {
            faults.Add(Codes.Finding("V110", $"The binomial law fills {DoublingStep.Seats} seats, but '{district.District}' has {district.Seats}.", $"La ley binominal llena {DoublingStep.Seats} escaños, pero '{district.District}' tiene {district.Seats}.") with
            {
                Place = district.District,
                Column = "seats",
                Found = $"{district.Seats}",
                Expected = $"{DoublingStep.Seats}",
            });
        }

        if (steps.OfType<ByRankStep>().FirstOrDefault() is { } ranks && ranks.Seats.Sum() is var named && district.Seats != named)
        {
            faults.Add(Codes.Finding("V110", $"The law gives {named} seats by rank, but '{district.District}' has {district.Seats}.", $"La ley asigna {named} escaños por orden de votación, pero '{district.District}' tiene {district.Seats}.") with
            {
                Place = district.District,
                Column = "seats",
                Found = $"{district.Seats}",
                Expected = $"{named}",
            });
        }

        return new(ties, new DistrictDraft(district, laidOut.Sharing, ties) { HasOwnVotes = laidOut.HasOwnVotes }, null);
    }

    /// <summary>Adds a fault where votes are of more rounds than the law has: they are other votes of the same people, and never added up.</summary>
    static void RefuseOtherRounds(ImmutableArray<RuleStep> steps, DistrictVotes district, List<Finding> faults)
    {
        var rounds = district.Votes.Select(v => v.Round).Distinct().Order().ToList();
        var most = steps.Any(s => s is RunoffStep) ? 2 : 1;
        if (rounds.Count > most || (rounds.Count == 2 && rounds[0] != 1))
        {
            faults.Add(Codes.Finding(
                "V110",
                $"'{district.District}' has votes of rounds {string.Join(", ", rounds)}, but the law counts {(most == 1 ? "one round" : "a first and a second")}.",
                $"'{district.District}' tiene votos de las rondas {string.Join(", ", rounds)}, pero la ley cuenta {(most == 1 ? "una sola" : "una primera y una segunda")}.") with
            {
                Place = district.District,
                Column = "round",
                Found = string.Join(", ", rounds),
                Expected = most == 1 ? "one round" : "1, 2",
            });
        }
    }

    static void RefuseOthers(ImmutableArray<RuleStep> steps, DistrictVotes district, List<Finding> faults)
    {
        if (steps.Length > 1)
        {
            faults.Add(Codes.Finding("V110", $"A step that counts ranked ballots stands alone, but the law has {steps.Length} steps for '{district.District}'.") with { Place = district.District });
        }
    }

    static void Share(ElectoralRule rule, ContestDraft contest, bool joined)
    {
        var first = rule.Steps.ToList().FindIndex(s => s is SharingStep);
        foreach (var step in rule.Steps.Take(Math.Max(first, 0)).OfType<ContestStep>())
        {
            ContestSteps.Apply(step, contest);
        }

        if (joined)
        {
            Spread([], contest);
        }

        if (!contest.All.IsEmpty && contest.All.All(d => d.Missing.Count > 0))
        {
            return;
        }

        foreach (var step in rule.Steps.OfType<BiproportionalStep>())
        {
            BiproportionalSharing.Apply(step, contest);
        }

        RefuseWithoutSeats(rule, contest);
        foreach (var step in rule.Steps.Skip(Math.Max(first, 0)))
        {
            if (step is ContestStep between)
            {
                ContestSteps.Apply(between, contest);
            }

            foreach (var district in contest.Districts.Where(d => IsSharedBy(d, step)).Concat(contest.Tiers.Where(t => IsSharedBy(t.Draft, step) && t.Districts.All(IsReady)).Select(t => t.Draft)))
            {
                ShareAmongLists(district, contest);
            }
        }

        // A tier whose steps stand before those of its districts comes after them even so.
        foreach (var tier in contest.Tiers.Select(t => t.Draft).Where(t => !t.HasShared))
        {
            ShareAmongLists(tier, contest);
        }
    }

    static bool IsSharedBy(DistrictDraft district, RuleStep step) => !district.Sharing.IsEmpty && ReferenceEquals(district.Sharing[0], step);

    static bool IsReady(DistrictDraft district) => district.HasShared || district.IsShared || district.Sharing.IsEmpty;

    static void ShareAmongLists(DistrictDraft district, ContestDraft contest)
    {
        if (contest.Tiers.FirstOrDefault(t => t.Draft == district) is { } tier && !district.Sharing.IsEmpty && district.Sharing[0] is not SharedAboveStep)
        {
            district.LimitTo(ContestDraft.ElectedBelow(tier));
        }

        district.ShareAmongLists();
    }

    /// <summary>Adds a fault for each district without seats, unless the law works them out or the votes do.</summary>
    static void RefuseWithoutSeats(ElectoralRule rule, ContestDraft contest)
    {
        if (rule.Steps.Any(s => s is DistrictSeatsStep))
        {
            return;
        }

        foreach (var district in contest.Districts.Where(d => d.Seats == 0 && d.Sharing is not [LargestRemainderStep { IsOpenEnded: true }, ..]))
        {
            contest.Faults.Add(Codes.Finding("V110", $"'{district.District.District}' has no seats to fill.") with
            {
                Place = district.District.District,
                Column = "seats",
                Found = "0",
                Expected = "1 or more",
            });
        }
    }

    static DistrictAllocation Balance(ImmutableArray<RuleStep> steps, DistrictDraft draft)
    {
        var allocation = draft.Fill();
        if (!allocation.Missing.IsEmpty)
        {
            return allocation;
        }

        foreach (var parity in steps.OfType<ParityStep>())
        {
            allocation = DistrictParity.Apply(parity, allocation, draft.District, draft.Ties);
        }

        return allocation;
    }

    /// <summary>Whether a tier served only to say how many seats the districts share.</summary>
    static bool IsIdle(ElectoralRule rule, DistrictAllocation allocation) =>
        allocation is { District: TierStep.NationalTier, Seats: 0, Ties.IsEmpty: true } && !rule.Steps.Any(s => s is TierStep);

    static IEnumerable<Finding> Unused(ImmutableArray<LotDrawn> lots, HashSet<LotDrawn> used) =>
        lots.Where(l => !used.Contains(l)).Select(unused =>
            Codes.Finding(
                "V120",
                $"Lots were drawn for '{unused.Winner}' in '{unused.District}' ({Spelling.Kebab(unused.Level)}), who is not among those tied there.",
                $"Hay un sorteo a favor de '{unused.Winner}' en '{unused.District}' ({Spelling.Kebab(unused.Level)}), que no está entre quienes empatan allí.") with
            {
                Place = unused.District,
                Found = unused.Winner,
            });
}
