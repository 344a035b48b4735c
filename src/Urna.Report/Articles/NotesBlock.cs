using System.Collections.Immutable;
using Markdig.Syntax;

namespace Urna.Report.Articles;

/// <summary>The place of the notes on claims, after a block that can hold none.</summary>
/// <param name="claims">Indices of the claims.</param>
sealed class NotesBlock(ImmutableArray<int> claims) : LeafBlock(null)
{
    /// <summary>Indices of the claims.</summary>
    public ImmutableArray<int> Claims { get; } = claims;
}
