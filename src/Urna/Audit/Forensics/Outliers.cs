using System.Collections.Immutable;
using Urna.Numerics;

namespace Urna.Audit.Forensics;

/// <summary>Units whose leader's share is far from what neighbours, or the moves of voters, lead to expect.</summary>
/// <remarks>
/// Counts are not as even as the binomial distribution, and their tails are longer than the normal one's: how long is read from the middle of the residuals and the places where one of twenty lies, and how many then lie far out is what is expected.
/// </remarks>
static class Outliers
{
    const double Far = 5;

    /// <summary>Residuals against neighbours.</summary>
    public static ForensicLook? AgainstNeighbours(ForensicCount count) => Of([.. Neighbourhood.Of(count).Select(s => (s.Unit, s.Share))]);

    /// <summary>Residuals against the expected votes of the leader.</summary>
    public static ForensicLook? AgainstModel(ForensicCount count) => Of(
        [.. count.Units.Where(u => u.LeaderExpected is > 0 && !u.IsImpossible).Select(u => (u, (u.Votes[count.Leader] - u.LeaderExpected!.Value) / Math.Sqrt(Math.Max(1, u.LeaderExpected.Value))))]);

    static ForensicLook? Of(ImmutableArray<(ForensicUnit Unit, double Residual)> residuals)
    {
        if (residuals.Length < 100)
        {
            return null;
        }

        var (middle, spread) = (Neighbourhood.Median(residuals.Select(r => r.Residual)), Neighbourhood.Spread(residuals.Select(r => r.Residual)));
        if (spread == 0)
        {
            return null;
        }

        double[] sizes = [.. residuals.Select(r => Math.Abs(r.Residual - middle) / spread).Order()];
        var tail = TailOf(sizes);
        var far = residuals.Where(r => Math.Abs(r.Residual - middle) / spread > Far).ToList();
        var deviation = Math.Max(Math.Sqrt(tail * residuals.Length), Neighbourhood.Deviation(residuals.Select(r => (r.Unit.Group, Value: Math.Abs(r.Residual - middle) / spread > Far ? 1.0 : 0))));
        return new(
            residuals.Length, far.Count, tail * residuals.Length, deviation,
            [.. far.OrderByDescending(r => Math.Abs(r.Residual - middle)).Take(10).Select(r => r.Unit.Place)]);
    }

    /// <summary>The part that lies far out, if the tail goes on as it falls between the farthest tenth and hundredth: as an exponential of a power.</summary>
    static double TailOf(double[] sizes)
    {
        // P(size > x) = exp(−(a x)^b) through the points that one of ten and one of a hundred exceed (Weibull).
        double At(double part) => sizes[Math.Min(sizes.Length - 1, (int)(sizes.Length * part))];
        var (near, farther) = (At(0.90), At(0.99));
        var b = farther > near && near > 0 ? Math.Log(Math.Log(0.01) / Math.Log(0.10)) / Math.Log(farther / near) : 2;
        return Math.Exp(-Math.Pow(Far / Math.Max(near, 1e-9), b) * -Math.Log(0.10));
    }
}
