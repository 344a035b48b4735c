using System.Collections.Immutable;
using DuckDB.NET.Data;
using Urna.Store.Folders;

namespace Urna.Store.Ledger;

/// <summary>What binds a ledger to the tables that were written with it.</summary>
/// <param name="Election">The id of the election.</param>
/// <param name="State">The name of the folder's state with which the ledger was written.</param>
/// <param name="Tables">The hashes of the tables, by name.</param>
sealed record LedgerBinding(string Election, string State, ImmutableSortedDictionary<string, string> Tables)
{
    const string Schema = """
        create table if not exists binding(election varchar, state varchar);
        create table if not exists bound(name varchar, sha256 varchar);
        delete from binding;
        delete from bound;
        """;

    /// <summary>Writes it into a ledger, in place of a former one.</summary>
    public void Write(DuckDBConnection ledger)
    {
        ledger.Run(Schema);
        ledger.Run("insert into binding values ($1, $2)", Election, State);
        foreach (var (name, hash) in Tables)
        {
            ledger.Run("insert into bound values ($1, $2)", name, hash);
        }
    }

    /// <summary>The binding of a ledger; null for one of an earlier version.</summary>
    public static LedgerBinding? Of(DuckDBConnection ledger) =>
        ledger.Read("select count(*) from duckdb_tables() where table_name in ('binding', 'bound')", r => r.GetInt64(0))[0] < 2
            ? null
            : ledger.Read("select election, state from binding", r => (Election: r.GetString(0), State: r.GetString(1))) is [var one]
                ? new LedgerBinding(
                    one.Election, one.State,
                    ledger.Read("select distinct name, sha256 from bound", r => (r.GetString(0), r.GetString(1))).DistinctBy(t => t.Item1).ToImmutableSortedDictionary(t => t.Item1, t => t.Item2, StringComparer.Ordinal))
                : null;

    /// <summary>The tables in a folder that are not those of the binding.</summary>
    /// <param name="folder">The files of the folder.</param>
    public IEnumerable<string> Changed(FolderFiles folder) =>
        Tables.Where(t => !FolderManifest.IsName(t.Key) || folder.LeadsOut(t.Key, beside: false) || !folder.Has(t.Key) || FolderFiles.HashOf(folder.Open(t.Key)) != t.Value).Select(t => t.Key);

    /// <summary>Why the ledger in a folder is not the one that was written with its tables; null if it is, or if that cannot be known.</summary>
    /// <param name="folder">The files of the folder.</param>
    public static string? FaultOf(FolderFiles folder) => folder.Manifest switch
    {
        null => null,
        { Files: var files } when !files.ContainsKey(LedgerFile.FileName) => "urna wrote none with these tables",
        _ => folder.IsAsWritten(LedgerFile.FileName) ? null : "its bytes are not those that urna wrote with these tables",
    };
}
