using System.Collections.Immutable;
using Urna.Model;

namespace Urna.Allocate;

/// <summary>A size up to which a district has so many seats.</summary>
/// <param name="UpTo">The largest size; null for all larger ones.</param>
/// <param name="Seats">Its seats, ≥ 1.</param>
public sealed record SeatsBySize(long? UpTo, int Seats);

/// <summary>How many seats each district has, by its votes or its roll.</summary>
/// <param name="Of">What a district's size is measured by.</param>
/// <remarks>One of <see cref="Method"/>, <see cref="Per"/> and <see cref="Sizes"/> says how.</remarks>
public sealed record DistrictSeatsStep(VoteBase Of) : ContestStep
{
    /// <summary>Shares a fixed number of seats among the districts; null where the house has no fixed size.</summary>
    public SharingStep? Method { get; init; }

    /// <summary>The seats to share; null for those of the tier <c>*</c>.</summary>
    public int? Seats { get; init; }

    /// <summary>Seats of every district beforehand, counted in its share.</summary>
    public int Minimum { get; init; }

    /// <summary>The size that gives one seat; null unless seats follow from it.</summary>
    public long? Per { get; init; }

    /// <summary>What becomes of a part of a seat.</summary>
    public QuotaRounding Rounding { get; init; } = QuotaRounding.Down;

    /// <summary>Seats by size, ascending; empty unless the law has such a table.</summary>
    public ImmutableArray<SeatsBySize> Sizes { get; init; } = [];

    /// <inheritdoc/>
    internal override bool JoinsDistricts => Method is not null;

    /// <inheritdoc/>
    internal override void Apply(ContestDraft contest)
    {
        var districts = contest.For(this);
        if (districts.Any(d => d.BaseOf(Of) is null))
        {
            ContestDraft.Lack(Method is null ? districts.Where(d => d.BaseOf(Of) is null) : districts, MissingVotes.OfBase(Of));
            if (Method is not null)
            {
                return;
            }
        }

        districts = [.. districts.Where(d => d.Missing.Count == 0)];
        if (districts.IsEmpty)
        {
            return;
        }

        var seats = Method is null ? [.. districts.Select(d => SeatsOf(d.BaseOf(Of)!.Value))] : Shared(contest, districts);
        for (var i = 0; i < districts.Length; i++)
        {
            districts[i].Seats = seats[i];
            districts[i].HasOwnMargins &= Of == VoteBase.Registered;
            districts[i].Steps.Add(new DistrictSized(Article, districts[i].District.District, districts[i].BaseOf(Of)!.Value, seats[i]));
        }
    }

    int SeatsOf(long size)
    {
        if (Per is { } per)
        {
            var seats = Rounding switch
            {
                QuotaRounding.Up => (size / per) + (size % per > 0 ? 1 : 0),
                QuotaRounding.Nearest => (size / per) + (size % per >= per - (size % per) ? 1 : 0),
                _ => size / per,
            };
            return (int)Math.Min(int.MaxValue, Math.Max(Minimum, seats));
        }

        return (Sizes.FirstOrDefault(s => s.UpTo is null || size <= s.UpTo) ?? Sizes[^1]).Seats;
    }

    int[] Shared(ContestDraft contest, ImmutableArray<DistrictDraft> districts)
    {
        var keeper = contest.National ?? districts[0];
        var all = Seats ?? contest.National?.Seats ?? 0;
        var method = Method is HighestAveragesStep averages ? averages with { Minimum = Minimum } : Method!;
        var (held, _) = TierSharing.Share(
            keeper, method, TieLevel.District, contest.National is not null, [.. districts.Select(d => new TierHolder(d.District.District, d.BaseOf(Of)!.Value))], all);
        if (contest.National is { } rest && Seats is null)
        {
            // Seats that the law does not state are those of the tier; they are the districts' now, also where a tie leaves one open.
            rest.Seats = 0;
        }

        return held;
    }
}
