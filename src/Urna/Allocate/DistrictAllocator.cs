using System.Collections.Immutable;
using Urna.Model;

namespace Urna.Allocate;

/// <summary>Fills the seats of one district by the sharing steps of a law.</summary>
sealed class DistrictAllocator
{
    readonly DistrictVotes district;
    readonly ImmutableArray<SharingStep> sharing;
    readonly TieBreaker ties;
    readonly bool exhaustible;
    readonly List<AllocationStep> steps = [];
    readonly List<Seat> elected = [];
    readonly Dictionary<string, int> listSeats = [];

    DistrictAllocator(DistrictVotes district, ImmutableArray<SharingStep> sharing, TieBreaker ties, bool exhaustible)
    {
        this.district = district;
        this.sharing = sharing;
        this.ties = ties;
        this.exhaustible = exhaustible;
    }

    /// <summary>Fills the seats, list by list down to the persons.</summary>
    /// <param name="district">The district's votes.</param>
    /// <param name="sharing">The steps, each sharing the seats of the one before.</param>
    /// <param name="ties">Breaks ties.</param>
    public static DistrictAllocation Allocate(DistrictVotes district, ImmutableArray<SharingStep> sharing, TieBreaker ties)
    {
        var allocator = new DistrictAllocator(district, sharing, ties, exhaustible: true);
        allocator.ShareOut(0, district.Votes, district.Seats, "");
        return new DistrictAllocation(
            district.District, district.Seats, allocator.Standings(), allocator.WithExhaustion(), ties.Open, [.. allocator.steps], []);
    }

    /// <summary>Shares seats at one depth, then those of each holder among its own.</summary>
    void ShareOut(int depth, ImmutableArray<CandidacyVotes> members, int seats, string within)
    {
        var step = sharing[depth];
        var holders = Claimant.Among(members, step.Holders, exhaustible);
        var held = Share(step, holders, seats, within);
        for (var i = 0; i < holders.Length; i++)
        {
            if (held[i] == 0)
            {
                continue;
            }

            if (depth == 0)
            {
                var list = holders[i].Members[0].Candidacy.ListName;
                listSeats[list] = listSeats.GetValueOrDefault(list) + held[i];
            }

            if (depth + 1 < sharing.Length)
            {
                ShareOut(depth + 1, holders[i].Members, held[i], holders[i].Name);
            }
            else
            {
                Seat(step, holders[i], held[i]);
            }
        }
    }

    int[] Share(SharingStep step, ImmutableArray<Claimant> holders, int seats, string within)
    {
        if (step is MostVotesStep { OfEachSex: > 0 } each)
        {
            return ShareBySex(each, holders, within);
        }

        if (step is MajorityStep majority && !holders.IsEmpty)
        {
            var total = holders.Sum(h => h.Votes);
            steps.Add(new MajorityChecked(
                step.Article, holders[0].Name, holders[0].Votes, total, majority.Numerator, majority.Denominator, majority.Inclusive, SharedSeats.Reaches(majority, holders[0].Votes, total)));
        }

        var shared = SharedSeats.By(step, [.. holders.Select(h => h.Votes)], [.. holders.Select(h => h.Capacity)], seats);
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

        var winners = ties.Winners(
            step.Holders.ToString().ToLowerInvariant(), shared.Tied, i => holders[i].Name, shared.Left, Rules(step, holders, shared.Held), step.Article, steps);
        foreach (var winner in winners)
        {
            shared.Held[winner]++;
        }
    }

    internal static IEnumerable<(TieRule, Func<int, long>?)> Rules(SharingStep step, ImmutableArray<Claimant> holders, int[] held) =>
        step.Ties.Select(rule => (rule, rule switch
        {
            TieRule.MostVotes => i => holders[i].Votes,
            TieRule.MostPersonalVotes => i => holders[i].PersonalVotesAfter(held[i]),
            _ => (Func<int, long>?)null,
        }));

    int[] ShareBySex(MostVotesStep step, ImmutableArray<Claimant> holders, string within)
    {
        var held = new int[holders.Length];
        foreach (var sex in new[] { Sex.Female, Sex.Male })
        {
            var own = Enumerable.Range(0, holders.Length).Where(i => holders[i].Members[0].Candidacy.Sex == sex).ToList();
            var some = own.Select(i => holders[i]).ToImmutableArray();
            var shared = SharedSeats.By(step, [.. some.Select(h => h.Votes)], [.. some.Select(h => h.Capacity)], step.OfEachSex);
            steps.AddRange(StepTrace.Of(step, some, shared, step.OfEachSex, within));
            Break(step, some, shared);
            for (var i = 0; i < own.Count; i++)
            {
                held[own[i]] = shared.Held[i];
            }
        }

        return held;
    }

    /// <summary>Seats a holder that is not shared further; a line without a person stands for each seat it wins.</summary>
    void Seat(SharingStep step, Claimant holder, int held)
    {
        var line = holder.Members.OrderByDescending(m => m.Votes).First();
        var basis = step switch
        {
            MajorityStep => Basis.Majority,
            MostVotesStep { Reserved: true } => Basis.Reserved,
            _ when sharing.Any(s => s is HighestAveragesStep) => Basis.Quotient,
            _ => Basis.MostVotes,
        };
        var drawn = steps.OfType<TieBroken>().Any(t => t is { By: TieRule.Lot, Level: "candidate" } && t.Winners.Contains(holder.Name));
        elected.AddRange(Enumerable.Repeat(new Seat(line.Candidacy, line.Votes, drawn ? Basis.Lot : basis), held));
    }

    /// <summary>Marks the persons who hold a seat only because others had no candidacy left.</summary>
    ImmutableArray<Seat> WithExhaustion()
    {
        if (!sharing.Any(s => s is HighestAveragesStep) || !steps.OfType<SeatByQuotient>().Any(s => !s.Passed.IsEmpty))
        {
            return [.. elected];
        }

        var unlimited = new DistrictAllocator(district, sharing, new TieBreaker(district.District, []), exhaustible: false);
        unlimited.ShareOut(0, district.Votes, district.Seats, "");
        var anyway = unlimited.elected.Select(s => s.Candidacy.Choice).ToHashSet();
        return [.. elected.Select(s => s.Basis == Basis.Quotient && !anyway.Contains(s.Candidacy.Choice) ? s with { Basis = Basis.Exhaustion } : s)];
    }

    ImmutableArray<ListStanding> Standings()
    {
        var step = sharing[0];
        var holders = Claimant.Among(district.Votes, step.Holders, exhaustible: true);
        return
        [
            .. Enumerable.Range(0, holders.Length).GroupBy(i => holders[i].Members[0].Candidacy.ListName).Select(list => new ListStanding(
                list.Key,
                list.Sum(i => holders[i].Votes),
                listSeats.GetValueOrDefault(list.Key),
                list.Min(i => Margins.ToGain(step, holders, district.Seats, i)),
                list.Min(i => Margins.ToLose(step, holders, district.Seats, i)))).OrderByDescending(l => l.Votes),
        ];
    }
}
