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
        Severity.Info => words.L("note", "nota"),
        Severity.Warning => words.L("warning", "advertencia"),
        Severity.Error => words.L("error", "error"),
        _ => words.L("unreadable", "ilegible"),
    };
}
