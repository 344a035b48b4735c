namespace Urna.Contract;

/// <summary>The row of a file that gave a figure, in the shape of <c>urna why --format json</c>.</summary>
/// <param name="Contest">The contest's id.</param>
/// <param name="Place">The unit's id.</param>
/// <param name="Choice">The choice's id.</param>
/// <param name="Votes">What the row gave.</param>
/// <param name="File">The file's name.</param>
/// <param name="Sha256">The SHA-256 of its bytes.</param>
/// <param name="Sheet">The sheet, or the table of the mapping.</param>
/// <param name="Row">The row: a line, a sheet's row or a record's number.</param>
/// <param name="Sources">Ids of the sources that the contest names.</param>
public sealed record FigureSourceJson(
    string Contest, string Place, string Choice, long Votes, string File, string Sha256, string Sheet, int Row, IEnumerable<string> Sources);

/// <summary>A snapshot of a count.</summary>
/// <param name="Number">Its number, from 1.</param>
/// <param name="AsOf">The moment it speaks of, as the user gave it; empty if no moment was given.</param>
/// <param name="Units">Units with figures.</param>
/// <param name="Figures">Figures.</param>
/// <param name="Sha256">The SHA-256 of its files together.</param>
public sealed record SnapshotJson(int Number, string AsOf, long Units, long Figures, string Sha256);

/// <summary>What became of a unit between two snapshots.</summary>
/// <param name="Contest">The contest's id.</param>
/// <param name="Place">The unit's id.</param>
/// <param name="Change">One of <c>came</c>, <c>went</c> and <c>corrected</c>.</param>
/// <param name="Choice">The choice whose figure differs; empty where the whole unit came or went.</param>
/// <param name="Before">The figure before; null if there was none.</param>
/// <param name="After">The figure after; null if there is none.</param>
public sealed record FigureChangeJson(string Contest, string Place, string Change, string Choice, long? Before, long? After);

/// <summary>How a contest's figures changed between two snapshots.</summary>
/// <param name="Contest">The contest's id.</param>
/// <param name="Choice">The choice's id.</param>
/// <param name="Before">Its sum before.</param>
/// <param name="After">Its sum after.</param>
public sealed record ChoiceChangeJson(string Contest, string Choice, long Before, long After);

/// <summary>The difference between two snapshots, in the shape of <c>urna diff --format json</c>.</summary>
/// <param name="From">The earlier one.</param>
/// <param name="To">The later one.</param>
/// <param name="Units">Units that came, went or were corrected.</param>
/// <param name="Choices">Sums by choice.</param>
public sealed record DifferenceJson(SnapshotJson From, SnapshotJson To, IEnumerable<FigureChangeJson> Units, IEnumerable<ChoiceChangeJson> Choices);
