using System.Collections.Immutable;
using Urna.Audit.Statements;
using Urna.Numerics;

namespace Urna.Audit.Plans;

/// <summary>What is staked on each ballot of a poll, so that capital grows fastest where the count is right.</summary>
/// <remarks>
/// The capital is multiplied by 1 + stake · (x − ½) for a ballot whose assorter is x; where the mean is at most one half it is not expected to grow, and its inverse is a p-value at any time (Ville).
/// With the stake that is best for the reported votes (Kelly) the test of one against another is BRAVO: 1 + stake / 2 is twice the winner's share of both. Waudby-Smith, Stark &amp; Ramdas (2021), RiLACS.
/// </remarks>
public sealed class PollingBet
{
    readonly ImmutableArray<(double Gain, double Part)> kinds;

    PollingBet(ImmutableArray<(double Gain, double Part)> kinds) => (this.kinds, Stake) = (kinds, Best(kinds));

    /// <summary>The stake, in (0, 2].</summary>
    public double Stake { get; }

    /// <summary>The bet for a statement, from the reported votes.</summary>
    /// <param name="audited">The statement.</param>
    /// <param name="votes">The reported votes.</param>
    public static PollingBet Of(AuditedStatement audited, CountedVotes votes)
    {
        var (statement, ballots) = (audited.Statement, audited.Statement.Ballots(votes));
        var known = statement.Lines.Select(l => (l.Weight, Votes: l.Lines.Sum(votes.Of))).ToList();
        var (valid, blank, @null) = (statement.Scope.Sum(d => votes.Districts[d].Valid), statement.Scope.Sum(d => votes.Districts[d].Blank), statement.Scope.Sum(d => votes.Districts[d].Null));
        known.Add((statement.Others, valid - known.Sum(k => k.Votes)));
        known.Add((statement.Blank, blank));
        known.Add((statement.Null, @null));

        // Where ballots have several votes, at least so many have votes on both sides.
        var told = known.Where(k => k.Weight != Fraction.Zero).Sum(k => k.Votes);
        var twice = Math.Max(0, told - ballots);
        var parts = known.Select(k => (k.Weight, Votes: k.Weight == Fraction.Zero ? 0 : Math.Max(0, k.Votes - twice))).Where(k => k.Votes > 0).ToList();
        parts.Add((Fraction.Zero, ballots - parts.Sum(p => p.Votes)));
        return new([.. parts.Where(p => p.Votes > 0).GroupBy(p => p.Weight).Select(g => (statement.Assorted(g.Key, ballots).Value - 0.5, (double)g.Sum(p => p.Votes) / ballots))]);
    }

    /// <summary>The logarithm by which a ballot changes the capital.</summary>
    /// <param name="assorted">The ballot's number in the assorter.</param>
    public double Step(double assorted) => Math.Log(Math.Max(0, 1 + (Stake * (assorted - 0.5))));

    /// <summary>Ballots that are drawn on average where the count is right.</summary>
    /// <param name="risk">The risk limit, in (0, 1).</param>
    /// <returns>Before rounding up; infinite where the statement is not true.</returns>
    /// <remarks>Wald's identity; the last step goes beyond what is needed by half a step on average.</remarks>
    public double ExpectedSize(double risk)
    {
        if (Stake == 0)
        {
            return double.PositiveInfinity;
        }

        var (drift, _) = Moments;
        var (up, square) = (0.0, 0.0);
        foreach (var (gain, part) in kinds.Where(k => k.Gain > 0))
        {
            var step = Math.Log(1 + (Stake * gain));
            (up, square) = (up + (part * step), square + (part * step * step));
        }

        return (-Math.Log(risk) + (square / up / 2)) / drift;
    }

    /// <summary>A round after which the audit ends with a probability, where the count is right.</summary>
    /// <param name="risk">The risk limit, in (0, 1).</param>
    /// <param name="probability">The probability, in (0, 1).</param>
    /// <param name="ballots">All ballots, ≥ 1; a round is no larger.</param>
    public long Round(double risk, double probability, long ballots)
    {
        if (Stake == 0)
        {
            return ballots;
        }

        var told = kinds.Where(k => k.Gain != 0).ToList();
        if (told is [{ Gain: > 0 } only])
        {
            return (long)Math.Min(ballots, Math.Ceiling(Math.Ceiling(-Math.Log(risk) / Math.Log(1 + (Stake * only.Gain))) / only.Part));
        }

        var telling = told.Sum(k => k.Part);
        var (drift, variance) = MomentsOf(told, telling);
        var spread = Math.Sqrt(variance) * StandardNormal.Quantile(probability);
        var root = (spread + Math.Sqrt((spread * spread) - (4 * drift * Math.Log(risk)))) / (2 * drift);
        var about = root * root / telling;
        if (!(about < ballots))
        {
            return ballots;
        }

        if (told is [_, _])
        {
            var (up, down) = (told.MaxBy(k => k.Gain), told.MinBy(k => k.Gain));
            about = BallotPolling.TwoWayRound((long)Math.Floor(root * root), Math.Log(1 + (Stake * up.Gain)), Math.Log(1 + (Stake * down.Gain)), up.Part / telling, risk, probability) / telling;
        }

        return (long)Math.Min(ballots, Math.Ceiling(about));
    }

    (double Drift, double Variance) Moments => MomentsOf(kinds, 1);

    (double Drift, double Variance) MomentsOf(IEnumerable<(double Gain, double Part)> of, double whole)
    {
        var (sum, square) = (0.0, 0.0);
        foreach (var (gain, part) in of)
        {
            var step = Math.Log(1 + (Stake * gain));
            (sum, square) = (sum + (part / whole * step), square + (part / whole * step * step));
        }

        return (sum, square - (sum * sum));
    }

    /// <summary>The stake at which the mean logarithm is greatest; 0 where the mean is not above one half.</summary>
    static double Best(ImmutableArray<(double Gain, double Part)> kinds)
    {
        if (kinds.Sum(k => k.Gain * k.Part) <= 0)
        {
            return 0;
        }

        double Slope(double stake) => kinds.Sum(k => k.Part * k.Gain / (1 + (stake * k.Gain)));
        const double Most = 2;
        if (kinds.All(k => k.Gain > -0.5) && Slope(Most) >= 0)
        {
            return Most;
        }

        var (low, high) = (0.0, Most);
        for (var i = 0; i < 80; i++)
        {
            var middle = (low + high) / 2;
            (low, high) = Slope(middle) > 0 ? (middle, high) : (low, middle);
        }

        return low;
    }
}
