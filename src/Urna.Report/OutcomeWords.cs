using System.Collections.Immutable;
using Urna.Allocate.Account;
using Urna.Allocate.Transferable;

namespace Urna.Report;

/// <summary>How a contest ends, and what stays open in a district, in words for people.</summary>
public static class OutcomeWords
{
    /// <summary>How a contest ends, in a sentence.</summary>
    /// <param name="allocation">The contest's seats.</param>
    /// <param name="e">The readers' words.</param>
    public static string Of(ContestAllocation allocation, Wording e)
    {
        ArgumentNullException.ThrowIfNull(allocation);
        return allocation.Outcome switch
        {
            Outcome.Runoff { Between: [var only] } => e.L(
                $"No majority: a second vote between {And(only, e)}.", $"Sin mayoría: segunda votación entre {And(only, e)}."),
            Outcome.Runoff { Between: var between } => e.L(
                $"No majority in {e.Whole(between.Length)} of {Districts(allocation, e)}: a second vote there.{Elected(allocation, e)}",
                $"Sin mayoría en {e.Whole(between.Length)} de {Districts(allocation, e)}: segunda votación en ellos.{Elected(allocation, e)}"),
            Outcome.Congress { Between: [var only] } => e.L(
                $"No majority: Congress chooses between {And(only, e)}.", $"Sin mayoría: el Congreso elige entre {And(only, e)}."),
            Outcome.Congress { Between: var between } => e.L(
                $"No majority in {e.Whole(between.Length)} of {Districts(allocation, e)}: Congress chooses there.{Elected(allocation, e)}",
                $"Sin mayoría en {e.Whole(between.Length)} de {Districts(allocation, e)}: el Congreso elige en ellos.{Elected(allocation, e)}"),
            Outcome.Tie => e.L("A tie is open.", "Hay un empate abierto."),
            Outcome.Incomplete { Missing: var gaps } => e.L(
                $"Not enough data to fill {e.Whole(gaps.Length)} of {Districts(allocation, e)}.{Elected(allocation, e)}",
                $"Faltan datos para llenar {e.Whole(gaps.Length)} de {Districts(allocation, e)}.{Elected(allocation, e)}"),
            Outcome.Refused => e.L(
                "The seats are not filled, since the data cannot be what they say they are.",
                "Los escaños no se asignan, porque los datos no pueden ser lo que dicen ser."),
            Outcome.NoVotes { Vacant: var vacant } when vacant.All(v => v.NobodyHasVotes) => e.L(
                "Nobody is elected: nobody has a vote.", "No hay personas electas: nadie tiene votos."),
            Outcome.NoVotes => e.L(
                "Nobody is elected: no list or person that takes part has a vote.",
                "No hay personas electas: ninguna lista o persona que participe tiene votos."),
            Outcome.Elected { Vacant: { IsEmpty: false } vacant } => e.L(
                $"{Filled(allocation)} elected; {e.Whole(vacant.Sum(v => v.Seats))} seats stay vacant.",
                $"{Filled(allocation)} electos; {e.Whole(vacant.Sum(v => v.Seats))} escaños quedan vacantes."),
            _ => e.L($"{Filled(allocation)} elected.", $"{Filled(allocation)} electos."),
        };
    }

    /// <summary>What keeps the seats of a district from being filled, each in a few words; empty if nothing does.</summary>
    /// <param name="district">The district's seats.</param>
    /// <param name="e">The readers' words.</param>
    public static IEnumerable<string> Open(DistrictAllocation district, Wording e)
    {
        ArgumentNullException.ThrowIfNull(district);
        return
        [
            .. district.Missing.Select(m => e.L($"not filled; needed: {m.English}", $"sin asignar; se necesita: {m.Spanish}")),
            .. district.Ties.Select(t => Of(district, t, e)),
            .. district.Finalists is { } finalists ? [Of(finalists, e)] : Array.Empty<string>(),
            .. district.Hanging > 0 ? [e.L($"{e.Whole(district.Hanging)} of {e.Whole(district.Seats)} seats hang on a tie elsewhere", $"{e.Whole(district.Hanging)} de {e.Whole(district.Seats)} escaños dependen de un empate en otro lugar")] : Array.Empty<string>(),
            .. VacantSeats.In(district) is { } vacant ? [Of(vacant, e)] : Array.Empty<string>(),
        ];
    }

    /// <summary>Seats that stay empty, with the reason.</summary>
    /// <param name="vacant">The seats.</param>
    /// <param name="e">The readers' words.</param>
    public static string Of(VacantSeats vacant, Wording e)
    {
        ArgumentNullException.ThrowIfNull(vacant);
        var seats = e.L(
            $"{e.Whole(vacant.Seats)} of {e.Whole(vacant.Of)} seats stay empty", $"{e.Whole(vacant.Seats)} de {e.Whole(vacant.Of)} escaños quedan vacantes");
        var given = e.L($"{seats}, since a list that holds more than its share gave them back", $"{seats}, porque los devolvió una lista que tiene más de lo que le corresponde");
        var below = e.L($"{seats}, since they are due to persons elected in a district", $"{seats}, porque corresponden a personas electas en un distrito");
        return vacant.GivenBack == vacant.Seats ? given
            : vacant.DueBelow == vacant.Seats ? below
            : vacant.NobodyHasVotes
            ? e.L($"{seats}, since nobody has a vote", $"{seats}, porque nadie tiene votos")
            : e.L($"{seats}, since no candidacy that takes part is left to take them", $"{seats}, porque no quedan candidaturas que participen");
    }

    static string Of(Finalists finalists, Wording e) => finalists.In == LastStage.Congress
        ? e.L($"no majority: Congress chooses between {e.List(finalists.Among)}", $"sin mayoría: el Congreso elige entre {e.List(finalists.Among)}")
        : e.L($"no majority: a second vote between {e.List(finalists.Among)}", $"sin mayoría: segunda votación entre {e.List(finalists.Among)}");

    static string Of(DistrictAllocation district, OpenTie tie, Wording e) => district.Steps.Any(s => s is CountTaken)
        ? CountWords.Of(tie, e).TrimEnd('.')
        : e.L(
            $"a tie between {e.List(tie.Among)} for {e.Whole(tie.Seats)} seat(s) is open until lots are drawn",
            $"el empate entre {e.List(tie.Among)} por {e.Whole(tie.Seats)} escaño(s) queda abierto hasta el sorteo");

    // Two names stand as the law's sentence has them; more stand in a row.
    static string And(Finalists finalists, Wording e) => string.Join(e.L(" and ", " y "), finalists.Among);

    static string Districts(ContestAllocation allocation, Wording e) => allocation.Districts.Length == 1
        ? e.L("1 district", "1 distrito") : e.L($"{e.Whole(allocation.Districts.Length)} districts", $"{e.Whole(allocation.Districts.Length)} distritos");

    static string Elected(ContestAllocation allocation, Wording e) =>
        Filled(allocation) is > 0 and var filled ? e.L($" Elected elsewhere: {e.Whole(filled)}.", $" Electos en los demás: {e.Whole(filled)}.") : "";

    static int Filled(ContestAllocation allocation) => allocation.Districts.Sum(d => d.Elected.Length);
}
