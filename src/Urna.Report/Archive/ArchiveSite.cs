using System.Collections.Immutable;
using Microsoft.Extensions.DependencyInjection;
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
        var renderer = new PageRenderer(new ServiceCollection().AddSingleton(edition));
        var files = ImmutableArray.CreateBuilder<SiteFile>();
        foreach (var (path, page, parameters) in Pages(edition))
        {
            files.Add(new SiteFile(path, await renderer.RenderAsync(page, parameters).ConfigureAwait(false)));
        }

        files.AddRange(edition.Countries.Select(country => new SiteFile($"turnout-{country}.svg", edition.TurnoutChart(
            account.Points.Where(p => p.Series.StartsWith(country + " ", StringComparison.Ordinal)), edition.Say("archive.turnout"), alone: true))));
        files.Add(new SiteFile("urna.css", Stylesheet.Text));
        return files.ToImmutable();
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
