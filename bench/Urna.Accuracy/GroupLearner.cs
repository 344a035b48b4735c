using System.Collections.Immutable;
using MathNet.Numerics.LinearAlgebra;
using Urna.Infer.Groups;
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

    // Half of the 318 served to learn the curve of association: they say less of how far it errs.
    const double PartOfTheCurve = 0.2;

    // Of differences that stand apart from zero, no more than this part may have the wrong sign.
    const double WrongSigns = 0.05;
    const double StepOfSigns = 1.1;
    const double MostForSigns = 10;

    sealed record Cell(GroupCase Case, int Index, double Weight)
    {
        public int Row { get; } = Index / Case.Columns;

        public double Truth { get; } = Case.Truth(Index)!.Value;

        public double Shown { get; } = Case.Shown.Places[Index];

        public double Alike { get; } = Case.Shown.Alike[Index];

        public double Part { get; } = Case.Part(Index / Case.Columns);

        public double Column { get; } = Case.Everyone(Index % Case.Columns);

        public ShareTraits Traits => new(Alike, Shown, Part, Column);

        public double Miss(Pulls pulls) => Math.Abs(Truth - Estimate(pulls.For(Case))) + LeastMiss;

        public double Estimate(GroupLearning pull) => Alike + (pull.PullOf(Case.Traits) * (Shown - Alike));
    }

    /// <summary>What is believed for a pair, and what would be if a part of its cases were not known.</summary>
    sealed record Pulls(GroupLearning All, Func<GroupCase, object> Part, Dictionary<object, GroupLearning> Without)
    {
        /// <summary>What was learnt of the other parts.</summary>
        public GroupLearning For(GroupCase one) => Without.GetValueOrDefault(Part(one), All);
    }

    /// <summary>Learns from cases.</summary>
    /// <param name="cases">The cases.</param>
    public static GroupModel Learn(IReadOnlyList<GroupCase> cases)
    {
        var cells = Cells(cases);
        var pairs = cells.GroupBy(c => c.Case.Pair).Where(p => p.Key.Columns != GroupKind.Other).OrderBy(p => p.Key.Rows).ThenBy(p => p.Key.Columns).ToDictionary(p => p.Key, p => p.ToArray());
        var kinds = cells.GroupBy(c => c.Case.Pair.Rows).OrderBy(r => r.Key).Where(r => r.Key != GroupKind.Other)
            .ToDictionary(r => new PairOfKinds(r.Key, GroupKind.Other), r => AlikeByPair(OfUnknownColumns(r)));
        var unknown = new PairOfKinds(GroupKind.Other, GroupKind.Other);
        Pulls[] own = [.. pairs.Select(p => PulledBySource(p.Key, p.Value, ofMany: p.Key == new PairOfKinds(GroupKind.Vote, GroupKind.Vote)))];
        var traits = Traits(own.Select(p => (p, pairs[p.All.Pair])));
        var everything = AlikeByPair(cells);
        var believed = Pulled(unknown, everything, ofMany: true) with { Pull = BelievedPart.OfUnknown(cases) };
        (Pulls Pulls, Cell[] Cells)[] all =
        [
            .. own.Select(p => (p, pairs[p.All.Pair])),
            .. kinds.Select(k => (PulledByPair(k.Key, k.Value), k.Value)),
            (new Pulls(believed, c => c.Pair, []), everything),
        ];
        return Spread(cases, [.. all.Select(a => (a.Pulls with { All = Scaled(a.Pulls, a.Cells, traits) }, a.Cells))], own.Length, traits);
    }

    /// <summary>How far each pair's errors spread, from one source to another as from cell to cell.</summary>
    static GroupModel Spread(IReadOnlyList<GroupCase> cases, (Pulls Pulls, Cell[] Cells)[] learnt, int own, ImmutableArray<double> traits)
    {
        var model = new GroupModel(traits, []);
        var judged = learnt.Select(l => new Judged(l.Pulls, Ratios(l.Pulls, l.Cells, model), Tables(l.Pulls, cases, model))).ToArray();
        var (ofPairs, ofKinds) = (judged[..own], judged[own..]);
        var (shares, differences, tables) = (SourceEffects.Of(ofPairs.Select(j => j.Shares)), SourceEffects.Of(ofPairs.Select(j => j.Differences)), SourceEffects.Of(ofPairs.Select(j => j.Worst)));
        var (others, othersOfDifferences, othersOfTables) = (SourceEffects.Of(ofKinds.Select(j => j.Shares)), SourceEffects.Of(ofKinds.Select(j => j.Differences)), SourceEffects.Of(ofKinds.Select(j => j.Worst)));
        return new GroupModel(
            traits,
            [
                .. ofPairs.Select(j => j.Learnt(shares, differences, tables)),
                .. ofKinds.Select(j => j.Learnt(others, othersOfDifferences, othersOfTables)),
            ]);
    }

    /// <summary>What was judged of a pair: how many usual errors shares, differences and worst cells miss by, in which part of the cases.</summary>
    sealed record Judged(Pulls Pulls, Ratio[] Shares, JudgedTable[] Known)
    {
        public Ratio[] Differences { get; } = [.. Known.SelectMany(t => Of(t, Pulls.Part(t.Case), Weight(t, Known, Pulls)))];

        public Ratio[] Worst { get; } = [.. Known.Select(t => new Ratio(Pulls.Part(t.Case), t.Worst(), Weight(t, Known, Pulls)))];

        public GroupLearning Learnt(SourceEffects shares, SourceEffects differences, SourceEffects tables) => Pulls.All with
        {
            Shares = Rounded(shares.Quantiles(Shares)),
            Differences = Signed(Rounded(differences.Quantiles(Differences)), [.. Known.SelectMany(t => t.Differences())]),
            Tables = Rounded(tables.Quantiles(Worst)),
        };

        static double Weight(JudgedTable table, JudgedTable[] all, Pulls pulls) => Math.Pow(all.Count(t => t.Case.Pair == table.Case.Pair && t.Case.Source == table.Case.Source), -0.5);

        static IEnumerable<Ratio> Of(JudgedTable table, object part, double weight)
        {
            var differences = table.Differences().ToArray();
            return differences.Select(d => new Ratio(part, Math.Abs(d.Truth - d.Estimate) / d.Usual, weight / differences.Length));
        }

        static ImmutableArray<double> Rounded(IEnumerable<double> multiples) => [.. multiples.Select(m => Math.Round(m, 3))];
    }

    static JudgedTable[] Tables(Pulls pulls, IReadOnlyList<GroupCase> cases, GroupModel model) =>
        [.. cases.Where(c => c.Belongs(pulls.All.Pair)).Select(c => JudgedTable.Of(c, pulls.All with { Pull = pulls.For(c).Pull }, model))];

    /// <summary>For a pair that was seen: what a source shows is judged by what the others taught.</summary>
    static Pulls PulledBySource(PairOfKinds pair, Cell[] cells, bool ofMany) => PulledBy(pair, cells, ofMany, c => c.Source);

    /// <summary>For pairs that were not seen: what a pair shows is judged by what the others taught, and a source where there is but one pair.</summary>
    static Pulls PulledByPair(PairOfKinds pair, Cell[] cells) =>
        cells.DistinctBy(c => c.Case.Pair).Skip(1).Any() ? PulledBy(pair, cells, true, c => c.Pair) : PulledBy(pair, cells, true, c => c.Source);

    static Pulls PulledBy(PairOfKinds pair, Cell[] cells, bool ofMany, Func<GroupCase, object> part)
    {
        var parts = cells.Select(c => part(c.Case)).Distinct().ToArray();
        return new Pulls(Fitted(pair, cells, ofMany), part, parts.Length == 1 ? [] : parts.ToDictionary(p => p, p => Fitted(pair, [.. cells.Where(c => !part(c.Case).Equals(p))], ofMany)));
    }

    /// <summary>Least squares know no limit of 1 and would believe too little of earlier votes, who live apart.</summary>
    static GroupLearning Fitted(PairOfKinds pair, IReadOnlyList<Cell> cells, bool ofMany)
    {
        var pulled = Pulled(pair, cells, ofMany);
        return pair == new PairOfKinds(GroupKind.Vote, GroupKind.Vote) ? pulled with { Pull = BelievedPart.OfVotes([.. cells.Select(c => c.Case).Distinct()]) } : pulled;
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

        return new GroupLearning(pair, [.. pull], 0, [], [], [], [], [], [], LeastIdentifiability(cells), Seen(cells), LocalizedText.Same(""));
    }

    static TableRange Seen(IReadOnlyList<Cell> cells) => new(Most(cells, t => t.Apart), Most(cells, t => t.Strength), Most(cells, t => t.Explained));

    static double Most(IEnumerable<Cell> cells, Func<TableTraits, double> trait) => Math.Ceiling(1_000 * cells.Max(c => trait(c.Case.Traits))) / 1_000;

    static double LeastIdentifiability(IEnumerable<Cell> cells) => Math.Floor(10_000 * cells.Min(c => c.Case.Traits.Identifiability[c.Row])) / 10_000;

    /// <summary>Coefficients of the traits under which misses are likeliest as exponential variables, each pair with a constant of its own.</summary>
    static ImmutableArray<double> Traits(IEnumerable<(Pulls Pulls, Cell[] Cells)> pairs)
    {
        var known = pairs.Select(p => p.Cells.Select(c => (Features: c.Traits.Features(), Miss: c.Miss(p.Pulls), c.Weight)).ToArray()).ToArray();
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

    static GroupLearning Scaled(Pulls pulls, Cell[] cells, ImmutableArray<double> traits) =>
        pulls.All with { Scale = Math.Round(Constant([.. cells.Select(c => (c.Traits.Features(), c.Miss(pulls), c.Weight))], [.. traits]), 3) };

    static Ratio[] Ratios(Pulls pulls, IEnumerable<Cell> cells, GroupModel model) =>
        [.. cells.Select(c => new Ratio(pulls.Part(c.Case), c.Miss(pulls) / model.UsualError(pulls.All, c.Traits), c.Weight))];

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
}
