using System.Collections.Immutable;
using Urna.History;
using Urna.Model;
using Urna.Report;
using Urna.Report.Archive;
using Urna.Store;

namespace Urna.Tests.Report;

/// <summary>The pages over all elections: each leads somewhere, each point has its source, in every language.</summary>
public class ArchiveSiteTests
{
    static readonly Lazy<ArchiveAccount> account = new(() =>
    {
        var workspace = Workspace.Open(Repository.Elections);
        return ArchiveAccount.Of([.. workspace.Elections.Where(e => e.Folder is "cl-1988" or "cl-1989-2017" or "cl-2021" or "cl-2025").Select(e => e.Require())], workspace.History.Value!, mostPlaces: 4);
    });

    static Task<ImmutableArray<SiteFile>> Render(Language language) =>
        ArchiveSite.RenderAsync(account.Value, new SiteOptions(language, "test"), new Dictionary<string, string> { ["cl-2021"] = "cl-2021" });

    [Theory]
    [InlineData(Language.English)]
    [InlineData(Language.Spanish)]
    [InlineData(Language.Portuguese)]
    public async Task Pages_LeadOnlyToPagesThatThereAre(Language language)
    {
        var files = await Render(language);
        var names = files.Select(f => f.Path).ToHashSet();
        var links = files.Where(f => f.Path.EndsWith(".html", StringComparison.Ordinal)).SelectMany(f => f.Content.Split("href=\"").Skip(1).Select(l => l[..l.IndexOf('"', StringComparison.Ordinal)].Split('#')[0])).Where(l => l.Length > 0).Distinct();

        Assert.All(links, link => Assert.True(names.Contains(link) || link == "cl-2021/index.html", link));
    }

    [Fact]
    public async Task Pages_SameInput_SameBytes() => Assert.Equal((await Render(Language.English)).Select(f => f.Content), (await Render(Language.English)).Select(f => f.Content));

    /// <summary>The picture stands by itself: it names its figures and sources, and a preliminary count is drawn hollow.</summary>
    [Fact]
    public async Task TurnoutPicture_HasEveryPointAndItsSource()
    {
        var picture = (await Render(Language.English)).Single(f => f.Path == "turnout-cl.svg").Content;

        Assert.Contains("97.5%", picture, StringComparison.Ordinal);
        Assert.Contains("SERVEL", picture, StringComparison.Ordinal);
        Assert.Contains("fill=\"#fff\"><title>16 November 2025", picture, StringComparison.Ordinal);
        Assert.Equal(picture.Split("<circle").Length - 1, picture.Split("</title></circle>").Length - 1);
    }

    [Fact]
    public void Places_AreTheLargestOfEachLevel() =>
        Assert.Equal(["Metropolitana de Santiago", "Valparaíso", "Biobío", "Maule"], account.Value.Places.Where(p => p.Place.Level == "region").Select(p => p.Place.Name));
}
