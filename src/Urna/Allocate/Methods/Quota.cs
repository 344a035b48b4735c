namespace Urna.Allocate.Methods;

/// <summary>How a quota follows from votes and seats.</summary>
public enum QuotaKind
{
    /// <summary>Hare, the simple quota: votes / seats.</summary>
    Hare,

    /// <summary>Droop: the whole number next above votes / (seats + 1).</summary>
    Droop,

    /// <summary>Hagenbach-Bischoff: votes / (seats + 1).</summary>
    HagenbachBischoff,

    /// <summary>Imperiali: votes / (seats + 2).</summary>
    Imperiali,

    /// <summary>A number that the law states.</summary>
    Fixed,
}

/// <summary>What a quota's fraction becomes.</summary>
public enum QuotaRounding
{
    /// <summary>It stays a fraction.</summary>
    None,

    /// <summary>The fraction is dropped.</summary>
    Down,

    /// <summary>Any fraction counts as one.</summary>
    Up,

    /// <summary>The nearest whole number; one half counts as one.</summary>
    Nearest,
}

/// <summary>The votes that one seat costs, exactly.</summary>
/// <param name="Numerator">The numerator, ≥ 1.</param>
/// <param name="Denominator">The denominator, ≥ 1.</param>
public readonly record struct Quota(Int128 Numerator, long Denominator)
{
    /// <summary>The nearest number; for display only.</summary>
    public double Value => (double)Numerator / Denominator;

    /// <summary>The quota of an election.</summary>
    /// <param name="kind">Its kind; not <see cref="QuotaKind.Fixed"/>.</param>
    /// <param name="rounding">What becomes of a fraction; Droop's is a whole number by itself.</param>
    /// <param name="votes">Votes, ≥ 0.</param>
    /// <param name="seats">Seats, ≥ 0.</param>
    /// <returns>A quota of at least one vote where it is rounded, and above 0 in any case.</returns>
    /// <remarks>Gallagher &amp; Mitchell (2005), The Politics of Electoral Systems, app. A.</remarks>
    public static Quota Of(QuotaKind kind, QuotaRounding rounding, long votes, int seats)
    {
        if (votes == 0 || seats == 0)
        {
            return new(Math.Max(votes, 1), 1);
        }

        return kind switch
        {
            QuotaKind.Hare => Rounded(votes, seats, rounding),
            QuotaKind.Droop => new((votes / (seats + 1L)) + 1, 1),
            QuotaKind.HagenbachBischoff => Rounded(votes, seats + 1L, rounding),
            QuotaKind.Imperiali => Rounded(votes, seats + 2L, rounding),
            _ => throw new ArgumentException($"A quota of kind {kind} does not follow from votes and seats.", nameof(kind)),
        };
    }

    static Quota Rounded(long votes, long divisor, QuotaRounding rounding) => rounding switch
    {
        QuotaRounding.None => new(votes, divisor),
        QuotaRounding.Down => new(Math.Max(1, votes / divisor), 1),
        QuotaRounding.Up => new(((Int128)votes + divisor - 1) / divisor, 1),
        _ => new(Int128.Max(1, (((Int128)votes * 2) + divisor) / (2 * divisor)), 1),
    };
}
