using Urna.Model;
using System.Globalization;
using Urna.Store.Csv;
using Urna.Store.Import.Sources;

namespace Urna.Store.Import;

/// <summary>Reads the figure of a cell.</summary>
static class FigureText
{
    /// <summary>The figure; null without a fault where the cell is empty or says that there is none.</summary>
    public static long? Read(SourceRow row, int column, TableFormat format, FaultLog faults)
    {
        var text = row.Cells[column];
        if (text.Length == 0 || format.NoFigure.Contains(text))
        {
            return null;
        }

        if (text.Length <= 12 && long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var plain) && plain <= CsvRow.MaxCount)
        {
            return plain;
        }

        var name = row.Header.Names[column];
        var bare = WithoutThousands(text, format.Thousands);

        // Programs that hold counts as fractions write 12 as 12.0, which can be nothing else.
        bare = bare.EndsWith(".0", StringComparison.Ordinal) && bare.Length > 2 ? bare[..^2] : bare;
        if (text == LostCells.Unsaved)
        {
            faults.Add(
                "V104",
                LocalizedText.Say("v104.row-has-a-formula-whose-value", ("row", row.Row), ("name", name)),
                row.File, row.Row, name, "a formula without a value", "a whole number, 0 or more");
        }
        else if (text is ['#', _, ..] && text[^1] is '!' or '?' or 'A')
        {
            faults.Add(
                "V104",
                LocalizedText.Say("v104.row-has-the-error-in-place", ("row", row.Row), ("name", name), ("text", text)),
                row.File, row.Row, name, text, "a whole number, 0 or more");
        }
        else if (!Int128.TryParse(bare, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value) || bare[0] == '+')
        {
            faults.Add(
                "V104",
                LocalizedText.Say("v104.row-in-is-not-a-whole", ("row", row.Row), ("short", FaultLog.Short(text)), ("name", name)),
                row.File, row.Row, name, FaultLog.Short(text), "a whole number, 0 or more");
        }
        else if (value < 0)
        {
            faults.Add(
                "V105",
                LocalizedText.Say("v105.row-in-is-negative", ("row", row.Row), ("text", text), ("name", name)),
                row.File, row.Row, name, text, "a whole number, 0 or more");
        }
        else if (value > CsvRow.MaxCount)
        {
            faults.Add(
                "V117",
                LocalizedText.Say(
                    "v117.row-in-is-beyond-the-largest", ("row", row.Row), ("short", FaultLog.Short(text)), ("name", name),
                    ("maxCount", CsvRow.MaxCount)),
                row.File, row.Row, name, FaultLog.Short(text), $"at most {CsvRow.MaxCount}");
        }
        else
        {
            return (long)value;
        }

        return null;
    }

    /// <summary>A number without the marks between its thousands, where they part groups of three; else the text as it is.</summary>
    static string WithoutThousands(string text, System.Collections.Immutable.ImmutableArray<string> marks)
    {
        foreach (var mark in marks)
        {
            var plain = mark == " " ? text.Replace('\u00a0', ' ').Replace('\u202f', ' ').Replace('\u2009', ' ') : mark == "'" ? text.Replace('\u2019', '\'') : text;
            var groups = plain.Split(mark);
            if (groups.Length > 1 && groups[0].TrimStart('-').Length is 1 or 2 or 3 && groups.Skip(1).All(g => g.Length == 3) && groups.All(g => g.TrimStart('-').All(char.IsAsciiDigit)))
            {
                return string.Concat(groups);
            }
        }

        return text;
    }
}
