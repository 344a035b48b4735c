using System.Collections.Immutable;
using Urna.Allocate.Votes;
using Urna.Model;
using Urna.Power;

namespace Urna.Scenarios.Changes;

/// <summary>Who runs with whom: lists joined and split, parties and persons moved.</summary>
/// <remarks>
/// All names are those of the ballot as it was, and of the lists that the scenario makes. First a moved person or party leaves its list, then lists are
/// split, then joined. Votes stay with the persons who won them.
/// </remarks>
static class Ballot
{
    /// <summary>The contest with its candidacies on other lists.</summary>
    public static CountedContest Apply(CountedContest contest, ImmutableArray<ListJoin> join, ImmutableArray<ListSplit> split, ImmutableArray<Move> move, ScenarioFaults faults)
    {
        if (join.IsEmpty && split.IsEmpty && move.IsEmpty)
        {
            return contest;
        }

        var names = BallotNames.Of(contest.Votes);
        var joins = Joins(join, names, faults);
        var splits = Splits(split, names, contest, faults);
        foreach (var (list, item) in joins.Items.Where(j => splits.ContainsKey(j.Key)))
        {
            faults.Contradicts("join", item, list, LocalizedText.Say("scenario.fault-is-both-joined-and-split", ("list", list)));
        }

        var made = joins.Targets.Values.Concat(splits.Values.SelectMany(s => s.Values)).ToHashSet();
        var moves = Moves(move, names, made, splits, contest, faults);
        if (faults.Any)
        {
            return contest;
        }

        var parted = splits.Count == 0 ? contest : WithListVotesShared(contest, splits);
        var changed = parted.WithLines(d => Lines(d, c => ListOf(c, moves, splits, joins.Targets)));
        return WithSubpactsApart(contest, Renumbered(changed, [.. joins.Targets.Values.Distinct()]), joins.Targets);
    }

    static ImmutableArray<CandidacyVotes> Lines(DistrictVotes district, Func<Candidacy, Candidacy> change)
    {
        var lines = ImmutableArray.CreateBuilder<CandidacyVotes>(district.Votes.Length);
        var isSame = true;
        foreach (var line in district.Votes)
        {
            var candidacy = change(line.Candidacy);
            isSame &= ReferenceEquals(candidacy, line.Candidacy);
            lines.Add(ReferenceEquals(candidacy, line.Candidacy) ? line : line with { Candidacy = candidacy });
        }

        return isSame ? district.Votes : lines.MoveToImmutable();
    }

    static Candidacy ListOf(Candidacy c, Dictionary<string, string> moves, Dictionary<string, Dictionary<string, string>> splits, Dictionary<string, string> joins)
    {
        var to = moves.GetValueOrDefault(PersonKey(c)) ?? (c.Kind == CandidacyKind.Independent ? null : moves.GetValueOrDefault(PartyKey(c.Party)));
        var now = to is not null
            ? On(c, to)
            : splits.TryGetValue(c.ListName, out var parts) ? Apart(c, parts) : c;
        return joins.TryGetValue(now.ListName, out var joined) ? On(now, joined) : now;
    }

    static string PersonKey(Candidacy c) => $"person\0{c.Choice}";

    static string PartyKey(string party) => $"party\0{FoldedName.Of(party)}";

    /// <summary>The candidacy on another list, or outside any.</summary>
    static Candidacy On(Candidacy c, string list) =>
        list == Move.Outside ? c with { List = "", Subpact = "", Members = null, Kind = CandidacyKind.Independent }
        : c with { List = list, Members = null, Kind = c.Kind == CandidacyKind.Independent ? CandidacyKind.OfList : c.StatedKind };

    /// <summary>The candidacy without its pact: with its party, or outside any list where it has none.</summary>
    static Candidacy Apart(Candidacy c, Dictionary<string, string> parts) =>
        parts.TryGetValue(FoldedName.Of(c.Party), out var list) ? c with { List = list, Subpact = "", Members = null }
        : c.Candidate.Length > 0 && c.Kind == CandidacyKind.OfList ? On(c, Move.Outside)
        : c;

    static (Dictionary<string, string> Targets, Dictionary<string, int> Items) Joins(ImmutableArray<ListJoin> join, BallotNames names, ScenarioFaults faults)
    {
        var targets = new Dictionary<string, string>();
        var items = new Dictionary<string, int>();
        foreach (var (i, j) in join.Index())
        {
            foreach (var name in j.Of)
            {
                if (names.List(name) is not { } list)
                {
                    faults.NotThere("join", i, name, "list", names.Lists);
                }
                else if (!targets.TryAdd(list, j.As))
                {
                    faults.Contradicts("join", i, list, LocalizedText.Say("scenario.fault-is-joined-twice", ("list", list)));
                }
                else
                {
                    items[list] = i;
                }
            }

            if (j.Of.Select(FoldedName.Of).Distinct().Count() < 2)
            {
                faults.Add("V621", "join", i, string.Join(", ", j.Of), "two lists or more",
                LocalizedText.Say("scenario.fault-joins-fewer-than-two-lists", ("as", j.As)));
            }

            if (join.Take(i).Any(other => FoldedName.Of(other.As) == FoldedName.Of(j.As)))
            {
                faults.Contradicts("join", i, j.As, LocalizedText.Say("scenario.fault-two-joined-lists-are-called", ("as", j.As)));
            }
        }

        foreach (var (i, j) in join.Index().Where(j => names.List(j.Item.As) is { } taken && !targets.ContainsKey(taken)))
        {
            faults.Contradicts("join", i, j.As, LocalizedText.Say("scenario.fault-is-a-list-of-this-contest-that-is", ("as", j.As)));
        }

        return (targets, items);
    }

    /// <summary>The new list of each party, by the list that is split.</summary>
    static Dictionary<string, Dictionary<string, string>> Splits(ImmutableArray<ListSplit> split, BallotNames names, CountedContest contest, ScenarioFaults faults)
    {
        var ballot = contest.Votes.Districts.SelectMany(d => d.Votes).Select(v => v.Candidacy).Where(c => c.Kind != CandidacyKind.Independent).ToList();
        var parties = ballot.GroupBy(c => c.ListName).ToDictionary(g => g.Key, g => g.Select(c => c.Party).Where(p => !Independents.IsNoParty(p)).DistinctBy(FoldedName.Of).ToList());
        var splits = new Dictionary<string, Dictionary<string, string>>();
        foreach (var (i, s) in split.Index())
        {
            if (s.List == ListSplit.Every)
            {
                foreach (var (list, own) in parties.Where(p => p.Value.Count > 1))
                {
                    splits.TryAdd(list, own.ToDictionary(FoldedName.Of, p => p));
                }
            }
            else if (names.List(s.List) is not { } list || !parties.TryGetValue(list, out var own))
            {
                faults.NotThere("split", i, s.List, "list", parties.Keys);
            }
            else if (own.Count < 2)
            {
                faults.Add("V625", "split", i, list, Nearest(parties.Where(p => p.Value.Count > 1).Select(p => p.Key)),
                LocalizedText.Say("scenario.fault-has-no-parties-to-run-apart", ("list", list)));
            }
            else if (!splits.TryAdd(list, Parted(i, s, list, own, faults)))
            {
                faults.Contradicts("split", i, list, LocalizedText.Say("scenario.fault-is-split-twice", ("list", list)));
            }
        }

        foreach (var (list, parts) in splits)
        {
            foreach (var taken in parts.Values.Distinct().Where(p => p != list && names.List(p) is { } other && !splits.ContainsKey(other) && parties.ContainsKey(other) && !parties[other].Select(FoldedName.Of).SequenceEqual([FoldedName.Of(p)])))
            {
                faults.Contradicts("split", 0, taken, LocalizedText.Say("scenario.fault-of-would-bear-the-name-of-another-list", ("taken", taken), ("list", list)));
            }
        }

        return splits;
    }

    static string Nearest(IEnumerable<string> lists) => Validate.Nearest.Among("", lists);

    static Dictionary<string, string> Parted(int item, ListSplit split, string list, List<string> own, ScenarioFaults faults)
    {
        if (split.Into.IsEmpty)
        {
            return own.ToDictionary(FoldedName.Of, p => p);
        }

        var parts = new Dictionary<string, string>();
        foreach (var part in split.Into)
        {
            foreach (var party in part.Of)
            {
                if (!own.Exists(o => FoldedName.Of(o) == FoldedName.Of(party)))
                {
                    faults.NotThere("split", item, party, "party", own);
                }
                else if (!parts.TryAdd(FoldedName.Of(party), part.As))
                {
                    faults.Contradicts("split", item, party, LocalizedText.Say("scenario.fault-stands-in-two-parts-of", ("party", party), ("list", list)));
                }
            }
        }

        foreach (var left in own.Where(o => !parts.ContainsKey(FoldedName.Of(o))))
        {
            faults.Add("V621", "split", item, left, "each party in one part",
                LocalizedText.Say("scenario.fault-no-part-of-has", ("list", list), ("left", left)));
        }

        return parts;
    }

    static Dictionary<string, string> Moves(
        ImmutableArray<Move> move, BallotNames names, HashSet<string> made, Dictionary<string, Dictionary<string, string>> splits, CountedContest contest, ScenarioFaults faults)
    {
        var moves = new Dictionary<string, string>();
        var byPerson = new List<(int Item, Candidacy Person)>();
        foreach (var (i, m) in move.Index())
        {
            var to = m.To == Move.Outside ? (m.Kind == MovedKind.Candidate ? Move.Outside : null) : made.FirstOrDefault(n => FoldedName.Of(n) == FoldedName.Of(m.To)) ?? names.List(m.To);
            if (to is null)
            {
                faults.NotThere("move", i, m.To, "list", names.Lists.Concat(made));
            }
            else if (splits.ContainsKey(to) && !made.Contains(to))
            {
                faults.Contradicts("move", i, to, LocalizedText.Say("scenario.fault-is-split-so-nobody-can-move-to-it", ("to", to)));
            }

            if (m.Kind == MovedKind.Party)
            {
                if (names.Party(m.Name) is not { } party)
                {
                    faults.NotThere("move", i, m.Name, "party", names.Parties);
                }
                else if (!moves.TryAdd(PartyKey(party), to ?? ""))
                {
                    faults.Contradicts("move", i, party, LocalizedText.Say("scenario.fault-is-moved-twice", ("party", party)));
                }
            }
            else if (One(names.Person(m.Name), "move", i, m.Name, names, faults) is { } person)
            {
                byPerson.Add((i, person));
                if (!moves.TryAdd(PersonKey(person), to ?? ""))
                {
                    faults.Contradicts("move", i, person.Candidate, LocalizedText.Say("scenario.fault-is-moved-twice-2", ("candidate", person.Candidate)));
                }
            }
        }

        foreach (var (i, person) in byPerson.Where(p => p.Person.Kind != CandidacyKind.Independent && moves.ContainsKey(PartyKey(p.Person.Party))))
        {
            faults.Contradicts("move", i, person.Candidate, LocalizedText.Say("scenario.fault-is-moved-twice-by-name-and-with", ("candidate", person.Candidate), ("party", person.Party)));
        }

        return moves;
    }

    /// <summary>Votes for a split list without a preference go to its parties in proportion to their own, since nobody else could have them.</summary>
    static CountedContest WithListVotesShared(CountedContest contest, Dictionary<string, Dictionary<string, string>> splits)
    {
        bool IsOpen(CandidacyVotes v) => v.Candidacy.Kind == CandidacyKind.ListVote && splits.TryGetValue(v.Candidacy.ListName, out var parts) && !parts.ContainsKey(FoldedName.Of(v.Candidacy.Party));
        if (!contest.Votes.Districts.Any(d => d.Votes.Any(IsOpen)))
        {
            return contest;
        }

        return contest.WithLines(d => d.Votes.Any(IsOpen) ? [.. d.Votes.SelectMany(v => IsOpen(v) ? Shared(v, d) : [v])] : d.Votes).Noting(
            "V626",
            LocalizedText.Say("scenario.fault-votes-for-a-split-list-without-a-preference"));
    }

    static IEnumerable<CandidacyVotes> Shared(CandidacyVotes listVote, DistrictVotes district)
    {
        var own = district.Votes.Where(v => v.Candidacy.ListName == listVote.Candidacy.ListName && v.Candidacy.Kind == CandidacyKind.OfList && v.Round == listVote.Round && !Independents.IsNoParty(v.Candidacy.Party))
            .GroupBy(v => v.Candidacy.Party).Select(g => (Party: g.Key, Votes: g.Sum(v => v.Votes))).ToList();
        return Parts.Of(listVote.Votes, [.. own.Select(o => o.Votes)])
            .Select((votes, i) => listVote with { Votes = votes, Candidacy = listVote.Candidacy with { Choice = $"{listVote.Candidacy.Choice}/{own[i].Party}", Party = own[i].Party } });
    }

    /// <summary>The one person whom a name is of, or the fault.</summary>
    internal static Candidacy? One(IReadOnlyList<Candidacy> persons, string field, int item, string name, BallotNames names, ScenarioFaults faults)
    {
        if (persons.Count > 1)
        {
            faults.Add("V620", field, item, name, string.Join(", ", persons.Select(p => p.Choice)),
                LocalizedText.Say("scenario.fault-in-are-persons-name-one-by-its-id", ("name", name), ("field", field), ("persons", persons.Count)));
        }
        else if (persons.Count == 0)
        {
            faults.NotThere(field, item, name, "person", names.Persons);
        }

        return persons.Count == 1 ? persons[0] : null;
    }

    /// <summary>Joined lists with an order: persons take turns by their places, those of the list with most votes first.</summary>
    static CountedContest Renumbered(CountedContest contest, ImmutableArray<string> joined) => contest.WithLines(d =>
    {
        if (!d.Votes.Any(v => v.Candidacy.ListPosition is not null && joined.Contains(v.Candidacy.ListName)))
        {
            return d.Votes;
        }

        var places = d.Votes.Index().Where(v => v.Item.Candidacy.ListPosition is not null && joined.Contains(v.Item.Candidacy.ListName))
            .GroupBy(v => v.Item.Candidacy.ListName)
            .SelectMany(g => g.OrderBy(v => v.Item.Candidacy.ListPosition).ThenByDescending(v => v.Item.Votes).Select((v, place) => (v.Index, Place: place + 1)))
            .ToDictionary(p => p.Index, p => p.Place);
        return [.. d.Votes.Select((v, i) => places.TryGetValue(i, out var place) ? v with { Candidacy = v.Candidacy with { ListPosition = place } } : v)];
    });

    /// <summary>Sub-pacts of one name that come from two lists stay two.</summary>
    static CountedContest WithSubpactsApart(CountedContest before, CountedContest after, Dictionary<string, string> joins)
    {
        var owners = before.Votes.Districts.SelectMany(d => d.Votes).Select(v => v.Candidacy).Where(c => c.Subpact.Length > 0 && joins.ContainsKey(c.ListName))
            .Select(c => (To: joins[c.ListName], c.Subpact, c.ListName)).Distinct().GroupBy(o => (o.To, o.Subpact)).Where(g => g.Count() > 1).Select(g => g.Key).ToHashSet();
        if (owners.Count == 0)
        {
            return after;
        }

        var listOf = before.Votes.Districts.SelectMany(d => d.Votes).DistinctBy(v => v.Candidacy.Choice).ToDictionary(v => v.Candidacy.Choice, v => v.Candidacy.ListName);
        return after.WithLines(d => Lines(d, c => owners.Contains((c.ListName, c.Subpact)) ? c with { Subpact = $"{c.Subpact} ({listOf[c.Choice]})" } : c));
    }
}
