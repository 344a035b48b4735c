// What the scripts that make election folders share: source tables in, files of folders out.
using System.Globalization;
using System.IO.Compression;
using System.Text;
using CsvHelper;

/// <summary>A row of a source table, by column.</summary>
sealed class Row(Dictionary<string, string> cells)
{
    public string this[string column] => cells[column];

    public long? Count(string column) => cells[column].Length == 0 ? null : long.Parse(cells[column], CultureInfo.InvariantCulture);

    public long Votes => Count("votes")!.Value;
}

/// <summary>A source table.</summary>
static class SourceTable
{
    /// <summary>Its rows; packed tables are unpacked.</summary>
    public static List<Row> Read(string path)
    {
        using Stream file = File.OpenRead(path);
        using var stream = path.EndsWith(".gz", StringComparison.Ordinal) ? new GZipStream(file, CompressionMode.Decompress) : file;
        using var csv = CsvReader.Create(stream, new CsvReaderOptions { Separator = ',' }, leaveOpen: true);
        var rows = new List<Row>();
        while (csv.Read())
        {
            rows.Add(new Row(Enumerable.Range(0, csv.Headers.Count).ToDictionary(i => csv.Headers[i], i => csv.GetString(i))));
        }

        return rows;
    }
}

/// <summary>The files of election folders, UTF-8 with plain line ends, held until all are made.</summary>
sealed class Folders(string root)
{
    static readonly UTF8Encoding utf8 = new(false);

    readonly List<(string File, byte[] Content)> files = [];

    public void Copy(string from, string to) => files.Add((to, File.ReadAllBytes(from)));

    public void Text(string file, string text) =>
        files.Add((file, file.EndsWith(".gz", StringComparison.Ordinal) ? Packed(utf8.GetBytes(text.ReplaceLineEndings("\n"))) : utf8.GetBytes(text.ReplaceLineEndings("\n"))));

    static byte[] Packed(byte[] content)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.SmallestSize, leaveOpen: true))
        {
            gzip.Write(content);
        }

        return packed.ToArray();
    }

    /// <summary>Writes every file.</summary>
    public void Write()
    {
        foreach (var (file, content) in files)
        {
            var path = Path.Combine(root, file);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllBytes(path, content);
        }
    }

    public void Csv(string file, string header, IEnumerable<object?[]> rows)
    {
        using var text = new StringWriter();
        using (var csv = CsvWriter.Create(text, new CsvWriterOptions { NewLine = "\n" }, leaveOpen: true))
        {
            csv.WriteRecord(header.Split(','));
            foreach (var row in rows)
            {
                csv.WriteRecord([.. row.Select(v => Convert.ToString(v, CultureInfo.InvariantCulture) ?? "")]);
            }
        }

        Text(file, text.ToString());
    }

    /// <summary>Results: a contest, then place, choice and votes; figures that the source does not state are left out.</summary>
    public void Results(string file, string contest, IEnumerable<(string Place, string Choice, long? Votes)> rows) =>
        Csv(file, "contest,place,choice,votes", rows.Where(r => r.Votes is not null).Select(r => new object?[] { contest, r.Place, r.Choice, r.Votes }));
}
