using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;

namespace Urna.Tests.Browser;

/// <summary>Each kind of page in a real browser, without network, at a laptop's and a phone's width.</summary>
public class BrowserTests(SiteFixture fixture)
{
    const int Laptop = 1366;
    const int Phone = 390;

    public static TheoryData<string> Pages { get; } =
    [
        "index.html", "results-president-1.html", "results-president-2.html", "results-mayors.html", "results-convention-reserved.html",
        "place-president-1-region-13.html", "seats-deputies.html", "seats-convention.html", "district-deputies-28.html",
        "district-convention-8.html", "flows-president-1-president-2.html", "power.html", "claims.html", "quality.html", "methods.html",
        "in-13101.html", "in-region-13.html", "embed-deputies.html", "results-primaries.html", "flows-voters-sex-president-2.html",
    ];

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Page_FitsALaptopAndAPhone_WithoutErrorsOrRequests(string file)
    {
        var page = await fixture.Open(file, Laptop);
        var trouble = new List<string>();
        page.Console += (_, message) => trouble.Add(message.Text);
        page.PageError += (_, error) => trouble.Add(error);
        page.Request += (_, request) => trouble.AddRange(request.Url.StartsWith("file:", StringComparison.Ordinal) ? [] : [request.Url]);
        await page.ReloadAsync();

        foreach (var width in new[] { Laptop, Phone })
        {
            await page.SetViewportSizeAsync(width, 900);
            Assert.True(await page.EvaluateAsync<int>("document.documentElement.scrollWidth") <= width, $"The page is wider than {width} pixels.");
        }

        Assert.Empty(trouble);
        Assert.NotEmpty(await page.Locator("h1").AllTextContentsAsync());
    }

    /// <summary>WCAG 2 A and AA, by axe.</summary>
    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Page_HasNoAccessibilityViolations(string file)
    {
        var page = await fixture.Open(file, Laptop);
        var result = await page.RunAxe(new AxeRunOptions { RunOnly = new RunOnlyOptions { Type = "tag", Values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa"] } });

        Assert.True(result.Violations.Length == 0, string.Join('\n', result.Violations.Select(v => $"{v.Id}: {v.Help}; {v.Nodes.Length} × {v.Nodes[0].Html}")));
    }

    [Fact]
    public async Task Overview_ReadsWithoutScript()
    {
        var page = await fixture.Open("index.html", Laptop, script: false);

        Assert.Contains("Gabriel Boric Font", await page.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Keyboard_ReachesTheContentFirst()
    {
        var page = await fixture.Open("index.html", Laptop);
        await page.Keyboard.PressAsync("Tab");

        Assert.StartsWith("#", await page.EvaluateAsync<string>("document.activeElement.getAttribute('href')"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Links_LeadFromTheOverviewToASeatAndItsLaw()
    {
        var page = await fixture.Open("index.html", Laptop);
        await page.Locator("a[href='seats-deputies.html']").First.ClickAsync();
        await page.Locator("a[href='district-deputies-28.html']").First.ClickAsync();
        var text = await page.Locator("main").InnerTextAsync();

        Assert.Contains("Carlos Bianchi Chelech", text, StringComparison.Ordinal);
        Assert.Contains("Ley 18.700 art. 121", text, StringComparison.Ordinal);
    }
}
