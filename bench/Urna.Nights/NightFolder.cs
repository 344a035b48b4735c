using System.Collections.Immutable;
using Urna.Forecast;
using Urna.Model;
using Urna.Store;
using Urna.Store.Nights;

namespace Urna.Nights;

/// <summary>The recorded nights of a folder of official tables.</summary>
static class NightFolder
{
    /// <summary>Reads the nights that the folder has.</summary>
    /// <param name="folder">A folder with <c>nights</c> and <c>data</c>.</param>
    /// <param name="only">Part of the names that are wanted; empty for all.</param>
    public static IEnumerable<RecordedNight> Read(string folder, string only)
    {
        (string Name, Func<IEnumerable<RecordedNight>> Make)[] all =
        [
            ("bo2019", () => [Bolivia(folder)]),
            ("no2021-county", () => [Norway(folder, "fylke", "2021-09-13T23:05:00")]),
            ("no2021-municipality", () => [Norway(folder, "kommune", "2021-09-13T21:00:00")]),
            ("no2021-district", () => [Norway(folder, "krets", "2021-09-13T20:00:00")]),
            ("pe2021-r2", () => [Peru(folder)]),
            ("us-ca2024", () => [California(folder)]),
            ("us-wi2024", () => Wisconsin(folder)),
            ("mx2018", () => [Mexico(folder)]),
            ("cl2024-governor", () => [Governor(folder)]),
        ];
        return all.Where(n => n.Name.Contains(only, StringComparison.Ordinal)).SelectMany(n => n.Make());
    }

    static RecordedNight Bolivia(string folder)
    {
        var files = Directory.GetFiles(Path.Combine(folder, "nights", "bo2019")).Order(StringComparer.Ordinal).ToList();
        var table = Table("bo-trep", "Bolivia", files);
        var end = table.Votes.Max(v => v.Time);
        var rolls = table.Statuses.Where(s => s.Time == end && s.Registered is not null).ToDictionary(s => s.Place, s => s.Registered!.Value);
        return Made("bo2019", "bo2019", table, rolls) is var night ? night with { Moments = [.. night.Log.Moments.Where(m => m < end)] } : throw new InvalidOperationException();
    }

    static RecordedNight Norway(string folder, string level, string from)
    {
        var path = Path.Combine(folder, "nights", "no2021", $"no2021_{level}_");
        var table = Table("no-valg", "Norge", [$"{path}status.csv.gz", $"{path}votes.csv.gz"]);
        var rolls = table.Statuses.Where(s => s.Registered > 0 && s.Place != "Norge").GroupBy(s => s.Place).ToDictionary(g => g.Key, g => g.OrderBy(s => s.Time).First().Registered!.Value);
        var night = Made($"no2021-{level}", "no2021", table, rolls);
        var start = NightTime.Parse(from)!.Value;
        return night with { Moments = ByShare(night, start, [0.2, 0.4, 0.6, 0.7, 0.8, 0.85, 0.86, 0.9, 0.93, 0.95, 0.965]) };
    }

    /// <summary>Moments from which each part of the final votes was counted.</summary>
    static ImmutableArray<DateTimeOffset> ByShare(RecordedNight night, DateTimeOffset start, double[] parts)
    {
        var total = (double)night.Truth.Sum();
        var counted = 0L;
        var last = new Dictionary<(string, VoteType, string), long>();
        var moments = new SortedSet<DateTimeOffset>();
        var next = 0;
        foreach (var row in night.Log.Votes.Where(v => !ReportedCounts.IsReserved(v.Choice)))
        {
            counted += row.Votes - last.GetValueOrDefault((row.Place, row.Type, row.Choice));
            last[(row.Place, row.Type, row.Choice)] = row.Votes;
            while (next < parts.Length && counted >= parts[next] * total && row.Time >= start)
            {
                moments.Add(row.Time);
                next++;
            }
        }

        return [.. moments];
    }

    static RecordedNight Peru(string folder)
    {
        var path = Path.Combine(folder, "nights", "pe2021_r2", "pe2021_r2_");
        var votes = Table("pe-onpe-results", "Perú", [$"{path}general_resultados.csv.gz", $"{path}distrito_resultados.csv.gz"]);
        var status = Table("pe-onpe-summary", "Perú", [$"{path}general_resumen.csv.gz", $"{path}distrito_resumen.csv.gz"]);
        var rolls = new Dictionary<string, long>();
        var truth = new long[2];
        foreach (var row in Csv.Rows($"{path}actas_final.csv.gz"))
        {
            var place = $"{row["departamento"]}/{row["provincia"]}/{row["distrito"]}";
            rolls[place] = rolls.GetValueOrDefault(place) + Csv.Count(row["num_electores"]);
            truth[0] += Csv.Count(row["votos_perulibre"]);
            truth[1] += Csv.Count(row["votos_fuerzapopular"]);
        }

        var table = votes with { Statuses = status.Statuses, Places = [.. votes.Places.Concat(status.Places).DistinctBy(p => p.Id)], Choices = ["00000014", "00000007"] };
        var known = table.Places.Select(p => p.Id).ToHashSet();
        rolls["Perú"] = rolls.Values.Sum();
        var below = rolls.Where(r => known.Contains(r.Key) && r.Key != "Perú").ToDictionary(r => r.Key, r => r.Value);

        // People abroad are in no district: a place of its own, whose votes are the whole's beyond the districts'.
        var night = Made("pe2021-r2", "pe2021", table, below);
        var abroad = rolls["Perú"] - below.Values.Sum();
        var places = new PlaceTree([.. night.Places.Places, new Place("abroad", "Perú", "abroad", "abroad")]);
        var contest = night.Contest with { Returns = [.. night.Contest.Returns, new PollingStationReturn("abroad", new ReportedCounts(Math.Max(abroad, 0), null, null, null, null, null), [], 0)] };
        return night with { Contest = contest, Places = places, Truth = truth, Moments = [.. night.Log.Moments.Where(m => m < NightTime.Parse("2021-06-14T00:00:00Z"))] };
    }

    static RecordedNight California(string folder)
    {
        var night = Made("us-ca2024", "us-ca2024", Table("us-ca-sos", "California", [Path.Combine(folder, "nights", "us-ca2024", "ca2024_us_senate_county.csv.gz")]), []);
        return night with { Moments = ByShare(night, DateTimeOffset.MinValue, [0.05, 0.21, 0.41, 0.48, 0.54, 0.7, 0.85, 0.92, 0.97]) };
    }

    static IEnumerable<RecordedNight> Wisconsin(string folder)
    {
        var table = Table("us-wi-wards", "Wisconsin", [Path.Combine(folder, "nights", "us-wi2024", "wi2024_president_ward_snapshots.csv.gz")]);
        foreach (var county in (string[])["Waukesha", "Milwaukee"])
        {
            var own = table with
            {
                Votes = [.. table.Votes.Where(v => v.Place.StartsWith(county + "/", StringComparison.Ordinal))],
                Places = [.. table.Places.Where(p => p.Parent is null || p.Id == county || p.Id.StartsWith(county + "/", StringComparison.Ordinal))],
            };
            var night = Made($"us-wi2024-{county}", "us-wi2024", own, []);
            yield return night with { Moments = ByShare(night, DateTimeOffset.MinValue, [0.1, 0.3, 0.5, 0.7, 0.9]) };
        }
    }

    static RecordedNight Mexico(string folder)
    {
        var night = Made("mx2018", "mx2018", Table("mx-quick-count", "México", [Path.Combine(folder, "data", "night", "mexico2018_quickcount_arrivals.csv.gz")]), []);
        return night with { Moments = ByShare(night, DateTimeOffset.MinValue, [0.05, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9]) };
    }

    static RecordedNight Governor(string folder)
    {
        var night = Made("cl2024-governor", "cl2024", Table("cl-servel-live", "Santiago", [Path.Combine(folder, "data", "night", "servel_live_snapshots_gobernadores.csv.gz")]), []);
        return night with { Moments = [.. night.Log.Moments.Where(m => m < night.Log.Moments[^1])] };
    }

    /// <summary>A night of a table; its end is what stood last.</summary>
    static RecordedNight Made(string name, string group, NightTable table, Dictionary<string, long> rolls)
    {
        var log = NightLog.Of(table.Votes, table.Statuses);
        var places = new PlaceTree(table.Places);
        var contest = new Contest
        {
            Id = name,
            Title = LocalizedText.Same(name),
            Date = new DateOnly(2021, 1, 1),
            Candidacies = [.. table.Choices.Select(c => new Candidacy { Choice = c, Candidate = c })],
            Returns = [.. rolls.Select(r => new PollingStationReturn(r.Key, new ReportedCounts(r.Value, null, null, null, null, null), [], 0))],
        };
        var end = log.At(log.Moments[^1], table.Choices);
        var truth = new long[table.Choices.Length];
        foreach (var cell in end.Cells.Values)
        {
            for (var c = 0; c < truth.Length; c++)
            {
                truth[c] += cell[c];
            }
        }

        return new(name, group, contest, places, log, log.Moments, truth);
    }

    static NightTable Table(string format, string root, IEnumerable<string> files) =>
        NightFormats.Read(format, root, files) is { Value: { } table } ? table : throw new InvalidDataException(string.Join('\n', NightFormats.Read(format, root, files).Findings.Take(5).Select(f => f.Message)));
}
