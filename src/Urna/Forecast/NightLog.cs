using System.Collections.Immutable;
using Urna.Validate;

namespace Urna.Forecast;

/// <summary>All that a source said of a contest during a night, whatever the order in which it was taken in.</summary>
/// <remarks>
/// Rows that say the same are kept once, so a night may be taken in twice, or in any order, and is the same night. Where two rows of one
/// time differ, the greater count stands and finding V643 tells both.
/// </remarks>
public sealed class NightLog
{
    readonly ImmutableArray<SnapshotRow> votes;
    readonly ImmutableArray<StatusRow> statuses;

    NightLog(ImmutableArray<SnapshotRow> votes, ImmutableArray<StatusRow> statuses, ImmutableArray<Finding> findings)
    {
        (this.votes, this.statuses, Findings) = (votes, statuses, findings);
        Moments = [.. votes.Select(v => v.Time).Concat(statuses.Select(s => s.Time)).Distinct().Order()];
    }

    /// <summary>The times at which the source said something, ascending.</summary>
    public ImmutableArray<DateTimeOffset> Moments { get; }

    /// <summary>Rows of votes, by time, place, type and choice, each once.</summary>
    public ImmutableArray<SnapshotRow> Votes => votes;

    /// <summary>Rows of the state of the count, by time, place and type, each once.</summary>
    public ImmutableArray<StatusRow> Statuses => statuses;

    /// <summary>Rows of one time that do not agree.</summary>
    public ImmutableArray<Finding> Findings { get; }

    /// <summary>A night from rows in any order.</summary>
    /// <param name="votes">Rows of votes; the same row may stand more than once.</param>
    /// <param name="statuses">Rows of the state of the count.</param>
    public static NightLog Of(IEnumerable<SnapshotRow> votes, IEnumerable<StatusRow> statuses)
    {
        var findings = ImmutableArray.CreateBuilder<Finding>();
        var keptVotes = ImmutableArray.CreateBuilder<SnapshotRow>();
        foreach (var row in votes.OrderBy(v => v.Time).ThenBy(v => v.Place, StringComparer.Ordinal).ThenBy(v => v.Type).ThenBy(v => v.Choice, StringComparer.Ordinal).ThenByDescending(v => v.Votes))
        {
            if (keptVotes.Count > 0 && keptVotes[^1] is var last && IsSameKey(last, row))
            {
                if (last.Votes != row.Votes)
                {
                    findings.Add(NightFindings.TwoAtOnce(row.Place, row.Choice, last.Votes, row.Votes));
                }

                continue;
            }

            keptVotes.Add(row);
        }

        var keptStatuses = ImmutableArray.CreateBuilder<StatusRow>();
        foreach (var row in statuses.OrderBy(s => s.Time).ThenBy(s => s.Place, StringComparer.Ordinal).ThenBy(s => s.Type).ThenByDescending(s => s.Counted ?? -1).ThenByDescending(s => s.Status).ThenByDescending(s => s.Of ?? -1).ThenByDescending(s => s.Registered ?? -1))
        {
            if (keptStatuses.Count > 0 && keptStatuses[^1] is var last && last.Time == row.Time && last.Type == row.Type && last.Place == row.Place)
            {
                if (last != row)
                {
                    findings.Add(NightFindings.TwoAtOnce(row.Place, "status", last.Counted ?? 0, row.Counted ?? 0));
                }

                continue;
            }

            keptStatuses.Add(row);
        }

        return new(keptVotes.ToImmutable(), keptStatuses.ToImmutable(), [.. findings.Distinct()]);
    }

    /// <summary>Another night's rows taken in beside these.</summary>
    /// <param name="other">The other; it may repeat rows.</param>
    public NightLog With(NightLog other)
    {
        ArgumentNullException.ThrowIfNull(other);
        var joined = Of(votes.Concat(other.votes), statuses.Concat(other.statuses));
        return new(joined.votes, joined.statuses, [.. Findings.Concat(other.Findings).Concat(joined.Findings).Distinct()]);
    }

    /// <summary>What stood at a time.</summary>
    /// <param name="time">The time; rows of it count.</param>
    /// <param name="choices">The ids of the choices, each once; rows of others are refused before.</param>
    public NightState At(DateTimeOffset time, IReadOnlyList<string> choices)
    {
        var sweep = new NightSweep(this, choices);
        sweep.To(time);
        return sweep.State;
    }

    static bool IsSameKey(SnapshotRow a, SnapshotRow b) => a.Time == b.Time && a.Type == b.Type && a.Place == b.Place && a.Choice == b.Choice;
}
