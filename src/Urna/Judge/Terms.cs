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
