using System.Globalization;
using Urna.Infer.Simulation;
using Urna.Store.Csv;

namespace Urna.Store.Transfers;

/// <summary>Writes boxes with known truth: what a method sees, the truth, and the settings.</summary>
public static class SimulationFiles
{
    /// <summary>Writes the folder, whole or not at all.</summary>
    /// <param name="target">The folder.</param>
    /// <param name="boxes">The boxes.</param>
    public static void Write(OutputTarget target, SimulatedBoxes boxes) => OutputFolder.Write(target,
    [
        ("W.csv", Table(boxes, boxes.RowNames, boxes.RowCount)),
        ("X.csv", Table(boxes, boxes.ColumnNames, boxes.ColumnCount)),
        ("truth.csv", Truth(boxes)),
        ("truth-units.csv", UnitTruth(boxes)),
        ("simulation.yaml", [Describe(boxes.Settings)]),
    ]);

    static IEnumerable<string> Table(SimulatedBoxes boxes, IReadOnlyList<string> names, Func<int, int, long> count)
    {
        yield return CsvText.Header(["unit", .. names]);
        for (var b = 0; b < boxes.Units.Length; b++)
        {
            yield return $"{CsvText.Cell(boxes.Units[b], isKey: true)},{string.Join(',', names.Select((_, i) => count(b, i)))}\n";
        }
    }

    static IEnumerable<string> Truth(SimulatedBoxes boxes)
    {
        yield return "row,column,count,share\n";
        var truth = boxes.Truth;
        var width = boxes.TrueColumns.Length;
        for (var g = 0; g < boxes.TrueRows.Length; g++)
        {
            var people = truth.AsSpan().Slice(g * width, width).ToArray().Sum();
            for (var c = 0; c < width; c++)
            {
                var count = truth[(g * width) + c];
                yield return string.Create(CultureInfo.InvariantCulture, $"{CsvText.Cell(boxes.TrueRows[g])},{CsvText.Cell(boxes.TrueColumns[c])},{count},{(people == 0 ? 0 : (double)count / people)}\n");
            }
        }
    }

    static IEnumerable<string> UnitTruth(SimulatedBoxes boxes)
    {
        yield return "unit,row,column,count\n";
        var width = boxes.TrueColumns.Length;
        for (var b = 0; b < boxes.Units.Length; b++)
        {
            for (var i = 0; i < width * boxes.TrueRows.Length; i++)
            {
                yield return $"{CsvText.Cell(boxes.Units[b], isKey: true)},{CsvText.Cell(boxes.TrueRows[i / width])},{CsvText.Cell(boxes.TrueColumns[i % width])},{boxes.TableOf(b)[i]}\n";
            }
        }
    }

    static string Describe(SimulationSettings s) => string.Create(CultureInfo.InvariantCulture, $"""
        # Boxes with known truth, made by 'urna infer simulate'. They are of no real election.
        # W.csv and X.csv are what a method sees; truth.csv and truth-units.csv what it should find. The same settings give the same files.
        units: {s.Units}
        rows: {s.Rows}
        columns: {s.Columns}
        size: {s.Size}
        size-spread: {s.SizeSpread}
        heterogeneity: {s.Heterogeneity}
        context: {s.Context}
        segregation: {s.Segregation}
        roll-change: {s.RollChange}
        seed: {s.Seed}

        """);
}
