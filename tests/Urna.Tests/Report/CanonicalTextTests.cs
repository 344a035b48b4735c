using CsCheck;
using Urna.Model;

namespace Urna.Tests.Report;

/// <summary>Accents encoded in two ways are one text.</summary>
public class CanonicalTextTests
{
    /// <summary>Texts of the Unicode Standard Annex 15 and of names, with their form C.</summary>
    [Theory]
    [InlineData("Jose\u0301", "José")]
    [InlineData("N\u0303un\u0303oa", "Ñuñoa")]
    [InlineData("\u212B", "Å")]
    [InlineData("A\u030A", "Å")]
    [InlineData("\u1E9B\u0323", "\u1E9B\u0323")]
    [InlineData("s\u0307\u0323", "\u1E69")]
    [InlineData("s\u0323\u0307", "\u1E69")]
    [InlineData("d\u0307\u0323", "\u1E0D\u0307")]
    [InlineData("u\u0308\u0304", "\u01D6")]
    [InlineData("e\u0323\u0302", "\u1EC7")]
    [InlineData("e\u0302\u0323", "\u1EC7")]
    [InlineData("\u1112\u1161\u11AB\u1100\u1173\u11AF", "한글")]
    [InlineData("\u0958", "\u0915\u093C")]
    [InlineData("\uFB01", "\uFB01")]
    [InlineData("x\u0302\u0301", "x\u0302\u0301")]
    [InlineData("", "")]
    [InlineData("Plain – text’s", "Plain – text’s")]
    public void Of_IsTheFormOfTheStandard(string text, string form) => Assert.Equal(form, CanonicalText.Of(text));

    [Fact]
    public void Of_AForm_IsItself() => Gen.String[Gen.Char["aeonsdxAÑéüǖệ각\u0301\u0302\u0303\u0307\u0308\u0323\u0327\u1100\u1161\u11A8\u0915\u093C"], 0, 8].Sample(text =>
    {
        var form = CanonicalText.Of(text);

        return CanonicalText.Of(form) == form && FoldedName.Of(form) == FoldedName.Of(text);
    });

    [Fact]
    public void Candidacy_OfTwoEncodings_IsOneList()
    {
        var one = new Candidacy { Choice = "a", List = "José", Candidate = "Núñez" };
        var other = new Candidacy { Choice = "a", List = "Jose\u0301", Candidate = "Nu\u0301n\u0303ez" };

        Assert.Equal(one, other);
        Assert.Equal(new Place("n\u0303", "e\u0301", "x", "N\u0303"), new Place("ñ", "é", "x", "Ñ"));
    }
}
