using System.Collections.Immutable;
using Urna.Judge.Articles;
using Urna.Model;
using Urna.Power;

namespace Urna.Judge;

/// <summary>What a claim is about.</summary>
public enum Measure
{
    /// <summary>Votes of choices over a base.</summary>
    Share,

    /// <summary>A number of votes or people.</summary>
    Votes,

    /// <summary>The place of a choice by votes, 1 the first.</summary>
    Rank,

    /// <summary>How far one choice is ahead of another, in points or votes.</summary>
    Margin,

    /// <summary>Votes cast per person on the roll.</summary>
    Turnout,

    /// <summary>One less the turnout.</summary>
    Abstention,

    /// <summary>Seats of lists or parties, by the law or by the members of a chamber.</summary>
    Seats,

    /// <summary>Their part of all seats.</summary>
    SeatShare,

    /// <summary>How a measure changed since an earlier contest.</summary>
    Change,

    /// <summary>Whether a number is the greatest of all earlier ones in the store: how many times the greatest of them.</summary>
    Record,

    /// <summary>Whether persons are elected: how many of those named.</summary>
    Elected,

    /// <summary>How the law ends a contest: at once, by a second vote, by Congress, or in a tie.</summary>
    Outcome,

    /// <summary>Whether a bloc has more than half of the members of a chamber.</summary>
    Majority,

    /// <summary>Whether a bloc reaches a quorum of the law, in one chamber or in all.</summary>
    Quorum,

    /// <summary>Share of the seats less share of the votes.</summary>
    Bias,

    /// <summary>How many of the named places reach a share.</summary>
    PlacesReaching,

    /// <summary>The day of a contest.</summary>
    Date,

    /// <summary>A share that no count shows and that is inferred.</summary>
    InferredShare,

    /// <summary>What no count can show.</summary>
    NotObservable,

    /// <summary>What data would show that are not in the store.</summary>
    NeedsData,
}

/// <summary>How a number is said.</summary>
public enum Wording
{
    /// <summary>As it stands: to the digits stated.</summary>
    Plain,

    /// <summary>About, around, some.</summary>
    About,

    /// <summary>Almost, nearly, close to: a little less.</summary>
    Almost,

    /// <summary>Over, more than, above.</summary>
    Over,

    /// <summary>At least.</summary>
    AtLeast,

    /// <summary>Under, less than, below.</summary>
    Under,

    /// <summary>At most.</summary>
    AtMost,
}

/// <summary>What shares are of.</summary>
public enum ShareBase
{
    /// <summary>Valid votes.</summary>
    Valid,

    /// <summary>Votes cast.</summary>
    Cast,

    /// <summary>People on the roll.</summary>
    Registered,
}

/// <summary>A way in which a fair reader might take a claim.</summary>
/// <param name="Name">Its name for people.</param>
/// <param name="Of">Choices, lists or parties that it counts; empty for the claim's own.</param>
/// <param name="Without">Places that it leaves out.</param>
/// <param name="Base">What shares are of; null for the claim's own.</param>
public sealed record ClaimScope(LocalizedText Name, ImmutableArray<string> Of, ImmutableArray<string> Without, ShareBase? Base)
{
    /// <summary>Standings to the parties that it counts besides.</summary>
    public ImmutableArray<Standing> Standing { get; init; } = [];

    /// <summary>The kind of law whose quorum is asked for; null for the claim's own.</summary>
    public string? Matter { get; init; }

    /// <summary>The day whose quorums hold; null for the claim's own.</summary>
    public DateOnly? Date { get; init; }

    /// <summary>Members of the chamber; null for the claim's own.</summary>
    public int? Members { get; init; }
}

/// <summary>A contest of an election of the store.</summary>
/// <param name="Election">The election's id; null for the claims' own.</param>
/// <param name="Contest">The contest's id.</param>
public sealed record ContestName(string? Election, string Contest);

/// <summary>Something that an article says of an election.</summary>
public sealed record Claim
{
    /// <summary>The word of a claim that something holds.</summary>
    public const string Yes = "yes";

    /// <summary>The word of a claim that it does not.</summary>
    public const string No = "no";

    /// <summary>The id, unique in the file.</summary>
    public required string Id { get; init; }

    /// <summary>The claim in words.</summary>
    public required LocalizedText Says { get; init; }

    /// <summary>Where the article says it; empty where no place is given.</summary>
    public ImmutableArray<ClaimSpan> Spans { get; init; } = [];

    /// <summary>What it is about.</summary>
    public required Measure Measure { get; init; }

    /// <summary>The contest; null where none is needed.</summary>
    public ContestName? Contest { get; init; }

    /// <summary>Choices, lists, parties or persons that are summed, by id or name.</summary>
    public ImmutableArray<string> Of { get; init; } = [];

    /// <summary>How candidacies stand to the parties that are counted besides <see cref="Of"/>.</summary>
    public ImmutableArray<Standing> Standing { get; init; } = [];

    /// <summary>What is compared with: a choice, a place, or one or two columns of an estimate.</summary>
    public ImmutableArray<string> Than { get; init; } = [];

    /// <summary>The two between whom Congress or a second vote decides; empty where not stated.</summary>
    public ImmutableArray<string> Between { get; init; } = [];

    /// <summary>Places; empty for the whole.</summary>
    public ImmutableArray<string> Places { get; init; } = [];

    /// <summary>What shares are of.</summary>
    public ShareBase Base { get; init; }

    /// <summary>The chamber whose members are counted; null to count seats by the contest's law.</summary>
    public string? Chamber { get; init; }

    /// <summary>Members of the chamber, where the contest fills only a part of it; null where it fills all.</summary>
    public int? Members { get; init; }

    /// <summary>The name of the quorums; null for those of the election.</summary>
    public string? Quorum { get; init; }

    /// <summary>The kind of law whose quorum is asked for; null where none is.</summary>
    public string? Matter { get; init; }

    /// <summary>The day whose quorums hold; null for the election's.</summary>
    public DateOnly? Date { get; init; }

    /// <summary>What changed, or is a record.</summary>
    public Measure What { get; init; } = Measure.Turnout;

    /// <summary>Earlier contests that it is compared with.</summary>
    public ImmutableArray<ContestName> Since { get; init; } = [];

    /// <summary>Whether it is compared with every earlier contest of its kind in the store.</summary>
    public bool SinceAll { get; init; }

    /// <summary>The contest whose rows are inferred from; null if nothing is.</summary>
    public ContestName? From { get; init; }

    /// <summary>What is stated; null where the measure needs no number.</summary>
    public Stated? Stated { get; init; }

    /// <summary>The word that is stated: an outcome, or <c>yes</c> or <c>no</c>; null where a number is.</summary>
    public string? Word { get; init; }

    /// <summary>How it is said.</summary>
    public Wording Wording { get; init; }

    /// <summary>What a place must reach, for places that reach a share.</summary>
    public Stated? Reach { get; init; }

    /// <summary>The ways to take it, the plainest first; one without changes if none are given.</summary>
    public ImmutableArray<ClaimScope> Scopes { get; init; } = [];

    /// <summary>Why no count can judge it, or what data are missing; null if it can be.</summary>
    public LocalizedText? Reason { get; init; }

    /// <summary>What a reader must know of how it is judged; null if nothing.</summary>
    public LocalizedText? Note { get; init; }
}
