using System.Globalization;
using System.Text.Json.Serialization;
using Urna.Forecast;
using Urna.Model;

namespace Urna.Contract;

/// <summary>A half-counted night at a moment, in the shape of <c>urna night project --format json</c>.</summary>
/// <param name="Contest">The contest's id.</param>
/// <param name="AsOf">The moment, ISO 8601; null before the first.</param>
/// <param name="Units">Places that are counted by themselves.</param>
/// <param name="UnitsCounted">Those counted whole.</param>
/// <param name="UnitsPartial">Those counted in part.</param>
/// <param name="Counted">Valid votes counted.</param>
/// <param name="Expected">Valid votes at the end; null where what is out is not known.</param>
/// <param name="Choices">The choices, in the order of the ballot.</param>
/// <param name="Margin">The first over the second; null where there are not two.</param>
/// <param name="Seats">Seats by list.</param>
/// <param name="Calls">Calls, and why there are none.</param>
/// <param name="Baseline">The earlier contest; null if none.</param>
/// <param name="Level">The level of intervals.</param>
/// <param name="Draws">Draws.</param>
/// <param name="Seed">Their seed.</param>
/// <param name="Intervals">What the intervals are worth.</param>
/// <param name="Findings">What a reader must know.</param>
public sealed record NightJson(
    string Contest,
    string? AsOf,
    int Units,
    int UnitsCounted,
    int UnitsPartial,
    long Counted,
    NightJson.Volume? Expected,
    IEnumerable<NightJson.Choice> Choices,
    NightJson.Lead? Margin,
    IReadOnlyDictionary<string, NightJson.ListSeats> Seats,
    IEnumerable<NightJson.NightCall> Calls,
    NightJson.Earlier? Baseline,
    double Level,
    int Draws,
    ulong Seed,
    NightJson.Worth Intervals,
    IEnumerable<FindingJson> Findings)
{
    /// <summary>Valid votes at the end.</summary>
    public sealed record Volume(double Votes, double Lower, double Upper);

    /// <summary>A choice: shares in [0, 1].</summary>
    /// <param name="Id">The choice's id.</param>
    /// <param name="Name">Its name.</param>
    /// <param name="Votes">Votes counted.</param>
    /// <param name="CountedShare">Its share of those counted; null before any.</param>
    /// <param name="Share">Its share at the end.</param>
    /// <param name="Lower">The lower end.</param>
    /// <param name="Upper">The upper end.</param>
    /// <param name="First">The probability of the first place.</param>
    public sealed record Choice([property: JsonPropertyName("choice")] string Id, string Name, long Votes, double? CountedShare, double Share, double Lower, double Upper, double First);

    /// <summary>The first over the second, in points.</summary>
    public sealed record Lead(string Of, string Over, double Points, double Lower, double Upper);

    /// <summary>Seats of a list.</summary>
    public sealed record ListSeats(int? Now, double Mean, double Lower, double Upper);

    /// <summary>A call.</summary>
    /// <param name="What">first, elected, runoff, majority or threshold.</param>
    /// <param name="Who">The choice's id.</param>
    /// <param name="Status">called, leaning or open.</param>
    /// <param name="Probability">The probability by the draws.</param>
    /// <param name="Because">Why, in a sentence.</param>
    public sealed record NightCall(string What, string Who, string Status, double Probability, string Because)
    {
        /// <summary>The district; left out for the whole.</summary>
        [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
        public string? District { get; init; }
    }

    /// <summary>The earlier contest.</summary>
    public sealed record Earlier(string Contest, int Matched, long UnmatchedElectors);

    /// <summary>What the intervals are worth: the nominal level, the one measured, and on what.</summary>
    public sealed record Worth(double Nominal, double? Measured, string On);

    /// <summary>The shape of a projection.</summary>
    /// <param name="p">The projection.</param>
    public static NightJson Of(Projection p)
    {
        ArgumentNullException.ThrowIfNull(p);
        return new(
            p.Contest.Id,
            p.AsOf is { } time ? Time(time) : null,
            p.Units,
            p.UnitsCounted,
            p.UnitsPartial,
            p.Counted,
            p.Expected is { } e ? new Volume(e.Mean, e.Lower, e.Upper) : null,
            p.Choices.Select(c => new Choice(c.Candidacy.Choice, c.Candidacy.Name, c.Votes, c.CountedShare, c.Share.Mean, c.Share.Lower, c.Share.Upper, c.First)),
            p.Margin is { } m ? new Lead(m.Of, m.Over, 100 * m.Points.Mean, 100 * m.Points.Lower, 100 * m.Points.Upper) : null,
            p.Seats.ToDictionary(s => s.List, s => new ListSeats(s.Now, s.Seats.Mean, s.Seats.Lower, s.Seats.Upper)),
            p.Calls.Select(c => new NightCall(Spelling.Kebab(c.What), c.Who, Spelling.Kebab(c.Status), c.Probability, c.Because.English) { District = c.District.Length > 0 ? c.District : null }),
            p.Baseline is { } b ? new Earlier(b.Contest, b.Matched, b.UnmatchedElectors) : null,
            p.Level,
            p.Draws,
            p.Seed,
            new Worth(p.Level, MeasuredCoverage.At(p.Level), MeasuredCoverage.On),
            p.Findings.Select(FindingJson.Of));
    }

    /// <summary>A time as answers write it.</summary>
    public static string Time(DateTimeOffset time) =>
        time.ToString(time.Offset == TimeSpan.Zero ? "yyyy-MM-ddTHH:mm:ss" : "yyyy-MM-ddTHH:mm:sszzz", CultureInfo.InvariantCulture);
}

/// <summary>How good replayed projections were at a moment, in the shape of <c>urna night replay --format json</c>; errors and widths in points.</summary>
/// <param name="At">Per cent of votes in.</param>
/// <param name="Nights">Nights.</param>
/// <param name="Error">Mean absolute error of the final result over choices from 1 %.</param>
/// <param name="ErrorUncounted">The same of the votes not counted.</param>
/// <param name="ErrorNaive">The same of the count as it stood.</param>
/// <param name="ErrorBest">The same of the best simple way.</param>
/// <param name="Intervals">How often intervals held the truth, by level.</param>
/// <param name="Width">Mean width of 90 % intervals.</param>
/// <param name="SeatError">Seats given to another list than in the end; null where no law fills any.</param>
/// <param name="FalseCalls">Calls that did not come true.</param>
/// <param name="CalledAt">Per cent of votes in when the first place was called, the median; null if none.</param>
public sealed record ReplayJson(
    double At, int Nights, double Error, double ErrorUncounted, double ErrorNaive, double ErrorBest, IReadOnlyDictionary<string, double> Intervals, double Width, double? SeatError, int FalseCalls, double? CalledAt)
{
    /// <summary>The best simple way.</summary>
    public string? Best { get; init; }

    /// <summary>The first over the second: its error, how often intervals held it, and their width.</summary>
    public MarginScore? Margin { get; init; }

    /// <summary>How well a margin was projected, in points.</summary>
    public sealed record MarginScore(double Error, IReadOnlyDictionary<string, double> Intervals, double Width);

    /// <summary>The shape of a score.</summary>
    /// <param name="s">The score.</param>
    public static ReplayJson Of(ReplayScore s)
    {
        ArgumentNullException.ThrowIfNull(s);
        return new(s.At, s.Nights, 100 * s.Error, 100 * s.ErrorUncounted, 100 * s.ErrorNaive, 100 * s.ErrorBest, Levels(s.Coverage), 100 * s.Width, s.SeatError, s.FalseCalls, s.CalledAt)
        {
            Best = s.Best,
            Margin = new(100 * s.MarginError, Levels(s.MarginCoverage), 100 * s.MarginWidth),
        };
    }

    static Dictionary<string, double> Levels(IReadOnlyDictionary<int, double> coverage) => coverage.ToDictionary(c => c.Key.ToString(CultureInfo.InvariantCulture), c => c.Value);
}
