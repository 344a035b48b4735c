using System.Collections.Immutable;
using Urna.Numerics;

namespace Urna.Audit.Plans;

/// <summary>How large a sample a group of statements needs.</summary>
/// <param name="Mean">Ballots, or draws of boxes, on average where the count is right.</param>
/// <param name="Q90">A round after which the audit ends in nine of ten cases, where the count is right.</param>
/// <param name="FirstRound">The first round as known tools print it.</param>
public sealed record GroupSize(long Mean, long Q90, long FirstRound)
{
    /// <summary>The part that is staked on a ballot whose reading is compared, so that a misread one does not end all; of 2 at most.</summary>
    public const double ComparisonBet = 1.8;

    const double Likely = 0.9;

    /// <summary>The sizes by ballots.</summary>
    /// <param name="group">The statements.</param>
    /// <param name="method">Ballot polling or comparison.</param>
    /// <param name="risk">The risk limit, in (0, 1).</param>
    /// <param name="errors">Errors that are expected; null for none in the mean, and the usual ones in the first round.</param>
    /// <exception cref="ArgumentException">The method draws boxes.</exception>
    public static GroupSize Of(AuditGroup group, AuditMethod method, double risk, ErrorRates? errors = null) => method switch
    {
        AuditMethod.BallotPolling => Polling(group, risk),
        AuditMethod.BallotComparison => Comparison(group, risk, errors),
        _ => throw new ArgumentException("Boxes are needed: their sizes follow from the bounds of the boxes.", nameof(method)),
    };

    /// <summary>The sizes by boxes.</summary>
    /// <param name="bounds">The boxes with their bounds.</param>
    /// <param name="risk">The risk limit, in (0, 1).</param>
    /// <param name="errors">Part of the boxes whose lead is overstated by one vote or by two; null for none.</param>
    public static GroupSize Of(BoxBounds bounds, double risk, ErrorRates? errors = null)
    {
        var clean = bounds.Size(risk);
        var walk = WalkOf(bounds, errors ?? ErrorRates.None);
        return new(walk.Mean(risk, long.MaxValue), walk.Round(risk, Likely, long.MaxValue), (long)Math.Ceiling(clean) + 1);
    }

    internal static ErrorWalk WalkOf(BoxBounds bounds, ErrorRates errors)
    {
        var (one, two) = bounds.JumpOfVotes;
        return new(bounds.CleanStep, [(errors.OneOver, one), (errors.TwoOver, two)]);
    }

    /// <summary>The size for one statement if nothing is misread, before rounding up.</summary>
    /// <param name="audited">The statement.</param>
    /// <param name="group">Its group.</param>
    /// <param name="method">The method.</param>
    /// <param name="risk">The risk limit, in (0, 1).</param>
    public static double WithoutErrors(AuditedStatement audited, AuditGroup group, AuditMethod method, double risk)
    {
        var a = audited.Assertion;
        return !a.IsTrue ? double.PositiveInfinity : method switch
        {
            AuditMethod.BallotPolling => PollingMean(audited, group, risk),
            AuditMethod.BallotComparison => group.IsOfPluralities ? BallotComparison.Size(a.Margin.Value, risk) : BallotComparison.Size(a, risk),

            // All errors together could upset it 1 + 1/margin times over, where a ballot weighs at least −1.
            _ => Math.Log(risk) / Math.Log(1 - (1 / (1 + (1 / a.Margin.Value)))),
        };
    }

    static GroupSize Polling(AuditGroup group, double risk)
    {
        var mean = group.Statements.Max(s => PollingMean(s, group, risk));
        var round = group.Statements.Max(s => PollingBet.Of(s, group.Votes).Round(risk, Likely, group.Ballots));
        return new(AtMost(mean, group.Ballots), round, round);
    }

    static double PollingMean(AuditedStatement audited, AuditGroup group, double risk)
    {
        var (a, votes) = (audited, group.Votes);
        if (a.Assertion.Kind == AssertionKind.Plurality)
        {
            double Part(int side) => (double)a.Statement.Lines[side].Lines.Sum(votes.Of) / group.Ballots;
            if (Part(0) + Part(1) <= 1)
            {
                return BallotPolling.ExpectedSize(Part(0), Part(1), risk);
            }
        }

        return PollingBet.Of(a, votes).ExpectedSize(risk);
    }

    static GroupSize Comparison(AuditGroup group, double risk, ErrorRates? errors)
    {
        var tightest = group.Tightest.Assertion;
        if (!tightest.IsTrue)
        {
            return new(group.Ballots, group.Ballots, group.Ballots);
        }

        var walk = WalkOf(group, errors ?? ErrorRates.None);
        var first = group.IsOfPluralities
            ? BallotComparison.Round(tightest.Margin.Value, risk, group.Ballots, errors ?? ErrorRates.Usual)
            : WalkOf(group, errors ?? ErrorRates.Usual).UsualRound(risk, group.Ballots);
        // Without errors the sum of logarithms is bounded as the usual tools bound it.
        var clean = group.IsOfPluralities ? AtMost(BallotComparison.Size(tightest.Margin.Value, risk), group.Ballots) : 0;
        return new(Math.Max(clean, walk.Mean(risk, group.Ballots)), Math.Max(clean, walk.Round(risk, Likely, group.Ballots)), first);
    }

    /// <summary>How the tightest statement's test moves where ballots are misread at stated rates.</summary>
    internal static ErrorWalk WalkOf(AuditGroup group, ErrorRates errors)
    {
        var tightest = group.Tightest.Assertion;
        double Step(double votes) => ComparisonTest.Step(tightest, group.IsOfPluralities, votes);
        return new(Step(0), [(errors.OneOver, Step(1) - Step(0)), (errors.TwoOver, Step(2) - Step(0)), (errors.OneUnder, Step(-1) - Step(0)), (errors.TwoUnder, Step(-2) - Step(0))]);
    }

    static long AtMost(double size, long ballots) => size < ballots ? (long)Math.Ceiling(size) : ballots;
}
