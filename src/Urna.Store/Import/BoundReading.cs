using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Urna.Store.Import.Sources;

namespace Urna.Store.Import;

/// <summary>A reading fitted to the columns of a table: where the figure stands, and of what.</summary>
sealed class BoundReading
{
    readonly RowMemo<RowReading> memo;
    readonly Func<SourceRow, RowReading> make;
    readonly bool knowsWords;
    readonly BoundTemplate? district;
    readonly BoundTemplate? list;
    readonly BoundTemplate? party;
    readonly BoundTemplate? candidate;

    BoundReading(Reading reading, int[] columns, MappedContest contest, ImportMap map, TableHeader header, IReadOnlyDictionary<string, string>? captured)
    {
        Reading = reading;
        Columns = columns;
        Contest = contest.Id.Bind(header, captured);
        Choice = reading.Choice.Bind(header, captured, reading.Columns is null ? -1 : columns[0]);
        make = Make;
        Places = new BoundPlaces(map.PlacesOf(contest), header, captured);
        var cell = reading.Columns is null ? -1 : columns[0];
        district = reading.District?.Bind(header, captured, cell);
        list = reading.List?.Bind(header, captured, cell);
        party = reading.Party?.Bind(header, captured, cell);
        candidate = reading.Candidate?.Bind(header, captured, cell);
        Stated = reading.Stated?.Bind(header, captured);

        // A choice that the mapping writes out is what it says; one that cells or headers name may be a word for a count.
        knowsWords = reading.KnowsWords && !reading.Choice.Columns.IsEmpty;
        var names = knowsWords ? new[] { candidate, party, list }.SelectMany(t => t?.Columns ?? []) : [];
        memo = new RowMemo<RowReading>([.. reading.Where.Select(w => header.IndexOf(w.Column)).Concat(Contest.Columns).Concat(Choice.Columns).Concat(names).Distinct()]);
    }

    public Reading Reading { get; }

    /// <summary>The columns that add up to the figure; none where rows are counted or only names are read.</summary>
    public int[] Columns { get; }

    public BoundTemplate Contest { get; }

    public BoundTemplate Choice { get; }

    public BoundPlaces Places { get; }

    /// <summary>The place whose total the figure is; null: it is a figure of the unit.</summary>
    public BoundTemplate? Stated { get; }

    /// <summary>What a row says of the contest and the choice.</summary>
    public RowReading Said(SourceRow row) => memo.Of(row, make);

    /// <summary>The readings of a contest that a table allows.</summary>
    public static ImmutableArray<BoundReading> All(ImportMap map, MappedContest contest, string table, TableHeader header)
    {
        var bound = ImmutableArray.CreateBuilder<BoundReading>();
        foreach (var reading in contest.Readings.Where(r => map.TableOf(r.Table) == table))
        {
            if (reading.Columns is { } pattern)
            {
                bound.AddRange(reading.ColumnsIn(header)
                    .Select(c => new BoundReading(reading, [c], contest, map, header, Captured(pattern.Match(header.Names[c]), pattern, header.Names[c]))));
                continue;
            }

            if (reading.IsOptional && !reading.Where.All(w => w.IsIn(header) || w.IsOptional))
            {
                continue;
            }

            int[] columns = reading.Column is { } column ? [header.IndexOf(column)] : [.. reading.Sum.Select(header.IndexOf)];
            if (!columns.Contains(-1))
            {
                bound.Add(new BoundReading(reading, columns, contest, map, header, null));
            }
        }

        return bound.ToImmutable();
    }

    /// <summary>The names that the captured parts of a header give.</summary>
    public static Dictionary<string, string> Captured(Match match, Regex pattern, string header)
    {
        var captured = new Dictionary<string, string> { ["column"] = header };
        foreach (var name in pattern.GetGroupNames())
        {
            captured[name] = match.Groups[name].Value.Trim().Replace(GridReader.EscapedSign, GridReader.HeaderSign, StringComparison.Ordinal);
        }

        return captured;
    }

    /// <summary>Tells a contest what the row says of the choice.</summary>
    public void Name(ContestDraft contest, int choice, bool isOnBallot, SourceRow row) =>
        contest.Name(choice, isOnBallot, district?.Of(row) ?? "", list?.Of(row) ?? "", party?.Of(row) ?? "", candidate?.Of(row) ?? "");

    RowReading Make(SourceRow row) =>
        !Condition.Hold(Reading.Where, row) ? RowReading.OfNothing
        : Contest.Of(row) is { Length: > 0 } id && !Contest.LacksPart(row) ? ReadingOf(ContestIds.Of(id), row)
        : new RowReading(true, null, "");

    RowReading ReadingOf(string contest, SourceRow row)
    {
        var choice = Choice.Of(row);
        if (!knowsWords)
        {
            return new RowReading(true, contest, choice);
        }

        // The person's name says it, or where there is none the party's, the list's, or the choice itself.
        var name = new[] { candidate, party, list, Choice }.Select(t => t?.Of(row) ?? "").FirstOrDefault(t => t.Length > 0) ?? "";
        return CountWords.Of(name) is { } kind ? new RowReading(true, contest, kind) { Word = name } : new RowReading(true, contest, choice);
    }
}

/// <summary>What a reading makes of the cells of a row.</summary>
/// <param name="holds">Whether the reading is of such rows at all.</param>
/// <param name="contestId">The contest's id; null where its cells are empty.</param>
/// <param name="choiceId">The choice's id; empty where its cells are.</param>
sealed class RowReading(bool holds, string? contestId, string choiceId)
{
    int number = -1;

    public static RowReading OfNothing { get; } = new(false, null, "");

    public bool Holds => holds;

    public string? ContestId => contestId;

    public string ChoiceId => choiceId;

    /// <summary>The word for a count that the row has in place of a candidacy; null if it has none.</summary>
    public string? Word { get; init; }

    /// <summary>The contest; null until a row of it was taken.</summary>
    public ContestDraft? Contest { get; set; }

    /// <summary>The number of the choice in the contest.</summary>
    public int NumberIn(ContestDraft contest) => number < 0 ? number = contest.NumberOf(choiceId) : number;
}
