using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Urna.Model;

namespace Urna.Allocate;

/// <summary>A district while its seats are filled: first among lists, then down to persons.</summary>
/// <remarks>Between the two, steps that look at several districts may change which lists take part and how many seats they have.</remarks>
sealed class DistrictDraft
{
    readonly HolderTree tree;
    readonly long[][] votes;
    readonly List<AllocationStep> steps = [];
    readonly List<Seat> elected = [];
    readonly bool exhaustible;

    /// <summary>Lays out a district.</summary>
    /// <param name="district">The district's votes.</param>
    /// <param name="sharing">The steps, each sharing the seats of the one before.</param>
    /// <param name="ties">Breaks ties.</param>
    public DistrictDraft(DistrictVotes district, ImmutableArray<SharingStep> sharing, TieBreaker ties)
        : this(district, sharing, ties, district.Tree([.. sharing.Select(s => s.Holders)]), exhaustible: true)
    {
    }

    DistrictDraft(DistrictVotes district, ImmutableArray<SharingStep> sharing, TieBreaker ties, HolderTree tree, bool exhaustible)
    {
        District = district;
        Sharing = sharing;
        Ties = ties;
        this.exhaustible = exhaustible;
        this.tree = tree;
        votes = [.. tree.Levels.Select(l => new long[l.Names.Length])];
        tree.Sum([.. district.Votes.Select(v => v.Votes)], votes);
        Lists = sharing.IsEmpty ? [] : Claimants(0, 0..tree.Levels[0].Names.Length);
        Held = new int[Lists.Length];
        Barred = new bool[Lists.Length];
        Seats = district.Seats;
    }

    /// <summary>The district's votes.</summary>
    public DistrictVotes District { get; }

    /// <summary>The sharing steps of the law for this district.</summary>
    public ImmutableArray<SharingStep> Sharing { get; }

    /// <summary>Breaks ties.</summary>
    public TieBreaker Ties { get; }

    /// <summary>The holders of the first sharing, most votes first.</summary>
    public ImmutableArray<Claimant> Lists { get; }

    /// <summary>Seats by list; overwritten by the sharing and by steps that look at several districts.</summary>
    public int[] Held { get; }

    /// <summary>Lists that take no part in the sharing, because they did not reach a threshold.</summary>
    public bool[] Barred { get; }

    /// <summary>Seats to fill.</summary>
    public int Seats { get; set; }

    /// <summary>Whether the first sharing is already done by another step.</summary>
    public bool IsShared { get; set; }

    /// <summary>Whether each list's margins follow from this district's sharing alone.</summary>
    public bool HasOwnMargins { get; set; } = true;

    /// <summary>What was done, in order.</summary>
    public ICollection<AllocationStep> Steps => steps;

    /// <summary>A line of the ballot behind a list.</summary>
    public Candidacy FirstLine(int list) => District.Votes[tree.Levels[0].Lines[Lists[list].Holder][0]].Candidacy;

    /// <summary>The lines of the ballot behind a list, with their votes.</summary>
    public IEnumerable<CandidacyVotes> Lines(int list) => tree.Levels[0].Lines[Lists[list].Holder].Select(l => District.Votes[l]);

    /// <summary>Shares the seats among the lists that take part.</summary>
    public void ShareAmongLists()
    {
        if (Sharing.IsEmpty || IsShared)
        {
            return;
        }

        ImmutableArray<int> open = [.. Enumerable.Range(0, Lists.Length).Where(i => !Barred[i])];
        var held = Share(Sharing[0], [.. open.Select(i => Lists[i])], Seats, "", new Sharing { WithinVotes = Lists.Sum(l => l.Votes) });
        for (var i = 0; i < open.Length; i++)
        {
            Held[open[i]] = held[i];
        }
    }

    /// <summary>Shares each list's seats down to persons, and gives the account of the district.</summary>
    public DistrictAllocation Fill()
    {
        var quotient = LastQuotient(Sharing.IsEmpty ? null : Sharing[0], Lists, Held);
        for (var i = 0; i < Lists.Length; i++)
        {
            Descend(0, Lists[i], Held[i], quotient);
        }

        return new DistrictAllocation(District.District, Seats, Standings(), WithExhaustion(), Ties.Open, [.. steps], []);
    }

    /// <summary>How the law breaks ties between holders.</summary>
    internal static IEnumerable<(TieRule, Func<int, long>?)> TieRules(SharingStep step, ImmutableArray<Claimant> holders, Func<int, long> personalVotes) =>
        step.Ties.Select(rule => (rule, rule switch
        {
            TieRule.MostVotes => i => holders[i].Votes,
            TieRule.MostPersonalVotes => personalVotes,
            _ => (Func<int, long>?)null,
        }));

    /// <summary>The holders of a range, most votes first; equals stay in the order of the ballot.</summary>
    ImmutableArray<Claimant> Claimants(int level, Range range)
    {
        var holders = tree.Levels[level];
        var (start, count) = range.GetOffsetAndLength(holders.Names.Length);
        var claimants = new Claimant[count];
        for (var i = 0; i < count; i++)
        {
            var h = start + i;
            claimants[i] = new Claimant(holders.Names[h], votes[level][h], exhaustible ? holders.Capacities[h] : int.MaxValue, h, holders.Positions[h]);
        }

        claimants.AsSpan().Sort((a, b) => a.Votes == b.Votes ? a.Holder.CompareTo(b.Holder) : b.Votes.CompareTo(a.Votes));
        return ImmutableCollectionsMarshal.AsImmutableArray(claimants);
    }

    /// <summary>Shares a holder's seats among those within it, or seats it.</summary>
    void Descend(int level, Claimant holder, int seats, (long Votes, Divisor Divisor) quotient)
    {
        if (seats == 0)
        {
            return;
        }

        if (level + 1 == Sharing.Length)
        {
            Seat(level, holder, seats);
            return;
        }

        var step = Sharing[level + 1];
        var holders = Claimants(level + 1, tree.Within(level, holder.Holder));
        var held = Share(step, holders, seats, holder.Name, new Sharing
        {
            IsWithin = true,
            WithinVotes = holder.Votes,
            QuotientVotes = quotient.Votes,
            QuotientDivisor = quotient.Divisor,
        });
        var last = LastQuotient(step, holders, held);
        for (var i = 0; i < holders.Length; i++)
        {
            Descend(level + 1, holders[i], held[i], last.Votes > 0 ? last : quotient);
        }
    }

    int[] Share(SharingStep step, ImmutableArray<Claimant> holders, int seats, string within, Sharing context)
    {
        if (step is MostVotesStep { OfEachSex: > 0 } each)
        {
            return ShareBySex(each, holders, within, context);
        }

        if (step is MajorityStep majority && !holders.IsEmpty)
        {
            var total = holders.Sum(h => h.Votes);
            steps.Add(new MajorityChecked(
                step.Article, holders[0].Name, holders[0].Votes, total, majority.Numerator, majority.Denominator, majority.Inclusive, majority.IsReachedBy(holders[0].Votes, total)));
        }

        var shared = SharedSeats.By(step, holders, seats, context);
        steps.AddRange(StepTrace.Of(step, holders, shared, seats, within));
        Break(step, holders, shared);
        if (step is not (MajorityStep or EachStep) && seats - shared.Held.Sum() is var vacant && vacant > 0 && shared.Left == 0)
        {
            steps.Add(new SeatsVacant(step.Article, step.Holders, within, vacant));
        }

        return shared.Held;
    }

    /// <summary>Gives the seats of a tie to those who win it.</summary>
    void Break(SharingStep step, ImmutableArray<Claimant> holders, SharedSeats shared)
    {
        if (shared.Left == 0)
        {
            return;
        }

        var winners = Ties.Winners(
            step.Holders.ToString().ToLowerInvariant(),
            shared.Tied,
            i => holders[i].Name,
            shared.Left,
            TieRules(step, holders, i => PersonalVotesAfter(step.Holders, holders[i], shared.Held[i])),
            step.Article,
            steps);
        foreach (var winner in winners)
        {
            shared.Held[winner]++;
        }
    }

    /// <summary>The personal votes of the candidacy that would take the seat after some others of its holder.</summary>
    long PersonalVotesAfter(Holder kind, Claimant holder, int held) =>
        tree.Levels[Sharing.Select(s => s.Holders).ToList().IndexOf(kind)].Lines[holder.Holder].Select(l => District.Votes[l])
            .Where(m => m.Candidacy.Kind != CandidacyKind.ListVote).Select(m => m.Votes).OrderDescending().Skip(held).FirstOrDefault();

    int[] ShareBySex(MostVotesStep step, ImmutableArray<Claimant> holders, string within, Sharing context)
    {
        var level = tree.Levels[Sharing.IndexOf(step)];
        var held = new int[holders.Length];
        foreach (var sex in new[] { Sex.Female, Sex.Male })
        {
            var own = Enumerable.Range(0, holders.Length).Where(i => District.Votes[level.Lines[holders[i].Holder][0]].Candidacy.Sex == sex).ToList();
            var some = own.Select(i => holders[i]).ToImmutableArray();
            var shared = SharedSeats.By(step, some, step.OfEachSex, context);
            steps.AddRange(StepTrace.Of(step, some, shared, step.OfEachSex, within));
            Break(step, some, shared);
            for (var i = 0; i < own.Count; i++)
            {
                held[own[i]] = shared.Held[i];
            }
        }

        return held;
    }

    static (long Votes, Divisor Divisor) LastQuotient(SharingStep? step, ImmutableArray<Claimant> holders, int[] held) =>
        step is HighestAveragesStep averages ? averages.LastQuotient([.. holders.Select(h => h.Votes)], held) : (0, new(1));

    /// <summary>Seats a holder that is not shared further; a line without a person stands for each seat it wins.</summary>
    void Seat(int level, Claimant holder, int seats)
    {
        var line = tree.Levels[level].Lines[holder.Holder].Select(l => District.Votes[l]).MaxBy(m => m.Votes)!;
        var basis = Sharing.Any(s => s.Basis == Basis.Quotient) && Sharing[level].Basis == Basis.MostVotes ? Basis.Quotient : Sharing[level].Basis;
        var drawn = Ties.Used.Count > 0 && steps.OfType<TieBroken>().Any(t => t is { By: TieRule.Lot, Level: "candidate" } && t.Winners.Contains(holder.Name));
        elected.AddRange(Enumerable.Repeat(new Seat(line.Candidacy, line.Votes, drawn ? Basis.Lot : basis), seats));
    }

    /// <summary>Marks the persons who hold a seat only because others had no candidacy left.</summary>
    ImmutableArray<Seat> WithExhaustion()
    {
        // Where other districts have a say, what the lists would have had without limits is not this district's alone.
        if (!HasOwnMargins || !steps.OfType<SeatByQuotient>().Any(s => !s.Passed.IsEmpty))
        {
            return [.. elected];
        }

        var unlimited = new DistrictDraft(District, Sharing, new TieBreaker(District.District, []), tree, exhaustible: false) { Seats = Seats };
        Barred.CopyTo(unlimited.Barred, 0);
        unlimited.ShareAmongLists();
        unlimited.Fill();
        var anyway = unlimited.elected.Select(s => s.Candidacy.Choice).ToHashSet();
        return [.. elected.Select(s => s.Basis == Basis.Quotient && !anyway.Contains(s.Candidacy.Choice) ? s with { Basis = Basis.Exhaustion } : s)];
    }

    ImmutableArray<ListStanding> Standings()
    {
        if (!exhaustible)
        {
            return [];
        }

        var margins = HasOwnMargins && !Barred.Contains(true) ? Margins.Of(Sharing[0], Lists, Seats) : new (long?, long?)[Lists.Length];
        return
        [
            .. Enumerable.Range(0, Lists.Length).GroupBy(i => FirstLine(i).ListName).Select(list => new ListStanding(
                list.Key,
                list.Sum(i => Lists[i].Votes),
                list.Sum(i => Held[i]),
                list.Min(i => margins[i].Item1),
                list.Min(i => margins[i].Item2))).OrderByDescending(l => l.Votes),
        ];
    }
}
