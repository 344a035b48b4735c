using System.Collections.Immutable;
using MathNet.Numerics.LinearAlgebra;
using Urna.Infer.Groups;
using Urna.Infer.Uncertainty;
using Urna.Model;

namespace Urna.Accuracy;

/// <summary>Learns how much of what places show is believed, and how far shares are then from the truth, by pair of kinds.</summary>
/// <remarks>
/// Sources count alike, not cells: of n cells that one source has of a pair, each weighs n^-½, and all of them no more than 400 would. What is learnt of all
/// pairs of one kind of rows serves pairs that were never seen: there, pairs count alike.
/// </remarks>
static class GroupLearner
{
    const double Ridge = 0.02;
    const double Nothing = 0.05;
    const double LeastMiss = 0.0003;
    const double MostOfSource = 20;
    const double PartOfOthers = 0.05;

    // Half of the 318 served to learn the curve of association: they say less of how far it errs.
    const double PartOfTheCurve = 0.2;

    // Of differences that stand apart from zero, no more than this part may have the wrong sign.
    const double WrongSigns = 0.05;
    const double StepOfSigns = 1.1;
    const double MostForSigns = 10;

    // A pair with less than this weight of cells may be of one place and its way; it is made wider.
    const double FewCells = 10;
    const double WiderOfFew = 1.5;

    sealed record Cell(GroupCase Case, int Index, double Weight)
    {
        public int Row { get; } = Index / Case.Columns;

        public double Truth { get; } = Case.Truth(Index)!.Value;

        public double Shown { get; } = Case.Shown.Places[Index];

        public double Alike { get; } = Case.Shown.Alike[Index];

        public double Part { get; } = Case.Part(Index / Case.Columns);

        public double Column { get; } = Case.Everyone(Index % Case.Columns);

        public ShareTraits Traits => new(Alike, Shown, Part, Column);

        public double Miss(GroupLearning pull) => Math.Abs(Truth - Estimate(pull)) + LeastMiss;

        public double Estimate(GroupLearning pull) => Alike + (pull.PullOf(Case.Traits) * (Shown - Alike));
    }

    /// <summary>Learns from cases.</summary>
    /// <param name="cases">The cases.</param>
    public static GroupModel Learn(IReadOnlyList<GroupCase> cases)
    {
        var cells = Cells(cases);
        var pairs = cells.GroupBy(c => c.Case.Pair).Where(p => p.Key.Columns != GroupKind.Other).OrderBy(p => p.Key.Rows).ThenBy(p => p.Key.Columns).ToDictionary(p => p.Key, p => p.ToArray());
        GroupLearning[] pulls = [.. pairs.Select(p => Pulled(p.Key, p.Value, ofMany: p.Key == new PairOfKinds(GroupKind.Vote, GroupKind.Vote)))];
        var traits = Traits(pulls.Select(p => (p, pairs[p.Pair])));
        var fitted = pulls.Select(p => Scaled(p, pairs[p.Pair], traits)).ToArray();
        var all = fitted.SelectMany(l => Ratios(l, pairs[l.Pair], traits)).ToArray();
        var own = fitted.Select(l => Quantiles(l, cases, Ratios(l, pairs[l.Pair], traits), all, traits));
        var pooled = cells.GroupBy(c => c.Case.Pair.Rows).OrderBy(r => r.Key).Where(r => r.Key != GroupKind.Other).Select(r => Pooled(new PairOfKinds(r.Key, GroupKind.Other), AlikeByPair(OfUnknownColumns(r)), cases, traits));
        var unknown = new PairOfKinds(GroupKind.Other, GroupKind.Other);
        var everything = Fitted(Pulled(unknown, AlikeByPair(cells), ofMany: true) with { Pull = UnknownPull.Of(cases) }, AlikeByPair(cells), cases, traits);
        return new GroupModel(traits, [.. own, .. pooled, everything]);
    }

    static GroupLearning Pooled(PairOfKinds pair, Cell[] cells, IReadOnlyList<GroupCase> cases, ImmutableArray<double> traits) =>
        Fitted(Pulled(pair, cells, ofMany: true), cells, cases, traits);

    static GroupLearning Fitted(GroupLearning pull, Cell[] cells, IReadOnlyList<GroupCase> cases, ImmutableArray<double> traits)
    {
        var learning = Scaled(pull, cells, traits);
        return Quantiles(learning, cases, Ratios(learning, cells, traits), [], traits);
    }

    static Cell[] Cells(IReadOnlyList<GroupCase> cases)
    {
        var counts = cases.GroupBy(c => (c.Pair, c.Source)).ToDictionary(g => g.Key, g => g.Sum(c => c.Election.Truth.Length));
        return
        [
            .. from one in cases
               let many = counts[(one.Pair, one.Source)]
               from i in Enumerable.Range(0, one.Election.Truth.Length)
               where one.Truth(i) is not null
               select new Cell(one, i, Math.Min(Math.Pow(many, -0.5), MostOfSource / many) * (one.LearntTheCurve ? PartOfTheCurve : 1)),
        ];
    }

    /// <summary>Of a kind of rows, what serves for columns of which nothing is known: of votes, what was no vote.</summary>
    static Cell[] OfUnknownColumns(IEnumerable<Cell> cells)
    {
        var all = cells.ToArray();
        var others = Array.FindAll(all, c => c.Case.Pair != new PairOfKinds(GroupKind.Vote, GroupKind.Vote));
        return others.Length > 0 ? others : all;
    }

    /// <summary>The same cells, weighted so that pairs count alike.</summary>
    static Cell[] AlikeByPair(IEnumerable<Cell> cells) =>
        [.. cells.GroupBy(c => c.Case.Pair).SelectMany(p => { var sum = p.Sum(c => c.Weight); return p.Select(c => c with { Weight = 10 * c.Weight / sum }); })];

    /// <summary>The part of the association that is believed, by weighted least squares drawn towards nothing.</summary>
    static GroupLearning Pulled(PairOfKinds pair, IReadOnlyList<Cell> cells, bool ofMany)
    {
        var size = ofMany ? 3 : 1;
        var (left, right) = (Matrix<double>.Build.Dense(size, size), Vector<double>.Build.Dense(size));
        foreach (var cell in cells)
        {
            var features = GroupLearning.Features(cell.Case.Traits);
            var shown = cell.Shown - cell.Alike;
            var weight = cell.Weight / (cell.Case.LearntTheCurve ? PartOfTheCurve : 1) * cell.Part / ((cell.Column * (1 - cell.Column)) + 0.01);
            for (var i = 0; i < size; i++)
            {
                right[i] += weight * features[i] * shown * (cell.Truth - cell.Alike);
                for (var j = 0; j < size; j++)
                {
                    left[i, j] += weight * features[i] * features[j] * shown * shown;
                }
            }
        }

        for (var i = 0; i < size; i++)
        {
            left[i, i] += Ridge;
        }

        var pull = left.Solve(right).Select(v => Math.Round(v, 3)).ToArray();
        if (!ofMany && pull[0] < Nothing)
        {
            pull[0] = 0;
        }

        return new GroupLearning(pair, [.. pull], 0, [], [], [], [], [], [], LeastIdentifiability(cells), LocalizedText.Same(""));
    }

    static double LeastIdentifiability(IEnumerable<Cell> cells) => Math.Floor(10_000 * cells.Min(c => c.Case.Traits.Identifiability[c.Row])) / 10_000;

    /// <summary>Coefficients of the traits under which misses are likeliest as exponential variables, each pair with a constant of its own.</summary>
    static ImmutableArray<double> Traits(IEnumerable<(GroupLearning Pull, Cell[] Cells)> pairs)
    {
        var known = pairs.Select(p => p.Cells.Select(c => (Features: c.Traits.Features(), Miss: c.Miss(p.Pull), c.Weight)).ToArray()).ToArray();
        var at = new double[ShareTraits.Count];
        for (var step = 0; step < 40; step++)
        {
            var (left, right) = (Matrix<double>.Build.DenseDiagonal(at.Length, at.Length, 1), Vector<double>.Build.Dense(at.Length, k => -at[k]));
            foreach (var cells in known)
            {
                var (constant, means) = (Constant(cells, at), Means(cells));
                foreach (var (features, miss, weight) in cells)
                {
                    var over = Math.Min(4, (miss / Math.Exp(constant + Dot(features, at))) - 1);
                    for (var i = 0; i < at.Length; i++)
                    {
                        right[i] += weight * (features[i] - means[i]) * over;
                        for (var j = 0; j < at.Length; j++)
                        {
                            left[i, j] += weight * (features[i] - means[i]) * (features[j] - means[j]);
                        }
                    }
                }
            }

            var move = left.Solve(right);
            at = [.. at.Select((v, k) => v + Math.Clamp(move[k], -0.5, 0.5))];
        }

        return [.. at.Select(v => Math.Round(v, 3))];
    }

    static double[] Means((double[] Features, double Miss, double Weight)[] cells) =>
        [.. Enumerable.Range(0, ShareTraits.Count).Select(k => cells.Sum(c => c.Weight * c.Features[k]) / cells.Sum(c => c.Weight))];

    static double Constant((double[] Features, double Miss, double Weight)[] cells, double[] at) =>
        Math.Log(cells.Sum(c => c.Weight * c.Miss * Math.Exp(-Dot(c.Features, at))) / cells.Sum(c => c.Weight));

    static double Dot(double[] features, double[] at)
    {
        var sum = 0.0;
        for (var k = 0; k < features.Length; k++)
        {
            sum += features[k] * at[k];
        }

        return sum;
    }

    static GroupLearning Scaled(GroupLearning pull, Cell[] cells, ImmutableArray<double> traits) =>
        pull with { Scale = Math.Round(Constant([.. cells.Select(c => (c.Traits.Features(), c.Miss(pull), c.Weight))], [.. traits]), 3) };

    static (double Ratio, double Weight)[] Ratios(GroupLearning learning, IEnumerable<Cell> cells, ImmutableArray<double> traits)
    {
        var model = new GroupModel(traits, []);
        return [.. cells.Select(c => (c.Miss(learning) / model.UsualError(learning, c.Traits), c.Weight))];
    }

    /// <summary>How many usual errors hold each level's part of cells, differences and tables.</summary>
    static GroupLearning Quantiles(GroupLearning learning, IReadOnlyList<GroupCase> cases, (double Ratio, double Weight)[] own, (double Ratio, double Weight)[] others, ImmutableArray<double> traits)
    {
        var all = own.Sum(o => o.Weight);
        var wider = all < FewCells ? 1 + (WiderOfFew / all) : 1;
        (double Ratio, double Weight)[] shares = [.. own.Select(o => (wider * o.Ratio, o.Weight)), .. others.Select(o => (wider * o.Ratio, PartOfOthers * o.Weight))];
        var model = new GroupModel(traits, [learning]);
        var tables = cases.Where(c => c.Belongs(learning.Pair))
            .Select(c => (Case: c, Judged: JudgedTable.Of(c, learning, model))).ToArray();
        var counts = tables.CountBy(t => (t.Case.Pair, t.Case.Source)).ToDictionary();
        return learning with
        {
            Shares = At(shares),
            Differences = Signed(
                At([.. tables.SelectMany(t => Missed(t.Judged, wider, Math.Pow(counts[(t.Case.Pair, t.Case.Source)], -0.5)))]),
                [.. tables.SelectMany(t => t.Judged.Differences())]),
            Tables = At([.. tables.Select(t => (wider * t.Judged.Worst(), Math.Pow(counts[(t.Case.Pair, t.Case.Source)], -0.5)))]),
        };
    }

    /// <summary>Multiples made larger until signs are right of those that stand apart at 0.9.</summary>
    static ImmutableArray<double> Signed(ImmutableArray<double> multiples, (double Estimate, double Truth, double Usual)[] differences)
    {
        var factor = 1.0;
        while (factor < MostForSigns && Wrong(multiples[2] * factor) > WrongSigns)
        {
            factor *= StepOfSigns;
        }

        return [.. multiples.Select(m => Math.Round(m * factor, 3))];

        double Wrong(double multiple)
        {
            var apart = Array.FindAll(differences, d => Math.Abs(d.Estimate) > multiple * d.Usual);
            return apart.Length == 0 ? 0 : apart.Count(d => Math.Sign(d.Estimate) != Math.Sign(d.Truth)) / (double)apart.Length;
        }
    }

    static IEnumerable<(double Ratio, double Weight)> Missed(JudgedTable table, double wider, double weight)
    {
        var differences = table.Differences().ToArray();
        return differences.Select(d => (wider * Math.Abs(d.Truth - d.Estimate) / d.Usual, weight / differences.Length));
    }

    static ImmutableArray<double> At((double Ratio, double Weight)[] ratios)
    {
        if (ratios.Length == 0)
        {
            return [.. IntervalCalibration.Levels.Select(_ => 0.0)];
        }

        var ordered = ratios.OrderBy(r => r.Ratio).ToArray();
        var all = ordered.Sum(r => r.Weight);
        return
        [
            .. IntervalCalibration.Levels.Select(level =>
            {
                var sum = 0.0;
                var at = ordered.TakeWhile(r => (sum += r.Weight) < level * all).Count();
                return Math.Round(ordered[Math.Min(at, ordered.Length - 1)].Ratio, 3);
            }),
        ];
    }
}
