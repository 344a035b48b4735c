using System.Collections.Immutable;
using Urna.Allocate.Laws;
using Urna.Model;
using Urna.Report;

namespace Urna.Tests.Report;

/// <summary>What the pages say where nothing is decided, or not everything is known.</summary>
public class OpenOutcomeTests
{
    [Fact]
    public async Task Tie_NamesTheTiedPlainly()
    {
        var contest = Assembly([("A", 100), ("B", 100)], seats: 3);
        var files = await Render(contest, "congress-2015");
        Assert.Contains("a tie between A and B is open until lots are drawn.", Page(files, "seats-c.html"), StringComparison.Ordinal);
        Assert.Contains("Not filled: 1.", Page(files, "index.html"), StringComparison.Ordinal);
        Assert.Contains("A tie is open between A and B, for 1 of the seats", Page(files, "district-c-x.html"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Runoff_NamesWhoGoesOn()
    {
        var contest = Assembly([("A", 40), ("B", 35), ("C", 25)], seats: 1);
        var files = await Render(contest, "president-1980");
        Assert.Contains("No majority: a second vote between A (40.0%) and B (35.0%).", Page(files, "index.html"), StringComparison.Ordinal);
        Assert.Contains("A has 40 of 100 votes for candidacies (40.00%); the law asks for more than 1/2: not reached.", Page(files, "results-c.html"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task MissingVotes_GiveNoShare()
    {
        var contest = Assembly([("A", 40), ("B", 35)], seats: 1) with
        {
            Rule = null,
            Seats = ImmutableSortedDictionary<string, int>.Empty,
            Returns = [new PollingStationReturn("x", default, [new ChoiceVotes(0, 40, 2)], 2)],
        };
        var page = Page(await Render(contest, null), "results-c.html");
        Assert.Contains("≥ 0", page, StringComparison.Ordinal);
        Assert.DoesNotContain("100.0%", page, StringComparison.Ordinal);
    }

    static Contest Assembly((string Name, long Votes)[] lists, int seats) => new()
    {
        Id = "c",
        Title = new("Assembly", "Asamblea"),
        Date = new DateOnly(2020, 5, 3),
        Candidacies = [.. lists.Select(l => new Candidacy { Choice = l.Name, List = l.Name })],
        Seats = ImmutableSortedDictionary<string, int>.Empty.Add("x", seats),
        Returns = [new PollingStationReturn("x", default, [.. lists.Select((l, i) => new ChoiceVotes(i, l.Votes, i + 2))], 2)],
        Balance = new Balance(BalanceKind.CastIsValidBlankNull),
    };

    static async Task<ImmutableArray<SiteFile>> Render(Contest contest, string? law)
    {
        var election = new Election
        {
            Id = "e",
            Title = new("An election", "Una elección"),
            Country = "xx",
            Date = contest.Date,
            Places = new PlaceTree([new Place("x", null, "country", "Smalland")]),
            Contests = [contest with { Rule = law }],
        };
        var rules = law is null ? [] : new Dictionary<string, ElectoralRule> { [law] = Repository.Law(law) };
        var account = Pipeline.Run(election, rules);
        return await Site.RenderAsync(account, Flows.Of(account), new SiteOptions(Language.English, "test"));
    }

    static string Page(ImmutableArray<SiteFile> files, string path) => files.Single(f => f.Path == path).Content;
}
