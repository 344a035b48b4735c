namespace Urna.Infer.Expectations;

/// <summary>Points spread evenly over a cube: multiples of the square roots of primes, folded.</summary>
/// <remarks>Richtmyer's lattice with the tent transform: Genz and Bretz, "Computation of multivariate normal and t probabilities" (2009), 4.2.2.</remarks>
static class LatticePoints
{
    /// <summary>How many points there are.</summary>
    public const int Count = 128;

    /// <summary>The points, shape [<see cref="Count"/> × (columns − 1)].</summary>
    /// <param name="columns">Columns of the problem.</param>
    public static double[] Of(int columns)
    {
        var roots = Primes().Take(columns - 1).Select(p => Math.Sqrt(p)).ToArray();
        return [.. from point in Enumerable.Range(1, Count) from root in roots select Math.Abs((2 * (point * root % 1)) - 1)];
    }

    static IEnumerable<int> Primes() => Enumerable.Range(2, int.MaxValue - 2).Where(n => Enumerable.Range(2, (int)Math.Sqrt(n) - 1).All(d => n % d != 0));
}
