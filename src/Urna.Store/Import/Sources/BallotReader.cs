using System.Globalization;
using Urna.Model;
using Urna.Store.Ballots;

namespace Urna.Store.Import.Sources;

/// <summary>Reads the grammars of ranked ballots as rows: one a candidate, then one a ranking.</summary>
/// <remarks>Columns: <c>record</c> (candidate or ballot), <c>id</c>, <c>name</c>, <c>count</c>, <c>ranking</c>, <c>first</c>, <c>title</c>, <c>seats</c>, <c>first-rank</c>.</remarks>
static class BallotReader
{
    static readonly string[] columns = ["record", "id", "name", "count", "ranking", "first", "title", "seats", "first-rank"];

    public static void Read(SourceFile file, TableFormat format, FaultLog faults, RowTally tally, Func<TableHeader, bool> begin, Action<SourceRow> read)
    {
        using var text = TableReader.Text(file, format, faults);
        var before = faults.Count;
        var ballots = format.Kind switch
        {
            TableKind.Blt => Blt(text, file.Name, faults),
            TableKind.Preflib => PreflibFile.Read(text, file.Name, faults),
            _ => AbifFile.Read(text, file.Name, faults),
        };
        if (ballots is null || (faults.Count > before && faults.HasFaults))
        {
            return;
        }

        var header = new TableHeader(columns);
        if (!begin(header))
        {
            return;
        }

        var seats = ballots.Seats?.ToString(CultureInfo.InvariantCulture) ?? "";
        foreach (var (id, name) in ballots.Candidates)
        {
            tally.Take();
            read(new SourceRow(header, ["candidate", id, name, "", "", "", ballots.Title, seats, ""], file.Name, 1));
        }

        foreach (var (count, ranking, row) in ballots.Rankings)
        {
            tally.Take();
            var first = ranking.Split('>')[0];
            var sole = first.Contains('=', StringComparison.Ordinal) || first is "-" ? "" : first;
            read(new SourceRow(header, ["ballot", "", "", count.ToString(CultureInfo.InvariantCulture), ranking, sole, ballots.Title, seats, first], file.Name, row));
        }
    }

    static ReadBallots? Blt(TextReader text, string file, FaultLog faults)
    {
        if (BltFile.Read(text, file, faults) is not { } district)
        {
            return null;
        }

        var ids = district.Candidates.Select((_, i) => $"{i + 1}").ToArray();
        var rankings = new List<(long, string, int)>();
        for (var r = 0; r < district.Ballots.Rankings; r++)
        {
            rankings.Add((district.Ballots.CountOf(r), Ranking(district.Ballots.MarksOf(r), ids), r + 2));
        }

        return new ReadBallots(district.District, district.Seats, [.. ids.Zip(district.Candidates)], rankings);
    }

    static string Ranking(ReadOnlySpan<int> marks, string[] ids)
    {
        var text = new System.Text.StringBuilder();
        foreach (var mark in marks)
        {
            var isEqual = RankedBallots.IsEqual(mark);
            text.Append(text.Length == 0 ? "" : isEqual ? "=" : ">");
            text.Append(mark is RankedBallots.Skipped or RankedBallots.Overvoted ? "-" : ids[isEqual ? ~mark : mark]);
        }

        return text.ToString();
    }
}

/// <summary>The ranked ballots of a file, as its grammar gives them.</summary>
/// <param name="Title">The title; empty if the file has none.</param>
/// <param name="Seats">Seats; null if the file states none.</param>
/// <param name="Candidates">The candidates' ids and names.</param>
/// <param name="Rankings">Ballots, their ranking as <c>a&gt;b=c</c>, and the line.</param>
sealed record ReadBallots(string Title, int? Seats, IReadOnlyList<(string Id, string Name)> Candidates, IReadOnlyList<(long Count, string Ranking, int Row)> Rankings);
