using Urna.Numerics;

namespace Urna.Audit;

/// <summary>What an assertion says of two candidacies or lists.</summary>
public enum AssertionKind
{
    /// <summary>One has more votes than another.</summary>
    Plurality,

    /// <summary>The quotient of one list's last seat is greater than that of another's next seat.</summary>
    Quotients,

    /// <summary>A list has, or has not, a share of the votes.</summary>
    Threshold,

    /// <summary>Somebody has more than a share of the votes that elects at once.</summary>
    Majority,
}

/// <summary>A statement about the ballots of a contest; where all that belong to an outcome are true, the outcome is right.</summary>
/// <remarks>
/// Each is an assorter: a number in [0, <see cref="Upper"/>] for every ballot, whose mean over all ballots is above one half if and only if the statement is true.
/// Stark (2020), Sets of half-average nulls generate risk-limiting audits (SHANGRLA); for quotients Stark &amp; Teague (2014), Verifiable European elections.
/// All figures are exact fractions of votes.
/// </remarks>
public sealed record Assertion
{
    static readonly Fraction half = new(1, 2);

    Assertion(AssertionKind kind, string winner, string loser, Fraction mean, Fraction upper) => (Kind, Winner, Loser, Mean, Upper) = (kind, winner, loser, mean, upper);

    /// <summary>What it says.</summary>
    public AssertionKind Kind { get; }

    /// <summary>Of whom it says that they are ahead; of a threshold missed, all others.</summary>
    public string Winner { get; }

    /// <summary>Who is behind; of a threshold or majority reached, all others.</summary>
    public string Loser { get; }

    /// <summary>The district.</summary>
    public string District { get; init; } = "";

    /// <summary>The assorter's mean over the ballots as reported.</summary>
    public Fraction Mean { get; }

    /// <summary>The greatest number that the assorter gives a ballot.</summary>
    public Fraction Upper { get; }

    /// <summary>Whether it is true of the reported votes.</summary>
    public bool IsTrue => Mean > half;

    /// <summary>Twice the mean, less one: the part of the ballots by which it is true.</summary>
    public Fraction Margin => (Mean * 2) - 1;

    /// <summary>The comparison assorter's value for a ballot without error: 1 / (2 − margin / upper).</summary>
    public double NoError => 1 / (2 - (Margin / Upper).Value);

    /// <summary>One has more votes than another.</summary>
    /// <param name="winner">Who has more.</param>
    /// <param name="votes">Their votes, ≥ 0.</param>
    /// <param name="loser">Who has fewer.</param>
    /// <param name="fewer">The votes of those, ≥ 0.</param>
    /// <param name="ballots">All ballots of the contest, valid or not, ≥ 1 and at least the votes of both.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is not allowed.</exception>
    public static Assertion Plurality(string winner, long votes, string loser, long fewer, long ballots)
    {
        Check(ballots, votes, fewer);
        return new Assertion(AssertionKind.Plurality, winner, loser, half + new Fraction((System.Numerics.BigInteger)votes - fewer, 2 * (System.Numerics.BigInteger)ballots), 1);
    }

    /// <summary>The quotient of a list's last seat is greater than that of another's next.</summary>
    /// <param name="winner">The list that has the seat.</param>
    /// <param name="votes">Its votes, ≥ 0.</param>
    /// <param name="last">The divisor of its last seat, above 0.</param>
    /// <param name="loser">The list that has not.</param>
    /// <param name="others">Its votes, ≥ 0.</param>
    /// <param name="next">The divisor of its next seat, above 0.</param>
    /// <param name="ballots">All ballots of the contest, ≥ 1 and at least the votes of both.</param>
    /// <remarks>A ballot for the winner counts 1/last, one for the loser −1/next; moved and stretched so that the least is 0 and no difference is one half.</remarks>
    /// <exception cref="ArgumentOutOfRangeException">A number is not allowed.</exception>
    public static Assertion Quotients(string winner, long votes, Fraction last, string loser, long others, Fraction next, long ballots)
    {
        Check(ballots, votes, others);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(last, Fraction.Zero);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(next, Fraction.Zero);
        var difference = (votes / last) - (others / next);
        return new Assertion(
            AssertionKind.Quotients, winner, loser, half + (difference / ballots * next / 2), ((1 / last) + (1 / next)) * next / 2);
    }

    /// <summary>A share of the valid votes is reached, by a threshold or a majority.</summary>
    /// <param name="kind">A threshold or a majority.</param>
    /// <param name="winner">Who reaches it.</param>
    /// <param name="votes">Their votes, ≥ 0.</param>
    /// <param name="share">The share, in (0, 1).</param>
    /// <param name="valid">All valid votes, ≥ the votes.</param>
    /// <param name="ballots">All ballots of the contest, ≥ 1 and at least the valid ones.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is not allowed.</exception>
    public static Assertion Reached(AssertionKind kind, string winner, long votes, Fraction share, long valid, long ballots) => Share(kind, winner, "", votes, share, valid, ballots);

    /// <summary>A share of the valid votes is missed: all others together have at least the rest.</summary>
    /// <param name="kind">A threshold or a majority.</param>
    /// <param name="loser">Who misses it.</param>
    /// <param name="votes">Their votes, ≥ 0.</param>
    /// <param name="share">The share, in (0, 1).</param>
    /// <param name="valid">All valid votes, ≥ the votes.</param>
    /// <param name="ballots">All ballots of the contest, ≥ 1 and at least the valid ones.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is not allowed.</exception>
    public static Assertion Missed(AssertionKind kind, string loser, long votes, Fraction share, long valid, long ballots) => Share(kind, "", loser, valid - votes, 1 - share, valid, ballots);

    // A ballot for it counts 1 / (2 · share), another valid one nothing, any other one half.
    static Assertion Share(AssertionKind kind, string winner, string loser, long votes, Fraction share, long valid, long ballots)
    {
        Check(ballots, votes, valid - votes);
        if (share <= Fraction.Zero || share >= Fraction.One)
        {
            throw new ArgumentOutOfRangeException(nameof(share), share, "Expected: a share above 0 and below 1.");
        }

        var upper = 1 / (share * 2);
        return new Assertion(kind, winner, loser, ((votes * upper) + ((ballots - valid) * half)) / ballots, upper);
    }

    /// <summary>An assertion whose assorter is known by its mean and its greatest number.</summary>
    internal static Assertion Of(AssertionKind kind, string winner, string loser, Fraction mean, Fraction upper) => new(kind, winner, loser, mean, upper);

    static void Check(long ballots, long first, long second)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(ballots, 1);
        ArgumentOutOfRangeException.ThrowIfNegative(first);
        ArgumentOutOfRangeException.ThrowIfNegative(second);
        ArgumentOutOfRangeException.ThrowIfLessThan((Int128)ballots, (Int128)first + second, nameof(ballots));
    }
}
