using Urna.Infer.Associations;
using Urna.Infer.Estimates;
using Urna.Infer.FixedPoints;
using Urna.Infer.Uncertainty;

namespace Urna.Accuracy;

/// <summary>What a method gave for an election, beside the truth.</summary>
/// <param name="Election">The election.</param>
/// <param name="Method">The method's name.</param>
/// <param name="Shares">P(column | row), shape [rows × columns].</param>
/// <param name="Errors">Its sampling errors.</param>
/// <param name="Trust">How far rows explain columns as the model says, in [0, 1].</param>
/// <param name="Dispersion">How much more units scatter than a multinomial.</param>
sealed record MethodRun(KnownElection Election, string Method, double[] Shares, SamplingErrors Errors, double Trust, double Dispersion)
{
    /// <summary>Per cent of people put in the wrong cell.</summary>
    public double Error => Election.Error([.. Shares.Select((s, i) => s * Election.Problem.InformedRows[i / Columns])]);

    int Columns => Election.Problem.ColumnNames.Length;

    /// <summary>Each cell of a row that has people: what tells its error, and the true share.</summary>
    public IEnumerable<(IntervalScale Scale, double Truth)> Cells()
    {
        var (rows, columns) = (Election.Problem.InformedRows, Election.Problem.InformedColumns);
        var people = rows.Sum();
        for (var i = 0; i < Shares.Length; i++)
        {
            var (g, c) = (i / Columns, i % Columns);
            var all = Enumerable.Range(g * Columns, Columns).Sum(k => Election.Truth[k]);
            if (all > 0)
            {
                var scale = new IntervalScale(
                    Shares[i], rows[g] / people, columns[c] / people, Election.Problem.Units.Length, people / Election.Problem.Units.Length, Dispersion, Errors.StandardErrors[i]);
                yield return (scale, Election.Truth[i] / all);
            }
        }
    }

    /// <summary>Runs a classical method.</summary>
    /// <param name="election">The election.</param>
    /// <param name="method">The method.</param>
    /// <param name="options">How far to go.</param>
    public static MethodRun Of(KnownElection election, TransferMethod method, TransferOptions options)
    {
        var problem = election.Problem;
        double[] shares = [.. method.Estimate(problem, options).Shares];
        return new MethodRun(election, method.Name, shares, Sandwich.Of(problem, method.Map(problem, options.Threads), shares), 0, Infer.Associations.Dispersion.Of(problem, shares) ?? 1);
    }

    /// <summary>Runs the association model with a curve.</summary>
    /// <param name="election">The election.</param>
    /// <param name="association">What both directions show.</param>
    /// <param name="curve">The curve.</param>
    public static MethodRun Of(KnownElection election, Association association, AssociationCurve curve)
    {
        var problem = election.Problem;
        var map = new PseudoCountMap(problem, TransferMethod.NormalDensity.Map(problem, 1), association.Strength);
        var shares = FittedUnits.Shares(problem, association, curve);
        return new MethodRun(
            election,
            "association",
            shares,
            Sandwich.Of(problem, map, association.Shares),
            association.Trust,
            association.Dispersion ?? 1);
    }
}
