using System.Collections.Immutable;
using Urna.Model;

namespace Urna.Count;

/// <summary>What is known of a figure.</summary>
public enum FigureState
{
    /// <summary>Every unit states its part.</summary>
    Stated,

    /// <summary>A unit that has reported does not state its part.</summary>
    Missing,

    /// <summary>Whoever has reported states it, but some units have not reported yet.</summary>
    NotReported,
}

/// <summary>A sum over units that is known only if every unit states its part.</summary>
/// <param name="Known">The sum over the units that state it.</param>
/// <param name="UnitsMissing">Units that do not state it, among them those that have not reported yet.</param>
/// <param name="UnitsNotReported">Units that have not reported yet: they exist, and have no returns at all.</param>
public readonly record struct Total(long Known, int UnitsMissing, int UnitsNotReported = 0)
{
    /// <summary>The sum; null where a part is missing or not reported yet.</summary>
    public long? Value => UnitsMissing == 0 ? Known : null;

    /// <summary>Whether it is stated, missing or not reported yet.</summary>
    public FigureState State =>
        UnitsMissing == 0 ? FigureState.Stated : UnitsMissing > UnitsNotReported ? FigureState.Missing : FigureState.NotReported;

    /// <summary>This sum with one unit more.</summary>
    /// <param name="part">What the unit states, or null.</param>
    /// <param name="reported">Whether the unit has reported.</param>
    public Total Plus(long? part, bool reported = true) => part is { } votes ? this with { Known = Known + votes } : Lacking(1, reported ? 0 : 1);

    /// <summary>This sum with more units that do not state it.</summary>
    /// <param name="units">How many, ≥ 0.</param>
    /// <param name="notReported">How many of them have not reported yet.</param>
    internal Total Lacking(int units, int notReported) => this with { UnitsMissing = UnitsMissing + units, UnitsNotReported = UnitsNotReported + notReported };
}

/// <summary>The votes of one choice in a place.</summary>
/// <param name="Choice">The index of the choice in <see cref="Contest.Candidacies"/>.</param>
/// <param name="Votes">Its votes.</param>
public readonly record struct ChoiceTotal(int Choice, Total Votes)
{
    /// <summary>Units that state its votes.</summary>
    internal int UnitsStating { get; init; }
}

/// <summary>The count of one contest in one place.</summary>
/// <param name="Contest">The contest.</param>
/// <param name="Place">The place.</param>
/// <param name="Units">Units that stand in the results there, also with a roll alone.</param>
/// <param name="Registered">People on the roll.</param>
/// <param name="Cast">Votes cast.</param>
/// <param name="Valid">Valid votes.</param>
/// <param name="Blank">Blank votes.</param>
/// <param name="Null">Null votes.</param>
/// <param name="Choices">The choices on the ballot there, in the order of the contest.</param>
public sealed record Tabulation(
    Contest Contest, Place Place, int Units, Total Registered, Total Cast, Total Valid, Total Blank, Total Null, ImmutableArray<ChoiceTotal> Choices)
{
    /// <summary>The units there that have not reported yet, by the ids of their places; those that are not in the results last.</summary>
    public ImmutableArray<string> NotReported { get; init; } = [];

    /// <summary>Units that have no row in the results and are still awaited.</summary>
    public int UnitsAwaited { get; init; }

    /// <summary>Votes cast per person on the roll, in [0, 1]; null where either is missing or nobody is registered.</summary>
    public double? Turnout => Cast.Value is { } cast && Registered.Value is { } registered and > 0 ? (double)cast / registered : null;

    /// <summary>A choice's share of the votes for all choices, in [0, 1]; null where a part is missing or nothing was cast.</summary>
    /// <param name="total">One of <see cref="Choices"/>.</param>
    public double? Share(ChoiceTotal total)
    {
        var sum = Choices.Sum(c => c.Votes.Known);
        return total.Votes.Value is { } votes && sum > 0 && Choices.All(c => c.Votes.UnitsMissing == 0) ? (double)votes / sum : null;
    }

    /// <summary>The choices from most votes to least; ties stay in the contest's order.</summary>
    public IEnumerable<ChoiceTotal> Ranked => Choices.OrderByDescending(c => c.Votes.Known);
}
