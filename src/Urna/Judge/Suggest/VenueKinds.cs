using System.Collections.Immutable;
using Urna.Model;

namespace Urna.Judge.Suggest;

/// <summary>What a phrase says of the contest that is meant.</summary>
/// <param name="Kind">The kind; empty if it says none.</param>
/// <param name="Round">The round; 0 if it says none.</param>
/// <param name="Year">The year; 0 if it says none.</param>
/// <param name="Contests">The contests that it names; default if it names none.</param>
sealed record VenueCue(string Kind, int Round, int Year, ImmutableArray<string> Contests)
{
    /// <summary>A cue of a kind, a round or a year alone.</summary>
    public static VenueCue Of(string kind = "", int round = 0, int year = 0) => new(kind, round, year, []);

    /// <summary>The day that it tells; null if none.</summary>
    public DateOnly? Day { get; init; }
}

/// <summary>The words by which texts say which contest they mean.</summary>
static class VenueKinds
{
    /// <summary>Kinds of contests in sentences.</summary>
    public static readonly Phrases<VenueCue> Cues = new Phrases<VenueCue>()
        .Add(VenueCue.Of("president", 1), "FIRST ROUND|FIRST BALLOT|ROUND ONE|OPENING ROUND|PRIMERA VUELTA|PRIMERA VOTACION|PRIMERA RONDA|FIRST ROUND VOTE|FIRST PRESIDENTIAL ROUND|PRIMERA VUELTA PRESIDENCIAL|FIRST ROUND OF VOTING")
        .Add(VenueCue.Of("president", 2), "SECOND ROUND|SECOND BALLOT|ROUND TWO|RUN OFF|RUNOFF|SEGUNDA VUELTA|SEGUNDA VOTACION|SEGUNDA RONDA|BALOTAJE|BALLOTAGE|PRESIDENTIAL RUNOFF|PRESIDENTIAL RUN OFF|RUNOFF ELECTION|RUN OFF ELECTION|RUNOFF VOTE|RUN OFF VOTE|SEGUNDA VUELTA PRESIDENCIAL|DEFINITIVE ROUND|SECOND ROUND RUNOFF|BALLOTAGE PRESIDENCIAL")
        .Add(VenueCue.Of("president", 1), Advanced())
        .Add(VenueCue.Of("president"), "PRESIDENTIAL|PRESIDENTIAL ELECTION|PRESIDENTIAL ELECTIONS|PRESIDENTIAL RACE|PRESIDENTIAL VOTE|PRESIDENTIAL CONTEST|PRESIDENTIAL BALLOT|PRESIDENCIAL|PRESIDENCIALES|ELECCION PRESIDENCIAL|ELECCIONES PRESIDENCIALES|LA MONEDA")
        .Add(VenueCue.Of("primary"), "PRIMARY|PRIMARIES|PRESIDENTIAL PRIMARY|PRESIDENTIAL PRIMARIES|PRIMARY ELECTION|PRIMARY ELECTIONS|PRIMARIA|PRIMARIAS|PRIMARIA PRESIDENCIAL|PRIMARIAS PRESIDENCIALES|ELECCIONES PRIMARIAS|PRIMARIAS LEGALES")
        .Add(VenueCue.Of("deputies"), "CHAMBER OF DEPUTIES|THE CHAMBER OF DEPUTIES|LA CAMARA DE DIPUTADOS|LA CAMARA DE DIPUTADAS Y DIPUTADOS|LA CAMARA BAJA|LOWER HOUSE|LOWER CHAMBER|CAMARA DE DIPUTADOS|CAMARA DE DIPUTADAS Y DIPUTADOS|CAMARA BAJA|THE CHAMBER|LA CAMARA|HOUSE OF REPRESENTATIVES|ELECCION DE DIPUTADOS|ELECTION OF DEPUTIES|DEPUTIES ELECTION|CHAMBER OF DEPUTIES ELECTION|ELECCION DE DIPUTADAS Y DIPUTADOS|CAMARA")
        .Add(VenueCue.Of("senate"), "SENATE|THE SENATE|SENADO|UPPER HOUSE|CAMARA ALTA|UPPER CHAMBER|ELECCION DE SENADORES|SENATORIAL|SENATORIAL ELECTION|SENATE ELECTION")
        .Add(VenueCue.Of("congress"), "CONGRESS|CONGRESO|PARLIAMENT|PARLAMENTO|LEGISLATURE|PARLIAMENTARY|PARLAMENTARIAS|PARLAMENTARIA|LEGISLATIVE|LEGISLATIVAS|CONGRESSIONAL|PARLIAMENTARY ELECTION|LEGISLATIVE ELECTION|ELECCIONES PARLAMENTARIAS|PARLIAMENTARY ELECTIONS|LEGISLATIVE ELECTIONS|CONGRESSIONAL ELECTION")
        .Add(VenueCue.Of("convention"), "CONVENTION|CONSTITUTIONAL CONVENTION|CONVENCION|CONVENCION CONSTITUCIONAL|CONSTITUENT ASSEMBLY|ELECCION DE CONVENCIONALES|CONVENTION ELECTION|ELECCION DE CONSTITUYENTES|CONSTITUENT ELECTION")
        .Add(VenueCue.Of("mayoralty"), "MAYORAL|MAYORAL ELECTION|MAYORAL ELECTIONS|MAYORAL RACE|ELECCION DE ALCALDES|ALCALDIAS|ELECCIONES DE ALCALDES")
        .Add(VenueCue.Of("municipal"), "MUNICIPAL|MUNICIPALES|MUNICIPAL ELECTION|MUNICIPAL ELECTIONS|ELECCION MUNICIPAL|ELECCIONES MUNICIPALES|ELECCIONES DE REGIDORES|LOCAL ELECTIONS|LOCAL ELECTION")
        .Add(VenueCue.Of("plebiscite"), "PLEBISCITE|REFERENDUM|PLEBISCITO|REFERENDO|PLEBISCITO CONSTITUCIONAL|CONSTITUTIONAL PLEBISCITE|CONSTITUTIONAL REFERENDUM|NATIONAL PLEBISCITE|PLEBISCITO NACIONAL")
        .Add(VenueCue.Of("council"), "CONSTITUTIONAL COUNCIL|CONSEJO CONSTITUCIONAL|CONSEJEROS|COUNCIL ELECTION")
        .Add(VenueCue.Of("governors"), "GOVERNORS|GOBERNADORES|GUBERNATORIAL|GOBERNADORES REGIONALES|GOVERNORSHIPS|GOBERNADOR|GOVERNOR")
        .Add(VenueCue.Of("regional"), "REGIONAL COUNCIL|CONSEJEROS REGIONALES|REGIONAL COUNCILS|CORES");

    static readonly Phrases<string> titles = new Phrases<string>()
        .Add("president", "PRESIDENT|PRESIDENCIAL").Add("deputies", "DEPUTIES|DIPUTADOS|REPRESENTATIVES").Add("senate", "SENATE|SENADO").Add("convention", "CONVENTION|CONVENCION").Add("mayoralty", "MAYORS|ALCALDIAS|MAYOR")
        .Add("municipal", "COUNCILLORS|MUNICIPAL|REGIDORES").Add("governors", "GOVERNORS|GOBERNADORES").Add("council", "COUNCIL|CONSEJO").Add("primary", "PRIMARY|PRIMARIES");

    /// <summary>The kinds that a title tells.</summary>
    /// <param name="title">The title of a contest or the name of a chamber.</param>
    public static ImmutableArray<string> InTitle(LocalizedText title) => [.. In(title.English).Concat(In(title.Spanish)).Distinct()];

    /// <summary>Whether a contest is of a kind that a text names.</summary>
    /// <param name="venue">The contest.</param>
    /// <param name="kind">The kind.</param>
    public static bool Fits(Venue venue, string kind) => venue.Kinds.Contains(kind) || (kind == "congress" && (venue.Kinds.Contains("deputies") || venue.Kinds.Contains("senate")));

    /// <summary>Who goes on to the second round does so by the first.</summary>
    static string Advanced() => string.Join('|', from verb in goingOn.Split('|') from the in "|THE |A |LA |EL |UNA |UN ".Split('|') from round in secondRound.Split('|') select $"{verb} {the}{round}");

    const string secondRound = "SECOND ROUND|RUNOFF|RUN OFF|SEGUNDA VUELTA|BALOTAJE|SEGUNDA VOTACION";

    const string goingOn = "ADVANCED TO|ADVANCING TO|ADVANCE TO|WENT THROUGH TO|GOING THROUGH TO|PROCEEDED TO|QUALIFIED FOR|QUALIFYING FOR|MADE IT TO|REACHED|MADE|FORCING|FORCED|FORCE|AVOID|AVOIDED|TO AVOID|MISSED|PROGRESSED TO|WENT ON TO|HEADED FOR|ENTERED|INTO|PASARON A|PASO A|PASAR A|AVANZARON A|AVANZO A|PASARON AL|PASO AL|AVANZARON AL|CLASIFICARON A|CLASIFICARON AL|EVITAR|PASANDO A|LLEVARON A|FORZANDO|FORZAR|DISPUTARAN|ACCEDIERON A|ACCEDIO A";

    static IEnumerable<string> In(string title)
    {
        var words = Token.Of(title);
        return Enumerable.Range(0, words.Length).Select(i => titles.At(words, i).Meaning).OfType<string>();
    }
}
