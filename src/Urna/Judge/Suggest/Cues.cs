namespace Urna.Judge.Suggest;

/// <summary>The phrases by which a sentence is taken to speak of an election.</summary>
/// <remarks><c>docs/claims.md</c> tells the rules; all phrases are folded, and the same for every side.</remarks>
static class Cues
{
    /// <summary>How a number is said, by the phrase before it; the first that fits is taken.</summary>
    public static readonly (Wording Wording, Phrases Phrases)[] Wordings =
    [
        (Wording.AtMost, new("AT MOST|NO MORE THAN|NOT MORE THAN|A LO MAS|A LO SUMO|NO MAS DE|COMO MAXIMO")),
        (Wording.AtLeast, new("AT LEAST|NO LESS THAN|NO FEWER THAN|AL MENOS|POR LO MENOS|NO MENOS DE|COMO MINIMO")),
        (Wording.Almost, new("ALMOST|NEARLY|JUST UNDER|CASI|POCO MENOS DE|PRACTICAMENTE")),
        (Wording.Over, new("OVER|MORE THAN|ABOVE|JUST OVER|UPWARDS OF|MAS DE|MAS DEL|POCO MAS DE|POCO MAS DEL|SOBRE EL|SUPERIOR AL|SUPERIOR A")),
        (Wording.Under, new("UNDER|LESS THAN|FEWER THAN|BELOW|MENOS DE|MENOS DEL|INFERIOR AL|INFERIOR A")),
        (Wording.About, new("ABOUT|AROUND|ROUGHLY|APPROXIMATELY|SOME|CLOSE TO|CERCA DE|CERCA DEL|ALREDEDOR DE|ALREDEDOR DEL|APROXIMADAMENTE|UNOS|UNAS|EN TORNO A|EN TORNO AL")),
    ];

    public static readonly Phrases Percent = new("%|PER CENT|PERCENT|POR CIENTO");
    public static readonly Phrases Points = new("POINTS|PERCENTAGE POINTS|POINT|PUNTOS|PUNTO|PUNTOS PORCENTUALES");
    public static readonly Phrases People = new("VOTES|VOTERS|PEOPLE|VOTED|ELECTORS|BALLOTS|VOTOS|VOTANTES|PERSONAS|VOTARON|ELECTORES|SUFRAGIOS|SUFRAGARON|DE VOTOS|DE PERSONAS|DE VOTANTES|DE ELECTORES|DE SUFRAGIOS|DE CHILENOS");
    public static readonly Phrases Seats = new("SEATS|SEAT|DEPUTIES|DEPUTY|SENATORS|SENATOR|REPRESENTATIVES|COUNCILLORS|ESCANOS|ESCANO|DIPUTADOS|DIPUTADAS|DIPUTADO|DIPUTADA|SENADORES|SENADORAS|SENADOR|SENADORA|CONVENCIONALES|CONSTITUYENTES|CONCEJALES|CURULES");

    public static readonly Phrases Turnout = new("TURNOUT|PARTICIPATION|PARTICIPACION|TURNED OUT");
    public static readonly Phrases Abstention = new("ABSTENTION|ABSTAINED|DID NOT VOTE|DID NOT TURN OUT|STAYED AWAY|STAYED AT HOME|STAYED HOME|ABSTENCION|NO VOTO|NO VOTARON|SE ABSTUVO|SE ABSTUVIERON|NO FUE A VOTAR|NO FUERON A VOTAR");
    public static readonly Phrases Voted = new("VOTED|VOTERS|TURNED OUT|WENT TO THE POLLS|VOTES CAST|VOTARON|VOTANTES|SUFRAGARON|ACUDIERON A LAS URNAS|FUERON A VOTAR|VOTOS EMITIDOS");
    public static readonly Phrases Lead = new("WON BY|LEAD|LEAD OF|AHEAD|MARGIN|BEAT|DEFEATED|BETWEEN|APART|GAP|ENTRE|GANO POR|SE IMPUSO POR|VENTAJA|DIFERENCIA|SUPERO|MARGEN|SEPARO|SEPARARON|VENCIO|DERROTO");
    public static readonly Phrases Won = new("WON|WINS|VICTORY|TRIUMPHED|GANO|GANA|VICTORIA|TRIUNFO");

    /// <summary>Words of a lead that do not say whose it is.</summary>
    public static readonly Phrases Between = new("BETWEEN|APART|GAP|ENTRE|DIFERENCIA|SEPARO|SEPARARON");

    public static readonly Phrases Rose = new("ROSE|UP|JUMPED|GREW|INCREASED|SUBIO|AUMENTO|SALTO|CRECIO");
    public static readonly Phrases Fell = new("FELL|DOWN|DROPPED|DECREASED|BAJO|CAYO|DISMINUYO|DESCENDIO");
    public static readonly Phrases Majority = new("ABSOLUTE MAJORITY|MAJORITY|MAYORIA ABSOLUTA|MAYORIA");
    public static readonly Phrases Relative = new("RELATIVE MAJORITY|MAYORIA RELATIVA|SIMPLE MAJORITY|MAYORIA SIMPLE");
    /// <summary>Words by which a majority is denied.</summary>
    public static readonly Phrases Negated = new("NO|NOT|WITHOUT|FAILED|LOST|MISSED|SIN|PERDIO|TAMPOCO");

    public static readonly Phrases Vote = new("ELECTION|ELECTIONS|VOTE|BALLOT|ROUND|HELD|PLEBISCITE|REFERENDUM|PRIMARY|PRIMARIES|ELECCION|ELECCIONES|VOTACION|VUELTA|PLEBISCITO|REFERENDO|PRIMARIA|PRIMARIAS|COMICIOS");

    public static readonly Phrases FirstRound = new("FIRST ROUND|FIRST BALLOT|ROUND ONE|PRIMERA VUELTA|PRIMERA VOTACION|PRIMERA RONDA");
    public static readonly Phrases SecondRound = new("SECOND ROUND|SECOND BALLOT|ROUND TWO|RUN OFF|RUNOFF|SEGUNDA VUELTA|SEGUNDA VOTACION|SEGUNDA RONDA|BALOTAJE");

    /// <summary>Groups of people whom no count of ballots parts.</summary>
    public static readonly Phrases Groups = new("WOMEN|MEN|YOUNG|YOUTH|AGED|WORKERS|YEARS OLD|MUJERES|HOMBRES|JOVENES|MENORES DE|MAYORES DE|ANOS|TRABAJADORES");

    /// <summary>Subjects of which a number is no figure of a count.</summary>
    public static readonly Phrases Elsewhere = new("GDP|INFLATION|UNEMPLOYMENT|INTEREST|PRICES|OPINION POLL|OPINION POLLS|PIB|INFLACION|DESEMPLEO|PRECIOS|ENCUESTAS|ENCUESTA|SURVEY|SURVEYS");

    /// <summary>Words before a place in an order.</summary>
    public static readonly Phrases Placed = new("CAME|CAME IN|FINISHED|FINISHED IN|ENDED|ENDED IN|PLACED|RANKED|WAS|ARRIVED|LLEGO|LLEGO EN|TERMINO|TERMINO EN|QUEDO|QUEDO EN|FUE|SALIO|RESULTO|ACABO|ACABO EN|IN|EN|OBTUVO EL");

    /// <summary>Places in an order.</summary>
    public static readonly Phrases[] Ranks =
    [
        new("FIRST|FIRST PLACE|PRIMERO|PRIMERA|PRIMER LUGAR"), new("SECOND|SECOND PLACE|SEGUNDO|SEGUNDA|SEGUNDO LUGAR"), new("THIRD|THIRD PLACE|TERCERO|TERCERA|TERCER LUGAR"),
        new("FOURTH|FOURTH PLACE|CUARTO|CUARTA|CUARTO LUGAR"), new("FIFTH|FIFTH PLACE|QUINTO|QUINTA|QUINTO LUGAR"), new("SIXTH|SIXTH PLACE|SEXTO|SEXTA|SEXTO LUGAR"),
        new("LAST|LAST PLACE|ULTIMO|ULTIMA|ULTIMO LUGAR"),
    ];

    /// <summary>Words after a place in an order that make it the number of a round.</summary>
    public static readonly Phrases Rounds = new("ROUND|BALLOT|VUELTA|VOTACION|RONDA|TIME|VEZ|HALF|TERM");

    /// <summary>Parts of a whole, in per cent.</summary>
    public static readonly (string Percent, Phrases Phrases)[] Fractions =
    [
        ("67", new("TWO THIRDS|DOS TERCIOS")), ("75", new("THREE QUARTERS|TRES CUARTOS")), ("33", new("A THIRD|ONE THIRD|UN TERCIO")),
        ("25", new("A QUARTER|ONE QUARTER|UN CUARTO")), ("50", new("HALF|LA MITAD|MITAD")),
    ];
}
