using System.Collections.Immutable;
using Urna.Allocate;
using Urna.Numerics;

namespace Urna.Audit.Statements;

/// <summary>A list, party or person among whom seats were shared.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Lines">Its lines of the ballot.</param>
/// <param name="Capacity">Seats that it can fill.</param>
/// <param name="Seats">Seats that it has as reported.</param>
/// <param name="Position">Its place on the list; 0 where the ballot has no order.</param>
sealed record AuditHolder(string Name, ImmutableArray<BallotLine> Lines, int Capacity, int Seats, int Position);

/// <summary>One sharing of seats among holders, as reported.</summary>
/// <param name="District">The district, for people.</param>
/// <param name="Scope">The districts whose ballots count.</param>
/// <param name="Holders">Those who take part.</param>
/// <param name="Within">The lines of the list or party within which seats are shared; of all lists at the top.</param>
/// <param name="IsWithin">Whether it is within a list or party.</param>
/// <param name="ToShare">Seats that were to be shared.</param>
sealed record AuditSharing(
    string District, ImmutableArray<int> Scope, ImmutableArray<AuditHolder> Holders, ImmutableArray<BallotLine> Within, bool IsWithin, int ToShare)
{
    /// <summary>The reported votes.</summary>
    public required CountedVotes Votes { get; init; }

    /// <summary>Seats that were given.</summary>
    public int Given => Holders.Sum(h => h.Seats);

    /// <summary>The seats of the whole district, and the lines of all its lists.</summary>
    public required (int Seats, ImmutableArray<BallotLine> Lines) Whole { get; init; }

    /// <summary>One has more votes than another.</summary>
    public Statement More(AuditHolder winner, AuditHolder loser) => Ahead(AssertionKind.Plurality, winner, 1, loser, 1);

    /// <summary>Each of those ahead has more votes than each of those behind; with nobody behind, each has a vote.</summary>
    public IEnumerable<Statement> More(IReadOnlyCollection<AuditHolder> ahead, IReadOnlyCollection<AuditHolder> behind) =>
        behind.Count == 0 ? ahead.Select(HasVotes) : from w in ahead from l in behind select More(w, l);

    /// <summary>Somebody voted for one: who has no rival left has a seat by any vote, and by none has none.</summary>
    public Statement HasVotes(AuditHolder holder) => new(AssertionKind.Threshold, holder.Name, "", District) { Scope = Scope, Lines = [new(holder.Lines, 1)] };

    /// <summary>Nobody voted for one.</summary>
    public Statement HasNoVotes(AuditHolder holder) => new(AssertionKind.Threshold, "", holder.Name, District) { Scope = Scope, Lines = [new(holder.Lines, -1)], Inclusive = true };

    /// <summary>A multiple of one's votes is above a multiple of another's.</summary>
    /// <param name="kind">What it says.</param>
    /// <param name="winner">Who is ahead.</param>
    /// <param name="up">What a vote for them weighs, above 0.</param>
    /// <param name="loser">Who is behind.</param>
    /// <param name="down">What a vote for those weighs against, above 0.</param>
    public Statement Ahead(AssertionKind kind, AuditHolder winner, Fraction up, AuditHolder loser, Fraction down) => new(kind, winner.Name, loser.Name, District)
    {
        Scope = Scope,
        Lines = [new(winner.Lines, up), new(loser.Lines, Fraction.Zero - down)],
    };

    /// <summary>One has a part of the votes for a set of lines, or has not.</summary>
    public Statement Part(AssertionKind kind, AuditHolder of, Fraction share, ImmutableArray<BallotLine> whole, bool reached, bool inclusive)
    {
        var sign = reached ? Fraction.One : -1;
        var own = of.Lines.ToHashSet();
        return new(kind, reached ? of.Name : "", reached ? "" : of.Name, District)
        {
            Scope = Scope,
            Lines = [new(of.Lines, sign * (1 - share)), new([.. whole.Where(l => !own.Contains(l))], sign * (Fraction.Zero - share))],
            Inclusive = reached == inclusive,
        };
    }
}
