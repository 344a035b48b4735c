using System.Collections.Immutable;
using Urna.Model;
using Urna.Report.Views;

namespace Urna.Tests.Report;

/// <summary>Every colour of every site can be told from its paper, by day and by night.</summary>
public class ShadeTests
{
    public static TheoryData<string> Hues { get; } = ["#ffffff", "#000000", "#ffff00", "#15181b", "#fdfcfa", "#14244f", "#b4e6fa"];

    [Theory]
    [MemberData(nameof(Hues))]
    public void Readable_StandsOutFromBothPapers(string colour)
    {
        foreach (var paper in new[] { Shade.LightPaper, Shade.DarkPaper })
        {
            Assert.True(Shade.Contrast(Shade.Readable(colour, paper), paper) >= 3);
        }
    }

    [Fact]
    public void Colours_OfTheSiteStandOut()
    {
        Assert.All(Palette.Colours.Take(Palette.Grey), c => Assert.True(Shade.Contrast(c, Shade.LightPaper) >= 3, c));
        Assert.All(Palette.Dark, c => Assert.True(Shade.Contrast(c, Shade.DarkPaper) >= 3, c));
    }

    [Fact]
    public void Assign_KeepsAListsColourAndGreysTheRest()
    {
        var palette = new Palette([new ListLook("Rojo", ["ROJO Y OTROS"]) { Colour = "#bf3b12" }]);

        var colours = palette.Assign(["Rojo y otros", "Azul"]).ToImmutableArray();

        Assert.Equal("#bf3b12", palette.All[colours[0]]);
        Assert.Equal(Palette.Grey, colours[1]);
        Assert.Equal(colours[0], palette.Assign(["ROJO"]).Single());
    }

    [Theory]
    [InlineData("red")]
    [InlineData("#12345")]
    [InlineData("#12345g")]
    [InlineData("#fff;}body{")]
    public void Colour_ThatIsNone_IsRefused(string colour) => Assert.Throws<ArgumentException>(() => new ListLook("a", []) { Colour = colour });
}
