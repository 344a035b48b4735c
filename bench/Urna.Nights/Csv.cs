using System.Globalization;
using System.IO.Compression;

namespace Urna.Nights;

/// <summary>Rows of plain packed tables.</summary>
static class Csv
{
    /// <summary>The rows, by column.</summary>
    public static IEnumerable<Dictionary<string, string>> Rows(string path)
    {
        using var text = new StreamReader(path.EndsWith(".gz", StringComparison.Ordinal) ? new GZipStream(File.OpenRead(path), CompressionMode.Decompress) : File.OpenRead(path));
        var header = Fields(text.ReadLine()!);
        while (text.ReadLine() is { } line)
        {
            var fields = Fields(line);
            yield return header.Zip(fields).ToDictionary(p => p.First, p => p.Second, StringComparer.Ordinal);
        }
    }

    /// <summary>A count; nothing is zero.</summary>
    public static long Count(string text) => text.Length == 0 || text == "NA" ? 0 : long.Parse(text, NumberStyles.Integer, CultureInfo.InvariantCulture);

    static List<string> Fields(string line)
    {
        var fields = new List<string>();
        var field = new System.Text.StringBuilder();
        var quoted = false;
        foreach (var c in line)
        {
            if (c == '"')
            {
                quoted = !quoted;
            }
            else if (c == ',' && !quoted)
            {
                fields.Add(field.ToString());
                field.Clear();
            }
            else
            {
                field.Append(c);
            }
        }

        fields.Add(field.ToString());
        return fields;
    }
}
