using System.Collections.Immutable;
using Urna.Audit;
using Urna.Audit.Plans;
using Urna.Model;

namespace Urna.Report;

/// <summary>Audits in words.</summary>
public static class AuditWords
{
    /// <summary>Why a contest is not audited by statements about ballots.</summary>
    public static string Refused(string contest, ImmutableArray<LocalizedText> because, Wording words) => words.Say("audit.cannot-be-audited-by-statements", ("contest", Named(contest, words)), ("because", LocalizedText.Join("; ", because)));

    /// <summary>What an assertion says, as a sentence without its end.</summary>
    public static string Of(Assertion a, Wording words) => a.Kind switch
    {
        AssertionKind.Plurality => words.Say("audit.has-more-votes-than", ("winner", a.Winner), ("loser", a.Loser)),
        AssertionKind.Quotients => words.Say("audit.keeps-its-last-seat-before-has-one", ("winner", a.Winner), ("loser", a.Loser)),
        AssertionKind.Threshold when a.Loser.Length == 0 => words.Say("audit.reaches-what-the-law-asks", ("winner", a.Winner)),
        AssertionKind.Threshold => words.Say("audit.does-not-reach-what-the-law-asks", ("loser", a.Loser)),
        _ when a.Winner.Length > 0 && a.Loser.Length > 0 => words.Say("audit.is-far-enough-ahead-of", ("winner", a.Winner), ("loser", a.Loser)),
        _ when a.Loser.Length == 0 => words.Say("audit.has-the-majority-that-the-law-asks", ("winner", a.Winner)),
        _ => words.Say("audit.has-not-the-majority-that-the-law", ("loser", a.Loser)),
    };

    /// <summary>A method's name.</summary>
    public static string Of(AuditMethod method, Wording words) => method switch
    {
        AuditMethod.BallotPolling => words.Say("audit.ballot-polling"),
        AuditMethod.BallotComparison => words.Say("audit.ballot-comparison"),
        _ => words.Say("audit.batch-comparison"),
    };

    /// <summary>What is counted: ballots, or draws of boxes.</summary>
    public static string Unit(AuditMethod method, Wording words) => method == AuditMethod.BatchComparison ? words.Say("audit.draws-of-boxes") : words.Say("audit.ballots");

    /// <summary>What a plan asks for, in one sentence.</summary>
    public static string Lead(AuditPlan plan, Wording words)
    {
        var (size, risk) = (plan.Size, words.Percent(plan.Settings.Risk, 1));
        var (first, mean, unit) = (words.Whole(size.FirstRound), words.Whole(size.Mean), Unit(plan.Settings.Method, words));
        return words.Say("audit.by-with-a-risk-of-at-most", ("method", Of(plan.Settings.Method, words)), ("risk", risk), ("first", first), ("unit", unit), ("mean", mean));
    }

    /// <summary>What follows from a sample, as a sentence.</summary>
    public static string Of(AuditDecision decision, Wording words) => decision switch
    {
        AuditDecision.Stop => words.Say("audit.stop-the-sample-confirms-every-assertion-at"),
        AuditDecision.GoOn => words.Say("audit.go-on-the-sample-does-not-confirm"),
        _ => words.Say("audit.count-all-by-hand-no-further-sample"),
    };

    /// <summary>Says why nothing is drawn.</summary>
    public static string NothingDrawn(bool hasBoxes, Wording words) => hasBoxes
        ? words.Say("audit.the-first-round-is-all-ballots-of")
        : words.Say("audit.nothing-is-drawn-the-boxes-are-not");

    /// <summary>Says that units are taken as boxes.</summary>
    public static string UnitsAsBoxes(int boxes, Wording words) => words.Say("audit.no-manifest-is-given-the-units-of", ("boxes", words.Whole(boxes)));

    static string Named(string contest, Wording words) => contest.Length == 0 ? words.Say("audit.this-contest") : $"'{contest}'";
}
