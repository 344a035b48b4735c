using System.Collections.Immutable;
using Urna.Model;
using Urna.Numerics;

namespace Urna.Forecast;

/// <summary>The fitted night: what is counted, and what is to come of each type of vote.</summary>
sealed class NightModel
{
    /// <summary>The frame.</summary>
    public required NightFrame Frame { get; init; }

    /// <summary>Votes counted, shape [districts × columns].</summary>
    public required double[] Counted { get; init; }

    /// <summary>Votes counted by choice and district, shape [districts × choices].</summary>
    public required long[] CountedByChoice { get; init; }

    /// <summary>What is to come, one a type of vote.</summary>
    public required ImmutableArray<(ShareFit Shares, double Spread)> Parts { get; init; }

    /// <summary>What is to come by type.</summary>
    public required Dictionary<VoteType, VolumeModel> Volumes { get; init; }

    /// <summary>Standard deviation of votes that may come late and that nobody tells of, in parts of those counted.</summary>
    public required double Late { get; init; }

    /// <summary>Votes to come by unit.</summary>
    public required double[] Missing { get; init; }

    /// <summary>Whether what is out is known.</summary>
    public required bool IsKnown { get; init; }

    /// <summary>Units of which it is not known.</summary>
    public required int Unknown { get; init; }

    /// <summary>What arrival tells, the strongest of the types.</summary>
    public required double ArrivalShift { get; init; }

    /// <summary>Units with votes.</summary>
    public required int Reporting { get; init; }

    /// <summary>Votes to come.</summary>
    public double MissingTotal => Sums.Of(Missing);

    /// <summary>Fits a night.</summary>
    /// <param name="frame">The frame of the units.</param>
    /// <param name="units">What stands.</param>
    /// <param name="settings">What is believed before.</param>
    public static NightModel Of(NightFrame frame, NightUnits units, NightSettings settings)
    {
        var (d, k, choices) = (frame.Districts.Length, frame.Columns.Count, frame.Contest.Candidacies.Length);
        var byChoice = new long[d * choices];
        foreach (var cells in units.Cells.Values)
        {
            for (var u = 0; u < cells.Length; u++)
            {
                Add(byChoice, frame.District[u] * choices, cells[u]?.Votes);
            }
        }

        var above = AboveUnits(frame, units, byChoice);
        var volumes = NightVolumes.Of(frame, units, above, settings);
        var fits = units.Cells.Select(c => (Type: c.Key, Stratum: StratumOf(frame, units, c.Key, volumes[c.Key].Missing))).ToList();
        var parts = fits.Select(f => (ShareModel.Fit(f.Stratum, settings), volumes[f.Type].Spread)).ToImmutableArray();
        var missing = new double[units.Places.Length];
        foreach (var volume in volumes.Values)
        {
            for (var u = 0; u < missing.Length; u++)
            {
                missing[u] += volume.Missing[u];
            }
        }

        var counted = new double[d * k];
        for (var i = 0; i < byChoice.Length; i++)
        {
            counted[(i / choices * k) + frame.Columns.OfChoice[i % choices]] += byChoice[i];
        }

        return new()
        {
            Frame = frame,
            Counted = counted,
            CountedByChoice = byChoice,
            Parts = parts,
            Missing = missing,
            Volumes = volumes,
            Late = units.Cells.ContainsKey(VoteType.Advance) && !units.Cells.ContainsKey(VoteType.Late) && Sums.Of(missing) > 0 ? settings.Late : 0,
            IsKnown = volumes.Values.All(v => v.IsKnown),
            Unknown = volumes.Values.Max(v => v.Unknown),
            ArrivalShift = parts.Select(p => p.Item1.ArrivalBelief > 0 ? p.Item1.Arrival.Max(Math.Abs) * 2 : 0).DefaultIfEmpty(0).Max(),
            Reporting = Enumerable.Range(0, missing.Length).Count(u => units.Cells.Values.Any(c => c[u] is { Total: > 0 })),
        };
    }

    /// <summary>Adds votes that are counted without a place to the districts, by their own counts, and gives them by place.</summary>
    static double AboveUnits(NightFrame frame, NightUnits units, long[] byChoice)
    {
        var choices = frame.Contest.Candidacies.Length;
        var all = 0.0;
        foreach (var (place, _, votes) in units.Above)
        {
            var inside = Enumerable.Range(0, frame.Districts.Length).Where(d => frame.Places.IsWithin(frame.Districts[d], place) || frame.Places.IsWithin(place, frame.Districts[d])).ToList();
            if (inside.Count == 0)
            {
                continue;
            }

            all += votes.Sum();
            for (var c = 0; c < choices; c++)
            {
                // Whole votes by largest part: nothing is lost.
                var shares = inside.Select(d => 1.0 + byChoice[(d * choices) + c]).ToList();
                var sum = shares.Sum();
                var given = 0L;
                for (var i = 0; i < inside.Count; i++)
                {
                    var part = i == inside.Count - 1 ? votes[c] - given : (long)(votes[c] * (shares[i] / sum));
                    byChoice[(inside[i] * choices) + c] += part;
                    given += part;
                }
            }
        }

        return all;
    }

    static void Add(long[] to, int at, long[]? votes)
    {
        for (var i = 0; votes is not null && i < votes.Length; i++)
        {
            to[at + i] += votes[i];
        }
    }

    static Stratum StratumOf(NightFrame frame, NightUnits units, VoteType type, double[] missing)
    {
        var (k, n, cells) = (frame.Columns.Count, units.Places.Length, units.Cells[type]);
        var (counted, total, batches, arrival, exposure) = (new double[n * k], new double[n], new double[n], new double[n], new double[n]);
        for (var u = 0; u < n; u++)
        {
            var cell = cells[u];
            exposure[u] = frame.VotesBefore[u] > 0 ? frame.VotesBefore[u] : units.Registered[u] > 0 ? units.Registered[u] : cell?.Of ?? 0;
            arrival[u] = cell?.Arrival ?? double.NaN;
            if (cell is not { Total: > 0 })
            {
                continue;
            }

            total[u] = cell.Total;
            batches[u] = cell.Counted ?? Math.Clamp(cell.Total / 500.0, 1, 200);
            for (var c = 0; c < cell.Votes.Length; c++)
            {
                counted[(u * k) + frame.Columns.OfChoice[c]] += cell.Votes[c];
            }
        }

        var (before, same) = Beside(frame, units, type, missing);
        return new()
        {
            Tree = frame.Tree,
            Columns = k,
            Counted = counted,
            Total = total,
            Missing = missing,
            Batches = batches,
            Before = before,
            BeforeColumns = same.Length,
            Same = same,
            Exposure = exposure,
            Arrival = arrival,
            District = frame.District,
            Districts = frame.Districts.Length,
            Stands = frame.Stands,
        };
    }

    /// <summary>What is known beside of each unit: the votes of the same day of another type, where most of what is missing has them, else the earlier election.</summary>
    static (double[] Before, int[] Same) Beside(NightFrame frame, NightUnits units, VoteType type, double[] missing)
    {
        var other = units.Cells.Where(c => c.Key != type && c.Key != VoteType.All)
            .Select(c => (c.Key, c.Value, Known: Enumerable.Range(0, missing.Length).Sum(u => c.Value[u] is { Total: > 0 } ? missing[u] : 0)))
            .OrderByDescending(c => c.Known).FirstOrDefault();
        if (other.Value is null || other.Known < MostOfMissing * Sums.Of(missing) || Sums.Of(missing) <= 0)
        {
            return (frame.Before, frame.Same);
        }

        var k = frame.Columns.Count;
        var before = new double[missing.Length * k];
        for (var u = 0; u < missing.Length; u++)
        {
            if (other.Value[u] is not { Total: > 0 } cell)
            {
                before.AsSpan(u * k, k).Fill(double.NaN);
                continue;
            }

            for (var c = 0; c < cell.Votes.Length; c++)
            {
                before[(u * k) + frame.Columns.OfChoice[c]] += (double)cell.Votes[c] / cell.Total;
            }
        }

        return (before, [.. Enumerable.Range(0, k)]);
    }

    const double MostOfMissing = 0.5;
}
