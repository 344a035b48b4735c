using System.Globalization;
using System.Numerics;
using Urna.Numerics;

namespace Urna.Judge;

/// <summary>The unit of a number.</summary>
public enum ClaimUnit
{
    /// <summary>A part of a whole, written in per cent.</summary>
    Share,

    /// <summary>A difference of shares, written in points.</summary>
    Points,

    /// <summary>Votes or people.</summary>
    Votes,

    /// <summary>Seats.</summary>
    Seats,

    /// <summary>A place in an order.</summary>
    Rank,

    /// <summary>A number of times.</summary>
    Ratio,

    /// <summary>A number of persons.</summary>
    Persons,

    /// <summary>A number of places.</summary>
    Places,

    /// <summary>A word, as of an outcome.</summary>
    Text,

    /// <summary>A day.</summary>
    Date,
}

/// <summary>A number as an article states it.</summary>
public sealed record Stated
{
    const int MostDigits = 18;

    static readonly Fraction most = new(BigInteger.Pow(10, MostDigits), 1);

    static readonly Fraction leastStep = new(1, BigInteger.Pow(10, MostDigits + 2));

    /// <summary>States a number.</summary>
    /// <param name="value">Its value, within ±10¹⁸: shares and points as parts of one, days as day numbers.</param>
    /// <param name="unit">Its unit, which is not <see cref="ClaimUnit.Text"/>.</param>
    /// <param name="step">The size of its last digit, in the value's scale, &gt; 0; whole for what has no parts.</param>
    /// <param name="text">How it is written.</param>
    /// <exception cref="ArgumentException">A part is out of its range.</exception>
    public Stated(Fraction value, ClaimUnit unit, Fraction step, string text)
    {
        ArgumentException.ThrowIfNullOrEmpty(text);
        if (!Enum.IsDefined(unit) || unit == ClaimUnit.Text)
        {
            throw new ArgumentException($"'{text}': {unit} is not the unit of a number.", nameof(unit));
        }

        if (value > most || value < Fraction.Zero - most || (IsWhole(unit) && !value.Denominator.IsOne) || (unit == ClaimUnit.Date && (value < DateOnly.MinValue.DayNumber || value > DateOnly.MaxValue.DayNumber)))
        {
            throw new ArgumentException($"'{text}': {value} is not a number of {unit}. Expected: within ±10^{MostDigits}, whole for what has no parts, a day of the calendar.", nameof(value));
        }

        if (step < leastStep || step > most || (IsWhole(unit) && !step.Denominator.IsOne))
        {
            throw new ArgumentException($"'{text}': {step} is not the size of its last digit. Expected: more than 0, whole for what has no parts.", nameof(step));
        }

        (Value, Unit, Step, Text) = (value, unit, step, text);
    }

    /// <summary>What is allowed, for messages.</summary>
    public const string Allowed = "a number with its unit: 28 %, 11.7 points, 970569 votes, 7.4 million votes, 37 seats, rank 3, 2 times, 5 places, or a day such as 2021-07-18";

    /// <summary>Its value: shares and points as parts of one, days as day numbers.</summary>
    public Fraction Value { get; }

    /// <summary>Its unit.</summary>
    public ClaimUnit Unit { get; }

    /// <summary>The size of the last digit that was written as one, in the value's scale: a tenth of a million in 7.4 million votes.</summary>
    public Fraction Step { get; }

    /// <summary>How it is written.</summary>
    public string Text { get; }

    /// <summary>Reads a number with its unit; null if it is not one.</summary>
    /// <param name="text">Such as <c>28 %</c>.</param>
    public static Stated? Parse(string text)
    {
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            return new Stated(day.DayNumber, ClaimUnit.Date, Fraction.One, text);
        }

        return StatedText.Read(text) is { } read && (read.Step.Denominator.IsOne || !IsWhole(read.Unit)) && read.Value <= most && Fraction.Zero - most <= read.Value && read.Step >= leastStep
            ? new Stated(read.Value, read.Unit, read.Step, text)
            : null;
    }

    /// <summary>Whether a unit counts things that have no parts.</summary>
    internal static bool IsWhole(ClaimUnit unit) => unit is not (ClaimUnit.Share or ClaimUnit.Points or ClaimUnit.Ratio);
}
