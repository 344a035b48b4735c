using Urna.Allocate.Transferable;

namespace Urna.Report;

/// <summary>Says how a law counts ranked ballots.</summary>
static class CountingWords
{
    /// <summary>A few sentences.</summary>
    public static string Of(TransferableVoteStep step, Wording e) => string.Join(' ', Quota(step, e), Surplus(step, e), Exclusion(step, e));

    static string Quota(TransferableVoteStep step, Wording e)
    {
        var (english, spanish) = step.Quota switch
        {
            QuotaRule.Droop => ("the whole part of votes / (seats + 1), and one more", "la parte entera de votos / (escaños + 1), más uno"),
            QuotaRule.HagenbachBischoff => ("votes / (seats + 1)", "votos / (escaños + 1)"),
            _ => ("votes / seats", "votos / escaños"),
        };
        var (worked, calculada) = step.Recomputed ? (", worked out again at each count", ", que se recalcula en cada escrutinio") : ("", "");
        return e.L(
            $"Ballots are ranked. Whoever {(step.MustExceed ? "exceeds" : "reaches")} the quota is elected: {english}{worked}.",
            $"Se vota por orden de preferencia. Resulta electo quien {(step.MustExceed ? "supera" : "alcanza")} la cuota: {spanish}{calculada}.");
    }

    static string Surplus(TransferableVoteStep step, Wording e) => step.Surplus switch
    {
        SurplusRule.None => e.L("No surplus is passed on.", "No se transfieren excedentes."),
        SurplusRule.WeightedInclusiveGregory => e.L(
            $"A surplus is passed on by all ballots of the elected, each at a part of its own value{Decimals(step, e)}.",
            $"El excedente se transfiere con todas las papeletas de quien resultó electo, cada una a una fracción de su propio valor{Decimals(step, e)}."),
        SurplusRule.InclusiveGregory => e.L(
            $"A surplus is passed on by all ballots of the elected, all at the same value{Decimals(step, e)}.",
            $"El excedente se transfiere con todas las papeletas de quien resultó electo, todas al mismo valor{Decimals(step, e)}."),
        _ => e.L(
            $"A surplus is passed on by the ballots received last{Decimals(step, e)}.",
            $"El excedente se transfiere con las papeletas recibidas en último término{Decimals(step, e)}."),
    };

    static string Decimals(TransferableVoteStep step, Wording e) => step.Decimals is { } decimals
        ? e.L($", to {e.Whole(decimals)} decimals without rounding up", $", con {e.Whole(decimals)} decimales y sin redondear hacia arriba")
        : e.L(", without rounding", ", sin redondeo");

    static string Exclusion(TransferableVoteStep step, Wording e) => step.Exclude switch
    {
        ExclusionRule.Lowest => e.L("Otherwise the candidate with the fewest votes is excluded, and the ballots go to the next preference.", "Si no, se excluye a quien tiene menos votos y sus papeletas pasan a la preferencia siguiente."),
        ExclusionRule.AllButTwo => e.L("If nobody is elected, all but the first two are excluded at once, and their ballots go to the next preference.", "Si nadie resulta electo, se excluye a la vez a todas las candidaturas salvo las dos primeras y sus papeletas pasan a la preferencia siguiente."),
        _ => e.L(
            "Those who can no longer overtake the next above them are excluded together, else the candidate with the fewest votes; the ballots go to the next preference.",
            "Se excluye juntas a las candidaturas que ya no pueden superar a la siguiente y, si no las hay, a la de menos votos; las papeletas pasan a la preferencia siguiente."),
    };
}
