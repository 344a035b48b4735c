#!/usr/bin/env dotnet
// Makes a made national file of results, and measures how long Urna takes to import, validate and count it.
//
//     dotnet run tools/national-file.cs -- make FILE.csv [STATIONS] [CHOICES]
//     dotnet run tools/national-file.cs -- measure FILE.csv URNA.dll FOLDER
//
// The figures are drawn from a seed: the same arguments give the same bytes. MEASURE tells the time in which DuckDB alone reads and groups the file, then
// the time and the largest memory of each verb, in one run.
#:package DuckDB.NET.Data.Full
#:property RestorePackagesWithLockFile=false
#:property InvariantGlobalization=true
#:property PublishAot=false
#:property NoWarn=$(NoWarn);MA0047;CA1861

using System.Diagnostics;
using System.Globalization;
using DuckDB.NET.Data;

switch (args)
{
    case ["make", var file, .. var sizes]:
        Make(file, Size(sizes, 0, 100_000), Size(sizes, 1, 100));
        return 0;
    case ["measure", var file, var urna, var folder]:
        return Measure(file, urna, folder);
    default:
        Console.Error.WriteLine("Usage: dotnet run tools/national-file.cs -- make FILE.csv [STATIONS] [CHOICES] | measure FILE.csv URNA.dll FOLDER");
        return 2;
}

static int Size(string[] sizes, int index, int otherwise) => sizes.Length > index ? int.Parse(sizes[index], CultureInfo.InvariantCulture) : otherwise;

// One row a station and choice: what is stated of the station first, then the candidates.
static void Make(string file, int stations, int choices)
{
    const int roll = 4000;
    using var text = new StreamWriter(file) { NewLine = "\n" };
    text.WriteLine("region,commune,station,choice,votes");
    var state = 1UL;
    for (var station = 1; station <= stations; station++)
    {
        var head = string.Create(CultureInfo.InvariantCulture, $"{((station - 1) / 5800) + 1},{((station - 1) / 290) + 1},{station},");
        for (var choice = 0; choice < choices; choice++)
        {
            state = unchecked((state * 6364136223846793005UL) + 1442695040888963407UL);
            text.Write(head);
            text.Write(choice == 0 ? "registered" : choice.ToString(CultureInfo.InvariantCulture));
            text.Write(',');
            text.WriteLine(choice == 0 ? roll : (int)((state >> 40) % 40));
        }
    }
}

static int Measure(string file, string urna, string folder)
{
    var map = Path.Combine(folder, "national.yaml");
    Directory.CreateDirectory(folder);
    File.WriteAllText(map, """
        country: xm
        date: 2030-05-05
        title: A made national file
        tables: [{ id: votes }]
        places:
          - { level: country, id: xm, title: Country }
          - { level: region, id: "region-{region}", title: Region }
          - { level: commune, id: "commune-{commune}", title: Commune }
          - { level: station, id: "{station}", title: Station }
        contests:
          - id: national
            title: National
            choices:
              - { column: votes, choice: registered, where: { choice: registered } }
              - { column: votes, choice: "{choice}" }
        """);
    // By station is what a sum needs; by station and choice is what an import must do to see that no figure stands twice.
    var byStation = Alone(file, "station");
    var byFigure = Alone(file, "station, choice");
    var limit = 2 * byStation;
    var election = Path.Combine(folder, "election");
    var total = 0.0;
    foreach (var verb in new string[][] { ["import", file, "--map", map, "-o", election, "--force"], ["validate", election], ["count", election] })
    {
        var start = new ProcessStartInfo("dotnet") { UseShellExecute = false, RedirectStandardOutput = true };
        start.ArgumentList.Add(urna);
        foreach (var argument in verb)
        {
            start.ArgumentList.Add(argument);
        }

        var watch = Stopwatch.StartNew();
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var peak = 0L;
        while (!process.WaitForExit(20))
        {
            process.Refresh();
            peak = Math.Max(peak, process.HasExited ? 0 : process.PeakWorkingSet64);
        }

        total += watch.Elapsed.TotalSeconds;
        Console.WriteLine($"urna {verb[0]}: exit {process.ExitCode}, {watch.Elapsed.TotalSeconds:0.00} s, {peak / 1e6:0} MB at most, {output.Result.Length} characters of answer");
    }

    Console.WriteLine($"together {total:0.00} s: {total / byStation:0.0} times DuckDB alone by station, {total / byFigure:0.0} times by station and choice");
    return total <= limit ? 0 : 1;
}

static double Alone(string file, string key)
{
    var watch = Stopwatch.StartNew();
    using var duck = new DuckDBConnection("DataSource=:memory:;threads=2");
    duck.Open();
    using var command = duck.CreateCommand();
    command.CommandText = $"select count(*) from (select {key}, sum(votes) from read_csv('{file}') group by all)";
    Console.WriteLine($"DuckDB alone reads and groups by {key}: {command.ExecuteScalar()} groups, {watch.Elapsed.TotalSeconds:0.00} s");
    return watch.Elapsed.TotalSeconds;
}
