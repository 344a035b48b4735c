using Urna.Allocate.Account;
using Urna.Allocate.Steps;
using Urna.Count;
using Urna.Model;

namespace Urna.Report.Views;

/// <summary>Says in a sentence or two how a contest ended.</summary>
static class Story
{
    const int MostPersons = 20;
    const int MostGroups = 6;

    /// <summary>The outcome in neutral words.</summary>
    public static string Of(ContestView contest, Edition e) => contest switch
    {
        { Contest.Kind: ContestKind.Voters } => e.L(
            $"People who voted, by group: {e.Votes(Sum(contest))} in all.", $"Personas que votaron, por grupo: {e.Votes(Sum(contest))} en total."),
        { Allocation: null } => Leading(contest, e),
        { Contest.Kind: ContestKind.Primary } => Nominees(contest, contest.Allocation!, e),
        { IsSingle: true } => Single(contest, contest.Allocation!, e),
        _ => Seats(contest, contest.Allocation!, e),
    };

    /// <summary>Turnout and roll in a sentence; empty where they are not known.</summary>
    public static string Turnout(ContestView contest, Edition e)
    {
        var count = contest.Whole.Count;
        return count.Turnout is not null ? Voted(count, e)
            : contest.Without?.Count is { Turnout: not null } inside ? $"{Without(contest, e)}: {Voted(inside, e)}"
            : "";
    }

    /// <summary>Names what is left out in a contest's second column; empty if nothing is.</summary>
    public static string Without(ContestView contest, Edition e)
    {
        var levels = contest.LeftOut.Select(p => p.Level).Distinct().ToList();
        return levels.Count == 1 ? e.L("Without ", "Sin ") + e.Level(levels[0])
            : levels.Count == 0 ? ""
            : e.L("Without ", "Sin ") + e.List(contest.LeftOut.Select(p => p.Name));
    }

    /// <summary>Seats that stay open, with the reason; empty if none.</summary>
    public static IEnumerable<string> Open(ContestView contest, Edition e)
    {
        foreach (var district in contest.Allocation!.Districts)
        {
            var name = e.PlaceName(district.District);
            foreach (var tie in district.Ties)
            {
                yield return e.L(
                    $"{name}: a tie between {e.List(tie.Among)} is open until lots are drawn.",
                    $"{name}: el empate entre {e.List(tie.Among)} queda abierto hasta el sorteo.");
            }

            foreach (var missing in district.Missing)
            {
                yield return e.L(
                    $"{name}: {e.Whole(district.Seats)} seats are not filled here, because this is not known: {missing.English}.",
                    $"{name}: {e.Whole(district.Seats)} escaños no se asignan aquí, porque falta conocer: {missing.Spanish}.");
            }

            if (VacantSeats.In(district) is { } vacant)
            {
                yield return $"{name}: {OutcomeWords.Of(vacant, e)}.";
            }
        }
    }

    /// <summary>Who holds a list's seats in a district: the list, or the person where the list is one.</summary>
    public static string Holder(DistrictAllocation district, ListStanding list, Edition e) =>
        district.Elected.FirstOrDefault(s => s.Candidacy.ListName == list.List) is { Candidacy.Kind: CandidacyKind.Independent } seat
            ? seat.Basis == Basis.Alternate
                ? e.L($"{seat.Person} (alternate of {seat.Candidacy.Name})", $"{seat.Person} (alternativa de {seat.Candidacy.Name})")
                : seat.Person
            : $"{list.List}\u00A0{e.Whole(list.Seats)}";

    static string Leading(ContestView contest, Edition e)
    {
        var lines = contest.Whole.Lines;
        if (contest.Whole.Sum == 0)
        {
            return e.L("No votes are reported.", "No hay votos informados.");
        }

        if (!contest.Whole.IsComplete)
        {
            return e.L(
                $"Not every unit states every choice; known so far, {Named(lines[0], contest, e)} has most votes.",
                $"No todas las unidades informan todas las opciones; en lo conocido, {Named(lines[0], contest, e)} tiene más votos.");
        }

        if (contest.Whole.Leader is not { } leader)
        {
            return e.L("The first two have equal votes.", "Las dos primeras opciones tienen igual votación.");
        }

        var next = lines.Length > 1 ? e.L($", before {Named(lines[1], contest, e)}", $", seguida de {Named(lines[1], contest, e)}") : "";
        return e.L($"Most votes: {Named(leader, contest, e)}{next}.", $"Más votada: {Named(leader, contest, e)}{next}.");
    }

    static string Single(ContestView contest, ContestAllocation allocation, Edition e)
    {
        var district = allocation.Districts[0];
        var between = e.List(allocation.Between.SelectMany(f => f.Among).Select(name => WithShare(name, contest, e)));
        if (allocation.Outcome is Outcome.Tie or Outcome.Incomplete)
        {
            return string.Join(' ', Open(contest, e));
        }

        if (allocation.Outcome is Outcome.Runoff)
        {
            return e.L($"No majority: a second vote between {between}.", $"Sin mayoría: segunda votación entre {between}.");
        }

        if (allocation.Outcome is Outcome.Congress)
        {
            return e.L($"No majority: Congress chooses between {between}.", $"Sin mayoría: el Congreso elige entre {between}.");
        }

        if (district.Elected.IsEmpty)
        {
            return OutcomeWords.Of(allocation, e);
        }

        var seat = district.Elected[0];
        var byCongress = district.Steps.OfType<CongressVoted>().Any(s => s.Reached);
        return e.L(
            $"Elected{(byCongress ? " by Congress" : "")}: {seat.Person}, with {VotesAndShare(seat.Votes, contest, e)}.",
            $"Resulta elegida{(byCongress ? " por el Congreso" : "")} la candidatura de {seat.Person}, con {VotesAndShare(seat.Votes, contest, e)}.");
    }

    static string Nominees(ContestView contest, ContestAllocation allocation, Edition e)
    {
        var chosen = allocation.Districts.SelectMany(d => d.Elected)
            .Select(s => $"{s.Person} ({s.Candidacy.ListName}, {e.L($"{e.Whole(s.Votes)} votes", $"{e.Whole(s.Votes)} votos")})");
        return string.Join(' ', [e.L($"Nominated: {e.List(chosen)}.", $"Nominaciones: {e.List(chosen)}."), .. Open(contest, e)]);
    }

    static string Seats(ContestView contest, ContestAllocation allocation, Edition e)
    {
        var seats = allocation.Districts.Sum(d => d.Seats);
        var filled = allocation.Districts.Sum(d => d.Elected.Length);
        if (!contest.ByList && filled <= MostPersons)
        {
            var persons = e.List(allocation.Districts.SelectMany(d => d.Elected).Select(s => s.Person));
            return e.L($"{e.Whole(seats)} seats, held by {persons}.", $"{e.Whole(seats)} escaños, que ocupan {persons}.");
        }

        var groups = SeatGroup.Of(contest, e).Where(g => g.Contender is { Kind: not ContenderKind.Others }).OrderByDescending(g => g.Seats).Take(MostGroups).ToList();
        var told = groups.Select(g => $"{g.Name} {e.Whole(g.Seats)}");
        var rest = filled - groups.Sum(g => g.Seats);
        var all = string.Join(", ", rest == 0 ? told : told.Append(e.L($"others {e.Whole(rest)}", $"otras {e.Whole(rest)}")));
        if (allocation.Outcome is Outcome.NoVotes)
        {
            return OutcomeWords.Of(allocation, e);
        }

        var open = seats == filled ? "" : e.L($" Not filled: {e.Whole(seats - filled)}.", $" Sin asignar: {e.Whole(seats - filled)}.");
        var districts = e.Whole(allocation.Districts.Length);
        return contest.IsChamber
            ? e.L($"{e.Whole(seats)} seats in {districts} districts: {all}.{open}", $"{e.Whole(seats)} escaños en {districts} distritos: {all}.{open}")
            : e.L($"{districts} districts of one seat. Won by: {all}.{open}", $"{districts} distritos de un cargo. Obtenidos por: {all}.{open}");
    }

    static string Named(PlaceLine line, ContestView contest, Edition e) => $"{line.Name} ({e.Percent(contest.Whole.Share(line.Votes))})";

    static string WithShare(string name, ContestView contest, Edition e)
    {
        var line = contest.Whole.Lines.FirstOrDefault(l => l.Name == name);
        return line.Name is null || contest.Whole.Share(line.Votes) is not { } share ? name : $"{name} ({e.Percent(share)})";
    }

    static string VotesAndShare(long votes, ContestView contest, Edition e) => contest.Whole.IsComplete && contest.Whole.Sum > 0
        ? e.L(
            $"{e.Whole(votes)} votes, {e.Percent((double)votes / contest.Whole.Sum)} of the votes for candidacies",
            $"{e.Whole(votes)} votos, {e.Percent((double)votes / contest.Whole.Sum)} de los votos a candidaturas")
        : e.L($"{e.Whole(votes)} votes", $"{e.Whole(votes)} votos");

    static string Voted(Tabulation count, Edition e) => e.L(
        $"{e.Whole(count.Cast.Value)} of {e.Whole(count.Registered.Value)} people on the roll voted ({e.Percent(count.Turnout)}).",
        $"Votaron {e.Whole(count.Cast.Value)} de {e.Whole(count.Registered.Value)} personas inscritas ({e.Percent(count.Turnout)}).");

    static Total Sum(ContestView contest) => new(contest.Whole.Sum, contest.Whole.IsComplete ? 0 : 1);
}
