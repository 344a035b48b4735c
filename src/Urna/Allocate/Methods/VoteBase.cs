using System.Collections.Immutable;
using Urna.Model;

namespace Urna.Allocate.Methods;

/// <summary>The votes that a share is a share of.</summary>
public enum VoteBase
{
    /// <summary>Votes for candidacies.</summary>
    Valid,

    /// <summary>Votes for candidacies, and blank votes.</summary>
    ValidAndBlank,

    /// <summary>All votes cast: for candidacies, blank and null.</summary>
    Cast,

    /// <summary>People on the roll.</summary>
    Registered,
}
