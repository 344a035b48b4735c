using Urna.Model;

namespace Urna.Tests.Report;

/// <summary>Nothing hides in a text that is shown.</summary>
public class VisibleTextTests
{
    [Theory]
    [InlineData("\u001b[31mAna", "\\u001B[31mAna")]
    [InlineData("\u001b]8;;https://x\u0007Ana", "\\u001B]8;;https://x\\u0007Ana")]
    [InlineData("\u009b31m", "\\u009B31m")]
    [InlineData("Ana\u202Eaeb", "Ana\\u202Eaeb")]
    [InlineData("A\u200Bna\u2066\uFEFF\u00AD", "A\\u200Bna\\u2066\\uFEFF\\u00AD")]
    [InlineData("a\rb\tc\nd", "a\\u000Db\\u0009c\\u000Ad")]
    [InlineData("a\u2028b", "a\\u2028b")]
    [InlineData("a\U000E0041b", "a\\U000E0041b")]
    [InlineData("a\u200Db", "a\\u200Db")]
    [InlineData("می\u200Cخواهم", "می\u200Cخواهم")]
    [InlineData("Ñuñoa – “x” 👍", "Ñuñoa – “x” 👍")]
    public void Of_WritesWhatCannotBeSeenAsEscapes(string text, string visible) => Assert.Equal(visible, VisibleText.Of(text));

    [Fact]
    public void Of_ALoneSurrogate_IsAnEscape() => Assert.Equal("a\\uD800", VisibleText.Of("a" + (char)0xD800));
}
