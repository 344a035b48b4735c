using System.Collections.Immutable;
using Urna.Allocate.Methods;

namespace Urna.Allocate.Steps;

/// <summary>How the votes that elect a candidate are worked out.</summary>
public enum QuotaRule
{
    /// <summary>Votes / (seats + 1), without its fraction, and one more; with one seat, more than half.</summary>
    Droop,

    /// <summary>Votes / (seats + 1), with its fraction.</summary>
    HagenbachBischoff,

    /// <summary>Votes / seats, with its fraction.</summary>
    Hare,
}

/// <summary>Which ballots of an elected candidate pass on the surplus, and at which value.</summary>
/// <remarks>Farrell &amp; McAllister (2003), The 1983 change in surplus vote transfer procedures for the Australian Senate; Tideman (1995), J. Econ. Perspectives 9:1.</remarks>
public enum SurplusRule
{
    /// <summary>All ballots, each at its own value × surplus / votes.</summary>
    WeightedInclusiveGregory,

    /// <summary>All ballots, all at the same value: surplus / ballots.</summary>
    InclusiveGregory,

    /// <summary>The ballots received last, all at the same value, but none at more than it had.</summary>
    LastParcel,

    /// <summary>No surplus is passed on.</summary>
    None,
}

/// <summary>What a surplus is divided by.</summary>
public enum SurplusShare
{
    /// <summary>All ballots looked at; the share of those without a next preference is lost.</summary>
    AllBallots,

    /// <summary>Only the ballots that show a next preference.</summary>
    Transferable,
}

/// <summary>Which surplus goes first.</summary>
public enum SurplusOrder
{
    /// <summary>The largest.</summary>
    LargestFirst,

    /// <summary>That of the candidate elected first; of those elected at the same count, the largest.</summary>
    OrderOfElection,
}

/// <summary>What is rounded down.</summary>
public enum RoundingRule
{
    /// <summary>The value of each ballot.</summary>
    BallotValue,

    /// <summary>The votes that a candidate gains at a count.</summary>
    Gain,
}

/// <summary>Who is excluded when nobody can be elected.</summary>
public enum ExclusionRule
{
    /// <summary>The candidate with the fewest votes.</summary>
    Lowest,

    /// <summary>All those who can no longer overtake the next above them; if there are none, the lowest.</summary>
    Batch,

    /// <summary>The same, and they go before any surplus is passed on.</summary>
    BatchBeforeSurplus,

    /// <summary>All but the first two, at once.</summary>
    AllButTwo,
}

/// <summary>In which portions the ballots of an excluded candidate move.</summary>
public enum ExclusionParcels
{
    /// <summary>All at one count.</summary>
    Together,

    /// <summary>One count for each value, the highest first.</summary>
    ByValue,

    /// <summary>First preferences at a count of their own, then one for each value.</summary>
    FirstThenByValue,
}

/// <summary>When the last vacancy is filled before the count would fill it.</summary>
public enum LastVacancyRule
{
    /// <summary>Never.</summary>
    None,

    /// <summary>A candidate has more votes than all others with the surpluses not passed on.</summary>
    MoreThanTheRest,

    /// <summary>A candidate has at least as many.</summary>
    AtLeastTheRest,

    /// <summary>Two candidates are left: the first of them is elected.</summary>
    FirstOfTwo,
}

/// <summary>What a rank with several candidates, or a candidate ranked twice, does to a ballot.</summary>
public enum MarkRule
{
    /// <summary>It is passed over.</summary>
    Next,

    /// <summary>The ballot ends there.</summary>
    Exhaust,
}

/// <summary>When the count ends.</summary>
public enum StopRule
{
    /// <summary>When the seats are filled.</summary>
    Filled,

    /// <summary>When two candidates are left; nobody is elected before.</summary>
    TwoLeft,
}

/// <summary>Seats by ranked ballots: single transferable vote, alternative vote, instant runoff.</summary>
public sealed record TransferableVoteStep : BallotStep
{
    /// <summary>Votes that elect a candidate.</summary>
    public QuotaRule Quota { get; init; } = QuotaRule.Droop;

    /// <summary>Whether only more than the quota elects, and not the quota itself.</summary>
    public bool MustExceed { get; init; }

    /// <summary>Whether the quota is worked out again at each count from the votes that are still in it.</summary>
    public bool Recomputed { get; init; }

    /// <summary>How a surplus is passed on.</summary>
    public SurplusRule Surplus { get; init; } = SurplusRule.WeightedInclusiveGregory;

    /// <summary>What a surplus is divided by.</summary>
    public SurplusShare Share { get; init; } = SurplusShare.AllBallots;

    /// <summary>Which surplus goes first.</summary>
    public SurplusOrder Order { get; init; } = SurplusOrder.LargestFirst;

    /// <summary>Whether a surplus waits that cannot change who is excluded next.</summary>
    public bool SurplusWaits { get; init; }

    /// <summary>Decimals that are kept, 0 to 9; null for exact fractions.</summary>
    public int? Decimals { get; init; }

    /// <summary>What is rounded down to the decimals.</summary>
    public RoundingRule Rounding { get; init; } = RoundingRule.BallotValue;

    /// <summary>Who is excluded.</summary>
    public ExclusionRule Exclude { get; init; } = ExclusionRule.Lowest;

    /// <summary>In which portions the ballots of the excluded move.</summary>
    public ExclusionParcels Parcels { get; init; } = ExclusionParcels.Together;

    /// <summary>When the last vacancy is filled early.</summary>
    public LastVacancyRule LastVacancy { get; init; } = LastVacancyRule.None;

    /// <summary>When the count ends.</summary>
    public StopRule Stop { get; init; } = StopRule.Filled;

    /// <summary>Ranks left blank one after the other that a ballot survives; null for any number.</summary>
    public int? SkippedRanks { get; init; }

    /// <summary>What a rank with several candidates does.</summary>
    public MarkRule Overvote { get; init; } = MarkRule.Exhaust;

    /// <summary>What a candidate ranked a second time does.</summary>
    public MarkRule Duplicate { get; init; } = MarkRule.Next;

    /// <summary>Lines of the ballot that stand for many persons: they cannot be elected, and go first.</summary>
    public ImmutableArray<string> WriteIns { get; init; } = [];

    /// <summary>How ties are broken, in order.</summary>
    public ImmutableArray<TieRule> Ties { get; init; } = [TieRule.Lot];

    /// <inheritdoc/>
    internal override bool IsNaming => base.IsNaming || !WriteIns.IsEmpty;
}
