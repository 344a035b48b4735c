using System.Text.Json.Nodes;
using Urna.Contract;
using Urna.Model;

namespace Urna.Web.Live.Endpoints;

/// <summary>The elections that are served, and the contests of one.</summary>
static class ElectionsEndpoint
{
    public static Endpoint All { get; } = new("/api/v1/elections", "The elections that are served, also those that cannot be read.", null, (state, _) => Told(new JsonArray([.. state.Elections().Select(e => (JsonNode)new JsonObject
    {
        ["id"] = e.Folder.Id ?? e.Folder.Folder,
        ["title"] = e.Reading.Reckoning is { Election.Title: var title } ? Titles(title) : null,
        ["date"] = e.Reading.Reckoning is { Election.Date: var date } ? $"{date:yyyy-MM-dd}" : null,
        ["country"] = e.Reading.Reckoning?.Election.Country,
        ["contests"] = e.Reading.Reckoning is { Election.Contests: var contests } ? Texts(contests.Select(c => c.Id)) : null,
        ["faults"] = e.Reading.Reckoning is null ? Texts(e.Reading.Findings.Select(f => $"{f.Code} {f.Message}").Take(5)) : null,
    })])));

    public static Endpoint One { get; } = new("/api/v1/elections/{id}", "An election: its contests, levels of places, chambers and sources.", null, (state, asked) =>
    {
        var election = state.Election(asked.Path("id")).Reckoning.Election;
        return Told(new JsonObject
        {
            ["id"] = election.Id,
            ["title"] = Titles(election.Title),
            ["date"] = $"{election.Date:yyyy-MM-dd}",
            ["country"] = election.Country,
            ["levels"] = Texts(election.Places.Levels),
            ["chambers"] = Texts(election.Members.Select(m => m.Chamber).Distinct()),
            ["contests"] = new JsonArray([.. election.Contests.Select(c => (JsonNode)new JsonObject
            {
                ["id"] = c.Id,
                ["title"] = Titles(c.Title),
                ["date"] = $"{c.Date:yyyy-MM-dd}",
                ["kind"] = Spelling.Kebab(c.Kind),
                ["law"] = c.Rule,
                ["seats"] = c.Seats.Values.Sum(),
                ["choices"] = c.Candidacies.Length,
                ["preliminary"] = c.IsPreliminary,
                ["note"] = c.Note is { } note ? Titles(note) : null,
            })]),
            ["sources"] = new JsonArray([.. election.Sources.Select(s => (JsonNode)new JsonObject { ["id"] = s.Id, ["title"] = Titles(s.Title), ["publisher"] = s.Publisher })]),
        });
    });

    static JsonObject Titles(LocalizedText text) => new([.. Languages.All.Select(l => KeyValuePair.Create(l.Code, (JsonNode?)text.In(l.Language)))]);

    static JsonArray Texts(IEnumerable<string> texts) => new([.. texts.Select(t => (JsonNode)t)]);

    static Reply Told(JsonNode node) => Reply.Text(node.ToJsonString(ContractJson.Options) + "\n", "application/json; charset=utf-8");
}
