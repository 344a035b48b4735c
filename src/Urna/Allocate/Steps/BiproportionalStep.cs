using Urna.Allocate.Methods;

namespace Urna.Allocate.Steps;

/// <summary>What lists are compared by when the seats of the whole territory are shared.</summary>
public enum UpperWeight
{
    /// <summary>Voter numbers: votes over the district's seats, added up over the districts.</summary>
    VoterNumbers,

    /// <summary>Votes, added up over the districts.</summary>
    Votes,
}

/// <summary>What holds where several lists of a district are equally the strongest.</summary>
public enum EqualWinners
{
    /// <summary>Each has at least one seat; lots decide where there are more of them than seats.</summary>
    OneEach,

    /// <summary>The condition does not apply there.</summary>
    None,
}

/// <summary>Biproportional: lists have their seats of the whole territory, districts theirs, and a table gives both their due.</summary>
/// <remarks>
/// First all seats are shared among the lists (upper apportionment), then each list's among the districts, which keep their number of seats (lower
/// apportionment). Pukelsheim (2017), Proportional Representation, 2nd ed., ch. 14; "double Pukelsheim". It shares the seats of all its districts at once.
/// </remarks>
public sealed record BiproportionalStep : SharingStep
{
    /// <summary>What lists are compared by.</summary>
    public UpperWeight Upper { get; init; }

    /// <summary>Whether a list's voter number is rounded to the nearest whole number in each district, halves up.</summary>
    public bool RoundsVoterNumbers { get; init; }

    /// <summary>The divisors among lists.</summary>
    public DivisorRule UpperDivisors { get; init; } = DivisorRule.SainteLague;

    /// <summary>The divisors within the table; no roots.</summary>
    public DivisorRule LowerDivisors { get; init; } = DivisorRule.SainteLague;

    /// <summary>Whether the strongest list of a district has at least one of its seats.</summary>
    public bool WinnerTakesOne { get; init; }

    /// <summary>What that asks for where several lists are the strongest.</summary>
    public EqualWinners EqualWinners { get; init; }

    /// <inheritdoc/>
    internal override bool HasMargins => false;

    /// <inheritdoc/>
    internal override Basis Basis => Basis.Quotient;

    /// <summary>A district alone is a table of one row: what its lists have of the whole, they have there.</summary>
    internal override int Share(in Sharing sharing, Span<int> held, Span<bool> tied) =>
        HighestAverages.Share(sharing.Votes, sharing.Capacities, sharing.Seats, UpperDivisors, held, tied);
}
