using System.Collections.Immutable;
using Urna.Model;

namespace Urna.Judge.Articles;

/// <summary>An article as a reader sees it: blocks, sentences, words.</summary>
/// <remarks>It is untrusted. It reads no markup: whoever does gives the pieces of text that its elements hold.</remarks>
public sealed class Article
{
    /// <summary>Longer articles are refused.</summary>
    public const int LongestText = 1_000_000;

    /// <summary>Makes an article of text that was read.</summary>
    /// <param name="markdown">Its source, without control characters.</param>
    /// <param name="blocks">The runs of text of each paragraph, heading, item and cell, in order.</param>
    public Article(string markdown, IEnumerable<ImmutableArray<ArticlePiece>> blocks)
    {
        ArgumentNullException.ThrowIfNull(markdown);
        ArgumentNullException.ThrowIfNull(blocks);
        Markdown = markdown;
        Blocks = [.. blocks.Select((pieces, i) => new ArticleBlock(i, pieces, markdown))];
    }

    /// <summary>The text as it was given, without control characters.</summary>
    public string Markdown { get; }

    /// <summary>Its paragraphs, headings, items and cells, in order.</summary>
    public ImmutableArray<ArticleBlock> Blocks { get; }

    /// <summary>All sentences, in order.</summary>
    public IEnumerable<ArticleSentence> Sentences => Blocks.SelectMany(b => b.Sentences);

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
    /// <param name="text">A text.</param>
    public static string WithoutControls(string text) => text.Any(IsDropped) ? string.Concat(text.Where(c => !IsDropped(c))) : text;

    static bool IsDropped(char c) => char.IsControl(c) && c is not ('\n' or '\t');

    static HashSet<string> WordsOf(string text) =>
        [.. FoldedName.Of(text).Split([' ', ',', ';', ':', '(', ')', '"', '“', '”', '«', '»'], StringSplitOptions.RemoveEmptyEntries).Select(w => w.TrimEnd('.', '!', '?')).Where(w => w.Any(char.IsLetterOrDigit))];
}
