using Urna.Model;

namespace Urna.Tests.Model;

/// <summary>Names in one text are told apart, whatever signs stand within them.</summary>
public class NameListTests
{
    static readonly string[] parties = ["Ancla", "Faro", "Beer, Baccy and Scratchings", "A,B", "A", "B", "The \"Reds\"", "Chile Podemos +", "x,,y"];

    [Theory]
    [InlineData("Ancla,Faro", "Ancla|Faro")]
    [InlineData(" Ancla , Faro ", "Ancla|Faro")]
    [InlineData("Ancla,Beer, Baccy and Scratchings,Faro", "Ancla|Beer, Baccy and Scratchings|Faro")]
    [InlineData("Beer, Baccy and Scratchings", "Beer, Baccy and Scratchings")]
    [InlineData("\"Beer, Baccy and Scratchings\",Faro", "Beer, Baccy and Scratchings|Faro")]
    [InlineData("A,B", "A,B")]
    [InlineData("A,B,Faro", "A,B|Faro")]
    [InlineData("\"A\",\"B\"", "A,B")]
    [InlineData("B,A", "B|A")]
    [InlineData("The \"Reds\",Faro", "The \"Reds\"|Faro")]
    [InlineData("\"The \"\"Reds\"\"\",Faro", "The \"Reds\"|Faro")]
    [InlineData("x,,y,Faro", "x,,y|Faro")]
    [InlineData("Nobody,Faro", "Nobody|Faro")]
    [InlineData("Ancla,,Faro,", "Ancla|Faro")]
    [InlineData("", "")]
    [InlineData(",", "")]
    [InlineData("Chile Podemos +,Ancla", "Chile Podemos +|Ancla")]
    public void Split_WholeNamesWinOverSignsWithinThem(string text, string names) =>
        Assert.Equal(names, string.Join('|', NameList.Split(text, parties.Contains)));

    /// <summary>Quoted names come back one by one, whatever they hold.</summary>
    [Fact]
    public void Split_OfQuotedNames_GivesThemBack() =>
        Gen.String[Gen.Char["ab,\" +"], 1, 8].Where(n => n.Trim() == n && n.Length > 0).Array[1, 5].Sample(names =>
            Assert.Equal(names, NameList.Split(string.Join(',', names.Select(n => $"\"{n.Replace("\"", "\"\"", StringComparison.Ordinal)}\"")), _ => false)));
}
