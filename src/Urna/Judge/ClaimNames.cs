using System.Collections.Immutable;
using Urna.Infer;
using Urna.Infer.Roll;
using Urna.Model;
using Urna.Power;

namespace Urna.Judge;

/// <summary>Checks that every name in a claim is one that its elections have.</summary>
/// <param name="fields">The claim's fields.</param>
/// <param name="kind">The kind of its measure.</param>
/// <param name="store">The elections.</param>
sealed class ClaimNames(ClaimFields fields, ClaimKind kind, ClaimStore store)
{
    static readonly ImmutableArray<string> totals = ["cast", "valid", "registered", "blank", "null"];

    readonly List<ClaimFault> faults = [];

    /// <summary>Faults of names that the store has not.</summary>
    public static IEnumerable<ClaimFault> Faults(ClaimFields fields, ClaimStore store)
    {
        if (ClaimKinds.Of(fields.Measure!.Value) is not { } kind || kind.Needs.Contains("reason"))
        {
            return [];
        }

        var check = new ClaimNames(fields, kind, store);
        check.Check();
        return check.faults;
    }

    void Check()
    {
        if (fields.SinceAll && store.FaultsOfAll() is { IsEmpty: false } ofAll)
        {
            Add(ClaimFault.Unusable("since", "all", "elections without faults, or the names of contests", LocalizedText.Say("claim-names.the-claim-compares-with-every-earlier"), ofAll));
        }

        if (fields.SinceAll && store.Withheld.Where(w => store.Election(w) is null).Order(StringComparer.Ordinal).FirstOrDefault() is { } away)
        {
            Add(ClaimFault.Withheld("since", "all", away));
        }

        var isFound = fields.Contest is null || Has("contest", fields.Contest);
        var earlier = fields.Since.Where(s => s is not null && Has("since", s)).ToList();
        var from = fields.From is { } rows && Has("from", rows) ? store.Contest(rows)?.Contest : null;
        if (!isFound || store.Election(fields.Contest?.Election) is not { } election)
        {
            return;
        }

        CheckPlaces(election);
        if (fields.Chamber is { } chamber && election.Members.All(m => m.Chamber != chamber))
        {
            Add(ClaimFault.NotAllowed("chamber", chamber, election.Members.Select(m => m.Chamber)));
        }
        else if (kind.Measure == Measure.Quorum)
        {
            CheckQuorum(election);
            CheckMembers(election, []);
        }
        else if (fields.Chamber is not null)
        {
            CheckMembers(election, earlier.ConvertAll(s => store.Election(s.Election)!));
        }
        else if (fields.Contest is { Contest.Length: > 0 } name && election.Contest(name.Contest) is { } contest)
        {
            CheckChoices(election, contest, earlier, from);
        }
    }

    /// <summary>Whether the store has a contest; the election alone is enough where members are counted.</summary>
    bool Has(string key, ContestName name)
    {
        if (store.Contest(name) is not null || (name.Contest.Length == 0 && (fields.Chamber is not null || kind.Measure is Measure.Quorum or Measure.PeopleShare) && store.Election(name.Election) is not null))
        {
            return true;
        }

        if (name.Election is { } other && store.FaultsOf(other) is { IsEmpty: false } ofElection)
        {
            Add(ClaimFault.Unusable(key, $"{name}", "an election without faults", LocalizedText.Say(
                "claim-names.the-election-cannot-be-used", ("other", other)), ofElection));
            return false;
        }

        if (name.Election is { } away && store.Election(away) is null && store.Withheld.Contains(away))
        {
            Add(ClaimFault.Withheld(key, $"{name}", away));
            return false;
        }

        Add(ClaimFault.NotAllowed(key, $"{name}", store.Election(name.Election) is { } known
            ? known.Contests.Select(c => name.Election is null ? c.Id : $"{name.Election}/{c.Id}")
            : store.Elections.Select(e => $"{e}/…")));
        return false;
    }

    void CheckPlaces(Election election)
    {
        var places = election.Places.Places.Select(p => p.Id);
        Among("places", fields.Places, places, "V107", exactly: true);
        Among("level", fields.Level is { } level ? [level] : [], election.Places.Levels, exactly: true);
        if (kind.Measure == Measure.Change)
        {
            Among("than", fields.Than, places, "V107", exactly: true);
        }

        foreach (var (at, scope) in fields.Scopes.Index())
        {
            Among("without", scope.Without, places, "V107", exactly: true, scope: at);
        }
    }

    void CheckMembers(Election election, IReadOnlyList<Election> earlier)
    {
        var members = earlier.Prepend(election).SelectMany(e => e.Members).Where(m => fields.Chamber is null || m.Chamber == fields.Chamber);
        CheckOf([.. members.SelectMany(m => new[] { m.List, m.Party })], []);
        CheckSince(earlier, election.Date, e => e.Date);
        if (fields.Chamber is { } chamber)
        {
            CheckSize(election.Members.Where(m => m.Chamber == chamber).Sum(m => m.Seats), isChamber: true);
        }
    }

    void CheckChoices(Election election, Contest contest, IReadOnlyList<ContestName> since, Contest? from)
    {
        var earlier = since.Select(s => store.Contest(s)?.Contest).OfType<Contest>().ToList();
        CheckSince(earlier, contest.Date, c => c.Date);
        CheckSize(contest.Seats.Values.Sum(), isChamber: false);
        var names = Names(contest);
        if (kind.Measure == Measure.InferredShare)
        {
            CheckEstimate(election, contest, names, from);
            return;
        }

        Among("between", fields.Between, names);
        if (kind.Measure is not (Measure.Change or Measure.FromTo))
        {
            Among("than", fields.Than, names);
        }

        var isVotes = kind.Measure == Measure.Votes || (kind.Measure is Measure.Change or Measure.Record && fields.What == Measure.Votes);
        CheckOf(
            kind.Measure == Measure.Elected ? [.. contest.Candidacies.SelectMany(c => new[] { c.Candidate, c.Choice })] : [.. names, .. earlier.SelectMany(c => Names(c))],
            isVotes ? totals : []);
    }

    /// <summary>Faults where a chamber is said to have fewer members than the data show.</summary>
    void CheckSize(int seats, bool isChamber)
    {
        foreach (var (members, at) in fields.Scopes.Select((s, i) => (s.Members, (int?)i)).Prepend((fields.Members, null)))
        {
            if (members < seats)
            {
                Add(new("V110", "members", at, $"{members}", $"{seats} or more", LocalizedText.Say(
                    "claim-names.in-members-is-fewer-than", ("members", members), ("isChamber", isChamber))));
            }
        }
    }

    /// <summary>Faults where a comparison is not with something earlier.</summary>
    void CheckSince<T>(IReadOnlyList<T> earlier, DateOnly date, Func<T, DateOnly> dateOf)
    {
        foreach (var late in earlier.Select(dateOf).Where(d => d >= date).Distinct())
        {
            Add(new("V110", "since", null, $"{late:yyyy-MM-dd}", $"an election before {date:yyyy-MM-dd}", LocalizedText.Say(
                "claim-names.what-since-names-was-held-on", ("late", $"{late:yyyy-MM-dd}"), ("date", $"{date:yyyy-MM-dd}"))));
        }
    }

    void CheckEstimate(Election election, Contest contest, ImmutableArray<string> names, Contest? from)
    {
        if (from is null || fields.From is not { } name)
        {
            return;
        }

        if (store.Election(name.Election)!.Id != election.Id || from.Id == contest.Id)
        {
            Add(ClaimFault.NotAllowed("from", $"{name}", election.Contests.Where(c => c.Id != contest.Id).Select(c => c.Id)));
            return;
        }

        CheckOf([.. Names(from), .. Others(from, election), RollScenario.Entered], []);
        Among("than", fields.Than, [.. names, .. Others(contest, election), RollScenario.Left]);
    }

    /// <summary>Rows or columns that an estimate has beside the choices.</summary>
    static IEnumerable<string> Others(Contest contest, Election election) =>
        contest.VotersOf is { } voted && election.Contest(voted) is { } whole
            ? [ContestTransfer.GroupUnknown, ContestTransfer.DidNotVoteIn(whole)]
            : [ContestTransfer.BlankOrNull, ContestTransfer.Abstention];

    void CheckQuorum(Election election)
    {
        if (store.QuorumsOf(fields.Quorum, election) is not { } law)
        {
            Add(ClaimFault.NotAllowed("quorum", fields.Quorum ?? "", store.Quorums.Keys, "V114"));
            return;
        }

        var matters = law.Quorums.Select(q => q.Id).ToList();
        Among("matter", fields.Matter is { } matter ? [matter] : [], matters, exactly: true);
        foreach (var (at, scope) in fields.Scopes.Index())
        {
            Among("matter", scope.Matter is { } own ? [own] : [], matters, exactly: true, scope: at);
        }
    }

    /// <summary>Faults of whom the claim and each of its scopes count; a total of the ballots stands alone.</summary>
    void CheckOf(ImmutableArray<string> names, ImmutableArray<string> alone)
    {
        foreach (var (of, standing, at) in fields.Scopes.Select((s, i) => (s.Of, s.Standing, (int?)i)).Prepend((fields.Of, fields.Standing, null)))
        {
            if (of is not [var total] || !alone.Contains(total) || !standing.IsEmpty)
            {
                Among("of", of, names, "V108", scope: at);
            }
        }
    }

    static ImmutableArray<string> Names(Contest contest) => [.. contest.Candidacies.SelectMany(c => new[] { c.Choice, c.Candidate, c.List, c.Party })];

    void Among(string key, ImmutableArray<string> found, IEnumerable<string> allowed, string code = "V110", bool exactly = false, int? scope = null)
    {
        if (found.IsEmpty)
        {
            return;
        }

        ImmutableArray<string> names = [.. allowed.Where(n => n.Length > 0).Distinct()];
        var known = names.Select(n => exactly ? n : FoldedName.Of(n)).ToHashSet();
        foreach (var name in found.Where(n => n.Length > 0 && !known.Contains(exactly ? n : FoldedName.Of(n))))
        {
            Add(ClaimFault.NotAllowed(key, name, names, code, scope));
        }
    }

    void Add(ClaimFault fault) => faults.Add(fault);
}
