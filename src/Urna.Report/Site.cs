using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Urna.Model;
using Urna.Report.Articles;
using Urna.Report.Pages;
using Urna.Report.Views;

namespace Urna.Report;

/// <summary>Tells an account as pages that open from disk, without server, network or script.</summary>
public static class Site
{
    /// <summary>Renders the whole site.</summary>
    /// <param name="account">The account.</param>
    /// <param name="flows">Estimated flows between its contests; may be empty.</param>
    /// <param name="options">The language and version.</param>
    /// <returns>Every file, the overview first; the same input gives the same bytes.</returns>
    public static async Task<ImmutableArray<SiteFile>> RenderAsync(Account account, ImmutableArray<Flow> flows, SiteOptions options)
    {
        var edition = new Edition(account, flows, options);
        var services = new ServiceCollection()
            .AddSingleton(edition)
            .AddSingleton<HtmlEncoder>(HtmlEncoder.Create(UnicodeRanges.All))
            .BuildServiceProvider();
        await using var _ = services.ConfigureAwait(false);
        var renderer = new HtmlRenderer(services, NullLoggerFactory.Instance);
        await using var __ = renderer.ConfigureAwait(false);
        return await renderer.Dispatcher.InvokeAsync(async () =>
        {
            var files = ImmutableArray.CreateBuilder<SiteFile>();
            foreach (var (path, page, parameters) in PageList.Of(edition))
            {
                var root = await renderer.RenderComponentAsync(page, ParameterView.FromDictionary(parameters));
                files.Add(new SiteFile(path, Visible(root.ToHtmlString())));
            }

            if (edition.Claims is { } claims)
            {
                files.Add(new SiteFile(ClaimReviewJson.FileName, ClaimReviewJson.File(claims, options.Language)));
            }

            files.Add(new SiteFile("urna.css", Stylesheet.Text));
            return files.ToImmutable();
        });
    }

    /// <summary>A page in which no sign hides: names are untrusted, and a mark of direction would turn the figures beside them round.</summary>
    internal static string Visible(string html) => VisibleText.Hides(html, lines: true) ? string.Join('\t', html.Split('\t').Select(part => VisibleText.Of(part, lines: true))) : html;
}
