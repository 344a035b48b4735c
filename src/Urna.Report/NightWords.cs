using Urna.Forecast;

namespace Urna.Report;

/// <summary>Words for half-counted nights.</summary>
public static class NightWords
{
    /// <summary>What a call is of.</summary>
    /// <param name="kind">The kind.</param>
    /// <param name="words">The reader's words.</param>
    public static string Of(CallKind kind, Wording words)
    {
        ArgumentNullException.ThrowIfNull(words);
        return kind switch
        {
            CallKind.First => words.Say("night.call-first"),
            CallKind.Elected => words.Say("night.call-elected"),
            CallKind.Runoff => words.Say("night.call-runoff"),
            CallKind.Majority => words.Say("night.call-majority"),
            _ => words.Say("night.call-threshold"),
        };
    }

    /// <summary>How far a call has come.</summary>
    /// <param name="status">The state.</param>
    /// <param name="words">The reader's words.</param>
    public static string Of(CallStatus status, Wording words)
    {
        ArgumentNullException.ThrowIfNull(words);
        return status switch
        {
            CallStatus.Called => words.Say("night.status-called"),
            CallStatus.Leaning => words.Say("night.status-leaning"),
            _ => words.Say("night.status-open"),
        };
    }
}
