using System.Globalization;
using Urna.Judge;
using Urna.Store.Claims;
using Urna.Tests.Cli;

namespace Urna.Tests.Judge;

/// <summary>What the law says of the elections that ship, and what is told where a claim does not hold.</summary>
public sealed class MeasuringTests : IDisposable
{
    const string Left = "[Apruebo Dignidad, Nuevo Pacto Social, Dignidad Ahora, Partido Ecologista Verde]";

    readonly PlainFolder files = new();

    public void Dispose() => files.Dispose();

    [Theory]
    [InlineData("contest: president-1, value: runoff", Verdict.Confirmed)]
    [InlineData("contest: president-1, value: runoff, between: [boric, kast], of: boric", Verdict.Confirmed)]
    [InlineData("contest: president-1, value: runoff, between: [kast, parisi]", Verdict.Contradicted)]
    [InlineData("contest: president-1, value: runoff, of: kast", Verdict.Contradicted)]
    [InlineData("contest: president-1, value: elected, of: kast", Verdict.Contradicted)]
    [InlineData("contest: president-1, value: congress", Verdict.Contradicted)]
    [InlineData("contest: president-2, value: elected, of: boric", Verdict.Confirmed)]
    [InlineData("contest: president-2, value: elected, of: kast", Verdict.Contradicted)]
    [InlineData("contest: cl-1970/president, value: congress, between: [allende, alessandri], of: allende", Verdict.Confirmed)]
    [InlineData("contest: cl-1970/president, value: congress, of: alessandri", Verdict.Contradicted)]
    [InlineData("contest: cl-1970/president, value: elected", Verdict.Contradicted)]
    [InlineData("contest: cl-1970/president, value: runoff", Verdict.Contradicted)]
    [InlineData("contest: cl-1989-2017/president-1993-1, value: elected", Verdict.Confirmed)]
    [InlineData("contest: cl-1989-2017/president-1999-1, value: runoff, of: ricardo-lagos", Verdict.Confirmed)]
    [InlineData("contest: cl-2020/plebiscite, value: elected", Verdict.NeedsData)]
    public void Outcome_IsThatOfTheLawOnTheVotesAlone(string fields, Verdict verdict) => Assert.Equal(verdict, Judge($"measure: outcome, {fields}").Verdict);

    [Fact]
    public void Outcome_OfAllende_TellsShareArticleAndVoteOfCongress() =>
        Tells("measure: outcome, contest: cl-1970/president, value: congress", "36.61%", "more than 1/2", "art. 64", "153 to 35");

    [Theory]
    [InlineData("matter: qualified, chamber: deputies", Verdict.Confirmed)]
    [InlineData("matter: qualified", Verdict.Contradicted)]
    [InlineData("matter: qualified, value: 'no'", Verdict.Confirmed)]
    [InlineData("matter: organic, chamber: deputies, date: 2022-03-11", Verdict.Contradicted)]
    [InlineData("matter: organic, chamber: deputies, date: 2023-01-27", Verdict.Confirmed)]
    [InlineData("matter: convention", Verdict.NeedsData)]
    [InlineData("matter: reform, date: 1980-01-01", Verdict.NeedsData)]
    public void Quorum_IsThatOfTheMatterAndDay(string fields, Verdict verdict) => Assert.Equal(verdict, Judge($"measure: quorum, {fields}, of: {Left}").Verdict);

    [Fact]
    public void Quorum_TellsWhatIsLackingAndWhoWouldBeNeeded()
    {
        var claim = Judge($"measure: quorum, matter: reform, date: 2022-03-11, of: {Left}");

        Assert.Equal((79, 93), ((int)claim.Scopes[0].Figure.Value!.Value.Value, claim.Scopes[0].Figure.Needed!.Value));
        Assert.Contains("Chamber of Deputies 79 of 155, 93 needed, 14 lacking; Senate 23 of 50, 30 needed, 7 lacking; fewest others with whom it would: Chile Podemos +", claim.Explanation.English, StringComparison.Ordinal);
        Assert.Contains("faltan 14", claim.Explanation.Spanish, StringComparison.Ordinal);
    }

    /// <summary>Independents outside lists won 3 of 120 seats with 206,634 of 6,220,222 votes under the binomial law.</summary>
    [Theory]
    [InlineData("standing: outside-lists, value: -0.82 points", Verdict.ConfirmedByRounding)]
    [InlineData("standing: outside-lists, value: 0 points, wording: over", Verdict.Contradicted)]
    [InlineData("of: [Nueva Mayoría, Alianza], value: 0 points, wording: over", Verdict.Confirmed)]
    public void Bias_IsSeatsLessVotes(string fields, Verdict verdict)
    {
        var claim = Judge($"measure: bias, contest: cl-2013/deputies, {fields}");

        Assert.True(verdict == claim.Verdict, claim.Explanation.English);
    }

    [Theory]
    [InlineData("measure: rank, contest: president-1, of: sichel, value: rank 3", "Rank 3 is Franco Parisi Fernández, with 900,064 votes.")]
    [InlineData("measure: share, contest: president-1, of: boric, value: 27 %", "To the digits stated it is 26%.")]
    [InlineData("measure: change, what: turnout, contest: president-2, since: president-1, places: region-2, than: cl, value: 0 points, wording: over, scopes: [{ name: home, without: abroad }]", "The change in Antofagasta is the 3rd smallest of 16 (Region); the greatest is in Ñuble: 9.76 points.")]
    [InlineData("measure: date, contest: cl-1971/municipal, value: 1971-01-31, wording: at-most", "Counted: 1971-04-04.")]
    [InlineData("measure: majority, chamber: senate, of: [Chile Podemos +, Frente Social Cristiano]", "25 seats (of 50; a majority takes 26, 1 more, and exactly half is not one)")]
    [InlineData("measure: elected, contest: deputies, of: 1-01, value: 1 persons", "ran where these were elected")]
    public void Contradicted_TellsWhatWouldHaveBeenTrue(string fields, string told)
    {
        Assert.Equal(Verdict.Contradicted, Judge(fields).Verdict);
        Tells(fields, told);
    }

    /// <summary>Every earlier contest of the kind is compared, and those without the number are named.</summary>
    [Fact]
    public void Record_SinceAll_TellsTheGreatestAndWhatIsLeftOut()
    {
        Tells("measure: record, what: votes, of: [cast], contest: president-2, since: all, value: 1 times, wording: over", "7,383,286", "left out, since they lack it", "cl-1970/president", "cl-2021/president-1");
        Assert.DoesNotContain("plebiscite", Judge("measure: record, what: votes, of: [valid], contest: president-2, since: all, value: 1 times, wording: over").Explanation.English, StringComparison.Ordinal);
    }

    /// <summary>Rows taken together hold the people of each, their shares lie between, and the interval lies within the bounds.</summary>
    [Fact]
    public void InferredShare_OfRowsTogether_LiesBetweenThem()
    {
        var (ofKast, ofBoric, both) = (OfFirst("of: kast, than: boric"), OfFirst("of: boric, than: boric"), OfFirst("of: [kast, boric], than: boric"));

        Assert.InRange(both.Share!.Value, Math.Min(ofKast.Share!.Value, ofBoric.Share!.Value), Math.Max(ofKast.Share.Value, ofBoric.Share.Value));
        Assert.True(both.BoundLower <= both.Lower && both.Lower <= both.Share && both.Share <= both.Upper && both.Upper <= both.BoundUpper);
        var (women, men) = (Estimate("of: women, than: boric"), Estimate("of: [women, men], than: boric"));
        Assert.True(men.BoundUpper - men.BoundLower < women.BoundUpper - women.BoundLower);
        var (kast, lead) = (OfFirst("of: kast, than: kast"), OfFirst("of: kast, than: [kast, boric]"));
        Assert.Equal(kast.Share!.Value - ofKast.Share.Value, lead.Share!.Value, 1e-12);
        Assert.True(lead.Lower <= lead.Share && lead.Share <= lead.Upper);

        Inferred OfFirst(string fields) => Judge($"measure: inferred-share, contest: president-2, from: president-1, {fields}").Scopes[0].Figure.Inferred!;
    }

    [Theory]
    [InlineData("20 %", "within the interval")]
    [InlineData("30 %", "outside the interval, though the units' totals allow it")]
    [InlineData("99 %", "outside what the units' totals allow")]
    public void InferredShare_WithAStatedNumber_IsEstimatedStill_AndSaysWhereItLies(string value, string told)
    {
        var claim = Judge($"measure: inferred-share, contest: president-2, from: president-1, of: abstention, than: boric, value: {value}");

        Assert.Equal(Verdict.Estimated, claim.Verdict);
        Assert.Contains(told, claim.Explanation.English, StringComparison.Ordinal);
        Assert.Contains("where", claim.Explanation.English, StringComparison.Ordinal);
    }

    /// <summary>Women and men live together everywhere, so that totals say nothing of how each voted.</summary>
    [Theory]
    [InlineData("than: boric, value: 50 %", "within what they allow")]
    [InlineData("than: boric, value: 99 %", "outside what the units' totals allow")]
    [InlineData("than: [boric, kast], wording: over, value: 0 points", "do not say which is ahead")]
    public void InferredShare_OfRowsThatUnitsDoNotTellApart_IsNotObservable_AndHasItsBoundsAlone(string asked, string told)
    {
        var claim = Judge($"measure: inferred-share, contest: president-2, from: voters-sex, of: women, {asked}");
        var found = claim.Scopes[0].Figure.Inferred!;

        Assert.Equal(Verdict.NotObservable, claim.Verdict);
        Assert.Contains(told, claim.Explanation.English, StringComparison.Ordinal);
        Assert.Equal((found.BoundLower, found.BoundUpper), (found.Lower, found.Upper));
        Assert.Null(found.Coverage);
    }

    /// <summary>Women and men together could be told from who did not vote, but shares change with the place so much that no interval says more than the bounds.</summary>
    [Fact]
    public void InferredShare_OfRowsWhoseIntervalTogetherIsThatOfTheBounds_IsNotObservable()
    {
        var claim = Judge("measure: inferred-share, contest: president-2, from: voters-sex, of: [women, men], than: boric");
        var found = claim.Scopes[0].Figure.Inferred!;

        Assert.Equal(Verdict.NotObservable, claim.Verdict);
        Assert.Null(found.Coverage);
        Assert.Equal((found.BoundLower, found.BoundUpper), (found.Lower, found.Upper));
    }

    /// <summary>Rows in short are the rows.</summary>
    [Fact]
    public void Ranges_ExpandToTheirRows() => Gen.Int[1, 60].Array[1, 40].Sample(rows =>
        Assert.Equal(rows.Distinct().Order(), SourceRows.Ranges(rows).Split(',').SelectMany(part =>
        {
            var halves = part.Split('/');
            var ends = halves[0].Split('-').Select(e => int.Parse(e, CultureInfo.InvariantCulture)).ToArray();
            var step = halves.Length > 1 ? int.Parse(halves[1], CultureInfo.InvariantCulture) : 1;
            return Enumerable.Range(0, ((ends[^1] - ends[0]) / step) + 1).Select(i => ends[0] + (i * step));
        })));

    [Fact]
    public void Ranges_AreShort() => Assert.Equal("2,4-6,10-40/10", SourceRows.Ranges([40, 10, 20, 30, 2, 4, 5, 6]));

    void Tells(string fields, params string[] words)
    {
        var told = Judge(fields).Explanation.English;
        Assert.All(words, w => Assert.Contains(w, told, StringComparison.Ordinal));
    }

    Inferred Estimate(string fields) => Judge($"measure: inferred-share, contest: president-2, from: voters-sex, {fields}").Scopes[0].Figure.Inferred!;

    Judgement Judge(string fields)
    {
        var read = ClaimsFile.Read(files.Write("claims.yaml", $"election: cl-2021\nclaims:\n  - {{ id: x, {fields} }}\n"), ShippedStore.Of);
        Assert.True(read.Value is not null, string.Join('\n', read.Findings));
        return ClaimJudge.Of(read.Value.Claims[0], read.Value.Store);
    }
}
