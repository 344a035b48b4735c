using System.Globalization;
using Urna.Infer;
using Urna.Infer.Estimates;
using Urna.Infer.Uncertainty;
using Urna.Store.Csv;

namespace Urna.Store.Transfers;

/// <summary>Writes the estimated table of each unit: <c>unit,row,column,count,lower,upper</c>.</summary>
public static class UnitTablesFile
{
    /// <summary>Writes the file, a line a cell; aside first, so that it is whole or not there.</summary>
    /// <param name="path">The file.</param>
    /// <param name="inference">The inference, with intervals.</param>
    /// <exception cref="ArgumentException">The inference has no intervals.</exception>
    public static void Write(string path, Inference inference)
    {
        var intervals = inference.Intervals ?? throw new ArgumentException("The inference has no intervals; tables of units need them.", nameof(inference));
        OutputFile.Write(path, writer => Write(writer, inference.Estimate, new UnitTables(inference.Estimate), new UnitIntervals(inference.Estimate, intervals)));
    }

    static void Write(TextWriter writer, TransferEstimate estimate, UnitTables tables, UnitIntervals intervals)
    {
        var problem = estimate.Problem;
        var (rows, columns) = (problem.RowNames.Select(n => CsvText.Cell(n)).ToArray(), problem.ColumnNames.Select(n => CsvText.Cell(n)).ToArray());
        var (lower, upper) = (new double[estimate.Shares.Length], new double[estimate.Shares.Length]);
        writer.Write("unit,row,column,count,lower,upper\n");
        for (var b = 0; b < problem.Units.Length; b++)
        {
            var table = tables.Of(b);
            intervals.Of(b, table, lower, upper);
            var unit = CsvText.Cell(problem.Units[b], isKey: true);
            for (var i = 0; i < table.Length; i++)
            {
                writer.Write(string.Create(CultureInfo.InvariantCulture, $"{unit},{rows[i / columns.Length]},{columns[i % columns.Length]},{table[i]:0.####},{lower[i]:0.####},{upper[i]:0.####}\n"));
            }
        }
    }
}
