using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;
using ModelContextProtocol.Protocol;
using Urna.Contract;
using Urna.Model;
using Urna.Validate;

namespace Urna.Web.Assistants;

/// <summary>Answers of tools: what was computed, from which sources, how complete, and how anybody repeats it.</summary>
/// <remarks>An answer beyond <see cref="MostCharacters"/> is refused with V550 and never cut.</remarks>
static class ToolAnswer
{
    /// <summary>Characters of JSON that one answer has at most.</summary>
    public const int MostCharacters = 60_000;

    /// <summary>Entries of a list in one answer at most.</summary>
    public const int MostEntries = 200;

    /// <summary>The schema of a tool's answer: the frame that all have, and what this one computes.</summary>
    /// <param name="tool">The tool's name.</param>
    /// <param name="answer">What it answers, in words.</param>
    public static JsonElement Schema(string tool, string answer)
    {
        var schema = JsonNode.Parse(Frame)!;
        var own = AnswerSchemas.Of(tool);
        own.AsObject()["description"] = answer;
        schema["properties"]!["answer"] = own;
        return JsonDocument.Parse(schema.ToJsonString()).RootElement;
    }

    const string Frame = """
        {
          "type": "object",
          "required": ["answer", "sources", "coverage", "command"],
          "properties": {
            "sources": { "type": "array", "items": { "type": "object", "properties": { "id": { "type": "string" }, "title": { "type": "string" }, "publisher": { "type": ["string", "null"] } } } },
            "coverage": { "type": "object", "properties": { "missing": { "type": "array", "items": { "type": "string" } }, "notes": { "type": "array", "items": { "type": "string" } } } },
            "command": { "type": ["string", "null"], "description": "The urna command that repeats the answer." },
            "page": { "type": "object", "properties": { "offset": { "type": "integer" }, "count": { "type": "integer" }, "of": { "type": "integer" }, "next": { "type": ["integer", "null"] } } }
          }
        }
        """;

    /// <summary>An answer with where it comes from.</summary>
    /// <param name="answer">The answer, in a shape of the contract.</param>
    /// <param name="coverage">What its data lack, and what a reader must know of them.</param>
    /// <param name="sources">Its sources.</param>
    /// <param name="command">The command that repeats it; null where none does.</param>
    /// <param name="page">Which part of a list it is; null where it is whole.</param>
    public static CallToolResult Of(JsonNode? answer, Coverage coverage, IEnumerable<Source> sources, string? command, Page? page = null)
    {
        var told = new JsonObject
        {
            ["answer"] = answer,
            ["sources"] = new JsonArray([.. sources.Select(s => (JsonNode)new JsonObject { ["id"] = s.Id, ["title"] = s.Title.English, ["publisher"] = s.Publisher })]),
            ["coverage"] = new JsonObject { ["missing"] = Texts(coverage.Missing), ["notes"] = Texts(coverage.Notes) },
            ["command"] = command,
        };
        if (page is not null)
        {
            told["page"] = new JsonObject { ["offset"] = page.Offset, ["count"] = page.Count, ["of"] = page.Of, ["next"] = page.Offset + page.Count < page.Of ? page.Offset + page.Count : null };
        }

        var text = told.ToJsonString(ContractJson.OneLine);
        return text.Length > MostCharacters
            ? Refused(Codes.Finding("V550", LocalizedText.Say(
                "v550.the-answer-has-characters-and-one", ("text", text.Length), ("mostCharacters", MostCharacters))) with { Found = $"{text.Length}", Expected = "a place, a district, a level higher up, or a smaller 'limit'" })
            : new CallToolResult { Content = [new TextContentBlock { Text = text }], StructuredContent = JsonDocument.Parse(text).RootElement };
    }

    /// <summary>That nothing can be answered, with every finding and its code.</summary>
    public static CallToolResult Refused(params IEnumerable<Finding> findings)
    {
        var told = JsonNode.Parse(ContractJson.Write(findings.Select(FindingJson.Of)));
        var text = new JsonObject { ["findings"] = told }.ToJsonString(ContractJson.OneLine);
        return new CallToolResult { IsError = true, Content = [new TextContentBlock { Text = text }] };
    }

    /// <summary>A shape of the contract as JSON.</summary>
    public static JsonNode? Shape<T>(T shape) => JsonNode.Parse(ContractJson.Write(shape));

    /// <summary>Texts as JSON.</summary>
    public static JsonArray Texts(IEnumerable<string> texts) => new([.. texts.Select(t => (JsonNode)t)]);
}

/// <summary>What an answer's data lack, and what a reader must know of them.</summary>
/// <param name="Missing">What is lacking.</param>
/// <param name="Notes">What must be known.</param>
sealed record Coverage(ImmutableArray<string> Missing, ImmutableArray<string> Notes)
{
    /// <summary>That of an answer that no count is behind.</summary>
    public static Coverage None { get; } = new([], []);

    /// <summary>That of a contest.</summary>
    public static Coverage Of(Contest contest, IEnumerable<string>? missing = null) => new(
        [.. missing ?? [], .. contest.Lacks.Select(l => l.Name.English), .. contest.IsPreliminary ? ["what came after the preliminary count"] : Array.Empty<string>()],
        contest.Note is { } note ? [note.English] : []);
}

/// <summary>Which part of a list an answer holds.</summary>
/// <param name="Offset">The first entry, from 0.</param>
/// <param name="Count">How many there are here.</param>
/// <param name="Of">How many there are in all.</param>
sealed record Page(int Offset, int Count, int Of)
{
    /// <summary>A part of a list, and which it is.</summary>
    /// <param name="all">The list.</param>
    /// <param name="offset">The first entry, from 0.</param>
    /// <param name="limit">Entries at most; null for as many as an answer may have.</param>
    public static (List<T> Part, Page Page) Cut<T>(IReadOnlyCollection<T> all, int? offset, int? limit)
    {
        var from = Math.Max(0, offset ?? 0);
        var part = all.Skip(from).Take(Math.Clamp(limit ?? ToolAnswer.MostEntries, 1, ToolAnswer.MostEntries)).ToList();
        return (part, new Page(from, part.Count, all.Count));
    }
}
