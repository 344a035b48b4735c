using Urna.Model;

namespace Urna.Tests.Report;

public class NumberStyleTests
{
    [Theory]
    [InlineData(Language.English, 1_234_567, "1,234,567")]
    [InlineData(Language.Spanish, 1_234_567, "1.234.567")]
    [InlineData(Language.English, -1_000, "−1,000")]
    [InlineData(Language.Spanish, 999, "999")]
    public void Whole_SeparatesThousands(Language language, long value, string expected) =>
        Assert.Equal(expected, NumberStyle.Of(language).Whole(value));

    [Theory]
    [InlineData(0.557, 1, "55.7%", "55,7\u00A0%")]
    [InlineData(1, 1, "100.0%", "100,0\u00A0%")]
    [InlineData(0.5565, 1, "55.7%", "55,7\u00A0%")]
    [InlineData(0.00049, 1, "0.0%", "0,0\u00A0%")]
    [InlineData(0.27912, 2, "27.91%", "27,91\u00A0%")]
    public void Percent_RoundsHalvesUp(double share, int decimals, string english, string spanish)
    {
        Assert.Equal(english, NumberStyle.English.Percent(share, decimals));
        Assert.Equal(spanish, NumberStyle.Spanish.Percent(share, decimals));
    }

    [Theory]
    [InlineData(12, "+12")]
    [InlineData(-1200, "−1,200")]
    [InlineData(0, "0")]
    public void Signed_ShowsTheSign(long value, string expected) => Assert.Equal(expected, NumberStyle.English.Signed(value));

    [Fact]
    public void Number_KeepsItsDecimals() => Assert.Equal("1.234,50", NumberStyle.Spanish.Number(1234.5, 2));
}
