using System.Text;

namespace Urna.Store.Import.Drafts;

/// <summary>The text of a mapping while it is drafted.</summary>
sealed class DraftPage
{
    /// <summary>The mark of a line that somebody must choose.</summary>
    public const string Choose = "# choose";

    readonly StringBuilder text = new();

    /// <summary>How many lines somebody must choose.</summary>
    public int Open { get; private set; }

    /// <summary>Adds a line.</summary>
    public void Line(string line)
    {
        Open += line.Contains(Choose, StringComparison.Ordinal) ? 1 : 0;
        text.Append(line).Append('\n');
    }

    /// <summary>The mapping.</summary>
    public override string ToString() => text.ToString();

    /// <summary>A text as YAML has it between quotes.</summary>
    public static string Quoted(string value) => $"\"{value.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal).Replace("\r", "", StringComparison.Ordinal).Replace("\t", "\\t", StringComparison.Ordinal)}\"";
}
