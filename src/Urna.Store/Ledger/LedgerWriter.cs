using System.Security.Cryptography;
using System.Text;
using DuckDB.NET.Data;
using Urna.Store.Import;

namespace Urna.Store.Ledger;

/// <summary>Appends a snapshot to a ledger: to a side file, in one transaction, then renamed.</summary>
static class LedgerWriter
{
    const string Schema = """
        create table if not exists snapshots(number integer primary key, as_of varchar unique, sha256 varchar);
        create table if not exists files(snapshot integer, file integer, name varchar, sha256 varchar, sheet varchar);
        create table if not exists figures(snapshot integer, contest varchar, place varchar, choice varchar, votes bigint, file integer, row integer);
        create table if not exists parts(snapshot integer, contest varchar, place varchar, choice varchar, votes bigint, file integer, row integer);
        create table if not exists returns(snapshot integer, contest varchar, place varchar, status varchar);
        """;

    const string Columns = "{contest: 'varchar', place: 'varchar', choice: 'varchar', votes: 'bigint', file: 'integer', row: 'integer'}";

    /// <summary>Writes the ledger of one snapshot more than a former one.</summary>
    /// <param name="former">The former ledger; null to begin one.</param>
    /// <param name="path">The ledger to write; it may be the former one.</param>
    /// <param name="asOf">The moment of the snapshot; empty if none is given.</param>
    /// <param name="draft">What was read.</param>
    public static void Append(string? former, string path, string asOf, ImportDraft draft)
    {
        var aside = path + ".partial";
        File.Delete(aside);
        File.Delete(aside + ".wal");
        if (former is not null)
        {
            File.Copy(former, aside);
        }

        using (var ledger = LedgerConnection.Open(aside))
        {
            ledger.Run("begin transaction");
            ledger.Run(Schema);
            var number = ledger.Read("select coalesce(max(number), 0) + 1 from snapshots", r => r.GetInt32(0))[0];
            var hashes = draft.Files.ConvertAll(f => f.File.Sha256());
            var together = Convert.ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes(string.Join('\n', hashes))));
            ledger.Run("insert into snapshots values ($1, $2, $3)", number, asOf, together);
            foreach (var (index, file) in draft.Files.Index())
            {
                ledger.Run("insert into files values ($1, $2, $3, $4, $5)", number, index, file.File.Name, hashes[index], file.Sheet);
            }

            AppendFigures(ledger, number, draft, aside);
            AppendReturns(ledger, number, draft);
            ledger.Run("commit");
            ledger.Run("checkpoint");
        }

        File.Move(aside, path, overwrite: true);
    }

    /// <summary>Figures with their first row, and the other rows of figures that several rows add up to.</summary>
    /// <remarks>DuckDB reads a file on all cores; handing it row by row takes several times as long.</remarks>
    static void AppendFigures(DuckDBConnection ledger, int number, ImportDraft draft, string aside)
    {
        var file = aside + ".csv";
        foreach (var table in new[] { "figures", "parts" })
        {
            using (var text = new StreamWriter(file))
            {
                foreach (var contest in draft.Contests)
                {
                    WriteFigures(text, table == "figures" ? contest.Figures : contest.Added, contest, draft);
                }
            }

            ledger.Run(
                $"""
                insert into {table} select {number.ToString(System.Globalization.CultureInfo.InvariantCulture)}, * from read_csv('{file.Replace("'", "''", StringComparison.Ordinal)}',
                    header = false, auto_detect = false, delim = ',', quote = '"', escape = '"', new_line = '\n', columns = {Columns})
                """);
        }

        File.Delete(file);
    }

    static void WriteFigures(StreamWriter text, IEnumerable<Figure> figures, ContestDraft contest, ImportDraft draft)
    {
        var choices = new List<string>();
        var (unit, head) = (-1, "");
        foreach (var f in figures)
        {
            if (f.Unit != unit)
            {
                (unit, head) = (f.Unit, $"\"{contest.Id}\",{Quoted(draft.Places.Units[f.Unit])},");
            }

            while (choices.Count <= f.Choice)
            {
                choices.Add(Quoted(contest.ChoiceOf(choices.Count)));
            }

            text.Write(head);
            text.Write(choices[f.Choice]);
            text.Write(string.Create(System.Globalization.CultureInfo.InvariantCulture, $",{f.Votes},{f.File},{f.Row}\n"));
        }
    }

    static string Quoted(string text) => $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    /// <summary>The status of each unit: not counted, partial, counted, or corrected since the snapshot before.</summary>
    static void AppendReturns(DuckDBConnection ledger, int number, ImportDraft draft)
    {
        using (var returns = ledger.CreateAppender("returns"))
        {
            foreach (var contest in draft.Contests)
            {
                foreach (var (unit, status) in contest.Statuses())
                {
                    returns.CreateRow().AppendValue(number).AppendValue(contest.Id).AppendValue(draft.Places.Units[unit]).AppendValue(status).EndRow();
                }
            }
        }

        if (number == 1)
        {
            return;
        }

        ledger.Run(
            """
            update returns set status = 'corrected'
            where snapshot = $1 and status in ('counted', 'partial') and (contest, place) in (
                select a.contest, a.place from figures a join figures b using (contest, place, choice)
                where a.snapshot = $2 and b.snapshot = $3 and a.votes <> b.votes)
            """,
            number, number - 1, number);
    }
}
