using Urna.Infer;
using Urna.Infer.Estimates;
using Urna.Infer.FixedPoints;
using Urna.Infer.Tables;
using Urna.Infer.Uncertainty;
using Urna.Model;
using Urna.Numerics;
using Urna.Report;

namespace Urna.Tests.Infer.Groups;

/// <summary>Ten worlds in which totals of places deceive: what a reader is told of each, and what the figures hold.</summary>
public class DeceivingWorldsTests
{
    static readonly string[] two = ["a", "b"];
    static readonly string[] three = ["x", "y", "z"];

    static readonly Dictionary<string, Func<MadeWorld>> worlds = new()
    {
        // Whoever lives among many of their own votes for x; alone, for y.
        ["contextual effect"] = () => Sorted(1, (u, g, part, random) => g == 0 ? [0.2 + (0.7 * part), 0.7 - (0.6 * part), 0.1] : [0.3, 0.4, 0.3]),
        // In every place more of a than of b vote for x; yet x has least where a are most.
        ["Simpson's reversal"] = () => Sorted(2, (u, g, part, random) => [0.85 - (0.8 * part) + (g == 0 ? 0.1 : 0), 0.1 + (0.8 * part), 0.1]),
        // Nobody differs by group; places do, and groups live in different places.
        ["groups sorted by place"] = () => Sorted(3, (u, g, part, random) => [0.1 + (0.8 * part), 0.8 - (0.7 * part), 0.1]),
        // The groups are of everyone, votes of those who voted; a stay at home where they are many.
        ["non-voters hidden"] = () => Sorted(4, (u, g, part, random) => g == 0 ? [0.3 * (1 - part), 0.1, 0.6 + (0.3 * part)] : [0.3, 0.5, 0.2]),
        // One in two hundred.
        ["a tiny group"] = () => MadeWorld.Of(two, three, 60, 5, (u, random) => [random.Binomial(2_000, 0.005), 2_000], (u, g, own, random) => g == 0 ? [0.9, 0.05, 0.05] : Taste(u, random)),
        // Two groups in the same proportion in every place.
        ["copies"] = () => MadeWorld.Of(["a", "b", "c"], three, 80, 6, (u, random) => [600 - (5 * u), 600 - (5 * u), 400 + (10 * u)], (u, g, own, random) => g == 0 ? [0.8, 0.1, 0.1] : g == 1 ? [0.1, 0.8, 0.1] : [0.3, 0.3, 0.4]),
        // One group has the same part of every place.
        ["a constant share"] = () => MadeWorld.Of(["a", "b", "c"], three, 59, 7, (u, random) => [850 - (14 * u), 14 * u, 150], (u, g, own, random) => g == 0 ? [0.7, 0.2, 0.1] : g == 1 ? [0.2, 0.7, 0.1] : [0.05, 0.15, 0.8]),
        // Two halves of a country in which the groups vote the opposite way.
        ["two countries in one"] = () => Sorted(8, (u, g, part, random) => (u % 2 == 0) == (g == 0) ? [0.8, 0.1, 0.1] : [0.1, 0.8, 0.1]),
        // A city of a million, and hamlets that say the opposite.
        ["one place outweighs all"] = () => MadeWorld.Of(two, three, 40, 9, (u, random) => u == 0 ? [600_000, 400_000] : [20 + (4 * u), 200 - (4 * u)], (u, g, own, random) => (u == 0) == (g == 0) ? [0.7, 0.2, 0.1] : [0.2, 0.7, 0.1]),
        // Everyone votes as the majority of the place: nothing changes until it flips.
        ["the majority decides"] = () => Sorted(10, (u, g, part, random) => part > 0.5 ? [0.9, 0.05, 0.05] : [0.05, 0.9, 0.05]),
    };

    public static TheoryData<string> Worlds { get; } = [.. worlds.Keys];

    /// <summary>Who does not say what the rows are is told first that the totals do not tell, and sees the bounds, which hold the truth.</summary>
    [Theory]
    [MemberData(nameof(Worlds))]
    public void OfNoKnownKind_TheFirstSentenceSaysThatTotalsDoNotTell_AndTheBoundsHold(string name)
    {
        var world = worlds[name]();
        var inference = Estimated(world, GroupKind.Other);
        var titles = TransferTitles.Of(world.Problem);
        var told = CoverageWords.Told(inference, titles, new Wording(Language.English).Numbers)!;

        Assert.Matches("^\\* These totals (cannot tell|alone do not tell) how they voted", told.English);
        Assert.Matches("^\\* Estos totales (no permiten saber|por sí solos no dicen) cómo votaron", told.Spanish);
        Assert.Contains("they allow ", told.English, StringComparison.Ordinal);
        Assert.All(Enumerable.Range(0, world.Problem.RowNames.Length), g => Assert.True(CoverageWords.IsMarked(inference, g)));
        Assert.Null(inference.Intervals!.Coverage);
        Assert.Equal(world.Truth.Length, world.Held(inference.Intervals.Lower, inference.Intervals.Upper));
        Assert.Equal(world.Truth.Length, world.Held(inference.Bounds.Lower, inference.Bounds.Upper));
    }

    /// <summary>Who says women and men, or ages, of groups that live apart as no women and men do, gets no interval either.</summary>
    [Theory]
    [MemberData(nameof(Worlds))]
    public void FalselyNamed_NoIntervalIsFalse(string name)
    {
        var world = worlds[name]();
        foreach (var kind in (GroupKind[])[GroupKind.Sex, GroupKind.Age])
        {
            var inference = Estimated(world, kind);
            var intervals = inference.Intervals!;
            if (intervals.Coverage is null)
            {
                Assert.Equal(world.Truth.Length, world.Held(intervals.Lower, intervals.Upper));
                continue;
            }

            Assert.All(world.Truth.Index(), t => Assert.True(
                CoverageWords.IsMarked(inference, t.Index / 3) || (intervals.Lower[t.Index] <= t.Item && t.Item <= intervals.Upper[t.Index]), $"{kind}: {world.Problem.RowNames[t.Index / 3]} {three[t.Index % 3]} {t.Item:P1}"));
        }
    }

    static Inference Estimated(MadeWorld world, GroupKind kind) =>
        Inference.Of(world.Problem.Of(new TransferKinds(kind, GroupKind.Vote)), TransferMethod.Auto, new TransferOptions(1e-6), new IntervalOptions());

    /// <summary>Places of 1,000 people whose first group is from 5 to 95 % of them.</summary>
    static MadeWorld Sorted(ulong seed, Func<int, int, double, RandomSource, double[]> shares) => MadeWorld.Of(
        two,
        three,
        91,
        seed,
        (u, random) => [50 + (10 * u), 950 - (10 * u)],
        (u, g, own, random) => shares(u, g, own[0] / (double)own.Sum(), random));

    static double[] Taste(int unit, RandomSource random)
    {
        var x = MadeWorld.Between(random, 0.1, 0.7);
        return [x, 0.8 - x, 0.2];
    }
}
