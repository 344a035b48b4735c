namespace Urna.Audit;

/// <summary>How many ballots of a sample were read otherwise than reported, by how far that speaks against the winner.</summary>
/// <param name="OneOver">Reported one vote too favourably, ≥ 0.</param>
/// <param name="TwoOver">Reported two votes too favourably: as the winner's, and they are the loser's; ≥ 0.</param>
/// <param name="OneUnder">Reported one vote too unfavourably, ≥ 0.</param>
/// <param name="TwoUnder">Reported two votes too unfavourably, ≥ 0.</param>
public readonly record struct Misread(long OneOver = 0, long TwoOver = 0, long OneUnder = 0, long TwoUnder = 0);

/// <summary>How often ballots are misread, by how far that speaks against the winner.</summary>
/// <param name="OneOver">Part of the ballots reported one vote too favourably, in [0, 1].</param>
/// <param name="TwoOver">Part reported two votes too favourably, in [0, 1].</param>
/// <param name="OneUnder">Part reported one vote too unfavourably, in [0, 1].</param>
/// <param name="TwoUnder">Part reported two votes too unfavourably, in [0, 1].</param>
public sealed record ErrorRates(double OneOver = 0, double TwoOver = 0, double OneUnder = 0, double TwoUnder = 0)
{
    /// <summary>What the usual tools expect: a ballot in a thousand by one vote, one in ten thousand by two, either way.</summary>
    public static ErrorRates Usual { get; } = new(0.001, 0.0001, 0.001, 0.0001);

    /// <summary>No ballot is misread.</summary>
    public static ErrorRates None { get; } = new();
}

/// <summary>Ballot comparison: each drawn ballot is held against what the machine made of it.</summary>
/// <remarks>Stark (2010), Super-simple simultaneous single-ballot risk-limiting audits; the Kaplan–Markov bound with the usual inflation of the error bound.</remarks>
public static class BallotComparison
{
    /// <summary>The usual inflation of the error bound, above 1.</summary>
    public const double UsualInflation = 1.03905;

    /// <summary>Ballots to draw so that the risk is met with the misread ones that are seen.</summary>
    /// <param name="margin">The diluted margin: the least lead over all ballots, in (0, 1].</param>
    /// <param name="risk">The risk limit, in (0, 1).</param>
    /// <param name="misread">Misread ballots.</param>
    /// <param name="inflation">The inflation of the error bound, above 1.</param>
    /// <returns>Before rounding up, ≥ 0.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A number is not allowed.</exception>
    public static double Size(double margin, double risk, Misread misread = default, double inflation = UsualInflation)
    {
        Check(margin, risk, inflation);
        return Math.Max(0, -2 * inflation * (Math.Log(risk) + Logarithms(misread, inflation)) / margin);
    }

    /// <summary>A first round as the usual tools state it: with errors that are expected in advance.</summary>
    /// <param name="margin">The diluted margin: the least lead over all ballots, in (0, 1].</param>
    /// <param name="risk">The risk limit, in (0, 1).</param>
    /// <param name="ballots">All ballots, ≥ 1; a round is no larger.</param>
    /// <param name="inflation">The inflation of the error bound, above 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is not allowed.</exception>
    public static long FirstRound(double margin, double risk, long ballots, double inflation = UsualInflation) =>
        Round(margin, risk, ballots, ErrorRates.Usual, inflation);

    /// <summary>Ballots to draw in all after a round, if misread ones go on to come up as often as they did.</summary>
    /// <param name="margin">The diluted margin: the least lead over all ballots, in (0, 1].</param>
    /// <param name="risk">The risk limit, in (0, 1).</param>
    /// <param name="ballots">All ballots, ≥ 1; a round is no larger.</param>
    /// <param name="drawn">Ballots drawn so far, ≥ 1.</param>
    /// <param name="misread">Misread ballots among them.</param>
    /// <param name="inflation">The inflation of the error bound, above 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is not allowed.</exception>
    public static long NextRound(double margin, double risk, long ballots, long drawn, Misread misread, double inflation = UsualInflation)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(drawn, 1);
        double Rate(long count) => (double)count / drawn;
        return Round(margin, risk, ballots, new ErrorRates(Rate(misread.OneOver), Rate(misread.TwoOver), Rate(misread.OneUnder), Rate(misread.TwoUnder)), inflation);
    }

    /// <summary>A round that is large enough where ballots are misread at stated rates.</summary>
    /// <param name="margin">The diluted margin: the least lead over all ballots, in (0, 1].</param>
    /// <param name="risk">The risk limit, in (0, 1).</param>
    /// <param name="ballots">All ballots, ≥ 1; a round is no larger.</param>
    /// <param name="rates">How often ballots are misread.</param>
    /// <param name="inflation">The inflation of the error bound, above 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is not allowed.</exception>
    public static long Round(double margin, double risk, long ballots, ErrorRates rates, double inflation = UsualInflation)
    {
        Check(margin, risk, inflation);
        ArgumentOutOfRangeException.ThrowIfLessThan(ballots, 1);
        var perBallot = Math.Log(1 - (margin / (2 * inflation)))
            - (rates.OneOver * Math.Log(1 - (1 / (2 * inflation)))) - (rates.OneUnder * Math.Log(1 + (1 / (2 * inflation))))
            - (rates.TwoOver * Math.Log(1 - (1 / inflation))) - (rates.TwoUnder * Math.Log(1 + (1 / inflation)));
        if (perBallot >= 0)
        {
            return ballots;
        }

        var first = Math.Ceiling(Math.Log(risk) / perBallot);
        long Up(double rate) => (long)Math.Ceiling(rate * first);
        long Near(double rate) => (long)Math.Round(rate * first);
        return AtMost(Size(margin, risk, new Misread(Up(rates.OneOver), Near(rates.TwoOver), Up(rates.OneUnder), Near(rates.TwoUnder)), inflation), ballots);
    }

    /// <summary>The risk that is left after a sample.</summary>
    /// <param name="margin">The diluted margin, in (0, 1].</param>
    /// <param name="drawn">Ballots drawn, ≥ 0.</param>
    /// <param name="misread">Misread ballots among them; those that were reported too unfavourably do not help.</param>
    /// <param name="inflation">The inflation of the error bound, above 1.</param>
    /// <returns>In [0, 1].</returns>
    /// <exception cref="ArgumentOutOfRangeException">A number is not allowed.</exception>
    public static double P(double margin, long drawn, Misread misread, double inflation = UsualInflation)
    {
        Check(margin, 0.5, inflation);
        ArgumentOutOfRangeException.ThrowIfNegative(drawn);
        return Math.Min(1, Math.Exp((drawn * Math.Log(1 - (margin / (2 * inflation)))) - Logarithms(misread with { OneUnder = 0, TwoUnder = 0 }, inflation)));
    }

    /// <summary>Ballots after which an assertion is confirmed if every drawn ballot is as reported.</summary>
    /// <param name="assertion">The assertion, which must be true as reported.</param>
    /// <param name="risk">The risk limit, in (0, 1).</param>
    /// <param name="bet">How much is staked on each ballot, in (0, 2]: 2 is the fastest where nothing is misread, and loses all at the first ballot that is misread as far as can be.</param>
    /// <returns>Before rounding up; infinite where the assertion is not true as reported.</returns>
    /// <remarks>Waudby-Smith, Stark &amp; Ramdas (2021), RiLACS: risk-limiting audits via confidence sequences.</remarks>
    /// <exception cref="ArgumentOutOfRangeException">Risk or bet is not allowed.</exception>
    public static double Size(Assertion assertion, double risk, double bet = 2)
    {
        Check(1, risk, UsualInflation);
        if (bet is not (> 0 and <= 2))
        {
            throw new ArgumentOutOfRangeException(nameof(bet), bet, "Expected: above 0 and at most 2.");
        }

        return assertion.IsTrue ? -Math.Log(risk) / Math.Log(1 + (bet * (assertion.NoError - 0.5))) : double.PositiveInfinity;
    }

    static double Logarithms(Misread misread, double inflation) =>
        (misread.OneOver * Math.Log(1 - (1 / (2 * inflation)))) + (misread.TwoOver * Math.Log(1 - (1 / inflation)))
        + (misread.OneUnder * Math.Log(1 + (1 / (2 * inflation)))) + (misread.TwoUnder * Math.Log(1 + (1 / inflation)));

    static long AtMost(double size, long ballots) => size >= ballots ? ballots : (long)Math.Ceiling(size);

    static void Check(double margin, double risk, double inflation)
    {
        if (margin is not (> 0 and <= 1))
        {
            throw new ArgumentOutOfRangeException(nameof(margin), margin, "Expected: a margin above 0 and at most 1.");
        }

        if (risk is not (> 0 and < 1))
        {
            throw new ArgumentOutOfRangeException(nameof(risk), risk, "Expected: a risk above 0 and below 1.");
        }

        if (!(inflation > 1))
        {
            throw new ArgumentOutOfRangeException(nameof(inflation), inflation, "Expected: above 1.");
        }
    }
}
