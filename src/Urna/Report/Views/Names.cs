using System.Text;
using Urna.Model;

namespace Urna.Report.Views;

/// <summary>Names of files made from ids, each used once.</summary>
sealed class Names
{
    readonly Dictionary<string, string> given = [];
    readonly HashSet<string> used = [];

    /// <summary>The name of an id: small letters, digits and hyphens; the same for the same id.</summary>
    public string Of(string id)
    {
        if (given.TryGetValue(id, out var name))
        {
            return name;
        }

        var plain = Plain(id);
        name = plain;
        for (var n = 2; !used.Add(name); n++)
        {
            name = $"{plain}-{n}";
        }

        given.Add(id, name);
        return name;
    }

    static string Plain(string id)
    {
        var plain = new StringBuilder();
        foreach (var c in FoldedName.Of(id))
        {
            plain.Append(char.IsAsciiLetterOrDigit(c) ? char.ToLowerInvariant(c) : '-');
        }

        return plain.Length == 0 ? "x" : plain.ToString();
    }
}
