using System.Collections.Immutable;
using Urna.Numerics;

namespace Urna.Forecast;

/// <summary>What is to come of every type of vote.</summary>
static class NightVolumes
{
    /// <summary>Valid votes in votes cast, where nothing tells.</summary>
    const double Valid = 0.98;

    /// <summary>Below this part of the usual, a place that is said to be counted is not believed to be.</summary>
    const double Doubtful = 0.6;

    /// <summary>Below this part of the usual, a place of which nothing is said is not whole.</summary>
    const double Absurd = 0.3;

    /// <summary>Turnout that is believed before any place is counted.</summary>
    const double Turnout = 0.65;

    /// <summary>Expects what is missing, by type and unit.</summary>
    /// <param name="frame">The frame.</param>
    /// <param name="units">What stands.</param>
    /// <param name="above">Votes counted without a place: they are of units whose own count lags.</param>
    /// <param name="settings">What is believed before.</param>
    public static Dictionary<VoteType, VolumeModel> Of(NightFrame frame, NightUnits units, double above, NightSettings settings)
    {
        var size = Sizes(frame, units);
        var volumes = new Dictionary<VoteType, VolumeModel>();
        var typed = units.Cells.Keys.Any(t => t != VoteType.All);
        var usual = frame.VotesBefore.Any(v => v > 0) ? 1 : Turnout;
        foreach (var (type, cells) in units.Cells)
        {
            // Where types are parted, what is not of any has no share of its own to come.
            var usualOf = usual * (typed ? type is VoteType.Advance or VoteType.PollingDay ? 0.5 : 0 : 1);
            Believe(cells, size, usualOf);
            volumes[type] = typed && type == VoteType.All
                ? new VolumeModel(new double[cells.Length], true, 0, 0)
                : VolumeModel.Of(frame.Tree, cells, size, usualOf, Valid, settings);
        }

        if (typed && units.Cells.Values.All(cells => cells.All(c => c?.IsComplete != true)) && size.Any(s => s > 0))
        {
            ByWhole(units, size, volumes);
        }

        ToCast(frame, units, volumes);
        var all = volumes.Values.Sum(v => Sums.Of(v.Missing));
        var left = all > 0 ? Math.Max(0, 1 - (above / all)) : 0;
        foreach (var volume in volumes.Values)
        {
            for (var u = 0; u < volume.Missing.Length && above > 0; u++)
            {
                volume.Missing[u] *= left;
            }
        }

        return volumes;
    }

    /// <summary>How large units are: votes before where known, else people on the roll in the same measure.</summary>
    static double[] Sizes(NightFrame frame, NightUnits units)
    {
        double votes = 0, roll = 0;
        for (var u = 0; u < units.Places.Length; u++)
        {
            if (frame.VotesBefore[u] > 0 && units.Registered[u] > 0)
            {
                votes += frame.VotesBefore[u];
                roll += units.Registered[u];
            }
        }

        var perHead = roll > 0 ? votes / roll : frame.VotesBefore.Any(v => v > 0) ? Turnout : 1;
        return [.. frame.VotesBefore.Select((v, u) => v > 0 ? v : units.Registered[u] * perHead)];
    }

    /// <summary>Takes places without a status as counted when they have votes, unless places were seen to grow; and does not believe those with far too few.</summary>
    static void Believe(UnitCell?[] cells, double[] size, double usual)
    {
        var silent = cells.OfType<UnitCell>().Where(c => c is { HasStatus: false, Total: > 0 }).ToList();
        var grows = silent.Count > 0 && silent.Count(c => c.Grew) >= 0.1 * silent.Count;
        for (var u = 0; u < cells.Length && !grows; u++)
        {
            if (cells[u] is { HasStatus: false, Total: > 0 } cell)
            {
                cell.IsComplete = size[u] <= 0 || cell.Total >= Absurd * usual * size[u];
            }
        }

        double[] rates = [.. cells.Select((c, u) => (c, u)).Where(x => x.c is { IsComplete: true, Total: > 0 } && size[x.u] > 0).Select(x => x.c!.Total / size[x.u]).Order()];
        if (rates.Length < 10)
        {
            return;
        }

        var least = Doubtful * rates[rates.Length / 2];
        const double large = 2000;
        for (var u = 0; u < cells.Length; u++)
        {
            // Small places differ so much by themselves; large ones do not.
            if (cells[u] is { IsComplete: true, Total: > 0, Of: null } cell && size[u] > large && cell.Total < least * size[u])
            {
                cell.IsComplete = false;
            }
        }
    }

    /// <summary>What is missing where nobody says of any type that it is whole: what all types together lack of the usual.</summary>
    /// <remarks>A place that is nearly whole lacks late votes, which are cast in advance; one that is not lacks votes of the day.</remarks>
    static void ByWhole(NightUnits units, double[] size, Dictionary<VoteType, VolumeModel> volumes)
    {
        const double nearlyWhole = 0.93;
        var n = units.Places.Length;
        double Counted(int u) => units.Cells.Values.Sum(c => c[u]?.Total ?? 0);
        double Cast(int u) => units.Cast.Length > 0 ? units.Cast[u] * Valid : 0;
        double[] rates = [.. Enumerable.Range(0, n).Where(u => size[u] > 0 && Counted(u) > 0).Select(u => Math.Max(Counted(u), Cast(u)) / size[u])];
        var usual = rates.Length > 0 ? Math.Max(Quantiles.Of(rates, 0.7), 0.8 * Turnout) : Turnout;
        foreach (var volume in volumes.Values)
        {
            Array.Clear(volume.Missing);
        }

        for (var u = 0; u < n; u++)
        {
            var whole = Math.Max(usual * size[u], Cast(u));
            var isNear = Counted(u) >= nearlyWhole * whole;
            var lacks = Math.Max(0, (isNear && Cast(u) > 0 ? Math.Max(Cast(u), Counted(u)) : whole) - Counted(u));
            var type = isNear && volumes.ContainsKey(VoteType.Advance) ? VoteType.Advance : volumes.ContainsKey(VoteType.PollingDay) ? VoteType.PollingDay : volumes.Keys.Last();
            volumes[type].Missing[u] += lacks;
        }

        foreach (var (type, volume) in volumes.ToList())
        {
            volumes[type] = volume with { Spread = Math.Max(volume.Spread, WholeSpread) };
        }
    }

    const double WholeSpread = 0.1;

    /// <summary>Scales what is missing below places that state the ballots cast.</summary>
    static void ToCast(NightFrame frame, NightUnits units, Dictionary<VoteType, VolumeModel> volumes)
    {
        foreach (var (place, cast) in units.CastAbove)
        {
            int[] inside = [.. Enumerable.Range(0, units.Places.Length).Where(u => frame.Places.IsWithin(units.Places[u], place))];
            var counted = inside.Sum(u => units.Cells.Values.Sum(c => c[u]?.Total ?? 0));
            var missing = inside.Sum(u => volumes.Values.Sum(v => v.Missing[u]));
            var wanted = Math.Max(0, (cast * Valid) - counted);
            foreach (var (type, volume) in volumes.ToList())
            {
                foreach (var u in inside)
                {
                    volume.Missing[u] = missing > 0 ? volume.Missing[u] * wanted / missing : wanted * (units.Cells[type][u]?.Total ?? 0) / Math.Max(counted, 1);
                }

                volumes[type] = volume with { IsKnown = volume.IsKnown || inside.Length == units.Places.Length, Spread = Math.Max(volume.Spread, 0.03) };
            }
        }
    }
}
