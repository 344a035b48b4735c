using Urna.Accuracy;
using Urna.Infer;
using Urna.Infer.Associations;
using Urna.Infer.Estimates;
using Urna.Infer.FixedPoints;
using Urna.Infer.Groups;
using Urna.Infer.Simulation;
using Urna.Infer.Tables;
using Urna.Infer.Uncertainty;
using Urna.Model;

namespace Urna.Tests.Infer.Groups;

/// <summary>Estimates for groups of people, drawn towards everyone of a place alike.</summary>
public class GroupModelTests
{
    static readonly TransferProblem boxes = BoxSimulation.Draw(new SimulationSettings { Units = 80, Rows = 3, Columns = 3, Size = 150, Heterogeneity = 0.05, Segregation = 0.3, Seed = 5 }).Problem;

    /// <summary>The same, whose rows live as mixed as women and men do.</summary>
    static readonly TransferProblem mixed = BoxSimulation.Draw(new SimulationSettings { Units = 80, Rows = 3, Columns = 3, Size = 150, Heterogeneity = 0.05, Segregation = 0.002, Seed = 5 }).Problem;

    /// <summary>Of women and men, what places show proved no better than chance: each has the votes of its places.</summary>
    [Fact]
    public void Estimate_OfSexes_IsThatOfEveryoneInTheSamePlaces()
    {
        var problem = mixed.Of(new TransferKinds(GroupKind.Sex, GroupKind.Vote));
        var estimate = TransferMethod.Auto.Estimate(problem, new TransferOptions(1e-6));
        var expected = new double[9];
        for (var b = 0; b < problem.Units.Length; b++)
        {
            for (var i = 0; i < 9; i++)
            {
                expected[i] += problem.RowsOf(b)[i / 3] * problem.ColumnsOf(b)[i % 3] / problem.ColumnsOf(b).ToArray().Sum();
            }
        }

        Assert.Equal(0, estimate.Believed);
        Assert.All(estimate.Counts.Zip(expected), c => Assert.Equal(c.Second, c.First, 1e-3));
    }

    [Fact]
    public void Estimate_OfParties_BelievesAllThatPlacesShow() =>
        Assert.Null(TransferMethod.Auto.Estimate(boxes.Of(new TransferKinds(GroupKind.Party, GroupKind.Vote)), new TransferOptions(1e-6)).Believed);

    /// <summary>Of very many units fixed points are left sooner, which no interval would show.</summary>
    [Fact]
    public void Estimate_OfVeryManyUnits_IsThatOfAFinerFixedPoint()
    {
        var many = BoxSimulation.Draw(new SimulationSettings { Units = 6_000, Rows = 4, Columns = 5, Size = 200, Heterogeneity = 0.05, Segregation = 0.2, Seed = 3 }).Problem.Of(new TransferKinds(GroupKind.Party, GroupKind.Vote));
        var estimate = TransferMethod.Auto.Estimate(many, new TransferOptions());
        var fine = FittedUnits.Shares(many, Association.Of(many, new TransferOptions(1e-10)), AssociationCurve.Learnt);

        Assert.All(estimate.Shares.Zip(fine), s => Assert.Equal(s.Second, s.First, 1e-4));
    }

    /// <summary>The tables of units hold both margins, and add up to the whole, however much is believed.</summary>
    [Theory]
    [InlineData(GroupKind.Sex)]
    [InlineData(GroupKind.Race)]
    [InlineData(GroupKind.Vote)]
    [InlineData(GroupKind.Other)]
    public void UnitTables_HoldBothMargins_AndAddUp(GroupKind rows)
    {
        var problem = boxes.Of(new TransferKinds(rows, GroupKind.Vote));
        var estimate = TransferMethod.Auto.Estimate(problem, new TransferOptions(1e-6));
        var tables = Enumerable.Range(0, problem.Units.Length).Select(new UnitTables(estimate).Of).ToArray();

        Assert.All(Enumerable.Range(0, 9), i => Assert.Equal(estimate.Counts[i], tables.Sum(t => t[i]), 1e-3));
        Assert.All(tables.Index(), t => Assert.All(Enumerable.Range(0, 3), c => Assert.Equal(problem.ColumnsOf(t.Index)[c], t.Item[c] + t.Item[3 + c] + t.Item[6 + c], 1e-5)));
        Assert.All(tables.Index(), t => Assert.All(Enumerable.Range(0, 3), g => Assert.Equal(problem.RowsOf(t.Index)[g], t.Item.Skip(3 * g).Take(3).Sum(), 1e-5)));
    }

    /// <summary>Women and men together, beside people who did not vote, have the shares that they have as one row of an earlier vote.</summary>
    [Fact]
    public void Estimate_GroupsBesideARowThatIsNone_AreTogetherWhatTheyAreAsOneRow()
    {
        long[] rows = [.. Enumerable.Range(0, boxes.Units.Length).SelectMany(b => Halves((long)(boxes.RowsOf(b)[0] + boxes.RowsOf(b)[1]), b).Append((long)boxes.RowsOf(b)[2]))];
        long[] votes = [.. Enumerable.Range(0, boxes.Units.Length).SelectMany(b => boxes.ColumnsOf(b).ToArray().Select(v => (long)v))];
        var problem = new TransferProblem(["women", "men", "did-not-vote"], boxes.ColumnNames, boxes.Units, rows, votes);
        var some = TransferMethod.Auto.Estimate(problem.Of(new TransferKinds(GroupKind.Sex, GroupKind.Vote) { Groups = ["women", "men"] }), new TransferOptions(1e-6));
        var asOne = TransferMethod.Auto.Estimate(problem.WithOneRow([0, 1]).Of(new TransferKinds(GroupKind.Vote, GroupKind.Vote)), new TransferOptions(1e-6));
        double[] together = [.. Enumerable.Range(0, 3).Select(c => (some.Counts[c] + some.Counts[3 + c]) / (some.Counts.Take(6).Sum()))];
        var tables = Enumerable.Range(0, problem.Units.Length).Select(new UnitTables(some).Of).ToArray();

        Assert.All(Enumerable.Range(0, 3), c => Assert.Equal(asOne.Shares[c], together[c], 0.005));
        Assert.All(Enumerable.Range(0, 3), c => Assert.Equal(asOne.Shares[3 + c], some.Shares[6 + c], 0.005));
        Assert.All(Enumerable.Range(0, 3), c => Assert.Equal(some.Shares[c], some.Shares[3 + c], 0.02));
        Assert.All(Enumerable.Range(0, 9), i => Assert.Equal(some.Counts[i], tables.Sum(t => t[i]), 1e-3));
    }

    /// <summary>Women and men of a place, from 47 to 53 in 100.</summary>
    static long[] Halves(long people, int unit) => [people * (47 + (unit * 5 % 7)) / 100, people - (people * (47 + (unit * 5 % 7)) / 100)];

    /// <summary>Intervals of all cells at once are no narrower than those of one, and all lie within the bounds.</summary>
    [Fact]
    public void Intervals_OfAllCells_HoldThoseOfOne()
    {
        var county = KnownElection.Of(Repository.Shared("cases", "groups", "GA_race_turnout_002_G5_C2.csv"), 5, "GA_race_turnout_002").Problem;
        var inference = Inference.Of(county.Of(new TransferKinds(GroupKind.Race, GroupKind.Turnout)), TransferMethod.Auto, new TransferOptions(1e-6), new IntervalOptions());
        var (intervals, joint) = (inference.Intervals!, inference.Intervals!.Joint!);

        Assert.Contains(false, intervals.ByBounds);
        Assert.All(Enumerable.Range(0, 10), i =>
        {
            Assert.True(inference.Bounds.Lower[i] <= joint.Lower[i] && joint.Lower[i] <= intervals.Lower[i] + 1e-12);
            Assert.True(intervals.Upper[i] <= joint.Upper[i] + 1e-12 && joint.Upper[i] <= inference.Bounds.Upper[i]);
        });
        Assert.All(joint.Differences, d => Assert.True(d.Lower > 0 && d.Lower < d.Difference && d.Difference < d.Upper));
    }

    /// <summary>Women and men who lived as far apart as no women and men do: the kind is false, or nothing is known of it.</summary>
    [Fact]
    public void Intervals_OfATableUnlikeAllThatWereSeen_AreItsBounds()
    {
        var inference = Inference.Of(boxes.Of(new TransferKinds(GroupKind.Sex, GroupKind.Vote)), TransferMethod.Auto, new TransferOptions(1e-6), new IntervalOptions());

        Assert.DoesNotContain(false, inference.Intervals!.ByBounds);
        Assert.Null(inference.Intervals.Coverage);
        Assert.Equal(inference.Bounds.Lower, inference.Intervals.Lower);
        Assert.Equal(inference.Bounds.Upper, inference.Intervals.Upper);
    }

    /// <summary>A pair of which few sources are known has wider intervals than the same misses of many.</summary>
    [Fact]
    public void Quantiles_OfFewSources_AreWider()
    {
        var effects = new SourceEffects(0.4);
        double[] multiples = [.. Enumerable.Range(1, 8).Select(sources => effects.Quantiles(Misses(sources)).ElementAt(2))];

        Assert.All(multiples.Zip(multiples.Skip(1)), m => Assert.True(m.First >= m.Second, $"{m.First} {m.Second}"));
        Assert.True(multiples[0] > 1.1 * multiples[7]);
        Assert.Equal(0.9, new SourceEffects(0).Quantiles(Misses(3)).ElementAt(2), 0.02);

        static Ratio[] Misses(int sources) => [.. Enumerable.Range(0, sources).SelectMany(s => Enumerable.Range(1, 100).Select(k => new Ratio(s, k / 100.0, 1)))];
    }

    /// <summary>Every kind on which it was learnt: nobody-differs or today's is never better by a tenth, and intervals hold.</summary>
    [Fact]
    public void Estimate_OnTablesWithPublishedTruth_IsNeverWorseThanNobodyDiffers()
    {
        var cases = GroupCase.Read(Repository.Shared("cases", "groups"), new TransferOptions(1e-6, 20_000) { Threads = 1 });
        var judged = cases.Select(c => JudgedTable.Of(c, GroupModel.Learnt)).ToArray();
        foreach (var kind in judged.GroupBy(t => t.Case.Kind).Where(k => k.Count() >= 10))
        {
            var alike = kind.Average(t => t.ErrorOf(t.Shares.Select((_, i) => t.Case.Everyone(i % t.Case.Columns))));
            var places = kind.Average(t => t.ErrorOf(t.Case.Shown.Places));
            Assert.True(kind.Average(t => t.Error) <= 1.1 * Math.Min(alike, places), kind.Key);
        }

        // Intervals are made for a source not yet seen, so that they hold more on those that were.
        foreach (var kind in judged.Where(t => !t.ByBounds).GroupBy(t => t.Case.Kind).Where(k => !k.Key.Contains("preference", StringComparison.Ordinal) && k.Sum(t => t.Cells.Count()) >= 100))
        {
            var held = kind.SelectMany(t => t.Cells.Select(i => t.Holds(i, t.Learning.Shares[2]) ? 1.0 : 0)).Average();
            Assert.True(held >= 0.87, $"{kind.Key}: {held}");
        }
    }

    /// <summary>What is printed held on sources left out.</summary>
    [Fact]
    public void Learnt_WhatIsPrinted_HeldOnSourcesLeftOut()
    {
        var printed = GroupModel.Learnt.Pairs.Where(p => p.Use == IntervalUse.Own).ToArray();

        Assert.Contains(new PairOfKinds(GroupKind.Sex, GroupKind.Vote), printed.Select(p => p.Pair));
        Assert.Contains(new PairOfKinds(GroupKind.Vote, GroupKind.Vote), printed.Select(p => p.Pair));
        Assert.All(printed, p => Assert.InRange(p.Held[2], 0.87, 1));
        Assert.All(printed, p => Assert.InRange(p.Widened, 1, 2.001));
        Assert.All(GroupModel.Learnt.Pairs.Except(printed), p => Assert.False(p.TellsSigns));
    }

    /// <summary>A pair that one source alone has takes what was learnt of its rows; one that failed, nothing.</summary>
    [Fact]
    public void For_PairsThatCouldNotBeJudgedOrFailed_AreNotTaken()
    {
        var traits = new TableTraits([0.003, 0.003], 0.003, 0.1, 0.05);

        Assert.Null(GroupModel.Learnt.For(GroupKind.Other, GroupKind.Vote, traits));
        Assert.All(GroupModel.Learnt.Pairs.Where(p => p.Use == IntervalUse.None), p => Assert.Null(GroupModel.Learnt.For(p.Pair.Rows, p.Pair.Columns, traits)));
        Assert.All(GroupModel.Learnt.Pairs.Where(p => p.Use == IntervalUse.OfRows), p => Assert.NotEqual(p.Pair, GroupModel.Learnt.For(p.Pair.Rows, p.Pair.Columns, traits)?.Pair));
        Assert.True(GroupModel.Learnt.Of(GroupKind.Vote, GroupKind.Vote).TellsSigns);
    }
}
