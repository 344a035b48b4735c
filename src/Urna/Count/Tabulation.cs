using System.Collections.Immutable;
using Urna.Model;

namespace Urna.Count;

/// <summary>A sum over units that is known only if every unit states its part.</summary>
/// <param name="Known">The sum over the units that state it.</param>
/// <param name="UnitsMissing">Units that do not state it.</param>
public readonly record struct Total(long Known, int UnitsMissing)
{
    /// <summary>The sum; null where a part is missing.</summary>
    public long? Value => UnitsMissing == 0 ? Known : null;

    /// <summary>This sum with one unit more.</summary>
    /// <param name="part">What the unit states, or null.</param>
    public Total Plus(long? part) => part is { } votes ? this with { Known = Known + votes } : this with { UnitsMissing = UnitsMissing + 1 };
}

/// <summary>The votes of one choice in a place.</summary>
/// <param name="Choice">The index of the choice in <see cref="Contest.Candidacies"/>.</param>
/// <param name="Votes">Its votes.</param>
public readonly record struct ChoiceTotal(int Choice, Total Votes);

/// <summary>The count of one contest in one place.</summary>
/// <param name="Contest">The contest.</param>
/// <param name="Place">The place.</param>
/// <param name="Units">Units that report there.</param>
/// <param name="Registered">People on the roll.</param>
/// <param name="Cast">Votes cast.</param>
/// <param name="Valid">Valid votes.</param>
/// <param name="Blank">Blank votes.</param>
/// <param name="Null">Null votes.</param>
/// <param name="Choices">The choices on the ballot there, in the order of the contest.</param>
public sealed record Tabulation(
    Contest Contest, Place Place, int Units, Total Registered, Total Cast, Total Valid, Total Blank, Total Null, ImmutableArray<ChoiceTotal> Choices)
{
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
