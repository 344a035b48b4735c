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
public sealed record StatedTotal(string Source, string Place, ImmutableArray<string> Without, ImmutableSortedDictionary<string, long> Figures)
{
    /// <summary>The figure by choice or reserved choice, each ≥ 0.</summary>
    public ImmutableSortedDictionary<string, long> Figures { get; init => field = Counts(value, Place); } = Counts(Figures, Place);

    /// <summary>Whether it is of a count that was not final, as of the night.</summary>
    public bool IsPreliminary { get; init; }

    static ImmutableSortedDictionary<string, long> Counts(ImmutableSortedDictionary<string, long> figures, string place)
    {
        foreach (var (choice, figure) in figures)
        {
            Checked.Count(figure, $"'{choice}' stated for {place}");
        }

        return figures;
    }
}

/// <summary>A person whom the official outcome names.</summary>
/// <param name="District">The district that elected them.</param>
/// <param name="Choice">Their candidacy.</param>
/// <param name="Candidate">Their name.</param>
public sealed record OfficialWinner(string District, string Choice, string Candidate);

/// <summary>The votes of a Congress that chooses between candidates.</summary>
/// <param name="Candidate">The candidate's choice or name.</param>
/// <param name="Votes">Votes of members, ≥ 0.</param>
public sealed record CongressVote(string Candidate, long Votes)
{
    /// <summary>Votes of members, ≥ 0.</summary>
    public long Votes { get; init => field = Checked.Count(value, $"votes of Congress for {Candidate}"); } = Checked.Count(Votes, $"votes of Congress for {Candidate}");
}

/// <summary>The drawn winner of a tie, as the user records it.</summary>
/// <param name="District">The tied district.</param>
/// <param name="Level">Among whom.</param>
/// <param name="Winner">The name that was drawn.</param>
public sealed record LotDrawn(string District, TieLevel Level, string Winner);

/// <summary>One question put to the voters, with its ballot and its returns.</summary>
/// <remarks>
/// Ballot and returns are checked against each other whichever of them changes, with <c>with</c> too: to change both at once, take the returns out,
/// then set the ballot and the returns (<see cref="With"/>).
/// </remarks>
public sealed record Contest
{
    /// <summary>The id, unique in the election.</summary>
    public required string Id { get; init => field = Checked.Text(value, "contest"); }

    /// <summary>The title for people.</summary>
    public required LocalizedText Title { get; init; }

    /// <summary>What it decides.</summary>
    public ContestKind Kind { get; init => field = Checked.Known(value, "kind"); }

    /// <summary>The day of the vote.</summary>
    public required DateOnly Date { get; init; }

    /// <summary>The name of the law that fills its seats; null if none does.</summary>
    public string? Rule { get; init; }

    /// <summary>The round, from 1.</summary>
    public int Round { get; init => field = Checked.AtLeast(1, value, "round"); } = 1;

    /// <summary>The contest of the first round; null unless this is a later one.</summary>
    public string? FirstRound { get; init; }

    /// <summary>The contest whose voters its choices are groups of; null unless it holds groups of voters.</summary>
    public string? VotersOf { get; init; }

    /// <summary>What its choices are, where it holds groups of voters.</summary>
    public GroupKind Groups { get; init; }

    /// <summary>Seats by district, each ≥ 1; empty where none are filled.</summary>
    public ImmutableSortedDictionary<string, int> Seats { get; init => field = Filled(value); } = ImmutableSortedDictionary<string, int>.Empty;

    /// <summary>Districts, and tiers above them, whose seats the law works out; none of them is in <see cref="Seats"/>.</summary>
    public ImmutableArray<string> SeatsByLaw { get; init => field = Checked.List(value, "seats-by-law"); } = [];

    /// <summary>Seats of a tier above that must be placed in a district, each ≥ 1; empty where the law ties none to districts.</summary>
    public ImmutableSortedDictionary<string, int> Levelling { get; init => field = Filled(value); } = ImmutableSortedDictionary<string, int>.Empty;

    /// <summary>The ballot.</summary>
    public required ImmutableArray<Candidacy> Candidacies { get; init => field = Fitting(Ballot(value), Returns, Ballots, value); }

    /// <summary>What the units report, one entry a unit; a choice in it is one of <see cref="Candidacies"/>.</summary>
    public required ImmutableArray<PollingStationReturn> Returns { get; init => field = Fitting(Candidacies, Units(value), Ballots, value); }

    /// <summary>Places that vote in it and have no row in its results yet; none lies in a unit that has one.</summary>
    public ImmutableArray<string> Awaited { get; init; } = [];

    /// <summary>Its ranked ballots by place, over its candidacies; empty where there are none.</summary>
    public ImmutableArray<PlaceBallots> Ballots { get; init => field = Fitting(Candidacies, Returns, value, Checked.List(value, "ballots")); } = [];

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

    /// <summary>Whether its results are of a count that was not final.</summary>
    public bool IsPreliminary { get; init; }

    /// <summary>Votes that were cast in it and are not in its results.</summary>
    public ImmutableArray<Lack> Lacks { get; init => field = Checked.List(value, "lacks"); } = [];

    /// <summary>The ids of its sources.</summary>
    public ImmutableArray<string> Sources { get; init; } = [];

    /// <summary>What a reader must know of the data; null if nothing.</summary>
    public LocalizedText? Note { get; init; }

    /// <summary>The results file, as findings name it.</summary>
    public string ResultsFile { get; init; } = "";

    /// <summary>Names of choices that are words and not proper names, by choice.</summary>
    public ImmutableSortedDictionary<string, LocalizedText> ChoiceNames { get; init; } = ImmutableSortedDictionary<string, LocalizedText>.Empty;

    /// <summary>The same contest with another ballot and the returns that go with it.</summary>
    /// <param name="candidacies">The ballot.</param>
    /// <param name="returns">What the units report.</param>
    public Contest With(ImmutableArray<Candidacy> candidacies, ImmutableArray<PollingStationReturn> returns) =>
        this with { Returns = [], Candidacies = candidacies } with { Returns = returns };

    /// <summary>The same contest with its choices named in one language.</summary>
    /// <param name="language">The reader's language.</param>
    public Contest In(Language language) => ChoiceNames.IsEmpty ? this : this with
    {
        Candidacies = [.. Candidacies.Select(c => ChoiceNames.TryGetValue(c.Choice, out var name) ? c with { Candidate = name.In(language) } : c)],
    };

    static ImmutableSortedDictionary<string, int> Filled(ImmutableSortedDictionary<string, int> seats)
    {
        foreach (var (district, number) in seats)
        {
            _ = number < 1 ? Checked.AtLeast(1, number, $"seats of {district}") : number;
        }

        return seats;
    }

    static ImmutableArray<Candidacy> Ballot(ImmutableArray<Candidacy> candidacies)
    {
        Checked.Once(Checked.List(candidacies, "candidacies"), c => c.Choice, "choice");
        return candidacies.FirstOrDefault(c => ReportedCounts.IsReserved(c.Choice)) is { } reserved
            ? throw new ArgumentException($"'{reserved.Choice}' is reserved for a count beside the choices. Expected: another id.", nameof(candidacies))
            : candidacies;
    }

    static ImmutableArray<PollingStationReturn> Units(ImmutableArray<PollingStationReturn> returns)
    {
        Checked.Once(Checked.List(returns, "returns"), u => u.Place, "place of a return");
        return returns;
    }

    /// <summary>A part of the contest, if no return or ballot names a choice that the ballot has not.</summary>
    static ImmutableArray<T> Fitting<T>(ImmutableArray<Candidacy> candidacies, ImmutableArray<PollingStationReturn> returns, ImmutableArray<PlaceBallots> ballots, ImmutableArray<T> part)
    {
        if (candidacies.IsDefault)
        {
            return part;
        }

        // Votes ascend by choice: the last has the greatest.
        foreach (var unit in returns.IsDefault ? [] : returns)
        {
            if (unit.Votes is [.., var last] && last.Choice >= candidacies.Length)
            {
                throw new ArgumentException($"{unit.Place}: votes for choice {last.Choice}. Expected: a choice below {candidacies.Length}, the number of candidacies.", nameof(returns));
            }
        }

        return ballots.FirstOrDefault(b => b.Ballots.Choices > candidacies.Length) is { } wide
            ? throw new ArgumentException($"{wide.Place}: ballots of {wide.Ballots.Choices} choices. Expected: at most {candidacies.Length}, the number of candidacies.", nameof(ballots))
            : part;
    }
}
