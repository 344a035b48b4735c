using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Urna.Model;
using Urna.Report;
using Urna.Tests.Model;

namespace Urna.Tests.Report;

/// <summary>The pages of shipped elections: whole, closed in themselves, and the same every time.</summary>
public partial class SiteTests
{
    static readonly ConcurrentDictionary<(string Id, Language Language), Task<ImmutableArray<SiteFile>>> rendered = [];

    static readonly string[] elections = ["cl-1970", "cl-1971", "cl-1973", "cl-2017", "cl-2021"];

    public static TheoryData<string, Language> Sites =>
        [.. from election in elections from language in Enum.GetValues<Language>() select (election, language)];

    [Theory]
    [MemberData(nameof(Sites))]
    public async Task Render_LinksOnlyToWhatExists(string election, Language language)
    {
        var files = await Render(election, language);
        var ids = files.ToDictionary(f => f.Path, f => Id().Matches(f.Content).Select(m => m.Groups["id"].Value).ToHashSet());
        var broken =
            from file in files
            from link in Link().Matches(file.Content).Select(m => m.Groups["target"].Value)
            where !link.StartsWith("https://", StringComparison.Ordinal) && !link.StartsWith("http://", StringComparison.Ordinal)
            let parts = link.Split('#')
            let path = parts[0].Length == 0 ? file.Path : parts[0]
            where !ids.TryGetValue(path, out var targets) || (parts.Length > 1 && !targets.Contains(parts[1]))
            select $"{file.Path} → {link}";
        Assert.Empty(broken);
    }

    [Theory]
    [MemberData(nameof(Sites))]
    public async Task Render_MakesCompletePages(string election, Language language)
    {
        var files = await Render(election, language);
        Assert.Equal(files.Length, files.Select(f => f.Path.ToLowerInvariant()).Distinct().Count());
        Assert.All(files.Where(f => f.Path.EndsWith(".html", StringComparison.Ordinal)), page =>
        {
            Assert.StartsWith("<!DOCTYPE html>", page.Content, StringComparison.Ordinal);
            Assert.Contains($"<html lang=\"{language.Code()}\">", page.Content, StringComparison.Ordinal);
            Assert.Matches("<title>[^<]+</title>", page.Content);
            Assert.Single(Heading().Matches(page.Content));
            var plain = LinkedData().Replace(page.Content, "").Replace("<script src=\"urna.js\" defer></script>", "", StringComparison.Ordinal);
            Assert.DoesNotContain("<script", plain, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotMatch(@"(src|srcset|poster|style)=|<link[^>]+href=""(https?:)?//|url\(|@import", plain);
            Assert.Equal(Opened().Count(page.Content), Closed().Count(page.Content));
            Assert.Equal(Id().Count(page.Content), Id().Matches(page.Content).Select(m => m.Value).Distinct().Count());
        });
    }

    /// <summary>A Spanish site has no English sentence: each has one of these words, and no name of 2021 has.</summary>
    [Theory]
    [InlineData("cl-1970")]
    [InlineData("cl-2021")]
    public async Task Render_InSpanish_HasNoEnglish(string election)
    {
        var pages = (await Render(election, Language.Spanish)).Where(f => f.Path.EndsWith(".html", StringComparison.Ordinal));
        var english = pages.SelectMany(p => EnglishWord().Matches(Tag().Replace(p.Content, "\n")).Select(m => $"{p.Path}: {m.Value}"));

        Assert.Empty(english);
    }

    /// <summary>No page says a sentence of another language's catalogue; names and titles are as the data have them.</summary>
    [Theory]
    [InlineData("cl-1970", Language.English)]
    [InlineData("cl-1970", Language.Spanish)]
    [InlineData("cl-1970", Language.Portuguese)]
    [InlineData("cl-2021", Language.Portuguese)]
    public async Task Render_SaysNoSentenceOfAnotherLanguage(string election, Language language)
    {
        var pages = (await Render(election, language)).Where(f => f.Path.EndsWith(".html", StringComparison.Ordinal)).DistinctBy(f => f.Path.Split('-')[0]);
        var texts = pages.Select(p => (p.Path, Text: Tag().Replace(p.Content, "\n"))).ToList();
        var foreign =
            from other in Languages.All
            where other.Language != language
            from page in texts
            from part in SentencesOf.Found(other.Language, language, page.Text, 24)
            select $"{page.Path} ({other.Code}): {part}";

        Assert.Empty(foreign);
    }

    [Fact]
    public async Task Render_GivesTheSameBytes()
    {
        var first = await Render("cl-2021", Language.English);
        var second = await RenderAgain("cl-2021", Language.English);
        Assert.Equal(first, second);
    }

    [Fact]
    public async Task Render_WritesNamesAsTheyAre()
    {
        var files = await Render("cl-2021", Language.Spanish);
        Assert.Contains("José Antonio Kast", files[0].Content, StringComparison.Ordinal);
        Assert.Contains("55,9", files[0].Content, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Render_KeepsPagesSmall()
    {
        var files = await Render("cl-2021", Language.English);
        Assert.All(files, f => Assert.True(f.Content.Length < 400_000, $"{f.Path} has {f.Content.Length} characters."));
    }

    /// <summary>Says what the law says: no majority in the first round, the person elected in the second, the seats of the chamber.</summary>
    [Fact]
    public async Task Render_TellsTheOutcomes()
    {
        var index = (await Render("cl-2021", Language.English))[0].Content;
        Assert.Contains("No majority: a second vote between José Antonio Kast Rist (27.9%) and Gabriel Boric Font (25.8%).", index, StringComparison.Ordinal);
        Assert.Contains("Elected: Gabriel Boric Font, with 4,621,231 votes, 55.9% of the votes for candidacies.", index, StringComparison.Ordinal);
        Assert.Contains("155 seats in 28 districts: Chile Podemos", index, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Render_TellsWhatIsMissing()
    {
        var files = await Render("cl-2021", Language.English);
        var page = files.Single(f => f.Path == "results-president-1.html").Content;
        Assert.Contains("1 of 347 units does not state it.", page, StringComparison.Ordinal);
        Assert.Contains("≥ 7,080,276", page, StringComparison.Ordinal);
    }

    /// <summary>One page by itself is the page of the whole site.</summary>
    [Fact]
    public async Task Renderer_GivesOnePageAsTheSiteHasIt()
    {
        var election = Repository.Election("cl-1970");
        var (rules, _) = Repository.Laws.FindAll(election, Path.Combine(Repository.Elections, "cl-1970"));
        var account = Pipeline.Run(election, rules, null);
        var site = new SiteRenderer(account, Flows.Of(account), new SiteOptions(Language.English, "test"));

        Assert.Equal((await Render("cl-1970", Language.English)).Single(f => f.Path == "results-president.html"), await site.RenderAsync("results-president.html"));
        Assert.Null(await site.RenderAsync("../results-president.html"));
    }

    [Fact]
    public async Task Render_TellsTheClosestSeatsAndPlaces()
    {
        var files = (await Render("cl-2021", Language.English)).ToDictionary(f => f.Path, f => f.Content);

        Assert.Contains("Sofia Cid Versalovic (RN) took a seat; 46 votes more and Nicolás Noman Garrido (UDI), of the same list, would have had it.", files["index.html"], StringComparison.Ordinal);
        Assert.Contains("won by 970,569 votes", files["index.html"], StringComparison.Ordinal);
        Assert.Contains("Gonzalo Winter", files["in-13101.html"], StringComparison.Ordinal);
        Assert.Contains("cl,Chile,country,Gabriel Boric Font,4621231,", files["data-president-2.csv"], StringComparison.Ordinal);
        Assert.StartsWith("<svg xmlns", files["seats-deputies.svg"], StringComparison.Ordinal);
    }

    /// <summary>Power with its exact fraction, and the lists that pass an organic law in both chambers.</summary>
    [Fact]
    public async Task Render_TellsPower()
    {
        var page = (await Render("cl-2021", Language.English)).Single(f => f.Path == "power.html").Content;
        Assert.Contains("10248409/58198140", page, StringComparison.Ordinal);
        Assert.Contains("Deputies 89 of 155 and Senate 29 of 50", page, StringComparison.Ordinal);
        Assert.Contains("<li>Chile Podemos &#x2B; and Apruebo Dignidad</li>", page, StringComparison.Ordinal);
        Assert.Contains("Const. art. 127 inc. 2", page, StringComparison.Ordinal);
        Assert.DoesNotContain((await Render("cl-1971", Language.English)), f => f.Path == "power.html");
    }

    /// <summary>Without quorums of its day, a chamber decides by more than half.</summary>
    [Fact]
    public async Task Render_ChamberWithoutQuorums_DecidesByMoreThanHalf()
    {
        var page = (await Render("cl-1973", Language.Spanish)).Single(f => f.Path == "power.html").Content;
        Assert.Contains("76 escaños: más de la mitad de los miembros en ejercicio", page, StringComparison.Ordinal);
        Assert.Contains("Senado", page, StringComparison.Ordinal);
    }

    static Task<ImmutableArray<SiteFile>> Render(string id, Language language) => rendered.GetOrAdd((id, language), key => RenderAgain(key.Id, key.Language));

    static async Task<ImmutableArray<SiteFile>> RenderAgain(string id, Language language)
    {
        var election = Repository.Election(id);
        var (rules, _) = Repository.Laws.FindAll(election, Path.Combine(Repository.Elections, id));
        var quorums = election.Quorums is { } name ? Repository.Quorums.Find(name).Value : null;
        var account = Pipeline.Run(election, rules, quorums);
        return await Site.RenderAsync(account, Flows.Of(account), new SiteOptions(language, "test"));
    }

    [GeneratedRegex(@"[^\n]*\b(the|and|of|with|not|states|units|votes|seats|from|women|men|figures)\b[^\n]*", RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex EnglishWord();

    [GeneratedRegex("<script type=\"application/ld[+]json\">[^<]*</script>", RegexOptions.None, 5000)]
    private static partial Regex LinkedData();

    [GeneratedRegex("<[^>]+>", RegexOptions.None, 5000)]
    private static partial Regex Tag();

    [GeneratedRegex("<a[^>]* href=\"(?<target>[^\"]+)\"|<link[^>]* href=\"(?<target>[^\"]+)\"", RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex Link();

    [GeneratedRegex(" id=\"(?<id>[^\"]+)\"", RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex Id();

    [GeneratedRegex("<h1>[^<]+</h1>", RegexOptions.None, 5000)]
    private static partial Regex Heading();

    [GeneratedRegex("<(table|tr|td|th|ul|ol|li|p|svg|g|figure|section|details|div|span|nav|main)[ >]", RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex Opened();

    [GeneratedRegex("</(table|tr|td|th|ul|ol|li|p|svg|g|figure|section|details|div|span|nav|main)>", RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex Closed();
}
