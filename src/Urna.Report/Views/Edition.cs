using System.Collections.Concurrent;
using System.Collections.Immutable;
using Urna.Allocate.Steps;
using Urna.Count;
using Urna.Judge;
using Urna.Model;
using Urna.Scenarios;

namespace Urna.Report.Views;

/// <summary>An account as the pages of one site tell it: counts, words, numbers, names of files.</summary>
public sealed class Edition : Wording
{
    readonly Names names = new();
    readonly Names places = new();
    readonly Names files = new();
    readonly Palette palette;
    readonly HashSet<string> homes = [];
    readonly Dictionary<string, int> positions = [];
    readonly HashSet<(string, string)> placePages = [];
    readonly ConcurrentDictionary<string, string> shown = new(StringComparer.Ordinal);

    internal Edition(Account account, ImmutableArray<Flow> flows, SiteOptions options)
        : base(options.Language)
    {
        Account = account;
        palette = new Palette(account.Election.Lists);
        foreach (var look in account.Election.Lists.Where(l => l.Position is not null))
        {
            foreach (var name in look.Names.Prepend(look.Name))
            {
                positions.TryAdd(FoldedName.Of(name), look.Position!.Value);
            }
        }

        Flows = flows;
        Options = options;
        Contests = [.. account.Contests.Select(c => new ContestView(Localized(c), account.Election, palette, names.Of(c.Contest.Id)))];
        Maps = new MapShelf(account.Election);
        NamePages();
        foreach (var chamber in Election.Members.GroupBy(m => m.Chamber))
        {
            _ = SeatGroup.Of(chamber, this);
        }

        palette.Close();
    }

    /// <summary>What the chain says.</summary>
    public Account Account { get; }

    /// <summary>The election.</summary>
    public Election Election => Account.Election;

    /// <summary>Estimated flows between contests.</summary>
    public ImmutableArray<Flow> Flows { get; }

    /// <summary>What is said of the election, judged; null if nothing is.</summary>
    public JudgedClaims? Claims => Account.Claims is { } said && (!said.Judgements.IsEmpty || !said.Set.Open.IsEmpty) ? said : null;

    /// <summary>What would have followed from scenarios, contest by contest; empty if nobody asks.</summary>
    public ImmutableArray<ContestScenarios> Scenarios => Account.Scenarios?.Contests ?? [];

    /// <summary>The page of a contest's scenarios.</summary>
    public string ScenariosFile(ContestScenarios scenarios) => $"whatif-{names.Of(scenarios.Contest.Id)}.html";

    /// <summary>How the site is told.</summary>
    public SiteOptions Options { get; }

    /// <summary>The contests, in order.</summary>
    public ImmutableArray<ContestView> Contests { get; }

    internal MapShelf Maps { get; }

    /// <summary>The votes of a total: “≥” where units are missing.</summary>
    public string Votes(Total votes) => (votes.UnitsMissing == 0 ? "" : "≥ ") + Numbers.Whole(votes.Known);

    /// <summary>A sentence of the catalogue, with names in their usual case.</summary>
    /// <param name="key">Its key.</param>
    /// <param name="arguments">What it is told of, by name.</param>
    public override string Say(string key, params ReadOnlySpan<(string Name, Argument Value)> arguments)
    {
        var told = new (string, Argument)[arguments.Length];
        for (var i = 0; i < told.Length; i++)
        {
            told[i] = (arguments[i].Name, arguments[i].Value.Written(Shown));
        }

        return base.Say(key, told);
    }

    /// <summary>Names in a row, each in its usual case.</summary>
    public override string List(IEnumerable<string> items) => base.List(items.Select(Shown));

    /// <summary>A name as people write it; the data keep it as the source has it.</summary>
    /// <param name="name">A person's, list's or party's name.</param>
    public string Shown(string name) => shown.GetOrAdd(
        name, n => n.StartsWith("IND: ", StringComparison.Ordinal) ? $"{UsualCase.Of(n[5..])} ({base.Say("term.independent")})" : UsualCase.Of(n));

    /// <summary>A contender's name.</summary>
    public string NameOf(Contender contender) => contender.Kind switch
    {
        ContenderKind.Independents => Say("edition.independents-outside-lists", ("lines", contender.Lines)),
        ContenderKind.Others => Say("edition.others", ("lines", contender.Lines)),
        _ => Shown(contender.Name),
    };

    /// <summary>A contender's name where seats are told, without how many lines of the ballot it holds.</summary>
    public string HolderName(Contender contender) => contender.Kind switch
    {
        ContenderKind.Independents => Say("term.independents-outside-lists"),
        ContenderKind.Others => Say("term.other-lists"),
        _ => Shown(contender.Name),
    };

    /// <summary>A day in words.</summary>
    public string Day(DateOnly date) => Say("date.day", ("day", date.Day), ("month", Say($"date.month-{date.Month:00}")), ("year", date.Year));

    /// <summary>The heading of a table by the places of a level.</summary>
    public string ByLevel(string level) => Say("edition.by", ("level", Level(level)));

    /// <summary>A level's name inside a sentence.</summary>
    public string Level(string level) => L(Election.LevelName(level)).ToLowerInvariant();

    /// <summary>The name of a place, the whole territory's for its tier; its id if no place has the id.</summary>
    public string PlaceName(string id) =>
        id == TierStep.NationalTier ? Election.Places.Root.Name : Election.Places.Contains(id) ? Shown(Election.Places[id].Name) : id;

    /// <summary>The name of a group of voters; an empty id stands for boxes of everybody.</summary>
    public string VotersName(string voters) => voters.Length == 0 ? Say("term.everybodys-boxes") : Heading(L(Election.VotersName(voters)));

    /// <summary>The name of a chamber as a heading has it.</summary>
    public string ChamberName(string chamber) => Heading(L(Election.ChamberName(chamber)));

    /// <summary>Words as a heading has them: with a capital letter.</summary>
    public static string Heading(string words) => words.Length == 0 ? "" : char.ToUpperInvariant(words[0]) + words[1..];

    /// <summary>The colour that a name has on this site.</summary>
    public int ColourOf(string name) =>
        Contests.Where(c => c.Contest.Kind != ContestKind.Primary).SelectMany(c => c.Contenders).FirstOrDefault(c => c.Name == name)?.Colour ?? palette.Of(name);

    /// <summary>The places that have a page of their own with all their contests, in the order of the tree.</summary>
    internal ImmutableArray<Place> Homes { get; private set; } = [];

    /// <summary>Whether a place has a page of its own.</summary>
    internal bool IsHome(string place) => homes.Contains(place);

    /// <summary>Whether a contest's results in a place of the first level have a page.</summary>
    internal bool HasPlacePage(ContestView contest, string place) => placePages.Contains((contest.Name, place));

    internal void AddPlacePage(ContestView contest, string place) => placePages.Add((contest.Name, place));

    /// <summary>The page of a place with all its contests.</summary>
    public string HomeFile(string place) => files.Of($"in-{places.Of(place)}", "home", place) + ".html";

    ContestAccount Localized(ContestAccount account)
    {
        if (account.Contest.ChoiceNames.IsEmpty)
        {
            return account;
        }

        var contest = account.Contest.In(Language);
        var named = contest.Candidacies.ToDictionary(c => c.Choice);
        return account with
        {
            Contest = contest,
            Total = account.Total with { Contest = contest },
            Votes = account.Votes is not { } votes ? null
                : votes with { Districts = [.. votes.Districts.Select(d => d with { Votes = [.. d.Votes.Select(v => v with { Candidacy = named[v.Candidacy.Choice] })] })] },
        };
    }

    internal Palette Palette => palette;

    /// <summary>The place of a list from left to right; null if the folder does not say.</summary>
    /// <param name="list">A list's name.</param>
    public int? PositionOf(string list) => positions.TryGetValue(FoldedName.Of(list), out var at) ? at : null;

    internal ImmutableArray<int> ColoursFor(IReadOnlyList<string> names) => [.. palette.Assign(names)];

    /// <summary>The page of a contest's results in a place of the first level.</summary>
    public string PlaceFile(ContestView contest, string place) => files.Of($"place-{contest.Name}-{places.Of(place)}", "place", contest.Name, place) + ".html";

    /// <summary>The page of a district's seats.</summary>
    public string DistrictFile(ContestView contest, string district) => files.Of($"district-{contest.Name}-{places.Of(district)}", "district", contest.Name, district) + ".html";

    /// <summary>The page of a flow.</summary>
    public string FlowFile(Flow flow) => files.Of(FlowName(flow), "flow", flow.From.Id, flow.To.Id) + ".html";

    /// <summary>The page of a row of a flow, place by place.</summary>
    public string FlowRowFile(Flow flow, int row) => files.Of($"{FlowName(flow)}-{row + 1}", "row", flow.From.Id, flow.To.Id, $"{row}") + ".html";

    string FlowName(Flow flow) => $"flows-{names.Of(flow.From.Id)}-{names.Of(flow.To.Id)}";

    /// <summary>Gives every page its name in the order of the pages, whichever of them is asked for first.</summary>
    void NamePages()
    {
        foreach (var contest in Contests)
        {
            foreach (var place in contest.FirstPlaces)
            {
                PlaceFile(contest, place.Count.Place.Id);
            }

            foreach (var district in contest.IsChamber ? contest.Allocation!.Districts : [])
            {
                DistrictFile(contest, district.District);
            }
        }

        Homes = [.. Election.Places.Places.Where(p => p.Id != Election.Places.Root.Id && Contests.Any(c => c.Contest.Kind != ContestKind.Voters && c.At(p.Id) is not null))];
        foreach (var place in Homes)
        {
            homes.Add(place.Id);
            HomeFile(place.Id);
        }

        foreach (var flow in Flows)
        {
            FlowFile(flow);
            for (var row = 0; row < flow.RowNames.Length; row++)
            {
                FlowRowFile(flow, row);
            }
        }
    }
}
