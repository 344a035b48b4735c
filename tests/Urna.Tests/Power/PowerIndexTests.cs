using System.Numerics;
using Urna.Numerics;
using Urna.Power;

namespace Urna.Tests.Power;

/// <summary>Power is what its definitions say, exactly.</summary>
public class PowerIndexTests
{
    /// <summary>Going through all 2^n coalitions: the definitions, word by word.</summary>
    [Fact]
    public void Of_AnySmallGame_IsWhatAllCoalitionsSay() => Games.Small.Sample(game =>
    {
        var n = game.Members.Length;
        var powers = PowerIndex.Of(game);
        var swings = Enumerable.Range(0, n).Select(i => Games.Swings(game, i).ToList()).ToList();
        var all = swings.Sum(s => s.Count);
        for (var i = 0; i < n; i++)
        {
            var orders = swings[i].Aggregate(BigInteger.Zero, (sum, set) =>
                sum + (Games.Factorial(BitOperations.PopCount((uint)set)) * Games.Factorial(n - 1 - BitOperations.PopCount((uint)set))));
            Assert.Equal(new Fraction(orders, Games.Factorial(n)), powers[i].Shapley);
            Assert.Equal(all == 0 ? Fraction.Zero : new Fraction(swings[i].Count, all), powers[i].Banzhaf);
            Assert.Equal(new Fraction(swings[i].Count, 1 << (n - 1)), powers[i].BanzhafAbsolute);
        }
    });

    /// <summary>Efficiency: the whole power is shared out, or none where nothing can pass.</summary>
    [Fact]
    public void Of_AnyGame_SumsToOneIfAnythingCanPass() => Games.Small.Sample(game =>
    {
        var whole = game.CanPass ? Fraction.One : Fraction.Zero;
        Assert.Equal(whole, game.Power().Select(p => p.Shapley).Sum());
        Assert.Equal(whole, game.Power().Select(p => p.Banzhaf).Sum());
    });

    /// <summary>Equal members have equal power, those without seats none, and more seats never mean less.</summary>
    [Fact]
    public void Of_AnyGame_FollowsTheSeats() => Games.Small.Sample(game =>
    {
        var powers = game.Power().OrderBy(p => p.Member.Seats).ToList();
        return powers.Where(p => p.Member.Seats == 0).All(p => p.Shapley == Fraction.Zero && p.Banzhaf == Fraction.Zero)
            && powers.Zip(powers.Skip(1)).All(p => p.First.Member.Seats == p.Second.Member.Seats
                ? p.First.Shapley == p.Second.Shapley && p.First.Banzhaf == p.Second.Banzhaf
                : p.First.Shapley.Value <= p.Second.Shapley.Value && p.First.BanzhafAbsolute.Value <= p.Second.BanzhafAbsolute.Value);
    });

    /// <summary>A decision and its dual (quota q and total + 1 − q) share power alike.</summary>
    [Fact]
    public void Of_DualGame_IsTheSame() => Games.Small.Where(g => g.CanPass).Sample(game =>
    {
        var dual = new WeightedGame(game.Members, game.Seats + 1 - game.Quota);
        return game.Power().Select(p => (p.Shapley, p.Banzhaf)).SequenceEqual(dual.Power().Select(p => (p.Shapley, p.Banzhaf)));
    });

    /// <summary>All three widths of counts give one answer where they overlap: a member without swings does not change the others.</summary>
    [Theory]
    [InlineData(62)]
    [InlineData(63)]
    [InlineData(126)]
    [InlineData(127)]
    [InlineData(150)]
    public void Of_ManyEqualMembers_SharesEqually(int members)
    {
        var power = Games.Of((members / 2) + 1, [.. Enumerable.Repeat(1, members)]).Power();

        Assert.All(power, p => Assert.Equal(new Fraction(1, members), p.Shapley));
        Assert.All(power, p => Assert.Equal(new Fraction(1, members), p.Banzhaf));
    }

    /// <summary>One member of w seats among m of one seat: pivotal in w of the m + 1 places, if w is at most the quota.</summary>
    [Theory]
    [InlineData(70, 5)]
    [InlineData(130, 20)]
    public void Of_OneLargeAmongMany_IsItsPlaces(int small, int large)
    {
        var quota = ((small + large) / 2) + 1;
        var power = Games.Of(quota, [large, .. Enumerable.Repeat(1, small)]).Power();

        Assert.Equal(new Fraction(large, small + 1), power[0].Shapley);
        Assert.Equal(Fraction.One, power.Select(p => p.Shapley).Sum());
    }

    /// <summary>The textbook's [51; 50, 49, 1]: one seat is worth as much as 49.</summary>
    [Fact]
    public void Of_FiftyFortyNineOne_IsTheTextbooks()
    {
        var power = Games.Of(51, 50, 49, 1).Power();

        Assert.Equal(["2/3", "1/6", "1/6"], power.Select(p => p.Shapley.ToString()));
        Assert.Equal(["3/5", "1/5", "1/5"], power.Select(p => p.Banzhaf.ToString()));
        Assert.Equal(["3/4", "1/4", "1/4"], power.Select(p => p.BanzhafAbsolute.ToString()));
    }

    /// <summary>The Council of Ministers of the six, 1958: Luxembourg's vote could never matter.</summary>
    [Fact]
    public void Of_CouncilOf1958_GivesLuxembourgNothing()
    {
        var power = Games.Of(12, 4, 4, 4, 2, 2, 1).Power();

        Assert.Equal(["7/30", "7/30", "7/30", "3/20", "3/20", "0/1"], power.Select(p => p.Shapley.ToString()));
        Assert.Equal(["5/21", "5/21", "5/21", "1/7", "1/7", "0/1"], power.Select(p => p.Banzhaf.ToString()));
    }

    [Fact]
    public void Of_Dictator_IsAllPower()
    {
        var power = Games.Of(6, 6, 3, 2, 0).Power();

        Assert.Equal(["1/1", "0/1", "0/1", "0/1"], power.Select(p => p.Shapley.ToString()));
        Assert.Equal(["1/1", "0/1", "0/1", "0/1"], power.Select(p => p.BanzhafAbsolute.ToString()));
    }

    [Fact]
    public void Of_QuotaBeyondAllSeats_IsNoPower()
    {
        var game = Games.Of(int.MaxValue, 3, 2);

        Assert.False(game.CanPass);
        Assert.All(game.Power(), p => Assert.Equal("0/1", p.Banzhaf.ToString()));
        Assert.Equal(0, MinimalCoalitions.Of(game, 10).Count);
    }

    [Fact]
    public void IsProper_QuotaOfHalf_IsNot()
    {
        Assert.False(Games.Of(5, 5, 5).IsProper);
        Assert.True(Games.Of(6, 5, 5).IsProper);
    }

    [Fact]
    public void Game_ThatCannotBe_IsRefused()
    {
        Assert.Contains("quota is 0", Assert.Throws<ArgumentException>(() => Games.Of(0, 1)).Message, StringComparison.Ordinal);
        Assert.Contains("-1 seats", Assert.Throws<ArgumentException>(() => Games.Of(1, 3, -1)).Message, StringComparison.Ordinal);
        Assert.Contains("'A' stands twice", Assert.Throws<ArgumentException>(() => new WeightedGame([new("A", 1), new("A", 2)], 1)).Message, StringComparison.Ordinal);
        Assert.Contains("too many", Assert.Throws<ArgumentException>(() => Games.Of(1, [.. Enumerable.Repeat(100, 400)])).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Fraction_IsInLowestTerms()
    {
        Assert.Equal("2/3", new Fraction(8, 12).ToString());
        Assert.Equal("0/1", new Fraction(0, 7).ToString());
        Assert.Equal("0/1", default(Fraction).ToString());
        Assert.Equal(default, Fraction.Zero);
        Assert.Equal(new Fraction(5, 6), new Fraction(1, 2) + new Fraction(1, 3));
        Assert.Equal(1.0 / 3, new Fraction(BigInteger.Pow(7, 900), 3 * BigInteger.Pow(7, 900) + 1).Value, 1e-12);
        Assert.Throws<ArgumentException>(() => new Fraction(1, 0));
    }
}
