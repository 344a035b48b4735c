using DuckDB.NET.Data;

namespace Urna.Store.Ledger;

/// <summary>Opens DuckDB without any extension that it would have to fetch.</summary>
static class LedgerConnection
{
    public static DuckDBConnection Open(string path, bool isReadOnly = false)
    {
        var connection = new DuckDBConnection(
            $"DataSource={path};threads=2;memory_limit=256MB;preserve_insertion_order=false;autoinstall_known_extensions=false{(isReadOnly ? ";access_mode=read_only" : "")}");
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
