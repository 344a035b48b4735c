using System.Globalization;
using CsvHelper;
using Urna.Store.Ledger;

namespace Urna.Store.Export;

/// <summary>Writes figures as a long table, whole or not at all.</summary>
public static class TableExport
{
    static readonly string[] columns = ["contest", "place", "level", "name", "choice", "candidate", "party", "list", "votes"];

    /// <summary>A text that no spreadsheet takes for a formula: an apostrophe goes before a sign that would begin one.</summary>
    /// <param name="text">A name or another text of a source.</param>
    public static string Harmless(string text) => text.Length > 0 && text[0] is '=' or '+' or '-' or '@' or '\t' or '\r' ? $"'{text}" : text;

    /// <summary>Writes CSV.</summary>
    /// <param name="path">The file; its folder must exist.</param>
    /// <param name="rows">The figures.</param>
    public static void Csv(string path, IEnumerable<ExportRow> rows) => OutputFile.Write(path, text =>
    {
        using var csv = CsvWriter.Create(text, new CsvWriterOptions { NewLine = "\n" }, leaveOpen: true);
        csv.WriteRecord(columns);
        foreach (var r in rows)
        {
            csv.WriteRecord(
            [
                Harmless(r.Contest), Harmless(r.Place), Harmless(r.Level), Harmless(r.Name), Harmless(r.Choice), Harmless(r.Candidate), Harmless(r.Party), Harmless(r.List),
                r.Votes.ToString(CultureInfo.InvariantCulture),
            ]);
        }
    });

    /// <summary>Writes Parquet.</summary>
    /// <param name="path">The file; its folder must exist.</param>
    /// <param name="rows">The figures.</param>
    public static void Parquet(string path, IEnumerable<ExportRow> rows) => OutputFile.WriteAt(path, aside =>
    {
        using var duck = LedgerConnection.OpenInMemory();
        duck.Run($"create table figures({string.Join(", ", columns.SkipLast(1).Select(c => $"{c} varchar"))}, votes bigint)");
        using (var appender = duck.CreateAppender("figures"))
        {
            foreach (var r in rows)
            {
                appender.CreateRow().AppendValue(r.Contest).AppendValue(r.Place).AppendValue(r.Level).AppendValue(r.Name).AppendValue(r.Choice)
                    .AppendValue(r.Candidate).AppendValue(r.Party).AppendValue(r.List).AppendValue(r.Votes).EndRow();
            }
        }

        duck.Run($"copy figures to '{aside.Replace("'", "''", StringComparison.Ordinal)}' (format parquet, compression zstd)");
    });
}
