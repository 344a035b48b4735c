using System.IO.Compression;

namespace Urna.Store.Files;

/// <summary>What an entry of a zip file holds, checked by the length and checksum that the file states.</summary>
/// <remarks>The library checks neither.</remarks>
sealed class ZipContent : ForwardStream
{
    readonly Stream unpacked;
    readonly IDisposable? owner;
    readonly string name;
    readonly long length;
    readonly uint stated;
    readonly long limit;
    Crc32 sum;
    long given;

    /// <summary>Opens an entry.</summary>
    /// <param name="entry">The entry.</param>
    /// <param name="limit">The most bytes it may unpack to.</param>
    /// <param name="owner">What is disposed with the stream.</param>
    public ZipContent(ZipArchiveEntry entry, long limit, IDisposable? owner = null)
    {
        (name, length, stated, this.owner) = (entry.FullName, entry.Length, entry.Crc32, owner);
        this.limit = Bounds.UnpackedOf(entry.CompressedLength, limit);
        if (entry.IsEncrypted)
        {
            throw new InvalidDataException($"its entry '{name}' is locked by a password");
        }

        try
        {
            unpacked = entry.Open();
        }
        catch (Exception e) when (IsDamage(e))
        {
            throw new InvalidDataException($"its entry '{name}' is damaged, or packed by a method that is not deflate", e);
        }
    }

    public override int Read(Span<byte> buffer)
    {
        var read = Unpack(buffer);
        given += read;
        sum.Add(buffer[..read]);
        if (given > limit)
        {
            throw new InvalidDataException($"its entry '{name}' unpacks to more than {limit} bytes, the most that is accepted");
        }

        if (given > length || (read == 0 && !buffer.IsEmpty && (given != length || sum.Value != stated)))
        {
            throw new InvalidDataException($"its entry '{name}' does not have the length and checksum that the zip file states");
        }

        return read;
    }

    /// <summary>Reads an entry to its end and forgets it.</summary>
    /// <returns>Its bytes.</returns>
    public static long Check(ZipArchiveEntry entry, long limit)
    {
        using var content = new ZipContent(entry, limit);
        var buffer = new byte[1 << 16];
        while (content.Read(buffer) > 0)
        {
        }

        return content.given;
    }

    /// <summary>Opens a zip file.</summary>
    /// <exception cref="InvalidDataException">It is none, or names an entry in two ways.</exception>
    public static ZipArchive Open(Stream file, bool leaveOpen = false)
    {
        ZipArchive? zip = null;
        try
        {
            zip = new ZipArchive(file, ZipArchiveMode.Read, leaveOpen);
            ZipNames.Check(file);
            return zip;
        }
        catch (Exception e) when (IsDamage(e))
        {
            zip?.Dispose();
            throw zip is not null && e is InvalidDataException ? e : new InvalidDataException("it is not a zip file that can be read: it is damaged or cut off", e);
        }
    }

    /// <summary>The entries of a zip file, each name once.</summary>
    /// <exception cref="InvalidDataException">A name stands twice, or there are too many entries.</exception>
    public static IReadOnlyList<ZipArchiveEntry> EntriesOf(ZipArchive zip)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        IReadOnlyList<ZipArchiveEntry> entries;
        try
        {
            entries = zip.Entries;
        }
        catch (Exception e) when (IsDamage(e))
        {
            throw new InvalidDataException("its list of entries is damaged or cut off", e);
        }

        foreach (var entry in entries)
        {
            if (!names.Add(entry.FullName.Replace('\\', '/')))
            {
                throw new InvalidDataException($"it has two entries of one name, '{entry.FullName}': which of them counts, nobody can say");
            }

            if (names.Count > Bounds.ZipEntries)
            {
                throw new InvalidDataException($"it has more than {Bounds.ZipEntries} entries, the most that is accepted");
            }
        }

        return entries;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            unpacked.Dispose();
            owner?.Dispose();
        }

        base.Dispose(disposing);
    }

    /// <summary>The library's many words for bytes that are not what a zip file has.</summary>
    static bool IsDamage(Exception e) => e is InvalidDataException or NotSupportedException or IOException or ArgumentException or OverflowException or IndexOutOfRangeException;

    int Unpack(Span<byte> buffer)
    {
        try
        {
            return unpacked.Read(buffer);
        }
        catch (Exception e) when (IsDamage(e))
        {
            throw new InvalidDataException($"the data of its entry '{name}' are damaged", e);
        }
    }
}
