using Urna.Model;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Urna.Store.Import.Sources;

/// <summary>Reads ranked ballots in the form ABIF: <c>12:A&gt;B=C</c>.</summary>
static partial class AbifFile
{
    public static ReadBallots? Read(TextReader text, string file, FaultLog faults)
    {
        var title = "";
        var names = new Dictionary<string, string>();
        var rankings = new List<(long, string, int)>();
        foreach (var (row, line) in FixedReader.Lines(text, file, faults))
        {
            if (line.Length == 0 || line[0] == '#')
            {
                continue;
            }

            if (Field().Match(line) is { Success: true } field)
            {
                title = field.Groups["key"].Value == "title" ? field.Groups["value"].Value : title;
            }
            else if (Name().Match(line) is { Success: true } name)
            {
                names[name.Groups["id"].Value.Trim()] = name.Groups["name"].Value;
            }
            else if (Ballot().Match(line) is { Success: true } ballot
                && long.TryParse(ballot.Groups["count"].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var count))
            {
                rankings.Add((count, Ranking(ballot.Groups["ranking"].Value, names), row));
            }
            else
            {
                faults.Add(
                    "V112",
                    LocalizedText.Say("v112.row-is-malformed-it-is-no-2", ("row", row)),
                    file, row, found: FaultLog.Short(line), expected: "12:A>B=C");
            }
        }

        return new ReadBallots(title, null, [.. names.Select(n => (n.Key, n.Value))], rankings);
    }

    /// <summary>The ranking with equals signs between choices of one rank, and without scores.</summary>
    /// <remarks>Choices parted by commas stand in the order of their scores, and in one rank where they have none.</remarks>
    static string Ranking(string text, Dictionary<string, string> names)
    {
        var ranks = text.Split('#')[0].Split('>').SelectMany(Ranks).Where(r => r.Count > 0).ToList();
        foreach (var choice in ranks.SelectMany(r => r))
        {
            names.TryAdd(choice, choice);
        }

        return string.Join('>', ranks.Select(r => string.Join('=', r)));
    }

    static IEnumerable<List<string>> Ranks(string text)
    {
        var choices = text.Split('=', ',').Select(c => c.Split('/')).Select(c => (Name: c[0].Trim().Trim('[', ']'), Score: Score(c))).Where(c => c.Name.Length > 0).ToList();
        return text.Contains(',', StringComparison.Ordinal) && choices.TrueForAll(c => c.Score is not null)
            ? choices.GroupBy(c => c.Score).OrderByDescending(g => g.Key).Select(g => g.Select(c => c.Name).ToList())
            : [choices.ConvertAll(c => c.Name)];
    }

    static decimal? Score(string[] parts) => parts.Length > 1 && decimal.TryParse(parts[1].Trim(), NumberStyles.Number, CultureInfo.InvariantCulture, out var score) ? score : null;

    [GeneratedRegex(@"^\{\s*""?(?<key>[^:""]+)""?\s*:\s*""?(?<value>.*?)""?\s*\}$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Field();

    [GeneratedRegex(@"^=\s*(?<id>[^:]+):\s*\[(?<name>.*)\]", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Name();

    [GeneratedRegex(@"^(?<count>\d+)\s*:(?<ranking>.*)$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Ballot();
}
