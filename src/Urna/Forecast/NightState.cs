using System.Collections.Immutable;
using Urna.Model;
using Urna.Validate;

namespace Urna.Forecast;

/// <summary>What stands of one type of vote in one place.</summary>
public sealed class NightCell
{
    internal NightCell(int choices) => Votes = new long[choices];

    /// <summary>Votes by choice, in the order of the choices.</summary>
    internal long[] Votes { get; }

    /// <summary>Whether any votes were said.</summary>
    public bool HasVotes { get; internal set; }

    /// <summary>Votes for all choices.</summary>
    public long Total { get; internal set; }

    /// <summary>Ballots cast as the source states them: a count of what must come; null if not said.</summary>
    public long? Cast { get; internal set; }

    /// <summary>Blank and null votes said; 0 if none.</summary>
    public long BlankOrNull => Blank + Null;

    /// <summary>How far the count is; null if not said.</summary>
    public CountStatus? Status { get; internal set; }

    /// <summary>Stations counted; null if not said.</summary>
    public long? Counted { get; internal set; }

    /// <summary>Stations there are; null if not said.</summary>
    public long? Of { get; internal set; }

    /// <summary>People on the roll; null if not said.</summary>
    public long? Registered { get; internal set; }

    /// <summary>When its votes were first said; null if they were not.</summary>
    public DateTimeOffset? First { get; internal set; }

    internal long Blank { get; set; }

    internal long Null { get; set; }

    /// <summary>Its votes when they were first said.</summary>
    internal long AtFirst { get; set; }

    /// <summary>Votes of a choice.</summary>
    /// <param name="choice">The choice's number.</param>
    public long this[int choice] => Votes[choice];
}

/// <summary>What stood at a moment of the night: cells by place and type, and what was odd on the way.</summary>
public sealed class NightState
{
    internal NightState(IReadOnlyList<string> choices) => Choices = [.. choices];

    /// <summary>The moment; null before the first.</summary>
    public DateTimeOffset? AsOf { get; internal set; }

    /// <summary>The choices.</summary>
    public ImmutableArray<string> Choices { get; }

    internal Dictionary<(string Place, VoteType Type), NightCell> Cells { get; } = [];

    internal List<Finding> Odd { get; } = [];

    /// <summary>The cell of a place and type; null if nothing was said of it.</summary>
    /// <param name="place">A place's id.</param>
    /// <param name="type">A type of vote.</param>
    public NightCell? Cell(string place, VoteType type) => Cells.GetValueOrDefault((place, type));

    /// <summary>Snapshots that went back, repeated or emptied a place, up to the moment.</summary>
    public ImmutableArray<Finding> Findings => [.. Odd];

    internal NightCell At(string place, VoteType type)
    {
        if (!Cells.TryGetValue((place, type), out var cell))
        {
            Cells[(place, type)] = cell = new NightCell(Choices.Length);
        }

        return cell;
    }
}

/// <summary>Goes through a night from moment to moment; a step costs what changed.</summary>
public sealed class NightSweep
{
    readonly NightLog log;
    readonly Dictionary<string, int> numbers;
    int nextVote;
    int nextStatus;

    /// <summary>Begins before the first moment.</summary>
    /// <param name="log">The night.</param>
    /// <param name="choices">The ids of the choices.</param>
    public NightSweep(NightLog log, IReadOnlyList<string> choices)
    {
        ArgumentNullException.ThrowIfNull(log);
        this.log = log;
        numbers = choices.Select((c, i) => (c, i)).ToDictionary();
        State = new(choices);
    }

    /// <summary>What stands; it changes with the next step.</summary>
    public NightState State { get; }

    /// <summary>Goes on to a moment.</summary>
    /// <param name="time">The moment, not before the last.</param>
    public void To(DateTimeOffset time)
    {
        while (true)
        {
            var vote = nextVote < log.Votes.Length ? log.Votes[nextVote].Time : DateTimeOffset.MaxValue;
            var status = nextStatus < log.Statuses.Length ? log.Statuses[nextStatus].Time : DateTimeOffset.MaxValue;
            var next = vote < status ? vote : status;
            if (next > time || (nextVote >= log.Votes.Length && nextStatus >= log.Statuses.Length))
            {
                return;
            }

            Step(next);
        }
    }

    void Step(DateTimeOffset time)
    {
        var changed = false;
        var before = new Dictionary<(string, VoteType), long>();
        for (; nextVote < log.Votes.Length && log.Votes[nextVote].Time == time; nextVote++)
        {
            changed |= Take(log.Votes[nextVote], before);
        }

        foreach (var ((place, type), old) in before)
        {
            var cell = State.At(place, type);
            if (cell.Total == 0 && old > 0)
            {
                State.Odd.Add(NightFindings.Emptied(place, old));
            }

            (cell.First, cell.AtFirst) = cell.First is null && cell.Total > 0 ? (time, cell.Total) : (cell.First, cell.AtFirst);
        }

        for (; nextStatus < log.Statuses.Length && log.Statuses[nextStatus].Time == time; nextStatus++)
        {
            changed |= Take(log.Statuses[nextStatus]);
        }

        if (!changed)
        {
            State.Odd.Add(NightFindings.Repeated(time));
        }

        State.AsOf = time;
    }

    bool Take(SnapshotRow row, Dictionary<(string, VoteType), long> before)
    {
        var cell = State.At(row.Place, row.Type);
        if (ReportedCounts.IsReserved(row.Choice))
        {
            return TakeReserved(cell, row);
        }

        if (!numbers.TryGetValue(row.Choice, out var choice))
        {
            throw new ArgumentException($"'{row.Choice}' is not a choice. Expected: one of {string.Join(", ", State.Choices)}.", nameof(row));
        }

        before.TryAdd((row.Place, row.Type), cell.Total);
        var old = cell.Votes[choice];
        var isNew = !cell.HasVotes;
        cell.HasVotes = true;
        cell.Votes[choice] = row.Votes;
        cell.Total += row.Votes - old;
        if (row.Votes < old)
        {
            State.Odd.Add(NightFindings.WentBack(row.Place, row.Choice, old, row.Votes));
        }

        return isNew || row.Votes != old;
    }

    static bool TakeReserved(NightCell cell, SnapshotRow row)
    {
        var old = (cell.Cast, cell.Registered, cell.Blank, cell.Null);
        _ = row.Choice switch
        {
            "cast" => cell.Cast = row.Votes,
            "registered" => cell.Registered = row.Votes,
            "blank" or "blank-or-null" => cell.Blank = row.Votes,
            "null" => cell.Null = row.Votes,
            _ => null,
        };
        return old != (cell.Cast, cell.Registered, cell.Blank, cell.Null);
    }

    bool Take(StatusRow row)
    {
        var cell = State.At(row.Place, row.Type);
        var old = (cell.Status, cell.Counted, cell.Of, cell.Registered);
        (cell.Status, cell.Counted, cell.Of, cell.Registered) = (row.Status, row.Counted, row.Of is 0 ? null : row.Of, row.Registered ?? cell.Registered);
        if (row is { Counted: { } counted, Of: > 0 and var of } && counted > of)
        {
            State.Odd.Add(NightFindings.TooManyCounted(row.Place, counted, of));
            cell.Counted = of;
        }

        if (row.Status == CountStatus.Gone && cell.Total > 0)
        {
            State.Odd.Add(NightFindings.Emptied(row.Place, cell.Total));
            Array.Clear(cell.Votes);
            cell.Total = 0;
        }

        return old != (cell.Status, cell.Counted, cell.Of, cell.Registered);
    }
}
