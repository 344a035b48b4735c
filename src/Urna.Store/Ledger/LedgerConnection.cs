using DuckDB.NET.Data;

namespace Urna.Store.Ledger;

/// <summary>Opens DuckDB without any extension that it would have to fetch.</summary>
static class LedgerConnection
{
    /// <summary>Opens a ledger to read it.</summary>
    public static DuckDBConnection OpenToRead(string path) => Open(path, "threads=2;access_mode=read_only");

    /// <summary>Opens a ledger to write it, which one thread does in half the time of two.</summary>
    public static DuckDBConnection OpenToWrite(string path) => Open(path, "threads=1");

    /// <summary>Opens a database that is never written to disk.</summary>
    public static DuckDBConnection OpenInMemory() => Open(":memory:", "threads=2");

    static DuckDBConnection Open(string path, string options)
    {
        var connection = new DuckDBConnection($"DataSource={path};{options};memory_limit=256MB;preserve_insertion_order=false;autoinstall_known_extensions=false");
        connection.Open();
        return connection;
    }

    /// <summary>Runs a statement with parameters in order.</summary>
    public static void Run(this DuckDBConnection connection, string sql, params object[] parameters)
    {
        using var command = Command(connection, sql, parameters);
        command.ExecuteNonQuery();
    }

    /// <summary>Reads every row of a query.</summary>
    public static List<T> Read<T>(this DuckDBConnection connection, string sql, Func<DuckDBDataReader, T> row, params object[] parameters)
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
