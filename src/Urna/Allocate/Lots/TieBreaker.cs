using System.Collections.Immutable;
using Urna.Allocate.Account;
using Urna.Allocate.Steps;
using Urna.Model;

namespace Urna.Allocate.Lots;

/// <summary>Numbers the ties of districts that are filled together, in the order in which they come up.</summary>
sealed class TieClock
{
    int last;

    /// <summary>The next number, from 1.</summary>
    public int Next() => ++last;
}

/// <summary>Breaks ties by the law's rules, in their order, and last by the lots on record.</summary>
/// <param name="district">The district.</param>
/// <param name="lots">The lots on record.</param>
/// <remarks>Each drawing serves one tie only, in the order in which they are recorded: a later tie of the same names was not drawn yet.</remarks>
sealed class TieBreaker(string district, ImmutableArray<LotDrawn> lots)
{
    readonly HashSet<int> spent = [];
    readonly List<OpenTie> open = [];
    ImmutableArray<OpenTie> foreseen = [];
    readonly HashSet<LotDrawn> used = [];

    /// <summary>The drawings of lots on record, for all districts.</summary>
    public ImmutableArray<LotDrawn> Lots => lots;

    /// <summary>Numbers ties in the order in which they come up; shared by all districts that are filled together.</summary>
    public TieClock Clock { get; init; } = new();

    /// <summary>The ties that stay open.</summary>
    public ImmutableArray<OpenTie> Open => [.. open];

    /// <summary>The drawings of lots that decided something.</summary>
    public IReadOnlySet<LotDrawn> Used => used;

    /// <summary>The drawings of lots on record for a level that served no tie yet, in their order.</summary>
    public IEnumerable<LotDrawn> Drawn(TieLevel level) =>
        lots.Index().Where(l => l.Item.District == district && l.Item.Level == level && !spent.Contains(l.Index)).Select(l => l.Item);

    /// <summary>Notes that a drawing of lots decided something.</summary>
    public void Use(LotDrawn lot) => used.Add(lot);

    /// <summary>Leaves a tie open.</summary>
    public void Leave(OpenTie tie) => open.Add(tie);

    /// <summary>Notes ties that will come up as the district stands, and on which steps before them look already.</summary>
    public void Foresee(ImmutableArray<OpenTie> ties) => foreseen = [.. foreseen, .. ties.Select(t => t with { Order = Clock.Next() })];

    /// <summary>Who among the tied takes the seats; fewer than the seats if the tie stays open.</summary>
    /// <param name="level">Among whom.</param>
    /// <param name="tied">The tied.</param>
    /// <param name="name">Their names.</param>
    /// <param name="seats">Seats between them, fewer than the tied.</param>
    /// <param name="rules">The law's rules, in order, with the measure of each; a drawing of lots comes last, whether the law names it or not.</param>
    /// <param name="article">The article of law.</param>
    /// <param name="steps">Where what was done is written.</param>
    public ImmutableArray<T> Winners<T>(
        TieLevel level,
        ImmutableArray<T> tied,
        Func<T, string> name,
        int seats,
        IEnumerable<(TieRule Rule, Func<T, long>? Measure)> rules,
        string article,
        ICollection<AllocationStep> steps)
    {
        var winners = ImmutableArray<T>.Empty;
        var left = tied;
        foreach (var (rule, measure) in rules.Where(r => r.Measure is not null).Append((TieRule.Lot, null)))
        {
            var found = measure is null ? Drawn(level, left, name, seats - winners.Length) : Separate(left, measure, seats - winners.Length);
            if (!found.IsEmpty)
            {
                steps.Add(new TieBroken(article, level, [.. left.Select(name)], [.. found.Select(name)], rule));
                winners = winners.AddRange(found);
                left = left.RemoveRange(found);
            }

            if (winners.Length == seats)
            {
                return winners;
            }

            left = measure is null ? left : StillTied(left, measure, seats - winners.Length);
        }

        var tie = new OpenTie(level, [.. left.Select(name)], seats - winners.Length);
        open.Add(tie with { Order = foreseen.FirstOrDefault(tie.IsSame)?.Order ?? Clock.Next() });
        return winners;
    }

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

    ImmutableArray<T> Drawn<T>(TieLevel level, ImmutableArray<T> tied, Func<T, string> name, int seats)
    {
        var drawn = lots.Index().Where(l => l.Item.District == district && l.Item.Level == level && !spent.Contains(l.Index))
            .Select(l => (Lot: l.Item, Row: l.Index, Index: IndexOf(tied, name, l.Item.Winner)))
            .Where(d => d.Index >= 0).DistinctBy(d => d.Index).Take(seats).ToList();
        used.UnionWith(drawn.Select(d => d.Lot));
        spent.UnionWith(drawn.Select(d => d.Row));
        return [.. drawn.Select(d => tied[d.Index])];
    }

    static int IndexOf<T>(ImmutableArray<T> tied, Func<T, string> name, string winner) =>
        tied.Select(name).ToList().FindIndex(n => FoldedName.Of(n) == FoldedName.Of(winner));
}
