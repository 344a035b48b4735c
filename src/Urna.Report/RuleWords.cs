using Urna.Allocate.Steps;

namespace Urna.Report;

/// <summary>Says what a step of a law asks for.</summary>
public static class RuleWords
{
    /// <summary>One sentence a step.</summary>
    /// <param name="step">The step.</param>
    /// <param name="e">The readers' words.</param>
    /// <remarks>Each field that can change a seat changes the text; a test sees to it.</remarks>
    public static string Of(RuleStep step, Wording e) => Asked(step, e) + (step.WherePresent
        ? e.Say("rule.what-the-step-names-need-not") : "");

    static string Asked(RuleStep step, Wording e) => step switch
    {
        HighestAveragesStep s => e.Say(
            "rule.seats-are-shared-among-by-highest", ("among", Among(s.Holders, e)), ("divisors", MethodWords.Divisors(s.Divisors, e))) + MethodWords.Beside(s, e),
        ListSurplusStep => e.Say("rule.in-each-list-votes-for-the"),
        PassedDownStep s => e.Say("rule.persons-with-most-votes-once-part", ("part", s.Part.ToString())),
        DoublingStep s => e.Say("rule.two-seats-a-district-both-to", ("among", Among(s.Holders, e)), ("factor", s.Factor)),
        MostVotesStep { OfEachSex: > 0 } s => e.Say("rule.woman-and-man-with-most-votes", ("ofEachSex", s.OfEachSex)) + Reserved(s, e) + Below(s.ElectedBelow, e),
        MostVotesStep s => e.Say("rule.seats-go-to-with-most-votes", ("among", Among(s.Holders, e))) + (s.IsAfterFirst ? e.Say("rule.the-first-takes-no-seat-here") : "") + Reserved(s, e) + Below(s.ElectedBelow, e),
        EachStep s => e.Say("rule.for-each-of", ("seats", s.Seats), ("among", Among(s.Holders, e))),
        MajorityStep s => Of(s.Holders, e) + e.Say(
            "rule.whoever-has-is-elected-otherwise-the", ("anyOf", string.Join(e.Say("list.or-else"), s.AnyOf.Select(c => MajorityWords.Of(c, e)))),
            ("finalists", s.Finalists), ("goOn", MajorityWords.GoOn(s, e))),
        BiproportionalStep s => BiproportionalWords.Of(s, e),
        TransferableVoteStep s => CountingWords.Of(s, e),
        PreferenceCountStep s => CountingWords.Of(s, e),
        RunoffStep s => Of(s.Holders, e) + e.Say("rule.in-a-second-vote-between-them"),
        CongressStep s => Of(s.Holders, e) + e.Say("rule.congress-chooses-between-them-by-more"),
        ParityStep s => e.Say("rule.if-women-and-men-differ-by", ("within", Within(s.Replacements, e))),
        AlternateParityStep => e.Say("rule.women-and-men-are-balanced-over"),
        NationalParityStep s => e.Say("rule.if-women-and-men-differ-in", ("within", Within(s.Replacements, e))),
        NeedsDataStep s => e.Say("rule.not-filled-here-it-needs", ("because", s.Because)),
        _ => LimitWords.Of(step, e) ?? TierWords.Of(step, e) ?? step.GetType().Name,
    };

    /// <summary>How a step breaks ties, in a sentence; empty where it leaves no choice.</summary>
    /// <param name="step">The step.</param>
    /// <param name="e">The readers' words.</param>
    public static string Ties(RuleStep step, Wording e) => TieWords.Of(step, e);

    static string Reserved(MostVotesStep step, Wording e) => step.Reserved ? e.Say("rule.the-seats-are-reserved-for-a") : "";

    /// <summary>What becomes of a tier's seat that is due to somebody elected below; empty where the next takes it.</summary>
    internal static string Below(ElectedBelow below, Wording e) => below == ElectedBelow.Skip ? "" : e.Say("rule.in-a-tier-a-seat-that");

    static string Of(Holder holder, Wording e) => holder == Holder.Candidate ? "" : e.Say("rule.among", ("among", Among(holder, e)));

    /// <summary>Where a replacement is sought: of their party, else of their list.</summary>
    static string Within(IEnumerable<Holder> replacements, Wording e) => string.Join(e.Say("term.else"), replacements.Select(r => r switch
    {
        Holder.Party => e.Say("term.of-their-party"),
        Holder.Subpact => e.Say("rule.of-their-sub-pact"),
        _ => e.Say("term.of-their-list"),
    }));

    /// <summary>Who holds the seats that are shared.</summary>
    internal static string Among(Holder holder, Wording e) => holder switch
    {
        Holder.List => e.Say("term.lists-and-pacts"),
        Holder.Subpact => e.Say("rule.the-sub-pacts-of-each-list"),
        Holder.Party => e.Say("rule.the-parties-of-each-list"),
        _ => e.Say("term.the-candidates"),
    };
}
