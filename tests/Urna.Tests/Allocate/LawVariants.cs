using System.Collections;
using System.Collections.Immutable;
using System.Reflection;
using Urna.Allocate.Laws;
using Urna.Allocate.Methods;
using Urna.Allocate.Steps;
using Urna.Model;

namespace Urna.Tests.Allocate;

/// <summary>A law, and the same law with another value in one field of one step.</summary>
/// <param name="Field">The step's type and the path of the field in it.</param>
/// <param name="Law">The law.</param>
/// <param name="Changed">The changed law; valid as well.</param>
/// <param name="Step">The number of the step that is changed, from 0.</param>
sealed record LawVariant(string Field, ElectoralRule Law, ElectoralRule Changed, int Step);

/// <summary>Every field of every step, changed to every other value that is still a law.</summary>
/// <remarks>The fields are found by reflection, so that one that is added tomorrow is changed as well.</remarks>
static class LawVariants
{
    static readonly HighestAveragesStep lists = new(DivisorRule.DHondt) { Article = "art. 1", Holders = Holder.List, Ties = [TieRule.Lot] };
    static readonly HighestAveragesStep parties = lists with { Holders = Holder.Party };
    static readonly MostVotesStep persons = new() { Article = "art. 2", Holders = Holder.Candidate };
    static readonly LargestRemainderStep quotas = new(QuotaKind.Hare, QuotaRounding.None, Remainders.Largest) { Article = "art. 1", Holders = Holder.List };
    static readonly MajorityStep majority = new(new(1, 2), false, 2) { Article = "art. 1", Holders = Holder.Candidate };
    static readonly RunoffStep runoff = new() { Article = "art. 2", Holders = Holder.Candidate };
    static readonly TierPlacement placement = new(PlaceBy.Quotient, false, DivisorRule.SainteLague);
    static readonly LevellingStep levelling = new(null, Overhang.Keep) { Article = "art. 3", Method = lists, Placement = placement };
    static readonly ThresholdCondition share = new() { Shares = ImmutableSortedDictionary<int, Proportion>.Empty.Add(1, new(1, 5)) };
    static readonly TransferableVoteStep ballots = new() { Article = "art. 1", Decimals = 3, Ties = [TieRule.Backwards, TieRule.Lot] };

    static ThresholdStep Threshold(params ImmutableArray<ThresholdCondition> anyOf) => new(anyOf, ["A"], false) { Article = "art. 4" };

    static DistrictSeatsStep Sizes => new(VoteBase.Valid) { Article = "art. 5", Per = 30 };

    /// <summary>Laws in which every field of every step has something to say.</summary>
    public static ImmutableArray<ElectoralRule> Laws { get; } =
    [
        .. new RuleStep[][]
        {
            [lists, parties, persons],
            [lists with { Exhausted = Exhaustion.NewElection }, persons],
            [quotas, persons],
            [quotas with { Remainders = Remainders.HighestAverages }, persons],
            [quotas with { Remainders = Remainders.HighestAverages, LeastPerson = new(1, 5), RemainderList = new(3, 5), RemainderPerson = new(1, 3) }, persons],
            [persons, new SurplusVotesStep(false) { Article = "art. 3", Districts = ["*"] }, lists with { Districts = ["*"] }],
            [quotas with { Quota = QuotaKind.Fixed, Stated = 40, Least = new(1, 2) }],
            [quotas with { Remainders = Remainders.None }, new PoolStep { Article = "art. 3", Method = quotas, Placement = placement with { By = PlaceBy.Remainder } }, persons],
            [quotas with { Remainders = Remainders.None }, new PoolStep { Article = "art. 3", Method = lists }],
            [quotas with { Remainders = Remainders.None }, new PoolStep { Article = "art. 3", Method = lists, Placement = placement with { By = PlaceBy.Remainder } }],
            [Threshold(share), quotas],
            [Threshold(new ThresholdCondition { Votes = 30 }), lists],
            [lists, Threshold(share), levelling with { Method = quotas, Placement = null }],
            [lists, persons, levelling with { Placement = null }, persons with { Districts = ["*"] }],
            [lists, persons, levelling with { Placement = null }, new ListOrderStep(null, PreferenceBase.ListVotes, true) { Article = "art. 2", Holders = Holder.Candidate, Districts = ["*"] }],
            [lists, new ListOrderStep(new(1, 4), PreferenceBase.ListVotes, true) { Article = "art. 2", Holders = Holder.Candidate, Ties = [TieRule.ListOrder, TieRule.Lot] }],
            [lists, new ListSurplusStep { Article = "art. 2", Holders = Holder.Candidate }],
            [lists, new PassedDownStep(new(1, 2)) { Article = "art. 2", Holders = Holder.Candidate }],
            [new MostVotesStep { Article = "art. 1", Holders = Holder.Candidate, IsAfterFirst = true }],
            [new MostVotesStep { Article = "art. 1", Holders = Holder.List }],
            [new MostVotesStep(1) { Article = "art. 1", Holders = Holder.Candidate }],
            [new DoublingStep(2) { Article = "art. 1", Holders = Holder.List }, persons],
            [new EachStep(1) { Article = "art. 1", Holders = Holder.List }, persons],
            [majority, runoff],
            [majority with { AnyOf = [new(new(2, 5)) { Lead = new(1, 10), OfRoll = new(1, 4) }], FinalistShare = new(1, 8) }, runoff],
            [new ByRankStep([2, 1]) { Article = "art. 1", Holders = Holder.List, Ties = [TieRule.MostPersonalVotes, TieRule.Lot] }, persons],
            [new BonusStep(2, BonusKind.Added) { Article = "art. 1", Least = new(1, 4), MoreFor = new(1, 20), Most = 12 }, lists],
            [Threshold(share), new CapStep(null, new(1, 20)) { Article = "art. 1" }, lists],
            [majority with { AnyOf = [new(new(2, 5)) { Lead = new(1, 10) }] }, runoff],
            [new CapStep(3, new(1, 20)) { Article = "art. 1" }, lists],
            [majority, new CongressStep { Article = "art. 2", Holders = Holder.Candidate }],
            [new BiproportionalStep { Article = "art. 1", Holders = Holder.List }, persons],
            [new BiproportionalStep { Article = "art. 1", Holders = Holder.List, WinnerTakesOne = true }, persons],
            [Threshold(share), lists],
            [Threshold(share) with { Holders = Holder.Party, Exempt = [] }, lists, parties],
            [lists, levelling with { Placement = placement with { InTiers = true }, Districts = ["*"] }],
            [Threshold(share, new() { Votes = 30 }), lists],
            [Threshold(new ThresholdCondition { Quotas = new(3, 4), Level = ThresholdLevel.District }) with { Exempt = [] }, lists],
            [lists, Threshold(new ThresholdCondition { Seats = 1 }), levelling],
            [Sizes, lists],
            [Sizes with { Per = null, Sizes = [new(60, 2), new(null, 4)] }, lists],
            [Sizes with { Per = null, Method = lists, Seats = 6 }, lists],
            [Sizes with { Per = null, Method = quotas, Seats = null }, lists],
            [lists, levelling],
            [lists, levelling with { Method = quotas, Placement = null }],
            [new MostVotesStep { Article = "art. 1", Holders = Holder.Candidate }, levelling with { Seats = 9, Placement = null }],
            [lists, persons, new ParityStep([Holder.Party, Holder.List]) { Article = "art. 6" }],
            [lists, persons, new NationalParityStep([Holder.List]) { Article = "art. 6" }],
            [lists, persons with { Districts = ["north", "south"] }, new AlternateParityStep { Article = "art. 6", Districts = ["north", "south"] }],
            [lists, new NeedsDataStep(new("x", "x")) { Article = "art. 6", Districts = ["north"] }],
            [ballots],
            [new PreferenceCountStep(PreferenceMethod.Schulze) { Article = "art. 1" }],
            [new PreferenceCountStep(PreferenceMethod.Bucklin) { Article = "art. 1" }],
            [ballots with { WriteIns = ["A"], Exclude = ExclusionRule.Batch, Surplus = SurplusRule.LastParcel }],
        }.Select(s => RandomLaws.Law([.. s])),
    ];

    /// <summary>Each law beside those that differ from it in one field.</summary>
    public static ImmutableArray<LawVariant> All { get; } =
    [
        .. from law in Laws
           from number in Enumerable.Range(0, law.Steps.Length)
           let step = law.Steps[number]
           from other in Others(step, step.GetType().Name)
           let steps = law.Steps.SetItem(number, (RuleStep)other.Value)
           where ElectoralRule.Check(steps).IsEmpty
           select new LawVariant(other.Field, law, law with { Steps = steps }, number),
    ];

    /// <summary>The paths of all fields that can be set, whether a law can change them or not.</summary>
    public static ImmutableSortedSet<string> Fields { get; } =
        [.. Laws.SelectMany(l => l.Steps).SelectMany(s => Others(s, s.GetType().Name)).Select(o => o.Field)];

    /// <summary>A record with another value in one field, or in one field of what a field holds.</summary>
    public static IEnumerable<(string Field, object Value)> Others(object record, string path)
    {
        foreach (var property in record.GetType().GetProperties().Where(p => p.CanWrite))
        {
            var name = $"{path}.{property.Name}";
            var value = property.GetValue(record);
            foreach (var other in OtherValues(property.PropertyType, value).Where(o => !IsSame(o, value)))
            {
                yield return (name, With(record, property, other));
            }

            var inner = value switch
            {
                SharingStep or TierPlacement => Others(value, name),
                ImmutableArray<MajorityCondition> { IsEmpty: false } ways => Others(ways[0], name).Select(o => (o.Field, (object)ways.SetItem(0, (MajorityCondition)o.Value))),
                ImmutableArray<ThresholdCondition> { IsEmpty: false } conditions => Others(conditions[0], name).Select(o => (o.Field, (object)conditions.SetItem(0, (ThresholdCondition)o.Value))),
                _ => [],
            };
            foreach (var (field, changed) in inner)
            {
                yield return (field, With(record, property, changed));
            }
        }
    }

    static bool IsSame(object? a, object? b) => a is IStructuralEquatable list ? list.Equals(b, EqualityComparer<object>.Default) : Equals(a, b);

    static object With(object record, PropertyInfo property, object? value)
    {
        var copy = record.GetType().GetMethod("<Clone>$")!.Invoke(record, null)!;
        property.SetValue(copy, value);
        return copy;
    }

    static IEnumerable<object?> OtherValues(Type type, object? value)
    {
        var kind = Nullable.GetUnderlyingType(type) ?? type;
        IEnumerable<object?> none = type != kind || type == typeof(TierPlacement) ? [null] : [];
        return none.Concat(kind switch
        {
            _ when kind == typeof(bool) => [true, false],
            _ when kind.IsEnum => Enum.GetValues(kind).Cast<object>(),
            _ when kind == typeof(int) => [0, 1, 2, 3, 5, 12],
            _ when kind == typeof(long) => [20L, 45L],
            _ when kind == typeof(string) => [$"{value} bis"],
            _ when kind == typeof(Proportion) => [new Proportion(0, 1), new Proportion(1, 20), new Proportion(1, 3), new Proportion(2, 3), new Proportion(1, 1)],
            _ when kind == typeof(DivisorRule) => [.. DivisorRule.Known, DivisorRule.Of([new(1), new(2), new(4)]), DivisorRule.Of([new(1), new(2), new(3), new(9)]), DivisorRule.Of([new(12345, 10000), new(2)]), DivisorRule.Of([new(12346, 10000), new(2)]), DivisorRule.Power(9, 10), DivisorRule.Power(4, 5)],
            _ when kind == typeof(LocalizedText) => [new LocalizedText("what is not known", "lo que no se sabe")],
            _ when kind == typeof(TierPlacement) => [placement, placement with { AsWon = true }],
            _ when kind == typeof(SharingStep) => [lists, quotas],
            _ when kind == typeof(ImmutableArray<TieRule>) => [ImmutableArray.Create(TieRule.Lot), .. Enum.GetValues<TieRule>().Where(t => t != TieRule.Lot).Select(t => (object)ImmutableArray.Create(t, TieRule.Lot))],
            _ when kind == typeof(ImmutableArray<Holder>) => [ImmutableArray.Create(Holder.Party), ImmutableArray.Create(Holder.List), ImmutableArray.Create(Holder.Subpact, Holder.List)],
            _ when kind == typeof(ImmutableArray<string>) => [ImmutableArray<string>.Empty, ImmutableArray.Create("B"), ImmutableArray.Create("north")],
            _ when kind == typeof(ImmutableArray<SeatsBySize>) => [ImmutableArray.Create(new SeatsBySize(60, 3), new SeatsBySize(null, 4)), ImmutableArray.Create(new SeatsBySize(90, 2), new SeatsBySize(null, 4))],
            _ when kind == typeof(ImmutableArray<int>) => [ImmutableArray.Create(3, 1), ImmutableArray.Create(2, 1, 1), ImmutableArray.Create(1)],
            _ when kind == typeof(ImmutableArray<MajorityCondition>) => [ImmutableArray.Create(new MajorityCondition(new(1, 2)), new MajorityCondition(new(2, 5)) { Lead = new(1, 5) })],
            _ when kind == typeof(ImmutableArray<ThresholdCondition>) => [ImmutableArray.Create(share), ImmutableArray.Create(share, new ThresholdCondition { Votes = 90 })],
            _ when kind == typeof(ImmutableSortedDictionary<int, Proportion>) =>
                [share.Shares.SetItem(1, new(1, 7)), share.Shares.Add(2, new(1, 3)), share.Shares.Add(3, new(1, 3))],
            _ => throw new NotSupportedException($"No other values are known of {type}: add some."),
        });
    }
}
