using System.Security.Cryptography;
using System.Text;
using DuckDB.NET.Data;
using Urna.Store.Import;

namespace Urna.Store.Ledger;

/// <summary>Appends a snapshot to a ledger that stands aside, in one transaction.</summary>
static class LedgerWriter
{
    // Ids stand once, in contests, units and choices, and what the cells of a file share in batches; cells hold numbers. The views show the ids again.
    const string Schema = """
        create table if not exists snapshots(number integer primary key, as_of varchar unique, sha256 varchar);
        create table if not exists files(snapshot integer, file integer, name varchar, sha256 varchar, sheet varchar);
        create table if not exists contests(number integer, id varchar);
        create table if not exists units(number integer, id varchar);
        create table if not exists choices(number integer, id varchar);
        create table if not exists batches(number integer, snapshot integer, contest integer, file integer);
        create table if not exists cells(batch integer, unit integer, choice integer, votes bigint, row integer);
        create table if not exists added(batch integer, unit integer, choice integer, votes bigint, row integer);
        create table if not exists returns(snapshot integer, contest varchar, place varchar, status varchar);
        create view if not exists figures as
            select b.snapshot, t.id as contest, u.id as place, o.id as choice, c.votes, b.file, c.row
            from cells c join batches b on b.number = c.batch join contests t on t.number = b.contest join units u on u.number = c.unit join choices o on o.number = c.choice;
        create view if not exists parts as
            select b.snapshot, t.id as contest, u.id as place, o.id as choice, c.votes, b.file, c.row
            from added c join batches b on b.number = c.batch join contests t on t.number = b.contest join units u on u.number = c.unit join choices o on o.number = c.choice;
        """;

    /// <summary>Writes the ledger of one snapshot more than a former one.</summary>
    /// <param name="former">The former ledger; null to begin one.</param>
    /// <param name="path">The ledger to write, which stands aside until it is whole.</param>
    /// <param name="asOf">The moment of the snapshot; empty if none is given.</param>
    /// <param name="draft">What was read.</param>
    /// <param name="binding">What binds it to the tables that are written with it; asked for when they are.</param>
    /// <exception cref="IOException">The disk is full, or the place cannot be written.</exception>
    public static void Append(string? former, string path, string asOf, ImportDraft draft, Func<LedgerBinding> binding)
    {
        if (former is not null)
        {
            File.Copy(former, path);
        }

        try
        {
            Append(path, asOf, draft, binding);
        }
        catch (DuckDBException e)
        {
            throw new IOException("The ledger cannot be written: the disk is full, or the folder cannot be written to.", e);
        }
    }

    static void Append(string aside, string asOf, ImportDraft draft, Func<LedgerBinding> binding)
    {
        using var ledger = LedgerConnection.OpenToWrite(aside);
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
        binding().Write(ledger);
        ledger.Run("commit");
        ledger.Run("checkpoint");
    }

    /// <summary>Figures with their first row, and the other rows of figures that several rows add up to.</summary>
    static void AppendFigures(DuckDBConnection ledger, int number, ImportDraft draft)
    {
        var contests = new LedgerNames(ledger, "contests");
        var units = new LedgerNames(ledger, "units");
        var unitNumbers = draft.Places.Units.ConvertAll(units.NumberOf);
        var choices = new LedgerNames(ledger, "choices");
        var batches = new LedgerBatches(ledger, number);
        using (var cells = new ColumnAppender(ledger, "cells", false, false, false, true, false))
        using (var added = new ColumnAppender(ledger, "added", false, false, false, true, false))
        {
            foreach (var contest in draft.Contests)
            {
                var id = contests.NumberOf(contest.Id);
                var choiceNumbers = contest.Choices.Select(choices.NumberOf).ToArray();
                foreach (var unit in contest.Figures)
                {
                    var figures = unit.Figures;
                    for (var i = 0; i < figures.Length; i++)
                    {
                        cells.Append(batches.Of(id, unit.FileOf(i)), unitNumbers[unit.Unit], choiceNumbers[figures[i].Choice], figures[i].Votes, figures[i].Row);
                    }
                }

                foreach (var part in contest.Added)
                {
                    added.Append(batches.Of(id, part.File), unitNumbers[part.Unit], choiceNumbers[part.Figure.Choice], part.Figure.Votes, part.Figure.Row);
                }
            }

            cells.Close();
            added.Close();
        }

        contests.Save();
        units.Save();
        choices.Save();
        batches.Save();
    }

    /// <summary>The status of each unit: not counted, partial or counted. What was corrected is seen when it is asked for.</summary>
    static void AppendReturns(DuckDBConnection ledger, int number, ImportDraft draft)
    {
        using var returns = ledger.CreateAppender("returns");
        foreach (var contest in draft.Contests)
        {
            foreach (var (unit, status) in contest.Statuses())
            {
                returns.CreateRow().AppendValue(number).AppendValue(contest.Id).AppendValue(draft.Places.Units[unit]).AppendValue(status).EndRow();
            }
        }
    }
}
