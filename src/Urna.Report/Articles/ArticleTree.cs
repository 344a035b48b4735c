using System.Collections.Immutable;
using Markdig;
using Markdig.Helpers;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using Urna.Judge.Articles;

namespace Urna.Report.Articles;

/// <summary>The markup of an article, whose elements hold the article's pieces one by one.</summary>
/// <param name="Document">The whole.</param>
/// <param name="Leaves">The elements of each of its blocks, in order.</param>
sealed record ArticleTree(MarkdownDocument Document, ImmutableArray<LeafBlock> Leaves)
{
    static readonly MarkdownPipeline pipeline = new MarkdownPipelineBuilder().UsePipeTables().UsePreciseSourceLocation().DisableHtml().Build();

    /// <summary>Reads an article's markup anew, so that it can be changed.</summary>
    /// <param name="article">The article.</param>
    /// <exception cref="ArgumentException">Its source is not the Markdown of its blocks.</exception>
    public static ArticleTree Of(Article article)
    {
        var document = Markdown.Parse(article.Markdown, pipeline);
        foreach (var entity in document.Descendants<HtmlEntityInline>())
        {
            entity.Transcoded = new StringSlice(Article.WithoutControls(entity.Transcoded.ToString()));
        }

        var tree = new ArticleTree(document, [.. document.Descendants<LeafBlock>().Where(leaf => leaf.Inline is not null)]);
        return tree.Leaves.Length == article.Blocks.Length && tree.Leaves.Zip(article.Blocks).All(p => p.First.Inline!.FindDescendants<LeafInline>().Count() == p.Second.Pieces.Length)
            ? tree
            : throw new ArgumentException("An article's source is not the Markdown of its blocks.", nameof(article));
    }

    /// <summary>The elements of a block that hold text, each with where its text begins and ends in the block's.</summary>
    /// <param name="block">A block of the article.</param>
    public IEnumerable<(LeafInline Inline, string Text, int Start, int End)> Pieces(ArticleBlock block)
    {
        var start = 0;
        foreach (var (inline, piece) in Leaves[block.Index].Inline!.FindDescendants<LeafInline>().ToList().Zip(block.Pieces))
        {
            yield return (inline, piece.Text, start, start + piece.Text.Length);
            start += piece.Text.Length;
        }
    }
}
