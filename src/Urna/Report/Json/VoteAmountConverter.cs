using System.Text.Json;
using System.Text.Json.Serialization;
using Urna.Allocate.Transferable;

namespace Urna.Report.Json;

/// <summary>Writes votes as a number with all their decimals, or as text <c>a/b</c> where decimals have no end.</summary>
sealed class VoteAmountConverter : JsonConverter<VoteAmount>
{
    /// <inheritdoc/>
    public override VoteAmount Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        throw new NotSupportedException("Votes of a count are written, not read.");

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, VoteAmount value, JsonSerializerOptions options)
    {
        if (value.IsDecimal)
        {
            writer.WriteRawValue(value.ToString());
        }
        else
        {
            writer.WriteStringValue(value.ToString());
        }
    }
}
