using System.Collections.Immutable;
using Urna.Allocate.Account;
using Urna.Judge.Claims;
using Urna.Model;
using Urna.Power;

namespace Urna.Judge;

/// <summary>What the law says: how a contest ends, and whether a bloc reaches a quorum.</summary>
sealed partial class Measuring
{
    const int MostNamed = 3;

    /// <summary>How the law ends a contest, and whether it is as claimed.</summary>
    public Figure Outcome(ContestName name, string claimed, ImmutableArray<string> between) =>
        At(Measure.Outcome, name, null, (election, contest) => Outcome(election, contest, claimed, between));

    Figure Outcome(Election election, Contest contest, string claimed, ImmutableArray<string> between)
    {
        var query = SeatsQuery(election, contest, explain: true);
        if (store.OnVotesAlone(election, contest) is not { } alone || alone.Faults.Length > 0 || alone.Districts.Any(d => !d.Missing.IsEmpty))
        {
            return Absent(contest, election, ClaimUnit.Text, seatsByLaw) with { Query = query };
        }

        var word = alone.Outcome.Word;
        var winners = Winners(election, contest, alone);
        if (!Of.IsEmpty && winners is null && word == claimed)
        {
            return Absent(contest, election, ClaimUnit.Text, LocalizedText.Say("measuring-laws.who-won-in-the-end")) with { Query = query };
        }

        var holds = word == claimed && Of.All(n => winners!.Value.Any(w => Is(w, [n]))) && IsBetween(contest, between, [.. alone.Between.SelectMany(f => f.Among)]);
        return new Figure(null, ClaimUnit.Text, null, null, null, query) { Word = word, Holds = holds, Detail = Ending(election, contest, alone, winners) };
    }

    /// <summary>Who won in the end: at once, in Congress, or in the second vote; null if that is not in the data.</summary>
    ImmutableArray<Candidacy>? Winners(Election election, Contest contest, ContestAllocation alone)
    {
        var decided = alone.Outcome switch
        {
            Allocate.Account.Outcome.Elected => alone,
            Allocate.Account.Outcome.Congress => store.Seats(election, contest),
            Allocate.Account.Outcome.Runoff => election.Contests.FirstOrDefault(c => c.FirstRound == contest.Id) is { } second ? store.Seats(election, second) : null,
            _ => null,
        };
        ImmutableArray<Candidacy> winners = [.. decided?.Districts.SelectMany(d => d.Elected).Select(s => s.Candidacy) ?? []];
        return winners.IsEmpty ? null : winners;
    }

    static bool IsBetween(Contest contest, ImmutableArray<string> named, ImmutableArray<string> finalists) =>
        named.IsEmpty || contest.Candidacies.Where(c => Is(c, named)).Select(c => c.Name).ToHashSet().SetEquals(finalists);

    /// <summary>How it came about: the leader's share, the law's article, and who won in the end.</summary>
    LocalizedText? Ending(Election election, Contest contest, ContestAllocation alone, ImmutableArray<Candidacy>? winners)
    {
        var parts = new List<LocalizedText>();
        foreach (var step in alone.Districts.SelectMany(d => d.Steps).OfType<MajorityChecked>().Take(1))
        {
            var (votes, total, share) = (FigureWords.Whole(step.Votes), FigureWords.Whole(step.Total), FigureWords.Of(new Numerics.Fraction(step.Votes, Math.Max(1, step.Total)), ClaimUnit.Share));
            parts.Add(LocalizedText.Say(
                "measuring-laws.is-first-with-of-votes-the", ("candidate", step.Candidate), ("votes", votes), ("total", total),
                ("share", share), ("inclusive", step.Inclusive), ("needed", step.Needed.ToString()), ("article", step.Article)));
        }

        foreach (var finalists in alone.Between)
        {
            parts.Add(LocalizedText.Say("measuring-laws.between", ("among", FigureWords.List(finalists.Among))));
        }

        if (winners is { Length: <= MostNamed } known)
        {
            var names = FigureWords.List([.. known.Select(c => c.Name)]);
            parts.Add(store.Seats(election, contest)?.Districts.SelectMany(d => d.Steps).OfType<CongressVoted>().FirstOrDefault() is { } voted
                ? LocalizedText.Say("measuring-laws.congress-chose-by-to", ("names", names), ("votes", voted.Votes), ("total", voted.Total - voted.Votes))
                : LocalizedText.Say("measuring-laws.elected", ("names", names)));
        }

        return parts.Count == 0 ? null : LocalizedText.Join("; ", parts);
    }

    /// <summary>Whether a bloc reaches a quorum, or does not if that is claimed.</summary>
    public Figure Quorum(QuorumClaim claim)
    {
        var election = store.Election(claim.Election)!;
        var date = terms.Date ?? election.Date;
        var matter = terms.Matter!;
        var law = store.QuorumsOf(claim.Quorum, election)!;
        var chambers = Chamber.Of(election.Members, BlocKind.List).Where(c => claim.Chamber is null || Same(claim.Chamber, c.Name));
        var asked = (from chamber in chambers
                     from quorum in law.For(chamber.Name, date)
                     where quorum.Id == matter
                     select (chamber, quorum)).ToList();
        var query = QuorumQuery(election, date);
        if (asked.Count == 0)
        {
            return new Figure(null, ClaimUnit.Seats, null, null, LocalizedText.Say(
                "measuring-laws.has-no-quorum-for-these-chambers", ("law", law.Name), ("matter", matter),
                ("date", $"{date:yyyy-MM-dd}")), query);
        }

        var checks = asked.ConvertAll(a => (a.chamber, a.quorum, Check: new ChamberCheck(a.chamber.Name, election.Members.Where(m => Same(m.Chamber, a.chamber.Name) && IsMeant(m)).Sum(m => m.Seats), Math.Max(1, a.quorum.Needed(a.chamber.Seats)))));
        var worst = checks.MaxBy(c => c.Check.Lacking);
        return Whole(worst.Check.Seats, ClaimUnit.Seats, query) with
        {
            DenominatorName = LocalizedText.Say("measuring-laws.members", ("chamberName", election.ChamberName(worst.chamber.Name))),
            Denominator = worst.chamber.Seats,
            Needed = worst.Check.Needed,
            Holds = checks.TrueForAll(c => c.Check.Lacking == 0) == (claim.Word != Claim.No),
            Detail = Held(election, checks),
            Sources = [.. election.Sources.Where(s => IsOfMembers(s, election)).Select(s => s.Id)],
            Rows = MemberRows(election, [.. checks.Select(c => c.chamber.Name)]),
        };
    }

    /// <summary>Seats held and needed in each chamber, and the fewest others with whom it would pass.</summary>
    LocalizedText Held(Election election, List<(Chamber Chamber, Quorum Quorum, ChamberCheck Check)> checks)
    {
        var each = checks.ConvertAll(c => LocalizedText.Say("measuring-laws.of-needed", ("chamberName", election.ChamberName(c.Chamber.Name)), ("seats", c.Check.Seats), ("seats2", c.Chamber.Seats), ("needed", c.Check.Needed), ("lacking", c.Check.Lacking > 0), ("lacking2", c.Check.Lacking)));
        var quorum = checks[0].Quorum;
        var told = LocalizedText.Say("measuring-laws.quorum", ("quorum", quorum.Title), ("article", quorum.Article), ("each", Argument.List(each)));
        var lacking = checks.Where(c => c.Check.Lacking > 0).ToList();
        if (lacking.Count == 0)
        {
            return told;
        }

        // Who is not of the bloc, list by list: the fewest of them that fill what is lacking in every chamber.
        var others = lacking.Select(c => new ChamberNeed(Chamber.Of(election.Members.Where(m => Same(m.Chamber, c.Chamber.Name) && !IsMeant(m)), BlocKind.List)[0], c.Check.Lacking));
        var passage = Passage.Of(quorum, [.. others], MostNamed);
        var additions = passage.Coalitions.Select(c => FigureWords.List(c)).ToList();
        return additions.Count == 0 ? told : LocalizedText.Say(
            "measuring-laws.fewest-others", ("told", told), ("additions", Argument.List(additions)), ("more", passage.Count > additions.Count), ("count", passage.Count.ToString()));
    }
}
