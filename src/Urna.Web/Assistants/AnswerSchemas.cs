using System.Text.Json.Nodes;
using Urna.Contract;

namespace Urna.Web.Assistants;

/// <summary>The schema of what each tool answers: the contract's where a command gives the same, else its own.</summary>
static class AnswerSchemas
{
    /// <summary>Where an answer stands in that of a tool.</summary>
    const string Place = "#/properties/answer";

    /// <summary>The schema of a tool's answer.</summary>
    /// <param name="tool">The tool's name.</param>
    public static JsonNode Of(string tool) => tool switch
    {
        "list_elections" => List(Parts(("election", "string"), ("title", "string?"), ("date", "string?"), ("contests", "integer?"), ("faults", "texts?"))),
        "list_contests" => Contests(),
        "find_names" => List(Parts(
            ("is", "string"), ("contest", "string?"), ("id", "string?"), ("name", "string?"), ("list", "string?"), ("party", "string?"), ("district", "string?"), ("level", "string?"), ("chamber", "string?"),
            ("seats", "integer?"), ("elected", "integer?"))),
        "count" => ContractSchema.Within(typeof(IEnumerable<CountJson>), Place),
        "seats" or "explain_seat" => ContractSchema.Within(typeof(SeatsJson), Place),
        "power" => ContractSchema.Within(typeof(IEnumerable<PowerJson>), Place),
        "flows" => ContractSchema.Within(typeof(TransferJson), Place),
        "check_claim" => ContractSchema.Within(typeof(IEnumerable<ClaimJson>), Place),
        "draft_article" => With(Parts(("claims", "string"), ("drafted", "integer"), ("toChoose", "integer")), "fields", ContractSchema.Within(typeof(IEnumerable<DraftJson>), $"{Place}/properties/fields")),
        "check_article" => new JsonObject
        {
            ["anyOf"] = new JsonArray(
                ContractSchema.Within(typeof(IEnumerable<ClaimJson>), $"{Place}/anyOf/0"),
                With(Parts(("toFinish", "string")), "judged", ContractSchema.Within(typeof(IEnumerable<ClaimJson>), $"{Place}/anyOf/1/properties/judged"))),
        },
        _ => throw new ArgumentException($"There is no tool '{tool}'.", nameof(tool)),
    };

    static JsonObject Contests()
    {
        var contest = Parts(
            ("contest", "string"), ("title", "string"), ("date", "string"), ("kind", "string"), ("law", "string?"), ("seats", "integer"), ("choices", "integer"), ("note", "string?"));
        return With(Parts(("levels", "texts"), ("chambers", "texts")), "contests", List(contest));
    }

    static JsonObject List(JsonNode items) => new() { ["type"] = "array", ["items"] = items };

    static JsonObject With(JsonObject schema, string name, JsonNode part)
    {
        ((JsonObject)schema["properties"]!)[name] = part;
        ((JsonArray)schema["required"]!).Add(name);
        return schema;
    }

    /// <summary>An object of named parts; a kind with “?” may be null or absent.</summary>
    static JsonObject Parts(params (string Name, string Kind)[] parts) => new()
    {
        ["type"] = "object",
        ["properties"] = new JsonObject(parts.Select(p => KeyValuePair.Create(p.Name, (JsonNode?)Kind(p.Kind)))),
        ["required"] = new JsonArray([.. parts.Where(p => p.Kind[^1] != '?').Select(p => (JsonNode)p.Name)]),
    };

    static JsonObject Kind(string kind)
    {
        var (name, mayLack) = (kind.TrimEnd('?'), kind[^1] == '?');
        var type = name == "texts" ? "array" : name;
        var schema = new JsonObject { ["type"] = mayLack ? new JsonArray(type, "null") : type };
        if (name == "texts")
        {
            schema["items"] = new JsonObject { ["type"] = "string" };
        }

        return schema;
    }
}
