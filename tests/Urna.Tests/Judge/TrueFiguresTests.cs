using Urna.Judge;

namespace Urna.Tests.Judge;

/// <summary>No true sentence of an official count is called false, however it is rounded and whatever it is a share of.</summary>
public class TrueFiguresTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void TrueFigures_AreNeverContradicted_AndFalseOnesNeverConfirmed(int seed)
    {
        var judged = TrueFigures.All(seed).Select(s => (Sentence: s, Judged: ClaimJudge.Of(Claim.Of(s.Fields), Store))).ToList();

        var called = judged.FindAll(j => j.Sentence.IsTrue && (j.Judged.Verdict == Verdict.Contradicted || (j.Judged.Verdict == Verdict.NeedsData && j.Judged.Scopes.All(w => w.Figure.Completeness.Missing.IsEmpty))));
        Assert.True(called.Count == 0, Told(called));
        var passed = judged.FindAll(j => !j.Sentence.IsTrue && j.Judged.Verdict != Verdict.Contradicted);
        Assert.True(passed.Count == 0, Told(passed));
        Assert.True(judged.Count > 1_000, $"{judged.Count} sentences.");
    }

    /// <summary>The official figures of counts whose tables lack votes: the vote abroad, the last stations, blank votes of some places.</summary>
    [Theory]
    [InlineData("cl-2022", "plebiscite", "reject", "61.89 %", Verdict.DependsOnScope)]
    [InlineData("cl-2022", "plebiscite", "reject", "61,9 %", Verdict.DependsOnScope)]
    [InlineData("cl-2022", "plebiscite", "reject", "62 %", Verdict.ConfirmedByRounding)]
    [InlineData("cl-2022", "plebiscite", "approve", "38.11 %", Verdict.DependsOnScope)]
    [InlineData("cl-2022", "plebiscite", "reject", "7891415 votes", Verdict.DependsOnScope)]
    [InlineData("cl-2022", "plebiscite", "reject", "63 %", Verdict.Contradicted)]
    [InlineData("cl-2023", "plebiscite", "against", "55.76 %", Verdict.ConfirmedByRounding)]
    [InlineData("cl-2020", "plebiscite", "approve", "78.28 %", Verdict.NeedsData)]
    [InlineData("cl-2020", "plebiscite", "approve", "5892832 votes", Verdict.NeedsData)]
    [InlineData("cl-2020", "plebiscite", "approve", "70 %", Verdict.Contradicted)]
    [InlineData("cl-1989-2017", "president-2017-2", "sebastian-pinera-echenique", "54.57 %", Verdict.NeedsData)]
    [InlineData("cl-1989-2017", "president-2017-2", "sebastian-pinera-echenique", "3796918 votes", Verdict.NeedsData)]
    [InlineData("cl-1989-2017", "president-2017-2", "sebastian-pinera-echenique", "54.62 %", Verdict.ConfirmedByRounding)]
    [InlineData("cl-1989-2017", "president-2017-2", "sebastian-pinera-echenique", "57 %", Verdict.Contradicted)]
    [InlineData("cl-1989-2017", "president-2017-2", "sebastian-pinera-echenique", "3700001 votes", Verdict.Contradicted)]
    [InlineData("cl-1989-2017", "president-2013-2", "michelle-bachelet-jeria", "62.17 %", Verdict.ConfirmedByRounding)]
    [InlineData("cl-1970", "president", "allende", "36.3 %", Verdict.DependsOnScope)]
    [InlineData("cl-1970", "president", "allende", "1070334 votes", Verdict.DependsOnScope)]
    [InlineData("cl-1970", "president", "allende", "1075616 votes", Verdict.DependsOnScope)]
    public void Figure_OfACountThatLacksVotes_IsContradictedOnlyIfNoneOfThemCouldMakeItTrue(string election, string contest, string of, string value, Verdict verdict)
    {
        var stated = Stated.Parse(value)!;
        var judged = Judge(new ClaimFields { Measure = stated.Unit == ClaimUnit.Votes ? Measure.Votes : Measure.Share, Contest = new(election, contest), Of = [of], Value = stated });

        Assert.True(verdict == judged.Verdict, judged.Explanation.English);
        Assert.NotEmpty(judged.Notes);
    }

    /// <summary>A turnout that one place lacks is answered for the others, and said so; what no vote there could reach is false.</summary>
    [Theory]
    [InlineData("47.3 %", Verdict.ConfirmedByRounding)]
    [InlineData("47,34 por ciento", Verdict.NeedsData)]
    [InlineData("60 %", Verdict.Contradicted)]
    public void Turnout_ThatOnePlaceLacks_IsThatOfTheOthers(string value, Verdict verdict)
    {
        var judged = Judge(new ClaimFields { Measure = Measure.Turnout, Contest = new(null, "president-1"), Value = Stated.Parse(value) });

        Assert.True(verdict == judged.Verdict, judged.Explanation.English);
        Assert.Contains("votes cast not known: Extranjero", judged.Explanation.English, StringComparison.Ordinal);
    }

    /// <summary>A roll that is stated for the whole alone bounds the turnout as one of every place does.</summary>
    [Theory]
    [InlineData("94.7 %", Verdict.ConfirmedByRounding)]
    [InlineData("80 %", Verdict.Contradicted)]
    public void Turnout_OfARollThatIsStatedForTheWhole_IsJudged(string value, Verdict verdict) =>
        Assert.Equal(verdict, Judge(new ClaimFields { Measure = Measure.Turnout, Contest = new("cl-1989-2017", "president-1989-1"), Value = Stated.Parse(value) }).Verdict);

    /// <summary>The ballot is the base: a pact's primary, a commune's, a district's; a list is ranked among lists.</summary>
    [Theory]
    [InlineData("primaries", "boric", "60.5 %", Verdict.ConfirmedByRounding, "the primary of APRUEBO DIGNIDAD")]
    [InlineData("primaries", "boric", "34.2 %", Verdict.DependsOnScope, "the primary of APRUEBO DIGNIDAD")]
    [InlineData("primaries", "sichel", "49.3 %", Verdict.ConfirmedByRounding, "the primary of CHILE VAMOS")]
    [InlineData("mayors", "IRACI LUIZA HASSLER JACOB", "38.7 %", Verdict.ConfirmedByRounding, "Santiago")]
    [InlineData("mayors", "IRACI LUIZA HASSLER JACOB", "rank 1", Verdict.Confirmed, "Santiago")]
    [InlineData("deputies", "Gonzalo Winter Etcheberry", "rank 1", Verdict.Confirmed, "Distrito 10")]
    [InlineData("deputies", "Apruebo Dignidad", "rank 2", Verdict.Confirmed, "Chile")]
    [InlineData("deputies", "PC", "rank 2", Verdict.Contradicted, "Chile")]
    public void ShareAndRank_AreOfTheBallotOnWhichTheyStand(string contest, string of, string value, Verdict verdict, string ballot)
    {
        var stated = Stated.Parse(value)!;
        var judged = Judge(new ClaimFields { Measure = stated.Unit == ClaimUnit.Rank ? Measure.Rank : Measure.Share, Contest = new(null, contest), Of = [of], Value = stated });

        Assert.True(verdict == judged.Verdict, judged.Explanation.English);
        Assert.Contains(ballot, judged.Scopes[0].Figure.Base!.English, StringComparison.Ordinal);
    }

    [Fact]
    public void Share_OfPersonsOnSeveralBallots_NeedsToKnowWhich() =>
        Assert.Contains("2 districts", Judge(new ClaimFields { Measure = Measure.Share, Contest = new(null, "mayors"), Of = ["IRACI LUIZA HASSLER JACOB", "JORGE ESTEBAN SHARP FAJARDO"], Value = Stated.Parse("30 %") }).Explanation.English, StringComparison.Ordinal);

    /// <summary>A figure of the night is judged by the count of the night, where the data have it, and else the final one is told beside it.</summary>
    [Fact]
    public void CountOfTheNight_IsNeverContradictedByTheFinalOne()
    {
        var kast = new ClaimFields { Measure = Measure.Share, Contest = new(null, "president-2"), Of = ["kast"], Value = Stated.Parse("44.21 %") };
        var (final, night) = (Judge(kast), Judge(kast with { IsOfTheNight = true }));

        Assert.Equal((Verdict.Contradicted, Verdict.NeedsData), (final.Verdict, night.Verdict));
        Assert.Contains("The distance is 0.077 points. If it is of the count of the night", final.Explanation.English, StringComparison.Ordinal);
        Assert.Contains("the final count says 44.13% (0.077 points from what is stated)", night.Explanation.English, StringComparison.Ordinal);
        Assert.Equal(Verdict.Confirmed, Judge(new ClaimFields { Measure = Measure.Votes, Contest = new("cl-1970", "president"), Of = ["allende"], Value = Stated.Parse("1075616 votes"), IsOfTheNight = true }).Verdict);
    }

    /// <summary>What a table of one day does not decide alone: places together, those elected that year, from what to what, in how many places, an assembly's vote, and what is not so.</summary>
    [Fact]
    public void NewMeasures_AreCountedFromTheTables()
    {
        var president = new ClaimFields { Contest = new(null, "president-2"), Of = ["boric"] };
        Assert.Equal(Verdict.ConfirmedByRounding, Judge(president with { Measure = Measure.Share, Places = ["13128", "13103"], Value = Stated.Parse("70.5 %") }).Verdict);
        Assert.Equal(Verdict.Confirmed, Judge(president with { Measure = Measure.PlacesWon, Level = "region", Value = Stated.Parse("11 places"), OutOf = Stated.Parse("16 places") }).Verdict);
        Assert.Equal(Verdict.Contradicted, Judge(president with { Measure = Measure.PlacesWon, Level = "region", Value = Stated.Parse("11 places"), OutOf = Stated.Parse("15 places") }).Verdict);
        var turnout = president with { Of = [], Measure = Measure.PlaceRank };
        Assert.Equal(Verdict.Confirmed, Judge(turnout with { Places = ["region-13"], Value = Stated.Parse("rank 1") }).Verdict);
        Assert.Equal(Verdict.Contradicted, Judge(turnout with { Places = ["region-13"], Value = Stated.Parse("rank 1"), IsLowestFirst = true }).Verdict);
        var senate = new ClaimFields { Measure = Measure.Seats, Chamber = "senate", Of = ["Chile Podemos +"], Value = Stated.Parse("12 seats") };
        Assert.Equal((Verdict.Confirmed, Verdict.DependsOnScope), (Judge(senate with { Elected = 2021 }).Verdict, Judge(senate).Verdict));
        var right = new ClaimFields { Measure = Measure.FromTo, What = Measure.Seats, Chamber = "deputies", Since = [new("cl-2017", "")], Of = ["Chile Vamos", "Chile Podemos +"], Values = [Stated.Parse("72 seats")!, Stated.Parse("53 seats")!] };
        Assert.Equal((Verdict.Confirmed, Verdict.Contradicted), (Judge(right).Verdict, Judge(right with { Values = [Stated.Parse("71 seats")!, Stated.Parse("53 seats")!] }).Verdict));
        var congress = new ClaimFields { Measure = Measure.AssemblyVotes, Contest = new("cl-1970", "president"), Of = ["allende"], Value = Stated.Parse("153 votes") };
        Assert.Equal((Verdict.Confirmed, Verdict.Confirmed, Verdict.NeedsData), (Judge(congress).Verdict, Judge(congress with { Than = ["alessandri"], Value = Stated.Parse("118 votes") }).Verdict, Judge(congress with { Of = ["tomic"] }).Verdict));
        var majority = new ClaimFields { Measure = Measure.Share, Contest = new(null, "president-1"), Of = ["boric"], Value = Stated.Parse("50 %"), Wording = Wording.Over };
        Assert.Equal((Verdict.Contradicted, Verdict.Confirmed), (Judge(majority).Verdict, Judge(majority with { IsNegated = true }).Verdict));
    }

    static ClaimStore Store => ShippedStore.Of("cl-2021")!;

    static Judgement Judge(ClaimFields fields) => ClaimJudge.Of(Claim.Of(fields with { Id = "x" }, Store), Store);

    static string Told(List<(TrueFigures.Sentence Sentence, Judgement Judged)> wrong) => string.Join('\n', wrong.Take(30).Select(w => $"{w.Sentence}: {w.Judged.Verdict}, {w.Judged.Explanation.English}"));
}
