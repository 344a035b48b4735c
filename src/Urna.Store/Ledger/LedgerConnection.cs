using System.Data.Common;
using DuckDB.NET.Data;

namespace Urna.Store.Ledger;

/// <summary>Opens DuckDB without any extension that it would have to fetch.</summary>
static class LedgerConnection
{
    /// <summary>Opens a ledger to read it; nothing is written beside it, and no query of it reaches another file.</summary>
    /// <exception cref="InvalidDataException">It is no ledger, or another program has it open to write.</exception>
    public static DuckDBConnection OpenToRead(string path)
    {
        var ledger = Open(path, ("threads", "2"), ("access_mode", "read_only"), Spill());
        ledger.Run("set enable_external_access = false");
        return ledger;
    }

    /// <summary>Opens a ledger to write it, which one thread does in half the time of two.</summary>
    public static DuckDBConnection OpenToWrite(string path) => Open(path, ("threads", "1"));

    /// <summary>Opens a database that is never written to disk.</summary>
    public static DuckDBConnection OpenInMemory() => Open(":memory:", ("threads", "2"), Spill());

    /// <summary>Where a query goes that does not fit into memory: never beside what is read, nor where the user is.</summary>
    static (string, string) Spill() => ("temp_directory", Path.Combine(Path.GetTempPath(), $"urna-{Guid.NewGuid():n}"));

    static DuckDBConnection Open(string path, params ReadOnlySpan<(string Name, string Value)> options)
    {
        // The builder quotes what a path may hold, such as a semicolon.
        var words = new DbConnectionStringBuilder { ["DataSource"] = path, ["memory_limit"] = "256MB", ["preserve_insertion_order"] = "false", ["autoinstall_known_extensions"] = "false" };
        foreach (var (name, value) in options)
        {
            words[name] = value;
        }

        var connection = new DuckDBConnection(words.ConnectionString);
        try
        {
            connection.Open();
        }
        catch (DuckDBException e)
        {
            connection.Dispose();
            throw new InvalidDataException($"'{path}' cannot be opened as a ledger: it is none, it is damaged, or another program has it open to write.", e);
        }

        return connection;
    }

    /// <summary>Runs a statement with parameters in order.</summary>
    /// <exception cref="IOException">DuckDB cannot do it, as where the disk is full.</exception>
    public static void Run(this DuckDBConnection connection, string sql, params object[] parameters)
    {
        try
        {
            using var command = Command(connection, sql, parameters);
            command.ExecuteNonQuery();
        }
        catch (DuckDBException e)
        {
            throw new IOException("The ledger cannot do what is asked: the disk may be full.", e);
        }
    }

    /// <summary>Reads every row of a query.</summary>
    /// <exception cref="InvalidDataException">The file is a database, but no ledger.</exception>
    public static List<T> Read<T>(this DuckDBConnection connection, string sql, Func<DuckDBDataReader, T> row, params object[] parameters)
    {
        try
        {
            using var command = Command(connection, sql, parameters);
            using var reader = (DuckDBDataReader)command.ExecuteReader();
            var rows = new List<T>();
            while (reader.Read())
            {
                rows.Add(row(reader));
            }

            return rows;
        }
        catch (DuckDBException e)
        {
            throw new InvalidDataException($"'{connection.DataSource}' is not a ledger that this version reads.", e);
        }
    }

    static DuckDBCommand Command(DuckDBConnection connection, string sql, object[] parameters)
    {
        var command = (DuckDBCommand)connection.CreateCommand();
        command.CommandText = sql;
        foreach (var value in parameters)
        {
            command.Parameters.Add(new DuckDBParameter(value));
        }

        return command;
    }
}
