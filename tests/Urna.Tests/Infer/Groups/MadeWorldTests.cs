using Urna.Infer;
using Urna.Infer.Estimates;
using Urna.Infer.FixedPoints;
using Urna.Infer.Simulation;
using Urna.Infer.Tables;
using Urna.Infer.Uncertainty;
using Urna.Model;

namespace Urna.Tests.Infer.Groups;

/// <summary>Made worlds in which totals deceive: how people choose depends on how many of their group live near.</summary>
public class MadeWorldTests
{
    const int Worlds = 10;

    static readonly SimulationSettings world = new() { Units = 300, Rows = 3, Columns = 3, Size = 250, Segregation = 0.2, Context = 3 };

    /// <summary>Of ten worlds, intervals of nine in ten hold the truth in 85 % of cells at least, or are the bounds; whatever the groups are said to be.</summary>
    [Theory]
    [MemberData(nameof(Kinds))]
    public void Intervals_WhereTotalsDeceive_HoldTheTruthOrAreBounds(GroupKind rows, GroupKind columns)
    {
        var held = Enumerable.Range(1, Worlds).SelectMany(seed => Held(world with { Seed = (ulong)seed }, new TransferKinds(rows, columns))).ToArray();

        Assert.True(held.Count(h => h) >= 0.85 * held.Length, $"{held.Count(h => h)} of {held.Length}");
    }

    public static TheoryData<GroupKind, GroupKind> Kinds()
    {
        var data = new TheoryData<GroupKind, GroupKind>();
        foreach (var rows in Enum.GetValues<GroupKind>())
        {
            foreach (var columns in new[] { GroupKind.Vote, GroupKind.Turnout, GroupKind.Other })
            {
                data.Add(rows, columns);
            }
        }

        return data;
    }

    static IEnumerable<bool> Held(SimulationSettings settings, TransferKinds kinds)
    {
        var boxes = BoxSimulation.Draw(settings);
        var inference = Inference.Of(boxes.Problem.Of(kinds), TransferMethod.Auto, new TransferOptions(1e-6) { Threads = 1 }, new IntervalOptions { Threads = 1 });
        var truth = boxes.Truth.Chunk(settings.Columns).SelectMany(row => row.Select(n => n / (double)row.Sum())).ToArray();
        return truth.Select((share, i) => inference.Intervals!.Lower[i] - 1e-9 <= share && share <= inference.Intervals.Upper[i] + 1e-9);
    }
}
