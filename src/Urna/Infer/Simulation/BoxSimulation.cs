using Urna.Infer.Tables;
using Urna.Numerics;

namespace Urna.Infer.Simulation;

/// <summary>Draws boxes with known truth, for tests and teaching.</summary>
/// <remarks>
/// The national mix π of the rows and their shares p are drawn once. In unit b the mix is Dirichlet around π with segregation λ; row g's shares are
/// Dirichlet around softmax(ln p_gc + κ (mix_bg − π_g) d_gc) with heterogeneity φ, where d_gc is normal and drawn once. People are then multinomial.
/// λ and φ are intraclass correlations: a share of mean m varies with variance m (1 − m) λ. With φ = κ = 0 it is the multinomial model.
/// </remarks>
public static class BoxSimulation
{
    /// <summary>Draws the boxes.</summary>
    /// <param name="settings">What they are like.</param>
    /// <exception cref="ArgumentException">The settings have a <see cref="SimulationSettings.Fault"/>.</exception>
    public static SimulatedBoxes Draw(SimulationSettings settings)
    {
        if (settings.Fault is { } fault)
        {
            throw new ArgumentException(fault, nameof(settings));
        }

        var random = new RandomSource(settings.Seed);
        var nation = new Nation(settings, random.Split(0));
        var entries = settings.RollChange > 0 ? 1 : 0;
        var width = (settings.Rows + entries) * (settings.Columns + entries);
        var cells = new long[settings.Units * width];
        for (var b = 0; b < settings.Units; b++)
        {
            nation.DrawUnit(random.Split(b + 1), cells.AsSpan(b * width, width));
        }

        return new SimulatedBoxes(settings, cells);
    }

    /// <summary>What all units have in common, and room to draw one.</summary>
    sealed class Nation
    {
        readonly SimulationSettings settings;
        readonly double[] mix;
        readonly double[] logShares;
        readonly double[] directions;
        readonly double[] unitMix;
        readonly double[] shares;
        readonly double[] unitShares;
        readonly long[] people;

        public Nation(SimulationSettings settings, RandomSource random)
        {
            this.settings = settings;
            var (rows, columns) = (settings.Rows + 1, settings.Columns);
            mix = new double[settings.Rows];
            (unitMix, people) = (new double[settings.Rows], new long[settings.Rows]);
            (shares, unitShares) = (new double[columns], new double[columns]);
            DrawEven(random, mix);
            (logShares, directions) = (new double[rows * columns], new double[rows * columns]);

            // The last row is of those who enter the roll.
            for (var g = 0; g < rows; g++)
            {
                DrawEven(random, shares);
                for (var c = 0; c < columns; c++)
                {
                    logShares[(g * columns) + c] = Math.Log(shares[c]);
                    directions[(g * columns) + c] = random.Normal();
                }
            }
        }

        public void DrawUnit(RandomSource random, Span<long> table)
        {
            var (rows, columns) = (settings.Rows, settings.Columns);
            var width = table.Length / (rows + (settings.RollChange > 0 ? 1 : 0));
            var size = DrawSize(random);
            random.Shares(mix, settings.Segregation, unitMix);
            random.Multinomial(size, unitMix, people);
            for (var g = 0; g < rows; g++)
            {
                var left = settings.RollChange > 0 ? random.Binomial(people[g], settings.RollChange) : 0;
                DrawRow(random, g, unitMix[g] - mix[g], people[g] - left, table.Slice(g * width, columns));
                if (width > columns)
                {
                    table[(g * width) + columns] = left;
                }
            }

            if (width > columns)
            {
                DrawRow(random, rows, 0, random.Binomial(size, settings.RollChange), table.Slice(rows * width, columns));
            }
        }

        void DrawRow(RandomSource random, int row, double surplus, long voters, Span<long> counts)
        {
            var columns = settings.Columns;
            for (var c = 0; c < columns; c++)
            {
                shares[c] = logShares[(row * columns) + c] + (settings.Context * surplus * directions[(row * columns) + c]);
            }

            RandomDraws.Softmax(shares);
            random.Shares(shares, settings.Heterogeneity, unitShares);
            random.Multinomial(voters, unitShares, counts);
        }

        long DrawSize(RandomSource random)
        {
            var variance = settings.SizeSpread * settings.SizeSpread;
            var size = variance == 0 ? settings.Size : settings.Size * variance * Math.Exp(random.LogGammaDraw(1 / variance));
            return Math.Clamp((long)Math.Round(size), 1, TransferProblem.MaxCount / 2);
        }

        /// <summary>Shares of which any is as likely as another.</summary>
        static void DrawEven(RandomSource random, Span<double> shares)
        {
            for (var i = 0; i < shares.Length; i++)
            {
                shares[i] = random.LogGammaDraw(1);
            }

            RandomDraws.Softmax(shares);
        }
    }
}
