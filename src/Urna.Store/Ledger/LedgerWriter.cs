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
        create table if not exists figures(snapshot integer, contest varchar, place varchar, choice varchar, votes bigint);
        create table if not exists sources(snapshot integer, contest varchar, place varchar, choice varchar, votes bigint, file integer, row integer);
        create table if not exists returns(snapshot integer, contest varchar, place varchar, status varchar);
        """;

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

            AppendFigures(ledger, number, draft);
            AppendReturns(ledger, number, draft);
            ledger.Run("commit");
            ledger.Run("checkpoint");
        }

        File.Move(aside, path, overwrite: true);
    }

    static void AppendFigures(DuckDBConnection ledger, int number, ImportDraft draft)
    {
        using var figures = ledger.CreateAppender("figures");
        foreach (var contest in draft.Contests)
        {
            foreach (var f in contest.Figures)
            {
                figures.CreateRow().AppendValue(number).AppendValue(contest.Id).AppendValue(draft.Places.Units[f.Unit]).AppendValue(contest.ChoiceOf(f.Choice)).AppendValue(f.Votes).EndRow();
            }
        }

        figures.Close();
        using var sources = ledger.CreateAppender("sources");
        foreach (var contest in draft.Contests)
        {
            foreach (var f in contest.Parts)
            {
                sources.CreateRow().AppendValue(number).AppendValue(contest.Id).AppendValue(draft.Places.Units[f.Unit]).AppendValue(contest.ChoiceOf(f.Choice)).AppendValue(f.Votes)
                    .AppendValue(f.File).AppendValue(f.Row).EndRow();
            }
        }

        sources.Close();
    }

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
