using DuckDB.NET.Data;
using DuckDB.NET.Native;

namespace Urna.Store.Ledger;

/// <summary>Appends rows of whole numbers to a table of the ledger, a block of columns at a time.</summary>
/// <remarks>DuckDB takes blocks of columns several times faster than rows one by one.</remarks>
sealed class ColumnAppender : IDisposable
{
    /// <summary>Rows of a block, as DuckDB fixes them.</summary>
    const int Block = 2048;

    readonly string table;
    readonly long[][] columns;
    readonly bool[] isLong;
    readonly DuckDB.NET.Native.DuckDBAppender appender;
    readonly DuckDBDataChunk chunk;
    readonly DuckDBLogicalType[] types;
    int rows;

    /// <summary>Begins to append.</summary>
    /// <param name="connection">The open ledger.</param>
    /// <param name="table">The table.</param>
    /// <param name="isLong">Whether each column is a <c>bigint</c>; the others are <c>integer</c>.</param>
    public ColumnAppender(DuckDBConnection connection, string table, params bool[] isLong)
    {
        this.table = table;
        this.isLong = isLong;
        columns = Array.ConvertAll(isLong, _ => new long[Block]);
        types = Array.ConvertAll(isLong, l => NativeMethods.LogicalType.DuckDBCreateLogicalType(l ? DuckDBType.BigInt : DuckDBType.Integer));
        chunk = NativeMethods.DataChunks.DuckDBCreateDataChunk(Array.ConvertAll(types, t => t.DangerousGetHandle()), (ulong)types.Length);
        Check(NativeMethods.Appender.DuckDBAppenderCreate(connection.NativeConnection, null!, table, out appender));
    }

    /// <summary>Appends a row.</summary>
    /// <param name="values">One value a column.</param>
    public void Append(params ReadOnlySpan<long> values)
    {
        for (var c = 0; c < values.Length; c++)
        {
            columns[c][rows] = values[c];
        }

        if (++rows == Block)
        {
            Flush();
        }
    }

    /// <summary>Hands over what is left.</summary>
    public void Close()
    {
        Flush();
        Check(NativeMethods.Appender.DuckDBAppenderClose(appender));
    }

    public void Dispose()
    {
        chunk.Dispose();
        appender.Dispose();
        foreach (var type in types)
        {
            type.Dispose();
        }
    }

    void Flush()
    {
        if (rows == 0)
        {
            return;
        }

        NativeMethods.DataChunks.DuckDBDataChunkReset(chunk);
        for (var c = 0; c < columns.Length; c++)
        {
            Fill(NativeMethods.DataChunks.DuckDBDataChunkGetVector(chunk, c), columns[c].AsSpan(0, rows), isLong[c]);
        }

        _ = NativeMethods.DataChunks.DuckDBDataChunkSetSize(chunk, (ulong)rows);
        Check(NativeMethods.Appender.DuckDBAppendDataChunk(appender, chunk));
        rows = 0;
    }

    static unsafe void Fill(IntPtr vector, ReadOnlySpan<long> values, bool isLong)
    {
        var data = NativeMethods.Vectors.DuckDBVectorGetData(vector);
        if (isLong)
        {
            values.CopyTo(new Span<long>(data, Block));
            return;
        }

        var cells = new Span<int>(data, Block);
        for (var i = 0; i < values.Length; i++)
        {
            cells[i] = (int)values[i];
        }
    }

    void Check(DuckDBState state)
    {
        if (state != DuckDBState.Success)
        {
            throw new IOException($"DuckDB does not take the rows of the table '{table}'.");
        }
    }
}
