using System.Collections.Immutable;
using Urna.Allocate.Laws;
using Urna.Model;
using Urna.Numerics;

namespace Urna.Forecast;

/// <summary>What a replayed night says at a moment, beside the truth.</summary>
/// <param name="Projection">The projection.</param>
/// <param name="Simple">Shares by column of simple ways.</param>
/// <param name="Counted">Votes counted by choice.</param>
sealed record ReplayMoment(Projection Projection, SortedDictionary<string, double[]> Simple, long[] Counted);

/// <summary>A complete contest whose units come in some order.</summary>
sealed class ReplayNight
{
    readonly Contest contest;
    readonly PlaceTree places;
    readonly ReplayOptions options;
    readonly Projector projector;
    readonly ImmutableArray<PollingStationReturn> returns;
    readonly long[][] votes;
    readonly long[] totals;
    readonly double[] registered;
    readonly ImmutableArray<string> units;
    readonly NightFrame frame;
    readonly NightSeats? seats;

    public ReplayNight(Contest contest, PlaceTree places, ElectoralRule? rule, ReplayOptions options)
    {
        (this.contest, this.places, this.options) = (contest, places, options);
        returns = [.. contest.Returns.Where(r => r.Votes.Any(v => v.Votes > 0))];
        if (returns.Length < 2)
        {
            throw new ArgumentException($"'{contest.Id}' has votes in {returns.Length} units. Expected: at least two, to count one before another.", nameof(contest));
        }

        votes = [.. returns.Select(r =>
        {
            var row = new long[contest.Candidacies.Length];
            foreach (var line in r.Votes)
            {
                row[line.Choice] = line.Votes;
            }

            return row;
        })];
        totals = [.. votes.Select(v => v.Sum())];
        registered = [.. returns.Select(r => (double)(r.Counts.Registered ?? 0))];
        units = [.. returns.Select(r => r.Place)];
        projector = new Projector(contest, places, rule, new() { Draws = options.Draws, Seed = options.Seed, Baseline = options.Baseline, Settings = options.Settings, KeepsSamples = true });
        frame = NightFrame.Of(contest, places, rule, units, options.Baseline);
        seats = NightSeats.Of(frame);
        Truth = new long[contest.Candidacies.Length];
        var byDistrict = new long[frame.Districts.Length * Truth.Length];
        for (var u = 0; u < votes.Length; u++)
        {
            for (var c = 0; c < Truth.Length; c++)
            {
                Truth[c] += votes[u][c];
                byDistrict[(frame.District[u] * Truth.Length) + c] += votes[u][c];
            }
        }

        ByDistrict = byDistrict;
        SeatsTruth = seats?.Fill(byDistrict) is { } won ? seats.Lists.Select((l, i) => (l, won[i])).ToImmutableDictionary(p => p.l, p => p.Item2) : null;
    }

    /// <summary>Final votes by choice.</summary>
    public long[] Truth { get; }

    /// <summary>Final votes, shape [districts × choices].</summary>
    public long[] ByDistrict { get; }

    /// <summary>The districts.</summary>
    public ImmutableArray<string> Districts => frame.Districts;

    /// <summary>Final seats by list; null where no law fills any.</summary>
    public ImmutableDictionary<string, int>? SeatsTruth { get; }

    /// <summary>The columns.</summary>
    public NightColumns Columns => frame.Columns;

    /// <summary>The contest.</summary>
    public Contest Contest => contest;

    /// <summary>The law; null if none.</summary>
    public ElectoralRule? Rule => frame.Rule;

    /// <summary>Units in the order in which they come.</summary>
    /// <param name="random">The night's own source.</param>
    public int[] Order(RandomSource random)
    {
        var time = new double[units.Length];
        var byGroup = Enumerable.Range(0, frame.Tree.Groups).Select(_ => random.Uniform()).ToArray();
        var winner = Array.IndexOf(Truth, Truth.Max());
        var sizes = Sizes();
        for (var u = 0; u < time.Length; u++)
        {
            var chance = random.Uniform();
            time[u] = options.Order switch
            {
                ReplayOrder.Random => chance,
                ReplayOrder.Clustered => (options.Clustering * byGroup[ClusterOf(u)]) + ((1 - options.Clustering) * chance),
                ReplayOrder.SmallFirst => Math.Log(1 + sizes[u]) + chance,
                ReplayOrder.Adverse => ((double)votes[u][winner] / Math.Max(totals[u], 1)) + (0.1 * chance),
                _ => options.Times.GetValueOrDefault(units[u], double.MaxValue),
            };
        }

        return [.. Enumerable.Range(0, time.Length).OrderBy(u => time[u]).ThenBy(u => u)];
    }

    /// <summary>The place by which units come together: the one above, or where units lie in one place each, the next above with several.</summary>
    int ClusterOf(int u) => frame.Tree.Depth[frame.Tree.GroupOfUnit[u]] > 0 ? ClusterGroups[u] : frame.Tree.GroupOfUnit[u];

    int[] ClusterGroups => field ??= MadeClusters();

    /// <summary>The lowest groups in which units number thirty or more on average: communes of stations, regions of communes.</summary>
    int[] MadeClusters()
    {
        const int enough = 8;
        var tree = frame.Tree;
        for (var level = tree.Depth.Max(); level > 0; level--)
        {
            var of = tree.GroupOfUnit.Select(g =>
            {
                while (tree.Depth[g] > level)
                {
                    g = tree.Parent[g];
                }

                return g;
            }).ToArray();
            if (of.Length >= enough * of.Distinct().Count())
            {
                return of;
            }
        }

        return tree.GroupOfUnit;
    }

    double[] Sizes()
    {
        var around = new double[frame.Tree.Groups];
        for (var u = 0; u < totals.Length; u++)
        {
            around[frame.Tree.GroupOfUnit[u]] += totals[u];
        }

        return [.. totals.Select((t, u) => frame.Tree.Depth[frame.Tree.GroupOfUnit[u]] > 0 ? around[frame.Tree.GroupOfUnit[u]] : t)];
    }

    /// <summary>Projects the night at a moment.</summary>
    /// <param name="order">Units in order.</param>
    /// <param name="at">Per cent of votes in, in (0, 100).</param>
    /// <param name="seed">The seed of the draws.</param>
    public ReplayMoment Project(int[] order, double at, ulong seed)
    {
        _ = seed;
        var cells = new UnitCell?[units.Length];
        var counted = new long[Truth.Length];
        var (sum, enough) = (0L, at / 100 * totals.Sum());
        for (var i = 0; i < order.Length && (sum < enough || i == 0); i++)
        {
            var u = order[i];
            sum += totals[u];
            cells[u] = new UnitCell { Votes = votes[u], Total = totals[u], IsComplete = true, HasStatus = true, Arrival = i };
            for (var c = 0; c < counted.Length; c++)
            {
                counted[c] += votes[u][c];
            }
        }

        var night = new NightUnits
        {
            Places = units,
            Cells = new() { [VoteType.All] = cells },
            Registered = registered,
            Above = [],
            CastAbove = [],
            Findings = [],
        };
        var volumes = NightVolumes.Of(frame, night, 0, options.Settings);
        return new(projector.Project(night, null, []), SimpleProjections.Of(frame, night, volumes), counted);
    }
}
