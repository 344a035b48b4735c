using System.Collections.Immutable;
using System.Numerics;
using Urna.Audit.Statements;
using Urna.Numerics;

namespace Urna.Audit.Plans;

/// <summary>A box of ballots that are counted together.</summary>
/// <param name="Id">Its name.</param>
/// <param name="Place">Where it lies.</param>
/// <param name="District">The number of its district in the contest, from 0.</param>
/// <param name="Ballots">Its ballots, ≥ 0.</param>
/// <param name="Lines">Its votes by line of the district's ballot; empty where they are not known.</param>
public sealed record AuditBox(string Id, string Place, int District, long Ballots, ImmutableArray<long> Lines)
{
    /// <summary>What people call it; its id where nothing else is known.</summary>
    public string Name { get; init; } = Id;

    /// <summary>Its blank ballots that are known.</summary>
    public long Blank { get; init; }

    /// <summary>Its null ballots that are known.</summary>
    public long Null { get; init; }

    /// <summary>What its votes weigh in a statement.</summary>
    public Fraction Weigh(Statement statement) => Weigh(statement, Lines, Blank, Null);

    /// <summary>What other votes of the box weigh in a statement.</summary>
    public Fraction Weigh(Statement statement, ImmutableArray<long> lines, long blank, long @null)
    {
        if (!statement.Scope.Contains(District))
        {
            return Fraction.Zero;
        }

        var sum = (statement.Blank * blank) + (statement.Null * @null);
        var weighed = 0L;
        foreach (var part in statement.Lines)
        {
            var own = part.Lines.Sum(l => l.District == District ? lines[l.Line] : 0);
            weighed += own;
            sum += part.Weight * own;
        }

        return statement.Others == Fraction.Zero ? sum : sum + (statement.Others * (lines.Sum() - weighed));
    }
}

/// <summary>How far an error in each box could reach, and how often each is drawn for that.</summary>
/// <remarks>
/// An error of a box is the greatest, over all statements, of what it took from the statement's excess, as a part of that excess; its bound is what it would be if every ballot of the box weighed the least.
/// Stark (2008, 2009); boxes are drawn with replacement in proportion to their bounds, and Kaplan and Markov's test follows. So that anybody can draw by tickets, each box has a whole number of lots, rounded up: its bound grows by
/// less than a lot, and the test with the greater bound is as good.
/// </remarks>
public sealed class BoxBounds
{
    const long MostLots = 1_000_000;
    const int FewStatements = 4;

    readonly ImmutableArray<(Statement Statement, Fraction Excess, Fraction Low)> statements;
    readonly Dictionary<string, int> byId;

    /// <summary>Bounds the boxes of a group of statements.</summary>
    /// <param name="group">The statements.</param>
    /// <param name="boxes">All boxes of its districts, with their votes.</param>
    /// <exception cref="ArgumentException">A statement is not true as reported; votes of a box are not known, or do not add up to the count; a name comes twice.</exception>
    public BoxBounds(AuditGroup group, ImmutableArray<AuditBox> boxes)
    {
        Boxes = boxes;
        byId = boxes.Index().ToDictionary(b => b.Item.Id, b => b.Index, StringComparer.Ordinal);
        if (boxes.FirstOrDefault(b => b.Lines.IsEmpty && b.Ballots > 0) is { } unknown)
        {
            throw new ArgumentException($"The votes of box '{unknown.Id}' are not known.", nameof(boxes));
        }

        if (group.Scope.FirstOrDefault(d => boxes.Where(b => b.District == d).Sum(b => b.Lines.Sum()) != group.Votes.Districts[d].Valid, -1) is >= 0 and var unlike)
        {
            throw new ArgumentException($"The boxes of '{group.Votes.Districts[unlike].District}' do not hold the votes that were counted there.", nameof(boxes));
        }

        statements = [.. group.Statements.Select(s => (s.Statement, s.Statement.Excess(group.Votes), s.Statement.Range.Low))];
        if (statements.Any(s => s.Excess <= Fraction.Zero))
        {
            throw new ArgumentException("A statement is not true as reported: no sample could confirm it.", nameof(group));
        }

        (Lot, Lots) = statements.Length <= FewStatements ? InLots([.. boxes.Select(b => statements.Max(s => (b.Weigh(s.Statement) - (s.Low * b.Ballots)) / s.Excess))]) : InLots(boxes, statements);
    }

    /// <summary>The boxes.</summary>
    public ImmutableArray<AuditBox> Boxes { get; }

    /// <summary>The part of the excess that one lot stands for.</summary>
    public Fraction Lot { get; }

    /// <summary>Lots of each box, ≥ 0.</summary>
    public ImmutableArray<int> Lots { get; }

    /// <summary>The sum of all bounds: how many times over errors could upset the outcome.</summary>
    public Fraction Total => Lot * Lots.Sum(l => (long)l);

    /// <summary>The logarithm that a box without error adds to the evidence.</summary>
    public double CleanStep => Total <= Fraction.One ? double.PositiveInfinity : -Math.Log(1 - (1 / Total).Value);

    /// <summary>What a box adds whose lead is overstated by one vote, and by two, on average.</summary>
    internal (double One, double Two) JumpOfVotes
    {
        get
        {
            double Jump(int votes) => Boxes.Index().Where(b => Lots[b.Index] > 0).Average(b => Math.Log(Math.Max(1e-12, 1 - (votes * statements.Max(s => (1 / s.Excess).Value) / (Lot * Lots[b.Index]).Value))));
            return Boxes.IsEmpty ? (0, 0) : (Jump(1), Jump(2));
        }
    }

    /// <summary>The bound of a box.</summary>
    /// <param name="id">Its name.</param>
    /// <exception cref="KeyNotFoundException">No box has the name.</exception>
    public Fraction BoundOf(string id) => Lot * Lots[byId[id]];

    /// <summary>The box with a name; null if there is none.</summary>
    /// <param name="id">A name.</param>
    public AuditBox? Find(string id) => byId.TryGetValue(id, out var index) ? Boxes[index] : null;

    /// <summary>Draws after which the risk is met if no box has an error, before rounding up.</summary>
    /// <param name="risk">The risk limit, in (0, 1).</param>
    public double Size(double risk) => Total <= Fraction.One ? 1 : -Math.Log(risk) / CleanStep;

    /// <summary>What a count by hand of a box took from each statement's excess, over the box's bound.</summary>
    /// <param name="id">The box.</param>
    /// <param name="counted">What was counted, by line, blank and null; null where the ballots were not found, which is the worst.</param>
    /// <returns>One number a statement, at most 1; negative where the count helps it.</returns>
    public ImmutableArray<double> Taints(string id, (ImmutableArray<long> Lines, long Blank, long Null)? counted)
    {
        var box = Boxes[byId[id]];
        var bound = BoundOf(id);
        return
        [
            .. statements.Select(s => counted is not { } found ? 1
                : ((box.Weigh(s.Statement) - box.Weigh(s.Statement, found.Lines, found.Blank, found.Null)) / s.Excess / bound).Value),
        ];
    }

    /// <summary>Whole lots where statements are many: bounds in floating point, raised by more than they are rounded by.</summary>
    static (Fraction Lot, ImmutableArray<int> Lots) InLots(ImmutableArray<AuditBox> boxes, ImmutableArray<(Statement Statement, Fraction Excess, Fraction Low)> statements)
    {
        const double Raised = 1 + 1e-9;
        var bounds = new double[boxes.Length];
        foreach (var (statement, excess, low) in statements)
        {
            var (over, least) = (1 / excess.Value, low.Value);
            var weights = statement.Scope.ToDictionary(d => d, d => Enumerable.Range(0, boxes.Where(b => b.District == d).Max(b => (int?)b.Lines.Length) ?? 0).Select(l => statement.Others.Value).ToArray());
            foreach (var part in statement.Lines)
            {
                foreach (var line in part.Lines.Where(l => weights.TryGetValue(l.District, out var own) && l.Line < own.Length))
                {
                    weights[line.District][line.Line] = part.Weight.Value;
                }
            }

            for (var b = 0; b < bounds.Length; b++)
            {
                if (weights.TryGetValue(boxes[b].District, out var own))
                {
                    var sum = (statement.Blank.Value * boxes[b].Blank) + (statement.Null.Value * boxes[b].Null) - (least * boxes[b].Ballots);
                    for (var l = 0; l < boxes[b].Lines.Length; l++)
                    {
                        sum += own[l] * boxes[b].Lines[l];
                    }

                    bounds[b] = Math.Max(bounds[b], sum * over * Raised);
                }
            }
        }

        var scale = BigInteger.Pow(10, 15);
        var lot = new Fraction((BigInteger)(bounds.Sum() / MostLots * 1e15) + 1, scale);
        return (lot, [.. bounds.Select(u => (int)Math.Ceiling(u / lot.Value * Raised))]);
    }

    /// <summary>Whole lots in proportion to bounds: exact where few are enough, else rounded up.</summary>
    static (Fraction Lot, ImmutableArray<int> Lots) InLots(ImmutableArray<Fraction> exact)
    {
        var denominator = exact.Aggregate(BigInteger.One, (d, f) => d / BigInteger.GreatestCommonDivisor(d, f.Denominator) * f.Denominator);
        var numerators = exact.Select(f => f.Numerator * (denominator / f.Denominator)).ToArray();
        var common = numerators.Aggregate(BigInteger.Zero, BigInteger.GreatestCommonDivisor);
        var sum = numerators.Aggregate(BigInteger.Zero, (a, b) => a + b);
        if (sum.IsZero)
        {
            return (1, [.. exact.Select(_ => 0)]);
        }

        var size = sum / common <= MostLots ? common : (sum + MostLots - 1) / MostLots;
        return (new Fraction(size, denominator), [.. numerators.Select(n => (int)((n + size - 1) / size))]);
    }
}
