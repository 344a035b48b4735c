using Urna.History;
using Urna.Model;

namespace Urna.Contract;

/// <summary>A point of history, in the shape of <c>urna history --format json</c>.</summary>
/// <param name="Election">The election's id.</param>
/// <param name="Contest">The contest's id.</param>
/// <param name="Date">The day of the vote, as 2021-11-21.</param>
/// <param name="Place">The place's id.</param>
/// <param name="Subject">Whose figure it is, or of what kind; empty where it is of all.</param>
/// <param name="Measure">What is measured.</param>
/// <param name="Unit">share, votes, seats, number or points.</param>
/// <param name="Value">The figure; shares and points in [−1, 1].</param>
/// <param name="Denominator">What it is a share of; null where it is none.</param>
/// <param name="Sources">Where the figures come from, each source in one line.</param>
/// <param name="Name">The place's name.</param>
/// <param name="Title">The contest's title.</param>
/// <param name="Preliminary">Whether the count was not final.</param>
/// <param name="Note">What a reader must know of it; null if nothing.</param>
public sealed record HistoryJson(
    string Election,
    string Contest,
    string Date,
    string Place,
    string Subject,
    string Measure,
    string Unit,
    double Value,
    HistoryJson.Whole? Denominator,
    IEnumerable<string> Sources,
    string Name,
    string Title,
    bool Preliminary,
    string? Note)
{
    /// <summary>What a share is of.</summary>
    /// <param name="Name">Its name: registered, adults, cast, valid, seats or elected.</param>
    /// <param name="Value">How many they are.</param>
    public sealed record Whole(string Name, long Value);

    /// <summary>The answer of a point.</summary>
    /// <param name="point">The point.</param>
    /// <param name="language">The reader's language.</param>
    public static HistoryJson Of(HistoryPoint point, Language language = Language.English)
    {
        ArgumentNullException.ThrowIfNull(point);
        return new(
            point.Election,
            point.Contest,
            point.Date.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture),
            point.Place,
            point.Subject,
            Spelling.Kebab(point.Measure),
            Spelling.Kebab(point.Unit),
            point.Value.Value,
            point.Whole is { } whole ? new(whole.Name, whole.Value) : null,
            point.Sources,
            point.PlaceName,
            point.Title.In(language),
            point.IsPreliminary,
            point.Note?.In(language));
    }
}
