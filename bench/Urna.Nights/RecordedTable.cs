using Urna.Forecast;

namespace Urna.Nights;

/// <summary>The table of recorded nights.</summary>
static class RecordedTable
{
    const int Draws = 500;

    /// <summary>Prints it.</summary>
    public static void Print(string folder, string only, NightSettings settings)
    {
        var ratios = new List<(string Night, double Ratio)>();
        foreach (var night in NightFolder.Read(folder, only))
        {
            var scores = NightScores.Of(night, settings, Draws);
            var best = scores.SelectMany(s => s.Simple.Keys).Distinct().Select(way => (Way: way, Error: scores.Average(s => s.Simple.GetValueOrDefault(way, double.NaN)))).Where(w => !double.IsNaN(w.Error)).MinBy(w => w.Error);
            var ratio = scores.Average(s => s.Error) / best.Error;
            ratios.Add((night.Name, ratio));
            Console.WriteLine($"## {night.Name}: error {scores.Average(s => s.Error):0.000}, best simple way '{best.Way}' {best.Error:0.000}, ratio {ratio:0.00}; false calls {scores.Sum(s => s.FalseCalls)}");
            foreach (var s in scores)
            {
                Console.WriteLine(
                    $"{s.Time:MM-dd HH:mm} in {100 * s.In,5:0.0}% err {s.Error:0.000} naive {s.Simple["naive"]:0.000} best {s.Simple[best.Way]:0.000} | lead {s.Lead:0.000} 90% [{s.LeadLower:0.00}, {s.LeadUpper:0.00}] 95% [{s.Lead95.Lower:0.00}, {s.Lead95.Upper:0.00}] held {s.Held.Held}/{s.Held.Of} width {s.Width:0.00} exp {s.Expected:0.000} {s.Calls}  {string.Join(' ', s.Simple.Select(w => $"{w.Key}={w.Value:0.000}"))}");
            }
        }

        Console.WriteLine($"geometric mean of error over best simple way: {Math.Exp(ratios.Average(r => Math.Log(r.Ratio))):0.000}; worst {ratios.MaxBy(r => r.Ratio)}");
    }
}
