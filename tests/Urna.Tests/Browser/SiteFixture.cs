using Microsoft.Playwright;
using Urna.Tests.Browser;
using Urna.Tests.Cli;

[assembly: AssemblyFixture(typeof(SiteFixture))]

namespace Urna.Tests.Browser;

/// <summary>The report of 2021 as a user writes it, opened from disk in the system's own Chromium.</summary>
public sealed class SiteFixture : IAsyncLifetime
{
    static readonly string[] chromiums = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

    static readonly string[] arguments =
    [
        "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync",
    ];

    readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("urna-site-");
    readonly Lazy<string> site;
    IPlaywright? playwright;
    IBrowser? browser;

    public SiteFixture() => site = new Lazy<string>(Write);

    /// <summary>The folder of the site.</summary>
    public string Site => site.Value;

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    /// <summary>A page of the site at a width; the test is skipped, visibly, where there is no Chromium.</summary>
    public async Task<IPage> Open(string file, int width, bool script = true)
    {
        var chromium = chromiums.FirstOrDefault(File.Exists);
        Assert.SkipUnless(chromium is not null, "There is no Chromium on this machine.");
        playwright ??= await Playwright.CreateAsync();
        browser ??= await playwright.Chromium.LaunchAsync(new() { ExecutablePath = chromium, Args = arguments });
        var page = await browser.NewPageAsync(new() { ViewportSize = new() { Width = width, Height = 900 }, JavaScriptEnabled = script, Offline = true });
        await page.GotoAsync(new Uri(Path.Combine(Site, file)).AbsoluteUri);
        return page;
    }

    public async ValueTask DisposeAsync()
    {
        if (browser is not null)
        {
            await browser.CloseAsync();
        }

        playwright?.Dispose();
        folder.Delete(recursive: true);
    }

    string Write()
    {
        var result = UrnaCommand.Run("report", "elections/cl-2021", "-o", Path.Combine(folder.FullName, "site"));
        Assert.True(result.ExitCode == 0, result.Errors);
        return Path.Combine(folder.FullName, "site");
    }
}
