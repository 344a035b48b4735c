using System.Collections.Immutable;
using Urna.Allocate;
using Urna.Model;
using Urna.Scenarios.Changes;

namespace Urna.Scenarios.Goals;

/// <summary>Searches for what it would have taken to reach a goal.</summary>
public static class Search
{
    const string Field = "find";

    /// <summary>What it would have taken, or why that cannot be asked.</summary>
    /// <param name="contest">The contest.</param>
    /// <param name="goal">The goal.</param>
    public static (Found? Found, ImmutableArray<ScenarioFault> Faults) Of(CountedContest contest, Goal goal)
    {
        ArgumentNullException.ThrowIfNull(contest);
        ArgumentNullException.ThrowIfNull(goal);
        var faults = new ScenarioFaults();
        Check(contest, goal, faults);
        if (faults.Any)
        {
            return (null, faults.All);
        }

        var found = goal switch
        {
            Goal.Majority => Seats(contest, goal, (contest.Votes.Districts.Sum(d => d.Seats) / 2) + 1),
            Goal.Seats seats => Seats(contest, goal, seats.Number),
            Goal.Quorum quorum => Seats(contest, goal, quorum.Needed),
            Goal.Person person => OfPerson(contest, person),
            Goal.Passing passing => Passing(contest, passing, faults),
            Goal.Pacts pacts => BestPacts.Of(contest, pacts) ?? Refused(faults),
            _ => null,
        };
        return (faults.Any ? null : found, faults.All);
    }

    static Found Seats(CountedContest contest, Goal goal, int target)
    {
        var bloc = Named(contest, goal.Bloc);
        var found = Tried(contest, goal, bloc, target, FewestVotes.Of(contest, goal, bloc, target));
        return goal.From is null ? found with { Swing = LeastSwing.Of(contest, bloc, c => Upward.SureSeats(c, bloc) >= target) } : found;
    }

    /// <summary>What was found, tried: persons without a vote, whom seats of their list may not reach, are the law's own matter.</summary>
    static Found Tried(CountedContest contest, Goal goal, ImmutableArray<string> bloc, int target, Found found)
    {
        if (found.Votes is null)
        {
            return found;
        }

        var faults = new ScenarioFaults();
        var added = Added.Apply(contest, [.. found.Where.Select(w => new VotesMore(w.District, w.List, w.Add) { From = goal.From })], faults);
        return !faults.Any && Upward.SureSeats(added, bloc) >= target ? found : Upward.Of(contest, goal, bloc, target) with { Lower = Math.Max(0, found.Votes.Value - 1) };
    }

    static Found OfPerson(CountedContest contest, Goal.Person goal)
    {
        var found = PersonEnters.Of(contest, goal);
        var person = BallotNames.Of(contest.Votes).Person(goal.Name)[0];
        return found with
        {
            Swing = LeastSwing.Of(contest, [person.ListName], c =>
                SeatAllocation.Allocate(c.Rule, c.Votes with { Findings = [] }).Districts.SelectMany(d => d.Elected).Any(s => s.Candidacy.Choice == person.Choice)),
        };
    }

    /// <summary>The least part of somebody's votes with which another wins the second vote, the rest going to the other finalist.</summary>
    static Found? Passing(CountedContest contest, Goal.Passing goal, ScenarioFaults faults)
    {
        var names = BallotNames.Of(contest.Votes);
        var between = SeatAllocation.Allocate(contest.Rule, contest.Votes with { Congress = [], Districts = [.. contest.Votes.Districts.Select(d => d with { Votes = [.. d.Votes.Where(v => v.Round == 1)] })] }).Between.ToList();
        var (of, to) = (Recipients.Of(goal.Of, names)!, Recipients.Of(goal.To, names)!);
        if (between is not [{ Among: [_, _] among }] || contest.Votes.Districts is not [var district]
            || district.Votes.FirstOrDefault(v => among.Contains(v.Candidacy.Name) && to(v.Candidacy)) is not { } winner
            || district.Votes.Any(v => among.Contains(v.Candidacy.Name) && of(v.Candidacy)))
        {
            faults.Add("V625", Field, 0, goal.Words, "one seat that two finalists contest, and somebody who did not go on",
                LocalizedText.Say("scenario.fault-does-not-contest-a-second-vote-that-is", ("to", goal.To), ("of", goal.Of)));
            return null;
        }

        // Votes of others who did not go on stay away.
        var loser = district.Votes.First(v => among.Contains(v.Candidacy.Name) && v.Candidacy.Choice != winner.Candidacy.Choice).Candidacy;
        var first = district.Votes.Where(v => v.Round == 1).ToList();
        long First(Func<Candidacy, bool> isOne) => first.Where(v => isOne(v.Candidacy)).Sum(v => v.Votes);
        var (own, other, pool) = (First(c => c.Choice == winner.Candidacy.Choice), First(c => c.Choice == loser.Choice), First(of));

        // own + k > other + pool − k.
        var needed = Math.Max(0, ((other + pool - own) / 2) + 1);
        return needed > pool
            ? new Found(goal, null, [], null, true)
            : new Found(goal, needed, [new VotesNeeded(district.District, winner.Candidacy.Name, needed)], null, true) { Share = pool == 0 ? null : (double)needed / pool, Held = null };
    }

    static Found? Refused(ScenarioFaults faults)
    {
        faults.Add("V625", Field, 0, "pacts", "a law of highest averages among lists; for one party's seats, among the parties of a list too",
                LocalizedText.Say("scenario.fault-the-law-does-not-share-seats-so-that"));
        return null;
    }

    static ImmutableArray<string> Named(CountedContest contest, ImmutableArray<string> bloc)
    {
        var names = BallotNames.Of(contest.Votes);
        return [.. bloc.Select(b => names.List(b)!)];
    }

    static void Check(CountedContest contest, Goal goal, ScenarioFaults faults)
    {
        var names = BallotNames.Of(contest.Votes);
        foreach (var name in goal.Bloc.Where(b => goal is Goal.Pacts ? names.Party(b) is null && names.List(b) is null : names.List(b) is null))
        {
            faults.NotThere(Field, 0, name, goal is Goal.Pacts ? "partyOrList" : "list", goal is Goal.Pacts ? names.Parties.Concat(names.Lists) : names.Lists);
        }

        if (goal.From is { } from && names.List(from) is null)
        {
            faults.NotThere("from", 0, from, "list", names.Lists);
        }
        else if (goal.From is { } own && goal.Bloc.Any(b => names.List(b) == names.List(own)))
        {
            faults.Contradicts("from", 0, own, LocalizedText.Say("scenario.fault-would-give-votes-to-itself", ("own", own)));
        }

        if (goal.Bloc.Select(FoldedName.Of).Distinct().Count() < goal.Bloc.Length)
        {
            faults.Contradicts("with", 0, string.Join(", ", goal.Bloc), LocalizedText.Say("scenario.fault-a-list-is-named-twice"));
        }

        if (goal is Goal.Pacts pacts && (goal.Bloc.Length is < 2 or > BestPacts.Most || (pacts.For is { } one && !goal.Bloc.Any(b => FoldedName.Of(b) == FoldedName.Of(one)))))
        {
            faults.Add("V625", Field, 0, $"{goal.Bloc.Length}", $"2 to {BestPacts.Most} parties, the one that is asked for among them",
                LocalizedText.Say("scenario.fault-pacts-are-sought-among-two-to-ten-parties"));
        }

        if (goal is Goal.Seats { Number: var number } && number > contest.Votes.Districts.Sum(d => d.Seats))
        {
            faults.Add("V623", Field, 0, $"{number}", $"1 to {contest.Votes.Districts.Sum(d => d.Seats)}",
                LocalizedText.Say("scenario.fault-there-are-not-seats", ("number", number)));
        }

        if (goal is Goal.Person { Name: var person })
        {
            Ballot.One(names.Person(person), Field, 0, person, names, faults);
        }

        foreach (var name in goal is Goal.Passing { Of: var of, To: var to } ? new[] { of, to } : [])
        {
            if (Recipients.Of(name, names) is null)
            {
                faults.NotThere(Field, 0, name, "listOrPerson", names.Lists);
            }
        }
    }
}
