using System.Collections.Immutable;
using Markdig;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using Urna.Judge.Articles;

namespace Urna.Store.Claims;

/// <summary>Reads articles in Markdown.</summary>
public static class MarkdownArticle
{
    /// <summary>Raw HTML is text like any other; tables are read.</summary>
    static readonly MarkdownPipeline pipeline = new MarkdownPipelineBuilder().UsePipeTables().UsePreciseSourceLocation().DisableHtml().Build();

    /// <summary>Reads an article; null if it is too long or too deeply nested to be one.</summary>
    /// <param name="text">Markdown.</param>
    public static Article? Read(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (text.Length > Article.LongestText)
        {
            return null;
        }

        var clean = Article.WithoutControls(text.ReplaceLineEndings("\n").TrimStart('\uFEFF'));
        try
        {
            return new Article(clean, Markdown.Parse(clean, pipeline).Descendants<LeafBlock>().Where(leaf => leaf.Inline is not null).Select(Pieces));
        }
        catch (ArgumentException)
        {
            // Markdig's word for elements nested beyond its limit.
            return null;
        }
    }

    static ImmutableArray<ArticlePiece> Pieces(LeafBlock leaf) =>
        [.. leaf.Inline!.FindDescendants<LeafInline>().Select(inline => new ArticlePiece(Article.WithoutControls(TextOf(inline)), inline.Span.Start))];

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
