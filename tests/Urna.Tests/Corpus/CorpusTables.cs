using System.Globalization;

namespace Urna.Tests.Corpus;

/// <summary>Votes and seats as the corpus reads them from the tables of an election folder, by code of its own.</summary>
/// <remarks>Labels of the corpus must not rest on the code that they are to check.</remarks>
static class CorpusTables
{
    /// <summary>A choice of a contest: its id, its names in texts, its votes.</summary>
    public sealed record Choice(string Id, string Full, string Short, long Votes);

    /// <summary>The choices of a contest, most votes first.</summary>
    public static List<Choice> Ranked(string election, string contest)
    {
        var votes = Rows(election, $"results-{contest}.csv").GroupBy(r => r["choice"]).ToDictionary(g => g.Key, g => g.Sum(r => long.Parse(r["votes"], CultureInfo.InvariantCulture)));
        return [.. Rows(election, $"candidacies-{contest}.csv").Select(r => Named(r["choice"], r["candidate"], votes.GetValueOrDefault(r["choice"]))).OrderByDescending(c => c.Votes)];
    }

    /// <summary>A total that the tables state beside the choices; null where a place lacks it.</summary>
    public static long? Total(string election, string contest, string total)
    {
        var rows = Rows(election, $"results-{contest}.csv");
        var stated = rows.Where(r => r["choice"] == total).ToList();
        return stated.Select(r => r["place"]).ToHashSet().SetEquals(rows.Select(r => r["place"])) ? stated.Sum(r => long.Parse(r["votes"], CultureInfo.InvariantCulture)) : null;
    }

    /// <summary>Members of a chamber by list and by party; a name that is both counts once.</summary>
    public static List<(string Name, int Seats)> Groups(string election, string chamber)
    {
        var rows = Rows(election, "members.csv").Where(r => r["chamber"] == chamber).ToList();
        return [.. rows.Select(r => (r["list"], r["seats"])).Concat(rows.Where(r => r["party"] != r["list"]).Select(r => (r["party"], r["seats"])))
            .GroupBy(r => r.Item1).Select(g => (g.Key, g.Sum(r => int.Parse(r.Item2, CultureInfo.InvariantCulture))))];
    }

    static Choice Named(string id, string name, long votes)
    {
        var full = CultureInfo.InvariantCulture.TextInfo.ToTitleCase(name.ToLowerInvariant());
        full = name.Any(char.IsLower) ? name : full;
        var words = full.Split(' ');
        var last = words.Length switch { 2 => 1, 3 => words[0] == "Francisco" ? 2 : 1, >= 4 => 2, _ => 0 };
        var isAnswer = !name.Contains(' ', StringComparison.Ordinal) || id is "for" or "against" or "convention" or "mixed";
        return new(id, isAnswer ? full : last == words.Length - 1 ? full : string.Join(' ', words.Take(last + 1)), isAnswer ? full : words[last], votes);
    }

    static List<Dictionary<string, string>> Rows(string election, string file)
    {
        var lines = File.ReadAllLines(Path.Combine(Repository.Elections, election, file));
        var header = Cells(lines[0]);
        return [.. lines.Skip(1).Where(l => l.Length > 0).Select(l => header.Zip(Cells(l)).ToDictionary(p => p.First, p => p.Second))];
    }

    static List<string> Cells(string line)
    {
        var (cells, cell, isQuoted) = (new List<string>(), new System.Text.StringBuilder(), false);
        foreach (var c in line)
        {
            if (c == '"')
            {
                isQuoted = !isQuoted;
            }
            else if (c == ',' && !isQuoted)
            {
                cells.Add(cell.ToString());
                cell.Clear();
            }
            else
            {
                cell.Append(c);
            }
        }

        return [.. cells, cell.ToString()];
    }
}
