using System.Collections.Immutable;
using Urna.Allocate;
using Urna.Allocate.Laws;
using Urna.Allocate.Methods;
using Urna.Allocate.Steps;
using Urna.Model;

namespace Urna.Tests.Allocate;

/// <summary>A law that exists is valid, through any door.</summary>
public class LawCheckTests
{
    static readonly HighestAveragesStep lists = new(DivisorRule.DHondt) { Article = "art. 1", Holders = Holder.List };
    static readonly MostVotesStep persons = new() { Article = "art. 2", Holders = Holder.Candidate };
    static readonly LargestRemainderStep quotas = new(QuotaKind.Hare, QuotaRounding.None, Remainders.Largest) { Article = "art. 1", Holders = Holder.List };
    static readonly MajorityStep majority = new(new(1, 2), false, 2) { Article = "art. 1", Holders = Holder.Candidate };
    static readonly RunoffStep runoff = new() { Article = "art. 2", Holders = Holder.Candidate };
    static readonly LevellingStep levelling = new(null, Overhang.Keep) { Article = "art. 3", Method = lists };

    static ThresholdStep Threshold(params ImmutableArray<ThresholdCondition> anyOf) => new(anyOf, [], false) { Article = "art. 4" };

    static ThresholdCondition Share(long numerator, long denominator, bool inclusive = true, ThresholdLevel level = ThresholdLevel.National) =>
        new() { Shares = ImmutableSortedDictionary<int, Proportion>.Empty.Add(1, new(numerator, denominator)), Inclusive = inclusive, Level = level };

    static DistrictSeatsStep Sizes(params ImmutableArray<SeatsBySize> sizes) => new(VoteBase.Registered) { Article = "art. 5", Sizes = sizes };

    [Fact]
    public void Law_OfStepsThatAreNone_IsRefusedWithEveryFault()
    {
        var refused = Assert.Throws<ArgumentException>(() => RandomLaws.Law(persons, lists, Threshold(Share(5, 1))));

        Assert.Contains("step 2, 'holders'", refused.Message, StringComparison.Ordinal);
        Assert.Contains("step 3, 'share': nobody has such a share. Found: 5. Expected: a fraction above 0 and at most 1", refused.Message, StringComparison.Ordinal);
        Assert.Contains("step 3, 'step': no step after the threshold", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Law_ChangedByWith_IsCheckedAsANewOne()
    {
        var law = RandomLaws.Law(lists, persons);

        Assert.Throws<ArgumentException>(() => law with { Steps = [persons, lists] });
        Assert.Throws<ArgumentException>(() => law with { Steps = [] });
        Assert.Throws<ArgumentException>(() => law with { Steps = default });
        Assert.Throws<ArgumentException>(() => law with { Name = " " });
        Assert.Equal([lists], (law with { Steps = [lists] }).Steps);
    }

    [Fact]
    public void Check_LawsValidByConstruction_HaveNoFault() => RandomLaws.All.Sample(law => Assert.Empty(ElectoralRule.Check(law.Steps)), iter: 2_000);

    /// <summary>A law in which one thing is changed: a field, the order, a step more or fewer.</summary>
    static ImmutableArray<RuleStep> Mutated(ImmutableArray<RuleStep> steps, Random random)
    {
        var at = random.Next(steps.Length);
        switch (random.Next(5))
        {
            case 0:
                return steps.RemoveAt(at);
            case 1:
                return steps.Add(steps[at]);
            case 2:
                return steps.RemoveAt(at).Insert(random.Next(steps.Length), steps[at]);
            default:
                var others = LawVariants.Others(steps[at], "").ToList();
                return steps.SetItem(at, (RuleStep)others[random.Next(others.Count)].Value);
        }
    }

    /// <summary>What the check lets pass can be allocated, and what it does not cannot be made.</summary>
    [Fact]
    public void Check_AndAllocation_AgreeOnEveryMutation()
    {
        var (valid, refused) = (0, 0);
        Gen.Select(RandomLaws.All, Gen.Int).Sample(
            (law, seed) =>
            {
                var steps = Mutated(law.Steps, new Random(seed));
                if (ElectoralRule.Check(steps).IsEmpty)
                {
                    Interlocked.Increment(ref valid);
                    var changed = law with { Steps = steps };
                    SeatAllocation.Allocate(changed, LawTrials.Votes(changed, seed));
                }
                else
                {
                    Interlocked.Increment(ref refused);
                    Assert.Throws<ArgumentException>(() => law with { Steps = steps });
                }
            },
            iter: 600);

        Assert.True(valid > 100 && refused > 100, $"{valid} valid, {refused} refused");
    }

    /// <summary>The step and field to blame, and steps that say nothing.</summary>
    public static TheoryData<int, string, RuleStep[]> Wrong { get; } = new()
    {
        { 0, "seats", [Threshold(new ThresholdCondition { Seats = 7 }), lists] },
        { 0, "seats", [Threshold(Share(1, 20), new ThresholdCondition { Seats = 1 }), lists] },
        { 0, "step", [levelling, lists] },
        { 1, "step", [lists, Threshold(Share(1, 20))] },
        { 1, "step", [lists, Threshold(Share(1, 20)), persons] },
        { 0, "share", [Threshold(Share(0, 1)), lists] },
        { 0, "share", [Threshold(Share(1, 1, inclusive: false)), lists] },
        { 0, "share", [Threshold(Share(-1, 20)), lists] },
        { 0, "share", [Threshold(Share(0, 0)), lists] },
        { 0, "share", [Threshold(new ThresholdCondition()), lists] },
        { 0, "share", [Threshold(Share(1, 20) with { Votes = 5 }), lists] },
        { 0, "votes", [Threshold(new ThresholdCondition { Votes = 0 }), lists] },
        { 0, "inclusive", [Threshold(new ThresholdCondition { Votes = 10, Inclusive = false }), lists] },
        { 0, "of", [Threshold(new ThresholdCondition { Votes = 10, Of = VoteBase.Cast }), lists] },
        { 0, "level", [Threshold(new ThresholdCondition { Quotas = new(3, 4) }), lists] },
        { 0, "quotas", [Threshold(new ThresholdCondition { Quotas = new(0, 4), Level = ThresholdLevel.District }), lists] },
        { 0, "any-of", [Threshold(), lists] },
        { 0, "exempt", [Threshold(Share(1, 20)) with { Exempt = ["A", "a"] }, lists] },
        { 0, "level", [Threshold(Share(1, 20, level: ThresholdLevel.District)), lists, levelling] },
        { 0, "step", [Threshold(Share(1, 20)) with { Districts = ["north"] }, lists] },
        { 1, "step", [lists, new DistrictSeatsStep(VoteBase.Registered) { Article = "art. 5", Per = 100 }] },
        { 1, "step", [new DistrictSeatsStep(VoteBase.Registered) { Article = "art. 5", Per = 100 }, Sizes(new SeatsBySize(null, 4)), lists] },
        { 0, "step", [new DistrictSeatsStep(VoteBase.Valid) { Article = "art. 5" }, lists] },
        { 0, "per", [new DistrictSeatsStep(VoteBase.Valid) { Article = "art. 5", Per = 0 }, lists] },
        { 0, "seats", [new DistrictSeatsStep(VoteBase.Valid) { Article = "art. 5", Per = 10, Seats = 5 }, lists] },
        { 0, "minimum", [new DistrictSeatsStep(VoteBase.Valid) { Article = "art. 5", Method = quotas, Minimum = 1 }, lists] },
        { 0, "with-quota-only", [new DistrictSeatsStep(VoteBase.Valid) { Article = "art. 5", Method = quotas with { WithQuotaOnly = true }, Seats = 9 }, lists] },
        { 0, "least-remainder", [new DistrictSeatsStep(VoteBase.Valid) { Article = "art. 5", Method = quotas with { Least = new(1, 2) }, Seats = 9 }, lists] },
        { 0, "remainders", [new DistrictSeatsStep(VoteBase.Valid) { Article = "art. 5", Method = quotas with { Remainders = Remainders.None }, Seats = 9 }, lists] },
        { 0, "sizes", [Sizes(new(50, 1), new(40, 2), new(null, 3)), lists] },
        { 0, "sizes", [Sizes(new SeatsBySize(50, 1)), lists] },
        { 0, "seats", [Sizes(new SeatsBySize(null, -1)), lists] },
        { 0, "step", [new DistrictSeatsStep(VoteBase.Valid) { Article = "art. 5", Per = 10 }, new EachStep(1) { Article = "art. 1", Holders = Holder.List }] },
        { 2, "step", [lists, levelling, levelling] },
        { 2, "seats", [new DistrictSeatsStep(VoteBase.Valid) { Article = "art. 5", Method = lists }, lists, levelling] },
        { 1, "step", [lists, new PoolStep { Article = "art. 3", Method = quotas }] },
        { 0, "remainders", [quotas with { Remainders = Remainders.None }, persons] },
        { 1, "remainders", [lists, new LargestRemainderStep(QuotaKind.Hare, QuotaRounding.None, Remainders.None) { Article = "art. 1", Holders = Holder.Party }] },
        { 0, "quota", [quotas with { Stated = 100 }] },
        { 0, "quota", [quotas with { Quota = QuotaKind.Fixed }] },
        { 0, "quota", [quotas with { Quota = QuotaKind.Fixed, Stated = -5 }] },
        { 0, "quota", [quotas with { Quota = (QuotaKind)9 }] },
        { 0, "rounding", [quotas with { Quota = QuotaKind.Droop, Rounding = QuotaRounding.Up }] },
        { 0, "least-remainder", [quotas with { Least = new(1, 1) }] },
        { 0, "least-remainder", [quotas with { Remainders = Remainders.MostVotes, Least = new(1, 2) }] },
        { 0, "divisors", [quotas with { Divisors = DivisorRule.SainteLague }] },
        { 0, "divisors", [new HighestAveragesStep(null!) { Article = "art. 1", Holders = Holder.List }] },
        { 0, "minimum", [lists with { Minimum = -1 }] },
        { 0, "holders", [lists with { Holders = (Holder)7 }] },
        { 0, "ties", [lists with { Ties = default }] },
        { 0, "ties", [lists with { Ties = [TieRule.Backwards] }] },
        { 0, "ties", [lists with { Ties = [TieRule.ListOrder] }] },
        { 0, "ties", [new EachStep(1) { Article = "art. 1", Holders = Holder.List, Ties = [TieRule.MostVotes] }] },
        { 0, "article", [lists with { Article = " " }] },
        { 0, "districts", [lists with { Districts = ["north", ""] }] },
        { 0, "districts", [lists with { Districts = default }] },
        { 0, "seats", [new EachStep(0) { Article = "art. 1", Holders = Holder.List }] },
        { 1, "step", [lists, new EachStep(1) { Article = "art. 1", Holders = Holder.Party }] },
        { 0, "factor", [new DoublingStep(0) { Article = "art. 1", Holders = Holder.List }] },
        { 0, "of-each-sex", [persons with { OfEachSex = -1 }] },
        { 1, "of-each-sex", [lists, persons with { OfEachSex = 1 }] },
        { 1, "share", [lists, new ListOrderStep(new(3, 2), PreferenceBase.ListVotes, true) { Article = "art. 2", Holders = Holder.Candidate }] },
        { 1, "holders", [lists, new ListOrderStep(null, PreferenceBase.ListVotes, true) { Article = "art. 2", Holders = Holder.Party }] },
        { 1, "of", [lists, new ListOrderStep(null, PreferenceBase.ListQuota, true) { Article = "art. 2", Holders = Holder.Candidate }] },
        { 0, "share", [new MajorityStep(new(1, 1), false, 2) { Article = "art. 1", Holders = Holder.Candidate }, runoff] },
        { 0, "share", [new MajorityStep(default, false, 2) { Article = "art. 1", Holders = Holder.Candidate }, runoff] },
        { 0, "finalists", [majority with { Finalists = 1 }, runoff] },
        { 0, "step", [Threshold(Share(1, 20)), majority, runoff] },
        { 1, "step", [majority, majority, runoff] },
        { 1, "holders", [majority, runoff with { Holders = Holder.List }] },
        { 2, "step", [majority, runoff, new ParityStep([Holder.List]) { Article = "art. 3" }] },
        { 2, "replacements", [lists, persons, new ParityStep([]) { Article = "art. 3" }] },
        { 2, "replacements", [lists, persons, new ParityStep([Holder.Candidate]) { Article = "art. 3" }] },
        { 3, "step", [lists, persons, new NationalParityStep([Holder.List]) { Article = "art. 3" }, new NationalParityStep([Holder.List]) { Article = "art. 3" }] },
        { 2, "districts", [lists, persons, new AlternateParityStep { Article = "art. 3" }] },
        { 0, "lower-divisors", [new BiproportionalStep { Article = "art. 1", Holders = Holder.List, LowerDivisors = DivisorRule.Hill }] },
        { 1, "step", [new BiproportionalStep { Article = "art. 1", Holders = Holder.List }, levelling] },
        { 0, "decimals", [new TransferableVoteStep { Article = "art. 1", Decimals = 10 }] },
        { 0, "skipped", [new TransferableVoteStep { Article = "art. 1", SkippedRanks = -1 }] },
        { 0, "ties", [new TransferableVoteStep { Article = "art. 1", Ties = [TieRule.MostVotes, TieRule.Lot] }] },
        { 0, "step", [new TransferableVoteStep { Article = "art. 1" }, persons] },
        { 0, "step", [new PreferenceCountStep(PreferenceMethod.Schulze) { Article = "art. 1" }, persons] },
        { 0, "method", [new PreferenceCountStep((PreferenceMethod)9) { Article = "art. 1" }] },
        { 0, "victories", [new PreferenceCountStep(PreferenceMethod.Bucklin) { Article = "art. 1", Size = VictorySize.Margins }] },
        { 1, "place-by", [lists, levelling with { Placement = new(PlaceBy.Remainder, false, DivisorRule.DHondt) }] },
        { 1, "place-divisors", [lists, levelling with { Placement = new(PlaceBy.Quotient, false, DivisorRule.Adams) }] },
        { 1, "place-order", [lists, levelling with { Method = quotas, Placement = new(PlaceBy.Quotient, true, DivisorRule.DHondt) }] },
        { 1, "remainders", [lists, levelling with { Method = quotas with { Remainders = Remainders.None } }] },
        { 1, "divisors", [lists, levelling with { Method = persons }] },
        { 1, "seats", [lists, levelling with { Seats = 0 }] },
        { 1, "districts", [lists, levelling with { Method = lists with { Districts = ["north"] } }] },
        { 0, "least-remainder", [quotas with { Quota = QuotaKind.Fixed, Stated = 60 }] },
        { 0, "where-present", [lists with { WherePresent = true }] },
        { 0, "rounding", [Sizes(new SeatsBySize(null, 4)) with { Rounding = QuotaRounding.Up }, lists] },
        { 0, "any-of", [majority with { AnyOf = [] }, runoff] },
        { 0, "lead", [majority with { AnyOf = [new(new(2, 5)) { Lead = new(0, 1) }] }, runoff] },
        { 0, "lead-exceeded", [majority with { AnyOf = [new(new(2, 5)) { LeadExceeded = true }] }, runoff] },
        { 0, "share-of-roll", [majority with { AnyOf = [new(new(1, 2)) { OfRoll = new(1, 1) }] }, runoff] },
        { 0, "finalist-of", [majority with { FinalistOf = VoteBase.Registered }, runoff] },
        { 0, "seats", [new ByRankStep([1, 2]) { Article = "art. 1", Holders = Holder.List }] },
        { 0, "seats", [new ByRankStep([]) { Article = "art. 1", Holders = Holder.List }] },
        { 0, "holders", [new ByRankStep([2, 1]) { Article = "art. 1", Holders = Holder.Candidate }] },
        { 1, "step", [lists, new ByRankStep([2, 1]) { Article = "art. 1", Holders = Holder.Party }] },
        { 0, "seats", [new BonusStep(0, BonusKind.Added) { Article = "art. 1" }, lists] },
        { 0, "most", [new BonusStep(5, BonusKind.Added) { Article = "art. 1", Most = 9 }, lists] },
        { 0, "most", [new BonusStep(5, BonusKind.Added) { Article = "art. 1", MoreFor = new(1, 200), Most = 4 }, lists] },
        { 1, "step", [lists, new BonusStep(5, BonusKind.Added) { Article = "art. 1" }] },
        { 0, "seats", [new CapStep(null, null) { Article = "art. 1" }, lists] },
        { 1, "kind", [new CapStep(3, null) { Article = "art. 1" }, new BonusStep(5, BonusKind.Guaranteed) { Article = "art. 1" }, lists] },
        { 0, "holders", [Threshold(new ThresholdCondition { Quotas = new(3, 4), Level = ThresholdLevel.District }) with { Holders = Holder.Party }, lists] },
        { 0, "holders", [Threshold(Share(1, 20)) with { Holders = Holder.Candidate }, lists] },
        { 1, "holders", [Threshold(Share(1, 10)), Threshold(Share(1, 20)) with { Holders = Holder.Party }, lists] },
        { 0, "votes-of-barred", [Threshold(Share(1, 20)) with { DropsVotes = true }, lists] },
        { 1, "place-order", [lists, levelling with { Placement = new(PlaceBy.Quotient, true, DivisorRule.DHondt) { InTiers = true } }] },
        { 0, "of", [new CapStep(3, null) { Article = "art. 1", AmongTakingPart = true }, lists] },
        { 1, "step", [new CapStep(3, null) { Article = "art. 1" }, new EachStep(1) { Article = "art. 1", Holders = Holder.List }] },
        { 0, "because", [new NeedsDataStep(new("", "")) { Article = "art. 1" }] },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public void Check_StepsThatSayNothing_TellsStepAndField(int step, string field, RuleStep[] steps)
    {
        var faults = ElectoralRule.Check([.. steps]);

        Assert.Contains(faults, f => f.Step == step && f.Field == field && f.Message.English.Length > 0 && f.Expected.Length > 0);
        Assert.Throws<ArgumentException>(() => RandomLaws.Law([.. steps]));
    }
}
