using Urna.Model;
using Urna.Validate;

namespace Urna.Report;

/// <summary>Findings in the words of the reader's language.</summary>
public static class FindingWords
{
    /// <summary>The sentence, and what was expected instead.</summary>
    /// <param name="finding">The finding.</param>
    /// <param name="language">The reader's language.</param>
    public static string Of(Finding finding, Language language)
    {
        var expected = Expected(finding, language);
        return Sentence(finding, language) + (expected.Length == 0 ? "" : LocalizedText.Say("finding.expected", ("expected", expected)).In(language));
    }

    /// <summary>The sentence.</summary>
    /// <param name="finding">The finding.</param>
    /// <param name="language">The reader's language.</param>
    public static string Sentence(Finding finding, Language language) => finding.Sentence.In(language);

    /// <summary>The value, or values, expected.</summary>
    /// <param name="finding">The finding.</param>
    /// <param name="language">The reader's language.</param>
    public static string Expected(Finding finding, Language language) => Expectations.In(finding.Expected, language);

    /// <summary>How much a finding matters.</summary>
    /// <param name="severity">The severity.</param>
    /// <param name="language">The reader's language.</param>
    public static string Of(Severity severity, Language language) => severity switch
    {
        Severity.Fault => LocalizedText.Say("term.fault").In(language),
        Severity.Error => LocalizedText.Say("term.error").In(language),
        Severity.Warning => LocalizedText.Say("term.warning").In(language),
        _ => LocalizedText.Say("term.info").In(language),
    };
}
