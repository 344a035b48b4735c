using System.Numerics;
using Urna.Numerics;

namespace Urna.Allocate.Transferable;

/// <summary>Exact arithmetic of votes: in units of a decimal place, or in fractions.</summary>
/// <typeparam name="T">A number of votes.</typeparam>
interface IVoteArithmetic<T>
{
    /// <summary>Whole votes.</summary>
    T Of(long votes);

    /// <summary>The quota votes / parts, rounded so that comparing with it is exact.</summary>
    /// <param name="votes">The votes in the count.</param>
    /// <param name="parts">What they are divided by, ≥ 1.</param>
    /// <param name="up">Whether rounding goes up; otherwise down.</param>
    T Quotient(T votes, int parts, bool up);

    /// <summary>Votes without their fraction.</summary>
    T Whole(T votes);

    /// <summary>The sum.</summary>
    T Add(T a, T b);

    /// <summary>The difference.</summary>
    T Subtract(T a, T b);

    /// <summary>So many ballots of one value.</summary>
    T Times(T value, long ballots);

    /// <summary>The new value of a ballot: value × surplus / total, where total is more than 0.</summary>
    T Portion(T value, T surplus, T total);

    /// <summary>What is credited of votes gained at a count.</summary>
    T Gained(T votes);

    /// <summary>Which is more.</summary>
    int Compare(T a, T b);

    /// <summary>The amount for explanations.</summary>
    Fraction Amount(T votes);
}

/// <summary>Votes in units of 10^-decimals; values of ballots are rounded down to a unit.</summary>
/// <param name="decimals">Decimals, 0 to 9.</param>
/// <remarks>A product of a surplus and a value is below 2^40 · 10^9 · 10^9 votes, so Int128 holds it.</remarks>
readonly struct FixedArithmetic(int decimals) : IVoteArithmetic<Int128>
{
    readonly long unit = (long)BigInteger.Pow(10, decimals);

    public Int128 Of(long votes) => (Int128)votes * unit;

    public Int128 Quotient(Int128 votes, int parts, bool up) => (votes + (up ? parts - 1 : 0)) / parts;

    public Int128 Whole(Int128 votes) => votes / unit * unit;

    public Int128 Add(Int128 a, Int128 b) => a + b;

    public Int128 Subtract(Int128 a, Int128 b) => a - b;

    public Int128 Times(Int128 value, long ballots) => value * ballots;

    public Int128 Portion(Int128 value, Int128 surplus, Int128 total) => value * surplus / total;

    public Int128 Gained(Int128 votes) => votes;

    public int Compare(Int128 a, Int128 b) => a.CompareTo(b);

    public Fraction Amount(Int128 votes) => new(votes, unit);
}

/// <summary>Votes as fractions; what a candidate gains is rounded down where the law says so.</summary>
/// <param name="decimals">Decimals of a gain; null if it is not rounded.</param>
readonly struct FractionArithmetic(int? decimals) : IVoteArithmetic<Fraction>
{
    public Fraction Of(long votes) => votes;

    public Fraction Quotient(Fraction votes, int parts, bool up) => votes / parts;

    public Fraction Whole(Fraction votes) => votes.RoundedDown(0);

    public Fraction Add(Fraction a, Fraction b) => a + b;

    public Fraction Subtract(Fraction a, Fraction b) => a - b;

    public Fraction Times(Fraction value, long ballots) => value * ballots;

    public Fraction Portion(Fraction value, Fraction surplus, Fraction total) => value * surplus / total;

    public Fraction Gained(Fraction votes) => decimals is { } places ? votes.RoundedDown(places) : votes;

    public int Compare(Fraction a, Fraction b) => a.CompareTo(b);

    public Fraction Amount(Fraction votes) => votes;
}
