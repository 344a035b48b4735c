using System.Collections.Immutable;
using Urna.Allocate.Account;
using Urna.Allocate.Steps;
using Urna.Allocate.Transferable;
using Urna.Allocate.Votes;
using Urna.Model;

namespace Urna.Tests.Allocate.Transferable;

/// <summary>Counts by pairs and by levels: published examples, ties, and a slow count of single ballots.</summary>
public class PreferenceCountTests
{
    const int MostOrders = 720;

    static readonly string[] tennessee = ["42 MNCK", "26 NCKM", "15 CKNM", "17 KCNM"];

    static PreferenceCountStep Law(PreferenceMethod method, VictorySize size = VictorySize.WinningVotes) => new(method) { Article = "art. 1", Size = size };

    static string[] Winners(PreferenceMethod method, VictorySize size, DistrictVotes district) =>
        Ranked.Count(Law(method, size), district) is var result && result.Ties.IsEmpty ? result.Elected() : [.. Assert.Single(result.Ties).Among.Order()];

    /// <summary>The capital of Tennessee, the usual example of the literature; worked out in docs/rules.md.</summary>
    [Theory]
    [InlineData(PreferenceMethod.Schulze)]
    [InlineData(PreferenceMethod.RankedPairs)]
    [InlineData(PreferenceMethod.Minimax)]
    [InlineData(PreferenceMethod.Bucklin)]
    public void Count_OfTheGuide_ElectsNashville(PreferenceMethod method) =>
        Assert.Equal(["N"], Ranked.Count(Law(method), Ranked.District("MNCK", 1, tennessee)).Elected());

    [Fact]
    public void Bucklin_OfTheGuide_CountsTwoLevels()
    {
        var result = Ranked.Count(Law(PreferenceMethod.Bucklin), Ranked.District("MNCK", 1, tennessee));

        Assert.Equal([42, 26, 15, 17, 42, 68, 58, 32], result.Steps.OfType<LevelCounted>().Select(s => s.Votes));
        Assert.Equal(Basis.Majority, result.Elected[0].Basis);
    }

    /// <summary>The mayor of Burlington in 2009, reduced to the last three: most votes W, instant runoff K, and M beats both (rangevoting.org; votelib).</summary>
    [Theory]
    [InlineData(PreferenceMethod.Schulze)]
    [InlineData(PreferenceMethod.RankedPairs)]
    [InlineData(PreferenceMethod.Minimax)]
    [InlineData(PreferenceMethod.Bucklin)]
    public void Count_OfBurlington2009_ElectsMontroll(PreferenceMethod method)
    {
        var district = Ranked.District("MKW", 1, "1332 MKW", "767 MWK", "455 M", "2043 KMW", "371 KWM", "568 K", "1513 WMK", "495 WKM", "1289 W");

        Assert.Equal(["M"], Ranked.Count(Law(method), district).Elected());
        Assert.Equal(["K"], Ranked.Count(Ranked.InstantRunoff, district).Elected());
    }

    /// <summary>Schulze (2011), example 1: 45 voters, five candidates; E is elected, over A by 25 against 24 on their paths.</summary>
    [Fact]
    public void Schulze_ExampleOfThePaper_ElectsE()
    {
        var district = Ranked.District("ABCDE", 1, "5 ACBED", "5 ADECB", "8 BEDAC", "3 CABED", "7 CAEBD", "2 CBADE", "7 DCEBA", "8 EBADC");
        var result = Ranked.Count(Law(PreferenceMethod.Schulze), district);

        Assert.Equal(["E"], result.Elected());
        Assert.Contains(new PairCompared("art. 1", "A", "B", 20, 25), result.Steps);
        Assert.Equal(Basis.Pairs, result.Elected[0].Basis);
    }

    [Theory]
    [InlineData(PreferenceMethod.Schulze)]
    [InlineData(PreferenceMethod.RankedPairs)]
    [InlineData(PreferenceMethod.Minimax)]
    public void Count_OfACircleOfEqualVictories_IsATieThatLotsDecide(PreferenceMethod method)
    {
        var district = Ranked.District("ABC", 1, "1 ABC", "1 BCA", "1 CAB");
        var open = Ranked.Count(Law(method), district);
        var drawn = Ranked.Count(Law(method), district, new LotDrawn("d", TieLevel.Candidate, "B"));

        Assert.Equal(["A", "B", "C"], Assert.Single(open.Ties).Among);
        Assert.Empty(open.Elected);
        Assert.Equal(["B"], drawn.Elected());
        Assert.Equal(Basis.Lot, drawn.Elected[0].Basis);
    }

    /// <summary>Circles of equal victories: those of few candidates are a tie of all, and more orders than can be looked at are never guessed.</summary>
    [Theory]
    [InlineData(8, false)]
    [InlineData(13, true)]
    public void RankedPairs_OfALargeCircle_IsATieOrMissing(int candidates, bool isMissing)
    {
        var builder = new RankedBallots.Builder(candidates);
        for (var first = 0; first < candidates; first++)
        {
            builder.Add(1, [.. Enumerable.Range(0, candidates).Select(i => (first + i) % candidates)]);
        }

        var result = Ranked.Count(
            Law(PreferenceMethod.RankedPairs), Ranked.District([.. Enumerable.Range(0, candidates).Select(c => $"{(char)('A' + c)}")], 1, builder.ToBallots()));

        Assert.Equal(isMissing, !result.Missing.IsEmpty);
        Assert.Equal(isMissing ? [] : [candidates], result.Ties.Select(t => t.Among.Length));
        Assert.Empty(result.Elected);
    }

    [Fact]
    public void Count_OfTwoSeats_IsAFault() =>
        Assert.Equal(["V110"], Ranked.Allocate(Law(PreferenceMethod.Schulze), Ranked.District("AB", 2, "3 AB")).Faults.Select(f => f.Code));

    [Fact]
    public void Count_WithoutBallots_SaysWhatIsMissing() =>
        Assert.Single(Ranked.Count(Law(PreferenceMethod.Minimax), Ranked.District("AB", 1, "3 AB") with { Ballots = null }).Missing);

    [Fact]
    public void Count_OfBlankBallots_ElectsNobody() =>
        Assert.Empty(Ranked.Count(Law(PreferenceMethod.Bucklin), Ranked.District("AB", 1, "3 ")).Elected);

    /// <summary>A blank rank is a rank, equal candidates share one, and a second mark of one candidate says nothing.</summary>
    [Fact]
    public void Bucklin_OfOddMarks_CountsThemAtTheirRank()
    {
        var result = Ranked.Count(Law(PreferenceMethod.Bucklin), Ranked.District("ABC", 1, "2 -A", "2 (BC)A", "1 BBC"));

        Assert.Equal([0, 3, 2], result.Steps.OfType<LevelCounted>().Take(3).Select(s => s.Votes));
        Assert.Equal(["B"], result.Elected());
    }

    static readonly Gen<(int Candidates, (int Count, int[] Order)[] Ballots)> polls =
        from candidates in Gen.Int[2, 4]
        from ballots in Gen.Select(Gen.Int[1, 4], Gen.Shuffle(Enumerable.Range(0, candidates).ToArray()), Gen.Int[1, candidates], (count, order, length) => (count, order[..length])).Array[1, 7]
        select (candidates, ballots);

    /// <summary>A second way to the same answer: every path, every order of equal victories, single ballots.</summary>
    [Fact]
    public void Count_EqualsTheSlowOne() => Gen.Select(polls, Gen.Enum<PreferenceMethod>(), Gen.Enum<VictorySize>()).Where(c => c.Item2 != PreferenceMethod.Bucklin || c.Item3 == default).Sample((poll, method, size) =>
    {
        var builder = new RankedBallots.Builder(poll.Candidates);
        foreach (var (count, order) in poll.Ballots)
        {
            builder.Add(count, order);
        }

        ImmutableArray<string> names = [.. Enumerable.Range(0, poll.Candidates).Select(c => $"{(char)('A' + c)}")];
        var voters = poll.Ballots.SelectMany(b => Enumerable.Repeat(b.Order, b.Count)).ToList();
        var slow = new SlowPreferences(poll.Candidates, voters, size);
        if (slow.Orders <= MostOrders)
        {
            Assert.Equal(slow.Winners(method).Select(c => names[c]), Winners(method, size, Ranked.District(names, 1, builder.ToBallots())));
        }
    }, iter: 3_000);

    /// <summary>Whoever beats each other candidate is elected by pairs, whatever the method (Condorcet 1785).</summary>
    [Fact]
    public void Count_ByPairs_ElectsWhoBeatsEverybody() => polls.Sample(poll =>
    {
        var builder = new RankedBallots.Builder(poll.Candidates);
        foreach (var (count, order) in poll.Ballots)
        {
            builder.Add(count, order);
        }

        ImmutableArray<string> names = [.. Enumerable.Range(0, poll.Candidates).Select(c => $"{(char)('A' + c)}")];
        var slow = new SlowPreferences(poll.Candidates, [.. poll.Ballots.SelectMany(b => Enumerable.Repeat(b.Order, b.Count))], VictorySize.Margins);
        foreach (var best in slow.Unbeaten())
        {
            Assert.All(
                [PreferenceMethod.Schulze, PreferenceMethod.RankedPairs, PreferenceMethod.Minimax],
                m => Assert.Equal([names[best]], Winners(m, VictorySize.Margins, Ranked.District(names, 1, builder.ToBallots()))));
        }
    }, iter: 500);
}
