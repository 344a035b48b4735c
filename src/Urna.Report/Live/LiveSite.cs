using System.Collections.Immutable;
using Microsoft.Extensions.DependencyInjection;

namespace Urna.Report.Live;

/// <summary>The pages that only a service has.</summary>
public static class LiveSite
{
    /// <summary>The style sheet of all pages.</summary>
    public static string Style => Stylesheet.Text;

    /// <summary>The home of a service: its elections, the newest first.</summary>
    /// <param name="elections">They.</param>
    /// <param name="options">The language and version.</param>
    /// <param name="root">The way from the page to the root: empty, or <c>../</c>.</param>
    /// <param name="isLive">Whether a service answers, and not a folder of files.</param>
    public static async Task<string> HomeAsync(ImmutableArray<LiveElection> elections, SiteOptions options, string root, bool isLive)
    {
        var page = new PageRenderer(new ServiceCollection());
        return await page.RenderAsync(typeof(LiveHomePage), new()
        {
            [nameof(LiveHomePage.Elections)] = elections,
            [nameof(LiveHomePage.Options)] = options,
            [nameof(LiveHomePage.Root)] = root,
            [nameof(LiveHomePage.IsLive)] = isLive,
        }).ConfigureAwait(false);
    }
}
