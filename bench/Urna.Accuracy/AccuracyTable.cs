using System.Globalization;
using Urna.Infer.Uncertainty;

namespace Urna.Accuracy;

/// <summary>Prints how near methods come to the truth, and how often their intervals hold it.</summary>
static class AccuracyTable
{
    /// <summary>Mean error by method: real elections (all, those judged, by set) and simulations.</summary>
    /// <param name="runs">Every run.</param>
    public static void Errors(IReadOnlyList<MethodRun> runs)
    {
        Console.WriteLine("Per cent of people put in the wrong cell, mean (judged: the half on which no setting was chosen)");
        var sets = runs.Where(r => r.Election.IsReal).Select(r => SetOf(r.Election.Name)).Distinct().ToArray();
        Row(["method", "real", "judged", .. sets.Select(s => s["ei_".Length..]), "simulated"]);
        var known = runs.DistinctBy(r => r.Election.Name).Select(r => (r.Election, r.Election.Peer)).ToArray();
        Row(["best known (fastei mvn_pdf)", .. Means(known.Select(k => (k.Election, k.Peer ?? double.NaN)), sets)]);
        foreach (var method in runs.GroupBy(r => r.Method))
        {
            Row([method.Key, .. Means(method.Select(r => (r.Election, r.Error)), sets)]);
        }

        Console.WriteLine();
        Row(["simulation", "best known", .. runs.Select(r => r.Method).Distinct()]);
        foreach (var simulation in runs.Where(r => !r.Election.IsReal).GroupBy(r => r.Election))
        {
            Row([simulation.Key.Name, Number(simulation.Key.Peer ?? double.NaN), .. simulation.Select(r => Number(r.Error))]);
        }
    }

    /// <summary>How often intervals hold the truth, by method and size, on the judged half and on simulations.</summary>
    /// <param name="runs">Every run.</param>
    public static void Coverage(IReadOnlyList<MethodRun> runs)
    {
        Console.WriteLine();
        Console.WriteLine("Per cent of cells whose interval holds the truth, and the mean width of the 90 % interval in points");
        Row(["method", "on", "cells", "50 %", "80 %", "90 %", "95 %", "width"]);
        foreach (var method in runs.GroupBy(r => r.Method))
        {
            var judged = method.Where(r => r.Election is { IsReal: true, Learns: false }).ToArray();
            Line(method.Key, "judged", judged, _ => true);
            Line("", "rows under 5 %", judged, c => c.Row < 0.05);
            Line("", "rows of 5 to 20 %", judged, c => c.Row is >= 0.05 and < 0.2);
            Line("", "rows from 20 %", judged, c => c.Row >= 0.2);
            Line("", "shares under 5 %", judged, c => c.Share < 0.05);
            Line("", "under 50 units", judged, c => c.Units < 50);
            Line("", "50 to 79 units", judged, c => c.Units is >= 50 and < 80);
            Line("", "from 80 units", judged, c => c.Units >= 80);
            foreach (var set in judged.GroupBy(r => SetOf(r.Election.Name)))
            {
                Line("", set.Key["ei_".Length..], [.. set], _ => true);
            }

            Line("", "simulations", [.. method.Where(r => !r.Election.IsReal)], _ => true);
        }
    }

    static void Line(string method, string on, MethodRun[] runs, Func<IntervalScale, bool> counts)
    {
        var cells = runs.SelectMany(r => r.Cells().Where(c => counts(c.Scale)).Select(c => (r.Method, c.Scale, c.Truth))).ToArray();
        if (cells.Length == 0)
        {
            return;
        }

        var intervals = IntervalCalibration.Levels.Select(level => cells.Select(c => IntervalCalibration.Of(c.Method).About(c.Scale, level)).ToArray()).ToArray();
        Row([
            method, on, $"{cells.Length}",
            .. intervals.Select(i => Number(100 * i.Zip(cells, (interval, c) => interval.Lower <= c.Truth && c.Truth <= interval.Upper ? 1.0 : 0).Average(), 1)),
            Number(100 * intervals[2].Average(i => i.Upper - i.Lower), 1)]);
    }

    static IEnumerable<string> Means(IEnumerable<(KnownElection Election, double Error)> errors, string[] sets)
    {
        var all = errors.ToArray();
        yield return Mean(all.Where(e => e.Election.IsReal));
        yield return Mean(all.Where(e => e.Election is { IsReal: true, Learns: false }));
        foreach (var set in sets)
        {
            yield return Mean(all.Where(e => e.Election.IsReal && SetOf(e.Election.Name) == set));
        }

        yield return Mean(all.Where(e => !e.Election.IsReal));

        static string Mean(IEnumerable<(KnownElection Election, double Error)> some) => Number(some.Select(e => e.Error).DefaultIfEmpty(double.NaN).Average());
    }

    static string SetOf(string name) => name[..name.LastIndexOf('_')];

    static string Number(double value, int digits = 2) => value.ToString($"F{digits}", CultureInfo.InvariantCulture);

    static void Row(IReadOnlyList<string> cells) =>
        Console.WriteLine(string.Concat(cells.Select((cell, i) => i == 0 ? cell.PadRight(28) : cell.PadLeft(Math.Max(11, cell.Length + 2)))));
}
