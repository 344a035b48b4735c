using System.Collections.Immutable;
using Urna.Allocate.Account;
using Urna.Allocate.Lots;
using Urna.Allocate.Methods;
using Urna.Allocate.Steps;
using Urna.Model;

namespace Urna.Allocate.Filling;

/// <summary>Seats to share among holders in a district.</summary>
/// <param name="Step">The step.</param>
/// <param name="Holders">The holders, most votes first.</param>
/// <param name="Seats">Seats to fill, ≥ 0.</param>
/// <param name="Within">The list or party that won them; empty at the top.</param>
/// <param name="Context">What went before.</param>
sealed record SharingOf(SharingStep Step, ImmutableArray<Claimant> Holders, int Seats, string Within, SharingContext Context);

/// <summary>Shares seats among holders in a district, breaks ties as the law can, and tells how.</summary>
static class HolderSharing
{
    /// <summary>Seats by holder, and the district then.</summary>
    public static (int[] Held, DistrictState State) Share(DistrictState district, SharingOf own) => own.Step switch
    {
        MostVotesStep { OfEachSex: > 0 } each => BySex(district, own, each),
        ByRankStep ranks => RankSharing.Share(district, own, ranks),
        HighestAveragesStep { Exhausted: Exhaustion.NewElection } renewed when own.Holders.Any(h => h.Capacity < own.Seats) => ByRounds(district, own, renewed),
        _ => ByStep(own.Step is MajorityStep majority && !own.Holders.IsEmpty ? CheckMajority(district, majority, own) : district, own),
    };

    static (int[] Held, DistrictState State) ByStep(DistrictState district, SharingOf own)
    {
        var (step, holders, seats, within, context) = own;
        if (step.NeedsPositions && WithoutPlace(holders) is { IsEmpty: false } without)
        {
            var names = string.Join(", ", without);
            return (new int[holders.Length], district with { Missing = district.Missing.Add(LocalizedText.Say(
                "district-draft-persons.the-place-on-the-list-of", ("names", names))) });
        }

        var shared = SharedSeats.By(step, holders, seats, context);
        if (district.Frame.IsExhaustible || step is ListSurplusStep)
        {
            district = district.Tell(StepTrace.Of(step, holders, shared, seats, within, context));
        }

        district = Break(district, step, holders, shared);
        var mayLeave = step is MajorityStep or EachStep or LargestRemainderStep { Remainders: Remainders.None } or LargestRemainderStep { IsOpenEnded: true };
        return (shared.Held, !mayLeave && seats - shared.Held.Sum() is var vacant && vacant > 0 && shared.Left == 0
            ? district.Tell(new SeatsVacant(step.Article, step.Holders, within, vacant, holders.All(h => h.Votes == 0))) : district);
    }

    static (int[] Held, DistrictState State) ByRounds(DistrictState district, SharingOf own, HighestAveragesStep renewed)
    {
        var round = renewed with { Exhausted = Exhaustion.NextQuotients };
        return RenewedElection.Fill(
            renewed,
            own.Holders,
            own.Seats,
            own.Within,
            district,
            (state, some, left) => Share(state, own with { Step = round, Holders = some, Seats = left }),
            (state, told) => state.Tell(told));
    }

    static (int[] Held, DistrictState State) BySex(DistrictState district, SharingOf own, MostVotesStep step)
    {
        var level = district.Frame.Sharing.IndexOf(step);
        var held = new int[own.Holders.Length];
        foreach (var sex in new[] { Sex.Female, Sex.Male })
        {
            var some = Enumerable.Range(0, held.Length).Where(i => district.Frame.LineOf(level, own.Holders[i]).Sex == sex).ToList();
            ImmutableArray<Claimant> holders = [.. some.Select(i => own.Holders[i])];
            var shared = SharedSeats.By(step, holders, step.OfEachSex, own.Context);
            district = Break(district.Tell(StepTrace.Of(step, holders, shared, step.OfEachSex, own.Within, own.Context)), step, holders, shared);
            for (var i = 0; i < some.Count; i++)
            {
                held[some[i]] = shared.Held[i];
            }
        }

        return (held, district);
    }

    /// <summary>Tells each way to the majority that was tried, up to one that is met.</summary>
    static DistrictState CheckMajority(DistrictState district, MajorityStep step, SharingOf own)
    {
        var (total, first) = (own.Holders.Sum(h => h.Votes), own.Holders[0]);
        var second = own.Holders.Length > 1 ? own.Holders[1] : null;
        foreach (var condition in step.AnyOf)
        {
            var whole = own.Context.BaseOf(condition.Of, total);
            var isMet = condition.IsMetBy(first.Votes, second?.Votes ?? 0, whole, own.Context.Others?.Registered);
            district = district.Tell(new MajorityChecked(step.Article, first.Name, first.Votes, whole ?? total, condition.Needed, condition.Inclusive, isMet)
            {
                Of = condition.Of,
                Lead = condition.Lead,
                Second = condition.Lead is null ? null : second?.Votes ?? 0,
                OfRoll = condition.OfRoll,
                Roll = condition.OfRoll is null ? null : own.Context.Others?.Registered,
            });
            if (isMet)
            {
                break;
            }
        }

        return district;
    }

    /// <summary>Those whose place on their list is not known, or is another's as well.</summary>
    static ImmutableArray<string> WithoutPlace(ImmutableArray<Claimant> holders) =>
        holders.Length < 2 ? [] : [.. holders.Where(h => h.Position == 0 || holders.Any(o => o.Holder != h.Holder && o.Position == h.Position)).Select(h => h.Name)];

    /// <summary>Gives the seats of a tie to those who win it.</summary>
    static DistrictState Break(DistrictState district, SharingStep step, ImmutableArray<Claimant> holders, SharedSeats shared)
    {
        if (shared.Left == 0)
        {
            return district;
        }

        var (winners, broken) = BreakAmong(district, step, holders, shared.Tied, shared.Left, i => shared.Held[i]);
        foreach (var winner in winners)
        {
            shared.Held[winner]++;
        }

        return broken;
    }

    /// <summary>Who of tied holders wins, by the law's rules.</summary>
    /// <param name="district">The district.</param>
    /// <param name="step">The step.</param>
    /// <param name="holders">All holders.</param>
    /// <param name="tied">The numbers of the tied.</param>
    /// <param name="seats">Seats between them.</param>
    /// <param name="held">The seats that each of them holds already.</param>
    public static (ImmutableArray<int> Winners, DistrictState State) BreakAmong(
        DistrictState district, SharingStep step, ImmutableArray<Claimant> holders, ImmutableArray<int> tied, int seats, Func<int, int> held)
    {
        var (frame, level) = (district.Frame, district.Frame.LevelOf(step.Holders));
        return district.Break(
            TieMeasures.LevelOf(step.Holders),
            tied,
            TieNames.Of(tied, i => holders[i].Name, i => frame.LineOf(level, holders[i])),
            seats,
            TieMeasures.Of(step, holders, i => frame.Next.Votes(level, holders[i].Holder, held(i)), i => frame.Next.Highest(level, holders[i].Holder)),
            step.Article);
    }
}
