using Urna.Judge;
using Urna.Model;

namespace Urna.Tests.Judge;

/// <summary>Numbers of claims stand as each language writes them, with the digits that were stated.</summary>
public class FigureWordsTests
{
    [Fact]
    public void Of_AShareThatIsNotTheWhole_IsNotToldAsTheWhole()
    {
        Assert.Equal("99.9995%", FigureWords.Of(new Urna.Numerics.Fraction(199_999, 200_000), ClaimUnit.Share).English);
        Assert.Equal("0.001%", FigureWords.Of(new Urna.Numerics.Fraction(1, 200_000), ClaimUnit.Share).English);
        Assert.Equal("100.00%", FigureWords.Of(Urna.Numerics.Fraction.One, ClaimUnit.Share).English);
        Assert.Equal("<0.1%", FigureWords.Estimate(1e-9, ClaimUnit.Share).English);
        Assert.Equal(">99,9\u00A0%", FigureWords.Estimate(0.99999, ClaimUnit.Share).Spanish);
        Assert.Equal("0.0%", FigureWords.Estimate(0, ClaimUnit.Share).English);
    }

    [Theory]
    [InlineData("25.8 %", "25.8%", "25,8\u00A0%")]
    [InlineData("28 %", "28%", "28\u00A0%")]
    [InlineData("11.70 points", "11.70 points", "11,70 puntos")]
    [InlineData("970569 votes", "970,569 votes", "970.569 votos")]
    [InlineData("-19 seats", "−19 seats", "−19 escaños")]
    [InlineData("1 seats", "1 seat", "1 escaño")]
    [InlineData("rank 3", "rank 3", "lugar 3")]
    [InlineData("2 times", "2 times", "2 veces")]
    [InlineData("2 places", "2 places", "2 lugares")]
    [InlineData("1 persons", "1 person", "1 persona")]
    [InlineData("1971-01-31", "1971-01-31", "1971-01-31")]
    public void Of_Stated_KeepsItsDigits(string stated, string english, string spanish)
    {
        Assert.Equal(english, FigureWords.Of(Stated.Parse(stated)!).English);
        Assert.Equal(spanish, FigureWords.Of(Stated.Parse(stated)!).Spanish);
    }
}
