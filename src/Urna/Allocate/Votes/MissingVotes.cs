using System.Collections.Immutable;
using Urna.Allocate.Methods;
using Urna.Model;

namespace Urna.Allocate.Votes;

/// <summary>How votes that a source does not give are named, where a seat hangs on them.</summary>
public static class MissingVotes
{
    /// <summary>How many are named at most.</summary>
    internal const int Named = 3;

    /// <summary>What is missing of other districts, where it is too much to be named in each.</summary>
    /// <param name="more">How many things more, ≥ 1.</param>
    public static LocalizedText OfOthers(int more) => new($"{more} more of other districts", $"{more} más de otros distritos");

    /// <summary>All votes of a district.</summary>
    /// <param name="district">The district's name.</param>
    public static LocalizedText OfDistrict(string district) => new($"the votes of {district}", $"los votos de {district}");

    /// <summary>All votes of units that have not reported.</summary>
    /// <param name="units">Their names.</param>
    public static LocalizedText OfUnits(ImmutableArray<string> units)
    {
        var names = string.Join(", ", units.Take(Named));
        return units.Length > Named
            ? new($"the votes of {names} and {units.Length - Named} more, not reported yet", $"los votos de {names} y {units.Length - Named} más, aún no informados")
            : new($"the votes of {names}, not reported yet", $"los votos de {names}, aún no informados");
    }

    /// <summary>The votes of some candidacies, in part or whole.</summary>
    /// <param name="candidacies">Their names.</param>
    public static LocalizedText Of(ImmutableArray<string> candidacies)
    {
        var names = string.Join(", ", candidacies.Take(Named));
        var more = candidacies.Length - Named;
        return more > 0
            ? new($"all votes of {names} and {more} more", $"todos los votos de {names} y {more} más")
            : new($"all votes of {names}", $"todos los votos de {names}");
    }

    /// <summary>What a share of votes or a size follows from.</summary>
    /// <param name="kind">What it is measured by.</param>
    public static LocalizedText OfBase(VoteBase kind) => kind switch
    {
        VoteBase.Registered => new("the people registered in each district", "las personas inscritas en cada distrito"),
        VoteBase.ValidAndBlank => new("the blank votes of each district", "los votos en blanco de cada distrito"),
        VoteBase.Cast => new("the blank and null votes of each district", "los votos en blanco y nulos de cada distrito"),
        _ => new("the votes of each district", "los votos de cada distrito"),
    };
}
