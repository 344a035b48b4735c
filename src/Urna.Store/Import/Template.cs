using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Urna.Store.Import.Sources;

namespace Urna.Store.Import;

/// <summary>A text with columns in braces, such as <c>region-{cut_region}</c>.</summary>
sealed partial class Template(string text)
{
    readonly string[] parts = Column().Split(text);

    /// <summary>The columns it names; alternatives stay parted by bars.</summary>
    public ImmutableArray<string> Columns => [.. parts.Where((_, i) => i % 2 == 1).Select(NameOf)];

    /// <summary>The columns without which it cannot be filled.</summary>
    public ImmutableArray<string> Needed => [.. parts.Where((p, i) => i % 2 == 1 && (!p.Contains('?', StringComparison.Ordinal) || p.Contains("??", StringComparison.Ordinal))).Select(NameOf).Where(n => !n.Contains('<', StringComparison.Ordinal))];

    static string NameOf(string part) => part.Split('?')[0];

    /// <summary>Fits it to a table; a name that is no column and no captured text reads as empty.</summary>
    /// <param name="header">The columns.</param>
    /// <param name="captured">Texts by name that go before the columns; null if none.</param>
    /// <param name="cell">The column that <c>{cell}</c> stands for; −1 if none.</param>
    public BoundTemplate Bind(TableHeader header, IReadOnlyDictionary<string, string>? captured = null, int cell = -1)
    {
        var texts = new string[parts.Length];
        var columns = new int[parts.Length][];
        var isOptional = new bool[parts.Length];
        for (var i = 0; i < parts.Length; i++)
        {
            var given = "";
            var isColumn = i % 2 == 1;
            var name = isColumn ? Filled(NameOf(parts[i]), captured) : parts[i];
            var isCaptured = isColumn && captured is not null && captured.TryGetValue(name, out given);
            columns[i] = !isColumn || isCaptured ? [] : name == "cell" && cell >= 0 ? [cell] : header.AllOf(name);
            isOptional[i] = isColumn && parts[i].Contains('?', StringComparison.Ordinal);
            texts[i] = isCaptured ? given! : !isColumn ? name : isOptional[i] ? parts[i][(parts[i].IndexOf('?', StringComparison.Ordinal) + 1)..].TrimStart('?') : "";
        }

        return new BoundTemplate(texts, columns, isOptional);
    }

    /// <summary>A column's name with captured texts in angle brackets: <c>Name &lt;n&gt;</c>.</summary>
    static string Filled(string name, IReadOnlyDictionary<string, string>? captured) =>
        captured is null || !name.Contains('<', StringComparison.Ordinal) ? name : captured.Aggregate(name, (text, part) => text.Replace($"<{part.Key}>", part.Value, StringComparison.Ordinal));

    /// <summary>Whether a table has every column that it needs.</summary>
    public bool Fits(TableHeader header) => Needed.All(c => header.IndexOf(c) >= 0);

    [GeneratedRegex(@"\{(?<column>[^{}]+)\}", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Column();
}

/// <summary>A template fitted to the columns of a table.</summary>
/// <param name="texts">What stands between the columns, and in place of an empty one.</param>
/// <param name="columns">The columns at each part, of which the first that is not empty counts; none for a text.</param>
/// <param name="isOptional">Whether the columns at each part may be empty.</param>
sealed class BoundTemplate(string[] texts, int[][] columns, bool[] isOptional)
{
    /// <summary>The columns that it reads.</summary>
    public IEnumerable<int> Columns => columns.SelectMany(c => c);

    /// <summary>The text of a row.</summary>
    public string Of(SourceRow row)
    {
        if (texts.Length == 1)
        {
            return texts[0];
        }

        if (texts.Length == 3 && texts[0].Length == 0 && texts[2].Length == 0)
        {
            return Part(row, 1);
        }

        var filled = new string[texts.Length];
        for (var i = 0; i < texts.Length; i++)
        {
            filled[i] = Part(row, i);
        }

        return string.Concat(filled).Trim();
    }

    /// <summary>Whether a column of it that may not be empty is empty in a row.</summary>
    public bool LacksPart(SourceRow row)
    {
        for (var i = 0; i < columns.Length; i++)
        {
            if (columns[i].Length > 0 && !isOptional[i] && Cell(row, columns[i]).Length == 0)
            {
                return true;
            }
        }

        return false;
    }

    string Part(SourceRow row, int part) => columns[part].Length > 0 && Cell(row, columns[part]) is { Length: > 0 } cell ? cell : texts[part];

    static string Cell(SourceRow row, int[] columns)
    {
        foreach (var column in columns)
        {
            if (row.Cells[column] is { Length: > 0 } cell)
            {
                return cell;
            }
        }

        return "";
    }
}
