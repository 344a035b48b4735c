using Urna.Model;
using System.Globalization;

namespace Urna.Store.Import.Sources;

/// <summary>Reads ranked ballots in the forms of PrefLib: <c>12: 3,{1,2},4</c>.</summary>
/// <remarks>Mattei and Walsh (2013), PrefLib: a library for preferences; forms soc, soi, toc and toi.</remarks>
static class PreflibFile
{
    public static ReadBallots? Read(TextReader text, string file, FaultLog faults)
    {
        var title = "";
        long? voters = null;
        var names = new Dictionary<string, string>();
        var rankings = new List<(long, string, int)>();
        foreach (var (row, line) in FixedReader.Lines(text, file, faults))
        {
            if (line.StartsWith('#'))
            {
                var field = line.TrimStart('#', ' ').Split(':', 2, StringSplitOptions.TrimEntries);
                if (field is ["NUMBER VOTERS", var number] && long.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var all))
                {
                    voters = all;
                }
                else if (field is ["TITLE", var stated])
                {
                    title = stated;
                }
                else if (field.Length == 2 && field[0].StartsWith("ALTERNATIVE NAME ", StringComparison.Ordinal))
                {
                    names[field[0]["ALTERNATIVE NAME ".Length..]] = field[1];
                }
            }
            else if (line.Length > 0)
            {
                var parts = line.Split(':', 2, StringSplitOptions.TrimEntries);
                if (parts.Length == 2 && long.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var count) && Ranking(parts[1], names) is { } ranking)
                {
                    rankings.Add((count, ranking, row));
                }
                else
                {
                    faults.Add(
                        "V112",
                        LocalizedText.Say("v112.row-is-malformed-it-is-no", ("row", row)),
                        file, row, found: FaultLog.Short(line), expected: "12: 3,{1,2},4");
                }
            }
        }

        if (names.Count == 0)
        {
            faults.Add(
                "V103",
                LocalizedText.Say("v103.the-file-names-no-alternatives", ("file", file)),
                file, expected: "# ALTERNATIVE NAME 1: …");
        }

        if (voters is { } said && rankings.Sum(r => r.Item1) is var sum && sum != said)
        {
            faults.Add(
                "V562",
                LocalizedText.Say("v562.states-voters-and-its-ballots-sum", ("file", file), ("said", said), ("sum", sum)),
                file, found: $"{sum}", expected: $"{said}");
        }

        return new ReadBallots(title, null, [.. names.Select(n => (n.Key, n.Value))], rankings);
    }

    /// <summary>The ranking as <c>a&gt;b=c</c>; null if it cannot be read.</summary>
    static string? Ranking(string text, Dictionary<string, string> names)
    {
        var ranks = new List<string>();
        for (var rest = text; rest.Length > 0;)
        {
            var isGroup = rest[0] == '{';
            var end = isGroup ? rest.IndexOf('}', StringComparison.Ordinal) : rest.IndexOf(',', StringComparison.Ordinal);
            if (isGroup && end < 0)
            {
                return null;
            }

            var rank = isGroup ? rest[1..end] : end < 0 ? rest : rest[..end];
            var choices = rank.Split(',', StringSplitOptions.TrimEntries);
            if (choices.Any(c => !names.ContainsKey(c)))
            {
                return null;
            }

            ranks.Add(string.Join('=', choices));
            rest = end < 0 ? "" : rest[(end + 1)..].TrimStart(',', ' ');
        }

        return string.Join('>', ranks);
    }
}
