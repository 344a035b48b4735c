using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Json.Schema;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Urna.Tests.Store;

/// <summary>A YAML file as an editor holds it against a schema that ships.</summary>
static class YamlSchema
{
    static readonly Dictionary<string, JsonSchema> schemas = Directory.EnumerateFiles(Path.Combine(Repository.Root, "schemas"), "*.json")
        .ToDictionary(f => Path.GetFileName(f)!, f => JsonSchema.FromText(File.ReadAllText(f)));

    /// <summary>Where a text departs from a schema; empty if it keeps it.</summary>
    public static IReadOnlyList<string> Faults(string schema, string yaml)
    {
        var stream = new YamlStream();
        stream.Load(new StringReader(yaml));
        return Faults(schema, stream.Documents[0].RootNode);
    }

    /// <summary>Where a document departs from a schema; empty if it keeps it.</summary>
    public static IReadOnlyList<string> Faults(string schema, YamlNode root)
    {
        using var json = JsonDocument.Parse(ToJson(root)?.ToJsonString() ?? "null");
        var result = schemas[schema].Evaluate(json.RootElement, new EvaluationOptions { OutputFormat = OutputFormat.List });
        return result.IsValid ? [] : ["refused", .. result.Details?.SelectMany(d => d.Errors?.Values.Select(e => $"{d.InstanceLocation}: {e}") ?? []) ?? []];
    }

    /// <summary>The types that an editor sees in plain texts: YAML 1.2.</summary>
    static JsonNode? ToJson(YamlNode node) => node switch
    {
        YamlMappingNode map => new JsonObject(map.Select(f => KeyValuePair.Create(((YamlScalarNode)f.Key).Value!, ToJson(f.Value)))),
        YamlSequenceNode list => new JsonArray([.. list.Select(ToJson)]),
        YamlScalarNode { Style: ScalarStyle.Plain, Value: "true" or "false" } truth => JsonValue.Create(truth.Value == "true"),
        YamlScalarNode { Style: ScalarStyle.Plain, Value: "null" or "~" or "" } => null,
        YamlScalarNode { Style: ScalarStyle.Plain, Value: { } text } when long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var whole) => JsonValue.Create(whole),
        YamlScalarNode { Style: ScalarStyle.Plain, Value: { } text } when decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) => JsonValue.Create(number),
        YamlScalarNode scalar => JsonValue.Create(scalar.Value),
        _ => throw new ArgumentException($"A {node.NodeType} has no JSON.", nameof(node)),
    };
}
