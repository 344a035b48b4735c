using System.Collections.Immutable;
using System.Numerics;
using Urna.Numerics;

namespace Urna.Audit;

/// <summary>Ballots that are counted together, such as those of one polling station.</summary>
/// <param name="Id">Its name.</param>
/// <param name="Ballots">Its ballots, ≥ 0.</param>
/// <param name="Votes">Its reported votes by choice, each ≥ 0.</param>
public sealed record Batch(string Id, long Ballots, ImmutableArray<long> Votes);

/// <summary>Batch comparison: whole batches are drawn by how far an error in them could reach, and counted again by hand.</summary>
/// <remarks>
/// The maximum relative overstatement of pairwise margins: an error of a batch is the greatest, over all pairs, of votes that the winner lost to the loser, over their lead.
/// Stark (2008, 2009), Efficient post-election audits of multiple contests; drawing in proportion to the bound, and Kaplan–Markov.
/// All bounds and errors are exact fractions.
/// </remarks>
public sealed class BatchComparison
{
    readonly ImmutableDictionary<string, Batch> batches;
    readonly ImmutableArray<(int Winner, int Loser, BigInteger Lead)> pairs;

    /// <summary>Makes ready.</summary>
    /// <param name="batches">All batches of the contest, each name once, all with the same choices.</param>
    /// <param name="winners">The numbers of the choices that won.</param>
    /// <exception cref="ArgumentException">There is no batch, winner or loser; a name comes twice; a count is negative; votes of a choice exceed a batch's ballots; a winner does not lead a loser.</exception>
    public BatchComparison(IReadOnlyList<Batch> batches, IReadOnlyCollection<int> winners)
    {
        if (batches.Count == 0)
        {
            throw new ArgumentException("There is no batch.", nameof(batches));
        }

        var choices = batches[0].Votes.Length;
        foreach (var batch in batches)
        {
            if (batch.Votes.Length != choices || batch.Ballots < 0 || batch.Votes.Any(v => v < 0 || v > batch.Ballots))
            {
                throw new ArgumentException($"Batch '{batch.Id}' has {batch.Ballots} ballots and votes {string.Join(", ", batch.Votes)}. Expected: {choices} counts from 0 to its ballots.", nameof(batches));
            }
        }

        if (batches.GroupBy(b => b.Id, StringComparer.Ordinal).FirstOrDefault(g => g.Skip(1).Any()) is { } twice)
        {
            throw new ArgumentException($"Batch '{twice.Key}' comes twice.", nameof(batches));
        }

        if (winners.Any(w => w < 0 || w >= choices) || winners.Count == 0 || winners.Distinct().Count() >= choices)
        {
            throw new ArgumentException($"Winners {string.Join(", ", winners)} of {choices} choices. Expected: some of them, numbered from 0, and at least one loser.", nameof(winners));
        }

        this.batches = batches.ToImmutableDictionary(b => b.Id, StringComparer.Ordinal);
        BigInteger[] totals = [.. Enumerable.Range(0, choices).Select(c => batches.Aggregate(BigInteger.Zero, (sum, b) => sum + b.Votes[c]))];
        pairs = [.. from w in winners.Distinct() from l in Enumerable.Range(0, choices).Except(winners) select (w, l, totals[w] - totals[l])];
        if (pairs.FirstOrDefault(p => p.Lead.Sign <= 0) is { Lead.Sign: <= 0 } behind && pairs.Any(p => p.Lead.Sign <= 0))
        {
            throw new ArgumentException($"Choice {behind.Winner} does not lead choice {behind.Loser}: no sample could confirm it.", nameof(winners));
        }

        TotalBound = batches.Aggregate(Fraction.Zero, (sum, b) => sum + BoundOf(b));
    }

    /// <summary>The sum of all batches' bounds: how many times over the errors could upset the outcome.</summary>
    public Fraction TotalBound { get; }

    /// <summary>The greatest error that a batch can hold: all its ballots would be the loser's.</summary>
    /// <param name="id">The batch's name.</param>
    /// <exception cref="KeyNotFoundException">No batch has the name.</exception>
    public Fraction BoundOf(string id) => BoundOf(batches[id]);

    /// <summary>The error of a batch over its bound.</summary>
    /// <param name="id">The batch's name.</param>
    /// <param name="counted">What was counted by hand, by choice; null where the ballots were not found, which is the worst.</param>
    /// <returns>At most 1; negative where the count helps the winners.</returns>
    /// <exception cref="KeyNotFoundException">No batch has the name.</exception>
    /// <exception cref="ArgumentException">The count has other choices, or more votes of one than ballots.</exception>
    public Fraction TaintOf(string id, ImmutableArray<long>? counted)
    {
        var batch = batches[id];
        if (counted is not { } votes)
        {
            return 1;
        }

        if (votes.Length != batch.Votes.Length || votes.Any(v => v < 0 || v > batch.Ballots))
        {
            throw new ArgumentException($"Batch '{id}' has {batch.Ballots} ballots; counted {string.Join(", ", votes)}. Expected: {batch.Votes.Length} counts from 0 to its ballots.", nameof(counted));
        }

        return pairs.Max(p => new Fraction(batch.Votes[p.Winner] - batch.Votes[p.Loser] - (votes[p.Winner] - votes[p.Loser]), p.Lead)) / BoundOf(batch);
    }

    /// <summary>Draws after which the risk is met if no batch has an error.</summary>
    /// <param name="risk">The risk limit, in (0, 1).</param>
    /// <returns>Before rounding up.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The risk is not allowed.</exception>
    public double Size(double risk) => risk is > 0 and < 1
        ? TotalBound <= Fraction.One ? 1 : Math.Log(risk) / Math.Log(1 - (1 / TotalBound).Value)
        : throw new ArgumentOutOfRangeException(nameof(risk), risk, "Expected: a risk above 0 and below 1.");

    /// <summary>A first round as the usual tools state it: one draw more than without errors.</summary>
    /// <param name="risk">The risk limit, in (0, 1).</param>
    /// <exception cref="ArgumentOutOfRangeException">The risk is not allowed.</exception>
    public int FirstRound(double risk) => (int)Math.Ceiling(Size(risk)) + 1;

    /// <summary>The risk that is left after draws in proportion to the bounds, with replacement.</summary>
    /// <param name="taints">The taint of each draw, at most 1; a batch that was drawn twice counts twice.</param>
    /// <returns>In [0, 1].</returns>
    public double P(IEnumerable<Fraction> taints)
    {
        var logarithm = 0.0;
        var clean = Math.Log(1 - Math.Min(1, (1 / TotalBound).Value));
        foreach (var taint in taints)
        {
            if (taint >= Fraction.One)
            {
                return 1;
            }

            logarithm += clean - Math.Log((1 - taint).Value);
        }

        return Math.Min(1, Math.Exp(logarithm));
    }

    Fraction BoundOf(Batch batch) => pairs.Max(p => new Fraction((BigInteger)batch.Votes[p.Winner] - batch.Votes[p.Loser] + batch.Ballots, p.Lead));
}
