using Urna.Model;
using Urna.Store.Files;
using Urna.Store.Import.Sources;

namespace Urna.Store.Import.Drafts;

/// <summary>The raw rows of a table that nobody has described, and how its file is written.</summary>
/// <param name="Format">How the rows were read.</param>
/// <param name="Encoding">The encoding of a text; empty for a workbook.</param>
/// <param name="Rows">The rows with their numbers in the file, without spaces around their cells.</param>
sealed record DraftGrid(TableFormat Format, string Encoding, IReadOnlyList<(int Row, string[] Cells)> Rows)
{
    /// <summary>Rows beyond these tell no more about the columns.</summary>
    const int Most = 50_000;

    /// <summary>Lines by which the separator is found.</summary>
    const int Sampled = 200;

    static readonly char[] separators = [';', '\t', '|', ','];

    /// <summary>The columns that most rows have.</summary>
    public int Width => Rows.Count == 0 ? 0 : Rows.Max(r => Used(r.Cells));

    /// <summary>Reads a file; null with faults if it cannot be read as a table.</summary>
    public static DraftGrid? Read(SourceFile file, FaultLog faults)
    {
        try
        {
            var kind = FileKind.Of(file);
            if (FileKind.IsUnread(kind))
            {
                faults.Add(
                    "V140",
                    LocalizedText.Say("v140.the-file-is-which-is-not-2", ("file", file.Name), ("kind", kind)),
                    file.Name, found: kind, expected: "a table or a workbook");
                return null;
            }

            var isBook = kind is FileKind.Workbook;
            var encoding = isBook ? "" : TextForm.EncodingOf(file, ["utf-8"], new FaultLog());
            var format = isBook
                ? new TableFormat { Id = "table", Kind = TableKind.Sheet }
                : new TableFormat { Id = "table", Encodings = [encoding], Separator = SeparatorOf(Start(file, encoding)) };
            var tally = new RowTally(file.Name, new FaultLog());
            var rows = TableReader.Grid(file, kind, format, faults, tally)
                .Select(r => (r.Row, Cells: Array.ConvertAll(r.Cells, c => c.Trim()))).Take(Most).ToList();
            return faults.HasFaults ? null : new DraftGrid(format, encoding, rows);
        }
        catch (Exception e) when (InputFile.IsFault(e))
        {
            InputFile.Tell(e, file.Name, faults);
        }
        catch (Exception e) when (e is CsvHelper.CsvFormatException or System.Text.DecoderFallbackException)
        {
            faults.Add(
                "V112",
                LocalizedText.Say("v112.the-file-cannot-be-read-as-3", ("file", file.Name)),
                file.Name, expected: "a table of rows and columns");
        }

        return null;
    }

    /// <summary>The number of cells up to the last one that is not empty.</summary>
    public static int Used(string[] cells) => Array.FindLastIndex(cells, c => c.Length > 0) + 1;

    static string Start(SourceFile file, string encoding) => System.Text.Encoding.GetEncoding(encoding).GetString(TextForm.Bytes(file)).TrimStart('\uFEFF');

    /// <summary>The sign that parts most lines into the same number of cells, the more the better.</summary>
    static char SeparatorOf(string text)
    {
        var lines = text.Split('\n').Select(l => l.Trim('\r')).Where(l => l.Length > 0).Take(Sampled).ToList();
        return separators.MaxBy(s => lines.Select(l => Parts(l, s)).Where(n => n > 1).GroupBy(n => n).Select(g => g.Count() * (1.0 + (g.Key / 1000.0))).DefaultIfEmpty(0).Max());
    }

    static int Parts(string line, char separator)
    {
        var (parts, quoted) = (1, false);
        foreach (var sign in line)
        {
            quoted ^= sign == '"';
            parts += sign == separator && !quoted ? 1 : 0;
        }

        return parts;
    }
}
