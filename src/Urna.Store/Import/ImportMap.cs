using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace Urna.Store.Import;

/// <summary>The form of a table's file.</summary>
enum TableKind
{
    /// <summary>Columns between separators.</summary>
    Csv,

    /// <summary>Columns at fixed places of a line.</summary>
    Fixed,

    /// <summary>A sheet of a workbook.</summary>
    Sheet,

    /// <summary>Elements of an XML document.</summary>
    Xml,

    /// <summary>Objects of a JSON document.</summary>
    Json,

    /// <summary>Ranked ballots in the form BLT.</summary>
    Blt,

    /// <summary>Ranked ballots in the forms of PrefLib.</summary>
    Preflib,

    /// <summary>Ranked ballots in the form ABIF.</summary>
    Abif,
}

/// <summary>Rows that are no figures.</summary>
/// <param name="Where">What their cells are.</param>
/// <param name="Reason">What they are, in words.</param>
sealed record LeftOut(ImmutableArray<Condition> Where, string Reason)
{
    /// <summary>Whether a table has the columns by itself, without those that others add.</summary>
    public bool IsOf(Sources.TableHeader header) => Where.All(w => w.IsIn(header) || w.IsOptional);
}

/// <summary>Rows that state totals.</summary>
/// <param name="Where">What their cells are.</param>
/// <param name="Of">The place that they are the total of; the whole where no unit lies in it.</param>
sealed record TotalRows(ImmutableArray<Condition> Where, Template Of);

/// <summary>Rows that are headings of those below them.</summary>
/// <param name="Column">The column that the rows below them get.</param>
/// <param name="Where">What their cells are.</param>
/// <param name="Text">What the rows below get in it.</param>
sealed record SectionRows(string Column, ImmutableArray<Condition> Where, Template Text);

/// <summary>Another table whose columns are added to each row.</summary>
/// <param name="Table">The other table.</param>
/// <param name="On">Own column and the other's that must agree; none: its first row.</param>
sealed record TableJoin(string Table, ImmutableArray<(string Own, string Other)> On);

/// <summary>How to read a table of a source.</summary>
sealed record TableFormat
{
    public required string Id { get; init; }

    public TableKind Kind { get; init; }

    /// <summary>A file name, with <c>*</c> for any letters; null for every file.</summary>
    public string? File { get; init; }

    /// <summary>The encodings to try, the first that the whole file keeps to.</summary>
    public ImmutableArray<string> Encodings { get; init; } = ["utf-8"];

    /// <summary>Whether the source may lack it.</summary>
    public bool IsOptional { get; init; }

    public char Separator { get; init; } = ',';

    /// <summary>Rows before the header.</summary>
    public int Skip { get; init; }

    /// <summary>The first row whose first cells have this form is the header; null: the first one.</summary>
    public Regex? HeaderAt { get; init; }

    public int HeaderRows { get; init; } = 1;

    /// <summary>The sheet's name, or null for the first one.</summary>
    public string? Sheet { get; init; }

    /// <summary>Column names, where the file has none; with places of a line or paths for those forms that need them.</summary>
    public ImmutableArray<(string Name, string Where)> Fields { get; init; } = [];

    /// <summary>The path of the elements that are rows.</summary>
    public string Rows { get; init; } = "";

    /// <summary>Whether rows and columns change places first.</summary>
    public bool Transpose { get; init; }

    /// <summary>Columns, by name or number from 1, that repeat the row above where all of them are empty.</summary>
    public ImmutableArray<string> FillDown { get; init; } = [];

    /// <summary>Whether rows may be shorter than the header.</summary>
    public bool Ragged { get; init; }

    /// <summary>Texts that stand for no figure.</summary>
    public ImmutableArray<string> NoFigure { get; init; } = [];

    /// <summary>The marks between thousands; none if figures have none.</summary>
    public ImmutableArray<string> Thousands { get; init; } = [];

    public ImmutableArray<LeftOut> LeaveOut { get; init; } = [];

    /// <summary>Rows whose figures are totals that the source states of a place.</summary>
    public ImmutableArray<TotalRows> Totals { get; init; } = [];

    /// <summary>Columns that the table must not have: with them it is another one.</summary>
    public ImmutableArray<string> Lacks { get; init; } = [];

    /// <summary>Columns that together name a record, which may stand once; alternatives are parted by bars.</summary>
    public ImmutableArray<string> Once { get; init; } = [];

    /// <summary>The first column of a block that is repeated to the right; its columns are then numbered. Null if none is.</summary>
    public string? Blocks { get; init; }

    /// <summary>Rows that stand above those they speak of; null if there are none.</summary>
    public SectionRows? Sections { get; init; }

    /// <summary>Every column that the mapping names, by which a separator is known to be right.</summary>
    public ImmutableArray<string> Names { get; init; } = [];

    public ImmutableArray<TableJoin> With { get; init; } = [];
}

/// <summary>A level of places that a mapping takes from each row.</summary>
/// <param name="Level">The level, such as <c>commune</c>.</param>
/// <param name="Id">The id, with columns in braces: <c>region-{cut_region}</c>.</param>
/// <param name="Name">The name, with columns in braces.</param>
/// <param name="Fused">The numbers of the stations that are counted together; null if none are.</param>
/// <param name="IsOptional">Whether tables may lack its columns; the level is then left out.</param>
sealed record PlaceColumn(string Level, Template Id, Template Name, Template? Fused, bool IsOptional = false);

/// <summary>What a figure that stands in several rows means.</summary>
enum Repeated
{
    /// <summary>It may stand once.</summary>
    Fault,

    /// <summary>The rows repeat one figure.</summary>
    Same,

    /// <summary>The rows are parts of the figure.</summary>
    Sum,
}

/// <summary>How to read figures of a contest from a table.</summary>
sealed record Reading
{
    /// <summary>The table; empty for the first one.</summary>
    public string Table { get; init; } = "";

    /// <summary>The column of votes; null if <see cref="Columns"/> or <see cref="Sum"/> say it, or if only names are read.</summary>
    public string? Column { get; init; }

    /// <summary>The form of the headers of columns of votes.</summary>
    public Regex? Columns { get; init; }

    /// <summary>Columns to the right of which <see cref="Columns"/> are looked for, parted by bars; null: anywhere.</summary>
    public string? After { get; init; }

    /// <summary>Columns to the left of which <see cref="Columns"/> are looked for, parted by bars; null: anywhere.</summary>
    public string? Before { get; init; }

    /// <summary>Columns that add up to the figure.</summary>
    public ImmutableArray<string> Sum { get; init; } = [];

    /// <summary>Whether an empty cell is zero.</summary>
    public bool EmptyIsZero { get; init; }

    /// <summary>Whether each row counts one.</summary>
    public bool CountsRows { get; init; }

    public required Template Choice { get; init; }

    public Template? District { get; init; }

    public Template? List { get; init; }

    public Template? Party { get; init; }

    public Template? Candidate { get; init; }

    public ImmutableArray<Condition> Where { get; init; } = [];

    public Repeated Repeated { get; init; }

    /// <summary>Rows that are the total of the others of their figure, which stand beside them or not.</summary>
    public ImmutableArray<Condition> Total { get; init; } = [];

    /// <summary>The place whose total the figure is, as the source states it; null: it is a figure of the unit.</summary>
    public Template? Stated { get; init; }

    /// <summary>Whether the table may lack its columns.</summary>
    public bool IsOptional { get; init; }

    /// <summary>Whether texts that are words for counts are counts and no candidacies.</summary>
    public bool KnowsWords { get; init; } = true;

    /// <summary>Whether rows without a figure still put the choice on the ballot.</summary>
    public bool Declares { get; init; }

    /// <summary>The columns of a table that <see cref="Columns"/> means, by number.</summary>
    public IEnumerable<int> ColumnsIn(Sources.TableHeader header)
    {
        if (Columns is not { } pattern)
        {
            return [];
        }

        var from = After is { } after ? header.AllOf(after).DefaultIfEmpty(-1).Max() : -1;
        var to = Before is { } before ? header.AllOf(before).Where(c => c > from).DefaultIfEmpty(header.Names.Length).Min() : header.Names.Length;
        return header.Names.Index().Where(n => n.Index > from && n.Index < to && n.Item.Length > 0 && pattern.IsMatch(n.Item)).Select(n => n.Index);
    }

    /// <summary>Whether it only gives names to choices.</summary>
    public bool IsNamesOnly => Column is null && Columns is null && Sum.IsEmpty && !CountsRows;
}

/// <summary>How to read the ranked ballots of a contest.</summary>
/// <param name="Table">The table; empty for the first one.</param>
/// <param name="Count">The column of the number of ballots; null: each row is one.</param>
/// <param name="Ranking">The column of the whole ranking; null if each rank has a column.</param>
/// <param name="Ranks">The form of the headers of the rank columns.</param>
/// <param name="Skipped">Texts that stand for a rank left blank.</param>
/// <param name="Where">What the rows must be.</param>
sealed record BallotReading(string Table, string? Count, string? Ranking, Regex? Ranks, ImmutableArray<string> Skipped, ImmutableArray<Condition> Where);

/// <summary>A contest, or as many as its id's columns tell apart.</summary>
/// <param name="Id">The id, with columns in braces.</param>
/// <param name="Title">The title, with columns in braces, in both languages.</param>
/// <param name="Fields">Fields of its entry in <c>election.yaml</c>, as the mapping gives them.</param>
/// <param name="Places">Its places; empty for those of the mapping.</param>
/// <param name="Readings">Its figures.</param>
/// <param name="Ballots">Its ranked ballots; null if none.</param>
sealed record MappedContest(
    Template Id,
    (Template English, Template Spanish) Title,
    ImmutableArray<KeyValuePair<string, object>> Fields,
    ImmutableArray<PlaceColumn> Places,
    ImmutableArray<Reading> Readings,
    BallotReading? Ballots);

/// <summary>How to read an official body's files: a mapping, as data.</summary>
/// <param name="Name">The mapping's name.</param>
/// <param name="Header">The fields of <c>election.yaml</c> that are not places or contests.</param>
/// <param name="Date">The day of the vote, with columns in braces, and its form; null if neither is given.</param>
/// <param name="Tables">The tables, of which the first is the main one.</param>
/// <param name="Places">The levels, from the root to the unit.</param>
/// <param name="Contests">The contests.</param>
/// <param name="Ignore">Columns that are left out on purpose.</param>
sealed record ImportMap(
    string Name,
    ImmutableArray<KeyValuePair<string, object>> Header,
    (Template Text, string? Form)? Date,
    ImmutableArray<TableFormat> Tables,
    ImmutableArray<PlaceColumn> Places,
    ImmutableArray<MappedContest> Contests,
    ImmutableArray<string> Ignore)
{
    /// <summary>Counts of units that hold for each contest there; null if the mapping has none.</summary>
    public MappedContest? Turnout { get; init; }

    /// <summary>The contests, and the counts that hold for each of them.</summary>
    public IEnumerable<MappedContest> Read => Turnout is { } turnout ? Contests.Prepend(turnout) : Contests;

    /// <summary>The places of a contest.</summary>
    public ImmutableArray<PlaceColumn> PlacesOf(MappedContest contest) => contest.Places.IsEmpty ? Places : contest.Places;

    /// <summary>The table that a reading names.</summary>
    public string TableOf(string table) => table.Length > 0 ? table : Tables[0].Id;
}
