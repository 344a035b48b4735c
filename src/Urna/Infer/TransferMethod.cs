using System.Collections.Immutable;

namespace Urna.Infer;

/// <summary>A way to estimate flows.</summary>
public sealed class TransferMethod
{
    readonly Func<TransferProblem, IExpectation> expectation;

    TransferMethod(string name, Func<TransferProblem, IExpectation> expectation) => (Name, this.expectation) = (name, expectation);

    /// <summary>Votes of a unit as draws with its expected shares; fast, for units of any size.</summary>
    public static TransferMethod Multinomial { get; } = new("multinomial", p => new MultinomialExpectation(p));

    /// <summary>Every method.</summary>
    public static ImmutableArray<TransferMethod> All { get; } = [Multinomial];

    /// <summary>Its name in commands and answers.</summary>
    public string Name { get; }

    /// <summary>The method of that name; null if there is none.</summary>
    /// <param name="name">The name.</param>
    public static TransferMethod? Named(string name) => All.FirstOrDefault(m => m.Name == name);

    /// <summary>Estimates the flows.</summary>
    /// <param name="problem">The counts.</param>
    /// <param name="options">Where to start and how far to go; defaults if null.</param>
    /// <exception cref="ArgumentException">The start has another shape than rows × columns.</exception>
    public TransferEstimate Estimate(TransferProblem problem, TransferOptions? options = null)
    {
        options ??= new TransferOptions();
        var map = Map(problem, options.Threads);
        var found = FixedPoint.Solve(map, options);
        return new TransferEstimate(
            Name,
            problem,
            [.. found.Shares],
            Counts(problem, found.Shares),
            map.LogLikelihood(found.Shares),
            found.Iterations,
            found.Evaluations,
            found.Residual,
            found.Converged);
    }

    /// <summary>The map whose fixed points the method looks for.</summary>
    /// <param name="problem">The counts.</param>
    /// <param name="threads">Threads at most; 0 for as many as the machine has cores.</param>
    internal IShareMap Map(TransferProblem problem, int threads = 0) => new EmMap(problem, expectation(problem), threads);

    static ImmutableArray<double> Counts(TransferProblem problem, double[] shares)
    {
        var (rows, columns) = (problem.RowNames.Length, problem.ColumnNames.Length);
        var people = new double[rows];
        for (var b = 0; b < problem.Units.Length; b++)
        {
            for (var g = 0; g < rows; g++)
            {
                people[g] += problem.RowsOf(b)[g];
            }
        }

        return [.. shares.Select((share, i) => share * people[i / columns])];
    }
}
