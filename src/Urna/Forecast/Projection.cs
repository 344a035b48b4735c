using System.Collections.Immutable;
using Urna.Model;
using Urna.Validate;

namespace Urna.Forecast;

/// <summary>A number with the interval that holds it.</summary>
/// <param name="Mean">The expected value.</param>
/// <param name="Lower">The lower end.</param>
/// <param name="Upper">The upper end, not below it.</param>
public readonly record struct Ranged(double Mean, double Lower, double Upper);

/// <summary>What is expected of a choice.</summary>
/// <param name="Candidacy">The choice.</param>
/// <param name="Votes">Votes counted, ≥ 0.</param>
/// <param name="CountedShare">Its share of valid votes counted, in [0, 1]; null before any.</param>
/// <param name="Share">Its share of valid votes at the end, in [0, 1].</param>
/// <param name="First">The probability that it has the most votes at the end, in [0, 1].</param>
public sealed record ProjectedChoice(Candidacy Candidacy, long Votes, double? CountedShare, Ranged Share, double First);

/// <summary>Seats of a list.</summary>
/// <param name="List">The list.</param>
/// <param name="Now">Seats if what is counted were all; null if the law gives none on that.</param>
/// <param name="Seats">Seats at the end.</param>
public sealed record ProjectedSeats(string List, int? Now, Ranged Seats);

/// <summary>How far a call has come.</summary>
public enum CallStatus
{
    /// <summary>Not to be said.</summary>
    Open,

    /// <summary>Likely, and not to be said as done.</summary>
    Leaning,

    /// <summary>Cannot change any more, as far as the written rule sees.</summary>
    Called,
}

/// <summary>What a call is of.</summary>
public enum CallKind
{
    /// <summary>The most votes.</summary>
    First,

    /// <summary>The only seat of a district.</summary>
    Elected,

    /// <summary>A place in a second round.</summary>
    Runoff,

    /// <summary>More than half of the valid votes.</summary>
    Majority,

    /// <summary>The share that a law asks of a list.</summary>
    Threshold,
}

/// <summary>Why a call stands as it does.</summary>
public enum CallReason
{
    /// <summary>What is out is not known.</summary>
    OutstandingUnknown,

    /// <summary>Votes that are out would have to differ from those counted more than any count did.</summary>
    NoPath,

    /// <summary>All votes are counted.</summary>
    Complete,

    /// <summary>The order of arrival tells of a change that could turn it.</summary>
    ArrivalTells,

    /// <summary>A path is left.</summary>
    PathLeft,
}

/// <summary>A call, or why there is none.</summary>
/// <param name="What">What it is of.</param>
/// <param name="Who">The choice's id, or the list's name.</param>
/// <param name="District">The district; empty for the whole.</param>
/// <param name="Status">How far it has come.</param>
/// <param name="Probability">The probability by the draws, in [0, 1].</param>
/// <param name="Reason">Why.</param>
/// <param name="Lead">The projected lead that decides, as a share of the votes at the end.</param>
/// <param name="Needed">The lead from which the rule calls, as such a share.</param>
public sealed record Call(CallKind What, string Who, string District, CallStatus Status, double Probability, CallReason Reason, double Lead, double Needed)
{
    /// <summary>Why, in a sentence.</summary>
    public LocalizedText Because => Reason switch
    {
        CallReason.OutstandingUnknown => LocalizedText.Say("night.because-outstanding-unknown"),
        CallReason.Complete => LocalizedText.Say("night.because-complete"),
        CallReason.ArrivalTells => LocalizedText.Say("night.because-arrival-tells"),
        CallReason.NoPath => LocalizedText.Say("night.because-no-path", ("lead", Text(Lead)), ("needed", Text(Needed))),
        _ => LocalizedText.Say("night.because-path-left", ("lead", Text(Lead)), ("needed", Text(Needed))),
    };

    static string Text(double share) => (100 * share).ToString("0.0", System.Globalization.CultureInfo.InvariantCulture);
}

/// <summary>What is expected to be the first two.</summary>
/// <param name="Of">The choice or list that is expected to be first.</param>
/// <param name="Over">The one expected to be second.</param>
/// <param name="Points">How much more the first has, as a share of valid votes at the end.</param>
public sealed record ProjectedMargin(string Of, string Over, Ranged Points);

/// <summary>A district as it is projected.</summary>
/// <param name="District">The district's id.</param>
/// <param name="Counted">Votes counted.</param>
/// <param name="Missing">Votes expected beside.</param>
public sealed record ProjectedDistrict(string District, long Counted, double Missing);

/// <summary>What a half-counted night says of its end.</summary>
/// <param name="Contest">The contest.</param>
/// <param name="AsOf">The moment; null before the first.</param>
/// <param name="Units">Places that are counted by themselves.</param>
/// <param name="UnitsCounted">Those counted whole.</param>
/// <param name="UnitsPartial">Those counted in part.</param>
/// <param name="Counted">Valid votes counted.</param>
/// <param name="Expected">Valid votes at the end; null where what is out is not known.</param>
/// <param name="Choices">The choices, in the order of the ballot.</param>
/// <param name="Margin">The first over the second; null where there are not two.</param>
/// <param name="Seats">Seats by list; empty where no law fills any.</param>
/// <param name="Calls">Calls, and what is not called.</param>
/// <param name="Level">The level of intervals, in (0, 1).</param>
/// <param name="Draws">Draws they are from.</param>
/// <param name="Seed">The seed of the draws.</param>
/// <param name="Findings">What a reader must know.</param>
public sealed record Projection(
    Contest Contest,
    DateTimeOffset? AsOf,
    int Units,
    int UnitsCounted,
    int UnitsPartial,
    long Counted,
    Ranged? Expected,
    ImmutableArray<ProjectedChoice> Choices,
    ProjectedMargin? Margin,
    ImmutableArray<ProjectedSeats> Seats,
    ImmutableArray<Call> Calls,
    double Level,
    int Draws,
    ulong Seed,
    ImmutableArray<Finding> Findings)
{
    /// <summary>The earlier contest it rests on; null if none.</summary>
    public Baseline? Baseline { get; init; }

    /// <summary>Districts, with what is out in each.</summary>
    public ImmutableArray<ProjectedDistrict> Districts { get; init; } = [];

    /// <summary>Units by place: votes counted and expected beside.</summary>
    public ImmutableArray<ProjectedDistrict> Places { get; init; } = [];

    /// <summary>Draws of shares by choice, for scores; empty unless asked for.</summary>
    internal double[][] Samples { get; init; } = [];

    /// <summary>Draws of all valid votes.</summary>
    internal double[] Totals { get; init; } = [];
}

/// <summary>How a night is projected.</summary>
public sealed record ProjectionOptions
{
    /// <summary>The level of intervals, in (0, 1).</summary>
    public double Level { get; init => field = value is > 0 and < 1 ? value : throw new ArgumentOutOfRangeException(nameof(value), value, $"level: {value}. Expected: between 0 and 1."); } = 0.9;

    /// <summary>Draws, at least 2.</summary>
    public int Draws { get; init => field = Checked.AtLeast(2, value, "draws"); } = 1000;

    /// <summary>The seed.</summary>
    public ulong Seed { get; init; } = 1;

    /// <summary>The earlier contest; null for none.</summary>
    public Baseline? Baseline { get; init; }

    /// <summary>What is believed before; the command never changes it.</summary>
    internal NightSettings Settings { get; init; } = NightSettings.Default;

    /// <summary>Whether the draws are kept.</summary>
    internal bool KeepsSamples { get; init; }
}
