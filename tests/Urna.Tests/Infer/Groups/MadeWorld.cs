using Urna.Infer.Tables;
using Urna.Numerics;

namespace Urna.Tests.Infer.Groups;

/// <summary>Places whose people and votes are known one by one, so that the truth is.</summary>
/// <param name="Problem">What is published: totals of places.</param>
/// <param name="Truth">The true shares, shape [rows × columns].</param>
sealed record MadeWorld(TransferProblem Problem, double[] Truth)
{
    /// <summary>A world of places.</summary>
    /// <param name="rows">Names of the groups.</param>
    /// <param name="columns">Names of the choices.</param>
    /// <param name="units">How many places.</param>
    /// <param name="seed">The seed.</param>
    /// <param name="people">The people of each group in a place.</param>
    /// <param name="shares">How a group of a place votes; the weights need not sum to 1.</param>
    public static MadeWorld Of(string[] rows, string[] columns, int units, ulong seed, Func<int, RandomSource, long[]> people, Func<int, int, long[], RandomSource, double[]> shares)
    {
        var random = new RandomSource(seed);
        var (lived, voted, truth) = (new List<long>(), new List<long>(), new double[rows.Length * columns.Length]);
        for (var u = 0; u < units; u++)
        {
            var own = people(u, random);
            var votes = new long[columns.Length];
            for (var g = 0; g < rows.Length; g++)
            {
                var weights = shares(u, g, own, random);
                var cast = new long[columns.Length];
                random.Multinomial(own[g], [.. weights.Select(w => w / weights.Sum())], cast);
                for (var c = 0; c < cast.Length; c++)
                {
                    votes[c] += cast[c];
                    truth[(g * columns.Length) + c] += cast[c];
                }
            }

            lived.AddRange(own);
            voted.AddRange(votes);
        }

        var problem = new TransferProblem([.. rows], [.. columns], [.. Enumerable.Range(0, units).Select(u => $"place-{u}")], [.. lived], [.. voted]);
        return new MadeWorld(problem, [.. truth.Chunk(columns.Length).SelectMany(row => row.Select(t => t / row.Sum()))]);
    }

    /// <summary>A number drawn evenly.</summary>
    public static double Between(RandomSource random, double least, double most) => least + ((most - least) * StandardNormalCdf(random.Normal()));

    /// <summary>Cells whose true share lies between two ends.</summary>
    /// <param name="lower">Lower ends.</param>
    /// <param name="upper">Upper ends.</param>
    public int Held(IReadOnlyList<double> lower, IReadOnlyList<double> upper) => Truth.Index().Count(t => lower[t.Index] - 1e-9 <= t.Item && t.Item <= upper[t.Index] + 1e-9);

    static double StandardNormalCdf(double z) => MathNet.Numerics.Distributions.Normal.CDF(0, 1, z);
}
