using System.Collections.Immutable;
using Urna.Model;

namespace Urna.Allocate.Steps;

/// <summary>One step of a law.</summary>
/// <remarks>A step fills nothing by itself: the law that takes it refuses it if its fields say nothing.</remarks>
public abstract record RuleStep
{
    /// <summary>Only this program knows how a step is taken.</summary>
    private protected RuleStep()
    {
    }

    /// <summary>The article of law that it implements.</summary>
    public required string Article { get; init; }

    /// <summary>What was not verified against the law's text; null if all was.</summary>
    public LocalizedText? Unverified { get; init; }

    /// <summary>The districts it is for; empty for all those that no step names.</summary>
    public ImmutableArray<string> Districts { get; init; } = [];

    /// <summary>Whether districts, lists and lines that the step names may be absent; otherwise votes without them are refused.</summary>
    public bool WherePresent { get; init; }

    /// <summary>Whether the step names anything of a contest: districts, lists or lines of the ballot.</summary>
    internal virtual bool IsNaming => !Districts.IsEmpty;

    /// <summary>Whether the step names a district.</summary>
    /// <param name="key">The district's folded name.</param>
    internal bool IsFor(string key) => Districts.Any(d => FoldedName.Of(d) == key);
}
