using System.Text;
using Urna.Model;

namespace Urna.Report.Views;

/// <summary>Names made from ids, each used once: small letters, digits and hyphens, so that every disk and browser can tell them apart.</summary>
sealed class Names
{
    /// <summary>The longest name; with what stands around it, far below the 255 bytes that a disk takes.</summary>
    const int Longest = 80;

    readonly Dictionary<string, string> given = [];
    readonly HashSet<string> used = [];
    readonly Lock names = new();

    /// <summary>The name of an id; the same for the same id.</summary>
    public string Of(string id)
    {
        lock (names)
        {
            return given.TryGetValue(id, out var name) ? name : Give(id, Plain(id));
        }
    }

    /// <summary>The name of what several ids stand for together.</summary>
    /// <param name="plain">The name it should have, which others may have too: <c>a</c> with <c>b-c</c> reads as <c>a-b</c> with <c>c</c>.</param>
    /// <param name="ids">What tells it apart.</param>
    public string Of(string plain, params ReadOnlySpan<string> ids)
    {
        var key = string.Join('\0', ids);
        lock (names)
        {
            return given.TryGetValue(key, out var name) ? name : Give(key, plain);
        }
    }

    string Give(string key, string plain)
    {
        var name = plain;
        for (var n = 2; !used.Add(name); n++)
        {
            name = $"{plain}-{n}";
        }

        given.Add(key, name);
        return name;
    }

    static string Plain(string id)
    {
        var plain = new StringBuilder();
        foreach (var c in FoldedName.Of(id))
        {
            plain.Append(char.IsAsciiLetterOrDigit(c) ? char.ToLowerInvariant(c) : '-');
        }

        return plain.Length == 0 ? "x" : plain.ToString(0, Math.Min(plain.Length, Longest));
    }
}
