using System.Collections.Frozen;
using System.Text;
using Urna.Model;

namespace Urna.Store.Import;

/// <summary>The words by which official files name counts that are no candidacy's votes.</summary>
/// <remarks>
/// English, Spanish, Portuguese, French, German, Italian, Dutch, Catalan. Only a whole text counts: a party that is called "Escaños en Blanco" is a party. Votes for fewer
/// than one may choose are blank for the rest, and votes for more are null, as the export to NIST SP 1500-100 has them.
/// </remarks>
static class CountWords
{
    /// <summary>What a total of votes is called here; no reserved choice, since it may be of the valid ones or of all.</summary>
    public const string Total = "total";

    static readonly FrozenDictionary<string, string> kinds = Kinds().ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The reserved choice that a text names, or <see cref="Total"/>; null if it names none.</summary>
    public static string? Of(string text) => text.Length is 0 or > 60 ? null : kinds.GetValueOrDefault(Folded(text));

    /// <summary>Whether a text is a word for the whole, as a row of totals has it in place of a unit.</summary>
    public static bool IsTotal(string text) => Of(text) == Total;

    /// <summary>What a text names beside a word for a total, as <c>quintero</c> in "Subtotal QUINTERO", in small letters without accents.</summary>
    public static string BesideTotal(string text)
    {
        var words = Folded(text).Split(' ', StringSplitOptions.RemoveEmptyEntries).ToList();
        while (words.Count > 0 && beside.Contains(words[0]))
        {
            words.RemoveAt(0);
        }

        while (words.Count > 0 && beside.Contains(words[^1]))
        {
            words.RemoveAt(words.Count - 1);
        }

        return string.Join(' ', words);
    }

    static readonly FrozenSet<string> beside =
        "total totals totales subtotal subtotals subtotales sub grand general geral gesamt insgesamt summe zusammen ensemble suma soma somme somma totale totaal of for de del da do di der des du".Split(' ').ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Small letters without accents, every other sign one space.</summary>
    public static string Folded(string text)
    {
        var folded = new StringBuilder();
        foreach (var letter in FoldedName.Of(text))
        {
            if (char.IsLetterOrDigit(letter))
            {
                folded.Append(char.ToLowerInvariant(letter));
            }
            else if (folded.Length > 0 && folded[^1] != ' ')
            {
                folded.Append(' ');
            }
        }

        return folded.ToString().TrimEnd();
    }

    static IEnumerable<KeyValuePair<string, string>> Kinds() =>
        Words("registered", """
            registered voters; registered; total registered voters; registered voters total; eligible voters; electors; electorate; total electors; voters on the roll
            inscritos; electores; electores inscritos; total electores; padron; padron electoral; lista nominal; electores habiles; electores habilitados; censo; censo electoral; habilitados
            eleitores; eleitores inscritos; eleitorado; aptos; eleitores aptos; total de eleitores
            inscrits; electeurs inscrits; electeurs; nombre d inscrits; wahlberechtigte; stimmberechtigte; wahlberechtigte insgesamt
            elettori; iscritti; elettori iscritti; kiesgerechtigden; opgeroepenen; aantal kiesgerechtigden; cens
            """)
        .Concat(Words("cast", """
            ballots cast; ballots cast total; total ballots cast; total ballots; voters; total voters; voter turnout; turnout; ballots counted; voters turnout
            votantes; total votantes; votos emitidos; total votos emitidos; total de votos emitidos; emitidos; sufragios emitidos; votaron; ciudadanos que votaron; concurrencia; participantes
            comparecimento; total de votantes; votants; nombre de votants; wahler; wahlende; wahlerinnen und wahler; abgegebene stimmzettel; votanti; totale votanti
            toegelaten kiezers; aangetroffen stembiljetten; uitgebrachte stemmen; opkomst; votants totals
            """))
        .Concat(Words("valid", """
            valid votes; valid; total valid votes; valid ballots; total valid; votos validos; validos; total votos validos; votos validamente emitidos; total de votos validos; votos afirmativos
            votos validos total; exprimes; suffrages exprimes; nombre d exprimes; gultige stimmen; gultige; gultig; gultige stimmzettel; voti validi; schede valide; totale voti validi; geldige stemmen; geldige stembiljetten
            """))
        .Concat(Words("blank", """
            blank; blanks; blank votes; blank vote; blank ballots; undervote; undervotes; under vote; under votes; total undervotes; total under votes; times under voted; number of under votes; undervoted
            votos en blanco; voto en blanco; en blanco; votos blancos; votos blanco; blancos; blanco; total votos en blanco; total blancos; votos em branco; votos brancos; brancos; branco; em branco
            blancs; blanc; bulletins blancs; votes blancs; vote blanc; nombre de blancs; leer; leere; leere stimmzettel; leere stimmen; schede bianche; bianche; scheda bianca; blanco stembiljetten; blanco stemmen
            vots en blanc; en blanc; no mark
            """))
        .Concat(Words("null", """
            overvote; overvotes; over vote; over votes; total overvotes; total over votes; times over voted; number of over votes; overvoted; void; voids; voided; void votes; void ballots
            spoiled; spoilt; spoiled ballots; spoilt ballots; spoiled votes; rejected; rejected ballots; rejected votes; invalid; invalid votes; invalid ballots; null; null votes; nulls
            votos nulos; voto nulo; nulos; nulo; total votos nulos; total nulos; votos anulados; anulados; votos viciados; viciados; nuls; nul; bulletins nuls; votes nuls; nombre de nuls
            ungultige stimmen; ungultige; ungultig; ungultige stimmzettel; schede nulle; voti nulli; nulle; schede non valide; ongeldige stemmen; ongeldige stembiljetten; ongeldig; vots nuls
            """))
        .Concat(Words("blank-or-null", """
            blank and void; blank void; blanks and voids; void and blank; blank or void; blank and spoiled; residual votes; residual; blank voids; blanks voids
            blancos y nulos; nulos y blancos; blancos e nulos; brancos e nulos; votos blancos y nulos; votos nulos y blancos; votos en blanco y nulos; nulos y en blanco; votos brancos e nulos
            blancs et nuls; bulletins blancs et nuls; blancs ou nuls; blancs nuls; leere und ungultige; bianche e nulle; schede bianche e nulle
            """))
        .Concat(Words(Total, """
            total; totals; grand total; total votes; total vote; total votes cast; votes cast; all votes; overall total; county total; county totals; countywide; countywide total; city total; precinct total; precinct totals; state total; statewide; statewide total
            totales; total votos; total de votos; total general; suma; sumas; total nacional; total pais; soma; total geral; somme; ensemble; total general des votes; total des voix
            gesamt; insgesamt; summe; gesamtergebnis; zusammen; totale; totali; somma; totale generale; totaal; totaal generaal
            """));

    static IEnumerable<KeyValuePair<string, string>> Words(string kind, string words) =>
        words.Split(';', '\n').Select(w => w.Trim()).Where(w => w.Length > 0).Distinct().Select(w => KeyValuePair.Create(w, kind));
}
