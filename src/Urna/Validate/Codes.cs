using System.Collections.Immutable;

namespace Urna.Validate;

/// <summary>What a code of a finding means.</summary>
/// <param name="Code">The permanent code.</param>
/// <param name="Severity">The severity that its findings have.</param>
/// <param name="Title">What it says, in a few words.</param>
public sealed record CodeMeaning(string Code, Severity Severity, string Title);

/// <summary>The permanent codes of findings.</summary>
/// <remarks>A code is never given another meaning; <c>docs/findings.md</c> explains each with an example and what to do.</remarks>
public static class Codes
{
    /// <summary>All codes, ascending.</summary>
    public static ImmutableArray<CodeMeaning> All { get; } =
    [
        new("V101", Severity.Fault, "A file is missing"),
        new("V102", Severity.Fault, "Not valid YAML or JSON"),
        new("V103", Severity.Fault, "A column or field is missing"),
        new("V104", Severity.Fault, "Not a whole number"),
        new("V105", Severity.Fault, "A negative count"),
        new("V106", Severity.Fault, "The same key twice"),
        new("V107", Severity.Fault, "An unknown place"),
        new("V108", Severity.Fault, "An unknown choice"),
        new("V109", Severity.Fault, "An unknown contest"),
        new("V110", Severity.Fault, "A field or value that is not allowed"),
        new("V111", Severity.Fault, "The places are not a tree"),
        new("V112", Severity.Fault, "A malformed row"),
        new("V113", Severity.Fault, "Text that is not UTF-8"),
        new("V114", Severity.Fault, "An unknown law"),
        new("V115", Severity.Fault, "An empty value where one is needed"),
        new("V116", Severity.Fault, "A reference to something that is not declared"),
        new("V117", Severity.Fault, "A number beyond the largest that is accepted"),
        new("V118", Severity.Fault, "Not a date"),
        new("V119", Severity.Warning, "A column that is not used"),
        new("V120", Severity.Fault, "A drawing of lots that fits no tie"),
        new("V121", Severity.Fault, "A file or folder cannot be read"),
        new("V201", Severity.Error, "Votes cast differ from their parts"),
        new("V202", Severity.Error, "More votes cast than people on the roll"),
        new("V203", Severity.Error, "Valid votes differ from the sum of the choices"),
        new("V204", Severity.Warning, "No figure for a choice on the ballot: missing, not zero"),
        new("V205", Severity.Warning, "A unit without any vote"),
        new("V206", Severity.Info, "Places without a return"),
        new("V207", Severity.Warning, "A stated total differs from the sum of the units"),
        new("V208", Severity.Error, "More votes than the ballots allow"),
        new("V209", Severity.Error, "A unit inside another unit of the same contest"),
        new("V210", Severity.Error, "Votes for a choice outside its district"),
        new("V211", Severity.Info, "Absent rows are zero, as the source says"),
        new("V212", Severity.Info, "A unit states only part of its counts"),
        new("V301", Severity.Error, "The seats under the law differ from the official outcome"),
        new("V302", Severity.Warning, "A tie is open"),
        new("V401", Severity.Warning, "Two candidacies of a district share a name"),
        new("V402", Severity.Info, "One name in several spellings"),
        new("V501", Severity.Warning, "A unit that only one of two tables has"),
        new("V502", Severity.Warning, "Units whose two tables sum differently"),
        new("V503", Severity.Info, "A row or column without people"),
        new("V504", Severity.Info, "Units that tell nothing of flows"),
        new("V505", Severity.Warning, "The method did not converge"),
    ];

    /// <summary>The meaning of a code.</summary>
    /// <param name="code">A code of <see cref="All"/>.</param>
    /// <exception cref="ArgumentException">The code is not known.</exception>
    public static CodeMeaning Of(string code) =>
        All.FirstOrDefault(c => c.Code == code) ?? throw new ArgumentException($"'{code}' is not a code of a finding.", nameof(code));

    /// <summary>A finding under a code, with the code's severity.</summary>
    /// <param name="code">A code of <see cref="All"/>.</param>
    /// <param name="message">One sentence for people.</param>
    public static Finding Finding(string code, string message) => new(code, Of(code).Severity, message);
}
