namespace Urna.Forecast;

/// <summary>What the projection believes before a night tells it anything; fixed on other nights than those it is measured on.</summary>
/// <remarks>Where each number comes from stands in <c>docs/night.md</c>.</remarks>
sealed record NightSettings
{
    /// <summary>The settings of every command.</summary>
    public static NightSettings Default { get; } = new();

    /// <summary>Standard deviation of how a list's voters of before differ from keeping to it, as a share.</summary>
    public double Slope { get; init; } = 0.3;

    /// <summary>Standard deviation of the change of a share when a place is e times as large.</summary>
    public double Size { get; init; } = 0.02;

    /// <summary>Variance of shares between places before any is seen, in parts of p(1 − p).</summary>
    public double Spread { get; init; } = 0.02;

    /// <summary>Variance of one batch of a place around the place, in parts of p(1 − p).</summary>
    public double Batch { get; init; } = 0.005;

    /// <summary>How strongly a count may choose which places come first: correlation of arrival with what the count does not explain.</summary>
    public double Selection { get; init; } = 0.1;

    /// <summary>The same of stations inside a place, which come nearly as by chance.</summary>
    public double StationSelection { get; init; } = 0.03;

    /// <summary>People on the roll, or votes, up to which a unit is a station.</summary>
    public double StationSize { get; init; } = 1500;

    /// <summary>The same up to which what holds stations is a place, on average, and no region.</summary>
    public double PlaceSize { get; init; } = 100_000;

    /// <summary>How what is missing of a place that is partly counted may differ, in parts of √(p(1 − p)).</summary>
    public double Within { get; init; } = 0.07;

    /// <summary>The same where no places tell anything: the whole is one place.</summary>
    public double Alone { get; init; } = 0.1;

    /// <summary>Relative standard deviation of the votes of one station.</summary>
    public double Station { get; init; } = 0.3;

    /// <summary>Smallest relative standard deviation of all that is missing, while anything is.</summary>
    public double Volume { get; init; } = 0.02;

    /// <summary>Late votes that nobody tells of, where votes cast in advance are parted: their standard deviation in parts of votes counted.</summary>
    public double Late { get; init; } = 0.03;

    /// <summary>How their shares may differ, as a part of each share.</summary>
    public double LateShares { get; init; } = 0.15;
}
