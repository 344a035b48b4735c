using System.Collections.Immutable;
using Urna.Allocate.Account;
using Urna.Allocate.Limits;
using Urna.Allocate.Lots;
using Urna.Allocate.Margins;
using Urna.Allocate.Methods;
using Urna.Allocate.Steps;
using Urna.Model;

namespace Urna.Allocate.Filling;

/// <summary>A district between two steps of a law: what its lists hold, who takes part, what is open and what is missing.</summary>
/// <param name="Frame">What does not change of it.</param>
/// <param name="Ties">Its ties so far.</param>
/// <remarks>No step changes a state: it makes another.</remarks>
sealed record DistrictState(DistrictFrame Frame, TieState Ties)
{
    /// <summary>The holders of the first sharing, most votes first; steps may give them votes or take persons from them.</summary>
    public ImmutableArray<Claimant> Lists { get; init; } = Frame.Lists;

    /// <summary>Seats by list.</summary>
    public ImmutableArray<int> Held { get; init; } = [.. new int[Frame.Lists.Length]];

    /// <summary>Lists that take no part in the sharing, because they did not reach a threshold.</summary>
    public ImmutableArray<bool> Barred { get; init; } = [.. new bool[Frame.Lists.Length]];

    /// <summary>Whom thresholds bar when a list's votes are changed; null where no threshold was applied before the lists were shared.</summary>
    public BarredWith? BarredWith { get; init; }

    /// <summary>Seats to fill.</summary>
    public int Seats { get; init; } = Frame.District.Seats;

    /// <summary>What stands of the first sharing, once it is done; null before.</summary>
    public SharedAs? Shared { get; init; }

    /// <summary>Whether the first sharing is already done by another step.</summary>
    public bool IsShared { get; init; }

    /// <summary>Whether each list's margins follow from this district's sharing alone.</summary>
    public bool HasOwnMargins { get; init; } = true;

    /// <summary>Seats that the first list has beyond its share, in the order in which the law gives them.</summary>
    public ImmutableArray<BonusDue> Bonuses { get; init; } = [];

    /// <summary>The most seats that each list can have here; null where nothing limits them.</summary>
    public ListLimits? Limits { get; init; }

    /// <summary>Who holds a seat in the districts below a tier, by person and list, with the district; empty unless it is a tier.</summary>
    public IReadOnlyDictionary<string, string> ElectedBelow { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>The persons who are seated so far.</summary>
    public ImmutableArray<Seat> Elected { get; init; } = [];

    /// <summary>What would have to be known to fill its seats.</summary>
    public ImmutableArray<LocalizedText> Missing { get; init; } = [];

    /// <summary>What was done, in order.</summary>
    public ImmutableArray<AllocationStep> Steps { get; init; } = [];

    /// <summary>The district's name.</summary>
    public string Name => Frame.Name;

    /// <summary>What the first sharing knows of the district.</summary>
    public SharingContext Context => Frame.Context(Seats);

    /// <summary>The seats that were to be shared among the lists, whatever later steps made of them.</summary>
    public int SeatsToShare => Shared?.Seats ?? Seats;

    /// <summary>Seats that are held.</summary>
    public int Filled => Held.Sum();

    /// <summary>The seats that a list holds here, also by its persons.</summary>
    public int HeldBy(string key)
    {
        var held = 0;
        for (var i = 0; i < Held.Length; i++)
        {
            held += Held[i] > 0 && Frame.KeyOf(i) == key ? Held[i] : 0;
        }

        return held;
    }

    /// <summary>The same, and something was done.</summary>
    public DistrictState Tell(AllocationStep step) => this with { Steps = Steps.Add(step) };

    /// <summary>The same, and some things were done.</summary>
    public DistrictState Tell(IEnumerable<AllocationStep> steps) => this with { Steps = Steps.AddRange(steps) };

    /// <summary>The same with a list's seats.</summary>
    public DistrictState WithHeld(int list, int seats) => this with { Held = Held.SetItem(list, seats) };

    /// <summary>The same with votes that a list has beyond its rows.</summary>
    public DistrictState WithVotes(int list, long more) => this with { Lists = Lists.SetItem(list, Lists[list] with { Votes = Lists[list].Votes + more }), HasOwnMargins = false };

    /// <summary>Who among the tied takes the seats, and the district then.</summary>
    /// <param name="level">Among whom.</param>
    /// <param name="tied">The tied.</param>
    /// <param name="name">Their names.</param>
    /// <param name="seats">Seats between them, fewer than the tied.</param>
    /// <param name="rules">The law's rules, in order, with the measure of each.</param>
    /// <param name="article">The article of law.</param>
    public (ImmutableArray<T> Winners, DistrictState State) Break<T>(
        TieLevel level, ImmutableArray<T> tied, Func<T, string> name, int seats, IEnumerable<(TieRule Rule, Func<T, long>? Measure)> rules, string article)
    {
        var broken = Ties.Break(level, tied, name, seats, rules, article);
        return (broken.Winners, this with { Ties = broken.Ties, Steps = Steps.AddRange(broken.Told) });
    }

    /// <summary>Who of tied lists takes a seat: by lot.</summary>
    public (ImmutableArray<int> Winners, DistrictState State) BreakByLot(ImmutableArray<int> lists, int seats, string article) =>
        Break(TieLevel.List, lists, TieNames.Of(lists, i => Lists[i].Name, Frame.FirstLine), seats, [(TieRule.Lot, null)], article);
}

/// <summary>The first sharing of a district as it was done; steps that come later do not touch it.</summary>
/// <param name="Seats">The seats that were to be shared.</param>
/// <param name="TookPart">The lists that took part.</param>
/// <param name="BarredWith">Whom thresholds bar when a list's votes are changed; null where there were none.</param>
sealed record SharedAs(int Seats, ImmutableArray<bool> TookPart, BarredWith? BarredWith);

/// <summary>Seats for a list beyond its share.</summary>
/// <param name="List">The list's number; −1 while lots must say which.</param>
/// <param name="Seats">The seats.</param>
/// <param name="Step">The step that gives them.</param>
readonly record struct BonusDue(int List, int Seats, BonusStep Step);

/// <summary>The most seats that lists can have in a district.</summary>
/// <param name="Most">The most by list, ≥ 0.</param>
/// <param name="Step">The step that said so last.</param>
sealed record ListLimits(ImmutableArray<int> Most, CapStep Step);
