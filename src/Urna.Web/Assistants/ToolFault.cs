using Urna.Model;
using System.Collections.Immutable;
using Urna.Validate;

namespace Urna.Web.Assistants;

/// <summary>That a tool cannot answer: the findings that it tells.</summary>
/// <param name="findings">Each with its code.</param>
sealed class ToolFault(ImmutableArray<Finding> findings) : Exception(findings.IsEmpty ? "" : findings[0].Message)
{
    /// <summary>Each with its code.</summary>
    public ImmutableArray<Finding> Findings { get; } = findings;

    /// <summary>A name that is not among those allowed.</summary>
    public static ToolFault NotAllowed(string field, string found, IEnumerable<string> allowed, string code = "V110") =>
        new([Codes.Finding(code, LocalizedText.Say("tool-fault.is-not-allowed-in", ("found", found), ("field", field))) with { Column = field, Found = found, Expected = Nearest.Among(found, allowed) }]);
}
