using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;

namespace Urna.Model;

/// <summary>What every value of the model is held to where it is made.</summary>
/// <remarks>
/// Readers find the same faults before, with file and row; a program that gets here has not. Texts are kept in the one form of <see cref="CanonicalText"/>, so that
/// accents encoded in two ways never part a name, whoever makes the value.
/// </remarks>
static class Checked
{
    /// <summary>An id or a name that must be there.</summary>
    public static string Text([NotNull] string? value, string what) => string.IsNullOrWhiteSpace(value) ? throw Missing(what) : CanonicalText.Of(value);

    /// <summary>A text that may be empty, but is not a name of nothing but spaces.</summary>
    public static string OrEmpty([NotNull] string? value, string what) => value switch
    {
        null => throw Missing(what),
        { Length: > 0 } when string.IsNullOrWhiteSpace(value) => throw new ArgumentException($"{what}: '{value}'. Expected: a name, or nothing.", what),
        _ => CanonicalText.Of(value),
    };

    /// <summary>A list that must be there, if only empty.</summary>
    public static ImmutableArray<T> List<T>(ImmutableArray<T> values, string what) => values.IsDefault || (default(T) is null && values.Any(v => v is null)) ? throw Missing(what) : values;

    /// <summary>A number that has a least value.</summary>
    public static int AtLeast(int least, int value, string what) => value < least ? throw Below(least, value, what) : value;

    /// <summary>A count of people, votes or rows.</summary>
    public static long Count(long value, string what) => value < 0 ? throw Below(0, value, what) : value;

    /// <summary>A count that may be unknown.</summary>
    public static long? Count(long? value, string what) => value < 0 ? throw Below(0, value.Value, what) : value;

    /// <summary>One of the named values.</summary>
    public static T Known<T>(T value, string what)
        where T : struct, Enum => Enum.IsDefined(value) ? value : throw new ArgumentException($"{what}: {value} is not known. Expected: {string.Join(", ", Enum.GetNames<T>())}.", what);

    /// <summary>Whether each key stands once.</summary>
    public static void Once<T>(ImmutableArray<T> values, Func<T, string> keyOf, string what)
    {
        var seen = new HashSet<string>(values.Length);
        foreach (var value in values)
        {
            if (!seen.Add(keyOf(value)))
            {
                throw new ArgumentException($"{what}: '{keyOf(value)}' stands twice. Expected: each once.", what);
            }
        }
    }

    static ArgumentException Missing(string what) => new($"{what}: nothing is given. Expected: a value.", what);

    static ArgumentOutOfRangeException Below(long least, long value, string what) => new(what, value, $"{what}: {value}. Expected: {least} or more.");
}
