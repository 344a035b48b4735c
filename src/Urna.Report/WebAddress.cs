namespace Urna.Report;

/// <summary>Which addresses a page may lead to: every link out of a page is made here.</summary>
/// <remarks>A source, a claim or an article is untrusted: an address that a browser would run, or that leads into the reader's machine, is text.</remarks>
static class WebAddress
{
    static readonly string[] schemes = ["http", "https", "mailto"];

    /// <summary>The address, if a page may lead to it; else null.</summary>
    /// <param name="address">Any text, or null.</param>
    public static string? Of(string? address)
    {
        var trimmed = address?.Trim();
        return trimmed is { Length: > 0 }
            && !trimmed.Any(c => char.IsControl(c) || char.IsWhiteSpace(c))
            && schemes.Any(s => trimmed.StartsWith($"{s}:", StringComparison.OrdinalIgnoreCase))
            && Uri.TryCreate(trimmed, UriKind.Absolute, out var uri)
            && (uri.Scheme == "mailto" || uri.Host.Length > 0)
            ? trimmed
            : null;
    }
}
