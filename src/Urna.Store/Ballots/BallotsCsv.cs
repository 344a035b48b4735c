using System.Collections.Immutable;
using Urna.Model;
using Urna.Store.Csv;
using Urna.Store.Folders;
using Urna.Validate;

namespace Urna.Store.Ballots;

/// <summary>Reads ranked ballots from CSV: <c>contest,place,count,ranking</c>.</summary>
/// <remarks>A ranking is <c>a&gt;b=c&gt;-&gt;d</c>: <c>=</c> between choices of one rank, <c>-</c> for a rank left blank; empty for a ballot without any mark.</remarks>
static class BallotsCsv
{
    static readonly CsvFile.Columns columns = new(["place", "count", "ranking"], ["contest"]);

    /// <summary>The ballots of each district of a file that stands alone; its choices are the candidates' names.</summary>
    public static ImmutableArray<RankedDistrict> ReadAlone(string path, string file, FaultLog faults)
    {
        var rows = new Dictionary<string, List<(long Count, int[] Marks)>>();
        var names = new Dictionary<string, Dictionary<string, (int Number, string Name)>>();
        string? only = null;
        CsvFile.Read(path, file, columns, faults, row =>
        {
            var contest = row.Text("contest");
            if ((only ??= contest) != contest)
            {
                row.Fault(
                    "V110",
                    LocalizedText.Say("v110.is-another-contest-than", ("contest", contest), ("only", only)),
                    "contest", contest, "the ballots of one contest");
            }

            if (row.Required("place") is not { } place || row.Count("count") is not { } count)
            {
                return;
            }

            var known = names.TryGetValue(place, out var own) ? own : names[place] = [];
            if (Marks(row, name => known.TryGetValue(FoldedName.Of(name), out var k) ? k.Number : (known[FoldedName.Of(name)] = (known.Count, name)).Number) is { } marks)
            {
                (rows.TryGetValue(place, out var list) ? list : rows[place] = []).Add((count, marks));
            }
        });
        return faults.HasFaults ? [] : [.. rows.Select(r => new RankedDistrict(r.Key, null, [.. names[r.Key].Values.Select(n => n.Name)], Together(r.Value, names[r.Key].Count)))];
    }

    /// <summary>The ballots of a contest by place; its choices are the candidacies' ids.</summary>
    public static ImmutableArray<PlaceBallots> Read(FolderFiles folder, string file, string contest, ImmutableArray<Candidacy> candidacies, PlaceTree places, FaultLog faults)
    {
        var numbers = candidacies.Index().GroupBy(c => c.Item.Choice).ToDictionary(g => g.Key, g => g.First().Index);
        var rows = new Dictionary<string, List<(long Count, int[] Marks)>>();
        CsvFile.Read(folder, file, columns, faults, row =>
        {
            if (row.Text("contest") is { Length: > 0 } other && other != contest)
            {
                return;
            }

            if (row.Required("place") is not { } place || row.Count("count") is not { } count)
            {
                return;
            }

            if (!places.Contains(place))
            {
                row.Fault(
                    "V107",
                    LocalizedText.Say("v107.is-not-a-place-2", ("place", place)),
                    "place", place, Nearest.Among(place, places.Places.Select(p => p.Id)), place);
            }

            var unknown = "";
            var marks = Marks(row, choice => numbers.TryGetValue(choice, out var number) ? number : Missing(choice, ref unknown));
            if (unknown.Length > 0)
            {
                row.Fault(
                    "V108",
                    LocalizedText.Say("v108.is-not-a-choice-2", ("unknown", unknown)),
                    "ranking", unknown, Nearest.Among(unknown, numbers.Keys), place);
            }
            else if (marks is not null)
            {
                (rows.TryGetValue(place, out var list) ? list : rows[place] = []).Add((count, marks));
            }
        });
        return faults.HasFaults ? [] : [.. rows.Select(r => new PlaceBallots(r.Key, Together(r.Value, candidacies.Length)))];
    }

    static int Missing(string choice, ref string unknown)
    {
        unknown = choice;
        return 0;
    }

    /// <summary>The marks of a row's ranking; null with a fault if it cannot be read.</summary>
    static int[]? Marks(CsvRow row, Func<string, int> number)
    {
        var ranking = row.Text("ranking");
        var marks = new List<int>();
        foreach (var rank in ranking.Length == 0 ? [] : ranking.Split('>', StringSplitOptions.TrimEntries))
        {
            if (rank == "-")
            {
                marks.Add(RankedBallots.Skipped);
                continue;
            }

            foreach (var (index, choice) in rank.Split('=', StringSplitOptions.TrimEntries).Index())
            {
                if (choice.Length == 0)
                {
                    row.Fault(
                        "V112",
                        LocalizedText.Say("v112.the-ranking-has-a-rank-without", ("ranking", ranking)),
                        "ranking", ranking, "choices as a>b=c>-");
                    return null;
                }

                marks.Add(index == 0 ? number(choice) : RankedBallots.EqualTo(number(choice)));
            }
        }

        return [.. marks];
    }

    static RankedBallots Together(List<(long Count, int[] Marks)> rows, int choices)
    {
        var ballots = new RankedBallots.Builder(choices);
        foreach (var (count, marks) in rows)
        {
            ballots.Add(count, marks);
        }

        return ballots.ToBallots();
    }
}
