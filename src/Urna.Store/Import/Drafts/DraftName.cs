using System.Text.RegularExpressions;
using Urna.Store.Import.Sources;

namespace Urna.Store.Import.Drafts;

/// <summary>The parts of a column's name where a header has several rows.</summary>
static partial class DraftName
{
    /// <summary>Whether the header has a group above the column.</summary>
    public static bool HasGroup(string name) => name.Contains(GridReader.HeaderSign, StringComparison.Ordinal);

    /// <summary>The rows of the header above the last one.</summary>
    public static string Group(string name) => HasGroup(name) ? name[..name.LastIndexOf(GridReader.HeaderSign, StringComparison.Ordinal)] : "";

    /// <summary>The last row of the header.</summary>
    public static string Last(string name) => HasGroup(name) ? name[(name.LastIndexOf(GridReader.HeaderSign, StringComparison.Ordinal) + GridReader.HeaderSign.Length)..] : name;

    /// <summary>Whom a column names, without the parts that say only that it holds votes.</summary>
    public static string Whom(string name)
    {
        var parts = name.Split(GridReader.HeaderSign).Where(p => !DraftWords.IsVotes(p) && !CountWords.IsTotal(p) && !Only().IsMatch(CountWords.Folded(p))).ToList();
        return (parts.Count == 0 ? name : string.Join(", ", parts)).Replace(GridReader.EscapedSign, GridReader.HeaderSign, StringComparison.Ordinal);
    }

    [GeneratedRegex(@"^(davon|of which|de los cuales|dont|di cui|dos quais|votes for|votes by candidate|votos por candidato|candidate votes|candidates?|candidatos?|candidatas?|kandidaten|candidati|candidats|listas?|lists?|listes?|liste|parties|partidos|parteien|partiti|partis|gultige stimmen|valid votes|votos validos|voti validi|suffrages exprimes|zweitstimmen|erststimmen|n|anzahl|numero|number|nombre|votos|abs|absolut)( \(?[0-9]+\)?)?$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Only();
}
