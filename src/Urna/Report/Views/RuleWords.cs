using Urna.Allocate;
using Urna.Allocate.Transferable;

namespace Urna.Report.Views;

/// <summary>Says what a step of a law asks for.</summary>
static class RuleWords
{
    /// <summary>One sentence a step.</summary>
    public static string Of(RuleStep step, Edition e) => step switch
    {
        HighestAveragesStep s => e.L(
            $"Seats are shared among {Among(s.Holders, e)} by highest averages (divisors {Divisors(s, e)}).",
            $"Los escaños se reparten entre {Among(s.Holders, e)} por cifra repartidora (divisores {Divisors(s, e)})."),
        DoublingStep s => e.L(
            $"Two seats a district: both to the first of {Among(s.Holders, e)} if it exceeds {e.Whole(s.Factor)} times the second, else one each.",
            $"Dos escaños por distrito: ambos para la primera entre {Among(s.Holders, e)} si supera {e.Whole(s.Factor)} veces a la segunda; si no, uno cada una."),
        MostVotesStep { OfEachSex: > 0 } s => e.L(
            $"{e.Whole(s.OfEachSex)} woman and {e.Whole(s.OfEachSex)} man with most votes.", $"{e.Whole(s.OfEachSex)} mujer y {e.Whole(s.OfEachSex)} hombre con más votos."),
        MostVotesStep s => e.L($"Seats go to {Among(s.Holders, e)} with most votes.", $"Los escaños corresponden a {Among(s.Holders, e)} con más votos."),
        EachStep s => e.L($"{e.Whole(s.Seats)} for each of {Among(s.Holders, e)}.", $"{e.Whole(s.Seats)} para cada uno de {Among(s.Holders, e)}."),
        MajorityStep s => e.L(
            $"Whoever has {(s.Inclusive ? "at least" : "more than")} {s.Numerator}/{s.Denominator} of the votes for candidacies is elected; otherwise the first {e.Whole(s.Finalists)} go on.",
            $"Gana quien obtiene {(s.Inclusive ? "al menos" : "más de")} {s.Numerator}/{s.Denominator} de los votos a candidaturas; si no, pasan las {e.Whole(s.Finalists)} primeras mayorías."),
        RunoffStep => e.L("In a second vote between them, more votes win.", "En la segunda votación entre ellas, gana la mayor."),
        CongressStep => e.L("Congress chooses between them by more than half of its votes.", "El Congreso elige entre ellas por más de la mitad de sus votos."),
        ParityStep => e.L(
            "If women and men differ by more than the number of seats makes necessary, the least voted winners of the larger sex yield to the other sex of their party, else of their list.",
            "Si mujeres y hombres difieren en más de lo que obliga el número de escaños, las personas electas menos votadas del sexo mayoritario ceden su escaño al otro sexo de su partido y, si no, de su lista."),
        AlternateParityStep => e.L(
            "Women and men are balanced over these districts: winners yield to their own alternates, fewest votes per registered person first.",
            "Se equilibra a mujeres y hombres entre estos distritos: quienes ganan ceden a sus alternativas paritarias, empezando por la menor votación respecto del padrón."),
        TransferableVoteStep s => CountingWords.Of(s, e),
        NeedsDataStep s => e.L($"Not filled here: it needs {s.Because.English}.", $"No se asigna aquí: requiere {s.Because.Spanish}."),
        _ => step.GetType().Name,
    };

    static string Divisors(HighestAveragesStep step, Edition e) => string.Join(", ", Enumerable.Range(0, 3).Select(i => StepWords.Text(step.Divisors.At(i), e))) + "…";

    static string Among(Holder holder, Edition e) => holder switch
    {
        Holder.List => e.L("lists and pacts", "listas y pactos"),
        Holder.Party => e.L("the parties of each list", "los partidos de cada lista"),
        _ => e.L("the candidates", "las candidaturas"),
    };
}
