using System.Globalization;
using Urna.Infer.Groups;
using Urna.Infer.Uncertainty;

namespace Urna.Accuracy;

/// <summary>Prints, for every kind of groups, how near estimates come to the truth and how often intervals hold it.</summary>
static class GroupTable
{
    /// <summary>Prints the table.</summary>
    /// <param name="cases">Cases of all kinds.</param>
    public static void Print(IReadOnlyList<GroupCase> cases)
    {
        Console.WriteLine();
        Console.WriteLine("Other kinds of groups. EI: per cent of people in the wrong cell; alike: if nobody differed; places: what places show, undrawn; bounds: mean width in points");
        Console.WriteLine("Per cent of cells whose interval holds the truth as shipped, and with the whole source left out of learning (a pair of kinds that no other source has is then as one never seen)");
        Row(["kind", "cases", "cells", "pull", "EI", "EI left out", "alike", "places", "bounds", "50", "80", "90", "95", "width", "| out: 50", "80", "90", "95", "width", "tables 90", "bounds alone", "called", "wrong sign", "| out: called", "wrong sign"]);
        JudgedTable[] shipped = [.. cases.Select(c => JudgedTable.Of(c, GroupModel.Learnt))];
        var leftOut = LeftOut.BySource(cases, rules: GroupModel.Learnt).ToDictionary(t => t.Case);
        foreach (var kind in shipped.GroupBy(t => t.Case.Kind).OrderBy(k => k.Key, StringComparer.Ordinal))
        {
            Line(kind.Key, [.. kind], leftOut);
            var sources = kind.GroupBy(t => t.Case.Source).ToArray();
            foreach (var source in sources.Where(_ => sources.Length > 1))
            {
                Line($"    {source.Key}", [.. source], leftOut);
            }
        }

        Line("all", shipped, leftOut);
    }

    static void Line(string name, JudgedTable[] shipped, Dictionary<GroupCase, JudgedTable> leftOut)
    {
        JudgedTable[] out_ = [.. shipped.Select(t => leftOut[t.Case])];
        Row(
        [
            name,
            $"{shipped.Length}",
            $"{shipped.Sum(t => t.Cells.Count())}",
            Number(shipped.Average(t => t.Learning.PullOf(t.Case.Traits))),
            Number(shipped.Average(t => t.Error)),
            Number(out_.Average(t => t.Error)),
            Number(shipped.Average(t => t.ErrorOf(t.Shares.Select((_, i) => t.Case.Everyone(i % t.Case.Election.Problem.ColumnNames.Length))))),
            Number(shipped.Average(t => t.ErrorOf(t.Case.Shown.Places))),
            Number(100 * shipped.SelectMany(t => t.Cells.Select(i => t.Case.Bounds.Upper[i] - t.Case.Bounds.Lower[i])).Average(), 1),
            .. Coverage(shipped),
            .. Coverage(out_),
            Mean(out_.Where(t => !t.ByBounds).Select(t => t.Worst() <= t.Learning.Tables[2] ? 1.0 : 0)),
            Number(100 * out_.Average(t => t.ByBounds ? 1.0 : 0), 1),
            .. Called(shipped),
            .. Called(out_),
        ]);
    }

    static IEnumerable<string> Called(JudgedTable[] tables)
    {
        var called = tables.Where(t => !t.ByBounds && t.Learning.TellsSigns).SelectMany(t => t.Differences().Where(d => Math.Abs(d.Estimate) > t.Learning.Differences[2] * d.Usual)).ToArray();
        return [$"{called.Length}", $"{called.Count(d => Math.Sign(d.Estimate) != Math.Sign(d.Truth))}"];
    }

    static IEnumerable<string> Coverage(JudgedTable[] tables)
    {
        var told = Array.FindAll(tables, t => !t.ByBounds);
        for (var k = 0; k < IntervalCalibration.Levels.Length; k++)
        {
            yield return Mean(told.SelectMany(t => t.Cells.Select(i => t.Holds(i, t.Learning.Shares[k]) ? 1.0 : 0)));
        }

        yield return Mean(told.SelectMany(t => t.Cells.Select(i => t.Interval(i, t.Learning.Shares[2])).Select(i => i.Upper - i.Lower)));
    }

    static string Mean(IEnumerable<double> values)
    {
        var all = values.ToArray();
        return all.Length == 0 ? "–" : Number(100 * all.Average(), 1);
    }

    static string Number(double value, int digits = 2) => value.ToString($"F{digits}", CultureInfo.InvariantCulture);

    static void Row(IReadOnlyList<string> cells) => Console.WriteLine(string.Concat(cells.Select((cell, i) => i == 0 ? cell.PadRight(28) : cell.PadLeft(Math.Max(7, cell.Length + 2)))));
}
