using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Urna.Laws;

namespace Urna.Store.Laws;

/// <summary>A field of a step of a law file.</summary>
/// <param name="Name">Its name.</param>
/// <param name="IsNeeded">Whether every such step has it.</param>
/// <param name="Values">What it may say, in a few words; empty for a text.</param>
/// <param name="Meaning">What it means.</param>
public sealed record StepField(string Name, bool IsNeeded, string Values, string Meaning);

/// <summary>A step that a law file may name, with its fields.</summary>
/// <param name="Name">The step's name.</param>
/// <param name="Meaning">What it does.</param>
/// <param name="Fields">Its fields, those that are needed first.</param>
public sealed record StepCard(string Name, string Meaning, ImmutableArray<StepField> Fields);

/// <summary>All steps that a law file may name, as the schema of law files has them.</summary>
public static class StepCatalog
{
    const string Schema = $"{ShippedFiles.Scheme}schemas/rule.schema.json";

    /// <summary>The steps, by name.</summary>
    public static ImmutableArray<StepCard> All { get; } = Read();

    static ImmutableArray<StepCard> Read()
    {
        using var file = ShippedFiles.Open(Schema);
        var kinds = JsonNode.Parse(file)!["$defs"]!.AsObject();
        return
        [
            .. kinds.Select(k => k.Value!.AsObject()).Where(k => NameOf(k) is not null)
                .Select(k => new StepCard(NameOf(k)!, Text(k, kinds, "description"), Fields(k, kinds))).OrderBy(s => s.Name, StringComparer.Ordinal),
        ];
    }

    static string? NameOf(JsonObject kind) => (string?)kind["properties"]?["step"]?["const"];

    static ImmutableArray<StepField> Fields(JsonObject kind, JsonObject kinds)
    {
        var needed = kind["required"]!.AsArray().Select(n => (string)n!).ToHashSet();
        return
        [
            .. kind["properties"]!.AsObject().Where(p => p.Key != "step")
                .Select(p => new StepField(p.Key, needed.Contains(p.Key), Values(p.Value!.AsObject(), kinds), Text(p.Value!.AsObject(), kinds, "description")))
                .OrderBy(f => !f.IsNeeded),
        ];
    }

    /// <summary>A text of a field, or of what it refers to.</summary>
    static string Text(JsonObject field, JsonObject kinds, string key) => (string?)field[key] ?? (Referred(field, kinds) is { } other ? Text(other, kinds, key) : "");

    static JsonObject? Referred(JsonObject field, JsonObject kinds) => (string?)field["$ref"] is { } path ? kinds[path.Split('/')[^1]]!.AsObject() : null;

    /// <summary>The words or kinds of value that a field takes.</summary>
    static string Values(JsonObject field, JsonObject kinds)
    {
        if (Referred(field, kinds) is { } other)
        {
            return Values(other, kinds);
        }

        if (field["enum"] is JsonArray words)
        {
            return string.Join(", ", words.Select(w => $"{w}"));
        }

        if (field["const"] is { } only)
        {
            return $"{only}";
        }

        return field["oneOf"] is JsonArray ways
            ? string.Join(" | ", ways.Select(w => Values(w!.AsObject(), kinds)).Where(v => v.Length > 0).Distinct())
            : Kind(field, kinds);
    }

    static string Kind(JsonObject field, JsonObject kinds) => field["type"] switch
    {
        JsonArray => "share, as 1/2, 5% or 0.05",
        JsonValue v => (string?)v switch
        {
            "boolean" => "true, false",
            "integer" => "whole number",
            "number" => "number",
            "array" => field["items"] is JsonObject items && Values(items, kinds) is { Length: > 0 } each ? $"list of: {each}" : "list",
            "object" => "mapping",
            _ => "",
        },
        _ => "",
    };
}
