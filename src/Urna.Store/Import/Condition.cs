using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Urna.Store.Import.Sources;

namespace Urna.Store.Import;

/// <summary>What the cells of some columns must be: one of some texts, or the form of a pattern between slashes.</summary>
/// <param name="Column">The column; alternatives are parted by bars.</param>
/// <param name="Allowed">Texts, or patterns such as <c>/^9/</c>.</param>
sealed record Condition(string Column, ImmutableArray<string> Allowed)
{
    readonly ImmutableArray<Regex> patterns =
        [.. Allowed.Where(IsPattern).Select(a => new Regex(a[1..^1], RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1)))];

    TableHeader? header;
    int index;

    /// <summary>Whether a table may lack the column; then the condition does not hold.</summary>
    public bool IsOptional { get; init; }

    /// <summary>Whether a text is a pattern between slashes.</summary>
    public static bool IsPattern(string text) => text.Length > 1 && text[0] == '/' && text[^1] == '/';

    /// <summary>Whether a row keeps to all conditions.</summary>
    public static bool Hold(ImmutableArray<Condition> conditions, SourceRow row)
    {
        foreach (var condition in conditions)
        {
            if (!condition.Holds(row))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Whether a table has the column.</summary>
    public bool IsIn(TableHeader table)
    {
        // The rows of a table share one header, so its index is looked up once.
        if (!ReferenceEquals(header, table))
        {
            (header, index) = (table, table.IndexOf(Column));
        }

        return index >= 0;
    }

    bool Holds(SourceRow row)
    {
        if (!IsIn(row.Header) && IsOptional)
        {
            return false;
        }

        var text = row[index];
        foreach (var allowed in Allowed)
        {
            if (allowed == text)
            {
                return true;
            }
        }

        foreach (var pattern in patterns)
        {
            if (pattern.IsMatch(text))
            {
                return true;
            }
        }

        return false;
    }
}
