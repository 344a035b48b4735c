using CsvHelper;
using Urna.Model;

namespace Urna.Store.Csv;

/// <summary>The texts of a column: that of the row above again where the bytes are the same, as they mostly are for places.</summary>
sealed class ColumnTexts
{
    byte[] above = new byte[16];
    int length = -1;
    string text = "";

    /// <summary>The text in the current row, without spaces around it.</summary>
    /// <param name="csv">The reader, at a row.</param>
    /// <param name="column">The column's index, always the same.</param>
    public string Of(CsvReader csv, int column)
    {
        var bytes = csv.GetSpan(column);
        if (bytes.Length == length && bytes.SequenceEqual(above.AsSpan(0, length)))
        {
            return text;
        }

        if (above.Length < bytes.Length)
        {
            above = new byte[2 * bytes.Length];
        }

        length = bytes.Length;
        bytes.CopyTo(above);
        return text = CsvText.Read(CanonicalText.Of(csv.GetString(column).Trim()));
    }
}
