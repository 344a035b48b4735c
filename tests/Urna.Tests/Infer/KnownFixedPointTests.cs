using Urna.Infer.FixedPoints;

namespace Urna.Tests.Infer;

/// <summary>Both extrapolations on maps whose fixed point is known in closed form.</summary>
public class KnownFixedPointTests
{
    const double Tolerance = 1e-11;

    /// <summary>A solver by name, and how slowly the plain map goes: the part of the way that each step leaves.</summary>
    public static TheoryData<string, double> Cases { get; } = new MatrixTheoryData<string, double>(["anderson", "squarem"], [0.5, 0.9, 0.99]);

    [Theory]
    [MemberData(nameof(Cases))]
    public void Solve_OfASlowPull_ReachesItsPointInFewerSteps(string solver, double left)
    {
        double[] target = [0.7, 0.2, 0.1, 0.05, 0.15, 0.8];
        var map = new KnownMap(3, target.Length, (p, next) =>
        {
            for (var i = 0; i < p.Length; i++)
            {
                // Rows go at different paces.
                next[i] = target[i] + ((i < 3 ? left : left / 2) * (p[i] - target[i]));
            }
        });
        var solved = Solve(solver, map, [.. Enumerable.Repeat(1.0 / 3, 6)], 2000);

        Assert.True(solved.Converged);
        Assert.True(FixedPoint.Distance(target, solved.Shares) < 1e-8, $"{FixedPoint.Distance(target, solved.Shares)}");
        Assert.Equal(map.Evaluations, solved.Evaluations);
        Assert.True(solved.Evaluations < Math.Log(Tolerance) / Math.Log(left), $"{solved.Evaluations}");
    }

    /// <summary>A walk among five places, up with 0.3 and down with 0.2: the stationary shares go by 3/2 from each to the next.</summary>
    [Theory]
    [InlineData("anderson")]
    [InlineData("squarem")]
    public void Solve_OfAWalk_ReachesItsStationaryShares(string solver)
    {
        const int places = 5;
        var map = new KnownMap(places, places, (p, next) =>
        {
            next.Clear();
            for (var i = 0; i < places; i++)
            {
                next[Math.Min(i + 1, places - 1)] += 0.3 * p[i];
                next[Math.Max(i - 1, 0)] += 0.2 * p[i];
                next[i] += 0.5 * p[i];
            }
        });
        var weights = Enumerable.Range(0, places).Select(i => Math.Pow(1.5, i)).ToList();
        var solved = Solve(solver, map, [1, 0, 0, 0, 0], 2000);

        Assert.True(solved.Converged);
        Assert.True(FixedPoint.Distance([.. weights.Select(w => w / weights.Sum())], solved.Shares) < 1e-8, string.Join(' ', solved.Shares));
    }

    [Theory]
    [InlineData("anderson")]
    [InlineData("squarem")]
    public void Solve_WithTooFewSteps_SaysThatItHasNotConverged(string solver)
    {
        var map = new KnownMap(2, 2, (p, next) =>
        {
            next[0] = 0.4 + (0.999 * (p[0] - 0.4));
            next[1] = 1 - next[0];
        });
        var solved = Solve(solver, map, [0.9, 0.1], 2);

        Assert.False(solved.Converged);
        Assert.True(solved.Residual > Tolerance);
        Assert.InRange(solved.Evaluations, 1, 4);
    }

    /// <summary>A share that the map leaves at zero stays there; rows keep their sum.</summary>
    [Theory]
    [InlineData("anderson")]
    [InlineData("squarem")]
    public void Solve_WithAShareOfZero_KeepsIt(string solver)
    {
        var map = new KnownMap(3, 3, (p, next) =>
        {
            next[0] = 0;
            next[1] = 0.25 + (0.9 * (p[1] - 0.25));
            next[2] = 1 - next[1];
        });
        var solved = Solve(solver, map, [0, 0.5, 0.5], 2000);

        Assert.True(solved.Converged);
        Assert.Equal(0, solved.Shares[0]);
        Assert.Equal(0.25, solved.Shares[1], 1e-8);
        Assert.Equal(1, solved.Shares.Sum(), 1e-12);
    }

    static FixedPointResult Solve(string solver, IShareMap map, double[] start, int most) =>
        solver == "anderson" ? Anderson.Solve(map, start, [], Tolerance, most) : Squarem.Solve(map, start, [], Tolerance, most);

    delegate void Step(ReadOnlySpan<double> shares, Span<double> next);

    /// <summary>A map that is a formula, with no units.</summary>
    sealed class KnownMap(int columns, int size, Step step) : IShareMap
    {
        public int Evaluations { get; private set; }

        public int Columns => columns;

        public int Size => size;

        public double[] StandardStart() => [.. Enumerable.Repeat(1.0 / columns, size)];

        public void Apply(ReadOnlySpan<double> shares, Span<double> next)
        {
            Evaluations++;
            step(shares, next);
        }

        public void Apply(ReadOnlySpan<double> shares, ReadOnlySpan<double> unitWeights, Span<double> next) => Apply(shares, next);

        public void Conditional(int unit, ReadOnlySpan<double> shares, Span<double> q) => throw new NotSupportedException();

        public double LogLikelihood(ReadOnlySpan<double> shares) => throw new NotSupportedException();

        public IShareMap Fork() => new KnownMap(columns, size, step);
    }
}
