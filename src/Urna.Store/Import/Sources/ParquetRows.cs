using System.Globalization;
using DuckDB.NET.Data;
using Urna.Model;

namespace Urna.Store.Import.Sources;

/// <summary>The rows of a Parquet file, its columns' names as the first of them.</summary>
static class ParquetRows
{
    /// <summary>The rows; a file inside a packed one must be unpacked first.</summary>
    public static IEnumerable<(int Row, string[] Cells)> Rows(SourceFile file)
    {
        if (file.Entry is not null)
        {
            throw new InvalidDataException("it is a Parquet file inside a zip file; unpack it first");
        }

        using var connection = new DuckDBConnection("DataSource=:memory:");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = $"select * from read_parquet('{file.Path.Replace("'", "''", StringComparison.Ordinal)}')";
        using var reader = Asked(command.ExecuteReader);
        yield return (1, [.. Enumerable.Range(0, reader.FieldCount).Select(reader.GetName)]);
        for (var row = 2; Asked(reader.Read); row++)
        {
            yield return (row, [.. Enumerable.Range(0, reader.FieldCount).Select(c => reader.IsDBNull(c) ? "" : Text(reader.GetValue(c)))]);
        }
    }

    static string Text(object value) => value switch
    {
        string text => CanonicalText.Of(text.Trim()),
        double number => number.ToString("0.###############", CultureInfo.InvariantCulture),
        float number => number.ToString("0.#######", CultureInfo.InvariantCulture),
        DateTime moment => moment.ToString(moment.TimeOfDay == TimeSpan.Zero ? "yyyy-MM-dd" : "yyyy-MM-ddTHH:mm:ss", CultureInfo.InvariantCulture),
        DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "",
    };

    static T Asked<T>(Func<T> ask)
    {
        try
        {
            return ask();
        }
        catch (DuckDBException e)
        {
            throw new InvalidDataException("it is not a Parquet file that can be read", e);
        }
    }
}
