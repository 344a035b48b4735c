namespace Urna.Store.Files;

/// <summary>A stream that refuses to give more bytes than a limit.</summary>
/// <param name="inner">What is read.</param>
/// <param name="limit">The most bytes.</param>
/// <param name="isPacked">Whether the bytes are what a packed file unpacks to.</param>
sealed class LimitedStream(Stream inner, long limit, bool isPacked = false) : ForwardStream
{
    long given;

    public override int Read(Span<byte> buffer)
    {
        var read = inner.Read(buffer);
        given += read;
        return given <= limit ? read
            : isPacked ? throw new InvalidDataException($"it unpacks to more than {limit} bytes, the most that is accepted")
            : throw new TooLargeException($"it has more than {limit} bytes, the most that is accepted of such a file");
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            inner.Dispose();
        }

        base.Dispose(disposing);
    }
}
