using System.Collections.Immutable;
using System.Numerics;
using Urna.Model;

namespace Urna.Power;

/// <summary>What a quorum is a share of.</summary>
public enum QuorumBase
{
    /// <summary>The members in office.</summary>
    InOffice,

    /// <summary>The members present.</summary>
    Present,
}

/// <summary>What is done where a share of the members is not a whole number.</summary>
public enum QuorumRounding
{
    /// <summary>The least whole number that is not below the share.</summary>
    Up,

    /// <summary>The greatest whole number that is not above the share.</summary>
    Down,

    /// <summary>The nearest whole number, a half upwards.</summary>
    Nearest,
}

/// <summary>The majority that a kind of law needs in a chamber.</summary>
/// <param name="Id">The kind of law, such as <c>organic</c>.</param>
/// <param name="Title">The kind of law for people.</param>
/// <param name="Numerator">Above the line of the share, ≥ 1.</param>
/// <param name="Denominator">Below the line of the share, not below the numerator.</param>
public sealed record Quorum(string Id, LocalizedText Title, int Numerator, int Denominator)
{
    /// <summary>Whether the share itself is not enough, as in an absolute majority.</summary>
    public bool Exceeds { get; init; }

    /// <summary>What it is a share of.</summary>
    public QuorumBase Of { get; init; }

    /// <summary>What is done where the share is not a whole number; not looked at where it must be exceeded.</summary>
    public QuorumRounding Rounding { get; init; }

    /// <summary>The first day on which it holds; null if the file does not say.</summary>
    public DateOnly? From { get; init; }

    /// <summary>The last day on which it holds; null if it still does.</summary>
    public DateOnly? Until { get; init; }

    /// <summary>The chambers it is for; empty for all those that no quorum of the law names.</summary>
    public ImmutableArray<string> Chambers { get; init; } = [];

    /// <summary>The article that it comes from.</summary>
    public required string Article { get; init; }

    /// <summary>What was not verified against the law's text; null if all was.</summary>
    public LocalizedText? Unverified { get; init; }

    /// <summary>Members who must agree.</summary>
    /// <param name="members">Members in office or present, ≥ 0.</param>
    public int Needed(int members)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(members);
        var product = (BigInteger)members * Numerator;
        return (int)(Exceeds ? (product / Denominator) + 1 : Rounding switch
        {
            QuorumRounding.Up => (product + Denominator - 1) / Denominator,
            QuorumRounding.Down => product / Denominator,
            _ => ((product * 2) + Denominator) / ((BigInteger)Denominator * 2),
        });
    }

    /// <summary>Whether it holds on a day.</summary>
    /// <param name="date">The day.</param>
    public bool HoldsOn(DateOnly date) => (From is not { } from || from <= date) && (Until is not { } until || date <= until);
}

/// <summary>The quorums of a country, by kind of law and date.</summary>
/// <param name="Name">The file's name.</param>
/// <param name="Title">The title for people.</param>
/// <param name="Country">The country's code.</param>
/// <param name="Sources">The texts it was read from.</param>
/// <param name="Quorums">The quorums, in order.</param>
public sealed record QuorumLaw(string Name, LocalizedText Title, string Country, ImmutableArray<string> Sources, ImmutableArray<Quorum> Quorums)
{
    /// <summary>The quorums of a chamber: those that name it, or else those that name none.</summary>
    /// <param name="chamber">The chamber's name.</param>
    /// <param name="date">The day on which they must hold; null for all of them.</param>
    public ImmutableArray<Quorum> For(string chamber, DateOnly? date)
    {
        var key = FoldedName.Of(chamber);
        var own = Quorums.Where(q => q.Chambers.Any(c => FoldedName.Of(c) == key)).ToList();
        var all = own.Count > 0 ? own : Quorums.Where(q => q.Chambers.IsEmpty);
        return [.. all.Where(q => date is not { } day || q.HoldsOn(day))];
    }
}
