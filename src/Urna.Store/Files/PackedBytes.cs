using System.Buffers.Binary;

namespace Urna.Store.Files;

/// <summary>The packed bytes of a gzip file, of which the last piece that was given can be looked at again.</summary>
sealed class PackedBytes(Stream packed) : ForwardStream
{
    const int Piece = 1 << 13;
    const int Trailer = 8;

    readonly byte[] window = new byte[2 * Piece];
    int given;
    int next;
    int end;

    /// <summary>Whether somebody asked for bytes after the last.</summary>
    public bool AskedBeyondEnd { get; private set; }

    public override int Read(Span<byte> buffer)
    {
        given = next;
        Hold(1);
        var taken = Math.Min(Math.Min(buffer.Length, Piece), end - next);
        AskedBeyondEnd |= taken == 0 && !buffer.IsEmpty;
        window.AsSpan(next, taken).CopyTo(buffer);
        next += taken;
        return taken;
    }

    /// <summary>The next byte, or −1 at the end.</summary>
    public override int ReadByte()
    {
        Span<byte> one = stackalloc byte[1];
        return Read(one) == 0 ? -1 : one[0];
    }

    /// <summary>Goes to behind the trailer that states this sum and length; false if the last piece, or what follows it, has none.</summary>
    /// <remarks>Who unpacks takes pieces and never says where in the last the data ended: only eight bytes that fit the data by sum and length can be the trailer.</remarks>
    public bool PassTrailer(uint sum, uint length)
    {
        Hold(Trailer);
        for (var at = given; at <= next && at + Trailer <= end; at++)
        {
            if (BinaryPrimitives.ReadUInt32LittleEndian(window.AsSpan(at)) == sum && BinaryPrimitives.ReadUInt32LittleEndian(window.AsSpan(at + 4)) == length)
            {
                given = next = at + Trailer;
                return true;
            }
        }

        return false;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            packed.Dispose();
        }

        base.Dispose(disposing);
    }

    /// <summary>Reads ahead until so many bytes after those given are held, or the file ends; what was given last stays held.</summary>
    void Hold(int ahead)
    {
        if (end - next >= ahead)
        {
            return;
        }

        window.AsSpan(given, end - given).CopyTo(window);
        (next, end, given) = (next - given, end - given, 0);
        int read;
        while (end - next < ahead && (read = packed.Read(window.AsSpan(end))) > 0)
        {
            end += read;
        }
    }
}
