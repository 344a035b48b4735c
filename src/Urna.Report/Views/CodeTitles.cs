using Urna.Validate;

namespace Urna.Report.Views;

/// <summary>What findings are called, in the site's language.</summary>
static class CodeTitles
{
    /// <summary>The title of a code.</summary>
    public static string Of(string code, Wording words) => words.L(Codes.Of(code).Title);

    /// <summary>The name of a severity.</summary>
    public static string Of(Severity severity, Wording words) => severity switch
    {
        Severity.Info => words.Say("term.note"),
        Severity.Warning => words.Say("term.warning"),
        Severity.Error => words.Say("term.error"),
        _ => words.Say("term.unreadable"),
    };
}
