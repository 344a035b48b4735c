using System.IO.Compression;

namespace Urna.Store.Files;

/// <summary>What a gzip file holds, each member checked by the length and checksum it states.</summary>
/// <remarks>RFC 1952. <see cref="GZipStream"/> gives what it has of a file that is cut short, and ignores what follows the last member.</remarks>
sealed class GzipContent(Stream packed) : ForwardStream
{
    readonly PackedBytes bytes = new(packed);
    DeflateStream? member;
    Crc32 sum;
    uint length;
    bool hasMembers;

    public override int Read(Span<byte> buffer)
    {
        while (!buffer.IsEmpty && (member is not null || NextMember()))
        {
            if (Unpack(buffer) is > 0 and var read)
            {
                sum.Add(buffer[..read]);
                length = unchecked(length + (uint)read);
                return read;
            }

            EndMember();
        }

        return 0;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            member?.Dispose();
            bytes.Dispose();
        }

        base.Dispose(disposing);
    }

    int Unpack(Span<byte> buffer)
    {
        try
        {
            return member!.Read(buffer);
        }
        catch (InvalidDataException e)
        {
            // The library blames the method of packing for every damage.
            throw new InvalidDataException("its gzip data are damaged", e);
        }
    }

    bool NextMember()
    {
        var first = bytes.ReadByte();
        if (first < 0 && hasMembers)
        {
            return false;
        }

        if (first != 0x1F || bytes.ReadByte() != 0x8B)
        {
            // Tapes and some servers fill the end with zeros.
            return hasMembers && first == 0 && RestIsZero() ? false : throw new InvalidDataException(hasMembers ? "bytes that are no gzip data follow its end" : "it holds no gzip data");
        }

        Header();
        member = new DeflateStream(bytes, CompressionMode.Decompress, leaveOpen: true);
        (sum, length, hasMembers) = (default, 0, true);
        return true;
    }

    bool RestIsZero()
    {
        int next;
        while ((next = bytes.ReadByte()) == 0)
        {
        }

        return next < 0;
    }

    void Header()
    {
        const int headerSum = 2, extra = 4, name = 8, comment = 16, reserved = 0xE0;
        var method = Needed();
        var flags = Needed();
        if (method != 8 || (flags & reserved) != 0)
        {
            throw new InvalidDataException("its gzip header names a method that does not exist");
        }

        Skip(6);
        Skip((flags & extra) != 0 ? Needed() | (Needed() << 8) : 0);
        SkipText((flags & name) != 0);
        SkipText((flags & comment) != 0);
        Skip((flags & headerSum) != 0 ? 2 : 0);
    }

    void EndMember()
    {
        var isCut = bytes.AskedBeyondEnd;
        member!.Dispose();
        member = null;
        if (isCut || !bytes.PassTrailer(sum.Value, length))
        {
            throw new InvalidDataException(isCut ? "it ends before its end: it is cut short" : "what it holds does not have the checksum and length that it states");
        }
    }

    int Needed() => bytes.ReadByte() is >= 0 and var next ? next : throw new InvalidDataException("it ends before its end: it is cut short");

    void Skip(int count)
    {
        for (var i = 0; i < count; i++)
        {
            Needed();
        }
    }

    void SkipText(bool isThere)
    {
        while (isThere && Needed() != 0)
        {
        }
    }
}
