using System.Collections.Immutable;
using Urna.Allocate.Account;
using Urna.Allocate.Lots;
using Urna.Allocate.Methods;
using Urna.Allocate.Steps;

namespace Urna.Allocate.Transferable;

/// <summary>What is counted in a district.</summary>
/// <param name="Law">The law's step.</param>
/// <param name="Seats">Seats to fill.</param>
/// <param name="Names">The candidates' names.</param>
/// <param name="Lumped">Whether a line stands for many persons and cannot be elected.</param>
/// <param name="Ballots">The ballots as the law reads them.</param>
/// <param name="Ties">The ties of the district before.</param>
sealed record CountInput(TransferableVoteStep Law, int Seats, ImmutableArray<string> Names, ImmutableArray<bool> Lumped, Preferences Ballots, TieState Ties);

/// <summary>Who was elected, and every step.</summary>
/// <param name="Elected">Candidates in the order of their election, and why.</param>
/// <param name="Steps">What was done.</param>
/// <param name="Ties">The ties of the district then.</param>
sealed record CountOutcome(ImmutableArray<(int Candidate, Basis Basis)> Elected, ImmutableArray<AllocationStep> Steps, TieState Ties);

/// <summary>Counts ranked ballots: elects by quota, passes on surpluses, excludes, until the seats are filled.</summary>
/// <remarks>
/// The order of what is done at each stage is that of SSI 2007/42 (Scotland), schedule 1, rules 45-52: elect, fill the last vacancies, pass on a
/// surplus, else exclude. The law's parameters change what each of them means.
/// </remarks>
/// <typeparam name="T">A number of votes.</typeparam>
/// <typeparam name="TMath">Its arithmetic.</typeparam>
sealed partial class TransferableCount<T, TMath>
    where TMath : struct, IVoteArithmetic<T>
{
    readonly TransferableVoteStep law;
    readonly CountInput input;
    readonly TMath math;
    readonly BallotPiles<T, TMath> piles;
    readonly CandidateState[] states;
    readonly bool[] continuing;
    readonly int[] electedAt;
    readonly List<T[]> history = [];
    readonly List<AllocationStep> steps = [];
    readonly List<(int Candidate, Basis Basis)> elected = [];
    readonly List<int> pending = [];
    readonly Queue<ExcludedParcel> parcels = [];
    List<int> excluded = [];
    TieState ties;
    T quota;
    T exhausted;
    T lost;
    bool isOpen;

    TransferableCount(CountInput input, TMath math)
    {
        (this.input, this.math, law, ties) = (input, math, input.Law, input.Ties);
        piles = new(input.Ballots, math);
        states = new CandidateState[input.Names.Length];
        electedAt = new int[input.Names.Length];
        continuing = new bool[input.Names.Length];
        Array.Fill(continuing, true);
        exhausted = lost = math.Of(0);
        quota = Quota();
    }

    int Vacancies => input.Seats - elected.Count;

    /// <summary>Counts the ballots.</summary>
    public static CountOutcome Run(CountInput input, TMath math)
    {
        var count = new TransferableCount<T, TMath>(input, math);
        count.steps.Add(new QuotaSet(
            input.Law.Article, input.Ballots.Valid, input.Ballots.Without, input.Seats, math.Amount(count.quota), input.Law.MustExceed));
        if (input.Ballots.Valid > 0)
        {
            count.Close(CountKind.First, [], []);
            while (!count.isOpen && count.Vacancies > 0 && count.Standing().Count > 0)
            {
                count.Next();
            }
        }

        return new([.. count.elected], [.. count.steps], count.ties);
    }

    /// <summary>Does what the law asks for next, as one count.</summary>
    void Next()
    {
        if (parcels.Count > 0)
        {
            PassExcluded();
        }
        else if (Lumped() is { Count: > 0 } lumped)
        {
            Exclude(lumped);
        }
        else if (law.Exclude == ExclusionRule.BatchBeforeSurplus && Batch() is { Count: > 0 } certain)
        {
            Exclude(certain);
        }
        else if (Surpluses() is { Count: > 0 } surpluses)
        {
            if (First(surpluses) is { } from)
            {
                PassSurplus(from);
            }
        }
        else if (ToExclude() is { } lowest)
        {
            Exclude(lowest);
        }
    }

    /// <summary>Candidates who can still be elected, most votes first.</summary>
    List<int> Standing()
    {
        var standing = new List<int>();
        for (var c = 0; c < continuing.Length; c++)
        {
            if (continuing[c] && !input.Lumped[c])
            {
                standing.Add(c);
            }
        }

        standing.Sort((a, b) => math.Compare(piles.Votes[b], piles.Votes[a]) is var order and not 0 ? order : a.CompareTo(b));
        return standing;
    }

    List<int> Lumped() => [.. Enumerable.Range(0, continuing.Length).Where(c => continuing[c] && input.Lumped[c])];

    T Quota()
    {
        var votes = math.Of(input.Ballots.Valid);
        if (law.Recomputed)
        {
            votes = math.Subtract(votes, math.Add(exhausted, lost));
        }

        return law.Quota switch
        {
            QuotaRule.Droop => math.Add(math.Whole(math.Quotient(votes, input.Seats + 1, up: false)), math.Of(1)),
            QuotaRule.HagenbachBischoff => math.Quotient(votes, input.Seats + 1, up: !law.MustExceed),
            _ => math.Quotient(votes, input.Seats, up: !law.MustExceed),
        };
    }

    /// <summary>Ends a count: elects who can be elected now, and writes the count down.</summary>
    void Close(CountKind kind, ImmutableArray<int> from, ImmutableArray<PassedBallots> passed)
    {
        history.Add([.. piles.Votes]);
        quota = Quota();
        var before = elected.Count;
        var gone = kind == CountKind.Exclusion && parcels.Count == 0 ? excluded : [];
        ElectByQuota();
        var last = isOpen ? null : FillLastVacancies();
        steps.Add(Account(kind, from, passed, before, gone));
        if (last is not null)
        {
            steps.Add(last);
        }
    }

    CountTaken Account(CountKind kind, ImmutableArray<int> from, ImmutableArray<PassedBallots> passed, int before, List<int> gone)
    {
        var tallies = ImmutableArray.CreateBuilder<CandidateTally>(input.Names.Length);
        for (var c = 0; c < input.Names.Length; c++)
        {
            var votes = math.Amount(piles.Votes[c]);
            var earlier = history.Count > 1 ? math.Amount(history[^2][c]) : 0;
            tallies.Add(new CandidateTally(input.Names[c], votes, votes - earlier, states[c]));
        }

        return new CountTaken(
            law.Article,
            history.Count,
            kind,
            [.. from.Select(c => input.Names[c])],
            passed,
            math.Amount(quota),
            tallies.MoveToImmutable(),
            math.Amount(exhausted),
            math.Amount(lost),
            [.. elected.Skip(before).Select(e => input.Names[e.Candidate])],
            [.. gone.Select(c => input.Names[c])]);
    }
}
