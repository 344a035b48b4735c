using System.Collections.Immutable;
using Urna.Allocate.Account;
using Urna.Allocate.Steps;
using Urna.Model;

namespace Urna.Allocate.Lots;

/// <summary>The ties of a district so far: which are open, and which drawings of lots decided something.</summary>
/// <param name="District">The district.</param>
/// <param name="Lots">The drawings of lots on record, for all districts.</param>
/// <remarks>Each drawing serves one tie only, in the order in which they are recorded: a later tie of the same names was not drawn yet.</remarks>
sealed record TieState(string District, ImmutableArray<LotDrawn> Lots)
{
    /// <summary>No district, and no lots: for counts that leave to lots what the law does not decide.</summary>
    public static TieState None { get; } = new("", []);

    /// <summary>The ties that stay open.</summary>
    public ImmutableArray<OpenTie> Open { get; init; } = [];

    /// <summary>Ties that will come up as the district stands, and on which steps before them look already.</summary>
    public ImmutableArray<OpenTie> Foreseen { get; private init; } = [];

    /// <summary>The drawings of lots that decided something.</summary>
    public ImmutableHashSet<LotDrawn> Used { get; private init; } = [];

    /// <summary>How many ties have come up so far, in all districts that are filled together.</summary>
    public int Clock { get; init; }

    /// <summary>The rows of the drawings that served a tie.</summary>
    ImmutableHashSet<int> Spent { get; init; } = [];

    /// <summary>The drawings of lots on record for a level that served no tie yet, in their order.</summary>
    public IEnumerable<LotDrawn> Drawn(TieLevel level) => Rows(level).Select(r => Lots[r]);

    /// <summary>The same, and a drawing of lots decided something.</summary>
    public TieState Using(LotDrawn lot) => this with { Used = Used.Add(lot) };

    /// <summary>The same, with ties that will come up as the district stands.</summary>
    public TieState Foreseeing(ImmutableArray<OpenTie> ties) => ties.IsEmpty ? this : this with
    {
        Foreseen = [.. Foreseen, .. ties.Select((t, i) => t with { Order = Clock + 1 + i })],
        Clock = Clock + ties.Length,
    };

    /// <summary>Who among the tied takes the seats; fewer than the seats if the tie stays open.</summary>
    /// <param name="level">Among whom.</param>
    /// <param name="tied">The tied.</param>
    /// <param name="name">Their names.</param>
    /// <param name="seats">Seats between them, fewer than the tied.</param>
    /// <param name="rules">The law's rules, in order, with the measure of each; a drawing of lots comes last, whether the law names it or not.</param>
    /// <param name="article">The article of law.</param>
    public Broken<T> Break<T>(TieLevel level, ImmutableArray<T> tied, Func<T, string> name, int seats, IEnumerable<(TieRule Rule, Func<T, long>? Measure)> rules, string article)
    {
        var (ties, told) = (this, ImmutableArray<AllocationStep>.Empty);
        var winners = ImmutableArray<T>.Empty;
        var left = tied;
        foreach (var (rule, measure) in rules.Where(r => r.Measure is not null).Append((TieRule.Lot, null)))
        {
            var open = seats - winners.Length;
            ImmutableArray<T> found;
            (found, ties) = measure is null ? ties.Serve(level, left, name, open) : (Separate(left, measure, open), ties);
            if (!found.IsEmpty)
            {
                told = told.Add(new TieBroken(article, level, [.. left.Select(name)], [.. found.Select(name)], rule));
                winners = winners.AddRange(found);
                left = left.RemoveRange(found);
            }

            if (winners.Length == seats)
            {
                return new(winners, ties, told);
            }

            left = measure is null ? left : StillTied(left, measure, seats - winners.Length);
        }

        return new(winners, ties.Leaving(ties.Numbered(new OpenTie(level, [.. left.Select(name)], seats - winners.Length))), told);
    }

    /// <summary>The same with a tie open, numbered as it came up.</summary>
    public TieState Leaving(OpenTie tie) => this with { Open = Open.Add(tie), Clock = Math.Max(Clock, tie.Order) };

    /// <summary>A tie with the number that it has: that under which it was foreseen, or the next.</summary>
    OpenTie Numbered(OpenTie tie) => tie with { Order = Foreseen.FirstOrDefault(tie.IsSame)?.Order ?? Clock + 1 };

    /// <summary>Whom drawings on record choose among the tied.</summary>
    (ImmutableArray<T> Found, TieState Ties) Serve<T>(TieLevel level, ImmutableArray<T> tied, Func<T, string> name, int seats)
    {
        var drawn = Rows(level).Select(row => (Row: row, Index: IndexOf(tied, name, Lots[row].Winner))).Where(d => d.Index >= 0).DistinctBy(d => d.Index).Take(seats).ToList();
        return drawn.Count == 0
            ? ([], this)
            : ([.. drawn.Select(d => tied[d.Index])], this with { Used = Used.Union(drawn.Select(d => Lots[d.Row])), Spent = Spent.Union(drawn.Select(d => d.Row)) });
    }

    IEnumerable<int> Rows(TieLevel level) =>
        Lots.Index().Where(l => l.Item.District == District && l.Item.Level == level && !Spent.Contains(l.Index)).Select(l => l.Index);

    static ImmutableArray<T> Separate<T>(ImmutableArray<T> tied, Func<T, long> measure, int seats)
    {
        var ranked = tied.OrderByDescending(measure).ToList();
        var boundary = measure(ranked[seats - 1]);
        return measure(ranked[seats]) < boundary
            ? [.. ranked.Take(seats)]
            : [.. ranked.Where(t => measure(t) > boundary)];
    }

    static ImmutableArray<T> StillTied<T>(ImmutableArray<T> left, Func<T, long> measure, int seats)
    {
        var boundary = measure(left.OrderByDescending(measure).ElementAt(seats - 1));
        return [.. left.Where(t => measure(t) == boundary)];
    }

    static int IndexOf<T>(ImmutableArray<T> tied, Func<T, string> name, string winner) =>
        tied.Select(name).ToList().FindIndex(n => FoldedName.Of(n) == FoldedName.Of(winner));
}

/// <summary>What came of a tie.</summary>
/// <param name="Winners">Who takes the seats; fewer than they are if the tie stays open.</param>
/// <param name="Ties">The ties of the district then.</param>
/// <param name="Told">How it was broken, as far as it was.</param>
readonly record struct Broken<T>(ImmutableArray<T> Winners, TieState Ties, ImmutableArray<AllocationStep> Told);
