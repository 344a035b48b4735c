using Urna.Model;
using System.Collections.Immutable;
using Urna.Store.Import.Sources;

namespace Urna.Store.Import;

/// <summary>An election while the rows of official files are read.</summary>
sealed class ImportDraft(ImportMap map, FaultLog faults)
{
    readonly Dictionary<string, ContestDraft> contests = [];
    readonly Dictionary<string, (string Kind, string File, int Row)> words = [];
    readonly FigureAccount account = new();
    ContestDraft? turnout;

    /// <summary>The contests, in the order in which they first appear.</summary>
    public List<ContestDraft> Contests { get; } = [];

    /// <summary>The places.</summary>
    public PlacesDraft Places { get; } = new(faults);

    /// <summary>The files that figures come from, by number, with the sheet or table.</summary>
    public List<(SourceFile File, string Sheet)> Files { get; } = [];

    /// <summary>The day of the vote as a row states it; null until one does.</summary>
    public DateOnly? Date { get; private set; }

    /// <summary>Cells without a figure.</summary>
    public long EmptyCells { get; private set; }

    /// <summary>What takes the rows of a table.</summary>
    public Func<SourceRow, bool> Rows(TableFormat format, TableHeader header, int file)
    {
        var bound = map.Read.Select(c => (Contest: c, Readings: BoundReading.All(map, c, format.Id, header))).Where(c => !c.Readings.IsEmpty).ToArray();
        var totals = format.Totals.Select(t => (t.Where, Of: t.Of.Bind(header))).ToArray();
        var ballots = map.Contests.Where(c => c.Ballots is { } b && map.TableOf(b.Table) == format.Id).Select(c => new BoundBallots(map, c, header)).ToArray();
        var date = map.Date is { } day && day.Text.Fits(header) ? day.Text.Bind(header) : null;
        var taken = new bool[header.Names.Length];
        return row =>
        {
            var isKept = false;
            var totalOf = totals.Length == 0 ? null : Array.Find(totals, t => Condition.Hold(t.Where, row)).Of?.Of(row);
            foreach (var (contest, readings) in bound)
            {
                Array.Clear(taken);
                isKept |= TakeContest(row, contest, readings, taken, format, file, totalOf);
                if (isKept && ReferenceEquals(contest, map.Turnout) && readings.Any(r => !r.Reading.Where.IsEmpty && r.Said(row).Holds))
                {
                    // A row that speaks of all contests is a row of none.
                    return true;
                }
            }

            foreach (var ranked in ballots)
            {
                isKept |= ranked.Take(row, this, format, faults);
            }

            if (Date is null && date is not null)
            {
                ReadDate(row, date.Of(row));
            }

            return isKept;
        };
    }

    /// <summary>The contest with an id, which is made the first time.</summary>
    public ContestDraft Contest(string id, MappedContest mapped)
    {
        if (ReferenceEquals(mapped, map.Turnout))
        {
            return turnout ??= new ContestDraft(id, mapped);
        }

        if (!contests.TryGetValue(id, out var contest))
        {
            contests.Add(id, contest = new ContestDraft(id, mapped));
            Contests.Add(contest);
        }

        return contest;
    }

    /// <summary>Puts totals and the counts of all contests where they belong, and tells what does not agree.</summary>
    /// <param name="file">The file, as findings name it.</param>
    public void Close(string file)
    {
        account.Close(turnout is null ? Contests : Contests.Prepend(turnout), file, faults);
        foreach (var (word, (kind, from, row)) in words)
        {
            faults.Add(
                "V560",
                LocalizedText.Say("v560.sign", ("kind", kind == CountWords.Total), ("word", word), ("kind2", kind)),
                from, row, found: word, expected: kind);
        }

        foreach (var contest in Contests)
        {
            if (turnout is not null)
            {
                contest.Adopt(turnout);
            }

            contest.Settle(Places, file, faults);
            if (Places.Places.Count > 0 && contest.FreeStatedRoll(Places.Places[0].Id) is { } roll)
            {
                faults.Add(
                    "V564",
                    LocalizedText.Say("v564.the-roll-of-is-known-for", ("contest", contest.Id), ("roll", roll)),
                    file, found: "0", expected: $"{roll}", column: "registered");
            }

            StatedTotals.Tell(contest, Places, file, faults);
        }
    }

    bool TakeContest(SourceRow row, MappedContest mapped, ImmutableArray<BoundReading> readings, bool[] taken, TableFormat format, int file, string? totalOf)
    {
        var isKept = false;
        var repeats = false;
        var unit = -1;
        BoundPlaces? places = null;
        foreach (var reading in readings)
        {
            if (reading.Columns.Length == 1 && taken[reading.Columns[0]])
            {
                continue;
            }

            var said = reading.Said(row);
            if (!said.Holds)
            {
                continue;
            }

            isKept = true;
            if (said.ContestId is not { } contestId)
            {
                faults.Add(
                    "V115",
                    LocalizedText.Say("v115.row-the-id-of-the-contest", ("row", row.Row)),
                    row.File, row.Row, found: reading.Contest.Of(row), expected: "a value");
                return true;
            }

            if (reading.Reading.IsNamesOnly && !reading.Reading.Declares && !contests.ContainsKey(contestId))
            {
                continue;
            }

            var contest = said.Contest ??= Contest(contestId, mapped);
            contest.Sample(row);
            if (said.ChoiceId.Length == 0 && reading.Columns.Length > 0 && AreEmpty(row, reading.Columns))
            {
                // A block of columns that the row does not need.
                continue;
            }

            if (said.ChoiceId.Length == 0)
            {
                faults.Add(
                    "V115",
                    LocalizedText.Say("v115.row-the-id-of-the-choice", ("row", row.Row)),
                    row.File, row.Row, found: "", expected: "a value");
                continue;
            }

            var choice = said.NumberIn(contest);
            if (said.Word is { } word)
            {
                words.TryAdd(word, (said.ChoiceId, row.File, row.Row));
            }

            if (reading.Reading.IsNamesOnly)
            {
                reading.Name(contest, choice, reading.Reading.Declares, row);
                continue;
            }

            if (reading.Columns is [var column])
            {
                taken[column] = true;
            }

            var votes = VotesOf(row, reading, format);
            account.Read(votes ?? 0);
            if ((totalOf ?? reading.Stated?.Of(row)) is { } whole)
            {
                if (votes is { } stated)
                {
                    account.Elsewhere(stated);
                    State(contest, whole, new Figure(choice, row.Row, stated), reading.Reading.Repeated, row);
                }

                continue;
            }

            if ((votes is not null || reading.Reading.Declares) && !contest.IsNamed(choice))
            {
                reading.Name(contest, choice, isOnBallot: true, row);
            }

            if (!ReferenceEquals(places, reading.Places) && (places is null || reading.Reading.Columns is not null))
            {
                places = reading.Places;
                unit = Places.UnitOf(row, places);
            }

            if (votes is { } part && unit >= 0 && IsTotalPart(reading, said, row))
            {
                account.Elsewhere(part);
                contest.AddTotal(unit, new Figure(choice, row.Row, part), file, said.ChoiceId == CountWords.Total ? said.Word ?? "" : "");
                continue;
            }

            if (votes is { } figure && unit >= 0 && !repeats)
            {
                var repeated = said.Word is { } named && contest.IsAnotherWord(choice, named, unit) ? Repeated.Sum : reading.Reading.Repeated;
                repeats = Add(contest, unit, new Figure(choice, row.Row, figure), file, repeated, row);
            }
            else
            {
                account.Elsewhere(votes ?? 0);
            }

            if (votes is null)
            {
                EmptyCells++;
                contest.NoteEmpty(unit);
            }
        }

        return isKept;
    }

    /// <summary>Whether a figure is the total of others that may stand beside it.</summary>
    static bool IsTotalPart(BoundReading reading, RowReading said, SourceRow row) =>
        said is { Word: not null, ChoiceId: CountWords.Total } || (!reading.Reading.Total.IsEmpty && Condition.Hold(reading.Reading.Total, row));

    static bool AreEmpty(SourceRow row, int[] columns) => columns.All(c => row.Cells[c].Length == 0);

    long? VotesOf(SourceRow row, BoundReading reading, TableFormat format)
    {
        if (reading.Reading.CountsRows)
        {
            return 1;
        }

        if (reading.Reading.EmptyIsZero && AreEmpty(row, reading.Columns))
        {
            return 0;
        }

        var sum = 0L;
        foreach (var column in reading.Columns)
        {
            // A part that is missing leaves the whole unknown.
            if (FigureText.Read(row, column, format, faults) is not { } part)
            {
                return null;
            }

            sum += part;
        }

        return sum;
    }

    /// <summary>Keeps a total that the source states of a place, and tells another one of the same place that differs.</summary>
    void State(ContestDraft contest, string place, Figure stated, Repeated repeated, SourceRow row)
    {
        if (contest.State(place, stated, repeated) is { } before)
        {
            faults.Add(
                "V566",
                LocalizedText.Say(
                    "v566.row-the-total-of-in-is", ("row", row.Row), ("choiceOf", contest.ChoiceOf(stated.Choice)),
                    ("place", place), ("votes", stated.Votes), ("votes2", before.Votes), ("row2", before.Row)),
                row.File, row.Row, "", $"{stated.Votes}", $"{before.Votes}", place);
        }
    }

    /// <summary>Adds a figure; true if it stood already, and the rest of the row need not say so again.</summary>
    bool Add(ContestDraft contest, int unit, Figure figure, int file, Repeated repeated, SourceRow row)
    {
        if (contest.Add(unit, figure, file, repeated) is not { } before)
        {
            return false;
        }

        account.Elsewhere(figure.Votes);
        if (repeated == Repeated.Same && before.Votes == figure.Votes)
        {
            return false;
        }

        var place = Places.Units[unit];
        var choice = contest.ChoiceOf(figure.Choice);
        faults.Add(
            "V106",
            LocalizedText.Say(
                "v106.sign", ("repeated", repeated == Repeated.Same), ("row", row.Row), ("choice", choice), ("place", place),
                ("votes", figure.Votes), ("votes2", before.Votes), ("row2", before.Row)),
            row.File, row.Row, "", $"{figure.Votes}", repeated == Repeated.Same ? $"{before.Votes}" : "each choice once a place", place);
        return repeated == Repeated.Fault;
    }

    void ReadDate(SourceRow row, string text)
    {
        var form = map.Date!.Value.Form ?? "yyyy-MM-dd";
        string[] forms = form.Split('|', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        foreach (var one in forms)
        {
            var day = one.Contains(' ', StringComparison.Ordinal) ? text : text.Split(' ', 'T')[0];
            if (DateOnly.TryParseExact(day, one, System.Globalization.CultureInfo.InvariantCulture, System.Globalization.DateTimeStyles.None, out var date))
            {
                Date = date;
                return;
            }
        }

        if (text.Length > 0)
        {
            faults.Add(
                "V118",
                LocalizedText.Say(
                    "v118.row-is-not-a-date-of", ("row", row.Row), ("text", text), ("forms", string.Join(" or ", forms))),
                row.File, row.Row, "date", text, string.Join(" or ", forms));
        }
    }
}
