using System.Globalization;
using System.Numerics;
using System.Text.RegularExpressions;

namespace Urna.Tests.Judge;

/// <summary>An election folder's tables, read and added up without any code of the program.</summary>
sealed partial class PlainTables(string election)
{
    readonly Dictionary<string, List<Dictionary<string, string>>> tables = [];

    /// <summary>The election's id.</summary>
    public string Election => election;

    /// <summary>The rows of a table, by column.</summary>
    public List<Dictionary<string, string>> Rows(string file)
    {
        if (!tables.TryGetValue(file, out var rows))
        {
            var lines = File.ReadAllLines(Path.Combine(Repository.Elections, election, file)).Select(Cells).ToList();
            rows = [.. lines.Skip(1).Select(cells => lines[0].Zip(cells).ToDictionary(p => p.First, p => p.Second))];
            tables.Add(file, rows);
        }

        return rows;
    }

    /// <summary>The sum of some choices of a contest, in a place or all, without a place and what lies below it.</summary>
    public long Sum(string contest, Func<string, bool> isCounted, string? within = null, string? without = null) =>
        Rows($"results-{contest}.csv").Where(r => r["contest"] == contest && isCounted(r["choice"]) && (within is null || Lies(r["place"], within)) && (without is null || !Lies(r["place"], without)))
            .Sum(r => long.Parse(r["votes"], CultureInfo.InvariantCulture));

    /// <summary>The sum of one choice, or of one total.</summary>
    public long Of(string contest, string choice, string? within = null, string? without = null) => Sum(contest, c => c == choice, within, without);

    /// <summary>The sum of all choices.</summary>
    public long Valid(string contest, string? within = null, string? without = null) => Sum(contest, c => !IsTotal(c), within, without);

    /// <summary>The choices of a contest.</summary>
    public List<string> Choices(string contest) => [.. Rows($"results-{contest}.csv").Select(r => r["choice"]).Where(c => !IsTotal(c)).Distinct()];

    /// <summary>The ids of the places of a level.</summary>
    public List<string> Places(string level) => [.. Rows("places.csv").Where(p => p["level"] == level).Select(p => p["place"])];

    static bool IsTotal(string choice) => choice is "registered" or "cast" or "valid" or "blank" or "null" or "blank-or-null";

    bool Lies(string place, string within)
    {
        for (var at = place; at.Length > 0; at = Rows("places.csv").Find(p => p["place"] == at)!["parent"])
        {
            if (at == within)
            {
                return true;
            }
        }

        return false;
    }

    static List<string> Cells(string line) => [.. Cell().Matches(line).Select(m => m.Groups["quoted"].Success ? m.Groups["quoted"].Value.Replace("\"\"", "\"", StringComparison.Ordinal) : m.Groups["plain"].Value)];

    [GeneratedRegex("(?:^|,)(?:\"(?<quoted>(?:[^\"]|\"\")*)\"|(?<plain>[^,]*))", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Cell();

    /// <summary>A fraction in hundredths with some decimals, half up, moved by some of its last digits.</summary>
    public static string Percent(BigInteger part, BigInteger all, int decimals, int moved = 0)
    {
        var scale = BigInteger.Pow(10, decimals);
        var twice = (part * 200 * scale) + all;
        var digits = twice / (2 * all);
        digits = (twice.Sign < 0 && twice % (2 * all) != 0 ? digits - 1 : digits) + moved;
        var text = BigInteger.Abs(digits).ToString(CultureInfo.InvariantCulture).PadLeft(decimals + 1, '0');
        return $"{(digits.Sign < 0 ? "-" : "")}{text[..^decimals]}{(decimals > 0 ? "." : "")}{text[^decimals..]}";
    }
}
