using System.Collections.Frozen;

namespace Urna.Model;

/// <summary>Words that sources write in place of a party for persons who have none.</summary>
/// <remarks>Only whole names: a party that is called "Independent Greens", or a list "Independientes por la Nueva Constitución", is one.</remarks>
public static class IndependentWords
{
    static readonly FrozenSet<string> words = new[]
    {
        "ind", "indep", "independent", "independents", "independent candidate", "independent candidates", "non-party", "non party", "no party", "nonpartisan", "non-partisan", "unaffiliated",
        "independiente", "independientes", "candidatura independiente", "candidaturas independientes", "candidato independiente", "candidata independiente", "candidatos independientes", "sin partido",
        "independente", "independentes", "candidatura independente", "candidaturas independentes", "sem partido",
        "indépendant", "indépendante", "indépendants", "sans parti", "sans étiquette", "indipendente", "indipendenti",
        "unabhängig", "unabhängige", "unabhängiger", "parteilos", "parteilose", "parteiloser", "einzelbewerber", "einzelbewerberin", "partijloos", "onafhankelijk",
    }.Select(FoldedName.Of).ToFrozenSet();

    /// <summary>Whether a name is one of them, whatever its case, accents and final point.</summary>
    /// <param name="name">The name of a party or list.</param>
    public static bool Are(string name) => name.Length > 0 && words.Contains(FoldedName.Of(name).Trim('(', ')', '[', ']'));
}
