using System.Collections.Immutable;
using Urna.Allocate.Laws;
using Urna.Allocate.Steps;
using Urna.Model;
using Urna.Validate;

namespace Urna.Allocate.Account;

/// <summary>A seat that is filled.</summary>
/// <param name="Candidacy">The candidacy that won it; the list or party, without a person, where law or votes do not say who.</param>
/// <param name="Votes">The votes of the candidacy, or of the list or party.</param>
/// <param name="Basis">Why.</param>
public sealed record Seat(Candidacy Candidacy, long Votes, Basis Basis)
{
    /// <summary>Who sits: the candidate, or the alternate where the law puts them there; the party or list where nobody is named.</summary>
    public string Person => Basis == Basis.Alternate ? Candidacy.Alternate : Candidacy.Name;

    /// <summary>Who sits; null where law or votes do not say who.</summary>
    public string? Candidate => Candidacy.Candidate.Length == 0 ? null : Person;

    /// <summary>The party; null where law or votes do not say of which, or where there is none.</summary>
    public string? Party => Candidacy.Party.Length == 0 ? null : Candidacy.Party;
}

/// <summary>Where a list stands in a district.</summary>
/// <param name="List">The list's name.</param>
/// <param name="Votes">Its votes.</param>
/// <param name="Seats">Its seats.</param>
/// <param name="VotesToGain">The least votes more with which, others unchanged, it surely has one seat more; null if no number does it.</param>
/// <param name="VotesToLose">The least votes fewer with which its last seat is no longer sure; null if no number does it.</param>
public sealed record ListStanding(string List, long Votes, int Seats, long? VotesToGain, long? VotesToLose);

/// <summary>A tie that the law leaves to lots and that nobody has drawn.</summary>
/// <param name="Level">Among whom.</param>
/// <param name="Among">The tied names.</param>
/// <param name="Seats">Seats open between them.</param>
public sealed record OpenTie(TieLevel Level, ImmutableArray<string> Among, int Seats)
{
    /// <summary>All that may come out one way or the other, in any district, with those that other open ties change; empty for ranked ballots and second votes.</summary>
    public ImmutableArray<TieChange> Changes { get; init; } = [];

    /// <summary>When it came up while the seats were filled; what came later may hang on it.</summary>
    internal int Order { get; init; } = int.MaxValue;

    /// <summary>Whether it is the same tie: at one level, of the same names, over as many seats.</summary>
    internal bool IsSame(OpenTie other) => Level == other.Level && Seats == other.Seats && Among.Length == other.Among.Length && Among.All(other.Among.Contains);
}

/// <summary>A seat that hangs on open ties.</summary>
/// <param name="District">The district.</param>
/// <param name="List">The list that may have it.</param>
/// <param name="Party">Its party; null where law or votes do not say of which.</param>
/// <param name="Candidate">The person; null where law or votes do not say who.</param>
public sealed record TieChange(string District, string List, string? Party, string? Candidate);

/// <summary>The seats of a district, with every step that led to them.</summary>
/// <param name="District">The district's name.</param>
/// <param name="Seats">Seats to fill.</param>
/// <param name="Lists">Where each list stands, most votes first.</param>
/// <param name="Elected">Who holds the seats, by list, party and votes.</param>
/// <param name="Ties">Open ties.</param>
/// <param name="Steps">What was done, in order.</param>
/// <param name="Missing">What would have to be known to fill all seats; empty if nothing.</param>
public sealed record DistrictAllocation(
    string District,
    int Seats,
    ImmutableArray<ListStanding> Lists,
    ImmutableArray<Seat> Elected,
    ImmutableArray<OpenTie> Ties,
    ImmutableArray<AllocationStep> Steps,
    ImmutableArray<LocalizedText> Missing)
{
    /// <summary>Who goes on, where a second vote or Congress decides; null where neither does.</summary>
    public Finalists? Finalists { get; init; }

    /// <summary>Seats that are open because of a tie elsewhere, ≥ 0.</summary>
    public int Hanging { get; init; }

    /// <summary>Who would have lost a list's seat more, or taken or shared its last one; null where lists have no margins.</summary>
    internal Rivals? Rivals { get; init; }

    /// <summary>Seats that stay empty though nothing is missing; with a tie open, those that no drawing fills.</summary>
    public int Vacant =>
        !Missing.IsEmpty || Finalists is not null ? 0
        : Ties.IsEmpty ? Math.Max(0, Seats - Elected.Length - Hanging)
        : Math.Min(Seats - Elected.Length, Steps.OfType<SeatsVacant>().Sum(s => s.Seats) + GivenBack + DueBelow);

    /// <summary>Vacant seats of lists that held more than their share and gave them back.</summary>
    internal int GivenBack => Steps.OfType<SeatWithdrawn>().Count(s => s.District == District);

    /// <summary>Vacant seats that are due to persons elected in a district below.</summary>
    internal int DueBelow => Steps.OfType<HeldBelow>().Count(s => s.StaysVacant);
}

/// <summary>The others whose seats a list's margin changes.</summary>
/// <param name="list">The list's name.</param>
/// <param name="gains">Whether it gains a seat; otherwise its last is no longer sure.</param>
/// <param name="margin">The votes more or fewer, as its standing has them.</param>
delegate ImmutableArray<string> Rivals(string list, bool gains, long margin);

/// <summary>The seats of a contest under its law.</summary>
/// <param name="Rule">The law.</param>
/// <param name="Districts">Its districts.</param>
/// <param name="Faults">Why the votes, lots or votes of Congress cannot be what they say they are; empty if they can.</param>
public sealed record ContestAllocation(ElectoralRule Rule, ImmutableArray<DistrictAllocation> Districts, ImmutableArray<Finding> Faults)
{
    /// <summary>How it ends: it follows from the districts, so that the two never differ.</summary>
    public Outcome Outcome => Outcome.Of(Districts, Faults);

    /// <summary>Who goes on, by district, where a second vote or Congress decides; empty where neither does anywhere.</summary>
    public IEnumerable<Finalists> Between => Districts.Select(d => d.Finalists).OfType<Finalists>();

    /// <summary>Seats by list, most first; lists without a seat are left out.</summary>
    public IEnumerable<KeyValuePair<string, int>> SeatsByList =>
        Ranked(Districts.SelectMany(d => d.Lists).AggregateBy(l => l.List, 0, (sum, l) => sum + l.Seats));

    /// <summary>What a reader of the seats must know, beside what keeps them from being filled.</summary>
    public ImmutableArray<Finding> Findings { get; init; } = [];

    /// <summary>Whether some seats are a list's, and neither law nor votes say of which of its parties.</summary>
    public bool HasSeatsOfNoParty => Districts.Any(d => d.Elected.Any(s => s is { Candidate: null, Party: null }));

    /// <summary>Seats by party, most first; persons without a party are left out. None where some seats cannot be told by party.</summary>
    public IEnumerable<KeyValuePair<string, int>> SeatsByParty => HasSeatsOfNoParty ? [] :
        Ranked(Districts.SelectMany(d => d.Elected).Where(s => s.Candidacy.Party.Length > 0).CountBy(s => s.Candidacy.Party));

    static IEnumerable<KeyValuePair<string, int>> Ranked(IEnumerable<KeyValuePair<string, int>> seats) =>
        seats.Where(p => p.Value > 0).OrderByDescending(p => p.Value).ThenBy(p => p.Key, StringComparer.Ordinal);
}
