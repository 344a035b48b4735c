using System.Collections.Immutable;
using Urna.Model;

namespace Urna.Allocate;

/// <summary>An electoral law: named steps, each with the article it implements.</summary>
/// <param name="Name">The law's name, such as <c>congress-2015</c>.</param>
/// <param name="Title">The title for people.</param>
/// <param name="Country">The country's code.</param>
/// <param name="Applies">When it applied, in words.</param>
/// <param name="Sources">The texts it was read from.</param>
/// <param name="Steps">The steps, in the order in which they are taken.</param>
public sealed record ElectoralRule(
    string Name, LocalizedText Title, string Country, LocalizedText Applies, ImmutableArray<string> Sources, ImmutableArray<RuleStep> Steps)
{
    /// <summary>The steps that fill the seats of a district: those that name it, or else those that name none.</summary>
    /// <param name="district">The district's name.</param>
    public ImmutableArray<RuleStep> StepsFor(string district)
    {
        if (Steps.All(s => s.Districts.IsEmpty))
        {
            return Steps;
        }

        var key = FoldedName.Of(district);
        var own = Steps.Where(s => s.Districts.Any(d => FoldedName.Of(d) == key)).ToImmutableArray();
        return own.IsEmpty ? [.. Steps.Where(s => s.Districts.IsEmpty)] : own;
    }
}

/// <summary>Who holds the seats that a step shares out.</summary>
public enum Holder
{
    /// <summary>Lists and pacts; a candidacy outside any is a list of one.</summary>
    List,

    /// <summary>The sub-pacts of a list; a party outside any is one of its own, and so is a person without a party.</summary>
    Subpact,

    /// <summary>The parties of a list.</summary>
    Party,

    /// <summary>Persons.</summary>
    Candidate,
}

/// <summary>How a law breaks a tie.</summary>
public enum TieRule
{
    /// <summary>More votes in all.</summary>
    MostVotes,

    /// <summary>The holder of the person with most personal votes among those not yet elected.</summary>
    MostPersonalVotes,

    /// <summary>The holder of the person with most personal votes, elected or not.</summary>
    HighestPersonalVote,

    /// <summary>An earlier place on the list.</summary>
    ListOrder,

    /// <summary>A drawing of lots, which the user records.</summary>
    Lot,

    /// <summary>More votes at the last count of ranked ballots at which they were unequal.</summary>
    Backwards,

    /// <summary>More votes at the first count of ranked ballots at which they were unequal.</summary>
    Forwards,
}

/// <summary>One step of a law.</summary>
public abstract record RuleStep
{
    /// <summary>The article of law that it implements.</summary>
    public required string Article { get; init; }

    /// <summary>What was not verified against the law's text; null if all was.</summary>
    public LocalizedText? Unverified { get; init; }

    /// <summary>The districts it is for; empty for all those that no step names.</summary>
    public ImmutableArray<string> Districts { get; init; } = [];
}
