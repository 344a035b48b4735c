using System.Collections.Immutable;
using Urna.Forecast;
using Urna.Model;

namespace Urna.Nights;

/// <summary>Chile 2021, second round by station on the first, in made orders.</summary>
static class ChileTable
{
    /// <summary>Prints the scores of every order.</summary>
    public static void Print(string folder, NightSettings settings, int nights, string? only, double? at)
    {
        var (election, first, second) = Read(Path.Combine(folder, "data", "cl2021_pres_mesa.csv.gz"));
        var baseline = Baseline.Of(election, second, election, first, []);
        (string Name, ReplayOrder Order, double Clustering)[] orders =
        [
            ("half", ReplayOrder.Clustered, 0.5), ("whole", ReplayOrder.Clustered, 1), ("most", ReplayOrder.Clustered, 0.8), ("random", ReplayOrder.Random, 0), ("small", ReplayOrder.SmallFirst, 0), ("outcome", ReplayOrder.Adverse, 0),
        ];
        foreach (var (name, order, clustering) in orders.Where(o => only is null || o.Name == only))
        {
            var clock = System.Diagnostics.Stopwatch.StartNew();
            var scores = Replay.Of(second, election.Places, null, new() { Order = order, Nights = nights, Baseline = baseline, Clustering = clustering, At = at is { } one ? [one] : [2, 5, 10, 25, 50, 75], Draws = 200, Settings = settings });
            Console.WriteLine($"## {name}, {nights} nights ({clock.Elapsed.TotalSeconds / nights / 6:0.00} s a projection)");
            foreach (var s in scores)
            {
                Console.WriteLine(
                    $"{s.At,3}% margin err {100 * s.MarginError:0.000} cover {string.Join('/', s.MarginCoverage.Values.Select(v => v.ToString("0.00")))} width {100 * s.MarginWidth:0.00} | err {100 * s.Error:0.000} uncounted {100 * s.ErrorUncounted:0.000} naive {100 * s.ErrorNaive:0.000} best {100 * s.ErrorBest:0.000} ({s.Best}) volume cover {s.VolumeCoverage:0.00} called {s.Called} false {s.FalseCalls}");
            }
        }
    }

    static (Election, Contest First, Contest Second) Read(string path)
    {
        var places = new List<Place> { new("cl", null, "country", "Chile") };
        var known = new HashSet<string>();
        var (one, two) = (ImmutableArray.CreateBuilder<PollingStationReturn>(), ImmutableArray.CreateBuilder<PollingStationReturn>());
        string[] r1 = ["r1_boric", "r1_kast", "r1_parisi", "r1_sichel", "r1_provoste", "r1_meo", "r1_artes"];
        string[] r2 = ["r2_boric", "r2_kast"];
        foreach (var row in Csv.Rows(path))
        {
            var (region, commune, station) = ($"r{row["cut_region"]}", $"c{row["cut_comuna"]}", $"m{row["mesa_id"]}");
            if (known.Add(region))
            {
                places.Add(new(region, "cl", "region", region));
            }

            if (known.Add(commune))
            {
                places.Add(new(commune, region, "commune", row["comuna"]));
            }

            places.Add(new(station, commune, "station", station));
            var counts = new ReportedCounts(Csv.Count(row["registered"]), null, null, null, null, null);
            one.Add(new(station, counts, [.. r1.Select((c, i) => new ChoiceVotes(i, Csv.Count(row[c]), 0))], 0));
            two.Add(new(station, counts, [.. r2.Select((c, i) => new ChoiceVotes(i, Csv.Count(row[c]), 0))], 0));
        }

        Contest Made(string id, string[] names, ImmutableArray<PollingStationReturn> returns) => new()
        {
            Id = id,
            Title = LocalizedText.Same(id),
            Date = new DateOnly(2021, 12, 19),
            Candidacies = [.. names.Select(n => new Candidacy { Choice = n[3..], Candidate = n[3..] })],
            Returns = returns,
        };
        var (first, second) = (Made("president-1", r1, one.ToImmutable()), Made("president-2", r2, two.ToImmutable()));
        var election = new Election { Id = "cl-2021", Title = LocalizedText.Same("cl-2021"), Country = "cl", Date = new DateOnly(2021, 11, 21), Places = new PlaceTree([.. places]), Contests = [first, second] };
        return (election, first, second);
    }
}
