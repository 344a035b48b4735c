using System.Collections.Immutable;
using Urna.Allocate;
using Urna.Allocate.Laws;
using Urna.Allocate.Methods;
using Urna.Allocate.Steps;
using Urna.Allocate.Tiers;
using Urna.Model;
using static Urna.Tests.Generators;

namespace Urna.Tests.Allocate;

/// <summary>Random laws of every kind, valid by construction.</summary>
/// <remarks>Every field of every step is drawn from its whole range, so that a law that nobody has thought of is tried as well.</remarks>
static class RandomLaws
{
    /// <summary>The name of the lists that thresholds may exempt; elections that try such laws need a list of this name.</summary>
    public const string Exempt = "A";

    static readonly Gen<string> article = OneOf("art. 1", "art. 2");

    /// <summary>Divisors that law files may name, and some that laws write out.</summary>
    public static Gen<DivisorRule> Divisors { get; } =
        OneOf([.. DivisorRule.Known, DivisorRule.Of([new(6, 5), new(3), new(5)]), DivisorRule.Of([new(3, 2), new(2)]), DivisorRule.Power(9, 10)]);

    /// <summary>Orders of rules that break ties between lists, sub-pacts or parties.</summary>
    public static Gen<ImmutableArray<TieRule>> Ties { get; } = OneOf<ImmutableArray<TieRule>>(
        [TieRule.Lot], [TieRule.MostVotes, TieRule.Lot], [TieRule.MostPersonalVotes, TieRule.Lot], [TieRule.MostVotes, TieRule.HighestPersonalVote, TieRule.Lot], [TieRule.MostVotes], []);

    static readonly Gen<ImmutableArray<TieRule>> tiesAbove = OneOf<ImmutableArray<TieRule>>([TieRule.Lot], [TieRule.MostVotes, TieRule.Lot], [TieRule.MostVotes]);

    /// <summary>Highest averages.</summary>
    public static Gen<SharingStep> Averages(Holder holders) =>
        from divisors in Divisors
        from minimum in Gen.Frequency((3, Gen.Const(0)), (1, Gen.Int[1, 2]))
        from exhausted in Gen.Enum<Exhaustion>()
        from ties in Ties
        from text in article
        let renewed = exhausted == Exhaustion.NewElection
        select (SharingStep)new HighestAveragesStep(divisors, renewed ? 0 : minimum, exhausted)
        {
            Article = text,
            Holders = holders,
            Ties = renewed && ties.Contains(TieRule.MostPersonalVotes) ? [TieRule.HighestPersonalVote, TieRule.Lot] : ties,
        };

    /// <summary>Quotas with remainders that somebody takes.</summary>
    public static Gen<SharingStep> Quotas(Holder holders) =>
        from quota in OneOf(QuotaKind.Hare, QuotaKind.Droop, QuotaKind.HagenbachBischoff, QuotaKind.Imperiali)
        from rounding in Gen.Enum<QuotaRounding>()
        from remainders in OneOf(Remainders.Largest, Remainders.HighestAverages, Remainders.MostVotes)
        from all in Gen.Bool
        from only in Gen.Bool
        from least in OneOf<Proportion>(new(0, 1), new(0, 1), new(1, 2), new(3, 4))
        from divisors in Divisors
        from ties in Ties
        from text in article
        select (SharingStep)new LargestRemainderStep(quota, quota == QuotaKind.Droop && rounding > QuotaRounding.Down ? QuotaRounding.Down : rounding, remainders)
        {
            Article = text,
            Holders = holders,
            Ties = ties,
            OfAllVotes = all,
            WithQuotaOnly = only,
            Least = remainders == Remainders.Largest ? least : new Proportion(0, 1),
            Divisors = remainders == Remainders.HighestAverages ? divisors : DivisorRule.DHondt,
        };

    /// <summary>A number of votes as quota, which leaves the number of seats open.</summary>
    public static Gen<SharingStep> OpenQuota { get; } =
        from stated in Gen.Long[20, 200]
        from isLast in Gen.Bool
        from least in OneOf<Proportion>(new(1, 2), new(3, 4))
        from text in article
        select (SharingStep)new LargestRemainderStep(QuotaKind.Fixed, QuotaRounding.None, isLast ? Remainders.Largest : Remainders.None)
        {
            Article = text,
            Holders = Holder.List,
            Stated = stated,
            Least = isLast ? least : new Proportion(0, 1),
        };

    static readonly Gen<SharingStep> wholeQuotas =
        from quota in OneOf(QuotaKind.Hare, QuotaKind.Droop, QuotaKind.HagenbachBischoff)
        from rounding in OneOf(QuotaRounding.None, QuotaRounding.Down)
        from all in Gen.Bool
        from least in OneOf<Proportion>(new(0, 1), new(0, 1), new(3, 4))
        select (SharingStep)new LargestRemainderStep(quota, rounding, Remainders.None) { Article = "art. 3", Holders = Holder.List, OfAllVotes = all, Least = least };

    /// <summary>Shares among lists, sub-pacts or parties by divisors or by quotas.</summary>
    public static Gen<SharingStep> Proportional(Holder holders) => Gen.OneOf(Averages(holders), Quotas(holders));

    /// <summary>Persons within the holder above.</summary>
    public static Gen<SharingStep> Persons(bool afterAverages) => Gen.OneOf(
    [
        OneOf<ImmutableArray<TieRule>>([TieRule.Lot], [TieRule.ListOrder, TieRule.Lot], [TieRule.ListOrder], [])
            .Select(ties => (SharingStep)new MostVotesStep { Article = "art. 4", Holders = Holder.Candidate, Ties = ties }),
        from of in Gen.Enum<PreferenceBase>()
        from share in OneOf<Proportion?>(null, new(1, 20), new(1, 4), new(1, 2), new(1, 1))
        from inclusive in Gen.Bool
        let isLimited = of is PreferenceBase.ListVotes or PreferenceBase.PersonalVotes && share is { Denominator: 1 }
        select (SharingStep)new ListOrderStep(share, share is null ? PreferenceBase.ListVotes : of, share is null || isLimited || inclusive) { Article = "art. 4", Holders = Holder.Candidate },
        OneOf<Proportion>(new(1, 2), new(1, 3), new(1, 1)).Select(part => (SharingStep)new PassedDownStep(part) { Article = "art. 4", Holders = Holder.Candidate }),
        .. afterAverages ? [Gen.Const((SharingStep)new ListSurplusStep { Article = "art. 4", Holders = Holder.Candidate })] : Array.Empty<Gen<SharingStep>>(),
    ]);

    /// <summary>From lists down to parties and persons, as far as the law goes.</summary>
    public static Gen<ImmutableArray<SharingStep>> Descents(Gen<SharingStep> first) =>
        from lists in first
        from subpacts in Proportional(Holder.Subpact)
        from parties in Proportional(Holder.Party)
        from depth in Gen.Int[0, 7]
        let above = Above(lists, subpacts, parties, depth)
        from persons in Persons(above[^1] is HighestAveragesStep { Divisors: var divisors } && !divisors.At(1).Root)
        select depth < 6 ? above.Add(persons) : above;

    static ImmutableArray<SharingStep> Above(SharingStep lists, SharingStep subpacts, SharingStep parties, int depth) => depth switch
    {
        0 => [lists, subpacts],
        1 => [lists, parties],
        2 => [lists, subpacts, parties],
        _ => [lists],
    };

    /// <summary>A condition of a threshold.</summary>
    /// <param name="seats">Whether lists can hold seats already.</param>
    /// <param name="forTiers">Whether somebody must be able to pass for a tier.</param>
    public static Gen<ThresholdCondition> Condition(bool seats, bool forTiers) =>
        from measure in Gen.Int[0, seats ? 3 : 2]
        from share in OneOf<Proportion>(new(1, 20), new(1, 8), new(1, 3), new(1, 1))
        from coalition in Gen.Bool
        from of in Gen.Enum<VoteBase>()
        from level in forTiers ? OneOf(ThresholdLevel.National, ThresholdLevel.AnyDistrict) : Gen.Enum<ThresholdLevel>()
        from inclusive in Gen.Bool
        from number in Gen.Int[1, 60]
        select measure switch
        {
            0 => new ThresholdCondition
            {
                Shares = coalition ? Shares((1, share), (2, new(1, 5))) : Shares((1, share)),
                Of = of,
                Level = level,
                Inclusive = inclusive || share.Denominator == 1,
            },
            1 => new ThresholdCondition { Quotas = new(3, 4), Level = level == ThresholdLevel.National ? ThresholdLevel.AnyDistrict : level, Inclusive = inclusive },
            2 => new ThresholdCondition { Votes = number, Level = level },
            _ => new ThresholdCondition { Seats = 1, Level = level },
        };

    /// <summary>A threshold.</summary>
    public static Gen<RuleStep> Threshold(bool seats, bool forTiers) =>
        from conditions in Condition(seats, forTiers).Array[1, 2]
        from exempt in Gen.Bool
        from independents in Gen.Bool
        select (RuleStep)new ThresholdStep([.. conditions], exempt ? [Exempt] : [], independents) { Article = "art. 5" };

    static ImmutableSortedDictionary<int, Proportion> Shares(params (int Parties, Proportion Share)[] shares) =>
        shares.ToImmutableSortedDictionary(s => s.Parties, s => s.Share);

    /// <summary>The sizes of districts.</summary>
    public static Gen<RuleStep> DistrictSeats { get; } =
        from way in Gen.Int[0, 2]
        from of in Gen.Enum<VoteBase>()
        from method in Gen.OneOf(Averages(Holder.List), Quotas(Holder.List))
        from minimum in Gen.Int[0, 2]
        from rounding in OneOf(QuotaRounding.Down, QuotaRounding.Up, QuotaRounding.Nearest)
        from seats in Gen.Int[1, 20]
        from ties in tiesAbove
        select (RuleStep)(way switch
        {
            0 => new DistrictSeatsStep(of)
            {
                Article = "art. 6",
                Seats = seats,
                Minimum = method is HighestAveragesStep ? minimum : 0,
                Method = method switch
                {
                    HighestAveragesStep averages => averages with { Minimum = 0, Exhausted = Exhaustion.NextQuotients, Ties = ties },
                    var quotas => (LargestRemainderStep)quotas with { OfAllVotes = false, WithQuotaOnly = false, Least = new Proportion(0, 1), Ties = ties },
                },
            },
            1 => new DistrictSeatsStep(of) { Article = "art. 6", Per = 25, Rounding = rounding, Minimum = minimum },
            _ => new DistrictSeatsStep(of) { Article = "art. 6", Sizes = [new(40, 2), new(120, 3), new(null, 5)] },
        });

    /// <summary>Seats of a tier that level what the districts gave.</summary>
    /// <param name="quotas">Whether the districts leave seats vacant.</param>
    public static Gen<RuleStep> Levelling(bool quotas) =>
        from method in Above()
        from seats in OneOf<int?>(null, 12, 30)
        from overhang in Gen.Enum<Overhang>()
        from placement in Placement(quotas ? Enum.GetValues<PlaceBy>() : [PlaceBy.Quotient, PlaceBy.ShareOfVotes, PlaceBy.VotesPerSeat, PlaceBy.VotesPerAllSeats])
        select (RuleStep)new LevellingStep(seats, overhang) { Article = "art. 7", Method = method, Placement = Fitting(placement, method) };

    /// <summary>Seats of a tier by the votes that won none below.</summary>
    public static Gen<RuleStep> Pool { get; } =
        from method in Above()
        from placement in Placement([PlaceBy.Remainder])
        select (RuleStep)new PoolStep { Article = "art. 7", Method = method, Placement = Fitting(placement, method) };

    static Gen<SharingStep> Above() =>
        from method in Gen.OneOf(Averages(Holder.List), Quotas(Holder.List))
        from ties in tiesAbove
        select (method is HighestAveragesStep averages ? averages with { Exhausted = Exhaustion.NextQuotients } : method) with { Ties = ties };

    static Gen<TierPlacement?> Placement(PlaceBy[] ways) =>
        from isPlaced in Gen.Bool
        from claim in OneOf(ways)
        from asWon in Gen.Bool
        from divisors in OneOf(DivisorRule.DHondt, DivisorRule.SainteLague, DivisorRule.Macau, DivisorRule.ModifiedSainteLague)
        select isPlaced ? new TierPlacement(claim, asWon, divisors) : null;

    static TierPlacement? Fitting(TierPlacement? placement, SharingStep method) =>
        placement is null ? null : placement with
        {
            AsWon = placement.AsWon && method is HighestAveragesStep,
            Divisors = placement.By == PlaceBy.Remainder ? DivisorRule.SainteLague : placement.Divisors,
        };

    /// <summary>Ranked ballots.</summary>
    public static Gen<TransferableVoteStep> Transferable { get; } =
        from quota in Gen.Select(Gen.Enum<QuotaRule>(), Gen.Bool, Gen.Bool)
        from surplus in Gen.Select(Gen.Enum<SurplusRule>(), Gen.Enum<SurplusShare>(), Gen.Enum<SurplusOrder>(), Gen.Bool)
        from number in Gen.Select(OneOf<int?>(null, 0, 2, 5, 9), Gen.Enum<RoundingRule>())
        from exclusion in Gen.Select(Gen.Enum<ExclusionRule>(), Gen.Enum<ExclusionParcels>(), Gen.Enum<LastVacancyRule>(), Gen.Enum<StopRule>())
        from ballot in Gen.Select(OneOf<int?>(null, 0, 1), Gen.Enum<MarkRule>(), Gen.Enum<MarkRule>())
        from ties in OneOf<ImmutableArray<TieRule>>([TieRule.Lot], [TieRule.Backwards, TieRule.Lot], [TieRule.Forwards, TieRule.Lot], [TieRule.Forwards])
        select new TransferableVoteStep
        {
            Article = "art. 8",
            Quota = quota.Item1,
            MustExceed = quota.Item2,
            Recomputed = quota.Item3,
            Surplus = surplus.Item1,
            Share = surplus.Item2,
            Order = surplus.Item3,
            SurplusWaits = surplus.Item4,
            Decimals = number.Item1,
            Rounding = number.Item2,
            Exclude = exclusion.Item1,
            Parcels = exclusion.Item2,
            LastVacancy = exclusion.Item3,
            Stop = exclusion.Item4,
            SkippedRanks = ballot.Item1,
            Overvote = ballot.Item2,
            Duplicate = ballot.Item3,
            Ties = ties,
        };

    /// <summary>One way to be elected at once.</summary>
    static readonly Gen<MajorityCondition> way =
        from needed in OneOf<Proportion>(new(1, 2), new(2, 5), new(2, 3))
        from inclusive in Gen.Bool
        from lead in OneOf<Proportion?>(null, null, new(1, 10), new(1, 4))
        from exceeded in Gen.Bool
        select new MajorityCondition(needed, inclusive) { Lead = lead, LeadExceeded = lead is not null && exceeded };

    /// <summary>A majority, and what follows where nobody has it.</summary>
    public static Gen<ImmutableArray<RuleStep>> TwoStages { get; } =
        from ways in way.Array[1, 2]
        from finalists in Gen.Int[2, 3]
        from goesOn in OneOf<Proportion?>(null, new(1, 8), new(1, 3))
        from inCongress in Gen.Bool
        select ImmutableArray.Create<RuleStep>(
            new MajorityStep([.. ways], finalists) { Article = "art. 9", Holders = Holder.Candidate, FinalistShare = goesOn },
            inCongress ? new CongressStep { Article = "art. 10", Holders = Holder.Candidate } : new RunoffStep { Article = "art. 10", Holders = Holder.Candidate });

    /// <summary>Laws without tiers: sizes, a threshold, lists down to persons, and the balance of women and men.</summary>
    public static Gen<ImmutableArray<RuleStep>> OfDistricts { get; } =
        from first in OneOf(false, false, true)
        from chain in Descents(first ? OpenQuota : Proportional(Holder.List))
        from sizes in DistrictSeats
        from threshold in Threshold(seats: false, forTiers: false)
        from which in Gen.Int[0, 7]
        from parity in Gen.Int[0, 3]
        let balance = chain[^1].Holders != Holder.Candidate ? [] : parity switch
        {
            0 => ImmutableArray.Create<RuleStep>(new ParityStep([Holder.Party, Holder.List]) { Article = "art. 11" }),
            1 => [new NationalParityStep([Holder.List]) { Article = "art. 11" }],
            _ => [],
        }
        select ImmutableArray.Create<RuleStep>([.. (which & 1) == 1 && !first ? [sizes] : Array.Empty<RuleStep>(), .. (which & 2) == 2 ? [threshold] : Array.Empty<RuleStep>(), .. chain, .. balance]);

    /// <summary>Laws with a bonus for the first list, with a limit, or with both.</summary>
    public static Gen<ImmutableArray<RuleStep>> OfLimits { get; } =
        from chain in Descents(Proportional(Holder.List))
        from which in Gen.Int[1, 3]
        from seats in Gen.Int[1, 4]
        from kind in Gen.Enum<BonusKind>()
        from least in OneOf<Proportion?>(null, new(1, 4), new(1, 2))
        from more in OneOf<Proportion?>(null, new(1, 20))
        from most in OneOf<int?>(null, 2, 3)
        from points in OneOf<Proportion?>(null, new(1, 10))
        from among in Gen.Bool
        select ImmutableArray.Create<RuleStep>(
        [
            .. (which & 1) == 1 ? [new BonusStep(seats, which == 3 ? BonusKind.Added : kind) { Article = "art. 14", Least = least, MoreFor = more, Most = more is null ? null : seats + 2 }] : Array.Empty<RuleStep>(),
            .. (which & 2) == 2 ? [new CapStep(points is null ? most ?? 1 : most, points) { Article = "art. 15", AmongTakingPart = points is not null && among }] : Array.Empty<RuleStep>(),
            .. chain,
        ]);

    /// <summary>Laws in which parties must pass within their lists.</summary>
    public static Gen<ImmutableArray<RuleStep>> OfParties { get; } =
        from chain in Descents(Proportional(Holder.List))
        from measure in Gen.Int[0, 1]
        from share in OneOf<Proportion>(new(1, 20), new(1, 8), new(1, 3))
        from of in Gen.Enum<VoteBase>()
        from level in Gen.Enum<ThresholdLevel>()
        from inclusive in Gen.Bool
        from drops in Gen.Bool
        from threshold in Threshold(seats: false, forTiers: false)
        from also in Gen.Bool
        let condition = measure == 0
            ? new ThresholdCondition { Shares = Shares((1, share)), Of = of, Level = level, Inclusive = inclusive }
            : new ThresholdCondition { Votes = 15, Level = level }
        select ImmutableArray.Create<RuleStep>(
            [new ThresholdStep([condition], [], false) { Article = "art. 16", Holders = Holder.Party, DropsVotes = drops }, .. also ? [threshold] : Array.Empty<RuleStep>(), .. chain]);

    /// <summary>Laws that share all seats of lists among tiers between.</summary>
    public static Gen<ImmutableArray<RuleStep>> InTiers { get; } =
        from constituencies in Gen.Bool
        from method in Above()
        from seats in OneOf<int?>(null, 12, 30)
        from overhang in Gen.Enum<Overhang>()
        from divisors in OneOf(DivisorRule.SainteLague, DivisorRule.DHondt, DivisorRule.Hill)
        from before in Gen.Bool
        from late in Threshold(seats: true, forTiers: true)
        select ImmutableArray.Create<RuleStep>(
        [
            constituencies ? new MostVotesStep { Article = "art. 17", Holders = Holder.List } : new HighestAveragesStep(DivisorRule.DHondt) { Article = "art. 17", Holders = Holder.List },
            .. before ? [late] : Array.Empty<RuleStep>(),
            new LevellingStep(seats, overhang) { Article = "art. 18", Method = method, Placement = new(PlaceBy.Quotient, false, divisors) { InTiers = true }, Districts = ["*"] },
        ]);

    /// <summary>Seats by rank.</summary>
    public static Gen<ImmutableArray<RuleStep>> OfRanks { get; } =
        from seats in OneOf<ImmutableArray<int>>([2, 1], [1, 1], [1], [2, 2, 1], [3, 1])
        from ties in Ties
        from persons in Persons(afterAverages: false)
        select ImmutableArray.Create<RuleStep>(new ByRankStep(seats) { Article = "art. 13", Holders = Holder.List, Ties = ties }, persons);

    /// <summary>Laws with a tier above the districts.</summary>
    public static Gen<ImmutableArray<RuleStep>> OfTiers { get; } =
        from pooled in Gen.Bool
        from vacant in Gen.Bool
        from chain in Descents(pooled || vacant ? wholeQuotas : Proportional(Holder.List))
        from persons in OneOf(false, false, true)
        from tier in pooled ? Pool : Levelling(vacant && !persons)
        from before in Gen.Int[0, 3]
        from early in Threshold(seats: false, forTiers: true)
        from late in Threshold(seats: true, forTiers: true)
        let winners = ImmutableArray.Create<SharingStep>(new MostVotesStep { Article = "art. 12", Holders = Holder.Candidate })
        select ImmutableArray.Create<RuleStep>(
        [
            .. before == 1 ? [early] : Array.Empty<RuleStep>(),
            .. persons && !pooled ? winners : chain.Take(1),
            .. before == 2 ? [late] : Array.Empty<RuleStep>(),
            tier,
            .. persons && !pooled ? [] : chain.Skip(1),
        ]);

    /// <summary>Laws of few steps: most votes, two seats doubled, the same for each, a table of districts and lists.</summary>
    public static Gen<ImmutableArray<RuleStep>> Short { get; } =
        from kind in Gen.Int[0, 5]
        from holders in Gen.Enum<Holder>()
        from upper in Gen.Enum<UpperWeight>()
        from flag in Gen.Bool
        from rounds in Gen.Bool
        from divisors in OneOf(DivisorRule.SainteLague, DivisorRule.DHondt)
        from threshold in Threshold(seats: false, forTiers: false)
        from persons in Persons(afterAverages: false)
        select kind switch
        {
            0 => [new MostVotesStep(0, flag) { Article = "art. 13", Holders = holders }],
            1 => [new MostVotesStep(1, flag) { Article = "art. 13", Holders = Holder.Candidate }],
            2 => [new DoublingStep(flag ? 2 : 3) { Article = "art. 13", Holders = Holder.List }, persons],
            3 => ImmutableArray.Create<RuleStep>(new EachStep(flag ? 1 : 2) { Article = "art. 13", Holders = Holder.List }, persons),
            _ => ImmutableArray.Create<RuleStep>(
            [
                .. flag ? [threshold] : Array.Empty<RuleStep>(),
                new BiproportionalStep
                {
                    Article = "art. 13",
                    Holders = Holder.List,
                    Upper = upper,
                    RoundsVoterNumbers = rounds && upper == UpperWeight.VoterNumbers,
                    UpperDivisors = divisors,
                    WinnerTakesOne = kind == 4,
                },
                persons,
            ]),
        };

    /// <summary>Laws in which some districts have steps of their own.</summary>
    /// <param name="districts">Names of districts that the votes have.</param>
    public static Gen<ImmutableArray<RuleStep>> WithOwnSteps(params string[] districts) =>
        from general in OfDistricts
        from own in Descents(Proportional(Holder.List))
        from named in Gen.Shuffle(districts).SelectMany(d => Gen.Int[1, districts.Length].Select(n => d.Take(n).ToImmutableArray()))
        select ImmutableArray.Create<RuleStep>([.. general, .. own.Select(s => s with { Districts = named })]);

    /// <summary>Laws whose seats are filled from votes for candidacies; those of ranked ballots and of two stages are apart.</summary>
    public static Gen<ImmutableArray<RuleStep>> Steps { get; } = Gen.Frequency((8, OfDistricts), (8, OfTiers), (4, Short), (1, OfLimits), (1, OfRanks), (1, OfParties), (1, InTiers));

    /// <summary>A law of steps.</summary>
    public static ElectoralRule Law(params ImmutableArray<RuleStep> steps) => new("random", LocalizedText.Same("random"), "xx", LocalizedText.Same(""), [], steps);

    /// <summary>Laws of every kind.</summary>
    public static Gen<ElectoralRule> All { get; } =
        Gen.Frequency((10, Steps), (1, TwoStages), (2, Transferable.Select(s => ImmutableArray.Create<RuleStep>(s))), (2, WithOwnSteps("north", "south"))).Select(steps => Law(steps));
}
