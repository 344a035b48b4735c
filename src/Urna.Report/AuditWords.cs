using System.Collections.Immutable;
using Urna.Audit;
using Urna.Audit.Plans;
using Urna.Model;

namespace Urna.Report;

/// <summary>Audits in words.</summary>
public static class AuditWords
{
    /// <summary>Why a contest is not audited by statements about ballots.</summary>
    public static string Refused(string contest, ImmutableArray<LocalizedText> because, Wording words) => words.L(
        $"{Named(contest, words)} cannot be audited by statements about its ballots: {string.Join("; ", because.Select(b => b.English))}.",
        $"{Named(contest, words)} no se puede auditar con enunciados sobre sus papeletas: {string.Join("; ", because.Select(b => b.Spanish))}.");

    /// <summary>What an assertion says, as a sentence without its end.</summary>
    public static string Of(Assertion a, Wording words) => a.Kind switch
    {
        AssertionKind.Plurality => words.L($"{a.Winner} has more votes than {a.Loser}", $"{a.Winner} tiene más votos que {a.Loser}"),
        AssertionKind.Quotients => words.L($"{a.Winner} keeps its last seat before {a.Loser} has one more", $"{a.Winner} conserva su último escaño antes de que {a.Loser} tenga uno más"),
        AssertionKind.Threshold when a.Loser.Length == 0 => words.L($"{a.Winner} reaches what the law asks", $"{a.Winner} alcanza lo que pide la ley"),
        AssertionKind.Threshold => words.L($"{a.Loser} does not reach what the law asks", $"{a.Loser} no alcanza lo que pide la ley"),
        _ when a.Winner.Length > 0 && a.Loser.Length > 0 => words.L($"{a.Winner} is far enough ahead of {a.Loser}", $"{a.Winner} aventaja lo suficiente a {a.Loser}"),
        _ when a.Loser.Length == 0 => words.L($"{a.Winner} has the majority that the law asks", $"{a.Winner} tiene la mayoría que pide la ley"),
        _ => words.L($"{a.Loser} has not the majority that the law asks", $"{a.Loser} no tiene la mayoría que pide la ley"),
    };

    /// <summary>A method's name.</summary>
    public static string Of(AuditMethod method, Wording words) => method switch
    {
        AuditMethod.BallotPolling => words.L("ballot polling", "muestreo de papeletas"),
        AuditMethod.BallotComparison => words.L("ballot comparison", "comparación de papeletas"),
        _ => words.L("batch comparison", "comparación de cajas"),
    };

    /// <summary>What is counted: ballots, or draws of boxes.</summary>
    public static string Unit(AuditMethod method, Wording words) => method == AuditMethod.BatchComparison ? words.L("draws of boxes", "extracciones de cajas") : words.L("ballots", "papeletas");

    /// <summary>What a plan asks for, in one sentence.</summary>
    public static string Lead(AuditPlan plan, Wording words)
    {
        var (size, risk) = (plan.Size, words.Percent(plan.Settings.Risk, 1));
        var (first, mean, unit) = (words.Whole(size.FirstRound), words.Whole(size.Mean), Unit(plan.Settings.Method, words));
        return words.L(
            $"By {Of(plan.Settings.Method, words)}, with a risk of at most {risk} that a wrong outcome passes: {first} {unit} in the first round, {mean} on average where the count is right and nothing is misread.",
            $"Por {Of(plan.Settings.Method, words)}, con un riesgo de a lo más {risk} de que pase un resultado equivocado: {first} {unit} en la primera ronda, {mean} en promedio si el recuento es correcto y nada se leyó mal.");
    }

    /// <summary>What follows from a sample, as a sentence.</summary>
    public static string Of(AuditDecision decision, Wording words) => decision switch
    {
        AuditDecision.Stop => words.L("Stop: the sample confirms every assertion at the risk limit.", "Detener: la muestra confirma cada enunciado con el límite de riesgo."),
        AuditDecision.GoOn => words.L("Go on: the sample does not confirm every assertion yet. That says nothing against the count.", "Continuar: la muestra todavía no confirma cada enunciado. Eso no dice nada en contra del recuento."),
        _ => words.L("Count all by hand: no further sample is smaller than that, and the count by hand stands.", "Contar todo a mano: ninguna muestra adicional sería menor, y vale el recuento a mano."),
    };

    /// <summary>Says that blank and null ballots of districts are not known.</summary>
    public static string BallotsUnknown(string district, long ballots, Wording words) => words.L(
        $"'{district}': blank and null ballots are not known; the {words.Whole(ballots)} counted votes are taken as all ballots. A manifest tells them.",
        $"'{district}': no se conocen los votos en blanco y nulos; se toman los {words.Whole(ballots)} votos contados como todas las papeletas. Un manifiesto los informa.");

    /// <summary>Says why nothing is drawn.</summary>
    public static string NothingDrawn(bool hasBoxes, Wording words) => hasBoxes
        ? words.L("The first round is all ballots of a district, or nothing must be confirmed: nothing is drawn there.", "La primera ronda son todas las papeletas de un distrito, o no hay nada que confirmar: allí no se sortea nada.")
        : words.L("Nothing is drawn: the boxes are not known. Give --manifest M.csv (batch,place,ballots).", "No se sortea nada: no se conocen las cajas. Dé --manifest M.csv (batch,place,ballots).");

    /// <summary>Says that units are taken as boxes.</summary>
    public static string UnitsAsBoxes(int boxes, Wording words) => words.L(
        $"No manifest is given: the {words.Whole(boxes)} units of the count are taken as boxes, each with its votes cast.",
        $"No hay manifiesto: las {words.Whole(boxes)} unidades del recuento se toman como cajas, cada una con sus votos emitidos.");

    static string Named(string contest, Wording words) => contest.Length == 0 ? words.L("This contest", "Esta elección") : $"'{contest}'";
}
