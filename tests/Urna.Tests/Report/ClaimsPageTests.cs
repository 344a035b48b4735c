using System.Collections.Immutable;
using System.Text.Json;
using Urna.Contract;
using Urna.Judge;
using Urna.Judge.Articles;
using Urna.Model;
using Urna.Numerics;
using Urna.Report;
using Urna.Report.Articles;
using Urna.Store.Claims;
using Urna.Store.Elections;
using Urna.Tests.Store;

namespace Urna.Tests.Report;

/// <summary>The page of claims: marks and notes where the article makes them, and nothing of an article that could harm.</summary>
public class ClaimsPageTests
{
    const string Text = """
        # Title

        Kast had **28 %** of the vote, and more. Boric had 25.8 %.

        | who | seats |
        |---|---|
        | AD | 37 |
        """;

    static readonly Lazy<Task<ImmutableArray<SiteFile>>> plain = new(() => Site(Text, Judged("a", Verdict.Confirmed, "had 28 % of the vote"), Judged("b", Verdict.Contradicted, "28 %", "25.8 %"), Judged("c", Verdict.NotObservable, "37"), Judged("d", Verdict.NeedsData)));

    [Fact]
    public async Task Article_HasMarksThatLeadToNotes_AndNotesThatLeadToClaims()
    {
        var page = Page(await plain.Value);

        Assert.Contains("<span id=\"said-a\"></span><mark class=\"v-confirmed\">had </mark><strong><span id=\"said-b\"></span><mark class=\"v-several\">28 %</mark>", page, StringComparison.Ordinal);
        Assert.Contains("<a class=\"ref v-confirmed\" href=\"#note-a\" aria-label=\"Note 1: confirmed\">✓1</a>", page, StringComparison.Ordinal);
        Assert.All(new[] { "a", "b", "c" }, id =>
        {
            Assert.Contains($"id=\"note-{id}\" role=\"note\"", page, StringComparison.Ordinal);
            Assert.Contains($"href=\"#claim-{id}\"", page, StringComparison.Ordinal);
            Assert.Contains($"href=\"#said-{id}\"", page, StringComparison.Ordinal);
            Assert.Contains($"id=\"claim-{id}\"", page, StringComparison.Ordinal);
        });
        Assert.DoesNotContain("#said-d", page, StringComparison.Ordinal);
    }

    /// <summary>A note stands after its sentence and before the next; notes of a table after the table.</summary>
    [Fact]
    public async Task Notes_StandAfterTheirSentence()
    {
        var page = Page(await plain.Value);

        Assert.True(Order(page, "and more.", "id=\"note-a\"", "id=\"note-b\"", "Boric had", "<table>", "</table>", "id=\"note-c\""));
    }

    [Theory]
    [InlineData("<script>alert(1)</script> had 28 %", "<script>alert")]
    [InlineData("<img src=x onerror=alert(1)> had 28 %", "<img")]
    [InlineData("[had 28 %](javascript:alert(1))", "href=\"javascript")]
    [InlineData("<javascript:alert(1)> had 28 %", "href=\"javascript")]
    [InlineData("![had 28 %](https://example.org/spy.png)", "src=\"http")]
    [InlineData("![had 28 %](https://example.org/spy.png)", "<img")]
    [InlineData("[had 28 %](data:text/html,x)", "href=\"data")]
    [InlineData("</article></main><style>x had 28 %", "<style>")]
    [InlineData("had 28 %\n\n<!-- -->\n\n<div onclick=alert(1)>", "<div onclick")]
    public async Task Article_WithHarmInIt_IsText(string text, string harm)
    {
        var page = Page(await Site(text, Judged("a", Verdict.Confirmed, "had 28 %")));

        Assert.DoesNotContain(harm, page, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("id=\"note-a\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ClaimReview_CannotEndItsScript_AndIsJson()
    {
        var files = await Site("had 28 %", Judged("a", Verdict.Contradicted, "had 28 %") with { Explanation = LocalizedText.Same("</script><script>alert(1)</script>") });
        var page = Page(files);

        Assert.DoesNotContain("<script>alert", page, StringComparison.Ordinal);
        var json = page[(page.IndexOf("ld+json\">", StringComparison.Ordinal) + 9)..];
        using var review = JsonDocument.Parse(json[..json.IndexOf("</script>", StringComparison.Ordinal)]);
        Assert.Equal("</script><script>alert(1)</script>", review.RootElement.GetProperty("reviewBody").GetString());
    }

    /// <summary>What was judged has a rating in words; what could not be judged has none.</summary>
    [Fact]
    public async Task ClaimReview_RatesWhatWasJudged_AndNothingElse()
    {
        var files = await plain.Value;
        using var reviews = JsonDocument.Parse(files.Single(f => f.Path == ClaimReviewJson.FileName).Content);
        var byText = reviews.RootElement.EnumerateArray().ToDictionary(r => r.GetProperty("claimReviewed").GetString()!);

        Assert.Equal(["Says a", "Says b", "Says c", "Says d"], byText.Keys);
        Assert.Equal(4, Page(files).Split("application/ld+json").Length - 1);
        Assert.Equal("contradicted", byText["Says b"].GetProperty("reviewRating").GetProperty("alternateName").GetString());
        Assert.False(byText["Says b"].GetProperty("reviewRating").TryGetProperty("ratingValue", out _));
        Assert.False(byText["Says c"].TryGetProperty("reviewRating", out _));
        Assert.StartsWith("Not observable: ", byText["Says c"].GetProperty("reviewBody").GetString(), StringComparison.Ordinal);
        Assert.Equal("A column", byText["Says a"].GetProperty("itemReviewed").GetProperty("appearance").GetProperty("headline").GetString());
        Assert.False(byText["Says d"].GetProperty("itemReviewed").TryGetProperty("appearance", out _));
        Assert.Equal("El Diario", byText["Says a"].GetProperty("author").GetProperty("name").GetString());
        Assert.Equal("https://example.org/check#claim-a", byText["Says a"].GetProperty("url").GetString());
        Assert.Equal("2022-01-20", byText["Says a"].GetProperty("datePublished").GetString());
    }

    static Judgement Judged(string id, Verdict verdict, params string[] spans)
    {
        var claim = Claim.Of(new ClaimFields
        {
            Id = id,
            Says = LocalizedText.Same($"Says {id}"),
            Measure = Measure.Share,
            Contest = new ContestName(null, "president"),
            Of = ["a"],
            Value = Stated.Parse("28 %"),
            Spans = [.. spans.Select(s => new ClaimSpan(s, null))],
        });
        var figure = new Figure(new Fraction(28, 100), ClaimUnit.Share, new LocalizedText("valid votes", "votos válidos"), 100, null, "urna count x");
        return new Judgement(claim, verdict, verdict is Verdict.NotObservable or Verdict.NeedsData ? [] : [new ScopeJudgement(null, figure, verdict)], LocalizedText.Same($"Because {id}."));
    }

    static async Task<ImmutableArray<SiteFile>> Site(string text, params Judgement[] judgements)
    {
        using var tiny = new TinyElection();
        var reckoning = Urna.Store.WorkspaceElection.At(tiny.Folder).Require();
        var claims = new ClaimSet("tiny", LocalizedText.Same("A column"), [.. judgements.Select(j => j.Claim)], new ClaimStore(reckoning, []))
        {
            Article = MarkdownArticle.Read(text),
            Citation = new Citation("A column", null, null, null, null, "en"),
            Reviewer = new Reviewer("El Diario", new DateOnly(2022, 1, 20), "https://example.org/check"),
        };
        var account = Pipeline.Run(reckoning) with { Claims = new JudgedClaims(claims, [.. judgements]) };
        return await Urna.Report.Site.RenderAsync(account, [], new SiteOptions(Language.English, "1"));
    }

    static string Page(ImmutableArray<SiteFile> files) => files.Single(f => f.Path == "claims.html").Content;

    static bool Order(string page, params string[] parts) => parts.Select(p => page.IndexOf(p, StringComparison.Ordinal)).ToList() is var at && at[0] >= 0 && at.SequenceEqual(at.Order());
}
