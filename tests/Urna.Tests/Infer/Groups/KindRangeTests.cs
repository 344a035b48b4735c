using System.Globalization;
using Urna.Infer;
using Urna.Infer.Estimates;
using Urna.Infer.FixedPoints;
using Urna.Infer.Groups;
using Urna.Infer.Tables;
using Urna.Infer.Uncertainty;
using Urna.Model;
using Urna.Numerics;

namespace Urna.Tests.Infer.Groups;

/// <summary>Beyond the tables on which anything was learnt there is no interval.</summary>
public class KindRangeTests
{
    static readonly TransferKinds sexes = new(GroupKind.Sex, GroupKind.Vote);

    /// <summary>Of few units, of three people, of groups that live apart as no sexes do: bounds, and a word about it.</summary>
    [Theory]
    [InlineData(1, 500, 0, "V536")]
    [InlineData(2, 500, 0, "V536")]
    [InlineData(14, 500, 0, "V536")]
    [InlineData(40, 500, 400, "V535")]
    public void Intervals_BeyondWhatWasSeen_AreTheBounds(int units, int women, int apart, string code)
    {
        var inference = Estimated(World(units, u => women + (apart * (u % 2))), sexes);

        Assert.Null(inference.Intervals!.Coverage);
        Assert.Equal(inference.Bounds.Lower, inference.Intervals.Lower);
        Assert.Equal(inference.Bounds.Upper, inference.Intervals.Upper);
        Assert.Contains(inference.Findings(TransferTitles.Of(inference.Estimate.Problem)), f => f.Code == code);
    }

    [Fact]
    public void Intervals_OfThreePeople_AreTheBounds()
    {
        var problem = World(40, u => u is 3 or 7 or 20 ? 1 : 0);
        var inference = Estimated(problem, sexes);

        Assert.True(inference.Intervals!.ByBounds[0]);
        Assert.Equal(inference.Bounds.Upper.Take(2), inference.Intervals.Upper.Take(2));
    }

    /// <summary>Voters whose group is not known are no earlier vote, whose intervals were measured, however many they are.</summary>
    [Fact]
    public void Intervals_OfVotersOfUnknownGroup_AreTheBounds()
    {
        long[] people = [.. Enumerable.Range(0, 60).SelectMany(u => (long[])[490 + (u % 30), 480 + (u * 7 % 25), 100 + (u * 37 % 400)])];
        long[] votes = [.. people.Chunk(3).SelectMany(p => (long[])[(p[0] / 2) + (p[1] / 2) + (p[2] / 5), p.Sum() - (p[0] / 2) - (p[1] / 2) - (p[2] / 5)])];
        var problem = new TransferProblem(["women", "men", ContestTransfer.GroupUnknown], ["left", "right"], [.. Enumerable.Range(0, 60).Select(u => $"{u}")], people, votes);
        var inference = Estimated(problem, sexes with { Groups = ["women", "men"] });

        Assert.True(inference.Intervals!.ByBounds[2]);
        Assert.Null(inference.Intervals.Coverages[2]);
        Assert.Equal(inference.Bounds.Upper.Skip(4), inference.Intervals.Upper.Skip(4));
    }

    /// <summary>As women and men do live, there are intervals; whether women or men come first is no matter.</summary>
    [Fact]
    public void Intervals_OfSexes_StandInAnyOrder()
    {
        var problem = World(40, u => 490 + (u % 30));
        var turned = new TransferProblem(["men", "women"], problem.ColumnNames, problem.Units, [.. Enumerable.Range(0, 40).SelectMany(b => (long[])[(long)problem.RowsOf(b)[1], (long)problem.RowsOf(b)[0]])], [.. Enumerable.Range(0, 40).SelectMany(b => problem.ColumnsOf(b).ToArray().Select(v => (long)v))]);
        var (one, other) = (Estimated(problem, sexes).Intervals!, Estimated(turned, sexes).Intervals!);

        Assert.NotNull(one.Coverage);
        Assert.All(Enumerable.Range(0, 4), i => Assert.Equal(one.Lower[i], other.Lower[(i + 2) % 4], 1e-6));
    }

    /// <summary>The ranges are those of the open tables whose truth is published: none lies beyond, and the widest is the limit.</summary>
    [Fact]
    public void MostBetween_IsThatOfTheTablesWhoseTruthIsPublished()
    {
        var folder = Repository.Shared("cases", "groups");
        var found = new Dictionary<GroupKind, double>();
        foreach (var line in File.ReadLines(Path.Combine(folder, "index.csv")).Skip(1).Select(l => l.Split(',')))
        {
            var groups = line[2].Split(' ')[0];
            var kind = Enum.TryParse<GroupKind>(groups, true, out var named) ? named : GroupKind.Vote;
            var file = Directory.GetFiles(folder, $"{line[0]}_{line[1]}_G*_C*.csv").Single();
            var rows = int.Parse(Path.GetFileName(file).Split("_G")[^1].Split('_')[0], CultureInfo.InvariantCulture);
            var between = KindRange.Between(Read(file, rows).Of(new TransferKinds(kind, GroupKind.Vote)));
            found[kind] = Math.Max(found.GetValueOrDefault(kind), between);
        }

        Assert.All(found, f => Assert.True(f.Value <= KindRange.MostBetween(f.Key) + 1e-4, $"{f.Key}: {f.Value}"));
        Assert.All(found.Where(f => f.Key is GroupKind.Sex or GroupKind.Age), f => Assert.Equal(KindRange.MostBetween(f.Key), f.Value, 1e-3));
    }

    static TransferProblem Read(string file, int rows)
    {
        long[][] lines = [.. File.ReadLines(file).Select(l => (long[])[.. l.Split(',').Select(v => (long)double.Parse(v, CultureInfo.InvariantCulture))])];
        return new TransferProblem(Problems.Names("row", rows), Problems.Names("column", lines[0].Length - rows), Problems.Names("u", lines.Length), [.. lines.SelectMany(l => l.Take(rows))], [.. lines.SelectMany(l => l.Skip(rows))]);
    }

    static Inference Estimated(TransferProblem problem, TransferKinds kinds) => Inference.Of(problem.Of(kinds), TransferMethod.Auto, new TransferOptions(1e-6), new IntervalOptions());

    /// <summary>Places of 1,000 people.</summary>
    static TransferProblem World(int units, Func<int, long> women)
    {
        var random = new RandomSource(3);
        var (people, votes) = (new List<long>(), new List<long>());
        for (var u = 0; u < units; u++)
        {
            var left = random.Binomial(1_000, 0.3 + (0.01 * (u % 20)));
            people.AddRange([women(u), 1_000 - women(u)]);
            votes.AddRange([left, 1_000 - left]);
        }

        return new TransferProblem(["women", "men"], ["left", "right"], Problems.Names("u", units), [.. people], [.. votes]);
    }
}
