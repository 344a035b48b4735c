using System.Collections.Immutable;
using Urna.Judge.Articles;
using Urna.Model;
using Urna.Report;
using Urna.Report.Articles;
using Urna.Store.Claims;

namespace Urna.Tests.Report;

/// <summary>An article is untrusted: nothing in it can break its page.</summary>
public class HostileArticleTests
{
    [Theory]
    [InlineData("Ana won &#2; 360 &#x1; votes &#8;.")]
    [InlineData("~~~ a&#2;b\nx\n~~~")]
    [InlineData("[x](https://example.org/&#2;)")]
    [InlineData("`&#2;` and \u0002 and &#27;[31m")]
    public void Passages_OfControlSigns_LeaveThemOut(string text)
    {
        var html = string.Concat(ArticleHtml.Passages(MarkdownArticle.Read(text)!, [], new Wording(Language.English)).Select(p => p.Html));

        Assert.DoesNotContain(html, c => char.IsControl(c) && c is not ('\n' or '\t'));
        Assert.NotEmpty(html);
    }

    [Theory]
    [InlineData(">")]
    [InlineData("[")]
    [InlineData("*_")]
    [InlineData("- ")]
    [InlineData("![](")]
    [InlineData("<a ")]
    [InlineData("&#2;")]
    [InlineData("|a")]
    [InlineData("`")]
    public void Read_OfDeepNesting_EndsInAnArticleOrNone(string sign)
    {
        var article = MarkdownArticle.Read(string.Concat(Enumerable.Repeat(sign, 20_000)));

        Assert.True(article is null || ArticleHtml.Passages(article, [], new Wording(Language.English)).Length == 1);
    }

    [Fact]
    public void Passages_OfLinksThatRun_AreText()
    {
        var html = string.Concat(ArticleHtml.Passages(
            MarkdownArticle.Read("[a](javascript:alert(1)) <javascript:alert(1)> [b](&#106;avascript:alert(1)) [c](data:text/html,x) [d]: x\n\n[d](//evil.example)")!, [], new Wording(Language.English)).Select(p => p.Html));

        Assert.DoesNotContain("href", html, StringComparison.OrdinalIgnoreCase);
    }
}
