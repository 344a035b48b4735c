using Urna.Allocate.Laws;
using Urna.Allocate.Steps;
using Urna.Contract;
using Urna.Model;
using Urna.Power;

namespace Urna.Report;

/// <summary>Laws and quorums in words, in the shapes of <c>urna rule show</c>.</summary>
public static class LawAnswers
{
    /// <summary>The law in words.</summary>
    /// <param name="rule">The law.</param>
    /// <param name="e">The readers' words.</param>
    public static RuleJson Of(ElectoralRule rule, Wording e) => new(
        rule.Name,
        rule.Country,
        e.L(rule.Title),
        e.L(rule.Applies),
        rule.Sources,
        rule.Steps.Select(s => new RuleJson.Step(
            NameOf(s), RuleWords.Of(s, e), RuleWords.Ties(s, e), s.Article, s.Unverified is { } unverified ? e.L(unverified) : null, s.Districts)));

    /// <summary>A step's name in law files: that of its record.</summary>
    static string NameOf(RuleStep step) => Spelling.Kebab(step.GetType().Name[..^"Step".Length]);

    /// <summary>The quorums in words.</summary>
    /// <param name="law">The quorums.</param>
    /// <param name="e">The readers' words.</param>
    public static QuorumsJson Of(QuorumLaw law, Wording e) => new(
        law.Name,
        law.Country,
        e.L(law.Title),
        law.Sources,
        law.Quorums.Select(q => new QuorumsJson.Entry(
            q.Id,
            $"{e.L(q.Title)}: {QuorumWords.Share(q, e)}; {QuorumWords.Period(q, e)}.",
            q.From,
            q.Until,
            q.Article,
            q.Unverified is { } unverified ? e.L(unverified) : null,
            q.Chambers)));
}
