using System.Collections.Immutable;
using Urna.Numerics;

namespace Urna.Audit.Statements;

/// <summary>A line of a ballot.</summary>
/// <param name="District">The number of its district in the contest, from 0.</param>
/// <param name="Line">Its number on the district's ballot, from 0.</param>
public readonly record struct BallotLine(int District, int Line);

/// <summary>Lines whose votes count alike in a statement.</summary>
/// <param name="Lines">The lines.</param>
/// <param name="Weight">What a vote for one of them counts.</param>
public sealed record WeightedLines(ImmutableArray<BallotLine> Lines, Fraction Weight);

/// <summary>What a law asks of the votes, as one inequality between sums of votes.</summary>
/// <param name="Kind">What it says.</param>
/// <param name="Winner">Of whom it says that they are ahead; empty for all others.</param>
/// <param name="Loser">Who is behind; empty for all others.</param>
/// <param name="District">The district; <c>*</c> for the whole territory.</param>
/// <remarks>
/// Each ballot counts what its line weighs; the sum must exceed <see cref="Least"/>. Moved and stretched so that no ballot counts less than 0 and the bound is a mean of one half, it is an assorter
/// of Stark (2020), Sets of half-average nulls generate risk-limiting audits (SHANGRLA).
/// </remarks>
public sealed record Statement(AssertionKind Kind, string Winner, string Loser, string District)
{
    static readonly Fraction half = new(1, 2);

    /// <summary>The districts whose ballots it is about, by number.</summary>
    public required ImmutableArray<int> Scope { get; init; }

    /// <summary>The lines that weigh something of their own; no line stands twice.</summary>
    public required ImmutableArray<WeightedLines> Lines { get; init; }

    /// <summary>What a vote for any other line of its districts weighs.</summary>
    public Fraction Others { get; init; }

    /// <summary>What a blank ballot weighs.</summary>
    public Fraction Blank { get; init; }

    /// <summary>What a null ballot weighs.</summary>
    public Fraction Null { get; init; }

    /// <summary>What the sum must exceed, ≥ 0.</summary>
    public Fraction Least { get; init; }

    /// <summary>Whether a sum of exactly that much is enough.</summary>
    public bool Inclusive { get; init; }

    /// <summary>By how much the sum exceeds what it must.</summary>
    /// <param name="votes">The votes of the contest.</param>
    public Fraction Excess(CountedVotes votes)
    {
        var sum = Fraction.Zero - Least;
        var weighed = 0L;
        foreach (var part in Lines)
        {
            var own = part.Lines.Sum(votes.Of);
            weighed += own;
            sum += part.Weight * own;
        }

        if (Others != Fraction.Zero)
        {
            sum += Others * (Scope.Sum(d => votes.Districts[d].Valid) - weighed);
        }

        if (Blank != Fraction.Zero)
        {
            sum += Blank * Scope.Sum(d => votes.Districts[d].Blank);
        }

        return Null == Fraction.Zero ? sum : sum + (Null * Scope.Sum(d => votes.Districts[d].Null));
    }

    /// <summary>Whether the votes are as it says.</summary>
    /// <param name="votes">The votes of the contest.</param>
    public bool Holds(CountedVotes votes) => Excess(votes) is var excess && (excess > Fraction.Zero || (Inclusive && excess == Fraction.Zero));

    /// <summary>The ballots that it is about.</summary>
    /// <param name="votes">The votes of the contest.</param>
    public long Ballots(CountedVotes votes) => Scope.Sum(d => votes.Districts[d].Ballots);

    /// <summary>The assertion about ballots that is true where the statement is.</summary>
    /// <param name="votes">The reported votes.</param>
    /// <exception cref="ArgumentException">There is no ballot.</exception>
    public Assertion Of(CountedVotes votes)
    {
        var ballots = Ballots(votes);
        if (ballots < 1)
        {
            throw new ArgumentException($"'{District}' has no ballots. Expected: at least 1.", nameof(votes));
        }

        var (low, high) = Range;
        var share = Least / ballots;
        var reach = share - low;
        return Assertion.Of(Kind, Winner, Loser, half + (Excess(votes) / (2 * reach * ballots)), (high - low) / (2 * reach)) with { District = District };
    }

    /// <summary>What a ballot counts for the assertion: its number in [0, upper].</summary>
    /// <param name="weight">What the ballot weighs.</param>
    /// <param name="ballots">All ballots that it is about, ≥ 1.</param>
    public Fraction Assorted(Fraction weight, long ballots) => (weight - Range.Low) / (2 * ((Least / ballots) - Range.Low));

    /// <summary>The least and the most that a ballot can weigh; one without a vote weighs nothing.</summary>
    /// <remarks>Where nothing weighs against it there is nothing to confirm; a least of −1 keeps the numbers defined.</remarks>
    public (Fraction Low, Fraction High) Range
    {
        get
        {
            var (low, high) = (Min(Min(Others, Fraction.Zero), Min(Blank, Null)), Max(Max(Others, Fraction.Zero), Max(Blank, Null)));
            foreach (var part in Lines)
            {
                (low, high) = (Min(low, part.Weight), Max(high, part.Weight));
            }

            return (low == Fraction.Zero ? -1 : low, high);
        }
    }

    /// <summary>What a vote for a line weighs; 0 outside its districts.</summary>
    /// <param name="line">The line.</param>
    public Fraction WeightOf(BallotLine line)
    {
        foreach (var part in Lines)
        {
            if (part.Lines.Contains(line))
            {
                return part.Weight;
            }
        }

        return Scope.Contains(line.District) ? Others : Fraction.Zero;
    }

    static Fraction Min(Fraction a, Fraction b) => a < b ? a : b;

    static Fraction Max(Fraction a, Fraction b) => a > b ? a : b;
}
