using System.Globalization;

namespace Urna.Store.Nights;

/// <summary>Times as night tables write them.</summary>
public static class NightTime
{
    /// <summary>A time of ISO 8601; one without a zone is taken as it stands.</summary>
    /// <param name="text">The text.</param>
    public static DateTimeOffset? Parse(string text) =>
        DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AllowWhiteSpaces, out var time) && text.Length >= "2021-01-01".Length && char.IsAsciiDigit(text[0])
            ? time
            : null;
}
