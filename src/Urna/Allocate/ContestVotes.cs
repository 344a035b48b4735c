using System.Collections.Immutable;
using Urna.Model;

namespace Urna.Allocate;

/// <summary>The votes of a candidacy.</summary>
/// <param name="Candidacy">The candidacy.</param>
/// <param name="Votes">Its votes, ≥ 0.</param>
/// <param name="Round">The round, from 1.</param>
public sealed record CandidacyVotes(Candidacy Candidacy, long Votes, int Round = 1);

/// <summary>The votes from which a district's seats are filled.</summary>
/// <param name="District">The district's name.</param>
/// <param name="Seats">Seats to fill, ≥ 1.</param>
/// <param name="Votes">The votes of each candidacy.</param>
/// <param name="Registered">People on its roll; null if not known.</param>
public sealed record DistrictVotes(string District, int Seats, ImmutableArray<CandidacyVotes> Votes, long? Registered = null)
{
    readonly LastTree last = new();

    /// <summary>What would have to be known to fill its seats; empty if nothing. Missing is not zero.</summary>
    public ImmutableArray<LocalizedText> Missing { get; init; } = [];

    /// <summary>Who holds whom on the ballot; kept, since one ballot is often counted many times.</summary>
    internal HolderTree Tree(ImmutableArray<Holder> kinds)
    {
        if (last.Known is { } known && known.Votes == Votes && known.Kinds.AsSpan().SequenceEqual(kinds.AsSpan()))
        {
            return known.Tree;
        }

        var tree = HolderTree.Of(Votes, kinds);
        last.Known = new(Votes, kinds, tree);
        return tree;
    }

    /// <summary>The tree that was asked for last; it follows from the votes, so it does not count for equality.</summary>
    sealed class LastTree
    {
        public KnownTree? Known { get; set; }

        public override bool Equals(object? obj) => obj is LastTree;

        public override int GetHashCode() => 0;
    }

    sealed record KnownTree(ImmutableArray<CandidacyVotes> Votes, ImmutableArray<Holder> Kinds, HolderTree Tree);
}

/// <summary>All that a law needs to fill the seats of a contest.</summary>
/// <param name="Districts">The districts.</param>
/// <param name="Congress">The votes of Congress; empty if there were none.</param>
/// <param name="Lots">Drawings of lots on record.</param>
public sealed record ContestVotes(ImmutableArray<DistrictVotes> Districts, ImmutableArray<CongressVote> Congress, ImmutableArray<LotDrawn> Lots)
{
    /// <summary>The votes of a contest, district by district in the order of the places.</summary>
    /// <param name="contest">The contest; every unit lies in at most one of its districts.</param>
    /// <param name="places">Its places.</param>
    public static ContestVotes Of(Contest contest, PlaceTree places)
    {
        var votes = contest.Seats.Keys.ToDictionary(d => d, _ => new long?[contest.Candidacies.Length]);
        var registered = contest.Seats.Keys.ToDictionary(d => d, _ => (long?)0);
        var unknown = contest.Seats.Keys.ToDictionary(d => d, _ => new SortedSet<int>());
        var ballots = new Ballots(contest, places);
        foreach (var unit in contest.Returns)
        {
            if (places.Line(unit.Place).FirstOrDefault(p => contest.Seats.ContainsKey(p.Id)) is not { Id: var district })
            {
                continue;
            }

            registered[district] += unit.Counts.Registered;
            foreach (var entry in unit.Votes)
            {
                votes[district][entry.Choice] = (votes[district][entry.Choice] ?? 0) + entry.Votes;
            }

            if (!unit.Votes.IsEmpty && !ballots.AreCompleteIn(unit))
            {
                unknown[district].UnionWith(ballots.Absent(unit));
            }
        }

        return new ContestVotes(
            [
                .. places.Places.Where(p => votes.ContainsKey(p.Id)).Select(p => new DistrictVotes(
                    p.Id, contest.Seats[p.Id], [.. Stated(contest, votes[p.Id])], registered[p.Id])
                {
                    Missing = [.. Unknown(contest, p, votes[p.Id], unknown[p.Id])],
                }),
            ],
            contest.Congress,
            contest.Lots);
    }

    /// <summary>The votes that a source leaves open: a seat that hangs on them is not filled.</summary>
    static IEnumerable<LocalizedText> Unknown(Contest contest, Place district, long?[] votes, SortedSet<int> unknown)
    {
        if (votes.All(v => v is null))
        {
            yield return MissingVotes.OfDistrict(district.Name);
        }
        else if (unknown.Count > 0)
        {
            yield return MissingVotes.Of([.. unknown.Select(c => contest.Candidacies[c].Name)]);
        }
    }

    static IEnumerable<CandidacyVotes> Stated(Contest contest, long?[] votes) =>
        from choice in Enumerable.Range(0, votes.Length)
        where votes[choice] is not null
        select new CandidacyVotes(contest.Candidacies[choice], votes[choice]!.Value, contest.Round);
}
