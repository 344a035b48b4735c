using System.Collections.Immutable;
using System.Text;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Urna.Judge.Articles;

/// <summary>A paragraph, heading, item or cell of an article.</summary>
public sealed class ArticleBlock
{
    readonly FoldedText folded;
    readonly string markdown;

    internal ArticleBlock(int index, LeafBlock leaf, string markdown)
    {
        Index = index;
        Leaf = leaf;
        this.markdown = markdown;
        var text = new StringBuilder();
        var pieces = ImmutableArray.CreateBuilder<ArticlePiece>();
        foreach (var inline in leaf.Inline!.FindDescendants<LeafInline>())
        {
            pieces.Add(new ArticlePiece(inline, text.Length, TextOf(inline)));
            text.Append(pieces[^1].Text);
        }

        Pieces = pieces.ToImmutable();
        Text = text.ToString();
        folded = FoldedText.Of(Text);
        Sentences = [.. SentenceEnds.Of(Text).Select(s => new ArticleSentence(Index, s.Start, s.End, LineAt(s.Start), Text[s.Start..s.End]))];
    }

    /// <summary>Its place among the blocks, from 0.</summary>
    public int Index { get; }

    /// <summary>Its words, without markup.</summary>
    public string Text { get; }

    /// <summary>Its sentences, in order.</summary>
    public ImmutableArray<ArticleSentence> Sentences { get; }

    internal LeafBlock Leaf { get; }

    internal ImmutableArray<ArticlePiece> Pieces { get; }

    /// <summary>The sentence that holds a character; the last one where it stands between two.</summary>
    internal ArticleSentence SentenceAt(int offset) => Sentences.First(s => offset < s.End);

    /// <summary>Everywhere that folded words stand as whole words.</summary>
    internal IEnumerable<ArticleSpan> Find(string sought)
    {
        for (var at = folded.Text.IndexOf(sought, StringComparison.Ordinal); at >= 0; at = folded.Text.IndexOf(sought, at + 1, StringComparison.Ordinal))
        {
            if (IsEdge(at - 1, at) && IsEdge(at + sought.Length, at + sought.Length - 1))
            {
                var start = folded.Origins[at];
                yield return new ArticleSpan(Index, start, folded.Origins[at + sought.Length - 1] + 1, LineAt(start));
            }
        }
    }

    /// <summary>Whether no word goes on over the edge between two characters, of which the outer may not be there.</summary>
    bool IsEdge(int outer, int inner) =>
        outer < 0 || outer >= folded.Text.Length || !char.IsLetterOrDigit(folded.Text[outer]) || !char.IsLetterOrDigit(folded.Text[inner]);

    int LineAt(int offset)
    {
        var piece = Pieces.LastOrDefault(p => p.Start <= offset && p.Text.Length > 0) ?? Pieces[0];
        var start = Math.Clamp(piece.Inline.Span.Start, 0, markdown.Length);
        return 1 + markdown.AsSpan(0, start).Count('\n');
    }

    static string TextOf(LeafInline inline) => inline switch
    {
        LiteralInline literal => literal.Content.ToString(),
        CodeInline code => code.Content,
        HtmlEntityInline entity => entity.Transcoded.ToString(),
        AutolinkInline link => link.Url,
        LineBreakInline => " ",
        _ => "",
    };
}
