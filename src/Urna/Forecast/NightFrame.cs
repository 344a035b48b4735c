using System.Collections.Immutable;
using Urna.Allocate.Laws;
using Urna.Model;

namespace Urna.Forecast;

/// <summary>What of a night does not change while the same units report: places, districts, lists and the earlier election.</summary>
sealed class NightFrame
{
    /// <summary>The contest.</summary>
    public required Contest Contest { get; init; }

    /// <summary>The columns that are projected.</summary>
    public required NightColumns Columns { get; init; }

    /// <summary>The units' places.</summary>
    public required ImmutableArray<string> Units { get; init; }

    /// <summary>The places above them.</summary>
    public required UnitTree Tree { get; init; }

    /// <summary>The districts' places; the whole alone where no seats are filled.</summary>
    public required ImmutableArray<string> Districts { get; init; }

    /// <summary>The district of each unit.</summary>
    public required int[] District { get; init; }

    /// <summary>Which columns stand where, shape [districts × columns]; empty if all do.</summary>
    public required bool[] Stands { get; init; }

    /// <summary>Shares before, shape [units × <see cref="Same"/>]; NaN where not known.</summary>
    public required double[] Before { get; init; }

    /// <summary>The column of now for each column of before.</summary>
    public required int[] Same { get; init; }

    /// <summary>Votes before by unit; 0 where not known.</summary>
    public required double[] VotesBefore { get; init; }

    /// <summary>The places.</summary>
    public required PlaceTree Places { get; init; }

    /// <summary>The law that fills the seats; null if none does.</summary>
    public ElectoralRule? Rule { get; init; }

    /// <summary>The frame of units.</summary>
    /// <param name="contest">The contest.</param>
    /// <param name="places">Its places.</param>
    /// <param name="rule">The law that fills its seats; null if none does.</param>
    /// <param name="units">The units' places.</param>
    /// <param name="baseline">The earlier contest; null if none.</param>
    public static NightFrame Of(Contest contest, PlaceTree places, ElectoralRule? rule, ImmutableArray<string> units, Baseline? baseline)
    {
        var columns = NightColumns.Of(contest);
        var nearest = places.Nearest(contest.Seats.ContainsKey);
        ImmutableArray<string> of = [.. units.Select(u => (rule is null ? null : nearest(u)) ?? places.Root.Id)];
        ImmutableArray<string> districts = [.. places.Places.Select(p => p.Id).Where(of.ToHashSet().Contains)];
        var numbers = districts.Select((d, i) => (d, i)).ToDictionary();
        var (before, same, votes) = Earlier(contest, places, columns, units, baseline);
        return new()
        {
            Contest = contest,
            Columns = columns,
            Units = units,
            Tree = UnitTree.Of(places, [.. units.Select(u => places[u].Parent ?? u)]),
            Districts = districts.IsEmpty ? [places.Root.Id] : districts,
            District = [.. of.Select(d => numbers[d])],
            Stands = Standing(contest, places, columns, districts),
            Before = before,
            Same = same,
            VotesBefore = votes,
            Places = places,
            Rule = rule,
        };
    }

    static bool[] Standing(Contest contest, PlaceTree places, NightColumns columns, ImmutableArray<string> districts)
    {
        if (contest.Candidacies.All(c => c.District is null))
        {
            return [];
        }

        var stands = new bool[districts.Length * columns.Count];
        for (var d = 0; d < districts.Length; d++)
        {
            for (var c = 0; c < contest.Candidacies.Length; c++)
            {
                stands[(d * columns.Count) + columns.OfChoice[c]] |= Standing(contest.Candidacies[c], places, districts[d]);
            }
        }

        return Array.TrueForAll(stands, s => s) && columns.AreChoices ? [] : stands;
    }

    /// <summary>Whether a candidacy stands in a district: its own, or one that lies in its own or holds it.</summary>
    internal static bool Standing(Candidacy candidacy, PlaceTree places, string district) =>
        candidacy.District is not { } own || own == district || places.IsWithin(district, own) || places.IsWithin(own, district);

    static (double[] Before, int[] Same, double[] Votes) Earlier(Contest contest, PlaceTree places, NightColumns columns, ImmutableArray<string> units, Baseline? baseline)
    {
        var votes = new double[units.Length];
        if (baseline is null)
        {
            return ([], [], votes);
        }

        var (of, same) = EarlierColumns(contest, columns, baseline);
        var b = same.Length;
        var before = new double[units.Length * b];
        Array.Fill(before, double.NaN);
        for (var u = 0; u < units.Length; u++)
        {
            votes[u] = baseline.At(units[u])?.Total ?? 0;
            var known = places.Line(units[u]).TakeWhile(p => p.Parent is not null).Select(p => baseline.At(p.Id)).FirstOrDefault(v => v is { Total: > 0 });
            if (known is null)
            {
                continue;
            }

            var row = before.AsSpan(u * b, b);
            row.Clear();
            for (var c = 0; c < of.Length; c++)
            {
                row[of[c]] += known.ByChoice[c] / known.Total;
            }
        }

        return (before, same, votes);
    }

    /// <summary>The earlier choices as columns: each with the column of now that is the same, small ones of nobody's together.</summary>
    static (int[] Of, int[] Same) EarlierColumns(Contest contest, NightColumns columns, Baseline baseline)
    {
        const int mostOthers = 8;
        var total = baseline.Ballot.Select((_, c) => baseline.Sum(c)).ToArray();
        var (of, same) = (new int[total.Length], new List<int>());
        var byColumn = new Dictionary<int, int>();
        var others = 0;
        var rest = -1;
        foreach (var c in Enumerable.Range(0, total.Length).OrderByDescending(c => total[c]).ThenBy(c => c))
        {
            var now = ColumnOf(contest, columns, baseline.Ballot[c]);
            if (now >= 0)
            {
                if (!byColumn.TryGetValue(now, out of[c]))
                {
                    byColumn[now] = of[c] = same.Count;
                    same.Add(now);
                }
            }
            else if (others++ < mostOthers)
            {
                of[c] = same.Count;
                same.Add(-1);
            }
            else
            {
                if (rest < 0)
                {
                    rest = same.Count;
                    same.Add(-1);
                }

                of[c] = rest;
            }
        }

        return (of, [.. same]);
    }

    static int ColumnOf(Contest contest, NightColumns columns, Candidacy earlier)
    {
        var (name, list) = (FoldedName.Of(earlier.Name), FoldedName.Of(earlier.ListName));
        var ballot = contest.Candidacies;
        for (var c = 0; c < ballot.Length; c++)
        {
            if (columns.AreChoices ? ballot[c].Choice == earlier.Choice || FoldedName.Of(ballot[c].Name) == name : ballot[c].ListKey == list || ballot[c].Choice == earlier.Choice)
            {
                return columns.OfChoice[c];
            }
        }

        return -1;
    }
}
