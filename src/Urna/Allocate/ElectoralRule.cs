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

    /// <summary>A drawing of lots, which the user records.</summary>
    Lot,
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

/// <summary>A step that shares seats among holders of one kind.</summary>
public abstract record SharingStep : RuleStep
{
    /// <summary>Among whom.</summary>
    public required Holder Holders { get; init; }

    /// <summary>How ties are broken, in order.</summary>
    public ImmutableArray<TieRule> Ties { get; init; } = [TieRule.Lot];
}

/// <summary>Highest averages (D'Hondt and its family).</summary>
/// <param name="Divisors">The divisor sequence.</param>
public sealed record HighestAveragesStep(DivisorRule Divisors) : SharingStep;

/// <summary>Binomial: two seats, both to the first holder if it exceeds a multiple of the second, else one each.</summary>
/// <param name="Factor">The multiple of the second's votes that the first must exceed.</param>
public sealed record DoublingStep(int Factor) : SharingStep
{
    /// <summary>The seats of every district.</summary>
    public const int Seats = 2;
}

/// <summary>The holders with most votes, one seat each.</summary>
/// <param name="OfEachSex">Seats for each sex; 0 where the law does not ask.</param>
/// <param name="Reserved">Whether the seats are reserved for a people.</param>
public sealed record MostVotesStep(int OfEachSex = 0, bool Reserved = false) : SharingStep;

/// <summary>A fixed number of seats for every holder.</summary>
/// <param name="Seats">Seats for each.</param>
public sealed record EachStep(int Seats) : SharingStep;

/// <summary>One seat for whoever exceeds a share of the valid votes; if nobody does, the finalists go on.</summary>
/// <param name="Numerator">The share's numerator.</param>
/// <param name="Denominator">The share's denominator.</param>
/// <param name="Inclusive">Whether the share itself is enough.</param>
/// <param name="Finalists">How many go on.</param>
public sealed record MajorityStep(int Numerator, int Denominator, bool Inclusive, int Finalists) : SharingStep;

/// <summary>A second vote between the finalists: more votes win.</summary>
public sealed record RunoffStep : SharingStep;

/// <summary>Congress chooses between the finalists: more than half of its valid votes.</summary>
public sealed record CongressStep : SharingStep;

/// <summary>Women and men balanced in a district by replacing the least voted winners of the larger sex.</summary>
/// <param name="Replacements">Where the replacement is sought, in order: party, then list.</param>
public sealed record ParityStep(ImmutableArray<Holder> Replacements) : RuleStep;

/// <summary>Women and men balanced over several districts: winners yield to their own alternates, fewest votes per registered first.</summary>
public sealed record AlternateParityStep : RuleStep;

/// <summary>A district that the law fills but that Urna cannot fill yet.</summary>
/// <param name="Because">What is missing.</param>
public sealed record NeedsDataStep(LocalizedText Because) : RuleStep;
