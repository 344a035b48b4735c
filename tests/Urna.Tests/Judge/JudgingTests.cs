using Urna.Judge;
using Urna.Numerics;

namespace Urna.Tests.Judge;

/// <summary>The written rules of rounding and of words, at their edges.</summary>
public class JudgingTests
{
    [Theory]
    [InlineData("56 %", Wording.Plain, 5565, 10_000, Verdict.ConfirmedByRounding)]
    [InlineData("55.65 %", Wording.Plain, 5565, 10_000, Verdict.Confirmed)]
    [InlineData("55.6 %", Wording.Plain, 5565, 10_000, Verdict.Contradicted)]
    [InlineData("55.7 %", Wording.Plain, 5565, 10_000, Verdict.ConfirmedByRounding)]
    [InlineData("56 %", Wording.Plain, 565, 1_000, Verdict.Contradicted)]
    [InlineData("37 %", Wording.About, 366, 1_000, Verdict.ConfirmedByRounding)]
    [InlineData("37 %", Wording.About, 380, 1_000, Verdict.Confirmed)]
    [InlineData("37 %", Wording.About, 3801, 10_000, Verdict.Contradicted)]
    [InlineData("10 points", Wording.Over, 10, 100, Verdict.Contradicted)]
    [InlineData("10 points", Wording.Over, 10_001, 100_000, Verdict.Confirmed)]
    [InlineData("1000000 votes", Wording.Almost, 970_569, 1, Verdict.Confirmed)]
    [InlineData("1000000 votes", Wording.Almost, 950_000, 1, Verdict.Confirmed)]
    [InlineData("1000000 votes", Wording.Almost, 949_999, 1, Verdict.Contradicted)]
    [InlineData("1000000 votes", Wording.Almost, 1_000_000, 1, Verdict.Contradicted)]
    [InlineData("8000000 votes", Wording.Over, 8_364_534, 1, Verdict.Confirmed)]
    [InlineData("37 seats", Wording.Plain, 37, 1, Verdict.Confirmed)]
    [InlineData("37 seats", Wording.Plain, 36, 1, Verdict.Contradicted)]
    [InlineData("50 %", Wording.Over, 1, 2, Verdict.Contradicted)]
    [InlineData("50 %", Wording.AtLeast, 1, 2, Verdict.Confirmed)]
    [InlineData("50 %", Wording.Under, 1, 2, Verdict.Contradicted)]
    [InlineData("50 %", Wording.AtMost, 1, 2, Verdict.Confirmed)]
    [InlineData("-19 seats", Wording.Plain, -19, 1, Verdict.Confirmed)]
    public void Of_JudgesByTheWrittenRules(string stated, Wording wording, long numerator, long denominator, Verdict verdict) =>
        Assert.Equal(verdict, Judging.Of(Stated.Parse(stated)!, wording, new Fraction(numerator, denominator)));

    /// <summary>A number is confirmed as itself and by rounding at any of its digits; half a digit beyond, it is not.</summary>
    [Fact]
    public void Of_PlainShare_HoldsWhereItRounds_AndNowhereElse() =>
        Gen.Select(Gen.Long[0, 100_000], Gen.Int[0, 3]).Sample((votes, decimals) =>
        {
            var scale = (long)Math.Pow(10, decimals);
            var rounded = ((votes * scale) + 500) / 1_000;
            var stated = Stated.Parse(decimals == 0 ? $"{rounded} %" : $"{rounded / scale}.{(rounded % scale).ToString().PadLeft(decimals, '0')} %")!;
            var counted = new Fraction(votes, 100_000);
            return Judging.Of(stated, Wording.Plain, counted) is Verdict.Confirmed or Verdict.ConfirmedByRounding
                && Judging.Of(stated, Wording.Plain, counted + stated.Step) == Verdict.Contradicted
                && Judging.Of(stated, Wording.Plain, counted - stated.Step - new Fraction(1, 1_000_000)) == Verdict.Contradicted;
        });

    [Theory]
    [InlineData("28")]
    [InlineData("28 apples")]
    [InlineData("% 28")]
    [InlineData("1. %")]
    [InlineData("")]
    [InlineData("2021-13-01")]
    public void Parse_WithoutAUnit_IsNotANumber(string text) => Assert.Null(Stated.Parse(text));

    [Fact]
    public void Of_Scopes_AgreeOrDepend()
    {
        Assert.Equal(Verdict.Confirmed, Judging.Of([Verdict.Confirmed, Verdict.Confirmed]));
        Assert.Equal(Verdict.ConfirmedByRounding, Judging.Of([Verdict.Confirmed, Verdict.ConfirmedByRounding]));
        Assert.Equal(Verdict.DependsOnScope, Judging.Of([Verdict.Contradicted, Verdict.Confirmed]));
        Assert.Equal(Verdict.Contradicted, Judging.Of([Verdict.NeedsData, Verdict.Contradicted]));
        Assert.Equal(Verdict.NeedsData, Judging.Of([Verdict.NeedsData]));
    }
}
