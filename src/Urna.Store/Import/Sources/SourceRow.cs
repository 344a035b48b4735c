namespace Urna.Store.Import.Sources;

/// <summary>A row of a source: its cells as text, and where it stands.</summary>
/// <remarks>Readers give the cells of each row in the same array: who keeps a row keeps a <see cref="Copy"/>.</remarks>
/// <param name="Header">The columns.</param>
/// <param name="Cells">One text a column, without spaces around it.</param>
/// <param name="File">The file, as findings name it.</param>
/// <param name="Row">The row: a line, a sheet's row, or a record's number.</param>
readonly record struct SourceRow(TableHeader Header, string[] Cells, string File, int Row)
{
    /// <summary>The text of a column by its index; empty below 0.</summary>
    public string this[int column] => column < 0 ? "" : Cells[column];

    /// <summary>The row with cells of its own.</summary>
    public SourceRow Copy() => this with { Cells = [.. Cells] };
}
