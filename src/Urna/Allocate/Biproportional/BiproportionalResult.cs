using System.Collections.Immutable;
using Urna.Numerics;

namespace Urna.Allocate.Biproportional;

/// <summary>What became of a table: its seats, or why it cannot be filled.</summary>
public abstract record BiproportionalResult;

/// <summary>The seats of a table, with divisors that prove them.</summary>
/// <remarks>
/// Each cell is its votes over the product of its row's and its column's divisor, rounded by the divisor sequence within the least and most
/// seats of the cell. A cell of a tie lies exactly on the boundary, where both roundings are right.
/// </remarks>
/// <param name="Seats">Seats by cell, row by row. Where there are ties it is one of the right tables.</param>
/// <param name="RowDivisors">A divisor for each row, &gt; 0.</param>
/// <param name="ColumnDivisors">A divisor for each column, &gt; 0.</param>
/// <param name="Ties">The cells whose last seat may go either way; empty if the table is the only right one.</param>
public sealed record BiproportionalSeats(
    ImmutableArray<int> Seats, ImmutableArray<Fraction> RowDivisors, ImmutableArray<Fraction> ColumnDivisors, ImmutableArray<TiedCell> Ties) : BiproportionalResult;

/// <summary>A cell with one seat that may go either way.</summary>
/// <param name="Row">Its row, from 0.</param>
/// <param name="Column">Its column, from 0.</param>
/// <param name="Sure">The seats that it has in any case.</param>
/// <param name="Has">Whether the table that is given has the one seat more.</param>
/// <param name="Group">The tie that it belongs to, from 0; ties of different groups do not touch each other.</param>
public sealed record TiedCell(int Row, int Column, int Sure, bool Has, int Group);

/// <summary>A table that nothing can fill, with rows and columns that show it.</summary>
/// <remarks>
/// The rows' seats must lie in the columns or in what the rows' other cells can hold at most, and less room is left there than seats. Only
/// cells without votes, and the least and most seats of cells, can bring this about: max-flow min-cut.
/// </remarks>
/// <param name="Rows">The rows, from 0.</param>
/// <param name="Columns">The columns, from 0.</param>
/// <param name="Seats">Seats that the rows must have.</param>
/// <param name="Room">Seats that they can have at most, which are fewer.</param>
public sealed record BiproportionalShortage(ImmutableArray<int> Rows, ImmutableArray<int> Columns, long Seats, long Room) : BiproportionalResult;
