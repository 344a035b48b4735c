using Urna.Allocate.Methods;
using Urna.Allocate.Steps;

namespace Urna.Report;

/// <summary>Says how a law counts ranked ballots.</summary>
static class CountingWords
{
    /// <summary>A few sentences.</summary>
    public static string Of(TransferableVoteStep step, Wording e) => string.Join(' ', new[]
    {
        Quota(step, e), Surplus(step, e), Decimals(step, e), Exclusion(step, e), Parcels(step, e), LastVacancy(step, e), Stop(step, e), Ballot(step, e), WriteIns(step, e),
    }.Where(s => s.Length > 0));

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

    static string Surplus(TransferableVoteStep step, Wording e)
    {
        if (step.Surplus == SurplusRule.None)
        {
            return e.L("No surplus is passed on.", "No se transfieren excedentes.");
        }

        var how = step.Surplus switch
        {
            SurplusRule.WeightedInclusiveGregory => e.L("by all ballots of the elected, each at a part of its own value", "con todas las papeletas de quien resultó electo, cada una a una fracción de su propio valor"),
            SurplusRule.InclusiveGregory => e.L("by all ballots of the elected, all at the same value", "con todas las papeletas de quien resultó electo, todas al mismo valor"),
            _ => e.L("by the ballots received last", "con las papeletas recibidas en último término"),
        };
        var share = step.Share == SurplusShare.AllBallots
            ? e.L("the part of ballots without a next preference is lost", "la parte de las papeletas sin preferencia siguiente se pierde")
            : e.L("it is divided among those with a next preference only", "se divide solo entre las que muestran una preferencia siguiente");
        var order = step.Order == SurplusOrder.LargestFirst
            ? e.L("The largest surplus goes first", "Se transfiere primero el excedente mayor")
            : e.L("Surpluses go in the order in which their candidates were elected", "Los excedentes se transfieren en el orden en que se eligió a sus candidaturas");
        var waits = step.SurplusWaits ? e.L(", but waits while it cannot change who is excluded next", ", pero espera mientras no pueda cambiar a quién se excluye") : "";
        return e.L($"A surplus is passed on {how}; {share}. {order}{waits}.", $"El excedente se transfiere {how}; {share}. {order}{waits}.");
    }

    static string Decimals(TransferableVoteStep step, Wording e)
    {
        if (step.Decimals is not { } decimals)
        {
            return e.L("Nothing is rounded.", "Nada se redondea.");
        }

        var what = step.Rounding == RoundingRule.BallotValue ? e.L("The value of each ballot", "El valor de cada papeleta") : e.L("What a candidate gains at a count", "Lo que una candidatura gana en un escrutinio");
        return e.L($"{what} is kept to {e.Whole(decimals)} decimals, without rounding up.", $"{what} se conserva con {e.Whole(decimals)} decimales, sin redondear hacia arriba.");
    }

    static string Exclusion(TransferableVoteStep step, Wording e) => step.Exclude switch
    {
        ExclusionRule.Lowest => e.L("Otherwise the candidate with the fewest votes is excluded, and the ballots go to the next preference.", "Si no, se excluye a quien tiene menos votos y sus papeletas pasan a la preferencia siguiente."),
        ExclusionRule.AllButTwo => e.L("If nobody is elected, all but the first two are excluded at once, and their ballots go to the next preference.", "Si nadie resulta electo, se excluye a la vez a todas las candidaturas salvo las dos primeras y sus papeletas pasan a la preferencia siguiente."),
        _ => e.L(
            "Those who can no longer overtake the next above them are excluded together, else the candidate with the fewest votes; the ballots go to the next preference.",
            "Se excluye juntas a las candidaturas que ya no pueden superar a la siguiente y, si no las hay, a la de menos votos; las papeletas pasan a la preferencia siguiente.")
            + (step.Exclude == ExclusionRule.BatchBeforeSurplus ? e.L(" They go before any surplus is passed on.", " Se las excluye antes de transferir cualquier excedente.") : ""),
    };

    static string Parcels(TransferableVoteStep step, Wording e) => step.Parcels switch
    {
        ExclusionParcels.Together => e.L("Ballots of the excluded move at one count.", "Las papeletas de quien se excluye pasan en un solo escrutinio."),
        ExclusionParcels.ByValue => e.L("Ballots of the excluded move in one count for each value, the highest first.", "Las papeletas de quien se excluye pasan en un escrutinio por cada valor, del mayor al menor."),
        _ => e.L(
            "Of the ballots of the excluded, first preferences move at a count of their own, then those of each value, the highest first.",
            "De las papeletas de quien se excluye pasan primero, en un escrutinio propio, las primeras preferencias; luego las de cada valor, del mayor al menor."),
    };

    static string LastVacancy(TransferableVoteStep step, Wording e) => step.LastVacancy switch
    {
        LastVacancyRule.None => "",
        LastVacancyRule.MoreThanTheRest => e.L("The last seat is filled as soon as a candidate has more votes than all others with all surpluses.", "El último escaño se asigna en cuanto una candidatura tiene más votos que todas las demás con todos los excedentes."),
        LastVacancyRule.AtLeastTheRest => e.L("The last seat is filled as soon as a candidate has as many votes as all others with all surpluses.", "El último escaño se asigna en cuanto una candidatura tiene tantos votos como todas las demás con todos los excedentes."),
        _ => e.L("When two candidates are left for the last seat, more votes win.", "Cuando quedan dos candidaturas para el último escaño, gana la de más votos."),
    };

    static string Stop(TransferableVoteStep step, Wording e) => step.Stop == StopRule.Filled ? "" : e.L(
        "Nobody is elected before two candidates are left.", "Nadie resulta electo antes de que queden dos candidaturas.");

    static string Ballot(TransferableVoteStep step, Wording e)
    {
        var skipped = step.SkippedRanks switch
        {
            null => e.L("Ranks left blank are passed over", "Los lugares en blanco se saltan"),
            0 => e.L("A rank left blank ends the ballot", "Un lugar en blanco termina la papeleta"),
            var most => e.L($"Up to {e.Whole(most)} ranks left blank in a row are passed over, and one more ends the ballot", $"Hasta {e.Whole(most)} lugares en blanco seguidos se saltan, y uno más termina la papeleta"),
        };
        return e.L(
            $"{skipped}; a rank with several candidates {Mark(step.Overvote, e)}; a candidate ranked again {Mark(step.Duplicate, e)}.",
            $"{skipped}; un lugar con varias candidaturas {Mark(step.Overvote, e)}; una candidatura repetida {Mark(step.Duplicate, e)}.");
    }

    static string Mark(MarkRule rule, Wording e) => rule == MarkRule.Next ? e.L("is passed over", "se salta") : e.L("ends the ballot", "termina la papeleta");

    static string WriteIns(TransferableVoteStep step, Wording e) => step.WriteIns.IsEmpty ? "" : e.L(
        $"{e.List(step.WriteIns)} stand for many persons: they cannot be elected and are excluded first.",
        $"{e.List(step.WriteIns)} representan a muchas personas: no pueden resultar electas y se excluyen primero.");
}
