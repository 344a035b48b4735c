using System.Globalization;
using System.Numerics;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Urna.Numerics;

namespace Urna.Contract;

/// <summary>How the answers of this program are written and read.</summary>
/// <remarks>Names in camel case, text as it is; numbers are invariant. All shapes are known when the program is built.</remarks>
public static class ContractJson
{
    /// <summary>Indented, as files are.</summary>
    public static JsonSerializerOptions Options { get; } = Make(indented: true);

    /// <summary>The same, one line a value.</summary>
    public static JsonSerializerOptions OneLine { get; } = Make(indented: false);

    /// <summary>An answer as text.</summary>
    /// <param name="answer">A value whose type is the shape of an answer, or <see cref="IEnumerable{T}"/> of one.</param>
    /// <exception cref="NotSupportedException">The type is no shape of an answer.</exception>
    public static string Write<T>(T answer) => JsonSerializer.Serialize(answer, (JsonTypeInfo<T>)Options.GetTypeInfo(typeof(T)));

    /// <summary>Reads an answer.</summary>
    /// <param name="json">What <see cref="Write"/> or the command wrote.</param>
    /// <exception cref="JsonException">It is no such answer.</exception>
    public static T? Read<T>(string json) => JsonSerializer.Deserialize(json, (JsonTypeInfo<T>)Options.GetTypeInfo(typeof(T)));

    static JsonSerializerOptions Make(bool indented)
    {
        var options = new JsonSerializerOptions
        {
            PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
            WriteIndented = indented,
            NewLine = "\n",
            TypeInfoResolver = ContractContext.Default,
            Converters = { new FractionConverter() },
        };
        options.MakeReadOnly();
        return options;
    }
}

/// <summary>The shapes of all answers.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(ForensicsJson))]
[JsonSerializable(typeof(IEnumerable<ForensicsJson>))]
[JsonSerializable(typeof(AuditPlanJson))]
[JsonSerializable(typeof(IEnumerable<AuditPlanJson>))]
[JsonSerializable(typeof(IEnumerable<AuditAssessJson>))]
[JsonSerializable(typeof(AuditAssessJson))]
[JsonSerializable(typeof(IEnumerable<CountJson>))]
[JsonSerializable(typeof(IEnumerable<HistoryJson>))]
[JsonSerializable(typeof(SeatsJson))]
[JsonSerializable(typeof(StepJson))]
[JsonSerializable(typeof(IEnumerable<SeatsJson>))]
[JsonSerializable(typeof(IEnumerable<PowerJson>))]
[JsonSerializable(typeof(IEnumerable<PowerJson.Passing>))]
[JsonSerializable(typeof(IEnumerable<PowerJson.Check>))]
[JsonSerializable(typeof(TransferJson))]
[JsonSerializable(typeof(IEnumerable<TransferJson>))]
[JsonSerializable(typeof(IEnumerable<ClaimJson>))]
[JsonSerializable(typeof(List<ClaimJson>))]
[JsonSerializable(typeof(IEnumerable<ClaimChangeJson>))]
[JsonSerializable(typeof(IEnumerable<DraftJson>))]
[JsonSerializable(typeof(CheckJson))]
[JsonSerializable(typeof(IEnumerable<CheckJson>))]
[JsonSerializable(typeof(IEnumerable<FindingJson>))]
[JsonSerializable(typeof(IEnumerable<FigureSourceJson>))]
[JsonSerializable(typeof(IEnumerable<DifferenceJson>))]
[JsonSerializable(typeof(IEnumerable<WhatIfJson>))]
[JsonSerializable(typeof(IEnumerable<RuleJson>))]
[JsonSerializable(typeof(IEnumerable<QuorumsJson>))]
[JsonSerializable(typeof(IEnumerable<LawCardJson>))]
[JsonSerializable(typeof(IEnumerable<LawStepJson>))]
[JsonSerializable(typeof(NightJson))]
[JsonSerializable(typeof(IEnumerable<NightJson>))]
[JsonSerializable(typeof(ReplayJson))]
[JsonSerializable(typeof(IEnumerable<ReplayJson>))]
[JsonSerializable(typeof(JsonElement))]
[JsonSerializable(typeof(double))]
[JsonSerializable(typeof(int))]
[JsonSerializable(typeof(long))]
[JsonSerializable(typeof(string))]
sealed partial class ContractContext : JsonSerializerContext;

/// <summary>An exact fraction as a number where its decimals end, else as the text <c>a/b</c>.</summary>
sealed class FractionConverter : JsonConverter<Fraction>
{
    public override Fraction Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.TokenType switch
    {
        JsonTokenType.Number => OfDecimal(Encoding.UTF8.GetString(reader.ValueSpan)),
        JsonTokenType.String when reader.GetString()!.Split('/') is [var above, var below] && Whole(above) is { } n && Whole(below) is { Sign: > 0 } d => new Fraction(n, d),
        _ => throw new JsonException("A fraction is a number or the text a/b."),
    };

    public override void Write(Utf8JsonWriter writer, Fraction value, JsonSerializerOptions options)
    {
        if (value.IsDecimal)
        {
            writer.WriteRawValue(value.ToDecimal());
        }
        else
        {
            writer.WriteStringValue(value.ToString());
        }
    }

    static Fraction OfDecimal(string text)
    {
        var point = text.IndexOf('.', StringComparison.Ordinal);
        return Whole(text.Replace(".", "", StringComparison.Ordinal)) is { } digits
            ? new Fraction(digits, point < 0 ? BigInteger.One : BigInteger.Pow(10, text.Length - point - 1))
            : throw new JsonException("A fraction is a number without exponent, or the text a/b.");
    }

    static BigInteger? Whole(string text) =>
        BigInteger.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var whole) ? whole : null;
}

/// <summary>A whole number of any size.</summary>
sealed class WholeConverter : JsonConverter<BigInteger?>
{
    public override bool HandleNull => true;

    public override BigInteger? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.TokenType switch
    {
        JsonTokenType.Null => null,
        JsonTokenType.Number when BigInteger.TryParse(Encoding.UTF8.GetString(reader.ValueSpan), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var whole) => whole,
        _ => throw new JsonException("A count is a whole number."),
    };

    public override void Write(Utf8JsonWriter writer, BigInteger? value, JsonSerializerOptions options)
    {
        if (value is { } number)
        {
            writer.WriteRawValue(number.ToString(CultureInfo.InvariantCulture));
        }
        else
        {
            writer.WriteNullValue();
        }
    }
}
