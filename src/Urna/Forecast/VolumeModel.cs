namespace Urna.Forecast;

/// <summary>How many votes of one type are to come, by unit.</summary>
/// <param name="Missing">Votes to come, by unit.</param>
/// <param name="IsKnown">Whether a roll, ballots cast or an earlier election say so; stations alone do not.</param>
/// <param name="Spread">Relative standard deviation of all that is to come.</param>
/// <param name="Unknown">Units of which nothing says how many votes they have.</param>
sealed record VolumeModel(double[] Missing, bool IsKnown, double Spread, int Unknown)
{
    /// <summary>Expects what is missing from a measure of size, and from stations where they are counted.</summary>
    /// <param name="tree">The places.</param>
    /// <param name="cells">What stands, by unit; null where nothing is said.</param>
    /// <param name="size">People on the roll or votes before, by unit; 0 where not known.</param>
    /// <param name="usual">The rate of votes to size that is believed before any is seen.</param>
    /// <param name="valid">Valid votes in those cast.</param>
    /// <param name="settings">What is believed before.</param>
    public static VolumeModel Of(UnitTree tree, UnitCell?[] cells, double[] size, double usual, double valid, NightSettings settings)
    {
        var units = cells.Length;
        var (weight, rate) = (new double[units], new double[units]);
        double votes = 0, sizes = 0;
        for (var u = 0; u < units; u++)
        {
            if (cells[u] is { IsComplete: true, Total: > 0 } cell && size[u] > 0)
            {
                (weight[u], rate[u]) = (size[u], cell.Total / size[u]);
                votes += cell.Total;
                sizes += size[u];
            }
        }

        // Where nothing is complete, what stations say of their place is the next best.
        for (var u = 0; u < units && sizes <= 0; u++)
        {
            if (ByStations(cells[u], settings) is { } all && size[u] > 0)
            {
                (weight[u], rate[u]) = (size[u], all.Votes / size[u]);
            }
        }

        if (sizes <= 0)
        {
            (votes, sizes) = (weight.Select((w, u) => w * rate[u]).Sum(), weight.Sum());
        }

        var mean = sizes > 0 ? votes / sizes : Math.Max(0.8 * usual, UpperRate(cells, size, valid));
        var left = new double[units];
        for (var u = 0; u < units; u++)
        {
            left[u] = weight[u] > 0 ? rate[u] - mean : 0;
        }

        var shrinkage = GroupShrinkage.Learn(tree, weight, left, 1, new double[units], 0.01 * mean * mean);
        var effects = shrinkage.Estimate(left, 1);
        var (missing, unknown, toCome) = (new double[units], 0, new double[units]);
        var perStation = PerStation(cells);
        for (var u = 0; u < units; u++)
        {
            if (cells[u]?.IsComplete == true)
            {
                // Stations counted are not votes counted: without a measure of size nobody knows that it is all.
                unknown += size[u] > 0 || cells[u]!.Cast is not null ? 0 : 1;
                continue;
            }

            var bySize = size[u] > 0 ? (Votes: size[u] * Math.Max(mean + effects[u], mean / 4), Spread: sizes > 0 ? Math.Sqrt(shrinkage.BetweenUnits + shrinkage.Between.Sum()) / mean : 0.25) : ((double Votes, double Spread)?)null;
            var all = Joined(bySize, ByStations(cells[u], settings), perStation, cells[u]);
            unknown += bySize is null && cells[u]?.Cast is null ? 1 : 0;
            var come = cells[u]?.Total ?? 0;
            missing[u] = Math.Max(0, Math.Max(all, cells[u]?.Cast is { } cast ? cast * valid : 0) - come);
            toCome[u] = size[u] > 0 ? missing[u] / Math.Max(mean, double.Epsilon) : 0;
        }

        var sum = missing.Sum();
        var one = new double[1];
        var variance = shrinkage.Variance(toCome, new int[units], 1, one) + one[0];
        var (ofUnits, ofGroups) = shrinkage.Unexplained(toCome);
        var selection = settings.Selection * Math.Sqrt(ofUnits + ofGroups) / Math.Max(mean, double.Epsilon);
        var spread = Math.Sqrt((settings.Volume * settings.Volume) + (variance / Math.Max(sum * sum, double.Epsilon)) + (selection * selection) + (sizes > 0 ? 0 : 0.04));
        return new(missing, unknown <= MostUnknown * units, sum > 0 ? spread : 0, unknown);
    }

    /// <summary>Units of which nothing says how many votes they have, in parts of all: so few that the mean may stand for them.</summary>
    const double MostUnknown = 0.05;

    /// <summary>What a place without votes is expected to have where nothing at all is said of its size, in parts of the mean: it may have none.</summary>
    const double Unsaid = 0.5;

    /// <summary>The rate of places that have many votes for their size: of those that are nearly whole, where nobody says which are.</summary>
    internal static double UpperRate(UnitCell?[] cells, double[] size, double valid)
    {
        double[] rates = [.. cells.Select((c, u) => (c, u)).Where(x => x.c is { Total: > 0 } && size[x.u] > 0).Select(x => Math.Max(x.c!.Total, (x.c.Cast ?? 0) * valid) / size[x.u])];
        return rates.Length > 0 ? Quantiles.Of(rates, 0.8) : 0;
    }

    /// <summary>The mean of two words on a place's votes, each by how sure it is; the mean of others where there is none.</summary>
    static double Joined((double Votes, double Spread)? bySize, (double Votes, double Spread)? byStations, double perStation, UnitCell? cell) => (bySize, byStations) switch
    {
        ({ } a, { } b) => ((a.Votes / Square(a.Spread)) + (b.Votes / Square(b.Spread))) / ((1 / Square(a.Spread)) + (1 / Square(b.Spread))),
        ({ } a, null) => a.Votes,
        (null, { } b) => b.Votes,
        _ => cell?.Of is { } stations ? stations * perStation : cell is { Total: > 0 } ? cell.Total : perStation * Unsaid,
    };

    static double Square(double spread) => Math.Max(spread * spread, 1e-8);

    /// <summary>All votes of a place if its other stations are like those counted.</summary>
    static (double Votes, double Spread)? ByStations(UnitCell? cell, NightSettings settings) =>
        cell is { Counted: > 0, Of: > 0, Total: > 0 } && cell.Of >= cell.Counted
            ? ((double)cell.Total * cell.Of.Value / cell.Counted.Value, Math.Max(0.01, settings.Station * Math.Sqrt((1 - ((double)cell.Counted.Value / cell.Of.Value)) / cell.Counted.Value)))
            : null;

    /// <summary>Votes a station on average; votes a place where no stations are told.</summary>
    static double PerStation(UnitCell?[] cells)
    {
        var told = cells.OfType<UnitCell>().Where(c => c is { Counted: > 0, Total: > 0 }).ToList();
        var places = cells.OfType<UnitCell>().Where(c => c is { Total: > 0, Counted: null }).ToList();
        return told.Count > 0 ? told.Sum(c => (double)c.Total) / told.Sum(c => (double)c.Counted!.Value) : places.Count > 0 ? places.Average(c => c.Total) : 0;
    }
}
