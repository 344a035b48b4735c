using System.Collections.Immutable;
using Urna.Infer;
using Urna.Infer.Roll;
using Urna.Judge;
using Urna.Model;
using Urna.Store.Yaml;

namespace Urna.Store.Claims;

/// <summary>Checks that every name in a claim is one that its elections have.</summary>
/// <param name="yaml">The claim's fields.</param>
/// <param name="claim">The claim.</param>
/// <param name="scopes">The fields of its scopes.</param>
/// <param name="store">The elections.</param>
sealed class ClaimNames(YamlMap yaml, Claim claim, ImmutableArray<YamlMap> scopes, ClaimStore store)
{
    /// <summary>Faults of names that the store has not.</summary>
    public static void Check(YamlMap yaml, Claim claim, ImmutableArray<YamlMap> scopes, ClaimStore? store)
    {
        foreach (var (map, scope) in scopes.Zip(claim.Scopes).Where((pair, i) => claim.Scopes.Take(i).Any(s => s.Name == pair.Second.Name)))
        {
            map.Fault("V106", $"the scope '{scope.Name.English}' stands twice.", "name", scope.Name.English, "each name once");
        }

        var election = store?.Election(claim.Contest?.Election);
        if (store is null || election is null || claim.Measure is Measure.NotObservable or Measure.NeedsData || (yaml.Has("contest") && claim.Contest is null))
        {
            return;
        }

        new ClaimNames(yaml, claim, scopes, store).Check(election, claim.Contest is null ? null : store.Contest(claim.Contest)?.Contest);
    }

    void Check(Election election, Contest? contest)
    {
        CheckPlaces(election);
        if (claim.Chamber is { } chamber && election.Members.All(m => m.Chamber != chamber))
        {
            yaml.NotAllowed("chamber", chamber, election.Members.Select(m => m.Chamber).Distinct());
            return;
        }

        if (claim.Measure == Measure.Quorum)
        {
            CheckQuorum(election);
        }

        if (claim.Chamber is not null || claim.Measure == Measure.Quorum)
        {
            var elections = claim.Since.Select(s => store.Election(s.Election)).OfType<Election>().Prepend(election).ToList();
            CheckOf([.. elections.SelectMany(e => e.Members).Where(m => claim.Chamber is null || m.Chamber == claim.Chamber).SelectMany(m => new[] { m.List, m.Party })]);
            CheckSince(elections[1..], election.Date, e => e.Date);
        }
        else if (contest is not null)
        {
            CheckChoices(election, contest);
        }
    }

    void CheckPlaces(Election election)
    {
        var places = election.Places.Places.Select(p => p.Id);
        Among(yaml, "places", claim.Places, places, "V107", exactly: true);
        if (claim.Measure == Measure.Change)
        {
            Among(yaml, "than", claim.Than, places, "V107", exactly: true);
        }

        foreach (var (map, scope) in scopes.Zip(claim.Scopes))
        {
            Among(map, "without", scope.Without, places, "V107", exactly: true);
        }
    }

    void CheckChoices(Election election, Contest contest)
    {
        var earlier = claim.Since.Select(s => store.Contest(s)?.Contest).OfType<Contest>().ToList();
        CheckSince(earlier, contest.Date, c => c.Date);
        if (claim.Members is { } members && members < contest.Seats.Values.Sum())
        {
            yaml.Fault("V110", $"{members} in 'members' is fewer than the contest fills.", "members", $"{members}", $"{contest.Seats.Values.Sum()} or more");
        }

        var names = Names(contest);
        if (claim.Measure == Measure.InferredShare)
        {
            CheckEstimate(election, contest, names);
            return;
        }

        Among(yaml, "between", claim.Between, names);
        if (claim.Measure != Measure.Change)
        {
            Among(yaml, "than", claim.Than, names);
        }

        var isVotes = claim.Measure == Measure.Votes || (claim.Measure is Measure.Change or Measure.Record && claim.What == Measure.Votes);
        if (!isVotes || claim.Of is not ["cast" or "valid" or "registered"])
        {
            CheckOf(claim.Measure == Measure.Elected ? [.. contest.Candidacies.SelectMany(c => new[] { c.Candidate, c.Choice })] : [.. names, .. earlier.SelectMany(c => Names(c))]);
        }
    }

    /// <summary>Faults where a comparison is not with something earlier.</summary>
    void CheckSince<T>(IReadOnlyList<T> earlier, DateOnly date, Func<T, DateOnly> dateOf)
    {
        foreach (var late in earlier.Select(dateOf).Where(d => d >= date).Distinct())
        {
            yaml.Fault("V110", $"what 'since' names was held on {late:yyyy-MM-dd}, which is not before {date:yyyy-MM-dd}.", "since", $"{late:yyyy-MM-dd}", $"an election before {date:yyyy-MM-dd}");
        }
    }

    void CheckEstimate(Election election, Contest contest, ImmutableArray<string> names)
    {
        if (claim.From is null || store.Contest(claim.From) is not { } from)
        {
            return;
        }

        if (from.Election.Id != election.Id || from.Contest.Id == contest.Id)
        {
            yaml.NotAllowed("from", yaml.Text("from")!, election.Contests.Where(c => c.Id != contest.Id).Select(c => c.Id));
            return;
        }

        CheckOf([.. Names(from.Contest), .. Others(from.Contest, election), RollScenario.Entered]);
        Among(yaml, "than", claim.Than, [.. names, .. Others(contest, election), RollScenario.Left]);
    }

    /// <summary>Rows or columns that an estimate has beside the choices.</summary>
    static IEnumerable<string> Others(Contest contest, Election election) =>
        contest.VotersOf is { } voted && election.Contest(voted) is { } whole
            ? [ContestTransfer.GroupUnknown, ContestTransfer.DidNotVoteIn(whole)]
            : [ContestTransfer.BlankOrNull, ContestTransfer.Abstention];

    void CheckQuorum(Election election)
    {
        if (store.QuorumsOf(claim.Quorum, election) is not { } law)
        {
            yaml.NotAllowed("quorum", claim.Quorum ?? "", store.Quorums.Keys, "V114");
            return;
        }

        var matters = law.Quorums.Select(q => q.Id).Distinct().ToList();
        Among(yaml, "matter", claim.Matter is { } matter ? [matter] : [], matters, exactly: true);
        foreach (var (map, scope) in scopes.Zip(claim.Scopes))
        {
            Among(map, "matter", scope.Matter is { } own ? [own] : [], matters, exactly: true);
        }
    }

    void CheckOf(ImmutableArray<string> names)
    {
        Among(yaml, "of", claim.Of, names, "V108");
        foreach (var (map, scope) in scopes.Zip(claim.Scopes))
        {
            Among(map, "of", scope.Of, names, "V108");
        }
    }

    static ImmutableArray<string> Names(Contest contest) => [.. contest.Candidacies.SelectMany(c => new[] { c.Choice, c.Candidate, c.List, c.Party })];

    static void Among(YamlMap yaml, string key, ImmutableArray<string> found, IEnumerable<string> allowed, string code = "V110", bool exactly = false)
    {
        if (found.IsEmpty)
        {
            return;
        }

        ImmutableArray<string> names = [.. allowed.Where(n => n.Length > 0).Distinct()];
        var known = names.Select(n => exactly ? n : FoldedName.Of(n)).ToHashSet();
        foreach (var name in found.Where(n => n.Length == 0 || !known.Contains(exactly ? n : FoldedName.Of(n))))
        {
            yaml.NotAllowed(key, name, names, code);
        }
    }
}
