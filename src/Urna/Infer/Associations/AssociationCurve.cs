using Urna.Numerics;

namespace Urna.Infer.Associations;

/// <summary>How the association that votes of places show becomes the association of people's votes.</summary>
/// <param name="Slope">Of the shown lift.</param>
/// <param name="Bend">Of its square.</param>
/// <param name="Size">Of the lift times how large row and column are.</param>
/// <param name="Inequality">Of the lift times how unequal they are.</param>
/// <remarks>
/// The lift of a cell is ℓ = log(V N / (w x) + floor): its people against what they would be if rows voted alike. With
/// a = log(w/N) + 2 and b = log(x/N) + 2 the people's lift is ℓ (slope + bend ℓ + size (a + b) + inequality |a − b|), and the table is
/// then fitted to its margins. Places where people of a kind live together vote more like each other than their people do, so the shown
/// association is too strong in cells that should be small and too weak in others; the curve undoes what of this is regular. It was
/// learnt on elections with published cross votes: `dotnet run --project bench/Urna.Accuracy -- learn` learns it anew.
/// </remarks>
sealed record AssociationCurve(double Slope, double Bend, double Size, double Inequality)
{
    /// <summary>Added to a ratio of lift, so that an empty cell has a finite one.</summary>
    public const double Floor = 0.2;

    const double FloorOfShare = 0.002;
    const double CentreOfLog = 2;

    /// <summary>The curve learnt on every second of the 318 open elections with published cross votes.</summary>
    public static AssociationCurve Learnt { get; } = new(1.024, 0.191, 0.230, -0.121);

    /// <summary>The table of people that two tables show, before it is fitted to the margins.</summary>
    /// <param name="rows">People by row, shape [rows].</param>
    /// <param name="columns">People by column, shape [columns].</param>
    /// <param name="forward">People by cell as estimated from rows to columns, shape [rows × columns].</param>
    /// <param name="backward">The same as estimated from columns to rows.</param>
    public double[] Seeds(ReadOnlySpan<double> rows, ReadOnlySpan<double> columns, ReadOnlySpan<double> forward, ReadOnlySpan<double> backward)
    {
        var all = Sums.Of(rows);
        var seeds = new double[forward.Length];
        for (var i = 0; i < seeds.Length; i++)
        {
            var (row, column) = (rows[i / columns.Length] / all, columns[i % columns.Length] / all);
            var alike = row * column * all;
            if (alike > 0)
            {
                var lift = 0.5 * (Math.Log((forward[i] / alike) + Floor) + Math.Log((backward[i] / alike) + Floor));
                seeds[i] = alike * Math.Exp(Of(lift, row, column));
            }
        }

        return seeds;
    }

    /// <summary>People's log lift for a lift that places show.</summary>
    double Of(double lift, double row, double column)
    {
        var (a, b) = (Math.Log(row + FloorOfShare) + CentreOfLog, Math.Log(column + FloorOfShare) + CentreOfLog);
        return lift * (Slope + (Bend * lift) + (Size * (a + b)) + (Inequality * Math.Abs(a - b)));
    }
}
