using System.Collections.Immutable;
using System.Globalization;
using Urna.History;
using Urna.Model;
using Urna.Report.Pictures;

namespace Urna.Report.Archive;

/// <summary>All elections of a folder in one language, and the files in which they are told.</summary>
/// <param name="account">What they say together.</param>
/// <param name="options">The language and version.</param>
/// <param name="folders">The folder of each election that has a site of its own, by id.</param>
public sealed class ArchiveEdition(ArchiveAccount account, SiteOptions options, IReadOnlyDictionary<string, string> folders) : Wording(options.Language)
{
    /// <summary>What the elections say together.</summary>
    public ArchiveAccount Account { get; } = account;

    /// <summary>How it is told.</summary>
    public SiteOptions Options { get; } = options;

    /// <summary>The years that have votes, the latest first.</summary>
    public ImmutableArray<int> Years { get; } = [.. account.Votes.Select(v => v.Date.Year).Distinct().OrderDescending()];

    /// <summary>The countries of the votes.</summary>
    public ImmutableArray<string> Countries { get; } = [.. account.Votes.Select(v => v.Country).Distinct().Order(StringComparer.Ordinal)];

    /// <summary>The page of a year.</summary>
    public static string YearFile(int year) => $"year-{year.ToString(CultureInfo.InvariantCulture)}.html";

    /// <summary>The page of a place.</summary>
    public static string PlaceFile(PlaceThrough place) => $"place-{place.Country}-{place.Id}.html";

    /// <summary>The page of an election; null where it has none.</summary>
    public string? ElectionFile(string election) => folders.TryGetValue(election, out var folder) ? $"{folder}/index.html" : null;

    /// <summary>A day as people write it.</summary>
    public string Day(DateOnly date) => Say("date.day", ("day", date.Day), ("month", Say($"date.month-{date.Month:00}")), ("year", date.Year));

    /// <summary>A point of a chart.</summary>
    public ChartPoint Point(HistoryPoint point) => new(point.Date, point.Value.Value, $"{Day(point.Date)}, {L(point.Title)}: {Percent(point.Value.Value)}, {HistoryWords.Whole(point, this)}. {string.Join("; ", point.Sources)}", point.IsPreliminary);

    /// <summary>Turnout over time, of the roll and of people of voting age: the votes of each day with most ballots.</summary>
    public string TurnoutChart(IEnumerable<HistoryPoint> points, string title, bool alone) => LineChart.Svg(title, Sources(points), [
        Line(points, HistoryMeasure.TurnoutOfAdults, Say("archive.of-adults"), 0),
        Line(points, HistoryMeasure.Turnout, Say("archive.of-roll"), 1),
    ], s => Numbers.Percent(s, 0), alone);

    ChartLine Line(IEnumerable<HistoryPoint> points, HistoryMeasure measure, string name, int colour) => new(name, colour, [
        .. OfTheCountry(points).Where(p => p.Measure == measure).GroupBy(p => p.Date).OrderBy(g => g.Key).Select(g => Point(g.MaxBy(p => p.Value)!)),
    ]);

    /// <summary>The points of elections and plebiscites: in a primary of some parties few are asked.</summary>
    static IEnumerable<HistoryPoint> OfTheCountry(IEnumerable<HistoryPoint> points)
    {
        var primary = $" {Spelling.Kebab(ContestKind.Primary)} ";
        return points.Where(p => !p.Series.Contains(primary, StringComparison.Ordinal));
    }

    /// <summary>The bodies behind some points, once each.</summary>
    public string Sources(IEnumerable<HistoryPoint> points) =>
        Say("archive.sources", ("sources", string.Join(", ", points.SelectMany(p => p.Sources).SelectMany(s => s.Split(':')[0].Split(", ")).Distinct().Order(StringComparer.Ordinal))));
}
