using Urna.Model;
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
    public static Verdict Of(Stated stated, Wording wording, Fraction counted) =>
        !AcceptedSpan.Of(stated, wording).Holds(counted) ? Verdict.Contradicted
        : wording is Wording.Plain or Wording.About && counted != stated.Value && AcceptedSpan.IsRounded(stated.Unit) && AcceptedSpan.Rounded(stated).Holds(counted) ? Verdict.ConfirmedByRounding
        : Verdict.Confirmed;

    /// <summary>Judges a number whose data lack something: it is contradicted only if nothing that is lacking could make it true.</summary>
    /// <param name="stated">What is stated.</param>
    /// <param name="wording">How it is said.</param>
    /// <param name="counted">What is counted without what is lacking; null if nothing can be.</param>
    /// <param name="possible">Between what it may lie; null where nothing is lacking.</param>
    /// <param name="negated">Whether the claim is that it is not so.</param>
    internal static Verdict Of(Stated stated, Wording wording, Fraction? counted, PossibleRange? possible, bool negated)
    {
        var span = AcceptedSpan.Of(stated, wording);
        if (counted is not { } number)
        {
            return possible is null || (span.Meets(possible) && !span.Contains(possible)) ? Verdict.NeedsData
                : span.Meets(possible) != negated ? Verdict.Confirmed : Verdict.Contradicted;
        }

        var verdict = Of(stated, wording, number);
        var holds = verdict != Verdict.Contradicted;
        return holds != negated ? (negated ? Verdict.Confirmed : verdict)
            : possible is not null && (negated ? !span.Contains(possible) : span.Meets(possible)) ? Verdict.NeedsData
            : Verdict.Contradicted;
    }

    /// <summary>The convention, other than ours, by which a contradicted number holds; null if none does.</summary>
    /// <param name="stated">What is stated.</param>
    /// <param name="wording">How it is said.</param>
    /// <param name="counted">What is counted, in the same unit.</param>
    internal static LocalizedText? OtherRounding(Stated stated, Wording wording, Fraction counted)
    {
        var half = stated.Step * new Fraction(1, 2);
        return !AcceptedSpan.IsRounded(stated.Unit) || (stated.Unit == ClaimUnit.Votes && stated.Step == Fraction.One) ? null
            : wording == Wording.Plain && AcceptedSpan.Cut(stated).Holds(counted) ? LocalizedText.Say("judging.with-the-digits-cut-off-not")
            : wording == Wording.Plain && IsWithin(counted, stated.Value - half, stated.Value + half) ? LocalizedText.Say("judging.rounded-in-another-way")
            : wording == Wording.Almost && stated.Unit != ClaimUnit.Votes && counted < stated.Value && counted >= stated.Value - half ? LocalizedText.Say("judging.to-the-digits-stated")
            : null;
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

    /// <summary>What holds of a claim that something is not so.</summary>
    internal static Verdict Negated(Verdict verdict, bool negated) => !negated ? verdict : verdict switch
    {
        Verdict.Contradicted => Verdict.Confirmed,
        Verdict.Confirmed or Verdict.ConfirmedByRounding => Verdict.Contradicted,
        _ => verdict,
    };

    /// <summary>What holds of two numbers that must both be true.</summary>
    internal static Verdict Worst(Verdict a, Verdict b) =>
        a == Verdict.Contradicted || b == Verdict.Contradicted ? Verdict.Contradicted
        : a == Verdict.NeedsData || b == Verdict.NeedsData ? Verdict.NeedsData
        : a == Verdict.ConfirmedByRounding ? a : b;

    static bool IsWithin(Fraction value, Fraction least, Fraction most) => value >= least && value <= most;
}
