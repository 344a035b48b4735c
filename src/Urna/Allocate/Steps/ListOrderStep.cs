using System.Collections.Immutable;
using Urna.Allocate.Methods;

namespace Urna.Allocate.Steps;

/// <summary>What a person's own votes are held against, to go before the order of the list.</summary>
public enum PreferenceBase
{
    /// <summary>All votes of the list or party.</summary>
    ListVotes,

    /// <summary>The votes of its persons, without those for the list alone.</summary>
    PersonalVotes,

    /// <summary>The votes of the list for each seat it won: votes / seats.</summary>
    ListQuota,

    /// <summary>The votes of the list / (seats it won + 1).</summary>
    ListDroop,

    /// <summary>The votes of the district for each of its seats.</summary>
    DistrictQuota,
}

/// <summary>Persons in the order of their list, save those whose own votes lift them before it.</summary>
/// <param name="Preference">The part of the base that a person must reach; null where preferences do not change the order.</param>
/// <param name="Of">The base.</param>
/// <param name="Inclusive">Whether exactly the share is enough.</param>
/// <remarks>Closed and flexible lists: Gallagher &amp; Mitchell (2005), The Politics of Electoral Systems, ch. 1.</remarks>
public sealed record ListOrderStep(Proportion? Preference, PreferenceBase Of, bool Inclusive) : SharingStep
{
    /// <summary>What becomes of a tier's seat that is due to somebody elected in a district below.</summary>
    public ElectedBelow ElectedBelow { get; init; }

    /// <inheritdoc/>
    internal override ElectedBelow ForElectedBelow => ElectedBelow;

    /// <inheritdoc/>
    internal override Basis Basis => Basis.Quotient;

    /// <inheritdoc/>
    internal override bool NeedsPositions => true;

    /// <inheritdoc/>
    /// <remarks>A quota of the list's own seats falls with each: a seat more can lift others above whom the order had elected.</remarks>
    internal override bool IsHouseMonotone => Preference is null || Of is not (PreferenceBase.ListQuota or PreferenceBase.ListDroop);

    /// <inheritdoc/>
    internal override int Share(in Sharing sharing, Span<int> held, Span<bool> tied)
    {
        var left = Math.Min(sharing.Seats, held.Length);
        if (Preference is { } share)
        {
            var lifted = new long[held.Length];
            for (var i = 0; i < lifted.Length; i++)
            {
                lifted[i] = IsLifted(sharing, i, share) ? sharing.Votes[i] : 0;
            }

            var tie = Plurality.Share(lifted, left, withoutVotes: false, held, tied);
            if (tie > 0)
            {
                return tie;
            }

            foreach (var h in held)
            {
                left -= h;
            }
        }

        for (; left > 0; left--)
        {
            var next = Next(sharing, held);
            if (next < 0)
            {
                return 0;
            }

            held[next] += 1;
        }

        return 0;
    }

    /// <summary>The person who stands first among those without a seat; a line for a whole list can be taken again.</summary>
    static int Next(in Sharing sharing, ReadOnlySpan<int> held)
    {
        var next = -1;
        for (var i = 0; i < held.Length; i++)
        {
            if (held[i] < sharing.Capacities[i] && (next < 0 || Position(sharing, i) < Position(sharing, next)))
            {
                next = i;
            }
        }

        return next;
    }

    static int Position(in Sharing sharing, int i) => sharing.Positions[i] == 0 ? int.MaxValue : sharing.Positions[i];

    bool IsLifted(in Sharing sharing, int i, Proportion share)
    {
        if (sharing.Votes[i] == 0)
        {
            return false;
        }

        // votes ≥ share · base / parts, without a division.
        var personal = 0L;
        foreach (var votes in sharing.Votes)
        {
            personal += votes;
        }

        var context = sharing.Context;
        var (total, parts) = Of switch
        {
            PreferenceBase.ListVotes => (context.WithinVotes, 1),
            PreferenceBase.PersonalVotes => (personal, 1),
            PreferenceBase.ListQuota => (context.WithinVotes, sharing.Seats),
            PreferenceBase.ListDroop => (context.WithinVotes, sharing.Seats + 1),
            _ => (context.DistrictVotes, context.DistrictSeats),
        };
        return share.IsReachedBy((System.Numerics.BigInteger)sharing.Votes[i] * parts, total, Inclusive);
    }
}
