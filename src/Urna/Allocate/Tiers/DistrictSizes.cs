using System.Collections.Immutable;
using Urna.Allocate.Account;
using Urna.Allocate.Filling;
using Urna.Allocate.Methods;
using Urna.Allocate.Steps;
using Urna.Allocate.Votes;
using Urna.Model;

namespace Urna.Allocate.Tiers;

/// <summary>Works out how many seats each district has.</summary>
static class DistrictSizes
{
    /// <summary>The contest with the seats of each district that the step is for.</summary>
    public static ContestState Take(DistrictSeatsStep step, ContestState contest)
    {
        var frame = contest.Frame;
        ImmutableArray<int> unknown = [.. frame.For(step).Where(i => SizeOf(i) is null)];
        if (!unknown.IsEmpty)
        {
            contest = contest.Lacking(step.Method is null ? unknown : frame.For(step), MissingVotes.OfBase(step.Of));
        }

        ImmutableArray<int> districts = unknown.IsEmpty || step.Method is null ? [.. frame.For(step).Where(i => contest[i].Missing.IsEmpty)] : [];
        if (districts.IsEmpty)
        {
            return contest;
        }

        ImmutableArray<int> seats;
        (seats, contest) = step.Method is null ? ([.. districts.Select(i => SeatsOf(step, SizeOf(i)!.Value))], contest) : Shared(step, contest, districts);
        for (var i = 0; i < districts.Length; i++)
        {
            var (own, size) = (seats[i], SizeOf(districts[i])!.Value);
            contest = contest.Let(districts[i], d => (d with { Seats = own, HasOwnMargins = d.HasOwnMargins && step.Of == VoteBase.Registered }).Tell(new DistrictSized(step.Article, d.Name, size, own)));
        }

        return contest;

        long? SizeOf(int district) => frame.All[district].BaseOf(step.Of);
    }

    static int SeatsOf(DistrictSeatsStep step, long size)
    {
        if (step.Per is { } per)
        {
            var seats = step.Rounding switch
            {
                QuotaRounding.Up => (size / per) + (size % per > 0 ? 1 : 0),
                QuotaRounding.Nearest => (size / per) + (size % per >= per - (size % per) ? 1 : 0),
                _ => size / per,
            };
            return (int)Math.Min(int.MaxValue, Math.Max(step.Minimum, seats));
        }

        return (step.Sizes.FirstOrDefault(s => s.UpTo is null || size <= s.UpTo) ?? step.Sizes[^1]).Seats;
    }

    /// <summary>Shares the seats of the house; ties and account are kept by the tier above all, or by the first district.</summary>
    static (ImmutableArray<int> Seats, ContestState State) Shared(DistrictSeatsStep step, ContestState contest, ImmutableArray<int> districts)
    {
        var keeper = contest.Frame.National ?? districts[0];
        var all = step.Seats ?? contest.National?.Seats ?? 0;
        var method = step.Method is HighestAveragesStep averages ? averages with { Minimum = step.Minimum } : step.Method!;
        ImmutableArray<TierHolder> holders = [.. districts.Select(i => contest.Frame.All[i]).Select(d => new TierHolder(d.Name, d.BaseOf(step.Of)!.Value))];
        var (held, _, kept) = TierSharing.Share(contest[keeper], new(method, TieLevel.District, contest.Frame.National is not null, holders, all));

        // Seats that the law does not state are those of the tier; they are the districts' now, also where a tie leaves one open.
        return ([.. held], contest.With(keeper, contest.Frame.National is not null && step.Seats is null ? kept with { Seats = 0 } : kept));
    }
}
