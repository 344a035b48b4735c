using Urna.Allocate;
using Urna.Allocate.Steps;
using Urna.Model;

namespace Urna.Audit.Statements;

/// <summary>Why an outcome cannot be put into statements about ballots, in words.</summary>
static class RefusalWords
{
    public static LocalizedText Transferable { get; } = new(
        "votes are transferred from one count to the next, so that what a ballot counts for hangs on the other ballots; no fixed statements about ballots confirm that",
        "los votos pasan de un recuento al siguiente, de modo que el valor de una papeleta depende de las demás; ningún enunciado fijo sobre papeletas lo confirma");

    public static LocalizedText Biproportional { get; } = new(
        "seats are shared among lists and districts at once (biproportional), so that one ballot can move seats far away; no fixed pairs of quotients confirm that",
        "los escaños se reparten a la vez entre listas y distritos (biproporcional), de modo que una papeleta puede mover escaños lejanos; ningún par fijo de cocientes lo confirma");

    public static LocalizedText Parity { get; } = new(
        "seats are corrected for parity of women and men after they are shared; the corrections hang on the order of all winners",
        "los escaños se corrigen por paridad después de repartirse; las correcciones dependen del orden de todas las personas electas");

    public static LocalizedText Tiers { get; } = new(
        "seats of a tier make up for those of districts below, or are shared beside them; statements for that are not made",
        "los escaños de un nivel compensan los de sus distritos, o se reparten junto a ellos; no se formulan enunciados para eso");

    public static LocalizedText TwoVotes { get; } = new(
        "every voter has two votes, one for a constituency and one for a list; the two ballots must be audited as contests of their own",
        "cada persona tiene dos votos, uno por la circunscripción y otro por una lista; las dos papeletas deben auditarse como elecciones separadas");

    public static LocalizedText Minimum { get; } = new(
        "every list with votes has seats before quotients are compared",
        "cada lista con votos tiene escaños antes de comparar cocientes");

    public static LocalizedText NewElection { get; } = new(
        "a list had no candidacy left, and the law then shares its seats as in a new election",
        "a una lista no le quedaban candidaturas, y la ley reparte entonces sus escaños como en una nueva elección");

    public static LocalizedText Vacant { get; } = new(
        "seats stay empty, or a list has no candidacy left, in a way that statements about votes do not cover",
        "quedan escaños vacantes, o a una lista no le quedan candidaturas, de un modo que los enunciados sobre votos no cubren");

    public static LocalizedText Quota { get; } = new(
        "the quota is rounded to whole votes, or what is left over follows rules beyond the largest remainders",
        "la cuota se redondea a votos enteros, o lo restante sigue reglas que van más allá de los mayores restos");

    public static LocalizedText Seats { get; } = new(
        "a threshold counts seats that a list holds already",
        "un umbral cuenta escaños que la lista ya tiene");

    public static LocalizedText PartyThreshold { get; } = new(
        "a threshold for parties within their lists changes what a vote counts for",
        "un umbral para partidos dentro de sus listas cambia lo que vale un voto");

    public static LocalizedText SeveralVotes { get; } = new(
        "a ballot has several votes for lists, so that sums of votes do not tell how ballots were marked",
        "una papeleta tiene varios votos por listas, de modo que las sumas de votos no dicen cómo se marcaron las papeletas");

    public static LocalizedText NotSo { get; } = new(
        "the reported outcome does not follow from the reported votes by statements about them, as where lots were drawn",
        "el resultado informado no se sigue de los votos informados mediante enunciados sobre ellos, como cuando hubo sorteo");

    public static LocalizedText Tie { get; } = new(
        "a tie is open: there is no outcome to confirm, and only a full count by hand tells whether it is one",
        "hay un empate abierto: no hay resultado que confirmar, y solo un recuento completo a mano dice si lo es");

    public static LocalizedText NoVotes { get; } = new("there are no votes", "no hay votos");

    public static LocalizedText Of(RuleStep step) => step switch
    {
        TransferableVoteStep => Transferable,
        BiproportionalStep => Biproportional,
        ParityStep or NationalParityStep or AlternateParityStep => Parity,
        TierStep => Tiers,
        _ => new($"the step of '{step.Article}' is not one that statements about votes cover", $"el paso de '{step.Article}' no es de los que cubren enunciados sobre votos"),
    };
}
