using Markdig.Syntax.Inlines;

namespace Urna.Judge.Articles;

/// <summary>A run of a block's text that one element of the markup holds.</summary>
/// <param name="Inline">The element.</param>
/// <param name="Start">Its first character in the block's text.</param>
/// <param name="Text">Its text.</param>
sealed record ArticlePiece(LeafInline Inline, int Start, string Text)
{
    /// <summary>The character after its last.</summary>
    public int End => Start + Text.Length;
}
