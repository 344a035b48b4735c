namespace Urna.Tests.Browser;

/// <summary>The article of 2021 with its verdicts, as readers with a laptop, a phone, a keyboard or a screen reader meet it.</summary>
public class ClaimsPageBrowserTests(SiteFixture fixture)
{
    const string Notes = ".judged [role=note]";

    /// <summary>On a laptop the notes stand in the margin, none over another; on a phone each below its sentence.</summary>
    [Theory]
    [InlineData(1366, true)]
    [InlineData(1024, true)]
    [InlineData(390, false)]
    [InlineData(320, false)]
    public async Task Notes_StandBesideOrBelowTheArticle(int width, bool isBeside)
    {
        var page = await fixture.Open("claims.html", width);
        var notes = await page.Locator(Notes).EvaluateAllAsync<double[][]>("all => all.map(e => e.getBoundingClientRect()).map(r => [r.left, r.top, r.right, r.bottom])");
        var marks = await page.Locator(".judged mark").EvaluateAllAsync<double[][]>("all => all.map(e => e.getBoundingClientRect()).map(r => [r.left, r.top, r.right, r.bottom])");

        Assert.True(notes.Length > 10);
        Assert.All(notes.Zip(notes.Skip(1)), pair => Assert.True(pair.First[3] <= pair.Second[1] + 0.5, "A note lies over the next."));
        Assert.All(notes, note => Assert.True(note[2] <= width, "A note leaves the page."));
        Assert.Equal(isBeside, notes.Min(n => n[0]) >= marks.Max(m => m[2]));
        Assert.True(await page.EvaluateAsync<int>("document.documentElement.scrollWidth") <= width);
    }

    /// <summary>The keyboard goes from a mark's number to its note, to the claim, and back to the words.</summary>
    [Fact]
    public async Task Keyboard_GoesFromWordsToNoteToClaimAndBack()
    {
        var page = await fixture.Open("claims.html", 1366);
        await page.Locator(".judged a.ref").First.FocusAsync();
        Assert.NotEqual("none", await page.EvaluateAsync<string>("getComputedStyle(document.activeElement).outlineStyle"));
        await page.Keyboard.PressAsync("Enter");
        var id = (await page.EvaluateAsync<string>("location.hash"))["#note-".Length..];
        await page.Keyboard.PressAsync("Tab");
        Assert.Equal($"#claim-{id}", await page.EvaluateAsync<string>("document.activeElement.getAttribute('href')"));
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.PressAsync("Enter");
        Assert.Contains("urna count", await page.Locator($"#note-{id} details[open]").InnerTextAsync(), StringComparison.Ordinal);
        await page.Locator($"#note-{id} a.label").FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await page.Keyboard.PressAsync("Tab");
        Assert.Equal($"#said-{id}", await page.EvaluateAsync<string>("document.activeElement.getAttribute('href')"));
    }

    /// <summary>Each note is named by its verdict and claim, and no verdict is told by colour alone.</summary>
    [Fact]
    public async Task Notes_AreNamedForScreenReaders()
    {
        var page = await fixture.Open("claims.html", 1366);
        var labels = await page.Locator(Notes).EvaluateAllAsync<string[]>("all => all.map(e => e.getAttribute('aria-label'))");
        var words = await page.Locator($"{Notes} a.label").AllInnerTextsAsync();

        Assert.All(labels, label => Assert.Matches(@"^Verdict: [a-z ]+\. .+", label));
        Assert.Equal(labels.Length, words.Count);
        Assert.All(words, word => Assert.Matches(@"^\S+ [a-z ]+$", word));
        Assert.Equal(labels.Length, labels.Distinct().Count());
        Assert.All(await page.Locator(".judged a.ref").EvaluateAllAsync<string[]>("all => all.map(e => e.getAttribute('aria-label'))"), label => Assert.Matches(@"^Note \d+: [a-z ]+$", label));
    }

    [Fact]
    public async Task Article_AndItsReasons_ReadWithoutScript()
    {
        var page = await fixture.Open("claims.html", 390, script: false);

        Assert.Contains("contains errors on purpose", await page.Locator(".judged").InnerTextAsync(), StringComparison.Ordinal);
    }
}
