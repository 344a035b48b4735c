using System.Collections.Immutable;
using Urna.Model;

namespace Urna.Report;

/// <summary>How the voters of one contest are estimated to have chosen in another.</summary>
/// <param name="From">The earlier contest.</param>
/// <param name="To">The later contest.</param>
/// <param name="RowNames">The earlier choices, abstention included; R of them.</param>
/// <param name="ColumnNames">The later choices, abstention included; C of them.</param>
/// <param name="Counts">Estimated people, R×C, each ≥ 0.</param>
/// <param name="Shares">Share of the row that chose the column, R×C, in [0, 1].</param>
/// <param name="LowerShares">The least share that the margins of the units allow, R×C.</param>
/// <param name="UpperShares">The greatest share that the margins of the units allow, R×C.</param>
/// <param name="Units">Units that entered the estimate.</param>
/// <param name="UnitsLevel">The level of those units.</param>
/// <param name="LeftOut">Places that did not enter, because a figure is missing there.</param>
/// <param name="Iterations">Steps that the method took.</param>
/// <param name="Converged">Whether it reached its tolerance.</param>
/// <param name="Residual">The most that a share would still move.</param>
public sealed record Flow(
    Contest From,
    Contest To,
    ImmutableArray<LocalizedText> RowNames,
    ImmutableArray<LocalizedText> ColumnNames,
    ImmutableArray<ImmutableArray<double>> Counts,
    ImmutableArray<ImmutableArray<double>> Shares,
    ImmutableArray<ImmutableArray<double>> LowerShares,
    ImmutableArray<ImmutableArray<double>> UpperShares,
    int Units,
    string UnitsLevel,
    ImmutableArray<string> LeftOut,
    int Iterations,
    bool Converged,
    double Residual);
