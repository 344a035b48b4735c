using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

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
        var services = new ServiceCollection().AddSingleton<HtmlEncoder>(HtmlEncoder.Create(UnicodeRanges.All)).BuildServiceProvider();
        await using var _ = services.ConfigureAwait(false);
        var renderer = new HtmlRenderer(services, NullLoggerFactory.Instance);
        await using var __ = renderer.ConfigureAwait(false);
        return await renderer.Dispatcher.InvokeAsync(async () =>
        {
            var page = await renderer.RenderComponentAsync<LiveHomePage>(ParameterView.FromDictionary(new Dictionary<string, object?> { [nameof(LiveHomePage.Elections)] = elections, [nameof(LiveHomePage.Options)] = options, [nameof(LiveHomePage.Root)] = root, [nameof(LiveHomePage.IsLive)] = isLive }));
            return Site.Visible(page.ToHtmlString());
        }).ConfigureAwait(false);
    }
}
