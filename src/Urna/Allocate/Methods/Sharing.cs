namespace Urna.Allocate.Methods;

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

    /// <summary>Votes beside those for candidacies, and the roll; null if none of them is known.</summary>
    /// <remarks>Kept by reference: a context is copied for each list and party of a count.</remarks>
    public OtherCounts? Others { get; init; }

    /// <summary>What a share is a share of, where the candidacies have so many votes in all; null if not known.</summary>
    public long? BaseOf(VoteBase kind, long valid) => kind switch
    {
        VoteBase.Valid => valid,
        VoteBase.ValidAndBlank => valid + Others?.Blank,
        VoteBase.Cast => valid + Others?.Blank + Others?.Null,
        _ => Others?.Registered,
    };
}

/// <summary>What was counted in a district beside votes for candidacies.</summary>
/// <param name="Blank">Blank votes; null if not known.</param>
/// <param name="Null">Null votes; null if not known.</param>
/// <param name="Registered">People on the roll; null if not known.</param>
sealed record OtherCounts(long? Blank, long? Null, long? Registered);

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
