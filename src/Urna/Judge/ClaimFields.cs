using System.Collections.Immutable;
using Urna.Judge.Articles;
using Urna.Model;
using Urna.Power;

namespace Urna.Judge;

/// <summary>The fields of a claim as a file or a program states them, before they are one.</summary>
/// <remarks>
/// Every measure takes a few of them: <c>docs/claims.md</c> has the table. <see cref="Faults"/> lists all that keeps them from being a claim, and
/// <see cref="Claim.Of"/> makes it.
/// </remarks>
public sealed record ClaimFields
{
    /// <summary>The id, unique among the claims that are judged together.</summary>
    public string Id { get; init; } = "";

    /// <summary>The claim in words; null if nobody wrote any.</summary>
    public LocalizedText? Says { get; init; }

    /// <summary>Where the article says it; empty where no place is given.</summary>
    public ImmutableArray<ClaimSpan> Spans { get; init => field = Given.All(value); } = [];

    /// <summary>What it is about; null if it is not said.</summary>
    public Measure? Measure { get; init; }

    /// <summary>The contest, or the election alone of a chamber; null where none is named.</summary>
    public ContestName? Contest { get; init; }

    /// <summary>Choices, lists, parties or persons that are summed, by id or name.</summary>
    public ImmutableArray<string> Of { get; init => field = Given.Names(value); } = [];

    /// <summary>How candidacies stand to the parties that are counted besides <see cref="Of"/>.</summary>
    public ImmutableArray<Standing> Standing { get; init => field = Given.All(value); } = [];

    /// <summary>What is compared with: a choice, a place, or one or two columns of an estimate.</summary>
    public ImmutableArray<string> Than { get; init => field = Given.Names(value); } = [];

    /// <summary>The two between whom Congress or a second vote decides; empty where not stated.</summary>
    public ImmutableArray<string> Between { get; init => field = Given.Names(value); } = [];

    /// <summary>Places, by id; empty for the whole.</summary>
    public ImmutableArray<string> Places { get; init => field = Given.Names(value); } = [];

    /// <summary>What shares are of; null for valid votes.</summary>
    public ShareBase? Base { get; init; }

    /// <summary>The chamber whose members are counted; null to count by the contest.</summary>
    public string? Chamber { get; init; }

    /// <summary>Members of the chamber, ≥ 1, where the contest fills only a part of it; null where it fills all.</summary>
    public int? Members { get; init; }

    /// <summary>The name of the quorums; null for those of the election.</summary>
    public string? Quorum { get; init; }

    /// <summary>The kind of law whose quorum is asked for; null where none is.</summary>
    public string? Matter { get; init; }

    /// <summary>The day whose quorums hold; null for the election's.</summary>
    public DateOnly? Date { get; init; }

    /// <summary>What changed, or is a record; null for the turnout.</summary>
    public Measure? What { get; init; }

    /// <summary>Earlier contests that it is compared with.</summary>
    public ImmutableArray<ContestName> Since { get; init => field = Given.All(value); } = [];

    /// <summary>Whether it is compared with every earlier contest of its kind in the store.</summary>
    public bool SinceAll { get; init; }

    /// <summary>The contest whose rows are inferred from; null if nothing is.</summary>
    public ContestName? From { get; init; }

    /// <summary>The number that is stated; null where a word or nothing is.</summary>
    public Stated? Value { get; init; }

    /// <summary>The word that is stated: an outcome, or <c>yes</c> or <c>no</c>; null where a number or nothing is.</summary>
    public string? Word { get; init; }

    /// <summary>How the number is said; null for as it stands.</summary>
    public Wording? Wording { get; init; }

    /// <summary>What a place must reach, for places that reach a share.</summary>
    public Stated? Reach { get; init; }

    /// <summary>The ways to take it, the plainest first; one without changes if none are given.</summary>
    public ImmutableArray<ClaimScope> Scopes { get; init => field = Given.All(value); } = [];

    /// <summary>Two numbers that are stated, the earlier first; empty where one is.</summary>
    public ImmutableArray<Stated> Values { get; init => field = Given.All(value); } = [];

    /// <summary>The year in which the members were elected that are counted; null for all members.</summary>
    public int? Elected { get; init; }

    /// <summary>The level of the places that are counted; null where none is.</summary>
    public string? Level { get; init; }

    /// <summary>Of how many places a number is said to be; null if that is not said.</summary>
    public Stated? OutOf { get; init; }

    /// <summary>Whether the lowest of places is the first.</summary>
    public bool IsLowestFirst { get; init; }

    /// <summary>Whether it says that what follows is not so.</summary>
    public bool IsNegated { get; init; }

    /// <summary>Whether it is of the count of the night, which was not final.</summary>
    public bool IsOfTheNight { get; init; }

    /// <summary>Why no count can judge it, or what data are missing; null if it can be.</summary>
    public LocalizedText? Reason { get; init; }

    /// <summary>What a reader must know of how it is judged; null if nothing.</summary>
    public LocalizedText? Note { get; init; }

    /// <summary>Whose votes or seats are counted.</summary>
    internal Subject Subject => new(Of, Standing);

    /// <summary>The one place that is named; null for the whole.</summary>
    internal string? Place => Places is [var place] ? place : null;

    /// <summary>Everything that keeps the fields from being a claim, each fault once.</summary>
    /// <param name="store">The elections whose names they use; null to leave names unchecked.</param>
    public ImmutableArray<ClaimFault> Faults(ClaimStore? store = null) =>
        [.. ClaimShape.Faults(this).Concat(store is null || Measure is null ? [] : ClaimNames.Faults(this, store)).Distinct()];

    /// <summary>Whether something is said under a key of claims files.</summary>
    internal bool States(string key) => key switch
    {
        "contest" => Contest is not null,
        "of" => !Of.IsEmpty,
        "standing" => !Standing.IsEmpty,
        "than" => !Than.IsEmpty,
        "between" => !Between.IsEmpty,
        "places" => !Places.IsEmpty,
        "base" => Base is not null,
        "chamber" => Chamber is not null,
        "members" => Members is not null,
        "quorum" => Quorum is not null,
        "matter" => Matter is not null,
        "date" => Date is not null,
        "what" => What is not null,
        "since" => !Since.IsEmpty || SinceAll,
        "from" => From is not null,
        "value" => Value is not null || Word is not null,
        "wording" => Wording is not null,
        "values" => !Values.IsEmpty,
        "elected" => Elected is not null,
        "level" => Level is not null,
        "out-of" => OutOf is not null,
        "order" => IsLowestFirst,
        "not" => IsNegated,
        "count" => IsOfTheNight,
        "reach" => Reach is not null,
        "scopes" => !Scopes.IsEmpty,
        "reason" => Reason is not null,
        _ => false,
    };
}
