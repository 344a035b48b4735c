using System.Numerics;
using System.Text.Json.Nodes;
using System.Text.Json.Schema;
using Urna.Numerics;

namespace Urna.Contract;

/// <summary>The JSON schemas of answers, made from their shapes.</summary>
public static class ContractSchema
{
    /// <summary>Numbers that the contract spells itself, with the kinds of JSON that they are.</summary>
    static readonly Dictionary<Type, string[]> kinds = new()
    {
        [typeof(Fraction)] = ["number", "string"],
        [typeof(Fraction?)] = ["number", "string", "null"],
        [typeof(BigInteger?)] = ["integer", "null"],
    };

    static readonly JsonSchemaExporterOptions options = new()
    {
        TreatNullObliviousAsNonNullable = true,
        TransformSchemaNode = (context, node) => kinds.TryGetValue(context.TypeInfo.Type, out var kind) ? new JsonObject { ["type"] = new JsonArray([.. kind.Select(k => (JsonNode)k)]) } : node,
    };

    /// <summary>The schema of an answer.</summary>
    /// <param name="answer">The type of its shape, or <see cref="IEnumerable{T}"/> of one.</param>
    /// <exception cref="NotSupportedException">The type is no shape of an answer.</exception>
    public static JsonNode Of(Type answer) => JsonSchemaExporter.GetJsonSchemaAsNode(ContractJson.Options, answer, options);

    /// <summary>The schema of an answer within another schema, whose own parts are found from there.</summary>
    /// <param name="answer">The type of its shape, or <see cref="IEnumerable{T}"/> of one.</param>
    /// <param name="at">Where it stands, as <c>#/properties/answer</c>.</param>
    public static JsonNode Within(Type answer, string at)
    {
        var schema = Of(answer);
        Move(schema, at);
        return schema;
    }

    static void Move(JsonNode? node, string at)
    {
        if (node is JsonArray list)
        {
            foreach (var part in list)
            {
                Move(part, at);
            }
        }
        else if (node is JsonObject parts)
        {
            foreach (var (_, part) in parts.ToList())
            {
                Move(part, at);
            }

            if (parts["$ref"] is JsonValue { } value && value.GetValueKind() == System.Text.Json.JsonValueKind.String && value.GetValue<string>() is ['#', ..] path)
            {
                parts["$ref"] = at + path[1..];
            }
        }
    }
}
