using System.Collections.Immutable;
using Urna.Numerics;

namespace Urna.History;

/// <summary>How figures changed from one vote to the next of the same series.</summary>
static class HistoryChange
{
    /// <summary>Each change of a share, the largest first.</summary>
    /// <param name="points">Points in the order of their days.</param>
    public static ImmutableArray<HistoryPoint> Largest(ImmutableArray<HistoryPoint> points) =>
    [
        .. points.Where(p => p.Unit == HistoryUnit.Share)
            .GroupBy(p => (p.Series, p.Place, p.Subject, p.Measure))
            .SelectMany(series => series.Zip(series.Skip(1), Between))
            .OrderByDescending(p => Abs(p.Value)).ThenBy(p => p.Date).ThenBy(p => p.Contest, StringComparer.Ordinal).ThenBy(p => p.Place, StringComparer.Ordinal),
    ];

    static HistoryPoint Between(HistoryPoint before, HistoryPoint now) => now with
    {
        Subject = now.Subject.Length > 0 ? $"{Model.Spelling.Kebab(now.Measure)} {now.Subject}" : Model.Spelling.Kebab(now.Measure),
        Measure = HistoryMeasure.Change,
        Unit = HistoryUnit.Points,
        Value = now.Value - before.Value,
        Sources = [.. before.Sources.Union(now.Sources)],
        IsPreliminary = before.IsPreliminary || now.IsPreliminary,
        Note = Model.LocalizedText.Say("history.since", ("date", before.Date.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture))),
    };

    static Fraction Abs(Fraction value) => value < Fraction.Zero ? Fraction.Zero - value : value;
}
