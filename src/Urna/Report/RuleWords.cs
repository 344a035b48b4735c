using Urna.Allocate;
using Urna.Allocate.Transferable;

namespace Urna.Report;

/// <summary>Says what a step of a law asks for.</summary>
public static class RuleWords
{
    /// <summary>One sentence a step.</summary>
    /// <param name="step">The step.</param>
    /// <param name="e">The readers' words.</param>
    public static string Of(RuleStep step, Wording e) => step switch
    {
        HighestAveragesStep s => e.L(
            $"Seats are shared among {Among(s.Holders, e)} by highest averages (divisors {Divisors(s, e)}).",
            $"Los escaños se reparten entre {Among(s.Holders, e)} por cifra repartidora (divisores {Divisors(s, e)}).") + Exhausted(s, e),
        ListSurplusStep => e.L(
            "In each list, votes for the list alone count for its first person. Elected are those with more votes than the quotient; then, in the list's order, whoever exceeds it with the surplus that those before pass on; then the highest of the totals multiplied by the seats left for the first of the others, by one less for the next, and so on down to one.",
            "En cada lista, los votos de lista se suman a la primera persona. Obtienen el cargo quienes superan la cifra repartidora; luego, en el orden de la lista, quien la supera con el derrame de los votos sobrantes; después, las más altas multiplicaciones: cada total por los cargos que quedan para la primera de las demás, por uno menos para la siguiente, y así hasta uno."),
        DoublingStep s => e.L(
            $"Two seats a district: both to the first of {Among(s.Holders, e)} if it exceeds {e.Whole(s.Factor)} times the second, else one each.",
            $"Dos escaños por distrito: ambos para la primera entre {Among(s.Holders, e)} si supera {e.Whole(s.Factor)} veces a la segunda; si no, uno cada una."),
        MostVotesStep { OfEachSex: > 0 } s => e.L(
            $"{e.Whole(s.OfEachSex)} woman and {e.Whole(s.OfEachSex)} man with most votes.", $"{e.Whole(s.OfEachSex)} mujer y {e.Whole(s.OfEachSex)} hombre con más votos."),
        MostVotesStep s => e.L($"Seats go to {Among(s.Holders, e)} with most votes.", $"Los escaños corresponden a {Among(s.Holders, e)} con más votos.") + TierWords.Below(s.ElectedBelow, e),
        EachStep s => e.L($"{e.Whole(s.Seats)} for each of {Among(s.Holders, e)}.", $"{e.Whole(s.Seats)} para cada uno de {Among(s.Holders, e)}."),
        MajorityStep s => e.L(
            $"Whoever has {(s.Inclusive ? "at least" : "more than")} {s.Needed} of the votes for candidacies is elected; otherwise the first {e.Whole(s.Finalists)} go on.",
            $"Gana quien obtiene {(s.Inclusive ? "al menos" : "más de")} {s.Needed} de los votos a candidaturas; si no, pasan las {e.Whole(s.Finalists)} primeras mayorías."),
        BiproportionalStep s => BiproportionalWords.Of(s, e),
        TransferableVoteStep s => CountingWords.Of(s, e),
        RunoffStep => e.L("In a second vote between them, more votes win.", "En la segunda votación entre ellas, gana la mayor."),
        CongressStep => e.L("Congress chooses between them by more than half of its votes.", "El Congreso elige entre ellas por más de la mitad de sus votos."),
        ParityStep => e.L(
            "If women and men differ by more than the number of seats makes necessary, the least voted winners of the larger sex yield to the other sex of their party, else of their list.",
            "Si mujeres y hombres difieren en más de lo que obliga el número de escaños, las personas electas menos votadas del sexo mayoritario ceden su escaño al otro sexo de su partido y, si no, de su lista."),
        AlternateParityStep => e.L(
            "Women and men are balanced over these districts: winners yield to their own alternates, fewest votes per registered person first.",
            "Se equilibra a mujeres y hombres entre estos distritos: quienes ganan ceden a sus alternativas paritarias, empezando por la menor votación respecto del padrón."),
        NationalParityStep => e.L(
            "If women and men differ in the whole contest, lists yield seats in turn, fewest votes in the country first: in the list's district of fewest votes among those where the larger sex leads by more than one, its least voted winner of that sex yields to the other sex of their party, else of their list. Districts with a lead of one come next.",
            "Si mujeres y hombres difieren en el total, las listas ceden escaños por turno, desde la menos votada a nivel nacional: en su distrito menos votado entre aquellos donde el sexo mayoritario aventaja en más de uno, la persona electa menos votada de ese sexo cede al otro sexo de su partido y, si no, de su lista. Siguen los distritos con ventaja de uno."),
        NeedsDataStep s => e.L($"Not filled here: it needs {s.Because.English}.", $"No se asigna aquí: requiere {s.Because.Spanish}."),
        _ => TierWords.Of(step, e) ?? step.GetType().Name,
    };

    static string Divisors(HighestAveragesStep step, Wording e) => string.Join(", ", Enumerable.Range(0, 3).Select(i => StepWords.Text(step.Divisors.At(i), e))) + "…";

    static string Exhausted(HighestAveragesStep step, Wording e) => step.Exhausted == Exhaustion.NextQuotients ? "" : e.L(
        " Seats that a list cannot fill are shared among the others as in a new election.",
        " Los cargos que una lista no puede llenar se reparten entre las demás como en una nueva elección.");

    /// <summary>How a step breaks ties, in a sentence; empty where it leaves no choice.</summary>
    /// <param name="step">The step.</param>
    /// <param name="e">The readers' words.</param>
    public static string Ties(RuleStep step, Wording e) =>
        step is EachStep or CongressStep or ListSurplusStep || step is not SharingStep sharing ? ""
        : sharing.Ties.IsEmpty ? e.L("A tie stays open.", "Un empate queda abierto.")
        : e.L($"Ties: {string.Join(", then ", sharing.Ties.Select(t => Rule(t, e)))}.", $"Empates: {string.Join("; luego, ", sharing.Ties.Select(t => Rule(t, e)))}.");

    static string Rule(TieRule rule, Wording e) => rule switch
    {
        TieRule.MostVotes => e.L("more votes in all", "mayor votación total"),
        TieRule.MostPersonalVotes => e.L("the next person with more personal votes", "mayor votación personal de quien sigue"),
        TieRule.HighestPersonalVote => e.L("the highest personal vote", "la primera mayoría individual"),
        TieRule.ListOrder => e.L("the order of the list", "el orden de la lista"),
        _ => e.L("a drawing of lots", "sorteo"),
    };

    static string Among(Holder holder, Wording e) => holder switch
    {
        Holder.List => e.L("lists and pacts", "listas y pactos"),
        Holder.Subpact => e.L("the sub-pacts of each list", "los subpactos de cada lista"),
        Holder.Party => e.L("the parties of each list", "los partidos de cada lista"),
        _ => e.L("the candidates", "las candidaturas"),
    };
}
