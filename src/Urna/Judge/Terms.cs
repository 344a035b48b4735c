using System.Collections.Immutable;

namespace Urna.Judge;

/// <summary>What a number counts under one way to take a claim.</summary>
/// <param name="Of">Whose votes or seats.</param>
sealed record Terms(Subject Of)
{
    /// <summary>Whose votes are taken off, for a margin.</summary>
    public ImmutableArray<string> Than { get; init; } = [];

    /// <summary>What shares are of.</summary>
    public ShareBase Base { get; init; }

    /// <summary>Places that are left out.</summary>
    public ImmutableArray<string> Without { get; init; } = [];

    /// <summary>Places that are taken together; empty for one or the whole.</summary>
    public ImmutableArray<string> Places { get; init; } = [];

    /// <summary>Another way to count than by all rows; null for those.</summary>
    public CountVariant? Variant { get; init; }

    /// <summary>Whether shares and ranks are of the whole contest, whoever stands on which ballot.</summary>
    public bool IsWholeContest { get; init; }

    /// <summary>Where seats are counted in place of the claim's own contest or chamber; null for that.</summary>
    public Ground? Ground { get; init; }

    /// <summary>The year in which members were elected; null for all.</summary>
    public int? Elected { get; init; }

    /// <summary>Members of the chamber, ≥ 1; null for those that there are.</summary>
    public int? Members { get; init; }

    /// <summary>The kind of law whose quorum is asked for; null where none is.</summary>
    public string? Matter { get; init; }

    /// <summary>The day whose quorums hold; null for the election's.</summary>
    public DateOnly? Date { get; init; }

    /// <summary>The number that is stated; null where none is.</summary>
    public Stated? Stated { get; init; }

    /// <summary>Whether a margin is of votes, and not of shares.</summary>
    public bool InVotes => Stated?.Unit == ClaimUnit.Votes;

    /// <summary>The same with what a way to take the claim changes.</summary>
    public Terms Under(ClaimScope? scope) => scope is null ? this : this with
    {
        Of = new Subject(scope.Of.IsEmpty ? Of.Names : scope.Of, scope.HasSubject ? scope.Standing : Of.Standing),
        Base = scope.Base ?? Base,
        Without = scope.Without,
        Members = scope.Members ?? Members,
        Matter = scope.Matter ?? Matter,
        Date = scope.Date ?? Date,
    };
}
