using System.Collections.Frozen;

namespace Urna.Judge;

/// <summary>How a number is written in digits: its groups and the marks that part them.</summary>
/// <remarks>Which mark is of thousands and which of decimals is said by whoever knows the language or the unit; a number that is told and one that is read in a text are read by the same rules.</remarks>
readonly record struct WrittenDigits
{
    const int Group = 3;

    /// <summary>Words of orders of magnitude, folded, with the power of ten.</summary>
    public static readonly FrozenDictionary<string, int> Powers = new Dictionary<string, int>
    {
        ["THOUSAND"] = 3,
        ["MIL"] = 3,
        ["K"] = 3,
        ["MILLION"] = 6,
        ["MILLIONS"] = 6,
        ["MILLON"] = 6,
        ["MILLONES"] = 6,
        ["M"] = 6,
        ["BILLION"] = 9,
    }.ToFrozenDictionary();

    readonly string[] groups;

    WrittenDigits(string bare) => (Bare, groups) = (bare, bare.Split('.', ','));

    /// <summary>The digits and marks without spaces.</summary>
    public string Bare { get; }

    /// <summary>The last mark; a space where there is none.</summary>
    public char LastMark => Bare.LastIndexOfAny(['.', ',']) is >= 0 and var at ? Bare[at] : ' ';

    /// <summary>Whether it has a mark.</summary>
    public bool HasMarks => groups.Length > 1;

    /// <summary>Whether the last mark stands more than once.</summary>
    public bool IsRepeated => LastMark is var mark && Bare.Count(c => c == mark) > 1;

    /// <summary>Whether points and commas stand in it.</summary>
    public bool IsMixed => Bare.Contains('.', StringComparison.Ordinal) && Bare.Contains(',', StringComparison.Ordinal);

    /// <summary>Whether its marks part groups of three digits.</summary>
    public bool IsGrouped => HasMarks && groups[0].Length is > 0 and <= Group && groups.Skip(1).All(g => g.Length == Group);

    /// <summary>Its digits alone.</summary>
    public string Digits => string.Concat(groups);

    /// <summary>Its digits with a point before what follows the last mark.</summary>
    public string WithPoint => HasMarks ? $"{string.Concat(groups[..^1])}.{groups[^1]}" : Bare;

    /// <summary>The digits of a text, with what parts them.</summary>
    /// <param name="text">Digits, points, commas and spaces.</param>
    public static WrittenDigits Of(string text) => new(string.Concat(text.Where(c => c is not ('\u00A0' or '\u202F' or '\u2009' or ' '))));
}
