using System.Collections.Immutable;
using Urna.Infer.Associations;
using Urna.Infer.Expectations;
using Urna.Infer.FixedPoints;
using Urna.Infer.Tables;
using Urna.Validate;

namespace Urna.Infer.Estimates;

/// <summary>A way to estimate flows.</summary>
public sealed class TransferMethod
{
    readonly Func<TransferProblem, IExpectation> expectation;

    readonly Func<TransferProblem, Finding?> refusal;

    readonly Func<TransferProblem, TransferOptions, TransferEstimate> estimator;

    TransferMethod(
        string name,
        Func<TransferProblem, IExpectation> expectation,
        Func<TransferProblem, Finding?>? refusal = null,
        Func<TransferProblem, TransferOptions, TransferEstimate>? estimator = null)
    {
        (Name, this.expectation, this.refusal) = (name, expectation, refusal ?? (_ => null));
        this.estimator = estimator ?? AtFixedPoint;
    }

    /// <summary>Units share how rows and columns go together, learnt where the truth is published; each has shares of its own. The most accurate.</summary>
    public static TransferMethod Association { get; } = new("association", p => new NormalDensityExpectation(p), estimator: (p, options) => AssociationEstimate.Of(p, options));

    /// <summary>Votes of a unit as draws with its expected shares; fast, for units of any size.</summary>
    public static TransferMethod Multinomial { get; } = new("multinomial", p => new MultinomialExpectation(p));

    /// <summary>Votes of a unit as a normal vector with the variance of its people; the most accurate of the classical methods.</summary>
    public static TransferMethod NormalDensity { get; } = new("normal-density", p => new NormalDensityExpectation(p));

    /// <summary>The same with the mass about the votes in place of the density at them; slower, for small units.</summary>
    public static TransferMethod NormalIntegral { get; } = new("normal-integral", p => new NormalIntegralExpectation(p));

    /// <summary>The model itself, without approximation; for small units and few columns.</summary>
    public static TransferMethod Exact { get; } = new("exact", p => new ExactExpectation(p), ExactExpectation.Refusal);

    /// <summary>Every method.</summary>
    public static ImmutableArray<TransferMethod> All { get; } = [Association, Multinomial, NormalDensity, NormalIntegral, Exact];

    /// <summary>The method for who does not choose one.</summary>
    public static TransferMethod Auto => Association;

    /// <summary>Its name in commands and answers.</summary>
    public string Name { get; }

    /// <summary>The method of that name; null if there is none.</summary>
    /// <param name="name">The name.</param>
    public static TransferMethod? Named(string name) => All.FirstOrDefault(m => m.Name == name);

    /// <summary>Why the method does not fit a problem; null if it does.</summary>
    /// <param name="problem">The counts.</param>
    public Finding? Refusal(TransferProblem problem) => refusal(problem);

    /// <summary>Estimates the flows.</summary>
    /// <param name="problem">The counts.</param>
    /// <param name="options">Where to start and how far to go; defaults if null.</param>
    /// <exception cref="ArgumentException">The start has another shape than rows × columns, or the method refuses the problem.</exception>
    public TransferEstimate Estimate(TransferProblem problem, TransferOptions? options = null)
    {
        options ??= new TransferOptions();
        if (Refusal(problem) is { } why)
        {
            throw new ArgumentException($"The problem has {problem.Units.Length} units that '{Name}' cannot take; ask for its refusal first: {why.Message}", nameof(problem));
        }

        return estimator(problem, options);
    }

    /// <summary>Estimates place by place; the association method draws places with few units towards all of them.</summary>
    /// <param name="whole">All units.</param>
    /// <param name="places">The units of each place.</param>
    /// <param name="options">Where to start and how far to go; defaults if null.</param>
    /// <exception cref="ArgumentException">The method refuses a place.</exception>
    public ImmutableArray<TransferEstimate> EstimateByPlace(TransferProblem whole, IReadOnlyList<TransferProblem> places, TransferOptions? options = null) =>
        this == Association ? PlaceHierarchy.Estimate(whole, places, options ?? new TransferOptions()) : [.. places.Select(place => Estimate(place, options))];

    /// <summary>The map whose fixed points the method looks for.</summary>
    /// <param name="problem">The counts.</param>
    /// <param name="threads">Threads at most; 0 for as many as the machine has cores.</param>
    /// <param name="cancel">Ends every application of the map.</param>
    internal IShareMap Map(TransferProblem problem, int threads = 0, CancellationToken cancel = default) => new EmMap(problem, expectation(problem), threads, cancel);

    /// <summary>Shares at the fixed point of the method's map.</summary>
    TransferEstimate AtFixedPoint(TransferProblem problem, TransferOptions options)
    {
        var map = Map(problem, options.Threads, options.Cancel);
        var found = FixedPoint.Solve(map, options);
        IndistinctRows.Pool(problem, found.Shares);
        return TransferEstimate.Of(Name, problem, found.Shares, map.LogLikelihood(found.Shares), found);
    }
}
