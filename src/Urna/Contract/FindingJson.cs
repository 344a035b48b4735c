using Urna.Model;
using Urna.Validate;

namespace Urna.Contract;

/// <summary>A finding, in the shape of a line of <c>urna validate --format json</c>.</summary>
/// <param name="Code">The permanent code.</param>
/// <param name="Severity">info, warning, error or fault.</param>
/// <param name="File">The file; empty if none.</param>
/// <param name="Row">The row; null if none.</param>
/// <param name="Column">The column; empty if none.</param>
/// <param name="Place">The place; empty if none.</param>
/// <param name="Found">The value got.</param>
/// <param name="Expected">The value expected.</param>
/// <param name="Message">One sentence.</param>
public sealed record FindingJson(
    string Code, string Severity, string File, int? Row, string Column, string Place, string Found, string Expected, string Message)
{
    /// <summary>The line of a finding.</summary>
    /// <param name="f">The finding.</param>
    public static FindingJson Of(Finding f) => new(f.Code, Spelling.Kebab(f.Severity), f.File, f.Row, f.Column, f.Place, f.Found, f.Expected, f.Message);
}
