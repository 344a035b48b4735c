using System.Buffers.Binary;

namespace Urna.Store.Files;

/// <summary>Whether a zip file names each entry as its list of entries does.</summary>
/// <remarks>APPNOTE.TXT of PKWARE, 4.3.7, 4.3.12 and 4.3.14 to 4.3.16. Programs that read a file from its beginning take the one name, others the other.</remarks>
static class ZipNames
{
    const uint EndOfList = 0x06054b50;
    const uint EndOfList64 = 0x06064b50;
    const uint Locator64 = 0x07064b50;
    const uint Listed = 0x02014b50;
    const uint Local = 0x04034b50;
    const int EndLength = 22;
    const int LongestComment = ushort.MaxValue;

    /// <summary>Refuses a file whose entries bear another name where they stand.</summary>
    /// <param name="file">The file; it stands at its beginning afterwards.</param>
    /// <exception cref="InvalidDataException">Two names differ, or an entry is not where the list says.</exception>
    public static void Check(Stream file)
    {
        if (!file.CanSeek)
        {
            return;
        }

        foreach (var (offset, name) in Entries(file).ToList())
        {
            var head = Bytes(file, offset, 30);
            if (BinaryPrimitives.ReadUInt32LittleEndian(head) != Local)
            {
                throw new InvalidDataException($"its entry '{Text(name)}' is not where its list of entries says");
            }

            var own = Bytes(file, offset + 30, BinaryPrimitives.ReadUInt16LittleEndian(head.AsSpan(26)));
            if (!own.AsSpan().SequenceEqual(name))
            {
                throw new InvalidDataException($"its entry '{Text(name)}' is called '{Text(own)}' where it stands: which of the two it is, nobody can say");
            }
        }

        file.Position = 0;
    }

    static IEnumerable<(long Offset, byte[] Name)> Entries(Stream file)
    {
        var (at, count) = ListOf(file);
        for (var i = 0L; i < count && i <= Bounds.ZipEntries; i++)
        {
            var head = Bytes(file, at, 46);
            if (BinaryPrimitives.ReadUInt32LittleEndian(head) != Listed)
            {
                throw new InvalidDataException("its list of entries is damaged");
            }

            var (name, extra, comment) = (Short(head, 28), Short(head, 30), Short(head, 32));
            yield return (OffsetOf(head, Bytes(file, at + 46 + name, extra)), Bytes(file, at + 46, name));
            at += 46 + name + extra + comment;
        }
    }

    /// <summary>Where an entry stands: in its own field, or in the extra one of large files.</summary>
    static long OffsetOf(byte[] head, byte[] extra)
    {
        var offset = BinaryPrimitives.ReadUInt32LittleEndian(head.AsSpan(42));
        if (offset != uint.MaxValue)
        {
            return offset;
        }

        // The sizes, where they are beyond their own fields, stand in the extra one before it.
        var before = (IsBeyond(head, 24) + IsBeyond(head, 20)) * sizeof(long);
        for (var i = 0; i + 4 <= extra.Length; i += 4 + Short(extra, i + 2))
        {
            if (Short(extra, i) == 1 && i + 4 + before + sizeof(long) <= extra.Length)
            {
                return BinaryPrimitives.ReadInt64LittleEndian(extra.AsSpan(i + 4 + before));
            }
        }

        throw new InvalidDataException("its list of entries is damaged");
    }

    /// <summary>Where the list of entries begins, and how many it has.</summary>
    static (long At, long Count) ListOf(Stream file)
    {
        var from = Math.Max(0, file.Length - EndLength - LongestComment);
        var end = Bytes(file, from, (int)(file.Length - from));
        for (var i = end.Length - EndLength; i >= 0; i--)
        {
            if (BinaryPrimitives.ReadUInt32LittleEndian(end.AsSpan(i)) != EndOfList)
            {
                continue;
            }

            var (count, at) = (Short(end, i + 10), BinaryPrimitives.ReadUInt32LittleEndian(end.AsSpan(i + 16)));
            if (count != ushort.MaxValue && at != uint.MaxValue)
            {
                return (at, count);
            }

            var locator = Bytes(file, from + i - 20, 20);
            var large = Bytes(file, BinaryPrimitives.ReadInt64LittleEndian(locator.AsSpan(8)), 56);
            return BinaryPrimitives.ReadUInt32LittleEndian(locator) == Locator64 && BinaryPrimitives.ReadUInt32LittleEndian(large) == EndOfList64
                ? (BinaryPrimitives.ReadInt64LittleEndian(large.AsSpan(48)), BinaryPrimitives.ReadInt64LittleEndian(large.AsSpan(32)))
                : throw new InvalidDataException("its list of entries is damaged");
        }

        throw new InvalidDataException("it is not a zip file that can be read: it has no list of entries");
    }

    static byte[] Bytes(Stream file, long at, int count)
    {
        if (at < 0 || at + count > file.Length)
        {
            throw new InvalidDataException("its list of entries is damaged");
        }

        var bytes = new byte[count];
        file.Position = at;
        file.ReadExactly(bytes);
        return bytes;
    }

    static int IsBeyond(byte[] head, int field) => BinaryPrimitives.ReadUInt32LittleEndian(head.AsSpan(field)) == uint.MaxValue ? 1 : 0;

    static int Short(byte[] bytes, int at) => BinaryPrimitives.ReadUInt16LittleEndian(bytes.AsSpan(at));

    static string Text(byte[] name) => System.Text.Encoding.UTF8.GetString(name);
}
