using System.Collections.Immutable;
using Urna.Infer;
using Urna.Infer.Tables;
using Urna.Infer.Uncertainty;
using Urna.Model;

namespace Urna.Report;

/// <summary>How the voters of one contest are estimated to have chosen in another.</summary>
/// <param name="From">The earlier contest.</param>
/// <param name="To">The later contest.</param>
/// <param name="RowNames">The earlier choices, abstention included; R of them.</param>
/// <param name="ColumnNames">The later choices, abstention included; C of them.</param>
/// <param name="Counts">Estimated people, R×C, each ≥ 0.</param>
/// <param name="Shares">Share of the row that chose the column, R×C, in [0, 1].</param>
/// <param name="Intervals">The least and greatest share of an interval, or the bounds where none was measured, R×C.</param>
/// <param name="Bounds">The least and greatest share that the margins of the units allow, R×C.</param>
/// <param name="UnitsLevel">The level of the units.</param>
/// <param name="LeftOut">Places that did not enter, because a figure is missing there.</param>
/// <param name="Inference">The estimate, and how far to believe it.</param>
/// <param name="Places">The estimated tables of places, in the order of the places.</param>
public sealed record Flow(
    Contest From,
    Contest To,
    ImmutableArray<LocalizedText> RowNames,
    ImmutableArray<LocalizedText> ColumnNames,
    ImmutableArray<ImmutableArray<double>> Counts,
    ImmutableArray<ImmutableArray<double>> Shares,
    ImmutableArray<ImmutableArray<(double Least, double Greatest)>> Intervals,
    ImmutableArray<ImmutableArray<(double Least, double Greatest)>> Bounds,
    string UnitsLevel,
    ImmutableArray<string> LeftOut,
    Inference Inference,
    ImmutableArray<FlowPlace> Places)
{
    /// <summary>Units that entered the estimate.</summary>
    public int Units => Inference.Estimate.Problem.Units.Length;

    /// <summary>Its intervals.</summary>
    public TransferIntervals Measured => Inference.Intervals!;

    /// <summary>Its rows and columns, as people read them.</summary>
    public TransferTitles Titles => new(RowNames, ColumnNames);

    /// <summary>Whether nothing can be said of a row but its bounds, or units do not tell it apart.</summary>
    /// <param name="row">The row's index.</param>
    public bool IsMarked(int row) => CoverageWords.IsMarked(Inference, row);

    /// <summary>Whether that is so of most groups that it is about; rows such as people who did not vote are none.</summary>
    public bool IsUnknown
    {
        get
        {
            var problem = Inference.Estimate.Problem;
            var groups = problem.RowNames.Index().Where(r => problem.Kinds.IsGroup(r.Item) && Counts[r.Index].Sum() > 0).ToList();
            return 2 * groups.Count(r => IsMarked(r.Index)) > groups.Count;
        }
    }

    /// <summary>The column of a candidacy that most of a row chose; the first of equals.</summary>
    /// <param name="row">The row's index.</param>
    public int LeadingColumn(int row)
    {
        var candidacies = Math.Min(To.Candidacies.Length, ColumnNames.Length);
        return Enumerable.Range(0, candidacies).MaxBy(c => Counts[row][c]);
    }
}

/// <summary>The estimated table of a place.</summary>
/// <param name="Place">The place's id.</param>
/// <param name="Counts">Estimated people, R×C, row-major.</param>
/// <param name="Bounds">The least and greatest share that the place's totals allow, R×C.</param>
public sealed record FlowPlace(string Place, ImmutableArray<double> Counts, TransferBounds Bounds);
