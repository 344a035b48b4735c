using System.Collections.Immutable;

namespace Urna.Judge.Articles;

/// <summary>A paragraph, heading, item or cell of an article.</summary>
public sealed class ArticleBlock
{
    readonly FoldedText folded;
    readonly string markdown;

    internal ArticleBlock(int index, ImmutableArray<ArticlePiece> pieces, string markdown)
    {
        Index = index;
        Pieces = pieces;
        this.markdown = markdown;
        Text = string.Concat(pieces.Select(p => p.Text));
        folded = FoldedText.Of(Text);
        Sentences = [.. SentenceEnds.Of(Text).Select(s => new ArticleSentence(Index, s.Start, s.End, LineAt(s.Start), Text[s.Start..s.End]))];
    }

    /// <summary>Its place among the blocks, from 0.</summary>
    public int Index { get; }

    /// <summary>Its words, without markup.</summary>
    public string Text { get; }

    /// <summary>Its sentences, in order.</summary>
    public ImmutableArray<ArticleSentence> Sentences { get; }

    /// <summary>The runs of text that its elements hold, in order.</summary>
    public ImmutableArray<ArticlePiece> Pieces { get; }

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
        var (start, source) = (0, 0);
        foreach (var piece in Pieces)
        {
            if (start > offset)
            {
                break;
            }

            source = piece.Text.Length > 0 || start == 0 ? piece.Source : source;
            start += piece.Text.Length;
        }

        return 1 + markdown.AsSpan(0, Math.Clamp(source, 0, markdown.Length)).Count('\n');
    }
}
