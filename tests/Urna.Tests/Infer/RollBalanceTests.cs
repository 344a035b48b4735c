using System.Collections.Immutable;
using Urna.Infer.Roll;
using Urna.Infer.Tables;

namespace Urna.Tests.Infer;

/// <summary>Two rolls that differ: who entered and who left have a place, and nobody is lost.</summary>
public class RollBalanceTests
{
    static readonly Gen<(TransferProblem Problem, RollScenario Scenario)> genTables =
        from rows in Gen.Int[1, 4]
        from columns in Gen.Int[1, 4]
        from units in Gen.Int[1, 8]
        from people in Gen.OneOf(Gen.Long[0, 300], Gen.Const(0L), Gen.Long[0, 1L << 40]).Array[units * rows]
        from votes in Gen.OneOf(Gen.Long[0, 300], Gen.Const(0L), Gen.Long[0, 1L << 40]).Array[units * columns]
        from scenario in Gen.OneOf(Gen.Const(RollScenario.Net), Gen.Double[0.001, 0.999].Select(RollScenario.Gross))
        select (new TransferProblem(Names("r", rows), Names("c", columns), Names("u", units), people, votes), scenario);

    [Fact]
    public void Apply_MarginsAgreeInEachUnit_AndOriginalsAreUntouched() =>
        genTables.Sample(x =>
        {
            var account = RollBalance.Apply(x.Problem, x.Scenario);
            var (given, made) = (x.Problem, account.Problem);
            return made.Check.UnequalUnits == 0
                && made.Units.SequenceEqual(given.Units)
                && Enumerable.Range(0, given.Units.Length).All(b =>
                    made.RowsOf(b)[..given.RowNames.Length].SequenceEqual(given.RowsOf(b)) && made.ColumnsOf(b)[..given.ColumnNames.Length].SequenceEqual(given.ColumnsOf(b)))
                && Extra(made.RowNames.Length > given.RowNames.Length, made.RowsOf, made) == account.Entered
                && Extra(made.ColumnNames.Length > given.ColumnNames.Length, made.ColumnsOf, made) == account.Left;
        });

    /// <summary>Nobody enters and leaves at once; net, no unit has both.</summary>
    [Fact]
    public void Apply_FromEnteredToLeft_IsImpossible() =>
        genTables.Sample(x =>
        {
            var account = RollBalance.Apply(x.Problem, x.Scenario);
            var made = account.Problem;
            var both = account.Entered > 0 && account.Left > 0;
            return both == made.Impossible.Contains(true)
                && (!both || (made.IsImpossible(made.RowNames.Length - 1, made.ColumnNames.Length - 1) && TransferBounds.Of(made).Upper[^1] == 0))
                && (!both || x.Scenario.Kind == RollKind.Gross || Enumerable.Range(0, made.Units.Length).All(b => made.RowsOf(b)[^1] == 0 || made.ColumnsOf(b)[^1] == 0));
        });

    [Fact]
    public void Apply_Net_TakesEachUnitsDifference()
    {
        var account = RollBalance.Apply(Small, RollScenario.Net);

        Assert.Equal(["a", "b", RollScenario.Entered], account.Problem.RowNames);
        Assert.Equal(["x", RollScenario.Left], account.Problem.ColumnNames);
        Assert.Equal((5, 1, 3, 1), (account.Entered, account.UnitsEntered, account.Left, account.UnitsLeft));
        Assert.Equal([10, 0, 5], account.Problem.RowsOf(0).ToArray());
        Assert.Equal([17, 3], account.Problem.ColumnsOf(1).ToArray());
        Assert.Equal([7, 0], account.Problem.ColumnsOf(2).ToArray());
        Assert.Contains("5 people in 1 units", Assert.Single(account.Findings).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Apply_Gross_LosesTheRateAndFillsTheBalance()
    {
        var account = RollBalance.Apply(Small, RollScenario.Gross(0.1));

        // 10 people lose 1 and become 15: 6 enter. 20 lose 2, but shrank by 3. 7 lose 1 (0.7), and 1 enters.
        Assert.Equal([6, 0, 1], Enumerable.Range(0, 3).Select(b => account.Problem.RowsOf(b)[^1]));
        Assert.Equal([1, 3, 1], Enumerable.Range(0, 3).Select(b => account.Problem.ColumnsOf(b)[^1]));
        Assert.Contains("0.1 of its people", Assert.Single(account.Findings).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Apply_None_LeavesTheDifferenceAndSaysHowLarge()
    {
        var account = RollBalance.Apply(Small, RollScenario.None);

        Assert.Same(Small, account.Problem);
        Assert.Contains("In 2 units rows and columns differ, by 8 people", account.Problem.Check.Findings.First(f => f.Code == "V502").Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Apply_NetWhereRollsAgree_AddsNothing()
    {
        var problem = new TransferProblem(["a"], ["x"], ["1"], [10], [10]);

        Assert.Same(problem, RollBalance.Apply(problem, RollScenario.Net).Problem);
        Assert.Empty(RollBalance.Apply(problem, RollScenario.Net).Findings);
    }

    [Fact]
    public void Apply_Known_NamesTheUnitsThatDoNotBalance()
    {
        var problem = new TransferProblem(["a", "new"], ["x", "gone"], ["1", "2"], [10, 5, 20, 0], [12, 3, 20, 1]);
        var account = RollBalance.Apply(problem, RollScenario.Known("new", "gone"));

        Assert.Equal(["2"], account.Unbalanced);
        Assert.True(account.Problem.IsImpossible(1, 1));
        Assert.Equal(["V521", "V522"], account.Findings.Select(f => f.Code));
        Assert.Contains("are given: 2.", account.Findings.Last().Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("known:newcomers,gone", "There is no row 'newcomers'")]
    [InlineData("known:a,gone", "There is no column 'gone'")]
    [InlineData("known:a,x", "another column")]
    public void FaultIn_AScenarioThatDoesNotFit_SaysWhy(string scenario, string why)
    {
        Assert.Contains(why, RollBalance.FaultIn(Small, RollScenario.Parse(scenario)!), StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => RollBalance.Apply(Small, RollScenario.Parse(scenario)!));
    }

    [Fact]
    public void FaultIn_TablesThatHoldWhoEntered_AreNotGivenThemAgain()
    {
        var balanced = RollBalance.Apply(Small, RollScenario.Net).Problem;

        Assert.Contains("already", RollBalance.FaultIn(balanced, RollScenario.Net), StringComparison.Ordinal);
        Assert.Null(RollBalance.FaultIn(balanced, RollScenario.Known(RollScenario.Entered, RollScenario.Left)));
    }

    [Theory]
    [InlineData("gross:0")]
    [InlineData("gross:1")]
    [InlineData("gross:-0.1")]
    [InlineData("gross:0,1")]
    [InlineData("gross")]
    [InlineData("known:a")]
    [InlineData("known:,b")]
    [InlineData("nets")]
    [InlineData("")]
    public void Parse_WhatIsNotAllowed_IsNull(string text) => Assert.Null(RollScenario.Parse(text));

    [Fact]
    public void VotesOnly_IsToldUnlessBothTablesNameAbstention()
    {
        var named = new TransferProblem(["a", "abstention"], ["x", "abstention"], ["1"], [10, 5], [12, 4]);

        Assert.Equal(["V523"], RollBalance.Apply(Small, RollScenario.Net).VotesOnly.Select(f => f.Code));
        Assert.Empty(RollBalance.Apply(Small, RollScenario.None).VotesOnly);
        Assert.Empty(RollBalance.Apply(named, RollScenario.Net).VotesOnly);
    }

    static TransferProblem Small { get; } = new(["a", "b"], ["x"], ["1", "2", "3"], [10, 0, 15, 5, 0, 7], [15, 17, 7]);

    delegate ReadOnlySpan<double> CountsOf(int unit);

    static double Extra(bool added, CountsOf counts, TransferProblem problem) =>
        added ? Enumerable.Range(0, problem.Units.Length).Sum(b => counts(b)[^1]) : 0;

    static ImmutableArray<string> Names(string prefix, int count) => [.. Enumerable.Range(0, count).Select(i => $"{prefix}{i}")];
}
