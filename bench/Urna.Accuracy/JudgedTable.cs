using Urna.Infer.Groups;
using Urna.Model;

namespace Urna.Accuracy;

/// <summary>Estimates of a case beside the truth.</summary>
/// <param name="Case">The case.</param>
/// <param name="Learning">What was learnt of its pair.</param>
/// <param name="Shares">The estimate, shape [rows × columns].</param>
/// <param name="Usual">The usual error of each share.</param>
sealed record JudgedTable(GroupCase Case, GroupLearning Learning, double[] Shares, double[] Usual)
{
    int Columns => Case.Election.Problem.ColumnNames.Length;

    /// <summary>Whether it is unlike all tables on which something was learnt, so that there are bounds alone.</summary>
    public bool ByBounds { get; init; }

    /// <summary>Estimates a case as is done where its truth is not known.</summary>
    /// <param name="one">The case.</param>
    /// <param name="model">What was learnt.</param>
    /// <param name="columnsKnown">Whether it is known what the columns are.</param>
    public static JudgedTable Of(GroupCase one, GroupModel model, bool columnsKnown = true)
    {
        var columns = columnsKnown ? one.Pair.Columns : GroupKind.Other;
        var learning = model.For(one.Pair.Rows, columns, one.Traits);
        return Of(one, learning ?? model.Of(one.Pair.Rows, columns), model) with { ByBounds = learning is null };
    }

    /// <summary>Estimates a case by what was learnt of a pair.</summary>
    /// <param name="one">The case.</param>
    /// <param name="learning">What was learnt of its pair.</param>
    /// <param name="model">The model that has the traits.</param>
    public static JudgedTable Of(GroupCase one, GroupLearning learning, GroupModel model)
    {
        var columns = one.Election.Problem.ColumnNames.Length;
        var drawn = one.Shown with { Pull = learning.PullOf(one.Traits) };
        return new JudgedTable(
            one,
            learning,
            drawn.Shares,
            [.. drawn.Shares.Select((_, i) => model.UsualError(learning, new ShareTraits(drawn.Alike[i], drawn.Places[i], one.Part(i / columns), one.Everyone(i % columns))))]);
    }

    /// <summary>Per cent of people put in the wrong cell.</summary>
    public double Error => ErrorOf(Shares);

    /// <summary>The same of other shares.</summary>
    /// <param name="shares">The shares.</param>
    public double ErrorOf(IEnumerable<double> shares) => Case.Election.Error([.. shares.Select((s, i) => s * Case.Election.Problem.InformedRows[i / Columns])]);

    /// <summary>The cells that have a truth.</summary>
    public IEnumerable<int> Cells => Enumerable.Range(0, Shares.Length).Where(i => Case.Truth(i) is not null);

    /// <summary>The interval of a cell, within its bounds.</summary>
    /// <param name="cell">The cell's index.</param>
    /// <param name="multiple">How many usual errors it reaches.</param>
    public (double Lower, double Upper) Interval(int cell, double multiple) => (
        Math.Clamp(Shares[cell] - (multiple * Usual[cell]), Case.Bounds.Lower[cell], Case.Bounds.Upper[cell]),
        Math.Clamp(Shares[cell] + (multiple * Usual[cell]), Case.Bounds.Lower[cell], Case.Bounds.Upper[cell]));

    /// <summary>Whether an interval holds the truth.</summary>
    /// <param name="cell">The cell's index.</param>
    /// <param name="multiple">How many usual errors it reaches.</param>
    public bool Holds(int cell, double multiple)
    {
        var (lower, upper) = Interval(cell, multiple);
        return lower - 1e-9 <= Case.Truth(cell) && Case.Truth(cell) <= upper + 1e-9;
    }

    /// <summary>The most usual errors by which a share of the table misses, where bounds do not stop it.</summary>
    public double Worst() => Cells.Max(i => Math.Abs(Case.Truth(i)!.Value - Shares[i]) / Usual[i]);

    /// <summary>Differences of two rows in a column.</summary>
    public IEnumerable<(double Estimate, double Truth, double Usual)> Differences()
    {
        foreach (var a in Cells)
        {
            for (var b = a + Columns; b < Shares.Length; b += Columns)
            {
                if (Case.Truth(b) is { } truth)
                {
                    yield return (Shares[a] - Shares[b], Case.Truth(a)!.Value - truth, double.Hypot(Usual[a], Usual[b]));
                }
            }
        }
    }
}
