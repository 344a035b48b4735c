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
    /// <summary>Gives each district its seats.</summary>
    public static void Apply(DistrictSeatsStep step, ContestDraft contest)
    {
        var districts = contest.For(step);
        if (districts.Any(d => d.BaseOf(step.Of) is null))
        {
            ContestDraft.Lack(step.Method is null ? districts.Where(d => d.BaseOf(step.Of) is null) : districts, MissingVotes.OfBase(step.Of));
            if (step.Method is not null)
            {
                return;
            }
        }

        districts = [.. districts.Where(d => d.Missing.Count == 0)];
        if (districts.IsEmpty)
        {
            return;
        }

        var seats = step.Method is null ? [.. districts.Select(d => SeatsOf(step, d.BaseOf(step.Of)!.Value))] : Shared(step, contest, districts);
        for (var i = 0; i < districts.Length; i++)
        {
            districts[i].Seats = seats[i];
            districts[i].HasOwnMargins &= step.Of == VoteBase.Registered;
            districts[i].Steps.Add(new DistrictSized(step.Article, districts[i].District.District, districts[i].BaseOf(step.Of)!.Value, seats[i]));
        }
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

    static int[] Shared(DistrictSeatsStep step, ContestDraft contest, ImmutableArray<DistrictDraft> districts)
    {
        var keeper = contest.National ?? districts[0];
        var all = step.Seats ?? contest.National?.Seats ?? 0;
        var method = step.Method is HighestAveragesStep averages ? averages with { Minimum = step.Minimum } : step.Method!;
        var (held, _) = TierSharing.Share(
            keeper, method, TieLevel.District, contest.National is not null, [.. districts.Select(d => new TierHolder(d.District.District, d.BaseOf(step.Of)!.Value))], all);
        if (contest.National is { } rest && step.Seats is null)
        {
            // Seats that the law does not state are those of the tier; they are the districts' now, also where a tie leaves one open.
            rest.Seats = 0;
        }

        return held;
    }
}
