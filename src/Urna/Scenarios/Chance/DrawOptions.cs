using System.Collections.Immutable;
using Urna.Model;

namespace Urna.Scenarios.Chance;

/// <summary>How votes might have been otherwise.</summary>
/// <remarks>
/// A list's share is drawn about its share of the votes (of the poll, of the projection), once for the whole and once more in each district, so that
/// districts go together as far as lists move everywhere. A deviation of d points is that of a list of half the votes; one of share p has 2 d √(p (1 − p)), as
/// in a sample, so that shares always sum to one. A poll of n answers has d = 50/√n.
/// </remarks>
public sealed record DrawOptions
{
    /// <summary>The most draws that are made.</summary>
    public const int Most = 1_000_000;

    /// <summary>Draws, 1 to a million.</summary>
    public int Number { get; init => field = value is >= 1 and <= Most ? value : throw new ArgumentOutOfRangeException(nameof(value), value, $"{value} draws. Expected: 1 to {Most}."); } = 1_000;

    /// <summary>The seed: same seed, same draws.</summary>
    public ulong Seed { get; init; } = 1;

    /// <summary>How often an interval of seats is to hold, in (0, 1).</summary>
    public double Level { get; init => field = value is > 0 and < 1 ? value : throw new ArgumentOutOfRangeException(nameof(value), value, $"Level {value}. Expected: more than 0 and less than 1."); } = 0.9;

    /// <summary>The standard deviation of lists over the whole, as a share, of a list of half the votes.</summary>
    public double List { get; init => field = Deviation(value); }

    /// <summary>Standard deviations of lists that have their own, as shares.</summary>
    public ImmutableSortedDictionary<string, double> OfList { get; init; } = ImmutableSortedDictionary<string, double>.Empty;

    /// <summary>The further standard deviation in each district, as a share, of a list of half the votes there.</summary>
    public double District { get; init => field = Deviation(value); }

    /// <summary>The shares about which is drawn, by list; empty for those of the votes. Lists that are not named share the rest as they did.</summary>
    public ImmutableArray<VoteExpected> Expected { get; init => field = Checked.List(value, "shares"); } = [];

    /// <summary>Answers of the poll that has the shares; null without one.</summary>
    public int? Poll { get; init => field = value is null or >= 1 ? value : throw new ArgumentOutOfRangeException(nameof(value), value, $"A poll of {value}. Expected: 1 or more."); }

    static double Deviation(double value) => value is >= 0 and <= 0.5 ? value : throw new ArgumentOutOfRangeException(nameof(value), value, $"A deviation of {value * 100} points. Expected: 0 to 50.");
}

/// <summary>The share that a list is expected to have.</summary>
/// <param name="List">The list.</param>
/// <param name="Share">Its share, in [0, 1].</param>
public sealed record VoteExpected(string List, double Share)
{
    /// <summary>The list.</summary>
    public string List { get; init; } = Checked.Text(List, "list");

    /// <summary>Its share, in [0, 1].</summary>
    public double Share { get; init; } = Share is >= 0 and <= 1 ? Share : throw new ArgumentOutOfRangeException(nameof(Share), Share, $"A share of {Share}. Expected: 0 to 1.");
}
