using Urna.Model;

namespace Urna.Tests.Model;

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
    [InlineData(0, 1, "0.0%", "0,0\u00A0%")]
    [InlineData(0.27912, 2, "27.91%", "27,91\u00A0%")]
    public void Percent_RoundsHalvesUp(double share, int decimals, string english, string spanish)
    {
        Assert.Equal(english, NumberStyle.English.Percent(share, decimals));
        Assert.Equal(spanish, NumberStyle.Spanish.Percent(share, decimals));
    }

    /// <summary>Nobody reads “100.0%” where one of 2,051 is missing, nor “0.0%” where somebody is.</summary>
    [Theory]
    [InlineData(2050, 2051, 1, ">99.9%", ">99,9\u00A0%")]
    [InlineData(1, 2051, 1, "<0.1%", "<0,1\u00A0%")]
    [InlineData(2050, 2051, 2, "99.95%", "99,95\u00A0%")]
    [InlineData(999_999, 1_000_000, 0, ">99%", ">99\u00A0%")]
    [InlineData(1, 1_000_000_000, 3, "<0.001%", "<0,001\u00A0%")]
    [InlineData(2051, 2051, 1, "100.0%", "100,0\u00A0%")]
    [InlineData(0, 2051, 1, "0.0%", "0,0\u00A0%")]
    public void Percent_IsNoneOrTheWholeOnlyWhereItIs(long part, long whole, int decimals, string english, string spanish)
    {
        Assert.Equal(english, NumberStyle.English.Percent((double)part / whole, decimals));
        Assert.Equal(spanish, NumberStyle.Spanish.Percent((double)part / whole, decimals));
    }

    [Theory]
    [InlineData(12, "+12")]
    [InlineData(-1200, "−1,200")]
    [InlineData(0, "0")]
    public void Signed_ShowsTheSign(long value, string expected) => Assert.Equal(expected, NumberStyle.English.Signed(value));

    [Fact]
    public void Number_KeepsItsDecimals() => Assert.Equal("1.234,50", NumberStyle.Spanish.Number(1234.5, 2));
}
