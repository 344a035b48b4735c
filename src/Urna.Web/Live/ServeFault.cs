using System.Collections.Immutable;
using Urna.Model;
using Urna.Validate;

namespace Urna.Web.Live;

/// <summary>That a request has no answer: its status and the findings that say why.</summary>
/// <param name="status">The status of HTTP: 400 what is asked, 404 what is not there, 422 data that cannot answer.</param>
/// <param name="findings">Each with its code.</param>
sealed class ServeFault(int status, ImmutableArray<Finding> findings) : Exception(findings.IsEmpty ? "" : findings[0].Message)
{
    public int Status { get; } = status;

    public ImmutableArray<Finding> Findings { get; } = findings;

    /// <summary>Something of a name that is not there, with the nearest that are.</summary>
    public static ServeFault NotThere(string field, string found, IEnumerable<string> allowed) => new(404, [NotAllowed(field, found, allowed)]);

    /// <summary>A value that is not allowed, with those that are.</summary>
    public static ServeFault Wrong(string field, string found, IEnumerable<string> allowed) => new(400, [NotAllowed(field, found, allowed)]);

    /// <summary>A value that is not allowed, as some reader says.</summary>
    public static ServeFault Wrong(string field, string message) => new(400, [Codes.Finding("V110", message) with { Column = field }]);

    /// <summary>That the data cannot answer.</summary>
    public static ServeFault NotEnough(params ImmutableArray<Finding> findings) => new(422, findings);

    static Finding NotAllowed(string field, string found, IEnumerable<string> allowed) =>
        Codes.Finding("V110", LocalizedText.Say("tool-fault.is-not-allowed-in", ("found", found), ("field", field))) with { Column = field, Found = found, Expected = Nearest.Among(found, allowed) };
}
