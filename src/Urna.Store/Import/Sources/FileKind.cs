namespace Urna.Store.Import.Sources;

/// <summary>What a file is by its first bytes, whatever its name says.</summary>
static class FileKind
{
    /// <summary>A workbook: .xlsx, .xls or .ods.</summary>
    public const string Workbook = "a workbook";

    /// <summary>Markup with tables.</summary>
    public const string Html = "an HTML page";

    /// <summary>Text, or bytes that no kind begins with.</summary>
    public const string Text = "text";

    /// <summary>A table of columns.</summary>
    public const string Parquet = "a Parquet file";

    static readonly (byte[] Mark, string Name)[] marks =
    [
        ([(byte)'7', (byte)'z', 0xBC, 0xAF, 0x27, 0x1C], "a 7z archive"),
        ([(byte)'R', (byte)'a', (byte)'r', (byte)'!', 0x1A, 0x07], "a RAR archive"),
        ([0xFD, (byte)'7', (byte)'z', (byte)'X', (byte)'Z', 0], "an xz file"),
        ([(byte)'B', (byte)'Z', (byte)'h'], "a bzip2 file"),
        ([0x28, 0xB5, 0x2F, 0xFD], "a zstd file"),
        ([(byte)'%', (byte)'P', (byte)'D', (byte)'F'], "a PDF document"),
        ([(byte)'P', (byte)'A', (byte)'R', (byte)'1'], Parquet),
        ([(byte)'A', (byte)'R', (byte)'R', (byte)'O', (byte)'W', (byte)'1'], "an Arrow file"),
        ([(byte)'S', (byte)'Q', (byte)'L', (byte)'i', (byte)'t', (byte)'e', (byte)' ', (byte)'f'], "a SQLite database"),
        ([0x89, (byte)'P', (byte)'N', (byte)'G'], "a PNG picture"),
        ([0xFF, 0xD8, 0xFF], "a JPEG picture"),
        ([(byte)'G', (byte)'I', (byte)'F', (byte)'8'], "a GIF picture"),
        ([0, 1, 0, 0, (byte)'S', (byte)'t', (byte)'a', (byte)'n'], "an Access database"),
        ([(byte)'$', (byte)'F', (byte)'L', (byte)'2'], "an SPSS file"),
        ([(byte)'{', (byte)'\\', (byte)'r', (byte)'t', (byte)'f'], "a document in rich text"),
        ([0x7F, (byte)'E', (byte)'L', (byte)'F'], "a program"),
        ([(byte)'R', (byte)'D', (byte)'X', (byte)'2'], "an R data file"),
    ];

    /// <summary>What the file is, as people call it.</summary>
    public static string Of(SourceFile file)
    {
        var bytes = TextForm.Bytes(file, 4096);
        if (Array.Find(marks, m => bytes.AsSpan().StartsWith(m.Mark)) is { Name: { } name })
        {
            return name;
        }

        return bytes.AsSpan() switch
        {
            [0xD0, 0xCF, 0x11, 0xE0, ..] => Workbook,
            [(byte)'P', (byte)'K', ..] => ZipName(bytes),
            _ => IsHtml(bytes) ? Html : System.Text.Encoding.Latin1.GetString(bytes).Contains("schemas-microsoft-com:office:spreadsheet", StringComparison.Ordinal) ? "a workbook in XML of 2003" : bytes.Length > 262 && bytes.AsSpan(257, 5).SequenceEqual("ustar"u8) ? "a tar archive" : Text,
        };
    }

    /// <summary>Whether a kind is one that cannot be read as a table.</summary>
    public static bool IsUnread(string kind) => kind is not (Workbook or Html or Text or Parquet or "a zip file");

    /// <summary>Whether a name is that of a packed workbook, whose text no one would call so; tables of text are often called .xls.</summary>
    public static bool IsPackedName(string name) => Path.GetExtension(name).ToUpperInvariant() is ".XLSX" or ".XLSM" or ".XLSB" or ".ODS";

    static string ZipName(ReadOnlySpan<byte> bytes)
    {
        var text = System.Text.Encoding.Latin1.GetString(bytes);
        return text.Contains("vnd.oasis.opendocument.text", StringComparison.Ordinal) || text.Contains("word/", StringComparison.Ordinal) ? "a text document"
            : text.Contains("ppt/", StringComparison.Ordinal) || text.Contains("vnd.oasis.opendocument.presentation", StringComparison.Ordinal) ? "a presentation"
            : text.Contains("[Content_Types].xml", StringComparison.Ordinal) || text.Contains("xl/", StringComparison.Ordinal) || text.Contains("_rels/", StringComparison.Ordinal) || text.Contains("vnd.oasis.opendocument.spreadsheet", StringComparison.Ordinal)
                || text.Contains("content.xml", StringComparison.Ordinal) ? Workbook
            : "a zip file";
    }

    static bool IsHtml(ReadOnlySpan<byte> bytes)
    {
        var text = System.Text.Encoding.Latin1.GetString(bytes).Replace("\0", "", StringComparison.Ordinal);
        return text.Contains("<html", StringComparison.OrdinalIgnoreCase) || text.Contains("<table", StringComparison.OrdinalIgnoreCase) || text.Contains("<!doctype html", StringComparison.OrdinalIgnoreCase);
    }
}
