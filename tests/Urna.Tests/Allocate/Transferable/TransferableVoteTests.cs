using System.Collections.Immutable;
using Urna.Allocate.Account;
using Urna.Allocate.Steps;
using Urna.Allocate.Transferable;
using Urna.Allocate.Votes;
using Urna.Model;
using Urna.Numerics;

namespace Urna.Tests.Allocate.Transferable;

/// <summary>Counts of ranked ballots that can be checked by hand.</summary>
public class TransferableVoteTests
{
    static readonly TransferableVoteStep scottish = Ranked.Scottish;
    static readonly TransferableVoteStep runoff = Ranked.InstantRunoff;

    /// <summary>The fourth worked example of docs/rules.md, computed there by hand.</summary>
    [Fact]
    public void Scottish_WorkedExampleOfTheGuide_HasItsVotesAtEveryCount()
    {
        var result = Ranked.Count(scottish, Ranked.District("ABCD", 2, "20 AC", "12 AB", "12 A", "26 BD", "20 CB", "6 DC", "4 DAB"));

        Assert.Equal(["A", "B"], result.Elected());
        Assert.Equal(["26", "28.72724", "32.72724", "52.72724"], Enumerable.Range(1, 4).Select(c => result.Votes(c, "B")));
        Assert.Equal(["20", "24.5454", "30.5454"], Enumerable.Range(1, 3).Select(c => result.Votes(c, "C")));
        Assert.Equal(["0", "2.72724", "2.72724", "13.27264"], result.Counts().Select(c => c.Exhausted.ToDecimal()));
        Assert.Equal(["0", "0.00012", "0.00012", "0.00012"], result.Counts().Select(c => c.Lost.ToDecimal()));
        Assert.Equal(new PassedBallots(44, 1, new Fraction(22727, 100_000)), Assert.Single(result.Counts()[1].Passed));
    }

    [Fact]
    public void Exact_WorkedExampleOfTheGuide_LosesNothing()
    {
        var result = Ranked.Count(scottish with { Decimals = null }, Ranked.District("ABCD", 2, "20 AC", "12 AB", "12 A", "26 BD", "20 CB", "6 DC", "4 DAB"));

        Assert.Equal("316/11", result.Votes(2, "B"));
        Assert.All(result.Counts(), c => Assert.Equal(0, c.Lost));
    }

    /// <summary>Newland and Britton, ERS97 model election, stages 1 and 2: 753 votes, 6 places, quota 107.58; Smith's 134 ballots, 123 transferable, at 0.21.</summary>
    [Fact]
    public void LastParcel_Ers97ModelElection_QuotaAndTransferValueAreThoseOfTheRules()
    {
        var law = scottish with { Quota = QuotaRule.HagenbachBischoff, Surplus = SurplusRule.LastParcel, Share = SurplusShare.Transferable, Decimals = 2 };
        var result = Ranked.Count(law, Ranked.District("SBCDEFG", 6, "123 SB", "11 S", "104 B", "104 C", "104 D", "104 E", "104 F", "99 G"));
        var surplus = result.Counts()[1];

        Assert.Equal("107.58", result.Steps.OfType<QuotaSet>().Single().Quota.ToDecimal());
        Assert.Equal("0.21", surplus.Passed[0].Value.ToDecimal());
        Assert.Equal("25.83", surplus.Tallies.Single(t => t.Candidate == "B").Gained.ToDecimal());
        Assert.Equal("0.59", surplus.Lost.ToDecimal());
    }

    /// <summary>Commonwealth Electoral Act s. 273(9): 730 ballots, quota 601, each passed on at 129/730; fractions of what is gained are dropped.</summary>
    [Fact]
    public void InclusiveGregory_GainsAreWhole_AndTheValueIsExact()
    {
        var law = scottish with { Surplus = SurplusRule.InclusiveGregory, Decimals = 0, Rounding = RoundingRule.Gain };
        var result = Ranked.Count(law, Ranked.District("KMTX", 3, "250 KM", "480 KT", "560 M", "550 T", "560 X"));
        var surplus = result.Counts()[1];

        Assert.Equal(new Fraction(129, 730), surplus.Passed[0].Value);
        Assert.Equal(["604", "634"], new[] { "M", "T" }.Select(c => result.Votes(2, c)));
        Assert.Equal("1", surplus.Lost.ToDecimal());
    }

    /// <summary>B holds 24 ballots at 1 and 40 at 1/4, in all 34, and passes on 4: three formulas, three answers, 4 votes each time.</summary>
    [Theory]
    [InlineData(SurplusRule.WeightedInclusiveGregory, "24 at 2/17, 40 at 1/34")]
    [InlineData(SurplusRule.InclusiveGregory, "24 at 0.0625, 40 at 0.0625")]
    [InlineData(SurplusRule.LastParcel, "40 at 0.1")]
    public void Surplus_OfMixedBallots_IsPassedOnAsTheFormulaSays(SurplusRule rule, string passed)
    {
        var result = Ranked.Count(scottish with { Surplus = rule, Decimals = null }, Ranked.District("ABCD", 3, "40 ABD", "24 BD", "28 C", "25 D"));
        var third = result.Counts()[2];

        Assert.Equal("34", result.Votes(2, "B"));
        Assert.Equal(passed, string.Join(", ", third.Passed.Select(p => $"{p.Ballots} at {p.Value.ToDecimal()}")));
        Assert.Equal("4", third.Tallies.Single(t => t.Candidate == "D").Gained.ToDecimal());
    }

    /// <summary>Weak tie at an exclusion: the more recent count at which they were unequal decides backwards, the first count forwards.</summary>
    [Theory]
    [InlineData(TieRule.Backwards, "C")]
    [InlineData(TieRule.Forwards, "D")]
    public void Exclusion_TiedLowest_TheEarlierCountDecides(TieRule rule, string excluded)
    {
        // C and D have 7 and 6, then 7 and 8, then 10 and 10.
        var result = Ranked.Count(
            runoff with { Ties = [rule] }, Ranked.District("ABCDEF", 1, "20 A", "15 B", "7 C", "6 D", "3 EC", "2 ED", "2 FD"));

        Assert.Equal(["F", "E"], result.Counts().Skip(1).Take(2).Select(c => c.Excluded.Single()));
        Assert.Equal(["10", "10"], new[] { "C", "D" }.Select(c => result.Votes(3, c)));
        Assert.Equal(excluded, result.Counts()[3].Excluded.Single());
        Assert.Equal(rule, Assert.Single(result.Steps.OfType<TieBroken>()).By);
    }

    [Fact]
    public void Exclusion_TieThatTheLawLeaves_IsOpen()
    {
        var result = Ranked.Allocate(scottish, Ranked.District("ABC", 1, "5 A", "3 BA", "3 C"));

        Assert.IsType<Outcome.Tie>(result.Outcome);
        Assert.Equal(["B", "C"], Assert.Single(result.Districts[0].Ties).Among);
        Assert.Empty(result.Districts[0].Elected);
    }

    /// <summary>The winner of the drawing stays in the count, so the other is excluded.</summary>
    [Theory]
    [InlineData("B", "C")]
    [InlineData("C", "B")]
    public void Exclusion_LotOnRecord_ItsWinnerStays(string winner, string excluded)
    {
        var result = Ranked.Allocate(scottish, Ranked.District("ABC", 1, "5 A", "3 BA", "3 CA"), new LotDrawn("d", TieLevel.Candidate, winner));

        Assert.Empty(result.Faults);
        Assert.Equal(excluded, result.Districts[0].Counts()[1].Excluded.Single());
        Assert.Equal(["A"], result.Districts[0].Elected());
    }

    /// <summary>A drawing settles one tie: when B ties again, the next row is used, and without one the tie is open.</summary>
    [Fact]
    public void Exclusion_LotOnRecord_ServesOneTieOnly()
    {
        var ballots = Ranked.District("ABCD", 1, "8 A", "4 BA", "4 CD", "4 D");
        var once = Ranked.Allocate(runoff, ballots, new LotDrawn("d", TieLevel.Candidate, "B"), new LotDrawn("d", TieLevel.Candidate, "D"));
        var twice = Ranked.Allocate(runoff, Ranked.District("ABCD", 1, "8 A", "2 BA", "2 CB", "4 D"), new LotDrawn("d", TieLevel.Candidate, "B"));

        Assert.Equal(["C"], once.Districts[0].Counts()[1].Excluded);
        Assert.Equal(["B", "D"], Assert.Single(twice.Districts[0].Ties).Among);
        Assert.IsType<Outcome.Tie>(twice.Outcome);
    }

    /// <summary>All six behind A have fewer votes than A, but two must be left: the largest batch that leaves two is D, E, F and G (11 below C's 14).</summary>
    [Theory]
    [InlineData(ExclusionRule.Batch)]
    [InlineData(ExclusionRule.BatchBeforeSurplus)]
    public void Exclusion_BatchInACountDownToTwo_LeavesTwo(ExclusionRule exclude)
    {
        var law = Ranked.InstantRunoff with { Recomputed = true, Exclude = exclude, Stop = StopRule.TwoLeft };
        var large = Ranked.Count(law, Ranked.District("ABCDEFG", 1, "60 A", "15 B", "14 C", "5 D", "4 E", "1 F", "1 G"));
        var small = Ranked.Count(law, Ranked.District("ABC", 1, "4 A", "2 B", "1 C"));

        Assert.Equal(["D", "E", "F", "G"], large.Counts()[1].Excluded.Order(StringComparer.Ordinal));
        Assert.Equal(["C"], large.Counts()[2].Excluded);
        Assert.Equal(3, large.Counts().Length);
        Assert.Equal(["A"], large.Elected());
        Assert.Equal("25", large.Counts()[2].Exhausted.ToDecimal());
        Assert.Equal(["C"], small.Counts()[1].Excluded);
        Assert.Equal(["A"], small.Elected());
    }

    [Fact]
    public void Exclusion_LotForNobodyTied_IsAFault() =>
        Assert.Equal("V120", Assert.Single(Ranked.Allocate(runoff, Ranked.District("ABC", 1, "5 A", "3 BA", "1 C"), new LotDrawn("d", TieLevel.Candidate, "B")).Faults).Code);

    /// <summary>Lots are the last resort: what an earlier count settles is not drawn.</summary>
    [Fact]
    public void Exclusion_LotWhereAnEarlierCountDecides_IsNotLookedAt()
    {
        var ballots = Ranked.District("ABCDE", 1, "20 A", "15 B", "7 C", "5 D", "2 ED");
        var result = Ranked.Allocate(Ranked.InstantRunoff with { Ties = [TieRule.Backwards, TieRule.Lot] }, ballots, new LotDrawn("d", TieLevel.Candidate, "D"));

        Assert.Equal(["C", "D"], Assert.Single(result.Districts[0].Steps.OfType<TieBroken>()).Among);
        Assert.Equal(["D"], result.Districts[0].Counts()[2].Excluded);
        Assert.Equal("V120", Assert.Single(result.Faults).Code);
    }

    [Fact]
    public void Batch_WhoCannotOvertake_GoTogether()
    {
        var result = Ranked.Count(runoff with { Exclude = ExclusionRule.Batch }, Ranked.District("ABCDE", 1, "40 A", "35 B", "10 CB", "8 DB", "1 EB"));

        Assert.Equal(["C", "D", "E"], result.Counts()[1].Excluded.Order(StringComparer.Ordinal));
        Assert.Equal(["B"], result.Elected());
    }

    /// <summary>10 + 8 + 1 is not less than 19: equal is not certain, so only the two lowest go.</summary>
    [Fact]
    public void Batch_EqualIsNotCertain() =>
        Assert.Equal(["D", "E"], Ranked.Count(runoff with { Exclude = ExclusionRule.Batch }, Ranked.District("ABCDE", 1, "35 A", "19 B", "10 CB", "8 DB", "1 EB")).Counts()[1].Excluded.Order(StringComparer.Ordinal));

    [Fact]
    public void Batch_LeavesAsManyAsVacancies() =>
        Assert.Equal(["A", "B", "C"], Ranked.Count(scottish with { Exclude = ExclusionRule.Batch }, Ranked.District("ABCD", 3, "1000 A", "100 B", "10 C", "1 D")).Elected().Order(StringComparer.Ordinal));

    /// <summary>A surplus of 1 cannot save the lowest, who is 5 behind: it waits, and the lowest goes first.</summary>
    [Theory]
    [InlineData(false, CountKind.Surplus)]
    [InlineData(true, CountKind.Exclusion)]
    public void Surplus_ThatCannotMatter_WaitsWhereTheLawSaysSo(bool waits, CountKind second) =>
        Assert.Equal(second, Ranked.Count(scottish with { SurplusWaits = waits }, Ranked.District("ABCD", 2, "35 AB", "30 B", "20 CB", "15 DC")).Counts()[1].Kind);

    /// <summary>The exact majority of the valid votes: half is not more than half.</summary>
    [Theory]
    [InlineData("5 A", "5 B", 0)]
    [InlineData("6 A", "5 B", 1)]
    public void InstantRunoff_Majority_IsMoreThanHalf(string first, string second, int elected)
    {
        var result = Ranked.Count(runoff, Ranked.District("AB", 1, first, second));

        Assert.Equal(elected, result.Elected.Count(s => s.Basis == Basis.Majority));
    }

    [Fact]
    public void Supplementary_AllButTwoGoAtOnce()
    {
        var law = runoff with { Exclude = ExclusionRule.AllButTwo, LastVacancy = LastVacancyRule.FirstOfTwo };
        var result = Ranked.Count(law, Ranked.District("ABCD", 1, "40 A", "35 B", "15 CD", "10 DB"));

        Assert.Equal(["C", "D"], result.Counts()[1].Excluded);
        Assert.Equal(["B"], result.Elected());
        Assert.Equal(2, result.Counts().Length);
    }

    [Fact]
    public void TwoLeft_NobodyIsElectedBefore()
    {
        var ballots = Ranked.District("ABCD", 1, "60 A", "20 B", "15 C", "5 D");

        Assert.Single(Ranked.Count(runoff, ballots).Counts());
        Assert.Equal(3, Ranked.Count(runoff with { Stop = StopRule.TwoLeft }, ballots).Counts().Length);
    }

    [Theory]
    [InlineData("A", new[] { "5 A-B" }, null, 5, 0)]
    [InlineData("B", new[] { "5 -B" }, 0, 0, 5)]
    [InlineData("B", new[] { "5 -B" }, 1, 5, 0)]
    [InlineData("B", new[] { "5 --B" }, 1, 0, 5)]
    [InlineData("B", new[] { "5 --B" }, null, 5, 0)]
    [InlineData("A", new[] { "3 (AB)C", "2 A" }, null, 2, 3)]
    [InlineData("A", new[] { "3 ?A", "2 A" }, null, 2, 3)]
    [InlineData("A", new[] { "3", "2 A" }, null, 2, 3)]
    public void First_MarksOfTheBallot_AreReadAsTheLawSays(string candidate, string[] ballots, int? skipped, int votes, int without)
    {
        var result = Ranked.Count(runoff with { SkippedRanks = skipped }, Ranked.District("ABC", 1, ballots));

        Assert.Equal(without, result.Steps.OfType<QuotaSet>().Single().Without);
        Assert.True(votes == 0 || result.Votes(1, candidate) == $"{votes}");
    }

    [Theory]
    [InlineData(MarkRule.Next, "3")]
    [InlineData(MarkRule.Exhaust, "0")]
    public void First_SharedRank_PassesOrEndsAsTheLawSays(MarkRule rule, string votes)
    {
        var result = Ranked.Count(runoff with { Overvote = rule }, Ranked.District("ABC", 1, "3 (AB)C", "2 A", "2 B"));

        Assert.Equal(votes, result.Votes(1, "C"));
    }

    [Theory]
    [InlineData(MarkRule.Next, "7")]
    [InlineData(MarkRule.Exhaust, "4")]
    public void Transfer_CandidateRankedTwice_PassesOrEndsAsTheLawSays(MarkRule rule, string votes) =>
        Assert.Equal(votes, Ranked.Count(runoff with { Duplicate = rule }, Ranked.District("ABC", 1, "3 AAC", "5 B", "4 C")).Votes(2, "C"));

    [Fact]
    public void WriteIns_GoFirst_AndCannotBeElected()
    {
        var result = Ranked.Count(runoff with { WriteIns = ["w"] }, Ranked.District("ABW", 1, "4 A", "3 B", "9 WB"));

        Assert.Equal(["W"], result.Counts()[1].Excluded);
        Assert.Equal(["B"], result.Elected());
    }

    /// <summary>Northern Ireland 1985, rule 51: between two parcels of an excluded candidate somebody is elected, and gets no more.</summary>
    [Fact]
    public void ByValue_WhoIsElectedBetweenParcels_ReceivesNoMore()
    {
        // X holds 5 ballots of its own and 40 at 0.17. With the 5, Y has its quota of 33, so the others go on to Z.
        var ballots = Ranked.District("AXYZW", 3, "40 AXYZ", "5 XY", "29 Y", "27 Z", "28 W");
        var together = Ranked.Count(scottish with { Decimals = 2 }, ballots);
        var parted = Ranked.Count(scottish with { Decimals = 2, Parcels = ExclusionParcels.ByValue }, ballots);

        Assert.Equal("40.8", together.Votes(3, "Y"));
        Assert.Equal(["34", "34"], new[] { 3, 4 }.Select(c => parted.Votes(c, "Y")));
        Assert.Equal("33.8", parted.Votes(4, "Z"));
        Assert.Equal(["A", "Y", "Z"], parted.Elected());
    }

    [Fact]
    public void Recomputed_MajorityOfTheBallotsStillInTheCount()
    {
        var ballots = Ranked.District("ABCD", 1, "40 A", "30 B", "20 C", "19 D");

        Assert.Equal("46", Ranked.Count(runoff with { Recomputed = true }, ballots).Counts()[1].Quota.ToDecimal());
        Assert.Equal("55", Ranked.Count(runoff, ballots).Counts()[1].Quota.ToDecimal());
    }

    [Fact]
    public void LastVacancies_FewerCandidatesThanSeats_AreAllElectedAndTheRestIsVacant()
    {
        var result = Ranked.Count(scottish, Ranked.District("AB", 3, "5 A", "3 B"));

        Assert.Equal(["A", "B"], result.Elected());
        Assert.Equal(1, Assert.Single(result.Steps.OfType<SeatsVacant>()).Seats);
    }

    [Fact]
    public void Allocate_WithoutBallots_SaysWhatIsMissing() =>
        Assert.NotEmpty(Ranked.Count(scottish, new DistrictVotes("d", 1, [new CandidacyVotes(new Candidacy { Choice = "a", Candidate = "A" }, 5)])).Missing);

    [Fact]
    public void Allocate_VotesThatAreNotTheFirstPreferences_AreAFault()
    {
        var district = Ranked.District("AB", 1, "5 A", "3 B") with { VotesAreStated = true };

        Assert.Equal("V131", Assert.Single(Ranked.Allocate(scottish, district).Faults).Code);
    }

    [Fact]
    public void Allocate_BallotsUnderALawThatDoesNotCountThem_AreAFault() =>
        Assert.Equal("V110", Assert.Single(Ranked.Allocate(new MostVotesStep { Article = "art. 1", Holders = Holder.Candidate }, Ranked.District("AB", 1, "5 A", "3 B")).Faults).Code);

    [Fact]
    public void Allocate_NoValidBallot_ElectsNobody() => Assert.Empty(Ranked.Count(scottish, Ranked.District("AB", 1, "5")).Elected);
}
