using System.Collections.Frozen;

namespace Urna.Model;

/// <summary>Words that sources write for totals, for ballots that choose nobody and for several candidacies added up.</summary>
/// <remarks>Only whole names: a party that is called "Total Renewal" or "Otros Caminos" is one.</remarks>
public static class WordsForCounts
{
    static readonly FrozenSet<string> words = new[]
    {
        "total", "totals", "grand total", "sum", "total votes", "total valid votes", "valid votes", "votes cast", "ballots cast", "turnout", "registered", "registered voters", "electorate",
        "blank", "blanks", "blank votes", "null", "null votes", "invalid", "invalid votes", "rejected", "rejected ballots", "spoilt", "spoilt ballots", "spoiled", "spoiled ballots",
        "under votes", "undervotes", "over votes", "overvotes", "other", "others",
        "totales", "suma", "votos totales", "total de votos", "votos emitidos", "votos válidos", "válidos", "votantes", "participación", "censo", "padrón", "inscritos", "electores",
        "en blanco", "blanco", "blancos", "votos en blanco", "votos blancos", "nulo", "nulos", "votos nulos", "impugnados", "recurridos", "otros", "otras", "resto",
        "branco", "brancos", "em branco", "votos em branco", "votos brancos", "eleitores", "abstenções", "outros", "abstention", "abstentions", "abstención", "abstenciones",
        "blancs", "votes blancs", "nuls", "votes nuls", "exprimés", "inscrits", "votants", "divers", "autres",
        "gesamt", "summe", "insgesamt", "ungültige", "ungültige stimmen", "gültige stimmen", "wahlberechtigte", "wähler", "sonstige", "übrige", "totale", "schede bianche", "schede nulle", "altri",
        "blanco stemmen", "ongeldig", "ongeldige stemmen", "totaal", "overige",
    }.Select(FoldedName.Of).ToFrozenSet();

    /// <summary>Whether a name is one of them, whatever its case, accents and final point.</summary>
    /// <param name="name">The name of a party, list or person.</param>
    public static bool Are(string name) => name.Length > 0 && words.Contains(FoldedName.Of(name).Trim('(', ')', '[', ']', ':'));
}
