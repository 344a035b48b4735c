using System.Text;
using Urna.Store.Files;

namespace Urna.Store.Csv;

/// <summary>A stream whose beginning is known before it is read, and is read all the same.</summary>
sealed class BegunStream : ForwardStream
{
    const int FirstBytes = 1 << 12;

    readonly Stream inner;
    readonly byte[] held = new byte[FirstBytes];
    readonly int length;
    int given;

    /// <summary>Looks at how a stream begins.</summary>
    /// <param name="inner">The stream, which stays open.</param>
    /// <param name="isEnough">Whether so much of its text is enough.</param>
    /// <param name="most">The most bytes to look at.</param>
    public BegunStream(Stream inner, Func<string, bool> isEnough, int most)
    {
        this.inner = inner;
        do
        {
            if (length == held.Length)
            {
                Array.Resize(ref held, 2 * length);
            }

            var read = inner.ReadAtLeast(held.AsSpan(length), held.Length - length, throwOnEndOfStream: false);
            length += read;
            Start = TextOf(held.AsSpan(0, length));
        }
        while (length == held.Length && length < most && !isEnough(Start));
    }

    /// <summary>The text with which it begins; its last sign may be cut.</summary>
    public string Start { get; }

    public override int Read(Span<byte> buffer)
    {
        if (given == length)
        {
            return inner.Read(buffer);
        }

        var take = Math.Min(buffer.Length, length - given);
        held.AsSpan(given, take).CopyTo(buffer);
        given += take;
        return take;
    }

    static string TextOf(ReadOnlySpan<byte> bytes)
    {
        using var text = new StreamReader(new MemoryStream(bytes.ToArray(), writable: false), Encoding.UTF8, detectEncodingFromByteOrderMarks: true);
        return text.ReadToEnd();
    }
}
