using System.Numerics;
using Urna.Power;

namespace Urna.Tests.Power;

/// <summary>Minimal coalitions are all there, counted exactly, in their order.</summary>
public class MinimalCoalitionsTests
{
    [Fact]
    public void Of_AnySmallGame_AreThoseThatLoseIfAnyoneLeaves() => Games.Small.Sample(game =>
    {
        var minimal = MinimalCoalitions.Of(game, int.MaxValue);
        return minimal.Count == minimal.Listed.Length
            && minimal.Listed.Select(c => Games.SetOf(c)).Order().SequenceEqual(Games.Minimal(game).Order());
    });

    /// <summary>Fewest members first, then most seats; a shorter list is the start of a longer one.</summary>
    [Fact]
    public void Of_AnySmallGame_AreInOrder() => Gen.Select(Games.Small, Gen.Int[0, 12]).Sample((game, most) =>
    {
        var all = MinimalCoalitions.Of(game, int.MaxValue);
        var first = MinimalCoalitions.Of(game, most);
        var keys = all.Listed.Select(c => (c.Length, -c.Sum(i => game.Members[i].Seats))).ToList();
        return first.Count == all.Count
            && first.Listed.Select(c => Games.SetOf(c)).SequenceEqual(all.Listed.Take(most).Select(c => Games.SetOf(c)))
            && keys.SequenceEqual(keys.Order());
    });

    /// <summary>31 of 60 equal members: the binomial coefficient, of which the first are found at once.</summary>
    [Fact]
    public void Of_SixtyEqualMembers_CountsWhatCannotBeListed()
    {
        var minimal = MinimalCoalitions.Of(Games.Of(31, [.. Enumerable.Repeat(1, 60)]), 3);

        Assert.Equal(Games.Factorial(60) / (Games.Factorial(31) * Games.Factorial(29)), minimal.Count);
        Assert.Equal(Enumerable.Range(0, 31), minimal.Listed[0]);
        Assert.Equal(3, minimal.Listed.Length);
    }

    [Fact]
    public void Of_Chamber_NamesLargerMembersFirst()
    {
        var minimal = MinimalCoalitions.Of(Games.Of(8, 4, 5, 3, 3), 10);

        Assert.Equal(["1,0", "1,2", "1,3", "0,2,3"], minimal.Listed.Select(c => string.Join(',', c)));
    }

    [Fact]
    public void Connected_AnySmallGame_AreTheNeighboursThatNeedBothEnds() => Games.Small.Sample(game =>
    {
        var n = game.Members.Length;
        int[] order = [.. Enumerable.Range(0, n).Reverse()];
        var expected =
            from left in Enumerable.Range(0, n)
            from right in Enumerable.Range(left + 1, n - left)
            let sum = order[left..right].Sum(i => game.Members[i].Seats)
            where sum >= game.Quota && sum - game.Members[order[left]].Seats < game.Quota && sum - game.Members[order[right - 1]].Seats < game.Quota
            select string.Join(',', order[left..right]);
        return ConnectedCoalitions.Of(game, [.. order]).Select(c => string.Join(',', c)).SequenceEqual(expected);
    });

    [Fact]
    public void Connected_OrderThatLeavesSomeoneOut_IsRefused() =>
        Assert.Throws<ArgumentException>(() => ConnectedCoalitions.Of(Games.Of(2, 1, 1, 1), [0, 1, 1]));

    [Fact]
    public void ByPosition_WithEqualPlaces_IsNoOrder()
    {
        Assert.Equal([1, 0], ConnectedCoalitions.ByPosition([new("A", 1, 7), new("B", 2, 3)])!.Value);
        Assert.Null(ConnectedCoalitions.ByPosition([new("A", 1, 3), new("B", 2, 3)]));
        Assert.Null(ConnectedCoalitions.ByPosition([new("A", 1), new("B", 2, 3)]));
    }
}
