using Urna.Infer.Diagnostics;
using Urna.Infer.Estimates;
using Urna.Infer.FixedPoints;
using Urna.Infer.Simulation;
using Urna.Infer.Tables;

namespace Urna.Tests.Infer.Diagnostics;

/// <summary>What diagnostics see, and what they do not make up.</summary>
public class TransferDiagnosticsTests
{
    static readonly SimulationSettings settings = new() { Units = 150, Rows = 3, Columns = 3, Size = 200, Segregation = 0.4, Seed = 11 };

    [Fact]
    public void Of_BoxesOfTheModel_FindsNothing()
    {
        var diagnostics = Diagnose(BoxSimulation.Draw(settings).Problem);

        Assert.InRange(diagnostics.Dispersion!.Value, 0.7, 1.4);
        Assert.Empty(diagnostics.Outliers);
        Assert.Empty(diagnostics.Context);
        Assert.All(diagnostics.Identifiability, score => Assert.InRange(score, TransferDiagnostics.HardlyTold, 1));
    }

    [Fact]
    public void Of_AUnitWithColumnsExchanged_IsTheFarthest()
    {
        var problem = BoxSimulation.Draw(settings).Problem;
        long[] votes = [.. Enumerable.Range(0, 150).SelectMany(b => problem.ColumnsOf(b).ToArray().Select(v => (long)v))];
        var largest = Enumerable.Range(0, 150).MaxBy(b => Math.Abs(votes[3 * b] - votes[(3 * b) + 1]));
        (votes[3 * largest], votes[(3 * largest) + 1]) = (votes[(3 * largest) + 1], votes[3 * largest]);
        long[] people = [.. Enumerable.Range(0, 150).SelectMany(b => problem.RowsOf(b).ToArray().Select(v => (long)v))];

        var diagnostics = Diagnose(new TransferProblem(problem.RowNames, problem.ColumnNames, problem.Units, people, votes));

        Assert.Equal(problem.Units[largest], diagnostics.Outliers[0].Unit);
    }

    [Fact]
    public void Of_UnitsThatDiffer_SaysSo()
    {
        var problem = BoxSimulation.Draw(settings with { Heterogeneity = 0.05 }).Problem;
        var diagnostics = Diagnose(problem);

        Assert.True(diagnostics.Dispersion > TransferDiagnostics.Heterogeneous);
        Assert.Contains(diagnostics.Findings(problem, TransferTitles.Of(problem)), f => f.Code == "V509");
    }

    [Fact]
    public void Of_SharesThatGrowWithTheRow_SeesContext()
    {
        var problem = BoxSimulation.Draw(settings with { Context = 3, Units = 400, Size = 500 }).Problem;

        Assert.NotEmpty(Diagnose(problem).Context);
    }

    /// <summary>Where every unit votes exactly as its people would, what is left is rounding: it has a sign, and no meaning.</summary>
    [Theory]
    [InlineData("normal-density", 100)]
    [InlineData("multinomial", 100)]
    [InlineData("normal-density", 7)]
    public void Of_APerfectFit_SeesNoContext(string method, int scale)
    {
        int[] shares = [20, 30, 50, 60, 25, 15, 10, 80, 10];
        long[] people = [.. Enumerable.Range(0, 60).SelectMany(b => new[] { 3 + (b * 7 % 11), 2 + (b * b % 13), 4 + (b * 5 % 17) }).Select(n => (long)n * scale)];
        long[] votes = [.. Enumerable.Range(0, 60).SelectMany(b => Enumerable.Range(0, 3).Select(c => Enumerable.Range(0, 3).Sum(g => people[(3 * b) + g] * shares[(3 * g) + c])))];
        people = [.. people.Select(n => 100 * n)];
        var problem = new TransferProblem(["a", "b", "c"], ["x", "y", "z"], [.. Enumerable.Range(1, 60).Select(b => $"{b}")], people, votes);

        Assert.Empty(TransferDiagnostics.Of(TransferMethod.Named(method)!.Estimate(problem, new TransferOptions(1e-8))).Context);
    }

    [Fact]
    public void Of_RowsThatLiveApart_AreFullyTold_AndCopiesNotAtAll()
    {
        var apart = new TransferProblem(["a", "b"], ["x", "y"], ["1", "2", "3", "4"], [50, 0, 0, 60, 40, 0, 0, 70], [20, 30, 40, 20, 20, 20, 50, 20]);
        Assert.All(Diagnose(apart).Identifiability, score => Assert.Equal(1, score, 1e-6));

        var copies = new TransferProblem(["a", "b"], ["x", "y"], ["1", "2", "3", "4"], [50, 100, 30, 60, 40, 80, 20, 40], [75, 75, 40, 50, 60, 60, 20, 40]);
        Assert.All(Diagnose(copies).Identifiability, score => Assert.Equal(0, score, 1e-6));
    }

    static TransferDiagnostics Diagnose(TransferProblem problem) => TransferDiagnostics.Of(TransferMethod.NormalDensity.Estimate(problem, new TransferOptions(1e-6)));
}
