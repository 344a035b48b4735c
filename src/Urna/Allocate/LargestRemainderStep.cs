namespace Urna.Allocate;

/// <summary>Who takes the seats that whole quotas leave.</summary>
public enum Remainders
{
    /// <summary>The largest remainders, one seat each.</summary>
    Largest,

    /// <summary>The highest averages, each holder with the seats it has.</summary>
    HighestAverages,

    /// <summary>The holders with most votes, one seat each.</summary>
    MostVotes,

    /// <summary>Nobody here: they are pooled in a tier above.</summary>
    None,
}

/// <summary>A seat for each whole quota, and the seats left over as the law says.</summary>
/// <param name="Quota">How the quota follows from votes and seats.</param>
/// <param name="Rounding">What becomes of the quota's fraction.</param>
/// <param name="Remainders">Who takes the seats left over.</param>
public sealed record LargestRemainderStep(QuotaKind Quota, QuotaRounding Rounding, Remainders Remainders) : SharingStep
{
    /// <summary>The quota that the law states; null unless its kind is fixed.</summary>
    public long? Stated { get; init; }

    /// <summary>Whether votes of holders that take no part count in the quota.</summary>
    public bool OfAllVotes { get; init; }

    /// <summary>Whether only holders with a whole quota take seats left over.</summary>
    public bool WithQuotaOnly { get; init; }

    /// <summary>The part of a quota that a remainder must reach.</summary>
    public Proportion Least { get; init; } = new(0, 1);

    /// <summary>The divisors where the seats left over go to the highest averages.</summary>
    public DivisorRule Divisors { get; init; } = DivisorRule.DHondt;

    /// <inheritdoc/>
    /// <remarks>A quota in whole votes goes up by one at some votes, and then costs more than the vote brings.</remarks>
    internal override bool IsMonotone => IsOpenEnded || (Rounding == QuotaRounding.None && Quota != QuotaKind.Droop);

    /// <inheritdoc/>
    /// <remarks>The Alabama paradox: Balinski &amp; Young (2001), Fair Representation, 2nd ed., ch. 5.</remarks>
    internal override bool IsHouseMonotone => false;

    /// <inheritdoc/>
    internal override Basis Basis => Basis.Quotient;

    /// <summary>Whether the seats follow from the votes alone, and not the other way round.</summary>
    internal bool IsOpenEnded => Quota == QuotaKind.Fixed;

    /// <inheritdoc/>
    internal override int Share(in Sharing sharing, Span<int> held, Span<bool> tied)
    {
        var quota = QuotaOf(sharing);
        var capacities = sharing.Capacities;
        if (IsOpenEnded)
        {
            return OpenEnded(sharing, quota, held);
        }

        if (Remainders == Remainders.Largest && !WithQuotaOnly)
        {
            return LargestRemainder.Share(sharing.Votes, capacities, sharing.Seats, quota, Least, held, tied);
        }

        var given = LargestRemainder.WholeQuotas(sharing.Votes, capacities, quota, held);
        if (given > sharing.Seats)
        {
            return LargestRemainder.Share(sharing.Votes, capacities, sharing.Seats, quota, Least, held, tied);
        }

        if (Remainders == Remainders.None && Least.Numerator > 0 && given < sharing.Seats)
        {
            // A large enough remainder counts as a quota; only the seats beyond are left for a tier above.
            return LargestRemainder.Share(sharing.Votes, capacities, sharing.Seats, quota, Least, held, tied);
        }

        if (Remainders == Remainders.None || given == sharing.Seats)
        {
            return 0;
        }

        if (WithQuotaOnly)
        {
            var limited = new int[capacities.Length];
            for (var i = 0; i < limited.Length; i++)
            {
                limited[i] = held[i] > 0 ? capacities[i] : 0;
            }

            capacities = limited;
        }

        return Remainders switch
        {
            Remainders.Largest => LargestRemainder.Share(sharing.Votes, capacities, sharing.Seats, quota, Least, held, tied),
            Remainders.HighestAverages => HighestAverages.Extend(sharing.Votes, capacities, sharing.Seats - given, Divisors, held, tied),
            _ => ByMostVotes(sharing.Votes, capacities, sharing.Seats - given, held, tied),
        };
    }

    /// <summary>The votes that one seat costs in a sharing.</summary>
    internal Quota QuotaOf(in Sharing sharing)
    {
        if (Stated is { } stated)
        {
            return new(stated, 1);
        }

        var total = 0L;
        foreach (var votes in sharing.Votes)
        {
            total += votes;
        }

        return Allocate.Quota.Of(Quota, Rounding, OfAllVotes ? Math.Max(total, sharing.Context.WithinVotes) : total, sharing.Seats);
    }

    /// <summary>As many seats as the votes contain quotas, and one more where the remainder is large enough.</summary>
    int OpenEnded(in Sharing sharing, Quota quota, Span<int> held)
    {
        LargestRemainder.WholeQuotas(sharing.Votes, sharing.Capacities, quota, held);
        for (var i = 0; i < held.Length && Remainders == Remainders.Largest; i++)
        {
            var remainder = sharing.Votes[i] % Stated!.Value;
            held[i] += held[i] < sharing.Capacities[i] && remainder > 0 && Least.IsReachedBy(remainder, Stated.Value, inclusive: true) ? 1 : 0;
        }

        return 0;
    }

    static int ByMostVotes(ReadOnlySpan<long> votes, ReadOnlySpan<int> capacities, int seats, Span<int> held, Span<bool> tied)
    {
        Span<long> open = votes.Length <= 128 ? stackalloc long[votes.Length] : new long[votes.Length];
        Span<int> more = votes.Length <= 128 ? stackalloc int[votes.Length] : new int[votes.Length];
        for (var left = seats; left > 0;)
        {
            for (var i = 0; i < open.Length; i++)
            {
                open[i] = held[i] < capacities[i] ? votes[i] : 0;
            }

            more.Clear();
            var tie = Plurality.Share(open, left, withoutVotes: false, more, tied);
            var awarded = 0;
            for (var i = 0; i < more.Length; i++)
            {
                held[i] += more[i];
                awarded += more[i];
            }

            if (tie > 0 || awarded == 0)
            {
                return tie;
            }

            left -= awarded;
        }

        return 0;
    }
}
