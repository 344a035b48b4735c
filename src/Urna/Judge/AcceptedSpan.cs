using Urna.Numerics;

namespace Urna.Judge;

/// <summary>The numbers for which a stated one, as it is worded, holds.</summary>
/// <param name="Least">The least; null where there is none.</param>
/// <param name="HasLeast">Whether the least itself holds.</param>
/// <param name="Most">The greatest; null where there is none.</param>
/// <param name="HasMost">Whether the greatest itself holds.</param>
/// <remarks><c>docs/claims.md</c> has the rules in words.</remarks>
readonly record struct AcceptedSpan(Fraction? Least, bool HasLeast, Fraction? Most, bool HasMost)
{
    static readonly Fraction half = new(1, 2);

    static readonly Fraction tenth = new(1, 10);

    static readonly Fraction hundredth = new(1, 100);

    static readonly Fraction near = Fraction.One - Judging.AlmostFrom;

    /// <summary>The span of a stated number.</summary>
    public static AcceptedSpan Of(Stated stated, Wording wording)
    {
        var value = stated.Value;
        var little = Size(value) * near;
        var about = stated.Unit == ClaimUnit.Votes ? Greater(stated.Step, little) : stated.Step;
        return wording switch
        {
            Wording.Plain => Rounded(stated),
            Wording.About => new(value - about, true, value + about, true),
            Wording.Almost => value < Fraction.Zero ? new(value, false, value + little, true) : new(value - little, true, value, false),
            Wording.JustOver => new(value, false, value + little, true),
            Wording.Over => new(value, false, null, false),
            Wording.AtLeast => new(value, true, null, false),
            Wording.Under => new(null, false, value, false),
            Wording.AtMost => new(null, false, value, true),
            _ => throw new ArgumentOutOfRangeException(nameof(wording), wording, "Not a wording."),
        };
    }

    /// <summary>What rounds, half up, to the digits stated; votes in round numbers stay within a tenth of what is stated.</summary>
    public static AcceptedSpan Rounded(Stated stated)
    {
        var (value, step) = (stated.Value, stated.Step);
        if (!IsRounded(stated.Unit) || (stated.Unit == ClaimUnit.Votes && step == Fraction.One))
        {
            return new(value, true, value, true);
        }

        return stated.Unit == ClaimUnit.Votes && step * half > Size(value) * tenth
            ? new(value - (Size(value) * tenth), true, value + (Size(value) * tenth), true)
            : new(value - (step * half), true, value + (step * half), false);
    }

    /// <summary>What digits that are cut off, and not rounded, would leave as the stated ones.</summary>
    public static AcceptedSpan Cut(Stated stated) => stated.Value < Fraction.Zero
        ? new(stated.Value - stated.Step, false, stated.Value, true)
        : new(stated.Value, true, stated.Value + stated.Step, false);

    /// <summary>Whether digits of a unit say how it was rounded.</summary>
    public static bool IsRounded(ClaimUnit unit) => unit is ClaimUnit.Share or ClaimUnit.Points or ClaimUnit.Ratio or ClaimUnit.Votes;

    /// <summary>Whether a number is among them.</summary>
    public bool Holds(Fraction number) => IsAbove(number) && IsBelow(number);

    /// <summary>Whether some number of a range is among them.</summary>
    public bool Meets(PossibleRange range) => (range.Most is not { } most || IsAbove(most)) && (range.Least is not { } least || IsBelow(least));

    /// <summary>Whether every number of a range is among them.</summary>
    public bool Contains(PossibleRange range) =>
        (Least is null || (range.Least is { } least && IsAbove(least))) && (Most is null || (range.Most is { } most && IsBelow(most)));

    bool IsAbove(Fraction number) => Least is not { } least || number > least || (HasLeast && number == least);

    bool IsBelow(Fraction number) => Most is not { } most || number < most || (HasMost && number == most);

    /// <summary>Whether a number is so near a stated one that a count that was not final may have been it: within one part in a hundred.</summary>
    public static bool IsNear(Stated stated, Fraction number) =>
        Size(number - stated.Value) <= (stated.Unit is ClaimUnit.Share or ClaimUnit.Points ? hundredth : Size(stated.Value) * hundredth);

    static Fraction Size(Fraction value) => value < Fraction.Zero ? Fraction.Zero - value : value;

    static Fraction Greater(Fraction a, Fraction b) => a > b ? a : b;
}
