using System.Collections.Immutable;
using Urna.Model;
using Urna.Store.Elections;
using Urna.Store.Folders;

namespace Urna.Store.Ledger;

/// <summary>The returns of a large imported contest from the ledger's columns, where they are surely those of its table.</summary>
/// <remarks>
/// They are where the ledger and the table are as one import wrote them, the hashes of both say so, and the ledger has one snapshot. Then each row of the
/// table is a row of the columns, in the same order. In any other case there is no answer, and the table is read.
/// </remarks>
static class LedgerReturns
{
    /// <summary>Smaller tables are read sooner than a ledger is opened.</summary>
    public const long Least = 8 << 20;

    /// <summary>The returns; null where the table must be read.</summary>
    /// <param name="folder">The files of the election.</param>
    /// <param name="contest">The contest, with its candidacies.</param>
    /// <param name="places">The places.</param>
    /// <param name="least">The bytes of the smallest table that is worth it.</param>
    public static ImmutableArray<PollingStationReturn>? Of(FolderFiles folder, Contest contest, PlaceTree places, long least = Least)
    {
        if (folder.Manifest is not { } manifest || !manifest.Files.ContainsKey(LedgerFile.FileName) || !manifest.Files.ContainsKey(contest.ResultsFile)
            || !IsLarge(folder, contest.ResultsFile, least))
        {
            return null;
        }

        // The table is hashed while the columns are read.
        var isTable = Task.Run(() => folder.IsAsWritten(contest.ResultsFile));
        try
        {
            var returns = folder.IsAsWritten(LedgerFile.FileName) ? Read(folder, contest, places) : null;
            return isTable.GetAwaiter().GetResult() ? returns : null;
        }
        catch (InvalidDataException)
        {
            // The table says what is to be said of it.
            return null;
        }
        finally
        {
            isTable.Wait();
        }
    }

    static bool IsLarge(FolderFiles folder, string file, long least)
    {
        if (folder.LeadsOut(file, beside: false) || folder.LeadsOut(LedgerFile.FileName, beside: false) || !folder.Has(file))
        {
            return false;
        }

        using var stream = folder.Open(file);
        return stream.CanSeek && stream.Length >= least;
    }

    static ImmutableArray<PollingStationReturn>? Read(FolderFiles folder, Contest contest, PlaceTree places)
    {
        using var ledger = LedgerConnection.OpenToRead(folder.PathOf(LedgerFile.FileName));

        // Rows come in the order in which they stand only where one thread reads them.
        ledger.Run("set threads = 1");
        if (!folder.IsCurrent || LedgerBinding.Of(ledger)?.State != folder.Manifest?.State
            || ledger.Read("select count(*) from snapshots", r => r.GetInt64(0))[0] != 1
            || ledger.Read("select number from contests where id = $1", r => r.GetInt32(0), contest.Id) is not [var number])
        {
            return null;
        }

        var units = ledger.Read("select id from units order by number", r => r.GetString(0));
        if (units.Exists(u => !places.Contains(u)))
        {
            return null;
        }

        var draft = new ReturnsDraft(contest);
        var choices = ledger.Read("select id from choices order by number", r => r.GetString(0)).ConvertAll(draft.NumberOf).ToArray();
        var batches = ledger.Read("select number from batches where contest = $1 order by number", r => r.GetInt32(0), number);
        return batches.Count > 0 && Fill(ledger, $"select unit, choice, votes, rowid from cells where batch in ({string.Join(", ", batches)})", draft, units, choices) ? draft.Finish() : null;
    }

    /// <summary>Fills the returns; false where a row is not what the table of the same import has.</summary>
    static bool Fill(DuckDB.NET.Data.DuckDBConnection ledger, string sql, ReturnsDraft draft, List<string> units, int[] choices)
    {
        // The header is row 1 of the table.
        var row = 1;
        var before = -1L;
        var last = -1;
        ReturnsDraft.Unit? unit = null;
        return ColumnScan.Read(ledger, sql, (unitOf, choiceOf, votesOf, at) =>
        {
            for (var i = 0; i < unitOf.Length; i++)
            {
                row++;
                if (at[i] <= before || choices[choiceOf[i]] < 0 || votesOf[i] < 0)
                {
                    return false;
                }

                before = at[i];
                if (unitOf[i] != last)
                {
                    last = unitOf[i];
                    unit = draft.UnitOf(units[last], row);
                }

                if (unit!.Add(choices[choiceOf[i]], votesOf[i], row) is not null)
                {
                    return false;
                }
            }

            return true;
        });
    }
}
