using System.Collections.Immutable;

namespace Urna.Power;

/// <summary>Who can decide what in a chamber, under one quorum.</summary>
/// <param name="Chamber">The chamber.</param>
/// <param name="Quorum">The quorum; null where only a number of seats was asked for.</param>
/// <param name="Game">The decision.</param>
/// <param name="Members">The power of each bloc, in the chamber's order.</param>
/// <param name="Minimal">The minimal winning coalitions.</param>
/// <param name="Connected">The minimal connected winning coalitions; null where no order from left to right is known.</param>
public sealed record ChamberPower(
    Chamber Chamber,
    Quorum? Quorum,
    WeightedGame Game,
    ImmutableArray<MemberPower> Members,
    MinimalCoalitions Minimal,
    ImmutableArray<ImmutableArray<int>>? Connected)
{
    /// <summary>Power where a number of seats decides.</summary>
    /// <param name="chamber">The chamber.</param>
    /// <param name="quota">The seats that a decision needs, ≥ 1.</param>
    /// <param name="mostCoalitions">Coalitions to list at most.</param>
    /// <param name="order">Blocs from left to right; null for their positions, where each has one.</param>
    public static ChamberPower Of(Chamber chamber, int quota, int mostCoalitions, ImmutableArray<int>? order = null)
    {
        var game = new WeightedGame(chamber.Blocs, quota);
        var known = order ?? ConnectedCoalitions.ByPosition(chamber.Blocs);
        return new ChamberPower(
            chamber, null, game, PowerIndex.Of(game), MinimalCoalitions.Of(game, mostCoalitions), known is { } o ? ConnectedCoalitions.Of(game, o) : null);
    }

    /// <summary>Power under each quorum, computed once for each number of seats.</summary>
    /// <param name="chamber">The chamber.</param>
    /// <param name="quorums">The quorums, each of the members in office.</param>
    /// <param name="mostCoalitions">Coalitions to list at most.</param>
    /// <param name="order">Blocs from left to right; null for their positions, where each has one.</param>
    public static ImmutableArray<ChamberPower> Of(Chamber chamber, ImmutableArray<Quorum> quorums, int mostCoalitions, ImmutableArray<int>? order = null)
    {
        var known = new Dictionary<int, ChamberPower>();
        var all = ImmutableArray.CreateBuilder<ChamberPower>();
        foreach (var quorum in quorums)
        {
            var quota = Math.Max(1, quorum.Needed(chamber.Seats));
            if (!known.TryGetValue(quota, out var power))
            {
                known.Add(quota, power = Of(chamber, quota, mostCoalitions, order));
            }

            all.Add(power with { Quorum = quorum });
        }

        return all.ToImmutable();
    }
}
