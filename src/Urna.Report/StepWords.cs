using Urna.Allocate.Account;
using Urna.Allocate.Biproportional;
using Urna.Allocate.Methods;
using Urna.Allocate.Steps;
using Urna.Allocate.Transferable;

namespace Urna.Report;

/// <summary>Says what a step of an allocation did.</summary>
public static class StepWords
{
    /// <summary>One sentence a step.</summary>
    /// <param name="step">The step.</param>
    /// <param name="e">The readers' words.</param>
    public static string Of(AllocationStep step, Wording e) => step switch
    {
        SeatByQuotient s => e.L(
            $"Seat {e.Whole(s.Seat)} to {s.Winner}: {e.Whole(s.Votes)} votes divided by {Text(s.Divisor, e)} is {Quotient(s.Votes, s.Divisor, e)}.",
            $"Escaño {e.Whole(s.Seat)} para {s.Winner}: {e.Whole(s.Votes)} votos divididos por {Text(s.Divisor, e)} son {Quotient(s.Votes, s.Divisor, e)}.") + Passed(s, e),
        SeatByVotes { Level: Holder.Candidate } s => e.L(
            $"{s.Winner} is elected{Within(s.Within, e)} with most votes: {e.Whole(s.Votes)}.",
            $"{s.Winner} obtiene el cargo{Within(s.Within, e)} con la mayor votación: {e.Whole(s.Votes)}."),
        SeatByVotes s => e.L($"{s.Winner} takes a seat{Within(s.Within, e)} with {e.Whole(s.Votes)} votes.", $"{s.Winner} obtiene un escaño{Within(s.Within, e)} con {e.Whole(s.Votes)} votos."),
        DoublingChecked s => Doubling(s, e),
        MajorityChecked s => Majority(s, e),
        TieBroken s => e.L(
            $"{e.List(s.Among)} are tied; {By(s.By, e)} decides for {e.List(s.Winners)}.",
            $"{e.List(s.Among)} empatan; {By(s.By, e)} decide a favor de {e.List(s.Winners)}."),
        SeatYielded s => Yielded(s, e),
        CongressVoted s => e.L(
            $"In Congress {s.Candidate} has {e.Whole(s.Votes)} of {e.Whole(s.Total)} votes: more than half {(s.Reached ? "is" : "is not")} reached.",
            $"En el Congreso {s.Candidate} obtiene {e.Whole(s.Votes)} de {e.Whole(s.Total)} votos: {(s.Reached ? "alcanza" : "no alcanza")} más de la mitad."),
        QuotaSet or CountTaken or LastVacanciesFilled => CountWords.Of(step, e),
        SeatsVacant { NobodyHasVotes: true } s => e.L(
            $"{e.Whole(s.Seats)} seat(s){Within(s.Within, e)} stay vacant: nobody has a vote.",
            $"{e.Whole(s.Seats)} escaño(s){Within(s.Within, e)} quedan vacantes: nadie tiene votos."),
        SeatsVacant s => e.L(
            $"{e.Whole(s.Seats)} seats{Within(s.Within, e)} stay vacant: no holder with votes has a candidacy left.",
            $"{e.Whole(s.Seats)} escaños{Within(s.Within, e)} quedan vacantes: nadie con votos tiene candidaturas disponibles."),
        NewElectionHeld s => e.L(
            $"{e.List(s.Full)}: no candidacy left. {e.Whole(s.Seats)} seats{Within(s.Within, e)} are shared among the others as in a new election.",
            $"{e.List(s.Full)}: sin más candidaturas. {e.Whole(s.Seats)} cargos{Within(s.Within, e)} se reparten entre las demás como en una nueva elección."),
        ListPlaceReckoned s => Reckoned(s, e),
        TurnToYield s => e.L(
            $"In the whole contest there are {e.Whole(s.Women)} women and {e.Whole(s.Men)} men. It is the turn of {s.List} ({e.Whole(s.Votes)} votes in all), here.",
            $"En total hay {e.Whole(s.Women)} mujeres y {e.Whole(s.Men)} hombres. Es el turno de {s.List} ({e.Whole(s.Votes)} votos en total), aquí."),
        ListsApportioned or SeatsRounded => BiproportionalWords.Of(step, e),
        _ => LimitWords.Of(step, e) ?? TierWords.Of(step, e) ?? step.GetType().Name,
    };

    /// <summary>A divisor as people write it.</summary>
    /// <param name="divisor">The divisor.</param>
    /// <param name="e">The readers' words.</param>
    public static string Text(Divisor divisor, Wording e) => divisor switch
    {
        { Degree: 2 } => $"√{Text(divisor with { Degree = 1 }, e)}",
        { Root: true } => e.Numbers.Number(divisor.Value, 3),
        { Denominator: 1 } => e.Numbers.Number((double)divisor.Numerator, 0),
        _ => e.Numbers.Number(divisor.Value, divisor.Value * 10 % 1 == 0 ? 1 : 3),
    };

    /// <summary>A quotient with one decimal.</summary>
    /// <param name="votes">The votes.</param>
    /// <param name="divisor">What they are divided by.</param>
    /// <param name="e">The readers' words.</param>
    public static string Quotient(long votes, Divisor divisor, Wording e) =>
        divisor.Numerator == 0 ? "∞" : e.Numbers.Number(votes / divisor.Value, divisor == new Divisor(1) ? 0 : 1);

    /// <summary>Why a person holds a seat.</summary>
    public static string Of(Basis basis, Wording e) => basis switch
    {
        Basis.Quotient => e.L("by quotient", "por cociente"),
        Basis.MostVotes => e.L("by most votes", "por mayoría de votos"),
        Basis.Exhaustion => e.L("because others had no candidacy left", "porque otros no tenían más candidaturas"),
        Basis.Surplus => e.L("by surplus", "por excedente"),
        Basis.Parity => e.L("by the balance of women and men", "por paridad"),
        Basis.Reserved => e.L("reserved seat", "escaño reservado"),
        Basis.Alternate => e.L("alternate, by the balance of women and men", "alternativa paritaria"),
        Basis.Majority => e.L("by the majority of the law", "por la mayoría legal"),
        _ => e.L("by lot", "por sorteo"),
    };

    static string Passed(SeatByQuotient s, Wording e) => s.Passed.IsEmpty ? "" : e.L(
        $" Higher quotients without a candidacy left: {e.List(s.Passed)}.", $" Con cociente mayor pero sin candidaturas disponibles: {e.List(s.Passed)}.");

    static string Within(string within, Wording e) => within.Length == 0 ? "" : e.L($" of {within}", $" de {within}");

    static string Doubling(DoublingChecked s, Wording e)
    {
        if (s.Second.Length == 0)
        {
            return e.L($"{s.First} is the only list.", $"{s.First} es la única lista.");
        }

        if (s.FirstVotes == 0)
        {
            return e.L($"Neither {s.First} nor {s.Second} has votes.", $"Ni {s.First} ni {s.Second} tienen votos.");
        }

        var english = s.Doubled ? $"so {s.First} takes both seats" : "so each takes one seat";
        var spanish = s.Doubled ? $"por lo que {s.First} obtiene los dos escaños" : "por lo que cada una obtiene un escaño";
        return e.L(
            $"{s.First} has {e.Whole(s.FirstVotes)} votes, {s.Second} {e.Whole(s.SecondVotes)}: the first {(s.Doubled ? "exceeds" : "does not exceed")} {e.Whole(s.Factor)} times the second ({e.Whole(s.SecondVotes * s.Factor)}), {english}.",
            $"{s.First} tiene {e.Whole(s.FirstVotes)} votos y {s.Second} {e.Whole(s.SecondVotes)}: la primera {(s.Doubled ? "supera" : "no supera")} {e.Whole(s.Factor)} veces la segunda ({e.Whole(s.SecondVotes * s.Factor)}), {spanish}.");
    }

    static string Majority(MajorityChecked s, Wording e)
    {
        var share = s.Total > 0 ? e.Percent((double)s.Votes / s.Total, 2) : "–";
        return e.L(
            $"{s.Candidate} has {e.Whole(s.Votes)} of {MajorityWords.Whole(s, e)} ({share}); the law asks for {(s.Inclusive ? "at least" : "more than")} {s.Needed}{MajorityWords.Besides(s, e)}: {(s.Reached ? "reached" : "not reached")}.",
            $"{s.Candidate} tiene {e.Whole(s.Votes)} de {MajorityWords.Whole(s, e)} ({share}); la ley exige {(s.Inclusive ? "al menos" : "más de")} {s.Needed}{MajorityWords.Besides(s, e)}: {(s.Reached ? "se alcanza" : "no se alcanza")}.");
    }

    static string Yielded(SeatYielded s, Wording e)
    {
        var where = s.Within switch
        {
            "party" => e.L("the same party", "el mismo partido"),
            "subpact" => e.L("the same sub-pact", "el mismo subpacto"),
            "list" => e.L("the same list", "la misma lista"),
            _ => e.L("the same candidacy, as its alternate", "la misma candidatura, como alternativa"),
        };
        return e.L(
            $"For the balance of women and men, {s.Out} ({e.Whole(s.OutVotes)} votes) yields to {s.In} ({e.Whole(s.InVotes)} votes), of {where}.",
            $"Por paridad, {s.Out} ({e.Whole(s.OutVotes)} votos) cede el escaño a {s.In} ({e.Whole(s.InVotes)} votos), de {where}.");
    }

    static string Reckoned(ListPlaceReckoned s, Wording e)
    {
        var list = s.ListVotes > 0 ? e.L($" + {e.Whole(s.ListVotes)} for the list alone", $" + {e.Whole(s.ListVotes)} de lista") : "";
        var surplus = s.Received.Numerator > 0 ? e.L($" + {Number(s.Received, e)} passed on by those before", $" + {Number(s.Received, e)} de derrame") : "";
        var sum = list.Length + surplus.Length > 0 ? $" = {Number(s.Total, e)}" : "";
        var votes = e.L(
            $"{s.Candidate}, no. {e.Whole(s.Place)} of {s.Within}: {e.Whole(s.Votes)} votes{list}{surplus}{sum}; the quotient is {Number(s.Quotient, e)}.",
            $"{s.Candidate}, n.º {e.Whole(s.Place)} de {s.Within}: {e.Whole(s.Votes)} votos{list}{surplus}{sum}; la cifra repartidora es {Number(s.Quotient, e)}.");
        var product = s.Factor == 0 ? "" : e.L(
            $" Multiplied by {e.Whole(s.Factor)}: {Number(new(s.Total.Numerator * s.Factor, s.Total.Denominator), e)}.",
            $" Multiplicado por {e.Whole(s.Factor)}: {Number(new(s.Total.Numerator * s.Factor, s.Total.Denominator), e)}.");
        return votes + product + (s.Elected is { } basis ? e.L($" Elected, {Reason(basis, e)}.", $" Obtiene el cargo, {Reason(basis, e)}.") : e.L(" Not elected.", " No obtiene el cargo."));
    }

    static string Reason(Basis basis, Wording e) => basis switch
    {
        Basis.Quotient => e.L("above the quotient", "por superar la cifra repartidora"),
        Basis.Surplus => e.L("by the surplus", "por derrame"),
        _ => e.L("by multiplication", "por multiplicación"),
    };

    static string Number(VoteFraction votes, Wording e) => e.Numbers.Number(votes.Value, votes.Numerator % votes.Denominator == 0 ? 0 : 2);

    static string By(TieRule rule, Wording e) => rule switch
    {
        TieRule.MostVotes => e.L("more votes in all", "la mayor votación total"),
        TieRule.ListOrder => e.L("the order of the list", "el orden de la lista"),
        TieRule.Backwards => e.L("the most recent count at which they were unequal", "el último escrutinio en que eran desiguales"),
        TieRule.Forwards => e.L("the first count at which they were unequal", "el primer escrutinio en que eran desiguales"),
        TieRule.MostPersonalVotes => e.L("the most voted person not yet elected", "la mayor votación personal no electa"),
        TieRule.HighestPersonalVote => e.L("the highest personal vote", "la primera mayoría individual"),
        _ => e.L("the recorded drawing of lots", "el sorteo registrado"),
    };
}
