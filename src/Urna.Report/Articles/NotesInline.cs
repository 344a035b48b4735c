using System.Collections.Immutable;
using Markdig.Syntax.Inlines;

namespace Urna.Report.Articles;

/// <summary>The place of the notes on claims, after their sentence.</summary>
/// <param name="claims">Indices of the claims.</param>
sealed class NotesInline(ImmutableArray<int> claims) : LeafInline
{
    /// <summary>Indices of the claims.</summary>
    public ImmutableArray<int> Claims { get; } = claims;
}
