using Urna.Infer.Tables;

namespace Urna.Infer.Simulation;

/// <summary>What boxes with known truth are like.</summary>
public sealed record SimulationSettings
{
    /// <summary>The most rows or columns.</summary>
    public const int MaxNames = 1000;

    /// <summary>The most cells of all units' tables together.</summary>
    public const long MaxCells = 200_000_000;

    /// <summary>Units, ≥ 1.</summary>
    public required int Units { get; init; }

    /// <summary>Rows: groups or earlier votes, 1 to 1000.</summary>
    public required int Rows { get; init; }

    /// <summary>Columns: later votes, 1 to 1000.</summary>
    public required int Columns { get; init; }

    /// <summary>The mean number of people of a unit, 1 to 2^40.</summary>
    public required double Size { get; init; }

    /// <summary>The sizes' standard deviation over their mean, ≥ 0; 0: all alike.</summary>
    public double SizeSpread { get; init; }

    /// <summary>φ in [0, 1]: how far a unit's shares vary around the national ones; 0: not at all.</summary>
    public double Heterogeneity { get; init; }

    /// <summary>κ: how far the log-odds of a row's votes shift with the row's share in the unit; 0: not at all.</summary>
    public double Context { get; init; }

    /// <summary>λ in [0, 1]: how apart the rows live; 0: the national mix everywhere; 1: one row a unit.</summary>
    public double Segregation { get; init; } = 0.1;

    /// <summary>The part of people who leave the roll, and of those who enter, in [0, 1).</summary>
    public double RollChange { get; init; }

    /// <summary>The seed; the same seed gives the same boxes.</summary>
    public ulong Seed { get; init; } = 1;

    /// <summary>Why no boxes can be drawn so, as a sentence; null if they can.</summary>
    public string? Fault => this switch
    {
        { Units: < 1 } => $"{Units} units are not allowed; 1 or more.",
        { Rows: < 1 or > MaxNames } => $"{Rows} rows are not allowed; 1 to {MaxNames}.",
        { Columns: < 1 or > MaxNames } => $"{Columns} columns are not allowed; 1 to {MaxNames}.",
        _ when (long)Units * Rows * Columns > MaxCells => $"{Units} units × {Rows} rows × {Columns} columns are beyond {MaxCells} cells.",
        { Size: not (>= 1 and <= TransferProblem.MaxCount / 16) } => $"A size of {Size} is not allowed; 1 to {TransferProblem.MaxCount / 16}.",
        { SizeSpread: not (>= 0 and <= 3) } => $"A spread of sizes of {SizeSpread} is not allowed; 0 to 3.",
        { Heterogeneity: not (>= 0 and <= 1) } => $"A heterogeneity of {Heterogeneity} is not allowed; 0 to 1.",
        { Context: not (>= -100 and <= 100) } => $"A context of {Context} is not allowed; -100 to 100.",
        { Segregation: not (>= 0 and <= 1) } => $"A segregation of {Segregation} is not allowed; 0 to 1.",
        { RollChange: not (>= 0 and < 1) } => $"A change of the roll of {RollChange} is not allowed; 0 to 1, without 1.",
        _ => null,
    };
}
