using System.Collections.Immutable;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Urna.Contract;

namespace Urna.Web.Live;

/// <summary>The API as OpenAPI 3.1 describes it, made from the endpoints and the shapes of the contract.</summary>
static partial class ApiDocument
{
    /// <summary>The description of endpoints.</summary>
    /// <param name="endpoints">They.</param>
    /// <param name="version">The version of Urna.</param>
    public static Reply Of(ImmutableArray<Endpoint> endpoints, string version)
    {
        var paths = new JsonObject();
        foreach (var endpoint in endpoints)
        {
            paths[endpoint.Path] = new JsonObject { ["get"] = Operation(endpoint, $"#/paths/{endpoint.Path.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal)}/get/responses/200/content/application~1json/schema") };
        }

        paths["/api/v1/elections/{id}/article"] = new JsonObject
        {
            ["post"] = new JsonObject
            {
                ["summary"] = "Draft and judge an article in Markdown: the sure claims judged, the others as questions.",
                ["parameters"] = new JsonArray(Named("id", "path", "The name of the election.", true, null)),
                ["requestBody"] = new JsonObject { ["required"] = true, ["content"] = new JsonObject { ["text/markdown"] = new JsonObject { ["schema"] = new JsonObject { ["type"] = "string" } } } },
                ["responses"] = Responses(ContractSchema.Within(typeof(CheckJson), "#/paths/~1api~1v1~1elections~1{id}~1article/post/responses/200/content/application~1json/schema")),
            },
        };
        var document = new JsonObject
        {
            ["openapi"] = "3.1.0",
            ["info"] = new JsonObject { ["title"] = "Urna", ["version"] = version.Length > 0 ? version : "0", ["description"] = "Official counts, seats under the exact law, flows, nights and claims. Answers are those of the command, byte for byte." },
            ["paths"] = paths,
        };
        return Reply.Text(document.ToJsonString(ContractJson.Options) + "\n", "application/json; charset=utf-8");
    }

    static JsonObject Operation(Endpoint endpoint, string at) => new()
    {
        ["summary"] = endpoint.Says,
        ["description"] = endpoint.Command.Length > 0 ? $"As {endpoint.Command} --format json." : null,
        ["parameters"] = new JsonArray(
        [
            .. Names().Matches(endpoint.Path).Select(m => (JsonNode)Named(m.Groups["name"].Value, "path", m.Groups["name"].Value == "id" ? "The name of the election." : "The name of the contest.", true, null)),
            .. endpoint.Parameters.Select(p => (JsonNode)Named(p.Name, "query", p.Says, false, p)),
        ]),
        ["responses"] = Responses(endpoint.Shape is { } shape ? ContractSchema.Within(shape, at) : new JsonObject()),
    };

    static JsonObject Named(string name, string place, string says, bool isRequired, Parameter? parameter)
    {
        var schema = new JsonObject { ["type"] = "string" };
        if (parameter is { Words.IsEmpty: false })
        {
            schema["enum"] = new JsonArray([.. parameter.Words.Select(w => (JsonNode)w)]);
        }

        return new()
        {
            ["name"] = name,
            ["in"] = place,
            ["description"] = says,
            ["required"] = isRequired,
            ["schema"] = parameter is { IsMany: true } ? new JsonObject { ["type"] = "array", ["items"] = schema } : schema,
        };
    }

    static JsonObject Responses(JsonNode schema) => new()
    {
        ["200"] = new JsonObject { ["description"] = "The answer.", ["content"] = new JsonObject { ["application/json"] = new JsonObject { ["schema"] = schema } } },
        ["default"] = new JsonObject { ["description"] = "Why there is none, with findings (RFC 9457).", ["content"] = new JsonObject { ["application/problem+json"] = new JsonObject { ["schema"] = new JsonObject { ["type"] = "object" } } } },
    };

    [GeneratedRegex(@"\{(?<name>\w+)\}", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Names();
}
