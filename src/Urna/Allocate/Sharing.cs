namespace Urna.Allocate;

/// <summary>What a step may need to know of the sharing before its own.</summary>
/// <param name="WithinVotes">Votes of the list or party within which seats are shared, with those for it alone; all votes at the top.</param>
/// <param name="DistrictVotes">Votes for all candidacies of the district.</param>
/// <param name="DistrictSeats">Seats of the district.</param>
readonly record struct SharingContext(long WithinVotes, long DistrictVotes, int DistrictSeats)
{
    /// <summary>Whether the holders are within a list or party that won the seats.</summary>
    public bool IsWithin { get; init; }

    /// <summary>Votes of the last quotient that won a seat in the step before; 0 where there is none.</summary>
    public long QuotientVotes { get; init; }

    /// <summary>Divisor of the last quotient that won a seat in the step before.</summary>
    public Divisor QuotientDivisor { get; init; }

    /// <summary>Blank votes of the district; null if not known.</summary>
    public long? Blank { get; init; }

    /// <summary>Null votes of the district; null if not known.</summary>
    public long? Null { get; init; }

    /// <summary>People on the roll of the district; null if not known.</summary>
    public long? Registered { get; init; }

    /// <summary>What a share is a share of, where the candidacies have so many votes in all; null if not known.</summary>
    public long? BaseOf(VoteBase kind, long valid) => kind switch
    {
        VoteBase.Valid => valid,
        VoteBase.ValidAndBlank => valid + Blank,
        VoteBase.Cast => valid + Blank + Null,
        _ => Registered,
    };
}

/// <summary>What a step is given to share seats among holders.</summary>
/// <param name="votes">Votes by holder, each ≥ 0.</param>
/// <param name="capacities">Seats that each holder can fill.</param>
/// <param name="seats">Seats to fill, ≥ 0.</param>
/// <param name="context">What went before.</param>
readonly ref struct Sharing(ReadOnlySpan<long> votes, ReadOnlySpan<int> capacities, int seats, SharingContext context)
{
    /// <summary>Votes by holder, each ≥ 0.</summary>
    public ReadOnlySpan<long> Votes { get; } = votes;

    /// <summary>Seats that each holder can fill.</summary>
    public ReadOnlySpan<int> Capacities { get; } = capacities;

    /// <summary>Seats to fill, ≥ 0.</summary>
    public int Seats { get; } = seats;

    /// <summary>What went before.</summary>
    public SharingContext Context { get; } = context;

    /// <summary>The place of each holder on its list, from 1; 0 where the ballot has no order.</summary>
    public ReadOnlySpan<int> Positions { get; init; }

    /// <summary>The votes of each holder's persons; empty unless the step asks for them.</summary>
    public ReadOnlySpan<long[]> Persons { get; init; }
}

/// <summary>A step that shares seats among holders of one kind.</summary>
public abstract record SharingStep : RuleStep
{
    /// <summary>Among whom.</summary>
    public required Holder Holders { get; init; }

    /// <summary>How ties are broken, in order.</summary>
    public System.Collections.Immutable.ImmutableArray<TieRule> Ties { get; init; } = [TieRule.Lot];

    /// <summary>Whether a holder's margins follow from the votes of its own district.</summary>
    internal virtual bool HasMargins => true;

    /// <summary>Whether more votes never cost a holder a seat.</summary>
    internal virtual bool IsMonotone => true;

    /// <summary>Whether one seat more never costs a holder one.</summary>
    internal virtual bool IsHouseMonotone => true;

    /// <summary>Whether the step looks at the last quotient of the step before.</summary>
    internal virtual bool UsesQuotient => false;

    /// <summary>Whether the step looks at the places of persons on their list.</summary>
    internal virtual bool NeedsPositions => false;

    /// <summary>Whether the step looks at the votes of the persons of each holder.</summary>
    internal virtual bool NeedsPersons => false;

    /// <summary>What becomes of a tier's seat that this step would give to somebody elected in a district below.</summary>
    internal virtual ElectedBelow ForElectedBelow => ElectedBelow.Skip;

    /// <summary>Why a person holds a seat that this step gave them.</summary>
    internal virtual Basis Basis => Basis.MostVotes;

    /// <summary>Shares the seats by the step's arithmetic, and leaves ties open.</summary>
    /// <param name="sharing">What is shared among whom.</param>
    /// <param name="held">Seats by holder: zero on entry, the sure seats on return.</param>
    /// <param name="tied">Holders tied for the seats that are left: false on entry.</param>
    /// <returns>Seats left to the tied; 0 if there is no tie.</returns>
    internal abstract int Share(in Sharing sharing, Span<int> held, Span<bool> tied);
}
