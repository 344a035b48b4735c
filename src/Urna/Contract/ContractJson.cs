using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Urna.Allocate;
using Urna.Allocate.Biproportional;
using Urna.Numerics;

namespace Urna.Contract;

/// <summary>How the contracts spell names and values.</summary>
public static class ContractJson
{
    /// <summary>Names in camel case, values in kebab case, text as it is.</summary>
    public static JsonSerializerOptions Options { get; } = Make(indented: true);

    /// <summary>The same, one line a value.</summary>
    public static JsonSerializerOptions OneLine { get; } = Make(indented: false);

    static JsonSerializerOptions Make(bool indented) => new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        WriteIndented = indented,
        NewLine = "\n",
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower), new DivisorConverter(), new ProportionConverter(), new QuotaConverter(), new FractionConverter() },
    };

    /// <summary>A share of a law as it is written: <c>1/2</c>.</summary>
    sealed class ProportionConverter : JsonConverter<Proportion>
    {
        public override Proportion Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            throw new NotSupportedException("Fractions are written, not read.");

        public override void Write(Utf8JsonWriter writer, Proportion value, JsonSerializerOptions options) => writer.WriteStringValue(value.ToString());
    }

    /// <summary>A quota as a number.</summary>
    sealed class QuotaConverter : JsonConverter<Quota>
    {
        public override Quota Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            throw new NotSupportedException("Quotas are written, not read.");

        public override void Write(Utf8JsonWriter writer, Quota value, JsonSerializerOptions options) => writer.WriteNumberValue(value.Value);
    }

    /// <summary>An exact fraction as a number where its decimals end, else as the text <c>a/b</c>.</summary>
    sealed class FractionConverter : JsonConverter<Fraction>
    {
        public override Fraction Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            throw new NotSupportedException("Fractions are written, not read.");

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
    }

    /// <summary>A divisor as a number.</summary>
    sealed class DivisorConverter : JsonConverter<Divisor>
    {
        public override Divisor Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            throw new NotSupportedException("Divisors are written, not read.");

        public override void Write(Utf8JsonWriter writer, Divisor value, JsonSerializerOptions options)
        {
            if (value is { Root: false, Denominator: 1 } && value.Numerator <= long.MaxValue)
            {
                writer.WriteNumberValue((long)value.Numerator);
            }
            else
            {
                writer.WriteNumberValue(value.Value);
            }
        }
    }
}
