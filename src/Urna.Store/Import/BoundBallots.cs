using Urna.Model;
using System.Collections.Immutable;
using Urna.Store.Import.Sources;

namespace Urna.Store.Import;

/// <summary>A reading of ranked ballots fitted to a table.</summary>
sealed class BoundBallots
{
    readonly MappedContest contest;
    readonly BallotReading reading;
    readonly BoundTemplate id;
    readonly BoundPlaces places;
    readonly int count;
    readonly int ranking;
    readonly ImmutableArray<int> ranks;

    public BoundBallots(ImportMap map, MappedContest contest, TableHeader header)
    {
        this.contest = contest;
        reading = contest.Ballots!;
        id = contest.Id.Bind(header);
        places = new BoundPlaces(map.PlacesOf(contest), header, null);
        count = reading.Count is { } column ? header.IndexOf(column) : -1;
        ranking = reading.Ranking is { } whole ? header.IndexOf(whole) : -1;
        ranks = [.. header.Names.Index().Where(n => reading.Ranks?.IsMatch(n.Item) ?? false).Select(n => n.Index)];
    }

    /// <summary>Takes a row; whether it is a ballot.</summary>
    public bool Take(SourceRow row, ImportDraft draft, TableFormat format, FaultLog faults)
    {
        if (!Condition.Hold(reading.Where, row))
        {
            return false;
        }

        var own = draft.Contest(ContestIds.Of(id.Of(row)), contest);
        own.Sample(row);
        var unit = draft.Places.UnitOf(row, places);
        var ballots = count < 0 ? 1 : FigureText.Read(row, count, format, faults) ?? 0;
        if (unit < 0)
        {
            return true;
        }

        var text = ranking >= 0 ? row[ranking] : string.Join('>', ranks.Select(r => Rank(row[r]))).TrimEnd('>', '-');
        if (ranks.Any(r => row[r].Contains('>', StringComparison.Ordinal)) || (text.Length > 0 && text.Split('>', '=').Any(c => c.Trim().Length == 0)))
        {
            faults.Add(
                "V112",
                LocalizedText.Say("v112.row-a-rank-holds-a-sign", ("row", row.Row)),
                row.File, row.Row, found: FaultLog.Short(text), expected: "names without > and =");
            return true;
        }

        foreach (var choice in text.Split('>', '=').Where(c => c.Length > 0 && c != "-").Distinct())
        {
            own.Name(own.NumberOf(choice), isOnBallot: true);
        }

        own.Ballots.Add((draft.Places.Units[unit], ballots, text));
        return true;
    }

    string Rank(string cell) => cell.Length == 0 || reading.Skipped.Contains(cell) ? "-" : cell;
}
