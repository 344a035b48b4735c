using System.Globalization;
using Urna.Forecast;
using Urna.Nights;

// How near projections of half-counted nights come to their ends, beside what simple ways say.
//
//     dotnet run -c Release --project bench/Urna.Nights -- recorded FOLDER [NAME]          every recorded night, moment by moment
//     dotnet run -c Release --project bench/Urna.Nights -- chile FOLDER [NIGHTS]           Chile 2021 by station, 200 nights an order
//
// FOLDER has nights/ and data/, as in the shared data.
CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
if (args is not [("recorded" or "chile") and var verb, var folder, .. var more] || !Directory.Exists(folder))
{
    Console.Error.WriteLine("usage: recorded FOLDER [NAME] | chile FOLDER [NIGHTS]");
    return 2;
}

var sets = more.Where(m => m.Contains('=')).Select(m => m.Split('=')).ToDictionary(m => m[0], m => double.Parse(m[1], CultureInfo.InvariantCulture));
more = [.. more.Where(m => !m.Contains('='))];
var settings = new NightSettings
{
    Slope = sets.GetValueOrDefault("slope", NightSettings.Default.Slope),
    Size = sets.GetValueOrDefault("size", NightSettings.Default.Size),
    Spread = sets.GetValueOrDefault("spread", NightSettings.Default.Spread),
    Batch = sets.GetValueOrDefault("batch", NightSettings.Default.Batch),
    Selection = sets.GetValueOrDefault("selection", NightSettings.Default.Selection),
    StationSelection = sets.GetValueOrDefault("stations", NightSettings.Default.StationSelection),
    Within = sets.GetValueOrDefault("within", NightSettings.Default.Within),
    Alone = sets.GetValueOrDefault("alone", NightSettings.Default.Alone),
};
if (verb == "recorded")
{
    RecordedTable.Print(folder, more.FirstOrDefault() ?? "", settings);
}
else
{
    ChileTable.Print(folder, settings, int.Parse(more.FirstOrDefault() ?? "200", CultureInfo.InvariantCulture), more.Skip(1).FirstOrDefault(), sets.TryGetValue("at", out var at) ? at : null);
}

return 0;
