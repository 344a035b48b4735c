using System.Collections.Frozen;
using System.Collections.Immutable;
using Microsoft.Extensions.DependencyInjection;
using Urna.Model;
using Urna.Report.Articles;
using Urna.Report.Views;

namespace Urna.Report;

/// <summary>Renders the files of one site, each by itself and from any thread.</summary>
/// <remarks>All counts and names are made once, in the constructor; a file is the same whenever and wherever it is asked for.</remarks>
public sealed class SiteRenderer
{
    readonly Edition edition;
    readonly PageRenderer renderer;
    readonly FrozenDictionary<string, (Type Page, Dictionary<string, object?> Parameters)> pages;
    readonly FrozenDictionary<string, Func<string>> others;
    readonly FrozenDictionary<string, ContestView> pictures;

    /// <summary>Prepares a site: counts, names of files, colours.</summary>
    /// <param name="account">The account.</param>
    /// <param name="flows">Estimated flows between its contests; may be empty.</param>
    /// <param name="options">The language and version.</param>
    public SiteRenderer(Account account, ImmutableArray<Flow> flows, SiteOptions options)
    {
        edition = new Edition(account, flows, options);
        renderer = new(new ServiceCollection().AddSingleton(edition));
        var listed = PageList.Of(edition).ToList();
        var files = OtherFiles(options).ToList();
        pages = listed.ToFrozenDictionary(p => p.Path, p => (p.Page, p.Parameters));
        others = files.ToFrozenDictionary(f => f.Path, f => f.Content);
        pictures = edition.Contests.Where(c => c is { IsChamber: true, IsOfPersons: false }).ToFrozenDictionary(c => c.SeatsPicture);
        Paths = [.. listed.Select(p => p.Path), .. pictures.Keys.Order(StringComparer.Ordinal), .. files.Select(f => f.Path)];
    }

    /// <summary>The paths of all files, the overview first.</summary>
    public ImmutableArray<string> Paths { get; }

    /// <summary>Renders one file.</summary>
    /// <param name="path">Its path, one of <see cref="Paths"/>.</param>
    /// <returns>The file; null if the site has none of that path.</returns>
    public async Task<SiteFile?> RenderAsync(string path)
    {
        if (pictures.TryGetValue(path, out var contest))
        {
            var page = (await RenderAsync(contest.SeatsFile).ConfigureAwait(false))!;
            return new SiteFile(path, Figures.Svg(page.Content, "hemicycle", edition.Palette, Headline.Of(contest, edition)) ?? "");
        }

        if (others.TryGetValue(path, out var content))
        {
            return new SiteFile(path, content());
        }

        return pages.TryGetValue(path, out var found) ? new SiteFile(path, await renderer.RenderAsync(found.Page, found.Parameters).ConfigureAwait(false)) : null;
    }

    /// <summary>Renders every file, several at a time, in the order of <see cref="Paths"/>.</summary>
    public async Task<ImmutableArray<SiteFile>> RenderAllAsync()
    {
        var files = new SiteFile[Paths.Length];
        await Parallel.ForAsync(0, files.Length, async (i, _) => files[i] = (await RenderAsync(Paths[i]).ConfigureAwait(false))!).ConfigureAwait(false);
        return [.. files];
    }

    IEnumerable<(string Path, Func<string> Content)> OtherFiles(SiteOptions options)
    {
        if (edition.Claims is { } claims)
        {
            yield return (ClaimReviewJson.FileName, () => ClaimReviewJson.File(claims, options.Language));
        }

        foreach (var file in DataFiles.Of(edition))
        {
            yield return file;
        }

        yield return (SiteScript.FileName, () => SiteScript.Text);
        yield return (SiteScript.EmbedName, () => SiteScript.Embed);
        yield return (SearchIndex.FileName, () => SearchIndex.Of(edition));
        yield return ("urna.css", () => Stylesheet.Of(edition.Palette));
    }
}
