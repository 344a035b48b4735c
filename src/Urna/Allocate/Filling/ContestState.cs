using System.Collections.Immutable;
using Urna.Allocate.Lots;
using Urna.Allocate.Steps;
using Urna.Model;
using Urna.Validate;

namespace Urna.Allocate.Filling;

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

/// <summary>A contest between two steps of its law; each step makes another of it.</summary>
sealed record ContestState
{
    /// <summary>A contest before its first step.</summary>
    /// <param name="frame">What does not change of it.</param>
    /// <param name="districts">Its districts and tiers, in the order of the frame.</param>
    /// <param name="clock">How many ties have come up before.</param>
    public ContestState(ContestFrame frame, ImmutableArray<DistrictState> districts, int clock)
    {
        (Frame, States, Clock) = (frame, districts, clock);
        Territory = new TieState(TierStep.NationalTier, frame.Votes.Lots);
    }

    /// <summary>What does not change of it.</summary>
    public ContestFrame Frame { get; }

    /// <summary>Ties over the seats of the whole territory, by the lots drawn for <see cref="TierStep.NationalTier"/>.</summary>
    public TieState Territory { get; private init; }

    /// <summary>Keys of lists that did not pass a threshold for all districts.</summary>
    public ImmutableHashSet<string> BarredFromTiers { get; init; } = [];

    /// <summary>What keeps the seats from being filled.</summary>
    public ImmutableArray<Finding> Faults { get; init; } = [];

    /// <summary>Districts and tiers as they are kept; the numbers of their ties may be behind.</summary>
    ImmutableArray<DistrictState> States { get; init; }

    /// <summary>How many ties have come up so far.</summary>
    public int Clock { get; private init; }

    /// <summary>Districts and tiers, in order.</summary>
    public IEnumerable<DistrictState> All => States;

    /// <summary>How many districts and tiers there are.</summary>
    public int Count => States.Length;

    /// <summary>The tier above all districts; null where the contest has none.</summary>
    public DistrictState? National => Frame.National is { } whole ? this[whole] : null;

    /// <summary>A district or tier, which numbers its ties after those that came up elsewhere.</summary>
    public DistrictState this[int index] =>
        States[index] is var district && district.Ties.Clock == Clock ? district : district with { Ties = district.Ties with { Clock = Clock } };

    /// <summary>Some districts.</summary>
    public IEnumerable<DistrictState> Of(IEnumerable<int> numbers) => numbers.Select(i => this[i]);

    /// <summary>The same with another state of a district.</summary>
    public ContestState With(int index, DistrictState district) =>
        this with { States = States.SetItem(index, district), Clock = Math.Max(Clock, district.Ties.Clock) };

    /// <summary>The same with a function taken of a district.</summary>
    public ContestState Let(int index, Func<DistrictState, DistrictState> change) => With(index, change(this[index]));

    /// <summary>The same with a function taken of each of some districts, one after the other.</summary>
    public ContestState Each(IEnumerable<int> numbers, Func<DistrictState, DistrictState> change)
    {
        var (changed, clock) = (States.ToBuilder(), Clock);
        foreach (var i in numbers)
        {
            var before = changed[i];
            changed[i] = change(before.Ties.Clock == clock ? before : before with { Ties = before.Ties with { Clock = clock } });
            clock = Math.Max(clock, changed[i].Ties.Clock);
        }

        return this with { States = changed.ToImmutable(), Clock = clock };
    }

    /// <summary>Who of tied lists of the whole territory takes the seats, with the contest then.</summary>
    public (Broken<int> Broken, ContestState State) BreakInTerritory(ImmutableArray<int> tied, Func<int, string> name, int seats, string article)
    {
        var broken = (Territory with { Clock = Clock }).Break(TieLevel.List, tied, name, seats, [(TieRule.Lot, (Func<int, long>?)null)], article);
        return (broken, this with { Territory = broken.Ties, Clock = broken.Ties.Clock });
    }

    /// <summary>The same with a fault more.</summary>
    public ContestState Refuse(Finding fault) => this with { Faults = Faults.Add(fault) };

    /// <summary>Says that districts cannot be filled until something is known.</summary>
    public ContestState Lacking(IEnumerable<int> districts, LocalizedText missing) => Each(districts, d => d with { Missing = d.Missing.Add(missing) });

    /// <summary>The lists that take part in a tier, most votes first.</summary>
    public ImmutableArray<TierList> ListsOf(TierFrame tier)
    {
        var lists = ImmutableArray.CreateBuilder<TierList>();
        var own = this[tier.Index];
        for (var i = 0; i < own.Lists.Length; i++)
        {
            var (key, list) = (own.Frame.KeyOf(i), own.Lists[i]);
            if ((own.Frame.FirstLine(i).Kind != CandidacyKind.Independent || own.Frame.HasOwnVotes) && !own.Barred[i] && !BarredFromTiers.Contains(key) && list.Votes > 0)
            {
                lists.Add(new TierList(key, list.Name, i, list.Votes, tier.Below.Sum(d => States[d].HeldBy(key)), list.Capacity));
            }
        }

        return lists.ToImmutable();
    }
}
