using Urna.Judge.Articles;
using Urna.Store.Claims;

namespace Urna.Tests.Judge.Articles;

/// <summary>An article's words are found as a reader sees them, whatever its markup.</summary>
public class ArticleTests
{
    const string Text = """
        # An election

        Kast had **28 %**, and “Boric” *25.8 %* of
        the vote. Mr. A. Kast came first! Turnout was 47.3 %.

        - He won by ten points.
        - She won by ten points.

        | region | turnout |
        |---|---|
        | North | 44 % |

        A [link to the *count*](https://example.org) and `code &amp; more`.
        """;

    static readonly Article article = MarkdownArticle.Read(Text)!;

    [Fact]
    public void Sentences_AreThoseOfAReader() => Assert.Equal(
        [
            "An election", "Kast had 28 %, and “Boric” 25.8 % of the vote.", "Mr. A. Kast came first!", "Turnout was 47.3 %.", "He won by ten points.", "She won by ten points.",
            "region", "turnout", "North", "44 %", "A link to the count and code &amp; more.",
        ], article.Sentences.Select(s => s.Text));

    [Theory]
    [InlineData("Kast had 28 %", 3)]
    [InlineData("Kast had **28 %**, and \"Boric\"  25.8 %", 3)]
    [InlineData("«Boric» 25.8 % of the vote", 3)]
    [InlineData("Mr. A. Kast came first!", 4)]
    [InlineData("Turnout was 47.3 %", 4)]
    [InlineData("She won by ten points", 7)]
    [InlineData("44 %", 11)]
    [InlineData("link to the count and code", 13)]
    public void Find_IgnoresEmphasisSpacesAndQuotes(string words, int line) => Assert.Equal([line], article.Find(words).Select(s => s.Line));

    [Theory]
    [InlineData("Kast had 29 %")]
    [InlineData("kast had 28 %")]
    [InlineData("25.8 % of the vote. Mr. B")]
    [InlineData("ast had 28 %")]
    [InlineData("An election Kast")]
    [InlineData("")]
    [InlineData("**")]
    public void Find_WordsThatDoNotStandThere_FindsNothing(string words) => Assert.Empty(article.Find(words));

    [Fact]
    public void In_WordsThatStandTwice_NeedTheirOccurrence()
    {
        Assert.Equal([6, 7], article.Find("won by ten points").Select(s => s.Line));
        Assert.Null(new ClaimSpan("won by ten points", null).In(article));
        Assert.Equal("She won by ten points.", article.SentenceOf(new ClaimSpan("won by ten points", 2).In(article)!).Text);
        Assert.Null(new ClaimSpan("won by ten points", 3).In(article));
    }

    [Fact]
    public void Nearest_SharesMostWords() =>
        Assert.Equal(["Turnout was 47.3 %.", "turnout"], article.Nearest("Turnout was 48.3 %").Select(s => s.Text));

    [Theory]
    [InlineData("EE.UU. votó. El Sr. Kast ganó. ¿Quién? ¡Él!", new[] { "EE.UU. votó.", "El Sr. Kast ganó.", "¿Quién?", "¡Él!" })]
    [InlineData("«Ganó.» Luego perdió (mucho). 12 diputados quedaron.", new[] { "«Ganó.»", "Luego perdió (mucho).", "12 diputados quedaron." })]
    [InlineData("It was 25.8 % on the day… and no more. See art. 64 there.", new[] { "It was 25.8 % on the day… and no more.", "See art. 64 there." })]
    public void Sentences_EndWhereTheyEnd(string text, string[] sentences) => Assert.Equal(sentences, MarkdownArticle.Read(text)!.Sentences.Select(s => s.Text));

    [Fact]
    public void Read_WhatNobodyWrote_IsRefused()
    {
        Assert.Null(MarkdownArticle.Read(new string('>', 20_000) + " deep"));
        Assert.Null(MarkdownArticle.Read(new string('a', Article.LongestText + 1)));
        Assert.Empty(MarkdownArticle.Read("")!.Sentences);
    }

    /// <summary>Every sentence of any text is found where it stands.</summary>
    [Fact]
    public void Find_OwnSentences_AreFound() =>
        Gen.String[Gen.Char["ab *_.“\n#-|`&;[]()<>1%"], 0, 60].Sample(text =>
        {
            var read = MarkdownArticle.Read(text);
            return read is null || read.Sentences.All(s => FoldedText.Of(s.Text).Text.Trim() is var folded
                && (folded.Length == 0 || read.Find(s.Text).Any(f => f.Block == s.Block && f.Start < s.End && f.End > s.Start)));
        });
}
