using System.Collections.Immutable;
using System.Globalization;
using Urna.Allocate.Account;
using Urna.Allocate.Steps;
using Urna.Allocate.Transferable;
using Urna.Numerics;

namespace Urna.Report;

/// <summary>Says what the counts of ranked ballots did.</summary>
public static class CountWords
{
    const int MostDecimals = 9;

    /// <summary>One or two sentences a step.</summary>
    /// <param name="step">A step of a count of ranked ballots.</param>
    /// <param name="e">The readers' words.</param>
    public static string Of(AllocationStep step, Wording e) => step switch
    {
        QuotaSet s => e.L(
            $"{e.Whole(s.Valid)} ballots show a preference{Without(s.Without, e)}. The quota for {e.Whole(s.Seats)} {(s.Seats == 1 ? "seat" : "seats")} is {Number(s.Quota, e)}: {(s.MustExceed ? "more than that" : "that many votes")} elects.",
            $"{e.Whole(s.Valid)} papeletas muestran una preferencia{Without(s.Without, e)}. La cuota para {e.Whole(s.Seats)} {(s.Seats == 1 ? "escaño" : "escaños")} es {Number(s.Quota, e)}: {(s.MustExceed ? "hay que superarla" : "basta alcanzarla")}."),
        CountTaken s => e.L($"Count {e.Whole(s.Count)}: {Done(s, e)}", $"Escrutinio {e.Whole(s.Count)}: {Done(s, e)}") + Results(s, e),
        LastVacanciesFilled s => Last(s, e),
        _ => step.GetType().Name,
    };

    /// <summary>What an open tie in a count of ranked ballots leaves to lots.</summary>
    /// <param name="tie">The tie.</param>
    /// <param name="e">The readers' words.</param>
    public static string Of(OpenTie tie, Wording e) => e.L(
        $"{e.List(tie.Among)} are tied, and the count stops until lots are drawn: {e.Whole(tie.Seats)} of them {(tie.Seats == 1 ? "stays, goes first or is elected" : "stay")}.",
        $"{e.List(tie.Among)} empatan y el escrutinio se detiene hasta el sorteo: {e.Whole(tie.Seats)} de ellas {(tie.Seats == 1 ? "sigue, va primero o resulta electa" : "siguen")}.");

    /// <summary>Votes with the decimals that they have; a fraction without end is cut.</summary>
    /// <param name="votes">Votes.</param>
    /// <param name="e">The readers' words.</param>
    public static string Number(Fraction votes, Wording e)
    {
        var text = votes.IsDecimal ? votes.ToDecimal() : votes.Value.ToString("F5", CultureInfo.InvariantCulture);
        var decimals = text.Contains('.', StringComparison.Ordinal) ? text.Length - text.IndexOf('.', StringComparison.Ordinal) - 1 : 0;
        return e.Numbers.Number(votes.Value, Math.Min(decimals, MostDecimals));
    }

    static string Without(long without, Wording e) =>
        without == 0 ? "" : e.L($" and {e.Whole(without)} show none", $" y {e.Whole(without)} no muestran ninguna");

    static string Done(CountTaken s, Wording e) => s.Kind switch
    {
        CountKind.First => e.L("first preferences.", "primeras preferencias."),
        CountKind.Surplus => e.L($"the surplus of {e.List(s.From)} is passed on at {Values(s.Passed, e)}.", $"se transfiere el excedente de {e.List(s.From)} a {Values(s.Passed, e)}."),
        _ => s.Excluded.IsEmpty
            ? e.L($"more ballots of {e.List(s.From)} are passed on.", $"se transfieren más papeletas de {e.List(s.From)}.")
            : e.L($"{e.List(s.From)} {(s.From.Length > 1 ? "are" : "is")} excluded, and the ballots passed on.", $"se excluye a {e.List(s.From)} y se transfieren sus papeletas."),
    };

    /// <summary>The transfer values: one, or several with their ballots.</summary>
    static string Values(ImmutableArray<PassedBallots> passed, Wording e) => passed switch
    {
        [var only] => Number(only.Value, e),
        _ => e.List(passed.Select(p => e.L($"{Number(p.Value, e)} ({e.Whole(p.Ballots)} ballots)", $"{Number(p.Value, e)} ({e.Whole(p.Ballots)} papeletas)"))),
    };

    static string Results(CountTaken s, Wording e)
    {
        var votes = s.Tallies.ToLookup(t => t.Candidate, t => t.Votes);
        return s.Elected.IsEmpty ? "" : e.L(" Elected: ", " Obtienen escaño: ") + e.List(s.Elected.Select(c => $"{c} ({Number(votes[c].First(), e)})")) + ".";
    }

    static string Last(LastVacanciesFilled s, Wording e) => s.By switch
    {
        LastVacancyRule.FirstOfTwo => e.L($"{e.List(s.Elected)} is the first of the two left and takes the last seat.", $"{e.List(s.Elected)} es la primera de las dos candidaturas restantes y obtiene el último escaño."),
        LastVacancyRule.MoreThanTheRest or LastVacancyRule.AtLeastTheRest => e.L(
            $"{e.List(s.Elected)} cannot be overtaken by the others together and takes the last seat.", $"Las demás candidaturas juntas no pueden superar a {e.List(s.Elected)}, que obtiene el último escaño."),
        _ => e.L($"No more candidates are left than seats: {e.List(s.Elected)} elected.", $"No quedan más candidaturas que escaños: obtienen escaño {e.List(s.Elected)}."),
    };
}
