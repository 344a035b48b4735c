using System.Collections.Immutable;
using Urna.Allocate.Methods;
using Urna.Allocate.Steps;
using Urna.Allocate.Tiers;
using Urna.Model;
using Urna.Validate;

namespace Urna.Allocate.Votes;

/// <summary>The votes of a candidacy.</summary>
/// <param name="Candidacy">The candidacy.</param>
/// <param name="Votes">Its votes, ≥ 0.</param>
/// <param name="Round">The round, from 1.</param>
public sealed record CandidacyVotes(Candidacy Candidacy, long Votes, int Round = 1)
{
    /// <summary>Its votes, ≥ 0.</summary>
    public long Votes { get; init => field = Counted(Candidacy, value); } = Counted(Candidacy, Votes);

    /// <summary>The round, from 1.</summary>
    public int Round { get; init => field = Checked.AtLeast(1, value, "round"); } = Checked.AtLeast(1, Round, "round");

    static long Counted(Candidacy candidacy, long votes) =>
        candidacy is null ? throw new ArgumentException($"candidacy: nothing is given beside {votes} votes. Expected: a candidacy.", nameof(candidacy)) :
        votes < 0 ? throw new ArgumentOutOfRangeException(nameof(votes), votes, $"{votes} votes for '{candidacy.Name}'. Expected: 0 or more.") : votes;
}

/// <summary>The votes from which a district's seats are filled.</summary>
/// <param name="District">The district's name; <c>*</c> for the tier above all others.</param>
/// <param name="Seats">Seats to fill; 0 where the law computes them.</param>
/// <param name="Votes">The votes of each candidacy.</param>
/// <param name="Registered">People on its roll; null if not known.</param>
public sealed record DistrictVotes(string District, int Seats, ImmutableArray<CandidacyVotes> Votes, long? Registered = null)
{
    /// <summary>The district's name; <c>*</c> for the tier above all others.</summary>
    public string District { get; init => field = Checked.Text(value, "district"); } = Checked.Text(District, "district");

    /// <summary>Seats to fill, ≥ 0; 0 where the law computes them.</summary>
    public int Seats { get; init => field = Checked.AtLeast(0, value, "seats"); } = Checked.AtLeast(0, Seats, $"seats of {District}");

    /// <summary>The votes of each candidacy, each choice once a round; who is outside any list has a name.</summary>
    public ImmutableArray<CandidacyVotes> Votes { get; init => field = Lines(value, District); } = Lines(Votes, District);

    /// <summary>People on its roll, ≥ 0; null if not known.</summary>
    public long? Registered { get; init => field = Checked.Count(value, "registered"); } = Checked.Count(Registered, $"registered of {District}");

    /// <summary>Its ranked ballots, whose choices are the numbers of <see cref="Votes"/>; null where it has none.</summary>
    public RankedBallots? Ballots { get; init; }

    /// <summary>Whether a source states the votes, so that they must be the first preferences of the ballots.</summary>
    public bool VotesAreStated { get; init; } = true;

    readonly LastTree last = new();

    /// <summary>Blank votes; null if not known.</summary>
    public long? Blank { get; init => field = Checked.Count(value, $"blank votes of {District}"); }

    /// <summary>Null votes; null if not known.</summary>
    public long? Null { get; init => field = Checked.Count(value, $"null votes of {District}"); }

    /// <summary>Seats of a tier above that must be placed in this district; null if the law does not tie them to districts.</summary>
    public int? Levelling { get; init => field = (int?)Checked.Count(value, $"levelling seats of {District}"); }

    /// <summary>The tier to which the district belongs; null for the one above all.</summary>
    public string? Tier { get; init => field = value is null ? null : Checked.Text(value, $"tier of {District}"); }

    /// <summary>Votes for candidacies, without the first votes of a two-vote system where there are others.</summary>
    internal long Valid => ListVotes.Sum(v => v.Votes) + Dropped;

    /// <summary>Votes of parties that failed a threshold within their lists: they count as valid, and for nobody.</summary>
    internal long Dropped { get; init; }

    /// <summary>The votes that a share is a share of; null if not known.</summary>
    internal long? BaseOf(VoteBase kind) => kind switch
    {
        VoteBase.Valid => Valid,
        VoteBase.ValidAndBlank => Valid + Blank,
        VoteBase.Cast => Valid + Blank + Null,
        _ => Registered,
    };

    /// <summary>The votes that count for lists: all but first votes for a constituency, unless there are no others.</summary>
    internal ImmutableArray<CandidacyVotes> ListVotes =>
        HasBothVotes ? [.. Votes.Where(v => v.Candidacy.Kind != CandidacyKind.Constituency)] : Votes;

    /// <summary>The district with the votes that fill its own seats: first votes for a constituency where there are any.</summary>
    internal DistrictVotes ForOwnSeats => HasBothVotes ? this with { Votes = [.. Votes.Where(v => v.Candidacy.Kind == CandidacyKind.Constituency)] } : this;

    /// <summary>Whether it has first votes for a constituency, and others beside them.</summary>
    internal bool HasBothVotes
    {
        get
        {
            var constituency = 0;
            foreach (var line in Votes)
            {
                constituency += line.Candidacy.Kind == CandidacyKind.Constituency ? 1 : 0;
            }

            return constituency > 0 && constituency < Votes.Length;
        }
    }
    /// <summary>What would have to be known to fill its seats; empty if nothing. Missing is not zero.</summary>
    public ImmutableArray<LocalizedText> Missing { get; init; } = [];

    static ImmutableArray<CandidacyVotes> Lines(ImmutableArray<CandidacyVotes> votes, string district)
    {
        var seen = new HashSet<(string, int)>(Checked.List(votes, $"votes of {district}").Length);
        foreach (var line in votes)
        {
            if (!seen.Add((line.Candidacy.Choice, line.Round)))
            {
                throw new ArgumentException($"'{line.Candidacy.Choice}' stands twice among the votes of '{district}', round {line.Round}. Expected: each choice once.", nameof(votes));
            }

            if (line.Candidacy is { Kind: CandidacyKind.Independent, Candidate: "" })
            {
                throw new ArgumentException($"'{line.Candidacy.Choice}' of '{district}' is outside any list and has no name. Expected: a candidate.", nameof(votes));
            }
        }

        return votes;
    }

    /// <summary>Who holds whom on the ballot; kept while memory allows, since one ballot is often counted many times.</summary>
    internal HolderTree Tree(ImmutableArray<Holder> kinds)
    {
        if (last.Known?.TryGetTarget(out var known) == true && known.Votes == Votes && known.Kinds.AsSpan().SequenceEqual(kinds.AsSpan()))
        {
            return known.Tree;
        }

        var tree = HolderTree.Of(Votes, kinds);
        last.Known = new(new(Votes, kinds, tree));
        return tree;
    }

    /// <summary>The tree that was asked for last; it follows from the votes, so it does not count for equality.</summary>
    sealed class LastTree
    {
        public WeakReference<KnownTree>? Known { get; set; }

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
    /// <summary>The districts, each once; a tier that one of them names is among them.</summary>
    public ImmutableArray<DistrictVotes> Districts { get; init => field = Told(value); } = Told(Districts);

    /// <summary>The votes of Congress; empty if there were none.</summary>
    public ImmutableArray<CongressVote> Congress { get; init => field = Checked.List(value, "congress"); } = Checked.List(Congress, "congress");

    /// <summary>Drawings of lots on record.</summary>
    public ImmutableArray<LotDrawn> Lots { get; init => field = Checked.List(value, "lots"); } = Checked.List(Lots, "lots");

    /// <summary>What was found in them where they were read; null if nobody looked, so that the allocation does.</summary>
    public ImmutableArray<Finding>? Findings { get; init; }

    static ImmutableArray<DistrictVotes> Told(ImmutableArray<DistrictVotes> districts)
    {
        Checked.Once(Checked.List(districts, "districts"), d => d.District, "district");
        var names = districts.Select(d => d.District).ToHashSet();
        return districts.FirstOrDefault(d => d.Tier is { } tier && (tier == d.District || !names.Contains(tier))) is { } astray
            ? throw new ArgumentException($"'{astray.District}' names the tier '{astray.Tier}'. Expected: another of the districts.", nameof(districts))
            : districts;
    }

    /// <summary>Whether votes for lists are counted above the districts, so that a list's votes are not the sum of what its districts show.</summary>
    public bool HasTiers =>
        Districts.Any(d => d.District == TierStep.NationalTier || d.Tier is not null || d.Votes.Any(v => v.Candidacy.Kind == CandidacyKind.Constituency));

    /// <summary>Votes by list over all districts, each voter's list vote once: the whole tier's own if it has any, and no first votes where there are others.</summary>
    public ImmutableDictionary<string, long> VotesByList()
    {
        var lines = Districts.FirstOrDefault(d => d.District == TierStep.NationalTier) is { Votes.IsEmpty: false } whole ? whole.Votes : [.. Districts.SelectMany(d => d.Votes)];
        var forLists = lines.Where(v => v.Candidacy.Kind != CandidacyKind.Constituency).ToList();
        return (forLists.Count > 0 ? forLists : [.. lines]).GroupBy(v => v.Candidacy.ListName).ToImmutableDictionary(g => g.Key, g => g.Sum(v => v.Votes));
    }

    /// <summary>The votes of a contest, district by district in the order of the places, as its count adds them up.</summary>
    /// <param name="contest">The contest; every unit lies in at most one of its districts.</param>
    /// <param name="places">Its places.</param>
    public static ContestVotes Of(Contest contest, PlaceTree places) => Of(contest, places, Validation.Check(contest, places));

    /// <summary>The same where what was found in them is known.</summary>
    internal static ContestVotes Of(Contest contest, PlaceTree places, ImmutableArray<Finding> findings) =>
        new(DistrictCount.Of(contest, places), contest.Congress, [.. contest.Lots.Select(l => l with { District = DistrictCount.NamesOf(contest, places)(l.District) })]) { Findings = findings };
}
