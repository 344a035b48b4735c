using System.Buffers.Binary;

namespace Urna.Store.Files;

/// <summary>The checksum that zip and gzip state of what they hold.</summary>
/// <remarks>ISO 3309, with the reflected polynomial 0xEDB88320; four bytes at a time by four tables.</remarks>
struct Crc32
{
    static readonly uint[][] tables = Tables();

    uint register;

    /// <summary>The sum of the bytes so far.</summary>
    public readonly uint Value => register;

    /// <summary>Adds bytes.</summary>
    public void Add(ReadOnlySpan<byte> bytes)
    {
        var (t0, t1, t2, t3) = (tables[0], tables[1], tables[2], tables[3]);
        var sum = ~register;
        for (; bytes.Length >= 4; bytes = bytes[4..])
        {
            sum ^= BinaryPrimitives.ReadUInt32LittleEndian(bytes);
            sum = t3[sum & 0xFF] ^ t2[(sum >> 8) & 0xFF] ^ t1[(sum >> 16) & 0xFF] ^ t0[sum >> 24];
        }

        foreach (var b in bytes)
        {
            sum = t0[(sum ^ b) & 0xFF] ^ (sum >> 8);
        }

        register = ~sum;
    }

    static uint[][] Tables()
    {
        var made = new uint[4][];
        for (var t = 0; t < 4; t++)
        {
            made[t] = new uint[256];
            for (var i = 0u; i < 256; i++)
            {
                var sum = t == 0 ? i : made[t - 1][i];
                for (var bit = 0; bit < 8; bit++)
                {
                    sum = (sum & 1) == 0 ? sum >> 1 : 0xEDB88320u ^ (sum >> 1);
                }

                made[t][i] = sum;
            }
        }

        return made;
    }
}
