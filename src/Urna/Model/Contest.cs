using System.Collections.Immutable;

namespace Urna.Model;

/// <summary>What a contest decides or measures.</summary>
public enum ContestKind
{
    /// <summary>Persons or lists are elected.</summary>
    Election,

    /// <summary>Nominees are chosen for a later election.</summary>
    Primary,

    /// <summary>A question is answered.</summary>
    Plebiscite,

    /// <summary>Not a vote: people who voted, by group.</summary>
    Voters,
}

/// <summary>A total that an authority or another count states.</summary>
/// <param name="Source">The id of the source that states it.</param>
/// <param name="Place">The place it is stated for.</param>
/// <param name="Without">Places below it that the total leaves out.</param>
/// <param name="Figures">The figure by choice or reserved choice.</param>
public sealed record StatedTotal(string Source, string Place, ImmutableArray<string> Without, ImmutableSortedDictionary<string, long> Figures);

/// <summary>A person whom the official outcome names.</summary>
/// <param name="District">The district that elected them.</param>
/// <param name="Choice">Their candidacy.</param>
/// <param name="Candidate">Their name.</param>
public sealed record OfficialWinner(string District, string Choice, string Candidate);

/// <summary>The votes of a Congress that chooses between candidates.</summary>
/// <param name="Candidate">The candidate's choice or name.</param>
/// <param name="Votes">Votes of members, ≥ 0.</param>
public sealed record CongressVote(string Candidate, long Votes);

/// <summary>The drawn winner of a tie, as the user records it.</summary>
/// <param name="District">The tied district.</param>
/// <param name="Level">Among whom.</param>
/// <param name="Winner">The name that was drawn.</param>
public sealed record LotDrawn(string District, TieLevel Level, string Winner);

/// <summary>One question put to the voters, with its ballot and its returns.</summary>
public sealed record Contest
{
    /// <summary>The id, unique in the election.</summary>
    public required string Id { get; init; }

    /// <summary>The title for people.</summary>
    public required LocalizedText Title { get; init; }

    /// <summary>What it decides.</summary>
    public ContestKind Kind { get; init; }

    /// <summary>The day of the vote.</summary>
    public required DateOnly Date { get; init; }

    /// <summary>The name of the law that fills its seats; null if none does.</summary>
    public string? Rule { get; init; }

    /// <summary>The round, from 1.</summary>
    public int Round { get; init; } = 1;

    /// <summary>The contest of the first round; null unless this is a later one.</summary>
    public string? FirstRound { get; init; }

    /// <summary>The contest whose voters its choices are groups of; null unless it holds groups of voters.</summary>
    public string? VotersOf { get; init; }

    /// <summary>What its choices are, where it holds groups of voters.</summary>
    public GroupKind Groups { get; init; }

    /// <summary>Seats by district, each ≥ 1; empty where none are filled.</summary>
    public ImmutableSortedDictionary<string, int> Seats { get; init; } = ImmutableSortedDictionary<string, int>.Empty;

    /// <summary>The ballot.</summary>
    public required ImmutableArray<Candidacy> Candidacies { get; init; }

    /// <summary>What the units report, one entry a unit.</summary>
    public required ImmutableArray<PollingStationReturn> Returns { get; init; }

    /// <summary>Its ranked ballots by place, over its candidacies; empty where there are none.</summary>
    public ImmutableArray<PlaceBallots> Ballots { get; init; } = [];

    /// <summary>The identity between its counts.</summary>
    public Balance Balance { get; init; }

    /// <summary>Whether the source leaves out rows of zero votes, so that an absent row is zero.</summary>
    public bool AbsentIsZero { get; init; }

    /// <summary>The vote of Congress, where the law asks for one.</summary>
    public ImmutableArray<CongressVote> Congress { get; init; } = [];

    /// <summary>Drawings of lots on record.</summary>
    public ImmutableArray<LotDrawn> Lots { get; init; } = [];

    /// <summary>The official outcome, where it is known.</summary>
    public ImmutableArray<OfficialWinner> Outcome { get; init; } = [];

    /// <summary>Totals that sources state.</summary>
    public ImmutableArray<StatedTotal> Stated { get; init; } = [];

    /// <summary>The ids of its sources.</summary>
    public ImmutableArray<string> Sources { get; init; } = [];

    /// <summary>What a reader must know of the data; null if nothing.</summary>
    public LocalizedText? Note { get; init; }

    /// <summary>The results file, as findings name it.</summary>
    public string ResultsFile { get; init; } = "";

    /// <summary>Names of choices that are words and not proper names, by choice.</summary>
    public ImmutableSortedDictionary<string, LocalizedText> ChoiceNames { get; init; } = ImmutableSortedDictionary<string, LocalizedText>.Empty;

    /// <summary>The same contest with its choices named in one language.</summary>
    /// <param name="language">The reader's language.</param>
    public Contest In(Language language) => ChoiceNames.IsEmpty ? this : this with
    {
        Candidacies = [.. Candidacies.Select(c => ChoiceNames.TryGetValue(c.Choice, out var name) ? c with { Candidate = name.In(language) } : c)],
    };
}
