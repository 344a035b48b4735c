using System.Globalization;

namespace Urna.Store.Ledger;

/// <summary>The moment that a snapshot speaks of: a day and, unless it is midnight, a time.</summary>
/// <remarks>A moment with an offset from UTC is of that place; one without is of the place of the election. The two cannot be put in order with each other.</remarks>
public sealed record SnapshotMoment
{
    /// <summary>How a moment is written.</summary>
    public const string Expected = "a day and a time, such as 2021-11-21T19:30";

    static readonly string[] plain = ["yyyy-MM-dd", .. Times("yyyy-MM-dd'T'"), .. Times("yyyy-MM-dd' '")];

    static readonly string[] zoned = [.. plain.Skip(1).Select(f => f + "zzz"), .. plain.Skip(1).Select(f => f + "'Z'")];

    SnapshotMoment(string text, DateTime time, bool hasOffset) => (Text, Time, HasOffset) = (text, time, hasOffset);

    /// <summary>The moment as it was given.</summary>
    public string Text { get; }

    /// <summary>When it is: in UTC if it was given with an offset.</summary>
    public DateTime Time { get; }

    /// <summary>Whether it was given with an offset from UTC.</summary>
    public bool HasOffset { get; }

    /// <summary>A moment from its text; null if it has no day, or is no moment.</summary>
    /// <param name="text">The text, in ISO 8601.</param>
    public static SnapshotMoment? Parse(string text) =>
        DateTime.TryParseExact(text, plain, CultureInfo.InvariantCulture, DateTimeStyles.None, out var local) ? new(text, local, false)
        : DateTimeOffset.TryParseExact(text, zoned, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time) ? new(text, time.UtcDateTime, true)
        : null;

    /// <summary>Whether another is the same moment, however it is written.</summary>
    /// <param name="other">The other.</param>
    public bool Equals(SnapshotMoment? other) => other is not null && (Time, HasOffset) == (other.Time, other.HasOffset);

    /// <inheritdoc/>
    public override int GetHashCode() => Time.GetHashCode();

    static IEnumerable<string> Times(string day) => [$"{day}HH:mm", $"{day}HH:mm:ss", $"{day}HH:mm:ss.FFFFFFF"];
}
