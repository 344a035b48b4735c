using Urna.Numerics;

namespace Urna.Judge;

/// <summary>What holds of a claim.</summary>
public enum Verdict
{
    /// <summary>It holds.</summary>
    Confirmed,

    /// <summary>It holds to the digits stated.</summary>
    ConfirmedByRounding,

    /// <summary>It holds in one fair sense and not in another.</summary>
    DependsOnScope,

    /// <summary>It does not hold.</summary>
    Contradicted,

    /// <summary>No count shows it; an estimate is given.</summary>
    Estimated,

    /// <summary>No count can show it.</summary>
    NotObservable,

    /// <summary>Data that are not in the store would show it.</summary>
    NeedsData,
}

/// <summary>Compares what is stated with what is counted, by rules that are the same for every side.</summary>
/// <remarks><c>docs/claims.md</c> has the rules in words. All comparisons are of exact fractions.</remarks>
public static class Judging
{
    /// <summary>“Almost” reaches down to this part of the number.</summary>
    public static readonly Fraction AlmostFrom = new(95, 100);

    /// <summary>Judges a number.</summary>
    /// <param name="stated">What is stated.</param>
    /// <param name="wording">How it is said.</param>
    /// <param name="counted">What is counted, in the same unit.</param>
    public static Verdict Of(Stated stated, Wording wording, Fraction counted)
    {
        var difference = counted.CompareTo(stated.Value);
        return wording switch
        {
            Wording.Plain => difference == 0 ? Verdict.Confirmed : Rounds(stated, counted) ? Verdict.ConfirmedByRounding : Verdict.Contradicted,
            Wording.About => difference == 0 ? Verdict.Confirmed
                : Rounds(stated, counted) ? Verdict.ConfirmedByRounding
                : IsWithin(counted, stated.Value - stated.Step, stated.Value + stated.Step) ? Verdict.Confirmed : Verdict.Contradicted,
            Wording.Almost => Holds(difference < 0 && counted.CompareTo(stated.Value * AlmostFrom) >= 0),
            Wording.Over => Holds(difference > 0),
            Wording.AtLeast => Holds(difference >= 0),
            Wording.Under => Holds(difference < 0),
            Wording.AtMost => Holds(difference <= 0),
            _ => throw new ArgumentOutOfRangeException(nameof(wording), wording, "Not a wording."),
        };
    }

    /// <summary>One verdict of several scopes: theirs if they agree, by rounding if some need it, else that it depends.</summary>
    /// <param name="verdicts">The verdict of each scope, the plainest first.</param>
    public static Verdict Of(IReadOnlyList<Verdict> verdicts)
    {
        var judged = verdicts.Where(v => v is not Verdict.NeedsData).ToList();
        return judged.Count == 0 ? Verdict.NeedsData
            : judged.TrueForAll(v => v == judged[0]) ? judged[0]
            : judged.TrueForAll(v => v is Verdict.Confirmed or Verdict.ConfirmedByRounding) ? Verdict.ConfirmedByRounding
            : Verdict.DependsOnScope;
    }

    /// <summary>Whether a number rounds, half up, to the digits stated; counts of things are not rounded unless stated in round thousands.</summary>
    static bool Rounds(Stated stated, Fraction counted)
    {
        var half = stated.Step * new Fraction(1, 2);
        return stated.Unit is ClaimUnit.Share or ClaimUnit.Points or ClaimUnit.Ratio && IsWithin(counted, stated.Value - half, stated.Value + half) && counted.CompareTo(stated.Value + half) < 0;
    }

    static bool IsWithin(Fraction value, Fraction least, Fraction most) => value.CompareTo(least) >= 0 && value.CompareTo(most) <= 0;

    static Verdict Holds(bool holds) => holds ? Verdict.Confirmed : Verdict.Contradicted;
}
