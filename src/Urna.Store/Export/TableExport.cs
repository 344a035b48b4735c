using Urna.Store.Csv;
using Urna.Store.Ledger;

namespace Urna.Store.Export;

/// <summary>Writes figures as a long table, whole or not at all.</summary>
public static class TableExport
{
    static readonly string[] columns = ["contest", "place", "level", "name", "choice", "candidate", "party", "list", "votes"];

    /// <summary>Writes CSV.</summary>
    /// <param name="path">The file; its folder must exist.</param>
    /// <param name="rows">The figures.</param>
    public static void Csv(string path, IEnumerable<ExportRow> rows) => OutputFile.Write(path, text =>
    {
        text.Write(CsvText.Header(columns));
        foreach (var r in rows)
        {
            text.Write(CsvText.Line(columns, [r.Contest, r.Place, r.Level, r.Name, r.Choice, r.Candidate, r.Party, r.List, r.Votes]));
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
