using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Urna.Model;

namespace Urna.Validate;

/// <summary>Names that look the same to a reader and are different texts.</summary>
/// <remarks>
/// They differ by signs that cannot be seen, or by letters of other alphabets that look alike, as Unicode Technical Standard 39 has them; of its table only the letters
/// that whole names of other scripts are mistaken for, and the dashes and quotes that files mix.
/// </remarks>
public static class LookAlikes
{
    static readonly Dictionary<char, char> twins = Twins(
        ("АВЕЅІЈКМНОРСТУХҮԌԚԜҺӀ", "ABESIJKMHOPCTYXYGQWHI"),
        ("ΑΒΕΖΗΙΚΜΝΟΡΤΥΧϹϺ", "ABEZHIKMNOPTYXCM"),
        ("ԱՕՍՏ", "UOUS"),
        ("‐‑‒–—―−˗", "--------"),
        ("’‘ʼʹ′`´ʻ", "''''''''"),
        ("“”„″«»", "\"\"\"\"\"\""));

    /// <summary>Pairs of names that look alike, the first of each look with every other.</summary>
    /// <param name="names">Names; those that fold to one key are one name.</param>
    internal static IEnumerable<(string First, string Other)> Among(IEnumerable<string> names) =>
        from alike in names.Distinct().GroupBy(Look)
        let first = alike.First()
        from other in alike.Skip(1).DistinctBy(FoldedName.Of)
        where FoldedName.Of(other) != FoldedName.Of(first)
        select (first, other);

    /// <summary>A finding for each pair of lists, parties, sub-pacts, and persons of one district that look alike.</summary>
    /// <param name="candidacies">The ballot.</param>
    /// <param name="prefix">What the sentence begins with, such as the contest.</param>
    public static IEnumerable<Finding> Of(IReadOnlyCollection<Candidacy> candidacies, string prefix) =>
    [
        .. Told(candidacies.Select(c => c.List), "", "list", prefix),
        .. Told(candidacies.Select(c => c.Party), "", "party", prefix),
        .. Told(candidacies.Select(c => c.Subpact), "", "subpact", prefix),
        .. candidacies.GroupBy(c => c.District ?? "").SelectMany(d => Told(d.Select(c => c.Candidate), d.Key, "candidate", prefix)),
    ];

    /// <summary>A finding for the lists and parties of members of chambers that look alike, or are one in several spellings.</summary>
    /// <param name="members">The members.</param>
    public static IEnumerable<Finding> Of(IReadOnlyCollection<MemberGroup> members) =>
    [
        .. Told(members.Select(m => m.List), "", "list", ""),
        .. Told(members.Select(m => m.Party), "", "party", ""),
        .. NameCheck.Spellings(members.Select(m => m.List), "list", ""),
        .. NameCheck.Spellings(members.Select(m => m.Party), "party", ""),
    ];

    /// <summary>A finding for each pair of places below one place that look alike.</summary>
    /// <param name="places">The places.</param>
    public static IEnumerable<Finding> Of(PlaceTree places) =>
        places.Places.GroupBy(p => (p.Parent, p.Level)).SelectMany(g => Told(g.Select(p => p.Name), g.Key.Parent ?? "", "place", ""));

    static IEnumerable<Finding> Told(IEnumerable<string> names, string place, string what, string prefix) =>
        from pair in Among(names.Where(n => n.Length > 0))
        let first = VisibleText.Of(pair.First)
        let other = VisibleText.Of(pair.Other)
        let signs = Difference(pair.First, pair.Other)
        select Codes.Finding("V191", LocalizedText.Say(
            "v191.the-names-and-look-alike-and", ("prefix", prefix), ("what", what), ("first", first), ("other", other),
            ("differ", signs is not null), ("signs", signs))) with
        {
            Place = place,
            Column = what,
            Found = $"{first}, {other}",
            Expected = first,
        };

    /// <summary>The first signs in which two names differ, by number.</summary>
    static string? Difference(string first, string other)
    {
        var at = 0;
        while (at < Math.Min(first.Length, other.Length) && first[at] == other[at])
        {
            at++;
        }

        return at < first.Length && at < other.Length ? $"{Sign(first[at])} ≠ {Sign(other[at])}" : at < first.Length ? Sign(first[at]) : at < other.Length ? Sign(other[at]) : null;
    }

    static string Sign(char sign) => string.Create(CultureInfo.InvariantCulture, $"U+{(int)sign:X4}");

    /// <summary>A name as it looks: without what cannot be seen, with one letter for all that look alike.</summary>
    static string Look(string name)
    {
        var look = new StringBuilder(name.Length);
        foreach (var c in name)
        {
            if (CharUnicodeInfo.GetUnicodeCategory(c) is not (UnicodeCategory.Format or UnicodeCategory.Control) || char.IsWhiteSpace(c))
            {
                look.Append(c is >= '\uFF01' and <= '\uFF5E' ? (char)(c - '\uFF01' + '!') : c);
            }
        }

        var folded = FoldedName.Of(look.ToString());
        return string.Concat(folded.Where(c => !char.IsWhiteSpace(c) || c == ' ').Select(c => twins.GetValueOrDefault(c, c)));
    }

    static Dictionary<char, char> Twins(params ReadOnlySpan<(string Others, string Plain)> alphabets)
    {
        var made = new Dictionary<char, char>();
        foreach (var (others, plain) in alphabets)
        {
            foreach (var (other, letter) in others.Zip(plain))
            {
                made[other] = letter;
            }
        }

        return made;
    }
}
