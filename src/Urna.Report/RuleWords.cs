using Urna.Allocate.Steps;

namespace Urna.Report;

/// <summary>Says what a step of a law asks for.</summary>
public static class RuleWords
{
    /// <summary>One sentence a step.</summary>
    /// <param name="step">The step.</param>
    /// <param name="e">The readers' words.</param>
    /// <remarks>Each field that can change a seat changes the text; a test sees to it.</remarks>
    public static string Of(RuleStep step, Wording e) => Asked(step, e) + (step.WherePresent
        ? e.L(" What the step names need not be there in every election.", " Lo que el paso nombra no tiene que estar en cada elección.") : "");

    static string Asked(RuleStep step, Wording e) => step switch
    {
        HighestAveragesStep s => e.L(
            $"Seats are shared among {Among(s.Holders, e)} by highest averages (divisors {MethodWords.Divisors(s.Divisors, e)}).",
            $"Los escaños se reparten entre {Among(s.Holders, e)} por cifra repartidora (divisores {MethodWords.Divisors(s.Divisors, e)}).") + MethodWords.Beside(s, e),
        ListSurplusStep => e.L(
            "In each list, votes for the list alone count for its first person. Elected are those with more votes than the quotient; then, in the list's order, whoever exceeds it with the surplus that those before pass on; then the highest of the totals multiplied by the seats left for the first of the others, by one less for the next, and so on down to one.",
            "En cada lista, los votos de lista se suman a la primera persona. Obtienen el cargo quienes superan la cifra repartidora; luego, en el orden de la lista, quien la supera con el derrame de los votos sobrantes; después, las más altas multiplicaciones: cada total por los cargos que quedan para la primera de las demás, por uno menos para la siguiente, y así hasta uno."),
        DoublingStep s => e.L(
            $"Two seats a district: both to the first of {Among(s.Holders, e)} if it exceeds {e.Whole(s.Factor)} times the second, else one each.",
            $"Dos escaños por distrito: ambos para la primera entre {Among(s.Holders, e)} si supera {e.Whole(s.Factor)} veces a la segunda; si no, uno cada una."),
        MostVotesStep { OfEachSex: > 0 } s => e.L(
            $"{e.Whole(s.OfEachSex)} woman and {e.Whole(s.OfEachSex)} man with most votes.", $"{e.Whole(s.OfEachSex)} mujer y {e.Whole(s.OfEachSex)} hombre con más votos.") + Reserved(s, e) + Below(s.ElectedBelow, e),
        MostVotesStep s => e.L($"Seats go to {Among(s.Holders, e)} with most votes.", $"Los escaños corresponden a {Among(s.Holders, e)} con más votos.") + Reserved(s, e) + Below(s.ElectedBelow, e),
        EachStep s => e.L($"{e.Whole(s.Seats)} for each of {Among(s.Holders, e)}.", $"{e.Whole(s.Seats)} para cada uno de {Among(s.Holders, e)}."),
        MajorityStep s => Of(s.Holders, e) + e.L(
            $"Whoever has {string.Join(", or ", s.AnyOf.Select(c => MajorityWords.Of(c, e)))} is elected; otherwise the first {e.Whole(s.Finalists)} go on{MajorityWords.GoOn(s, e)}.",
            $"Gana quien obtiene {string.Join(", o ", s.AnyOf.Select(c => MajorityWords.Of(c, e)))}; si no, pasan las {e.Whole(s.Finalists)} primeras mayorías{MajorityWords.GoOn(s, e)}."),
        BiproportionalStep s => BiproportionalWords.Of(s, e),
        TransferableVoteStep s => CountingWords.Of(s, e),
        RunoffStep s => Of(s.Holders, e) + e.L("In a second vote between them, more votes win.", "En la segunda votación entre ellas, gana la mayor."),
        CongressStep s => Of(s.Holders, e) + e.L("Congress chooses between them by more than half of its votes.", "El Congreso elige entre ellas por más de la mitad de sus votos."),
        ParityStep s => e.L(
            $"If women and men differ by more than the number of seats makes necessary, the least voted winners of the larger sex yield to the other sex {Within(s.Replacements, e)}.",
            $"Si mujeres y hombres difieren en más de lo que obliga el número de escaños, las personas electas menos votadas del sexo mayoritario ceden su escaño al otro sexo {Within(s.Replacements, e)}."),
        AlternateParityStep => e.L(
            "Women and men are balanced over these districts: winners yield to their own alternates, fewest votes per registered person first.",
            "Se equilibra a mujeres y hombres entre estos distritos: quienes ganan ceden a sus alternativas paritarias, empezando por la menor votación respecto del padrón."),
        NationalParityStep s => e.L(
            $"If women and men differ in the whole contest, lists yield seats in turn, fewest votes in the country first: in the list's district of fewest votes among those where the larger sex leads by more than one, its least voted winner of that sex yields to the other sex {Within(s.Replacements, e)}. Districts with a lead of one come next.",
            $"Si mujeres y hombres difieren en el total, las listas ceden escaños por turno, desde la menos votada a nivel nacional: en su distrito menos votado entre aquellos donde el sexo mayoritario aventaja en más de uno, la persona electa menos votada de ese sexo cede al otro sexo {Within(s.Replacements, e)}. Siguen los distritos con ventaja de uno."),
        NeedsDataStep s => e.L($"Not filled here: it needs {s.Because.English}.", $"No se asigna aquí: requiere {s.Because.Spanish}."),
        _ => LimitWords.Of(step, e) ?? TierWords.Of(step, e) ?? step.GetType().Name,
    };

    /// <summary>How a step breaks ties, in a sentence; empty where it leaves no choice.</summary>
    /// <param name="step">The step.</param>
    /// <param name="e">The readers' words.</param>
    public static string Ties(RuleStep step, Wording e) => TieWords.Of(step, e);

    static string Reserved(MostVotesStep step, Wording e) => step.Reserved ? e.L(" The seats are reserved for a people.", " Los escaños están reservados a un pueblo.") : "";

    /// <summary>What becomes of a tier's seat that is due to somebody elected below; empty where the next takes it.</summary>
    internal static string Below(ElectedBelow below, Wording e) => below == ElectedBelow.Skip ? "" : e.L(
        " In a tier, a seat that is due to somebody elected in a district below stays empty.", " En un nivel superior, el escaño que corresponde a quien ya fue electo en un distrito queda vacío.");

    static string Of(Holder holder, Wording e) => holder == Holder.Candidate ? "" : e.L($"Among {Among(holder, e)}: ", $"Entre {Among(holder, e)}: ");

    /// <summary>Where a replacement is sought: of their party, else of their list.</summary>
    static string Within(IEnumerable<Holder> replacements, Wording e) => string.Join(e.L(", else ", " y, si no, "), replacements.Select(r => r switch
    {
        Holder.Party => e.L("of their party", "de su partido"),
        Holder.Subpact => e.L("of their sub-pact", "de su subpacto"),
        _ => e.L("of their list", "de su lista"),
    }));

    /// <summary>Who holds the seats that are shared.</summary>
    internal static string Among(Holder holder, Wording e) => holder switch
    {
        Holder.List => e.L("lists and pacts", "listas y pactos"),
        Holder.Subpact => e.L("the sub-pacts of each list", "los subpactos de cada lista"),
        Holder.Party => e.L("the parties of each list", "los partidos de cada lista"),
        _ => e.L("the candidates", "las candidaturas"),
    };
}
