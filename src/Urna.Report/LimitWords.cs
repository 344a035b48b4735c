using Urna.Allocate.Account;
using Urna.Allocate.Steps;

namespace Urna.Report;

/// <summary>Says what bonuses, limits and ranks ask for, and what they did.</summary>
static class LimitWords
{
    /// <summary>What a step asks for; null if it is none of these.</summary>
    public static string? Of(RuleStep step, Wording e) => step switch
    {
        ByRankStep s => e.L(
            $"Seats by rank among {RuleWords.Among(s.Holders, e)}, from most votes down: {string.Join(", ", s.Seats.Select(n => e.Whole(n)))}.",
            $"Escaños según el orden de votación entre {RuleWords.Among(s.Holders, e)}, de mayor a menor: {string.Join(", ", s.Seats.Select(n => e.Whole(n)))}."),
        BonusStep s => Bonus(s, e),
        CapStep s => Cap(s, e),
        SurplusVotesStep s => e.L(
            $"Votes in constituencies that won no seat are added to the votes of their lists{(s.OfWinners ? ", and those that winners did not need: beyond the second's and one more" : "")}.",
            $"Los votos de los distritos que no obtuvieron escaño se suman a los de sus listas{(s.OfWinners ? ", y también los que no necesitó quien ganó: los que exceden de los de la segunda mayoría más uno" : "")}."),
        _ => null,
    };

    /// <summary>What was done; null if it is none of these.</summary>
    public static string? Of(AllocationStep step, Wording e) => step switch
    {
        BonusGiven { IsGuarantee: true } s => e.L(
            $"{s.List} has most votes ({e.Whole(s.Votes)}) and is guaranteed {e.Whole(s.Seats)} seats; the others share what is left.",
            $"{s.List} tiene más votos ({e.Whole(s.Votes)}) y se le aseguran {e.Whole(s.Seats)} escaños; las demás se reparten el resto."),
        BonusGiven s => e.L($"{s.List} has most votes ({e.Whole(s.Votes)}): a bonus of {e.Whole(s.Seats)} seats.", $"{s.List} tiene más votos ({e.Whole(s.Votes)}): un premio de {e.Whole(s.Seats)} escaños."),
        VotesAdded s => e.L(
            $"{s.List} has {e.Whole(s.OfLosers)} votes more, for persons who were not elected below, and {e.Whole(s.OfWinners)} that its winners did not need.",
            $"{s.List} suma {e.Whole(s.OfLosers)} votos de personas no electas en los distritos y {e.Whole(s.OfWinners)} que no necesitaron quienes ganaron."),
        SeatPassedOn s => e.L(
            $"{s.From} holds more than its share and gives back its seat with the smallest quotient, in {s.District} ({StepWords.Quotient(s.FromVotes, s.FromDivisor, e)}); it goes to {s.To} ({StepWords.Quotient(s.ToVotes, s.ToDivisor, e)}).",
            $"{s.From} tiene más de lo que le corresponde y devuelve su escaño de menor cociente, en {s.District} ({StepWords.Quotient(s.FromVotes, s.FromDivisor, e)}); pasa a {s.To} ({StepWords.Quotient(s.ToVotes, s.ToDivisor, e)})."),
        ListCapped s => e.L(
            $"{s.List} would have {e.Whole(s.Due)} seats here and can have {e.Whole(s.Seats)}; the others share again.",
            $"A {s.List} le corresponderían aquí {e.Whole(s.Due)} escaños y puede tener {e.Whole(s.Seats)}; las demás se reparten de nuevo el resto."),
        _ => null,
    };

    static string Bonus(BonusStep s, Wording e)
    {
        var least = s.Least is { } share ? e.L($" if it has at least {TierWords.Percent(share, e)} of the votes", $" si tiene al menos {TierWords.Percent(share, e)} de los votos") : "";
        var more = s.MoreFor is not { } step ? "" : e.L($", one more for each {TierWords.Percent(step, e)} above", $", uno más por cada {TierWords.Percent(step, e)} adicional")
            + (s.Most is { } most ? e.L($", {e.Whole(most)} at most", $", {e.Whole(most)} como máximo") : "");
        return s.Kind == BonusKind.Added
            ? e.L($"The list with most votes has {e.Whole(s.Seats)} seats beforehand{least}{more}; all lists share the rest.", $"La lista con más votos recibe {e.Whole(s.Seats)} escaños de antemano{least}{more}; todas se reparten el resto.")
            : e.L($"The list with most votes has at least {e.Whole(s.Seats)} seats{least}{more}; the others share what is left.", $"La lista con más votos tiene al menos {e.Whole(s.Seats)} escaños{least}{more}; las demás se reparten el resto.");
    }

    static string Cap(CapStep s, Wording e)
    {
        var among = s.AmongTakingPart ? e.L("the votes of those that take part", "los votos de las que participan") : e.L("the votes for candidacies", "los votos a candidaturas");
        var limits = new[]
        {
            s.Seats is { } seats ? e.L($"{e.Whole(seats)} seats in all", $"{e.Whole(seats)} escaños en total") : null,
            s.Points is { } points ? e.L($"a share of all seats {TierWords.Percent(points, e)} above its share of {among}", $"una parte de los escaños {TierWords.Percent(points, e)} mayor que su parte de {among}") : null,
        };
        return e.L($"No list has more than {string.Join(", or ", limits.OfType<string>())}; the others share what it loses.", $"Ninguna lista tiene más de {string.Join(", ni de ", limits.OfType<string>())}; las demás se reparten lo que pierde.");
    }
}
