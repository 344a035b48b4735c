using System.Globalization;

namespace Urna.Tests;

/// <summary>How far tests go whose worth grows with time; <c>.ci/long</c> lets them go far.</summary>
static class LongRun
{
    /// <summary>Whether they go far.</summary>
    public static bool IsOn => Environment.GetEnvironmentVariable("URNA_LONG") is { Length: > 0 };

    /// <summary>One of two numbers.</summary>
    public static int Of(int usual, int far) => IsOn ? far : usual;

    /// <summary>A seed, which the long run takes from its variable.</summary>
    public static ulong Seed(ulong usual) => ulong.TryParse(Environment.GetEnvironmentVariable("URNA_LONG"), CultureInfo.InvariantCulture, out var seed) ? seed : usual;
}
