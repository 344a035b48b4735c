using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Urna.Tests.Cli;

/// <summary>Every figure of the articles' claims can be shown again: by its query, and from the rows it names.</summary>
public sealed partial class ClaimsSourcesTests
{
    static readonly Lazy<List<JsonElement>> claims = new(() => [.. new[] { "cl-1970", "cl-2021" }.SelectMany(e =>
        JsonDocument.Parse(UrnaCommand.Run("claims", $"elections/{e}/claims.yaml", "--format", "json").Output).RootElement.EnumerateArray())]);

    /// <summary>Each command runs as it stands, from where the claims were judged.</summary>
    [Fact]
    public void Queries_RunAsTheyStand()
    {
        var failed = from query in claims.Value.Select(c => c.GetProperty("query").GetString()).OfType<string>().SelectMany(q => q.Split("; ")).Distinct()
                     let result = Run(query)
                     where result.ExitCode is not (0 or 1) || result.Output.Length == 0
                     select $"{query}: {result.ExitCode}, {result.Errors}";
        Assert.Empty(failed);
    }

    /// <summary>Votes, and what shares are of, stand in what the command prints.</summary>
    [Fact]
    public void Queries_OfCounts_PrintTheFigure()
    {
        var counted = claims.Value.Where(c => c.GetProperty("computed").ValueKind == JsonValueKind.Number && c.GetProperty("unit").GetString() is "share" or "votes"
            && c.GetProperty("query").GetString()!.StartsWith("urna count", StringComparison.Ordinal) && c.GetProperty("id").GetString() != "A3-won").ToList();
        Assert.True(counted.Count > 8);
        Assert.All(counted, claim =>
        {
            var output = Run(claim.GetProperty("query").GetString()!.Split("; ")[^1]).Output;
            var number = claim.GetProperty("unit").GetString() switch
            {
                "share" => claim.GetProperty("denominator").GetProperty("value").GetInt64(),
                // A lead is a difference of two numbers, of which the greater stands beside it.
                "votes" when claim.GetProperty("explanation").GetString()!.Contains(" against ", StringComparison.Ordinal) => long.Parse(Against().Match(claim.GetProperty("explanation").GetString()!).Groups["votes"].Value, NumberStyles.AllowThousands, CultureInfo.InvariantCulture),
                "votes" => claim.GetProperty("computed").GetInt64(),
                _ => 0,
            };
            Assert.Contains(Grouped(number), output, StringComparison.Ordinal);
        });
    }

    /// <summary>The rows of a count of votes add up to it.</summary>
    [Theory]
    [InlineData("cl-2021", "{ measure: votes, contest: president-1, of: boric, value: 1 votes }")]
    [InlineData("cl-2021", "{ measure: votes, contest: president-2, of: [cast], value: 1 votes }")]
    [InlineData("cl-2021", "{ measure: votes, contest: president-2, of: [registered], places: [region-2], value: 1 votes }")]
    [InlineData("cl-2021", "{ measure: votes, contest: primaries, of: [APRUEBO DIGNIDAD], value: 1 votes }")]
    [InlineData("cl-2021", "{ measure: seats, chamber: senate, of: [Chile Podemos +, Nuevo Pacto Social, Apruebo Dignidad, Frente Social Cristiano, Candidatura Independiente], value: 1 seats }")]
    [InlineData("cl-1971", "{ measure: votes, contest: municipal, of: [UP], value: 1 votes }")]
    public void Rows_AddUpToTheFigure(string election, string claim)
    {
        using var files = new PlainFolder();
        var file = files.Write("claims.yaml", $"election: {election}\nclaims:\n  - {claim.Replace("{ ", "{ id: x, ", StringComparison.Ordinal)}\n");
        var judged = JsonDocument.Parse(UrnaCommand.Run("claims", file, "--elections", Repository.Elections, "--format", "json").Output).RootElement[0];
        var rows = judged.GetProperty("sources").EnumerateArray().Select(s => s.GetString()!).Where(s => s.Contains(".csv:", StringComparison.Ordinal)).Select(s => s.Split(':')).ToList();

        Assert.Single(rows);
        var lines = File.ReadAllLines(Path.Combine(Repository.Elections, rows[0][0]));
        var at = rows[0][0].EndsWith("members.csv", StringComparison.Ordinal) ? 3 : ^1;
        Assert.Equal(judged.GetProperty("computed").GetDouble(), Expanded(rows[0][1]).Sum(r => long.Parse(lines[r - 1].Split(',')[at], CultureInfo.InvariantCulture)));
    }

    /// <summary>Every computed figure names rows of a table that is there.</summary>
    [Fact]
    public void Sources_NameRowsOfTablesThatAreThere() =>
        Assert.All(claims.Value.Where(c => c.GetProperty("computed").ValueKind == JsonValueKind.Number), claim =>
        {
            var rows = claim.GetProperty("sources").EnumerateArray().Select(s => s.GetString()!).Where(s => s.Contains(".csv:", StringComparison.Ordinal)).ToList();
            Assert.NotEmpty(rows);
            Assert.All(rows, r => Assert.InRange(Expanded(r.Split(':')[1]).Max(), 2, File.ReadAllLines(Path.Combine(Repository.Elections, r.Split(':')[0])).Length));
        });

    /// <summary>A share always says what it is of.</summary>
    [Fact]
    public void Shares_HaveADenominator() =>
        Assert.All(claims.Value.Where(c => c.GetProperty("unit").GetString() == "share" && c.GetProperty("computed").ValueKind == JsonValueKind.Number), c => Assert.True(c.GetProperty("denominator").GetProperty("value").GetInt64() > 0));

    [Fact]
    public void Days_AreDays()
    {
        var date = claims.Value.Single(c => c.GetProperty("unit").GetString() == "date");

        Assert.Equal("1971-01-31", date.GetProperty("stated").GetString());
        Assert.Equal("1971-04-04", date.GetProperty("computed").GetString());
    }

    static IEnumerable<int> Expanded(string ranges) => ranges.Split(',').SelectMany(part =>
    {
        var (range, step) = part.Split('/') is [var r, var s] ? (r, int.Parse(s, CultureInfo.InvariantCulture)) : (part, 1);
        var ends = range.Split('-').Select(e => int.Parse(e, CultureInfo.InvariantCulture)).ToArray();
        return Enumerable.Range(0, ((ends[^1] - ends[0]) / step) + 1).Select(i => ends[0] + (i * step));
    });

    static UrnaCommand.Result Run(string query) => UrnaCommand.Run(Word().Matches(query).Skip(1).Select(m => m.Groups["quoted"].Success ? m.Groups["quoted"].Value : m.Value));

    static string Grouped(long number) => number.ToString("N0", CultureInfo.InvariantCulture);

    [GeneratedRegex("\"(?<quoted>[^\"]*)\"|[^ ]+", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Word();

    [GeneratedRegex(@"\((?<votes>[0-9,]+) votes against", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Against();
}
