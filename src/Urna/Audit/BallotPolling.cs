using Urna.Numerics;

namespace Urna.Audit;

/// <summary>Ballot polling by BRAVO: ballots are drawn and read, without a look at what the machine made of each.</summary>
/// <remarks>
/// Wald's sequential test of the reported share of the two against one half. Lindeman, Stark &amp; Yates (2012), BRAVO: Ballot-polling risk-limiting audits to verify outcomes.
/// Ballots for neither tell nothing and are drawn all the same.
/// </remarks>
public static class BallotPolling
{
    /// <summary>Ballots that are drawn on average where the outcome is as reported.</summary>
    /// <param name="winner">The winner's part of all ballots, in (0, 1].</param>
    /// <param name="loser">The loser's part of all ballots, in [0, winner).</param>
    /// <param name="risk">The risk limit, in (0, 1).</param>
    /// <returns>Before rounding up; infinite where they are equal.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A part or the risk is not allowed.</exception>
    public static double ExpectedSize(double winner, double loser, double risk)
    {
        Check(winner, loser, risk);
        var (up, down, _) = Steps(winner, loser);
        return loser == 0 ? double.Ceiling(-Math.Log(risk) / up) / winner
            : winner == loser ? double.PositiveInfinity
            : (-Math.Log(risk) + (up / 2)) / ((winner * up) + (loser * down));
    }

    /// <summary>A first round after which the audit ends with a stated probability, where the outcome is as reported.</summary>
    /// <param name="winner">The winner's part of all ballots, in (0, 1].</param>
    /// <param name="loser">The loser's part of all ballots, in [0, winner).</param>
    /// <param name="risk">The risk limit, in (0, 1).</param>
    /// <param name="probability">The probability, in (0, 1).</param>
    /// <returns>Before rounding up, by the normal approximation to the sum of the test's steps.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A part, the risk or the probability is not allowed.</exception>
    public static double RoundSize(double winner, double loser, double risk, double probability)
    {
        Check(winner, loser, risk);
        if (probability is not (> 0 and < 1))
        {
            throw new ArgumentOutOfRangeException(nameof(probability), probability, "Expected: a probability above 0 and below 1.");
        }

        if (loser == 0 || winner == loser)
        {
            return ExpectedSize(winner, loser, risk);
        }

        var (up, down, share) = Steps(winner, loser);
        var drift = (share * up) + ((1 - share) * down);
        var spread = Math.Sqrt(share * (1 - share)) * (up - down) * StandardNormal.Quantile(probability);
        var root = (spread + Math.Sqrt((spread * spread) - (4 * drift * Math.Log(risk)))) / (2 * drift);
        return root * root / (winner + loser);
    }

    /// <summary>The least round from the normal approximation on after which the audit ends with the probability, exactly.</summary>
    /// <param name="winner">The winner's part of all ballots, in (0, 1].</param>
    /// <param name="loser">The loser's part of all ballots, in [0, winner).</param>
    /// <param name="risk">The risk limit, in (0, 1).</param>
    /// <param name="probability">The probability, in (0, 1).</param>
    /// <param name="ballots">All ballots, ≥ 1; a round is no larger.</param>
    /// <exception cref="ArgumentOutOfRangeException">A part, the risk or the probability is not allowed.</exception>
    public static long Round(double winner, double loser, double risk, double probability, long ballots)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(ballots, 1);
        var about = RoundSize(winner, loser, risk, probability);
        if (!(about < ballots) || loser == 0)
        {
            return about < ballots ? (long)Math.Ceiling(about) : ballots;
        }

        var (up, down, share) = Steps(winner, loser);
        return Math.Min(ballots, (long)Math.Ceiling(TwoWayRound((long)Math.Floor(about * (winner + loser)), up, down, share, risk, probability) / (winner + loser)));
    }

    /// <summary>The least number of telling ballots, from one on, with which enough are for the winner with the probability.</summary>
    internal static long TwoWayRound(long from, double up, double down, double share, double risk, double probability)
    {
        for (var n = Math.Max(1, from); ; n++)
        {
            var needed = (long)Math.Ceiling(((-Math.Log(risk) - (n * down)) / (up - down)) - 1e-9);
            if (Binomial.AtLeast(needed, n, share) >= probability)
            {
                return n;
            }
        }
    }

    /// <summary>How likely a sample at least as favourable to the winner is where the outcome is wrong.</summary>
    /// <param name="reportedWinner">The winner's reported votes, ≥ 1.</param>
    /// <param name="reportedLoser">The loser's reported votes, ≥ 0 and at most the winner's.</param>
    /// <param name="winner">Ballots of the sample for the winner, ≥ 0.</param>
    /// <param name="loser">Ballots of the sample for the loser, ≥ 0.</param>
    /// <returns>In [0, 1].</returns>
    /// <exception cref="ArgumentOutOfRangeException">A number is not allowed.</exception>
    public static double P(long reportedWinner, long reportedLoser, long winner, long loser)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(reportedWinner, 1);
        ArgumentOutOfRangeException.ThrowIfNegative(reportedLoser);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(reportedLoser, reportedWinner);
        ArgumentOutOfRangeException.ThrowIfNegative(winner);
        ArgumentOutOfRangeException.ThrowIfNegative(loser);
        var (up, down, _) = Steps(reportedWinner, reportedLoser);
        return loser > 0 && reportedLoser == 0 ? 1 : Math.Min(1, Math.Exp(-((winner * up) + (loser == 0 ? 0 : loser * down))));
    }

    static (double Up, double Down, double Share) Steps(double winner, double loser)
    {
        var share = winner / (winner + loser);
        return (Math.Log(2 * share), Math.Log(2 - (2 * share)), share);
    }

    static void Check(double winner, double loser, double risk)
    {
        if (winner is not (> 0 and <= 1) || !(loser >= 0 && loser <= winner && winner + loser <= 1 + 1e-12))
        {
            throw new ArgumentOutOfRangeException(nameof(winner), $"{winner}, {loser}", "Expected: parts of all ballots, the winner's at least the loser's.");
        }

        if (risk is not (> 0 and < 1))
        {
            throw new ArgumentOutOfRangeException(nameof(risk), risk, "Expected: a risk above 0 and below 1.");
        }
    }
}
