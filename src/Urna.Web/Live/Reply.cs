using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Urna.Contract;

namespace Urna.Web.Live;

/// <summary>A whole answer: bytes, what they are, and the tag by which a reader knows them again.</summary>
/// <param name="Body">The bytes.</param>
/// <param name="Type">The media type.</param>
/// <param name="Tag">The entity tag, weak, since the bytes are compressed for some readers.</param>
sealed record Reply(ReadOnlyMemory<byte> Body, string Type, string Tag)
{
    /// <summary>An answer of text.</summary>
    public static Reply Text(string text, string type) => Of(Encoding.UTF8.GetBytes(text), type);

    /// <summary>An answer in a shape of the contract, byte for byte as the command writes it.</summary>
    public static Reply Json<T>(T answer)
    {
        using var output = new MemoryStream();
        JsonSerializer.Serialize(output, answer, ContractJson.Options);
        output.WriteByte((byte)'\n');
        return Of(output.ToArray(), "application/json; charset=utf-8");
    }

    static Reply Of(byte[] body, string type) => new(body, type, $"W/\"{Convert.ToHexStringLower(SHA256.HashData(body).AsSpan(0, 16))}\"");
}
