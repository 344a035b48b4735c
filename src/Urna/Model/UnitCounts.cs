namespace Urna.Model;

/// <summary>What a unit's return says once its contest's balance fills what can be filled.</summary>
/// <param name="Registered">People on the roll; null if not stated.</param>
/// <param name="Cast">Votes cast: as stated, else by the balance; null if neither.</param>
/// <param name="Valid">Valid votes: from the choices, else as stated; null if neither.</param>
/// <param name="Blank">Blank votes; null if not stated.</param>
/// <param name="Null">Null votes; null if not stated.</param>
public readonly record struct UnitCounts(long? Registered, long? Cast, long? Valid, long? Blank, long? Null)
{
    /// <summary>People on the roll; null if not stated.</summary>
    public long? Registered { get; init => field = Checked.Count(value, "registered"); } = Checked.Count(Registered, "registered");

    /// <summary>Votes cast: as stated, else by the balance; null if neither.</summary>
    public long? Cast { get; init => field = Checked.Count(value, "cast"); } = Checked.Count(Cast, "cast");

    /// <summary>Valid votes: from the choices, else as stated; null if neither.</summary>
    public long? Valid { get; init => field = Checked.Count(value, "valid"); } = Checked.Count(Valid, "valid");

    /// <summary>Blank votes; null if not stated.</summary>
    public long? Blank { get; init => field = Checked.Count(value, "blank"); } = Checked.Count(Blank, "blank");

    /// <summary>Null votes; null if not stated.</summary>
    public long? Null { get; init => field = Checked.Count(value, "null"); } = Checked.Count(Null, "null");

    /// <summary>Completes a unit's counts.</summary>
    /// <param name="unit">The unit's return.</param>
    /// <param name="balance">The contest's identity.</param>
    /// <param name="ballotComplete">Whether the unit states votes for every choice on its ballot, or an absent one is zero.</param>
    public static UnitCounts Of(PollingStationReturn unit, Balance balance, bool ballotComplete)
    {
        var stated = unit.Counts;
        var valid = ballotComplete ? FromChoices(unit, balance) ?? stated.Valid : stated.Valid;
        return new UnitCounts(stated.Registered, stated.Cast ?? CastByBalance(valid, stated, balance), valid, stated.Blank, stated.Null);
    }

    /// <summary>The sum of the votes for choices.</summary>
    /// <param name="unit">The unit's return.</param>
    public static long SumOfChoices(PollingStationReturn unit)
    {
        var sum = 0L;
        foreach (var entry in unit.Votes)
        {
            sum += entry.Votes;
        }

        return sum;
    }

    static long? FromChoices(PollingStationReturn unit, Balance balance) => balance.Kind switch
    {
        BalanceKind.BlankInValid => unit.Counts.Blank is { } blank ? SumOfChoices(unit) + blank : null,
        BalanceKind.VotesPerBallot => null,
        _ => SumOfChoices(unit),
    };

    static long? CastByBalance(long? valid, ReportedCounts stated, Balance balance) => balance.Kind switch
    {
        BalanceKind.None => null,
        BalanceKind.BlankInValid => valid + stated.Null,
        _ => valid + (stated.BlankOrNull ?? stated.Blank + stated.Null),
    };
}
