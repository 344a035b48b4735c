using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Urna.History;
using Urna.Model;

namespace Urna.Report.Archive;

/// <summary>Tells all elections of a folder as pages that open from disk: a home, each year, places through time.</summary>
public static class ArchiveSite
{
    /// <summary>Renders the pages; the same input gives the same bytes.</summary>
    /// <param name="account">What the elections say together.</param>
    /// <param name="options">The language and version.</param>
    /// <param name="folders">The folder of each election that has a site of its own, by id.</param>
    public static async Task<ImmutableArray<SiteFile>> RenderAsync(ArchiveAccount account, SiteOptions options, IReadOnlyDictionary<string, string> folders)
    {
        ArgumentNullException.ThrowIfNull(account);
        var edition = new ArchiveEdition(account, options, folders);
        var services = new ServiceCollection().AddSingleton(edition).AddSingleton<HtmlEncoder>(HtmlEncoder.Create(UnicodeRanges.All)).BuildServiceProvider();
        await using var _ = services.ConfigureAwait(false);
        var renderer = new HtmlRenderer(services, NullLoggerFactory.Instance);
        await using var __ = renderer.ConfigureAwait(false);
        return await renderer.Dispatcher.InvokeAsync(async () =>
        {
            var files = ImmutableArray.CreateBuilder<SiteFile>();
            foreach (var (path, page, parameters) in Pages(edition))
            {
                var root = await renderer.RenderComponentAsync(page, ParameterView.FromDictionary(parameters));
                files.Add(new SiteFile(path, Site.Visible(root.ToHtmlString())));
            }

            files.AddRange(edition.Countries.Select(country => new SiteFile($"turnout-{country}.svg", edition.TurnoutChart(
                account.Points.Where(p => p.Series.StartsWith(country + " ", StringComparison.Ordinal)), edition.Say("archive.turnout"), alone: true))));
            files.Add(new SiteFile("urna.css", Stylesheet.Text));
            return files.ToImmutable();
        });
    }

    static IEnumerable<(string Path, Type Page, Dictionary<string, object?> Parameters)> Pages(ArchiveEdition edition)
    {
        yield return ("index.html", typeof(ArchivePage), []);
        foreach (var year in edition.Years)
        {
            yield return (ArchiveEdition.YearFile(year), typeof(YearPage), new() { [nameof(YearPage.Year)] = year });
        }

        foreach (var place in edition.Account.Places)
        {
            yield return (ArchiveEdition.PlaceFile(place.Place), typeof(PlaceThroughPage), new() { [nameof(PlaceThroughPage.History)] = place });
        }
    }
}
