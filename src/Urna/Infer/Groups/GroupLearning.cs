using System.Collections.Immutable;
using Urna.Model;

namespace Urna.Infer.Groups;

/// <summary>What was learnt of one pair of kinds, on tables whose truth is published.</summary>
/// <param name="Pair">The pair.</param>
/// <param name="Pull">Coefficients of the part of the association that is believed: a constant, strength × part explained, how far rows live apart.</param>
/// <param name="Scale">The pair's constant in the logarithm of a share's usual error.</param>
/// <param name="Shares">How many usual errors a share misses by, at each of the learnt levels.</param>
/// <param name="Differences">The same for the difference of two rows in a column.</param>
/// <param name="Tables">The same for the worst cell of a table.</param>
/// <param name="Held">How often such intervals held the truth of sources left out, at each level; 0 where none could be left out.</param>
/// <param name="HeldDifferences">The same of differences.</param>
/// <param name="HeldTables">The same of all cells of a table at once.</param>
/// <param name="LeastIdentifiability">The least score of a row on which it was learnt.</param>
/// <param name="Seen">How far the tables went on which it was learnt.</param>
/// <param name="On">On what it was learnt.</param>
sealed record GroupLearning(
    PairOfKinds Pair,
    ImmutableArray<double> Pull,
    double Scale,
    ImmutableArray<double> Shares,
    ImmutableArray<double> Differences,
    ImmutableArray<double> Tables,
    ImmutableArray<double> Held,
    ImmutableArray<double> HeldDifferences,
    ImmutableArray<double> HeldTables,
    double LeastIdentifiability,
    TableRange Seen,
    LocalizedText On)
{
    /// <summary>The part of the association that is believed, in [0, 1].</summary>
    /// <param name="traits">What the units tell of the table.</param>
    public double PullOf(TableTraits traits)
    {
        var features = Features(traits);
        var sum = 0.0;
        for (var i = 0; i < Pull.Length; i++)
        {
            sum += Pull[i] * features[i];
        }

        return Math.Clamp(sum, 0, 1);
    }

    /// <summary>On what intervals rest.</summary>
    public IntervalUse Use { get; init; }

    /// <summary>How many times as wide intervals were made as was learnt, so that they held on sources left out; ≥ 1.</summary>
    public double Widened { get; init; } = 1;

    /// <summary>Whether it tells which of two groups is ahead: on sources left out at most one in ten was wrong, of enough to know.</summary>
    public bool TellsSigns { get; init; }

    /// <summary>What the part that is believed is linear in.</summary>
    /// <param name="traits">What the units tell of the table.</param>
    public static double[] Features(TableTraits traits) => [1, traits.Strength * traits.Explained, traits.Apart];
}
