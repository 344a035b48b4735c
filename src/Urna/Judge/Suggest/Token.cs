using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Urna.Model;

namespace Urna.Judge.Suggest;

/// <summary>A word, number or mark of a sentence.</summary>
/// <param name="Start">Its first character.</param>
/// <param name="End">The character after its last.</param>
/// <param name="Raw">As it is written.</param>
/// <param name="Folded">Without accents and case.</param>
sealed partial record Token(int Start, int End, string Raw, string Folded)
{
    /// <summary>Whether it is written in digits.</summary>
    public bool IsDigits => char.IsAsciiDigit(Raw[0]);

    /// <summary>Whether it is a word.</summary>
    public bool IsWord => char.IsLetter(Raw[0]);

    /// <summary>Whether it is a word that begins with a capital.</summary>
    public bool IsCapital => char.IsUpper(Raw[0]);

    /// <summary>The words, numbers and marks of a text, in order.</summary>
    /// <param name="text">A sentence or a name.</param>
    public static ImmutableArray<Token> Of(string text) =>
        [.. Pattern().Matches(text).Select(m => new Token(m.Index, m.Index + m.Length, m.Value, FoldedName.Of(m.Value)))];

    /// <summary>The folded words of a name, without its marks.</summary>
    /// <param name="name">A name.</param>
    public static ImmutableArray<string> WordsOf(string name) => [.. Of(name).Where(t => t.IsWord || t.IsDigits).Select(t => t.Folded)];

    // Groups of three digits may be parted by spaces; a point or comma belongs to a number only between digits; a hyphen is a mark between digits or spaces.
    [GeneratedRegex(@"[0-9]{1,3}(?:[\u00A0\u202F ][0-9]{3})+(?![0-9])(?:[.,][0-9]+)?|[0-9]+(?:[.,][0-9]+)*|%|(?<=['’])s\b|[\p{L}\p{M}]+|[,;:()\[\]—–…]|(?<=[0-9%])-(?=[0-9])|(?<=\s)-(?=\s)", RegexOptions.None, 1000)]
    private static partial Regex Pattern();
}
