using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Urna.Allocate.Methods;

namespace Urna.Allocate.Biproportional;

/// <summary>Votes in a table, and the seats that each row and each column must have.</summary>
public sealed record BiproportionalProblem
{
    /// <summary>A table to be filled.</summary>
    /// <param name="weights">Votes by cell, row by row, each ≥ 0; a cell without votes gets no seat.</param>
    /// <param name="rowSeats">Seats by row, each ≥ 0.</param>
    /// <param name="columnSeats">Seats by column, each ≥ 0, the same in all.</param>
    /// <param name="divisors">The divisor sequence by which quotients are rounded; no roots.</param>
    /// <param name="least">The least seats by cell; empty for none. At least one where votes are asks for a seat whatever the quotient.</param>
    /// <param name="most">The most seats by cell, such as its candidacies; empty for no limit.</param>
    /// <exception cref="ArgumentException">The lengths, signs or sums do not fit.</exception>
    public BiproportionalProblem(
        ImmutableArray<long> weights,
        ImmutableArray<int> rowSeats,
        ImmutableArray<int> columnSeats,
        DivisorRule divisors,
        ImmutableArray<int> least = default,
        ImmutableArray<int> most = default)
    {
        (Weights, RowSeats, ColumnSeats, Divisors) = (weights, rowSeats, columnSeats, divisors);
        Least = least.IsDefaultOrEmpty ? [] : least;
        Most = most.IsDefaultOrEmpty ? [] : most;
        var cells = (long)rowSeats.Length * columnSeats.Length;
        Require(weights.Length == cells, $"There are {weights.Length} votes for {rowSeats.Length} rows and {columnSeats.Length} columns.");
        Require((Least.IsEmpty || Least.Length == cells) && (Most.IsEmpty || Most.Length == cells), $"There are {Least.Length} least and {Most.Length} most seats for {cells} cells.");
        Require(weights.All(w => w >= 0), "Votes must be ≥ 0.");
        Require(rowSeats.Concat(columnSeats).Concat(Least).All(s => s >= 0), "Seats must be ≥ 0.");
        var (rows, columns) = (rowSeats.Sum(s => (long)s), columnSeats.Sum(s => (long)s));
        Require(rows == columns, $"The rows have {rows} seats in all, the columns {columns}; they must be the same.");
        Require(rows <= int.MaxValue - 1, $"{rows} seats are more than a table can hold.");
        for (var c = 0; c < cells; c++)
        {
            var cell = c;
            Require(Least.IsEmpty || Least[cell] <= MostAt(cell), $"Cell {cell} has at least {(Least.IsEmpty ? 0 : Least[cell])} seats, but at most {MostAt(cell)}.");
        }
    }

    /// <summary>Votes by cell, row by row.</summary>
    public ImmutableArray<long> Weights { get; }

    /// <summary>Seats by row.</summary>
    public ImmutableArray<int> RowSeats { get; }

    /// <summary>Seats by column.</summary>
    public ImmutableArray<int> ColumnSeats { get; }

    /// <summary>The divisor sequence.</summary>
    public DivisorRule Divisors { get; }

    /// <summary>The least seats by cell; empty for none.</summary>
    public ImmutableArray<int> Least { get; }

    /// <summary>The most seats by cell; empty for no limit.</summary>
    public ImmutableArray<int> Most { get; }

    /// <summary>The most seats of a cell: none without votes.</summary>
    internal int MostAt(int cell) => Weights[cell] == 0 ? 0 : Most.IsEmpty ? int.MaxValue : Most[cell];

    static void Require(bool holds, string otherwise, [CallerArgumentExpression(nameof(holds))] string condition = "")
    {
        if (!holds)
        {
            throw new ArgumentException($"{otherwise} Expected: {condition}.", nameof(holds));
        }
    }
}
