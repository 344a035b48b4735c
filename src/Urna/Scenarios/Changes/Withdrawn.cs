using System.Collections.Immutable;
using Urna.Allocate.Votes;
using Urna.Model;

namespace Urna.Scenarios.Changes;

/// <summary>Candidacies that do not run, and what becomes of their votes.</summary>
static class Withdrawn
{
    /// <summary>The contest without them.</summary>
    public static CountedContest Apply(CountedContest contest, ImmutableArray<StandDown> withdraw, ScenarioFaults faults)
    {
        if (withdraw.IsEmpty)
        {
            return contest;
        }

        var names = BallotNames.Of(contest.Votes);
        var goes = new Dictionary<(string District, string Choice), int>();
        foreach (var (i, w) in withdraw.Index())
        {
            if (w.District is { } only && !contest.Votes.Districts.Any(d => d.District == only))
            {
                faults.NotThere("withdraw", i, only, "district", contest.Votes.Districts.Select(d => d.District));
                continue;
            }

            if (Of(w, i, names, faults) is not { } isMeant)
            {
                continue;
            }

            var lines = contest.Votes.Districts.Where(d => w.District is null || d.District == w.District).SelectMany(d => d.Votes.Where(v => isMeant(v.Candidacy)).Select(v => (d.District, v.Candidacy.Choice))).Distinct().ToList();
            if (lines.Count == 0)
            {
                faults.NotThere("withdraw", i, w.Name, "ballot", []);
            }
            else if (lines.Any(l => !goes.TryAdd(l, i)))
            {
                faults.Contradicts("withdraw", i, w.Name, LocalizedText.Say("scenario.fault-is-withdrawn-twice", ("name", w.Name)));
            }
        }

        return faults.Any ? contest : Without(contest, withdraw, goes, names, faults);
    }

    static Func<Candidacy, bool>? Of(StandDown w, int item, BallotNames names, ScenarioFaults faults)
    {
        var list = names.List(w.Name);
        var party = names.Party(w.Name);
        var persons = names.Person(w.Name);
        var isPerson = persons.Count > 0 && (list is null || list.StartsWith("IND: ", StringComparison.Ordinal) || persons.All(p => p.ListName == list));
        if (list is not null && !isPerson)
        {
            return c => c.ListName == list;
        }

        if (isPerson)
        {
            return (persons.Count == 1 || w.District is not null ? persons : Ballot.One(persons, "withdraw", item, w.Name, names, faults) is { } one ? [one] : []) is { Count: > 0 } meant
                ? c => meant.Any(p => p.Choice == c.Choice) : null;
        }

        if (party is not null)
        {
            return c => FoldedName.Of(c.Party) == FoldedName.Of(party);
        }

        faults.NotThere("withdraw", item, w.Name, "any", names.Lists.Concat(names.Parties).Concat(names.Persons));
        return null;
    }

    static CountedContest Without(CountedContest contest, ImmutableArray<StandDown> withdraw, Dictionary<(string District, string Choice), int> goes, BallotNames names, ScenarioFaults faults)
    {
        var targets = withdraw.Index().ToDictionary(w => w.Index, w => Targets(w.Item, w.Index, names, faults));
        var districts = ImmutableArray.CreateBuilder<DistrictVotes>();
        foreach (var d in contest.Votes.Districts)
        {
            bool Goes(CandidacyVotes v) => goes.ContainsKey((d.District, v.Candidacy.Choice));
            ImmutableArray<CandidacyVotes> left = [.. d.Votes.Where(v => !Goes(v))];
            if (left.Length == d.Votes.Length)
            {
                districts.Add(d);
                continue;
            }

            if (left.All(v => v.Candidacy.Kind == CandidacyKind.ListVote))
            {
                faults.Add("V624", "withdraw", goes.First(g => g.Key.District == d.District).Value, d.District, "at least one candidacy",
                LocalizedText.Say("scenario.fault-nobody-is-left-on-the-ballot-of", ("district", d.District)));
            }

            var lines = left.ToArray();
            foreach (var gone in d.Votes.Where(Goes).GroupBy(v => (Item: goes[(d.District, v.Candidacy.Choice)], v.Round)))
            {
                Give(lines, targets[gone.Key.Item], gone.Sum(v => v.Votes), gone.Key.Round);
            }

            districts.Add(WithBallots(d, lines, faults));
        }

        return contest.With(districts.ToImmutable());
    }

    /// <summary>Ranked ballots cannot lose a candidacy without every ballot being read again, which is done by the ballots themselves.</summary>
    static DistrictVotes WithBallots(DistrictVotes d, CandidacyVotes[] lines, ScenarioFaults faults)
    {
        if (d.Ballots is not null)
        {
            faults.Add("V625", "withdraw", 0, d.District, "a contest without ranked ballots",
                LocalizedText.Say("scenario.fault-ranked-ballots-are-not-counted-without-somebody"));
            return d;
        }

        return d with { Votes = [.. lines] };
    }

    static ImmutableArray<(Func<Candidacy, bool> Is, ExactShare Share)> Targets(StandDown w, int item, BallotNames names, ScenarioFaults faults)
    {
        var targets = ImmutableArray.CreateBuilder<(Func<Candidacy, bool>, ExactShare)>();
        foreach (var to in w.To)
        {
            if (Recipients.Of(to.Name, names) is { } recipient)
            {
                targets.Add((recipient, to.Share));
            }
            else
            {
                faults.NotThere("withdraw", item, to.Name, "listOrPerson", names.Lists);
            }
        }

        if (w.To.Sum(t => (Int128)t.Share.Millionths) is var sum && (sum > ExactShare.One || w.To.Any(t => t.Share.Millionths < 0)))
        {
            faults.Add("V623", "withdraw", item, $"{(double)sum / ExactShare.One:0.####}", "shares of 100% at most in all",
                LocalizedText.Say("scenario.fault-the-votes-of-are-given-away-more-than", ("name", w.Name)));
        }

        return targets.ToImmutable();
    }

    /// <summary>Gives votes to recipients by their shares, and within each in proportion to the votes that it has.</summary>
    static void Give(CandidacyVotes[] lines, ImmutableArray<(Func<Candidacy, bool> Is, ExactShare Share)> targets, long votes, int round)
    {
        var nowhere = ExactShare.One - targets.Sum(t => t.Share.Millionths);
        long[] shares = [.. targets.Select(t => t.Share.Millionths), nowhere];
        var given = Parts.Of(votes, shares);
        foreach (var (i, target) in targets.Index())
        {
            Recipients.Add(lines, v => v.Round == round && target.Is(v.Candidacy), given[i]);
        }
    }

    /// <summary>Sums of shares are small enough for a long.</summary>
    static Int128 Sum(this ImmutableArray<VoteShare> shares, Func<VoteShare, Int128> of) => shares.Aggregate(Int128.Zero, (sum, s) => sum + of(s));
}
