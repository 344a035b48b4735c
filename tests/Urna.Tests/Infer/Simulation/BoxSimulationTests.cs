using Urna.Infer.Estimates;
using Urna.Infer.Roll;
using Urna.Infer.Simulation;
using Urna.Infer.Tables;

namespace Urna.Tests.Infer.Simulation;

/// <summary>Boxes with known truth: their margins are of it, and they are what their settings say.</summary>
public class BoxSimulationTests
{
    static readonly SimulationSettings usual = new() { Units = 400, Rows = 3, Columns = 4, Size = 250, Segregation = 0.2, Seed = 7 };

    static readonly Gen<SimulationSettings> genSettings =
        from units in Gen.Int[1, 30]
        from rows in Gen.Int[1, 5]
        from columns in Gen.Int[1, 5]
        from size in Gen.Double[1, 400]
        from shape in Gen.Double[0, 1].Array[5]
        from seed in Gen.ULong
        select new SimulationSettings
        {
            Units = units,
            Rows = rows,
            Columns = columns,
            Size = size,
            SizeSpread = shape[0],
            Heterogeneity = shape[1],
            Context = 20 * (shape[2] - 0.5),
            Segregation = shape[3],
            RollChange = shape[4] < 0.5 ? 0 : shape[4] - 0.4,
            Seed = seed,
        };

    /// <summary>What a method sees is the truth's margins, less who entered and who left.</summary>
    [Fact]
    public void Draw_MarginsAreThoseOfTheTruth() =>
        genSettings.Sample(settings =>
        {
            var boxes = BoxSimulation.Draw(settings);
            var problem = boxes.Problem;
            var width = boxes.TrueColumns.Length;
            return Enumerable.Range(0, settings.Units).All(b =>
            {
                var table = boxes.TableOf(b).ToArray();
                var entered = settings.RollChange > 0 ? table[(settings.Rows * width)..].Sum() : 0;
                var left = settings.RollChange > 0 ? Enumerable.Range(0, settings.Rows).Sum(g => table[(g * width) + width - 1]) : 0;
                return table.All(count => count >= 0)
                    && Enumerable.Range(0, settings.Rows).All(g => problem.RowsOf(b)[g] == table[(g * width)..((g + 1) * width)].Sum())
                    && Enumerable.Range(0, settings.Columns).All(c => problem.ColumnsOf(b)[c] == table.Where((_, i) => i % width == c).Sum())
                    && problem.RowsOf(b).ToArray().Sum() + entered == problem.ColumnsOf(b).ToArray().Sum() + left
                    && (settings.RollChange == 0 || table[^1] == 0);
            });
        });

    /// <summary>Where the tables hold who entered and left, the roll balances and the bounds hold the truth.</summary>
    [Fact]
    public void Draw_WithEntriesAndExitsKnown_BalancesAndLiesWithinTheBounds() =>
        genSettings.Where(s => s.RollChange > 0).Sample(settings =>
        {
            var boxes = BoxSimulation.Draw(settings);
            var (units, width) = (Enumerable.Range(0, settings.Units).ToList(), boxes.TrueColumns.Length);
            var given = new TransferProblem(
                boxes.TrueRows,
                boxes.TrueColumns,
                boxes.Units,
                [.. units.SelectMany(b => boxes.TrueRows.Select((_, g) => boxes.RowCount(b, g)))],
                [.. units.SelectMany(b => boxes.TrueColumns.Select((_, c) => boxes.ColumnCount(b, c)))]);
            var roll = RollBalance.Apply(given, RollScenario.Known(RollScenario.Entered, RollScenario.Left));
            var bounds = TransferBounds.Of(roll.Problem);
            var rows = boxes.Truth.Chunk(width).Select(row => row.Sum()).ToList();
            return roll.Unbalanced.IsEmpty && boxes.Truth.Select((count, i) => (Share: rows[i / width] == 0 ? 0 : (double)count / rows[i / width], i)).All(x =>
                rows[x.i / width] == 0 || (bounds.Lower[x.i] <= x.Share + 1e-12 && x.Share <= bounds.Upper[x.i] + 1e-12));
        });

    [Fact]
    public void Draw_SameSeed_IsTheSame_AndAnotherSeedIsNot()
    {
        var (one, two, other) = (BoxSimulation.Draw(usual), BoxSimulation.Draw(usual), BoxSimulation.Draw(usual with { Seed = 8 }));

        Assert.Equal(one.Truth, two.Truth);
        Assert.Equal(one.TableOf(399).ToArray(), two.TableOf(399).ToArray());
        Assert.NotEqual(one.Truth, other.Truth);
    }

    /// <summary>The first units are the same however many follow.</summary>
    [Fact]
    public void Draw_MoreUnits_LeavesTheFirstAsTheyWere() =>
        Assert.Equal(BoxSimulation.Draw(usual).TableOf(10).ToArray(), BoxSimulation.Draw(usual with { Units = 11 }).TableOf(10).ToArray());

    /// <summary>Without heterogeneity and context, units differ by chance alone: the chi-square of a row's units against its whole is about its degrees of freedom.</summary>
    [Theory]
    [InlineData(0, 0, true)]
    [InlineData(0.05, 0, false)]
    [InlineData(0, 3, false)]
    public void Draw_WithoutHeterogeneityAndContext_IsTheMultinomialModel(double heterogeneity, double context, bool byChance)
    {
        var boxes = BoxSimulation.Draw(usual with { Size = 1000, Heterogeneity = heterogeneity, Context = context });
        var (sum, freedom) = Enumerable.Range(0, 3).Select(g => ChiSquare(boxes, g)).Aggregate((a, b) => (a.Sum + b.Sum, a.Freedom + b.Freedom));
        var deviation = (sum - freedom) / Math.Sqrt(2 * freedom);

        Assert.Equal(byChance, Math.Abs(deviation) < 4);
    }

    /// <summary>λ is the intraclass correlation of a row's share of the unit.</summary>
    [Theory]
    [InlineData(0)]
    [InlineData(0.3)]
    [InlineData(1)]
    public void Draw_Segregation_IsTheVarianceOfTheMix(double segregation)
    {
        var boxes = BoxSimulation.Draw(usual with { Units = 4000, Size = 2000, Segregation = segregation });
        var shares = Enumerable.Range(0, 4000).Select(b => boxes.RowCount(b, 0) / 2000.0).ToList();
        var mean = shares.Average();

        Assert.Equal(segregation, shares.Average(s => (s - mean) * (s - mean)) / (mean * (1 - mean)), 0.03);
    }

    [Fact]
    public void Draw_RollChange_IsTheRateOfEntriesAndExits()
    {
        var boxes = BoxSimulation.Draw(usual with { Units = 2000, RollChange = 0.02 });
        var width = boxes.TrueColumns.Length;
        var (entered, left) = (boxes.Truth[^width..].Sum(), Enumerable.Range(0, 3).Sum(g => boxes.Truth[(g * width) + width - 1]));

        Assert.Equal(RollScenario.Entered, boxes.TrueRows[^1]);
        Assert.Equal(0.02, entered / 500_000.0, 0.001);
        Assert.Equal(0.02, left / 500_000.0, 0.001);
    }

    [Fact]
    public void Draw_SizeSpread_IsTheCoefficientOfVariation()
    {
        var boxes = BoxSimulation.Draw(usual with { Units = 4000, SizeSpread = 0.5 });
        var sizes = Enumerable.Range(0, 4000).Select(b => boxes.TableOf(b).ToArray().Sum()).ToList();
        var mean = sizes.Average();

        Assert.Equal(250, mean, 8.0);
        Assert.Equal(0.5, Math.Sqrt(sizes.Average(s => (s - mean) * (s - mean))) / mean, 0.03);
    }

    /// <summary>Large, clean and segregated: the multinomial method finds the truth.</summary>
    [Fact]
    public void Estimate_OfCleanBoxes_FindsTheTruth()
    {
        var boxes = BoxSimulation.Draw(usual with { Units = 2000, Rows = 3, Columns = 3, Segregation = 0.3 });
        var estimate = TransferMethod.Multinomial.Estimate(boxes.Problem);
        var people = boxes.Truth.Sum();

        Assert.True(estimate.Counts.Zip(boxes.Truth).Sum(p => Math.Abs(p.First - p.Second)) / 2 / people < 0.01);
    }

    [Fact]
    public void Draw_SettingsOutsideTheirRange_AreRefusedWithTheRange()
    {
        SimulationSettings[] bad =
        [
            usual with { Units = 0 }, usual with { Rows = 0 }, usual with { Columns = 1001 }, usual with { Size = 0.5 }, usual with { Size = double.NaN },
            usual with { SizeSpread = -1 }, usual with { Heterogeneity = 1.1 }, usual with { Context = double.NaN }, usual with { Segregation = -0.1 },
            usual with { RollChange = 1 }, usual with { Units = 1_000_000, Rows = 100, Columns = 100 },
        ];
        Assert.All(bad, settings => Assert.Contains(settings.Fault!, Assert.Throws<ArgumentException>(() => BoxSimulation.Draw(settings)).Message, StringComparison.Ordinal));
    }

    static (double Sum, double Freedom) ChiSquare(SimulatedBoxes boxes, int row)
    {
        var columns = boxes.ColumnNames.Length;
        var whole = boxes.Truth.AsSpan().Slice(row * columns, columns).ToArray();
        var (sum, units) = (0.0, 0);
        for (var b = 0; b < boxes.Units.Length; b++)
        {
            var people = (double)boxes.RowCount(b, row);

            // Small expected counts would not be chi-square.
            if (people < 50)
            {
                continue;
            }

            units++;
            for (var c = 0; c < columns; c++)
            {
                var expected = people * whole[c] / whole.Sum();
                sum += Math.Pow(boxes.TableOf(b)[(row * columns) + c] - expected, 2) / expected;
            }
        }

        return (sum, (units - 1) * (columns - 1));
    }
}
