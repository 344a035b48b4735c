using Urna.Audit.Forensics;

namespace Urna.Report;

/// <summary>Tests of counts in words: what each looks at, what else could cause what it sees, and what it supposes.</summary>
public static class ForensicWords
{
    /// <summary>A test's name.</summary>
    public static string Of(ForensicKind kind, Wording words) => kind switch
    {
        ForensicKind.IntegerPercentages => words.Say("audit.whole-per-cents-turnout-or-share"),
        ForensicKind.IntegerResult => words.Say("audit.whole-per-cents-share"),
        ForensicKind.IntegerTurnout => words.Say("audit.whole-per-cents-turnout"),
        ForensicKind.Fingerprint => words.Say("audit.fingerprint-units-high-in-turnout-and-share"),
        ForensicKind.AnomalousVotes => words.Say("audit.votes-beyond-proportion-where-turnout-is-high"),
        ForensicKind.ContestDifferences => words.Say("audit.contests-of-one-box-that-differ"),
        ForensicKind.Arithmetic => words.Say("audit.figures-that-cannot-all-be-true"),
        ForensicKind.Copies => words.Say("audit.neighbours-with-the-same-figures"),
        ForensicKind.NeighbourOutliers => words.Say("audit.units-far-from-their-neighbours"),
        ForensicKind.TransitionOutliers => words.Say("audit.units-far-from-what-moves-of-voters"),
        ForensicKind.LateReturns => words.Say("audit.late-returns-beside-early-ones"),
        _ => words.Say("audit.last-digits"),
    };

    /// <summary>What else could cause it, first, and what the test supposes.</summary>
    public static string Caution(ForensicKind kind, Wording words) => $"{Causes(kind, words)} {Supposes(kind, words)}";

    /// <summary>Innocent causes of what a test sees.</summary>
    public static string Causes(ForensicKind kind, Wording words) => kind switch
    {
        ForensicKind.IntegerPercentages or ForensicKind.IntegerResult or ForensicKind.IntegerTurnout => words.Say("audit.innocent-causes-small-or-round-rolls-rules"),
        ForensicKind.Fingerprint or ForensicKind.AnomalousVotes => words.Say("audit.innocent-causes-places-where-the-leaders-voters"),
        ForensicKind.ContestDifferences => words.Say("audit.innocent-causes-people-who-take-only-one"),
        ForensicKind.Arithmetic => words.Say("audit.innocent-causes-typing-errors-votes-from-elsewhere"),
        ForensicKind.Copies => words.Say("audit.innocent-causes-a-row-entered-twice-small"),
        ForensicKind.NeighbourOutliers or ForensicKind.TransitionOutliers => words.Say("audit.innocent-causes-prisons-universities-care-homes-new"),
        ForensicKind.LateReturns => words.Say("audit.innocent-causes-large-boxes-take-longer-votes"),
        _ => words.Say("audit.innocent-causes-counts-that-lie-close-together"),
    };

    /// <summary>What a test supposes.</summary>
    public static string Supposes(ForensicKind kind, Wording words) => kind switch
    {
        ForensicKind.IntegerPercentages or ForensicKind.IntegerResult or ForensicKind.IntegerTurnout => words.Say("audit.supposes-that-everybody-in-a-unit-decides"),
        ForensicKind.Fingerprint => words.Say("audit.supposes-that-neighbours-differ-by-mood-and"),
        ForensicKind.AnomalousVotes => words.Say("audit.supposes-that-within-a-neighbourhood-turnout-does"),
        ForensicKind.ContestDifferences => words.Say("audit.supposes-that-small-differences-come-alike-everywhere"),
        ForensicKind.Arithmetic => words.Say("audit.supposes-nothing-the-figures-contradict-each-other"),
        ForensicKind.Copies => words.Say("audit.supposes-that-choices-vary-one-by-one"),
        ForensicKind.NeighbourOutliers or ForensicKind.TransitionOutliers => words.Say("audit.supposes-that-the-tail-of-differences-goes"),
        ForensicKind.LateReturns => words.Say("audit.supposes-that-within-a-neighbourhood-the-order"),
        _ => words.Say("audit.supposes-that-counts-spread-over-many-tens"),
    };

    /// <summary>What can be concluded, in words that never accuse.</summary>
    public static string Of(ForensicResult result, Wording words) => result.Conclusion switch
    {
        ForensicConclusion.AsByChance => words.Say("audit.as-by-chance"),
        ForensicConclusion.Anomaly => words.Say("audit.an-anomaly-someone-should-look-it-does"),
        _ => words.Say("audit.nothing-can-be-concluded"),
    };
}
