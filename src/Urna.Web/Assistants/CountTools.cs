using System.Collections.Immutable;
using System.ComponentModel;
using System.Text.Json.Nodes;
using ModelContextProtocol.Protocol;
using Urna.Contract;
using Urna.Count;
using Urna.Model;

namespace Urna.Web.Assistants;

/// <summary>What there is, what it is called, and how many votes were counted.</summary>
/// <param name="open">The elections.</param>
sealed class CountTools(OpenElections open)
{
    [Description("List the elections that can be asked about, with their days, and what keeps one from being read.")]
    public CallToolResult ListElections(
        [Description("First entry, from 0.")] int? offset = null, [Description("Entries at most; 200 if absent.")] int? limit = null)
    {
        var (part, page) = Page.Cut(open.All, offset, limit);
        var told = part.Select(e => (JsonNode)new JsonObject
        {
            ["election"] = e.Id ?? e.Folder,
            ["title"] = e.Reckoning?.Election.Title.English,
            ["date"] = e.Reckoning is { Election.Date: var date } ? $"{date:yyyy-MM-dd}" : null,
            ["contests"] = e.Reckoning?.Election.Contests.Length,
            ["faults"] = e.Reckoning is null ? ToolAnswer.Texts(e.Reading.Findings.Select(f => $"{f.Code} {f.Message}").Take(3)) : null,
        });
        return ToolAnswer.Of(new JsonArray([.. told]), Coverage.None, [], null, page);
    }

    [Description("List the contests of an election: day, kind, law, seats, levels of places, chambers of members, and what is known of the data.")]
    public CallToolResult ListContests([Description("The election's id, as list_elections tells it.")] string election)
    {
        var (reckoning, path) = open.Election(election);
        var contests = reckoning.Election.Contests.Select(c => (JsonNode)new JsonObject
        {
            ["contest"] = c.Id,
            ["title"] = c.Title.English,
            ["date"] = $"{c.Date:yyyy-MM-dd}",
            ["kind"] = Spelling.Kebab(c.Kind),
            ["law"] = c.Rule,
            ["seats"] = c.Seats.Values.Sum(),
            ["choices"] = c.Candidacies.Length,
            ["note"] = c.Note?.English,
        });
        var told = new JsonObject
        {
            ["contests"] = new JsonArray([.. contests]),
            ["levels"] = ToolAnswer.Texts(reckoning.Election.Places.Levels),
            ["chambers"] = ToolAnswer.Texts(reckoning.Election.Members.Select(m => m.Chamber).Distinct()),
        };
        return ToolAnswer.Of(told, new([], [.. reckoning.Election.Contests.Select(c => c.Note?.English).OfType<string>().Distinct()]), reckoning.Election.Sources, $"urna validate {path}");
    }

    [Description("Look up ids by words of a name: candidacies, lists, parties, places and chambers of an election. Use them in the other tools.")]
    public CallToolResult FindNames(
        [Description("The election's id.")] string election, [Description("Words of the name, in any letters.")] string text, [Description("First entry, from 0.")] int? offset = null, [Description("Entries at most.")] int? limit = null)
    {
        var (reckoning, path) = open.Election(election);
        var words = FoldedName.Of(text).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        bool Has(params IEnumerable<string> names) => words.Length > 0 && words.All(w => names.Any(n => FoldedName.Of(n).Contains(w, StringComparison.Ordinal)));
        var choices = from contest in reckoning.Election.Contests
                      from c in contest.Candidacies
                      where Has(c.Choice, c.Name, c.List, c.Party)
                      select new JsonObject { ["is"] = "choice", ["contest"] = contest.Id, ["id"] = c.Choice, ["name"] = c.Name, ["list"] = c.List, ["party"] = c.Party, ["district"] = c.District };
        var places = from p in reckoning.Election.Places.Places
                     where Has(p.Id, p.Name)
                     select new JsonObject { ["is"] = "place", ["id"] = p.Id, ["name"] = p.Name, ["level"] = p.Level };
        var members = from m in reckoning.Election.Members
                      where Has(m.Chamber, m.List, m.Party)
                      select new JsonObject { ["is"] = "members", ["chamber"] = m.Chamber, ["list"] = m.List, ["party"] = m.Party, ["seats"] = m.Seats, ["elected"] = m.Elected };
        var (part, page) = Page.Cut(places.Concat(choices).Concat(members).ToList(), offset, limit);
        return ToolAnswer.Of(new JsonArray([.. part]), Coverage.None, reckoning.Election.Sources, $"urna validate {path}", page);
    }

    [Description("Count the votes of a contest: the whole, one place, or one row a place of a level. A total that lacks a part is null, with the reason.")]
    public CallToolResult Count(
        [Description("The election's id.")] string election,
        [Description("The contest's id.")] string contest,
        [Description("A level of places, for one row a place, such as region.")] string? by = null,
        [Description("One place, by its id.")] string? place = null,
        [Description("Places that are left out, such as abroad.")] string[]? without = null,
        [Description("First row, from 0.")] int? offset = null,
        [Description("Rows at most.")] int? limit = null)
    {
        var (reckoning, path) = open.Election(election);
        var (own, places) = (OpenElections.Contest(reckoning.Election, contest), reckoning.Election.Places);
        ImmutableArray<string> left = [.. without ?? []];
        foreach (var unknown in left.Append(place ?? places.Root.Id).Where(p => !places.Contains(p)))
        {
            throw ToolFault.NotAllowed("place", unknown, places.Places.Select(p => p.Id), "V107");
        }

        if (by is not null && !places.Levels.Contains(by))
        {
            throw ToolFault.NotAllowed("by", by, places.Levels);
        }

        ImmutableArray<Tabulation> counts = by is not null ? [.. Tabulate.By(own, places, by, left).Where(t => place is null || places.IsWithin(t.Place.Id, place))]
            : place is not null ? [Tabulate.At(own, places, place, left)] : [Tabulate.Whole(own, places, left)];
        var (part, page) = Page.Cut(counts, offset, limit);
        var level = by ?? (place is null ? null : places[place].Level);
        var command = $"urna count {path} --contest {OpenElections.Word(own.Id)}{(level is null ? "" : $" --by {OpenElections.Word(level)}")}{string.Concat(left.Select(w => $" --without {OpenElections.Word(w)}"))} --format json";
        return ToolAnswer.Of(ToolAnswer.Shape<IEnumerable<CountJson>>(part.Select(CountJson.Of)), Coverage.Of(own, part.SelectMany(t => t.NotReported).Distinct().Take(10).Select(p => $"not reported: {p}")), OpenElections.SourcesOf(reckoning.Election, own), command, page);
    }
}
