using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Urna.Allocate.Steps;
using Urna.Allocate.Transferable;
using Urna.Model;
using Urna.Numerics;
using Urna.Tests.Allocate.Transferable;

namespace Urna.Tests.Real;

/// <summary>Real elections by ranked ballots, person by person and count by count.</summary>
public class RankedCasesTests
{
    /// <summary>Counts of Govan 2007 by another program, Droop 0.14 (rule scotland): all its rounds, candidate by candidate.</summary>
    static readonly string[] govanCounts =
    [
        "1371 394 1590 1657 138 2694 377 398 450 377 114",
        "1412.4557 449.6608 1651.1689 1705.1234 146.697 1913 473.8266 505.5529 480.4395 399.0324 138.3516",
        "1415.3254 455.98 1657.9083 1711.5729 147.2768 1913 506.5953 548.6701 481.0193 401.4819 0",
        "1417.6153 468.4295 1666.9083 1718.8628 0 1913 517.6246 557.2499 531.7587 408.4819 0",
        "1449.0648 485.9083 1696.4881 1747.8628 0 1913 555.5529 580.3085 607.788 0 0",
        "1503.1234 0 1743.0972 1781.4719 0 1913 711.455 600.8166 675.6153 0 0",
        "1550.5305 0 1812.6346 1845.4588 0 1913 842.7642 0 690.9931 0 0",
        "1594.6901 0 1852.9538 1881.0679 0 1913 977.8097 0 0 0 0",
        "1675.7356 0 1921.6801 1984.1427 0 1913 0 0 0 0 0",
    ];

    /// <summary>What that program calls non-transferable: exhausted votes and rounding together.</summary>
    static readonly string[] govanNonTransferable = ["0", "284.6818", "321.1606", "360.0596", "524.0172", "631.4112", "904.6094", "1340.4691", "2065.4322"];

    [Fact]
    public void Govan2007_EqualsTheKnownOutcome_AtEveryCount()
    {
        var json = CaseFiles.Read("gb_glasgow_govan_2007.json");
        var names = json.GetProperty("candidates").EnumerateArray().Select(n => n.GetString()!).ToImmutableArray();
        var result = Ranked.Count(Step("scottish-councils"), Ranked.District(names, 4, Rankings(json, names)));
        var official = json.GetProperty("official");

        Assert.Equal(Names(official.GetProperty("elected")), result.Elected().Order(StringComparer.Ordinal));
        Assert.Equal(official.GetProperty("quota").GetInt64(), result.Steps.OfType<QuotaSet>().Single().Quota);
        Assert.Equal(govanCounts, result.Counts().Select(c => string.Join(' ', c.Tallies.Select(t => t.Votes.ToDecimal()))));
        Assert.All(result.Counts().Zip(govanNonTransferable), c => Assert.True((c.First.Exhausted + c.First.Lost - Amount(c.Second)) is var gap && (gap == 0 || c.First.Lost > 0)));
    }

    /// <summary>
    /// RCTab's rounds of 2013. It makes a round of passing on a surplus of nothing (4, equal to 3), and one after all seats are filled (11);
    /// the ordinance asks for neither, and both are told from the rounds before.
    /// </summary>
    [Fact]
    public void MinneapolisParkBoard2013_EqualsTheOfficialRounds()
    {
        var json = CaseFiles.Read("us_minneapolis_park_2013.json");
        ImmutableArray<string> names = [.. json.GetProperty("candidates").EnumerateArray().Select(c => c.GetProperty("name").GetString()!), "UWI"];
        var result = Ranked.Count(Step("minneapolis"), Ranked.District(names, 3, Rows(json, names)));
        var rounds = json.GetProperty("official").GetProperty("rounds").EnumerateArray().ToList();
        var counts = result.Counts();

        Assert.Equal(Names(json.GetProperty("official").GetProperty("elected")), result.Elected().Order(StringComparer.Ordinal));
        Assert.Equal(11, rounds.Count);
        Assert.Equal(Tally(rounds[2]), Tally(rounds[3]));
        int[] same = [0, 1, 2, 4, 5, 6, 7, 8, 9];
        Assert.Equal(same.Length, counts.Length);
        foreach (var (count, round) in same.Select(r => rounds[r]).Index())
        {
            var official = Tally(round);
            Assert.Equal(official, counts[count].Tallies.Where(t => official.ContainsKey(t.Candidate)).ToDictionary(t => t.Candidate, t => t.Votes));
            Assert.All(counts[count].Tallies, t => Assert.True(official.ContainsKey(t.Candidate) || t.State == CandidateState.Excluded));
            Assert.Equal(round.GetProperty("threshold").GetString(), counts[count].Quota.ToDecimal());
            Assert.Equal(Names(round.GetProperty("elected")), counts[count].Elected.Order(StringComparer.Ordinal));
        }

        // RCTab names who is eliminated in the round before their votes move.
        Assert.Equal(rounds.SelectMany(r => Names(r.GetProperty("eliminated"))).Select(Own), counts.SelectMany(c => c.Excluded));
        Assert.Equal(14866, Tally(rounds[10])["ANNIE YOUNG"]);
    }

    /// <summary>The same ballots where those who cannot win go together, as the ordinance allows: the same three are elected.</summary>
    [Fact]
    public void MinneapolisParkBoard2013_BatchElimination_ElectsTheSame()
    {
        var json = CaseFiles.Read("us_minneapolis_park_2013.json");
        ImmutableArray<string> names = [.. json.GetProperty("candidates").EnumerateArray().Select(c => c.GetProperty("name").GetString()!), "UWI"];
        var district = Ranked.District(names, 3, Rows(json, names));
        var single = Ranked.Count(Step("minneapolis"), district);
        var batch = Ranked.Count(Step("minneapolis") with { Exclude = ExclusionRule.BatchBeforeSurplus }, district);

        Assert.Equal(single.Elected().Order(StringComparer.Ordinal), batch.Elected().Order(StringComparer.Ordinal));
    }

    [Fact]
    public void IrelandPresident1990_RobinsonOvertakesLenihanAtTheSecondCount()
    {
        var json = CaseFiles.Read("ie_president_1990.json");
        ImmutableArray<string> names = ["Austin Currie", "Brian Lenihan", "Mary Robinson"];
        var result = Ranked.Count(Step("irish-president"), Ranked.District(names, 1, Rankings(json, names)));
        var first = json.GetProperty("official").GetProperty("first_count").EnumerateObject().ToDictionary(p => p.Name, p => (Fraction)p.Value.GetInt64());

        Assert.Equal(Names(json.GetProperty("official").GetProperty("elected")), result.Elected());
        Assert.Equal(Basis.Majority, result.Elected[0].Basis);
        Assert.Equal(first, result.Counts()[0].Tallies.ToDictionary(t => t.Candidate, t => t.Votes));
        Assert.Equal(["0", "731273", "817830"], result.Counts()[1].Tallies.Select(t => t.Votes.ToDecimal()));
        Assert.Equal("787326", result.Steps.OfType<QuotaSet>().Single().Quota.ToDecimal());
    }

    static TransferableVoteStep Step(string law) => Assert.IsType<TransferableVoteStep>(Assert.Single(Repository.Law(law).Steps));

    static RankedBallots Rankings(JsonElement json, ImmutableArray<string> names)
    {
        var builder = new RankedBallots.Builder(names.Length);
        foreach (var ballot in json.GetProperty("ballots").EnumerateArray())
        {
            builder.Add(ballot.GetProperty("count").GetInt64(), [.. ballot.GetProperty("ranking").EnumerateArray().Select(n => names.IndexOf(n.GetString()!))]);
        }

        return builder.ToBallots();
    }

    /// <summary>Rows of rank cells, the last the number of ballots.</summary>
    static RankedBallots Rows(JsonElement json, ImmutableArray<string> names)
    {
        var builder = new RankedBallots.Builder(names.Length);
        foreach (var row in json.GetProperty("ballots").EnumerateArray().Select(r => r.EnumerateArray().ToList()))
        {
            builder.Add(row[^1].GetInt64(), [.. row[..^1].Select(c => c.GetString() switch
            {
                "undervote" => RankedBallots.Skipped,
                "overvote" => RankedBallots.Overvoted,
                var name => names.IndexOf(name!),
            })]);
        }

        return builder.ToBallots();
    }

    static Dictionary<string, Fraction> Tally(JsonElement round) =>
        round.GetProperty("tally").EnumerateObject().ToDictionary(p => Own(p.Name), p => Amount(p.Value.GetRawText()));

    static string Own(string name) => name == "Undeclared Write-ins" ? "UWI" : name;

    static Fraction Amount(string text) => new((System.Numerics.BigInteger)(decimal.Parse(text, CultureInfo.InvariantCulture) * 100_000), 100_000);

    static IEnumerable<string> Names(JsonElement names) => names.EnumerateArray().Select(n => n.GetString()!).Order(StringComparer.Ordinal);
}
