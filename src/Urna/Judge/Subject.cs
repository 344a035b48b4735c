using System.Collections.Immutable;
using Urna.Power;

namespace Urna.Judge;

/// <summary>Whose votes or seats a number is of.</summary>
/// <param name="Names">Choices, persons, lists or parties that are summed, by id or name.</param>
/// <param name="Standing">How candidacies stand to the parties that are counted besides.</param>
public sealed record Subject(ImmutableArray<string> Names, ImmutableArray<Standing> Standing)
{
    /// <summary>Whether it names anybody.</summary>
    internal bool IsSomebody => !Names.IsEmpty || !Standing.IsEmpty;

    /// <summary>Nobody: for numbers that are of all.</summary>
    internal static Subject Nobody { get; } = new([], []);
}
