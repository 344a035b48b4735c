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
    public static LocalizedText OfOthers(int more) => LocalizedText.Say("missing-votes.more-of-other-districts", ("more", more));

    /// <summary>All votes of a district.</summary>
    /// <param name="district">The district's name.</param>
    public static LocalizedText OfDistrict(string district) => LocalizedText.Say("missing-votes.the-votes-of", ("district", district));

    /// <summary>All votes of units that have not reported.</summary>
    /// <param name="units">Their names.</param>
    public static LocalizedText OfUnits(ImmutableArray<string> units)
    {
        var names = string.Join(", ", units.Take(Named));
        return units.Length > Named
            ? LocalizedText.Say("missing-votes.the-votes-of-and-more-not", ("names", names), ("units", units.Length - Named))
            : LocalizedText.Say("missing-votes.the-votes-of-not-reported-yet", ("names", names));
    }

    /// <summary>The votes of some candidacies, in part or whole.</summary>
    /// <param name="candidacies">Their names.</param>
    public static LocalizedText Of(ImmutableArray<string> candidacies)
    {
        var names = string.Join(", ", candidacies.Take(Named));
        var more = candidacies.Length - Named;
        return more > 0
            ? LocalizedText.Say("missing-votes.all-votes-of-and-more", ("names", names), ("more", more))
            : LocalizedText.Say("missing-votes.all-votes-of", ("names", names));
    }

    /// <summary>What a share of votes or a size follows from.</summary>
    /// <param name="kind">What it is measured by.</param>
    public static LocalizedText OfBase(VoteBase kind) => kind switch
    {
        VoteBase.Registered => LocalizedText.Say("missing-votes.the-people-registered-in-each-district"),
        VoteBase.ValidAndBlank => LocalizedText.Say("missing-votes.the-blank-votes-of-each-district"),
        VoteBase.Cast => LocalizedText.Say("missing-votes.the-blank-and-null-votes-of"),
        _ => LocalizedText.Say("missing-votes.the-votes-of-each-district"),
    };
}
