using System.Globalization;
using CsvHelper;
using Urna.Model;

namespace Urna.Store.Csv;

/// <summary>A row of a CSV file; what cannot be read goes to the log and reads as null.</summary>
readonly ref struct CsvRow(CsvReader csv, string file, FaultLog faults)
{
    /// <summary>The largest count that is accepted: 2^40.</summary>
    public const long MaxCount = 1L << 40;

    /// <summary>The largest number that is accepted of seats, positions and years.</summary>
    public const int MaxSmall = 100_000;

    /// <summary>The row, from 1 with the header as row 1.</summary>
    public int Row => (int)csv.LineNumber;

    /// <summary>The file, as findings name it.</summary>
    public string File => file;

    /// <summary>The columns of the file.</summary>
    public IReadOnlyList<string> Columns => csv.Headers;

    /// <summary>The text of a column, without spaces around it; empty where the file has no such column.</summary>
    public string Text(string column) => csv.TryGetFieldIndex(column, out var index) ? CsvText.Read(CanonicalText.Of(csv.GetString(index).Trim())) : "";

    /// <summary>The text of a column by its index, without spaces around it.</summary>
    public string Text(int column) => CsvText.Read(CanonicalText.Of(csv.GetString(column).Trim()));

    /// <summary>The text of a column that mostly repeats the row above.</summary>
    public string Text(int column, ColumnTexts above) => above.Of(csv, column);

    /// <summary>The index of a column that the file has.</summary>
    public int IndexOf(string column) => csv.TryGetFieldIndex(column, out var index) ? index : throw new ArgumentException($"The file '{file}' has no column '{column}'.", nameof(column));

    /// <summary>The text of a column that may not be empty.</summary>
    public string? Required(string column)
    {
        if (Text(column) is { Length: > 0 } text)
        {
            return text;
        }

        faults.Add("V115", LocalizedText.Say("v115.row-is-empty", ("row", Row), ("column", column)), file, Row, column, "", "a value");
        return null;
    }

    /// <summary>A count: a whole number from 0 to 2^40.</summary>
    public long? Count(string column) => Parse(column, Text(column));

    /// <summary>A count by the column's index, for tables of many counts: digits are read without making a text.</summary>
    public long? Count(int column)
    {
        const int safeDigits = 12;
        var digits = csv.GetSpan(column);
        if (digits.Length is 0 or > safeDigits)
        {
            return Count(csv.Headers[column]);
        }

        var value = 0L;
        foreach (var digit in digits)
        {
            if (digit is < (byte)'0' or > (byte)'9')
            {
                // Spaces, signs and faults are rare, and the careful way knows them all.
                return Count(csv.Headers[column]);
            }

            value = (10 * value) + (digit - '0');
        }

        return value;
    }

    /// <summary>A count, or null without a fault where the cell is empty.</summary>
    public long? CountOrNone(string column) => Text(column) is { Length: > 0 } text ? Parse(column, text) : null;

    /// <summary>A small whole number, such as a position or a year, or null without a fault where the cell is empty.</summary>
    public int? SmallOrNone(string column) => Text(column) is { Length: > 0 } text ? Small(column, text) : null;

    /// <summary>A number of seats: a whole number from 0.</summary>
    public int? Seats(string column) => Small(column, Text(column));

    /// <summary>A fault of this row.</summary>
    public void Fault(string code, LocalizedText message, string column, string found, string expected, string place = "") =>
        faults.Add(code, LocalizedText.Say("csv-row.row", ("row", Row), ("message", message)), file, Row, column, found, expected, place);

    int? Small(string column, string text) => (int?)Parse(column, text, MaxSmall);

    long? Parse(string column, string text, long max = MaxCount)
    {
        const string expected = "a whole number, 0 or more";
        if (text.StartsWith('+') || !Int128.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value))
        {
            Fault("V104", LocalizedText.Say("v104.in-is-not-a-whole-number-2", ("text", text), ("column", column)), column, text, expected);
        }
        else if (value < 0)
        {
            Fault("V105", LocalizedText.Say("v105.in-is-negative-2", ("text", text), ("column", column)), column, text, expected);
        }
        else if (value > max)
        {
            Fault(
                "V117",
                LocalizedText.Say("v117.in-is-beyond-the-largest-that-2", ("text", text), ("column", column), ("max", max)),
                column, text, $"at most {max}");
        }
        else
        {
            return (long)value;
        }

        return null;
    }
}
