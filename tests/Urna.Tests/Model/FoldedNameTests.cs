using Urna.Model;

namespace Urna.Tests.Model;

/// <summary>Spellings of one name meet, on any machine and without its cultures.</summary>
public class FoldedNameTests
{
    [Theory]
    [InlineData("José Antonio  Kast", "JOSE ANTONIO KAST")]
    [InlineData("Ñuñoa", "nunoa")]
    [InlineData("Jose\u0301", "JOSÉ")]
    [InlineData("Šibenik-Knin.", "sibenik-knin")]
    [InlineData("Zürich", "ZURICH")]
    public void Of_SpellingsOfOneName_Meet(string one, string other) => Assert.Equal(FoldedName.Of(one), FoldedName.Of(other));

    [Fact]
    public void Of_OtherNames_DoNotMeet() => Assert.NotEqual(FoldedName.Of("Núñez"), FoldedName.Of("Núñes"));
}
