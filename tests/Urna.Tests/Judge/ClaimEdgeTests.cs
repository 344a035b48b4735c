using System.Text.Json;
using Urna.Judge;
using Urna.Numerics;
using Urna.Tests.Cli;

namespace Urna.Tests.Judge;

/// <summary>Claims at the very edge of their rounding and words, from counts made for it to the file's verdict.</summary>
public sealed class ClaimEdgeTests : IDisposable
{
    readonly PlainFolder store = new();

    public ClaimEdgeTests()
    {
        var folder = Directory.CreateDirectory(Path.Combine(store.Folder, "edge")).FullName;
        Write("election.yaml", """
            id: edge
            title: Edge
            country: xx
            date: 2021-11-21
            places: places.csv
            members: members.csv
            contests:
              - { id: first, title: First, date: 2021-11-21, candidacies: candidacies.csv, results: results.csv, balance: cast = valid + blank + null }
              - { id: equals, title: Equals, date: 2021-11-22, candidacies: candidacies.csv, results: results.csv }
              - { id: second, title: Second, date: 2021-12-19, candidacies: candidacies.csv, results: results.csv, balance: cast = valid + blank + null }
            """);
        Write("places.csv", "place,parent,level,name\nxx,,country,X\n");
        Write("candidacies.csv", "choice,candidate\na,Anna\nb,Bert\nc,Carla\n");
        Write("members.csv", "chamber,party,list,seats\nsenate,p,left,25\nsenate,q,right,24\nsenate,r,rest,1\n");
        // First: 5,565 of 10,000 turn out; Anna is 10.0 points ahead of Bert. Second: 2.5 points fewer; Anna has exactly half.
        Write("results.csv", string.Join('\n',
            "contest,place,choice,votes",
            "first,xx,registered,10000", "first,xx,cast,5565", "first,xx,a,2700", "first,xx,b,2150", "first,xx,c,650", "first,xx,blank,60", "first,xx,null,5",
            "equals,xx,a,50", "equals,xx,b,50", "equals,xx,c,30",
            "second,xx,registered,10000", "second,xx,cast,5315", "second,xx,a,2650", "second,xx,b,2000", "second,xx,c,650", "second,xx,blank,10", "second,xx,null,5") + "\n");

        void Write(string name, string text) => File.WriteAllText(Path.Combine(folder, name), text);
    }

    public void Dispose() => store.Dispose();

    [Theory]
    [InlineData("measure: turnout, contest: first, value: 56 %", "confirmed-by-rounding")]
    [InlineData("measure: turnout, contest: first, value: 55.7 %", "confirmed-by-rounding")]
    [InlineData("measure: turnout, contest: first, value: 55.65 %", "confirmed")]
    [InlineData("measure: turnout, contest: first, value: 55.6 %", "depends-on-scope")]
    [InlineData("measure: turnout, contest: first, value: 55 %", "depends-on-scope")]
    [InlineData("measure: turnout, contest: first, value: 54 %", "contradicted")]
    [InlineData("measure: turnout, contest: first, value: 55.5 %", "contradicted")]
    [InlineData("measure: margin, contest: first, of: a, than: b, value: 10 points, wording: over", "contradicted")]
    [InlineData("measure: margin, contest: first, of: a, than: b, value: 10 points, wording: at-least", "confirmed")]
    [InlineData("measure: margin, contest: first, of: a, than: b, value: 10 points", "confirmed")]
    [InlineData("measure: margin, contest: first, of: a, than: b, value: 9.99 points, wording: over", "confirmed")]
    [InlineData("measure: margin, contest: first, of: b, than: a, value: 10 points", "contradicted")]
    [InlineData("measure: margin, contest: first, of: b, than: a, value: -10 points", "confirmed")]
    [InlineData("measure: votes, contest: second, of: b, value: 2105 votes, wording: almost", "confirmed")]
    [InlineData("measure: votes, contest: second, of: b, value: 2106 votes, wording: almost", "contradicted")]
    [InlineData("measure: votes, contest: second, of: b, value: 2000 votes, wording: almost", "contradicted")]
    [InlineData("measure: share, contest: second, of: a, value: 50 %", "confirmed")]
    [InlineData("measure: share, contest: second, of: a, value: 50 %, wording: about", "confirmed")]
    [InlineData("measure: share, contest: second, of: a, value: 50 %, wording: over", "contradicted")]
    [InlineData("measure: share, contest: second, of: a, value: 50 %, wording: under", "depends-on-scope")]
    [InlineData("measure: share, contest: second, of: a, base: valid, value: 50 %, wording: under", "contradicted")]
    [InlineData("measure: change, what: turnout, contest: second, since: first, value: -2.5 points", "confirmed")]
    [InlineData("measure: change, what: turnout, contest: second, since: first, value: -2 points", "confirmed-by-rounding")]
    [InlineData("measure: change, what: turnout, contest: second, since: first, value: -3 points", "depends-on-scope")]
    [InlineData("measure: change, what: turnout, contest: second, since: first, value: -4 points", "contradicted")]
    [InlineData("measure: change, what: turnout, contest: second, since: first, value: 2.5 points", "contradicted")]
    [InlineData("measure: change, what: turnout, contest: second, since: first, value: 0 points, wording: under", "confirmed")]
    [InlineData("measure: majority, chamber: senate, of: left", "contradicted")]
    [InlineData("measure: majority, chamber: senate, of: left, value: 'no'", "confirmed")]
    [InlineData("measure: majority, chamber: senate, of: [left, rest]", "confirmed")]
    [InlineData("measure: seat-share, chamber: senate, of: left, value: 50 %", "confirmed")]
    public void Claim_AtItsEdge_IsJudgedByTheWrittenRules(string fields, string verdict) =>
        Assert.Equal(verdict, Judge(fields).GetProperty("verdict").GetString());

    /// <summary>A number that its usual digits would show as the stated one is told with the digits that part them.</summary>
    [Fact]
    public void Explanation_TellsAsManyDigitsAsItTakes()
    {
        // 650 of 5,300 are 12.26415 %.
        Assert.Contains("12.264%", Judge("measure: share, contest: second, of: c, value: 12.26 %, wording: under").GetProperty("explanation").GetString(), StringComparison.Ordinal);
        Assert.Contains("12.26% of", Judge("measure: share, contest: second, of: c, value: 12 %, wording: over").GetProperty("explanation").GetString(), StringComparison.Ordinal);
    }

    /// <summary>A place that is shared is told as shared, in both languages.</summary>
    [Theory]
    [InlineData("a", "rank 1", "confirmed", "The place is shared with Bert.")]
    [InlineData("b", "rank 1", "confirmed", "The place is shared with Anna.")]
    [InlineData("b", "rank 2", "contradicted", "The place is shared with Anna.")]
    [InlineData("c", "rank 3", "confirmed", "with 30 votes")]
    public void Rank_OfEquals_IsToldAsShared(string of, string value, string verdict, string told)
    {
        var claim = Judge($"measure: rank, contest: equals, of: {of}, value: {value}");

        Assert.Equal(verdict, claim.GetProperty("verdict").GetString());
        Assert.Contains(told, claim.GetProperty("explanation").GetString(), StringComparison.Ordinal);
    }

    /// <summary>Numbers are read as they are written in both languages, and rounded as their digits say.</summary>
    [Theory]
    [InlineData("7 million votes", 7_028_345, Verdict.ConfirmedByRounding)]
    [InlineData("7,4 millones de votos", 7_384_000, Verdict.ConfirmedByRounding)]
    [InlineData("7,4 millones de votos", 7_484_000, Verdict.Contradicted)]
    [InlineData("4.6m votes", 4_621_231, Verdict.ConfirmedByRounding)]
    [InlineData("4 600 000 votes", 4_621_231, Verdict.ConfirmedByRounding)]
    [InlineData("4.621.231 votos", 4_621_231, Verdict.Confirmed)]
    [InlineData("970,000 votes", 970_569, Verdict.ConfirmedByRounding)]
    [InlineData("971 mil votos", 970_569, Verdict.ConfirmedByRounding)]
    [InlineData("1000 votes", 1_400, Verdict.Contradicted)]
    [InlineData("50 votes", 47, Verdict.Contradicted)]
    [InlineData("970568 votes", 970_569, Verdict.Contradicted)]
    public void Votes_AreRoundedAsTheyAreWritten(string value, long counted, Verdict verdict) =>
        Assert.Equal(verdict, Judging.Of(Stated.Parse(value)!, Wording.Plain, counted));

    [Theory]
    [InlineData("10.0 %", 1_004, Verdict.ConfirmedByRounding)]
    [InlineData("10.0 %", 1_006, Verdict.Contradicted)]
    [InlineData("10 %", 1_049, Verdict.ConfirmedByRounding)]
    [InlineData("10 per cent", 1_049, Verdict.ConfirmedByRounding)]
    [InlineData("10,5 por ciento", 1_051, Verdict.ConfirmedByRounding)]
    public void Shares_AreRoundedAsTheyAreWritten(string value, long tenThousandths, Verdict verdict) =>
        Assert.Equal(verdict, Judging.Of(Stated.Parse(value)!, Wording.Plain, new Fraction(tenThousandths, 10_000)));

    [Theory]
    [InlineData(Wording.About, 970_569, Verdict.ConfirmedByRounding)]
    [InlineData(Wording.About, 930_000, Verdict.Confirmed)]
    [InlineData(Wording.About, 1_020_000, Verdict.Contradicted)]
    [InlineData(Wording.JustOver, 970_569, Verdict.Confirmed)]
    [InlineData(Wording.JustOver, 1_020_000, Verdict.Contradicted)]
    [InlineData(Wording.Almost, 960_000, Verdict.Confirmed)]
    public void WordsOfNearness_AreTwoSidedOrOneSided(Wording wording, long counted, Verdict verdict) =>
        Assert.Equal(verdict, Judging.Of(Stated.Parse("970000 votes")!, wording, counted));

    [Fact]
    public void Majority_TellsSeatsHeldAndNeeded()
    {
        var claim = Judge("measure: majority, chamber: senate, of: left");

        Assert.Equal(25, claim.GetProperty("computed").GetDouble());
        Assert.Equal(26, claim.GetProperty("stated").GetDouble());
        Assert.Equal(50, claim.GetProperty("denominator").GetProperty("value").GetInt64());
        Assert.Contains("exactly half", claim.GetProperty("explanation").GetString(), StringComparison.Ordinal);
    }

    JsonElement Judge(string fields)
    {
        var file = store.Write("claims.yaml", $"election: edge\nclaims:\n  - {{ id: e, {fields} }}\n");
        var result = UrnaCommand.Run("claims", file, "--elections", store.Folder, "--format", "json");
        Assert.True(result.Errors.Length == 0, result.Errors);
        return JsonDocument.Parse(result.Output).RootElement[0];
    }
}
