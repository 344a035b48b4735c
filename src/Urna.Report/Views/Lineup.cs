using System.Collections.Immutable;
using Urna.Count;
using Urna.Model;

namespace Urna.Report.Views;

/// <summary>Who contends in a contest: its choices, or its lists where the choices are too many to compare.</summary>
sealed class Lineup
{
    const int Most = 15;

    readonly ImmutableArray<string> lineOf;
    readonly Dictionary<string, int> contenderOf;
    readonly Dictionary<string, int> contenderOfList = [];

    /// <summary>The line-up of a contest.</summary>
    /// <param name="total">Its count over all places.</param>
    /// <param name="palette">The site's colours.</param>
    public Lineup(Tabulation total, Palette palette)
    {
        var ballot = total.Contest.Candidacies;
        ByList = ballot.Any(c => c.Kind != CandidacyKind.Independent)
            && (ballot.Length > Most || ballot.Any(c => c.District is { } district && district != total.Place.Id)
                || (total.Contest.Kind == ContestKind.Election && total.Contest.Seats.Values.Sum() > 1));
        lineOf = [.. ballot.Select(c => ByList ? (c.Kind == CandidacyKind.Independent ? $"\0{c.Choice}" : c.ListName) : c.Choice)];
        var votes = total.Choices.AggregateBy(c => lineOf[c.Choice], 0L, (sum, c) => sum + c.Votes.Known).OrderByDescending(p => p.Value).Select(p => p.Key);
        var lines = (total.Contest.Kind == ContestKind.Voters ? lineOf : votes.Concat(lineOf)).Distinct().ToList();
        var own = lines.Where(l => l[0] != '\0').ToList();
        var shown = own.Count > Most ? own.Take(Most - 1).ToList() : own;
        var colours = palette.Assign([.. shown.Select(l => ByList ? l : ColourName(ballot, l))]).ToList();
        contenderOf = shown.Select((l, i) => (l, i)).ToDictionary(p => p.l, p => p.i);
        var independents = lines.Where(l => l[0] == '\0').ToList();
        var contenders = shown.Select((l, i) => Of(ballot, l, colours[i])).ToList();
        AddGroup(contenders, ContenderKind.Independents, independents);
        AddGroup(contenders, ContenderKind.Others, [.. own.Skip(shown.Count)]);
        Contenders = [.. contenders];
        for (var c = 0; c < ballot.Length; c++)
        {
            contenderOfList.TryAdd(ballot[c].ListName, contenderOf[lineOf[c]]);
        }
    }

    /// <summary>Whether lists are compared, not choices.</summary>
    public bool ByList { get; }

    /// <summary>The contenders: most votes first, then independents, then others.</summary>
    public ImmutableArray<Contender> Contenders { get; }

    /// <summary>The contender of a list, by the name that results give it.</summary>
    public int Of(string listName) => contenderOfList[listName];

    /// <summary>A count as the pages compare it.</summary>
    public PlaceResult Of(Tabulation count)
    {
        var ballot = count.Contest.Candidacies;
        var lines = count.Choices.GroupBy(c => lineOf[c.Choice])
            .Select(g => new PlaceLine(ByList ? ballot[g.First().Choice].ListName : ballot[g.First().Choice].Name, contenderOf[g.Key], Plus(g.Select(c => c.Votes))))
            .OrderByDescending(l => l.Votes.Known).ToImmutableArray();
        var byContender = new Total?[Contenders.Length];
        foreach (var group in lines.GroupBy(l => l.Contender))
        {
            byContender[group.Key] = Plus(group.Select(l => l.Votes));
        }

        return new PlaceResult(count, lines, [.. byContender]);
    }

    static Total Plus(IEnumerable<Total> parts) =>
        parts.Aggregate(default(Total), (a, b) => new Total(a.Known + b.Known, Math.Max(a.UnitsMissing, b.UnitsMissing), Math.Min(Math.Max(a.UnitsMissing, b.UnitsMissing), Math.Max(a.UnitsNotReported, b.UnitsNotReported))));

    /// <summary>The name that a choice has its colour under: its list's, where it is the list's only one.</summary>
    static string ColourName(ImmutableArray<Candidacy> ballot, string choice)
    {
        var list = ballot.First(c => c.Choice == choice).List;
        return list.Length > 0 && ballot.Count(c => c.List == list) == 1 ? list : NameOf(ballot, choice);
    }

    static string NameOf(ImmutableArray<Candidacy> ballot, string choice) => ballot.First(c => c.Choice == choice).Name;

    Contender Of(ImmutableArray<Candidacy> ballot, string line, int colour)
    {
        if (ByList)
        {
            return new Contender(line, "", ContenderKind.List, colour, lineOf.Count(l => l == line));
        }

        var choice = ballot.First(c => c.Choice == line);
        var detail = choice.Party.Length > 0 && choice.Party != choice.Name ? choice.Party : "";
        var list = choice.List.Length > 0 && choice.List != choice.Party && choice.List != choice.Name ? choice.List : "";
        return new Contender(choice.Name, detail.Length > 0 && list.Length > 0 ? $"{detail} · {list}" : detail + list, ContenderKind.Choice, colour, 1);
    }

    void AddGroup(List<Contender> contenders, ContenderKind kind, List<string> lines)
    {
        foreach (var line in lines)
        {
            contenderOf.Add(line, contenders.Count);
        }

        if (lines.Count > 0)
        {
            contenders.Add(new Contender("", "", kind, Palette.Grey, lines.Count));
        }
    }
}
