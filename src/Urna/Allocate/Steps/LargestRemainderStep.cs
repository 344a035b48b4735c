using Urna.Allocate.Methods;

namespace Urna.Allocate.Steps;

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

    /// <summary>The part of a quota that a person must have for each seat of a whole quota; null where any will do.</summary>
    public Proportion? LeastPerson { get; init; }

    /// <summary>The part of a quota that a holder must have to take part in the highest averages; null where all do.</summary>
    public Proportion? RemainderList { get; init; }

    /// <summary>The part of a quota that a person must have for each seat by highest averages; null where any will do.</summary>
    public Proportion? RemainderPerson { get; init; }

    /// <summary>Whether seats hang on the votes of single persons.</summary>
    internal bool HasMinima => LeastPerson is not null || RemainderList is not null || RemainderPerson is not null;

    /// <inheritdoc/>
    /// <remarks>Where persons must have votes of their own, a list's votes alone do not say.</remarks>
    internal override bool HasMargins => !HasMinima;

    /// <inheritdoc/>
    internal override bool NeedsPersons => HasMinima;

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

        if (HasMinima)
        {
            return WithMinima(sharing, quota, held, tied);
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

    /// <summary>Seats by quota and then by averages, for which persons need votes of their own; what is left after that goes on among all.</summary>
    /// <remarks>Código Eleitoral of Brazil (law 4.737 of 1965) arts. 106-109, as amended by laws 13.165 of 2015 and 14.211 of 2021; Supremo Tribunal Federal, ADI 7228 (2024).</remarks>
    int WithMinima(in Sharing sharing, Quota quota, Span<int> held, Span<bool> tied)
    {
        var given = LargestRemainder.WholeQuotas(sharing.Votes, PersonsWith(sharing, LeastPerson, quota, held), quota, held);
        var left = sharing.Seats - given;
        if (left <= 0)
        {
            return 0;
        }

        var limited = PersonsWith(sharing, RemainderPerson, quota, held);
        for (var i = 0; i < limited.Length; i++)
        {
            limited[i] = RemainderList is { } share && !Reaches(sharing.Votes[i], share, quota) ? held[i] : Math.Max(held[i], limited[i]);
        }

        var open = HighestAverages.Extend(sharing.Votes, limited, left, Divisors, held, tied);
        if (open > 0)
        {
            return open;
        }

        left = sharing.Seats;
        foreach (var own in held)
        {
            left -= own;
        }

        return HighestAverages.Extend(sharing.Votes, sharing.Capacities, left, Divisors, held, tied);
    }

    /// <summary>How many persons of each holder have a part of a quota; as many as it has where none is asked for, or no persons stand there.</summary>
    static int[] PersonsWith(in Sharing sharing, Proportion? part, Quota quota, ReadOnlySpan<int> held)
    {
        var with = new int[held.Length];
        for (var i = 0; i < with.Length; i++)
        {
            with[i] = sharing.Capacities[i];
            if (part is { } least && sharing.Persons.Length > 0 && sharing.Persons[i].Length > 0)
            {
                with[i] = sharing.Persons[i].Count(v => Reaches(v, least, quota));
            }
        }

        return with;
    }

    static bool Reaches(long votes, Proportion part, Quota quota) => part.IsReachedBy((System.Numerics.BigInteger)votes * quota.Denominator, quota.Numerator, inclusive: true);

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

        return Methods.Quota.Of(Quota, Rounding, OfAllVotes ? Math.Max(total, sharing.Context.WithinVotes) : total, sharing.Seats);
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
