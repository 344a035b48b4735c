using System.Collections.Immutable;
using System.Numerics;
using Urna.Allocate;
using Urna.Allocate.Methods;
using Urna.Allocate.Steps;
using Urna.Numerics;

namespace Urna.Audit.Statements;

/// <summary>What must be true of the votes for a majority to be reached, or for the same to go on to a second vote.</summary>
static class MajorityStatements
{
    /// <summary>Somebody is elected at once: by a condition that they meet, and with more votes than anybody.</summary>
    /// <param name="step">The step.</param>
    /// <param name="all">All who stood; who is elected has the seat.</param>
    /// <param name="roll">People on the roll; null if not known.</param>
    public static StatementSet AtOnce(MajorityStep step, AuditSharing all, long? roll)
    {
        var first = all.Holders.Single(h => h.Seats > 0);
        ImmutableArray<AuditHolder> others = [.. all.Holders.Where(h => h != first)];
        var met = step.AnyOf.Select(c => Conjuncts(c, first, others, all, roll)).Where(c => c.All(s => s.Holds(all.Votes))).ToList();
        return met.Count == 0
            ? StatementSet.Refused(RefusalWords.NotSo)
            : new([.. met.MaxBy(c => c.Min(Tightness(all.Votes))), .. all.More([first], others)], []);
    }

    /// <summary>Nobody is elected at once, and the same go on.</summary>
    /// <param name="step">The step.</param>
    /// <param name="all">All who stood; who goes on has a seat.</param>
    /// <param name="roll">People on the roll; null if not known.</param>
    public static StatementSet GoOn(MajorityStep step, AuditSharing all, long? roll)
    {
        var statements = new List<Statement>();
        foreach (var holder in all.Holders)
        {
            ImmutableArray<AuditHolder> others = [.. all.Holders.Where(h => h != holder)];
            foreach (var condition in step.AnyOf)
            {
                var missed = Conjuncts(condition, holder, others, all, roll).Select(s => Opposite(s)).Where(s => s.Holds(all.Votes)).ToList();
                if (missed.Count == 0)
                {
                    return StatementSet.Refused(RefusalWords.NotSo);
                }

                statements.Add(missed.MaxBy(Tightness(all.Votes))!);
            }
        }

        return new([.. statements, .. Finalists(step, all, roll)], []);
    }

    static IEnumerable<Statement> Finalists(MajorityStep step, AuditSharing all, long? roll)
    {
        ImmutableArray<AuditHolder> through = [.. all.Holders.Where(h => h.Seats > 0)];
        ImmutableArray<AuditHolder> left = [.. all.Holders.Where(h => h.Seats == 0)];
        var pairs = all.More(through, left);
        if (step.FinalistShare is not { } share)
        {
            return pairs;
        }

        // Beyond the number that the law names, those go on who reach the share; nobody else does.
        var more = through.Length > step.Finalists ? through.Select(f => OfBase(f, share, step.FinalistOf, all, reached: true, inclusive: true, roll)) : [];
        return pairs.Concat(more).Concat(left.Select(o => OfBase(o, share, step.FinalistOf, all, reached: false, inclusive: true, roll)));
    }

    /// <summary>What a condition asks, each by itself: the share, the lead over each other, the part of the roll.</summary>
    static ImmutableArray<Statement> Conjuncts(MajorityCondition condition, AuditHolder of, ImmutableArray<AuditHolder> others, AuditSharing all, long? roll) =>
    [
        OfBase(of, condition.Needed, condition.Of, all, reached: true, condition.Inclusive, roll),
        .. condition.Lead is { } lead ? others.Select(o => Lead(of, o, lead, condition, all, roll)) : [],
        .. condition.OfRoll is { } part ? [OfBase(of, part, VoteBase.Registered, all, reached: true, inclusive: true, roll)] : Array.Empty<Statement>(),
    ];

    /// <summary>One is ahead of another by a part of the base.</summary>
    static Statement Lead(AuditHolder of, AuditHolder other, Proportion lead, MajorityCondition condition, AuditSharing all, long? roll)
    {
        var part = new Fraction(lead.Numerator, lead.Denominator);
        var own = of.Lines.Concat(other.Lines).ToHashSet();
        var share = Shares(condition.Of, part, roll);
        return new(AssertionKind.Majority, of.Name, other.Name, all.District)
        {
            Scope = all.Scope,
            Lines = [new(of.Lines, 1 - share.Each), new(other.Lines, Fraction.Zero - 1 - share.Each), new([.. all.Whole.Lines.Where(l => !own.Contains(l))], Fraction.Zero - share.Each)],
            Blank = Fraction.Zero - share.Blank,
            Null = Fraction.Zero - share.Null,
            Least = share.Fixed,
            Inclusive = !condition.LeadExceeded,
        };
    }

    /// <summary>One has a part of a base of votes, or has not.</summary>
    internal static Statement OfBase(AuditHolder of, Proportion needed, VoteBase whole, AuditSharing all, bool reached, bool inclusive, long? roll = null, AssertionKind kind = AssertionKind.Majority)
    {
        var share = Shares(whole, new Fraction(needed.Numerator, needed.Denominator), roll);
        var own = of.Lines.ToHashSet();
        var statement = new Statement(kind, of.Name, "", all.District)
        {
            Scope = all.Scope,
            Lines = [new(of.Lines, 1 - share.Each), new([.. all.Whole.Lines.Where(l => !own.Contains(l))], Fraction.Zero - share.Each)],
            Blank = Fraction.Zero - share.Blank,
            Null = Fraction.Zero - share.Null,
            Least = share.Fixed,
            Inclusive = inclusive,
        };
        return reached ? statement : Opposite(statement);
    }

    /// <summary>The statement that is true where another is not.</summary>
    internal static Statement Opposite(Statement s) => s with
    {
        Winner = s.Loser,
        Loser = s.Winner,
        Lines = [.. s.Lines.Select(l => l with { Weight = Fraction.Zero - l.Weight })],
        Others = Fraction.Zero - s.Others,
        Blank = Fraction.Zero - s.Blank,
        Null = Fraction.Zero - s.Null,
        Least = Fraction.Zero - s.Least,
        Inclusive = !s.Inclusive,
    };

    /// <summary>What each vote of a kind takes from the one who needs a part of the base, and how much is fixed.</summary>
    static (Fraction Each, Fraction Blank, Fraction Null, Fraction Fixed) Shares(VoteBase whole, Fraction part, long? roll) => whole switch
    {
        VoteBase.Valid => (part, Fraction.Zero, Fraction.Zero, Fraction.Zero),
        VoteBase.ValidAndBlank => (part, part, Fraction.Zero, Fraction.Zero),
        VoteBase.Cast => (part, part, part, Fraction.Zero),
        _ => (Fraction.Zero, Fraction.Zero, Fraction.Zero, part * (roll ?? 0)),
    };

    /// <summary>How far a statement is from being false, in parts of its ballots.</summary>
    internal static Func<Statement, Fraction> Tightness(CountedVotes votes) => s => s.Ballots(votes) > 0 ? s.Of(votes).Margin / s.Of(votes).Upper : Fraction.Zero;
}
