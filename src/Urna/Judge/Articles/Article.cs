using System.Collections.Immutable;
using Markdig;
using Markdig.Helpers;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using Urna.Model;

namespace Urna.Judge.Articles;

/// <summary>An article in Markdown, as a reader sees it: blocks, sentences, words.</summary>
/// <remarks>An article is untrusted: raw HTML in it is text like any other.</remarks>
public sealed class Article
{
    /// <summary>Longer articles are refused.</summary>
    public const int LongestText = 1_000_000;

    static readonly MarkdownPipeline pipeline = new MarkdownPipelineBuilder().UsePipeTables().UsePreciseSourceLocation().DisableHtml().Build();

    Article(string markdown, MarkdownDocument document)
    {
        Markdown = markdown;
        Document = document;
        Blocks = [.. document.Descendants<LeafBlock>().Where(leaf => leaf.Inline is not null).Select((leaf, i) => new ArticleBlock(i, leaf, markdown))];
    }

    /// <summary>The text as it was given, without control characters.</summary>
    public string Markdown { get; }

    /// <summary>Its paragraphs, headings, items and cells, in order.</summary>
    public ImmutableArray<ArticleBlock> Blocks { get; }

    /// <summary>All sentences, in order.</summary>
    public IEnumerable<ArticleSentence> Sentences => Blocks.SelectMany(b => b.Sentences);

    internal MarkdownDocument Document { get; }

    /// <summary>Reads an article; null if it is too long or too deeply nested to be one.</summary>
    /// <param name="text">Markdown.</param>
    public static Article? Read(string text)
    {
        if (text.Length > LongestText)
        {
            return null;
        }

        var clean = WithoutControls(text.ReplaceLineEndings("\n").TrimStart('\uFEFF'));
        try
        {
            var document = Markdig.Markdown.Parse(clean, pipeline);
            foreach (var entity in document.Descendants<HtmlEntityInline>())
            {
                entity.Transcoded = new StringSlice(WithoutControls(entity.Transcoded.ToString()));
            }

            return new Article(clean, document);
        }
        catch (ArgumentException)
        {
            // Markdig's word for elements nested beyond its limit.
            return null;
        }
    }

    /// <summary>Everywhere that words stand, up to emphasis, spaces and the shape of quotes.</summary>
    /// <param name="words">Some words of the article.</param>
    public ImmutableArray<ArticleSpan> Find(string words)
    {
        var sought = FoldedText.Of(words).Text.Trim();
        return sought.Length == 0 ? [] : [.. Blocks.SelectMany(b => b.Find(sought))];
    }

    /// <summary>The sentence in which a span ends.</summary>
    /// <param name="span">A span of this article.</param>
    public ArticleSentence SentenceOf(ArticleSpan span) => Blocks[span.Block].SentenceAt(span.End - 1);

    /// <summary>The sentences that share most words with some words, the nearest first; none that share none.</summary>
    /// <param name="words">Words that the article does not have as they stand.</param>
    /// <param name="most">How many at most.</param>
    public IEnumerable<ArticleSentence> Nearest(string words, int most = 2)
    {
        var sought = WordsOf(words);
        return Sentences.Select(s => (Sentence: s, Shared: sought.Count(WordsOf(s.Text).Contains)))
            .Where(s => s.Shared > 0).OrderByDescending(s => s.Shared).ThenBy(s => s.Sentence.Text.Length).Take(most).Select(s => s.Sentence);
    }

    /// <summary>A text without control characters, whether they stand in it or an entity such as <c>&amp;#2;</c> names them.</summary>
    internal static string WithoutControls(string text) => text.Any(IsDropped) ? string.Concat(text.Where(c => !IsDropped(c))) : text;

    static bool IsDropped(char c) => char.IsControl(c) && c is not ('\n' or '\t');

    static HashSet<string> WordsOf(string text) =>
        [.. FoldedName.Of(text).Split([' ', ',', ';', ':', '(', ')', '"', '“', '”', '«', '»'], StringSplitOptions.RemoveEmptyEntries).Select(w => w.TrimEnd('.', '!', '?')).Where(w => w.Any(char.IsLetterOrDigit))];
}
