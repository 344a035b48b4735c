using System.Text.RegularExpressions;

namespace Urna.Store.Import.Drafts;

/// <summary>What headers of official tables say of their columns, in English, Spanish, Portuguese, French, German and Italian.</summary>
static partial class DraftWords
{
    /// <summary>The reserved choice that a header names; null if it names none.</summary>
    /// <param name="header">The header.</param>
    public static string? CountOf(string header)
    {
        if (CountWords.Of(header) is { } whole)
        {
            return whole;
        }

        var text = CountWords.Folded(header);
        return Share().IsMatch(text) ? null
            : Blank().IsMatch(text) && Null().IsMatch(text) ? "blank-or-null"
            : Null().IsMatch(text) ? "null"
            : Blank().IsMatch(text) ? "blank"
            : Valid().IsMatch(text) ? "valid"
            : Cast().IsMatch(text) ? "cast"
            : Registered().IsMatch(text) ? "registered"
            : null;
    }

    /// <summary>The level of places that a header names, as folders call it; null if it names none.</summary>
    public static string? LevelOf(string header)
    {
        var text = CountWords.Folded(header);
        return levels.FirstOrDefault(l => Regex.IsMatch(text, $@"\b({l.Words})\b", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1))).Level;
    }

    /// <summary>Whether a header is that of a code.</summary>
    public static bool IsCode(string header) => Code().IsMatch(CountWords.Folded(header)) || header.Contains("n°", StringComparison.OrdinalIgnoreCase) || header.Contains("nº", StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether a header is of a share, and no count.</summary>
    public static bool IsShare(string header) => header.Contains('%', StringComparison.Ordinal) || Share().IsMatch(CountWords.Folded(header));

    /// <summary>Whether a header is that of the choices of a long table.</summary>
    public static bool IsChoice(string header) => Choice().IsMatch(CountWords.Folded(header));

    /// <summary>Whether a header is that of the parties or lists of a long table.</summary>
    public static bool IsParty(string header) => Party().IsMatch(CountWords.Folded(header));

    /// <summary>Whether a header is that of the votes of a long table.</summary>
    public static bool IsVotes(string header) => Votes().IsMatch(CountWords.Folded(header));

    /// <summary>Whether a header tells contests apart.</summary>
    public static bool IsContest(string header) => Contest().IsMatch(CountWords.Folded(header));

    static readonly (string Level, string Words)[] levels =
    [
        ("station", "mesa|mesas|polling station|station|bureau|bureau de vote|bv|wahlbezirk|stimmbezirk|wahllokal|sezione|sezioni|seggio|secao|secao eleitoral|urna|casilla|acta|booth|stembureau"),
        ("precinct", "precinct|ward|seccion|section|seccion electoral|quartier"),
        ("venue", "local|local de votacion|recinto|lieu|polling place|venue"),
        ("commune", "comuna|comunas|commune|communes|municipio|municipios|municipality|municipalidad|gemeinde|gemeinden|comune|comuni|town|city|ciudad|localidad|municipi|distrito municipal"),
        ("county", "county|condado|kreis|landkreis|kreisfreie stadt|parish|canton|kanton|bezirk|partido judicial|concelho"),
        ("constituency", "constituency|constituencies|circunscripcion|circonscription|wahlkreis|wahlkreise|collegio|circulo|circoscrizione|division|electorate name|zona eleitoral|zona"),
        ("district", "district|districts|distrito|distritos|distretto|arrondissement|dipartimento"),
        ("province", "province|provincia|provincias|provinz|departamento|departement|provincie"),
        ("region", "region|regiones|regione|regioni|regiao|state|states|estado|estados|uf|land|lander|bundesland|comunidad autonoma|nation"),
        ("country", "pais|country|pays|staat|nazione|consulado|continente"),
    ];

    [GeneratedRegex(@"\b(inscrit|inscrits|inscrites|inscritos|inscriptos|inscritas|padron|lista nominal|electores|electors|electorate|eleitores|eleitorado|aptos|registered|wahlberecht\w*|stimmberecht\w*|elettori|iscritti|censo|habilitados|habiles|roll)\b", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Registered();

    [GeneratedRegex(@"\b(votants|votantes|votanti|votaron|emitidos|emitidas|comparecimento|ballots cast|votes cast|turnout|wahler|wahlende|wahlerinnen|sufragios|abgegebene\w*|participaron|total voters|ballots counted|votos totais|ballots)\b", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Cast();

    [GeneratedRegex(@"\b(valid|valido|validos|validas|validi|valide|valides|exprimes|exprime|gultig\w*|formal)\b", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Valid();

    [GeneratedRegex(@"\b(blank|blanks|blanco|blancos|branco|brancos|blanc|blancs|bianche|bianca|leer|leere|undervotes?)\b", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Blank();

    [GeneratedRegex(@"\b(nul|nuls|nulo|nulos|nulas|nulle|nulli|null|void|invalid|spoil\w*|spoilt|rejected|informal|ungultig\w*|viciados|anulados|overvotes?|non valide)\b", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Null();

    [GeneratedRegex(@"\b(percent\w*|pct|pc|porcentaje|porcentual|porcentagem|prozent|percentuale|pourcentage|anteil|quote|tasa|taxa|taux|share|participacion|participacao|participation|beteiligung|wahlbeteiligung|affluenza|abstention|abstentions|abstencion|abstencao|abstencoes|ins|exp|lat|lon|latitude|longitude)\b", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Share();

    [GeneratedRegex(@"^(cod|codigo|code|codice|id|nr|num|numero|number|no|n|cut|ubigeo|fips|geoid|insee|ags|bfs|kennziffer|schlussel|nummer|istat)\b|\b(code|codigo|codice|id|fips|nr|ags|key|nummer)$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Code();

    [GeneratedRegex(@"\b(candidat\w*|candidate|candidates|kandidat\w*|bewerber|nominativo|opcion|option|choice|respuesta|answer|antwort|eleccion candidato|formula|nombre candidato|votable|nm votavel|nome candidato)\b", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Choice();

    [GeneratedRegex(@"\b(partido|party|partei|parti|partito|lista|list|liste|listas|pacto|agrupacion|coalicion|alianza|sigla|organizacion politica|nuance|gruppe|wahlvorschlag|affiliation)\b", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Party();

    [GeneratedRegex(@"^(votos|votes|voix|stimmen|voti|total votos|votos obtenidos|anzahl|suffrages|quantidade de votos|qt votos|qtd votos|votos nominales|preferencias|numero de votos|nombre de voix|cantidad|cantidad de votos|total votes|vote count|stimmenzahl|anzahl stimmen|numero voti)$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Votes();

    [GeneratedRegex(@"^(cargo|office|contest|eleccion|election|wahl|scrutin|elezione|eleicao|race|tipo eleccion|tipo de eleccion|vuelta|round|turno|tour|year|ano|anno|annee|jahr|ds cargo)$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Contest();
}
