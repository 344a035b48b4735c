using DuckDB.NET.Data;
using DuckDB.NET.Native;

namespace Urna.Store.Ledger;

/// <summary>Reads whole numbers of a query a block of columns at a time.</summary>
/// <remarks>A reader that asks for value after value takes ten times as long for millions of rows.</remarks>
static class ColumnScan
{
    /// <summary>What takes the rows of a block.</summary>
    /// <param name="unit">The first column, an <c>integer</c>.</param>
    /// <param name="choice">The second, an <c>integer</c>.</param>
    /// <param name="votes">The third, a <c>bigint</c>.</param>
    /// <param name="row">The fourth, a <c>bigint</c>.</param>
    public delegate bool Block(ReadOnlySpan<int> unit, ReadOnlySpan<int> choice, ReadOnlySpan<long> votes, ReadOnlySpan<long> row);

    /// <summary>Gives every block of a query of two integers and two longs, none of them null; false if a block was refused.</summary>
    /// <exception cref="InvalidDataException">DuckDB cannot read it.</exception>
    public static unsafe bool Read(DuckDBConnection ledger, string sql, Block take)
    {
        if (NativeMethods.Query.DuckDBQuery(ledger.NativeConnection, sql, out var result) != DuckDBState.Success)
        {
            NativeMethods.Query.DuckDBDestroyResult(ref result);
            throw new InvalidDataException("The columns of the ledger cannot be read.");
        }

        try
        {
            while (true)
            {
                using var chunk = NativeMethods.Query.DuckDBFetchChunk(result);
                if (chunk.IsInvalid)
                {
                    return true;
                }

                var rows = (int)NativeMethods.DataChunks.DuckDBDataChunkGetSize(chunk);
                if (rows == 0)
                {
                    return true;
                }

                if (!take(Cells<int>(chunk, 0, rows), Cells<int>(chunk, 1, rows), Cells<long>(chunk, 2, rows), Cells<long>(chunk, 3, rows)))
                {
                    return false;
                }
            }
        }
        finally
        {
            NativeMethods.Query.DuckDBDestroyResult(ref result);
        }
    }

    static unsafe ReadOnlySpan<T> Cells<T>(DuckDBDataChunk chunk, int column, int rows)
        where T : unmanaged =>
        new(NativeMethods.Vectors.DuckDBVectorGetData(NativeMethods.DataChunks.DuckDBDataChunkGetVector(chunk, column)), rows);
}
