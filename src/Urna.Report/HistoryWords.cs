using System.Globalization;
using Urna.History;
using Urna.Model;

namespace Urna.Report;

/// <summary>History in words and numbers for people.</summary>
public static class HistoryWords
{
    /// <summary>A measure's name.</summary>
    /// <param name="measure">The measure.</param>
    /// <param name="words">The words.</param>
    public static string Of(HistoryMeasure measure, Wording words)
    {
        ArgumentNullException.ThrowIfNull(words);
        return words.Say($"history.measure-{Spelling.Kebab(measure)}");
    }

    /// <summary>The day of a point.</summary>
    /// <param name="point">The point.</param>
    public static string Date(HistoryPoint point) => point.Date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>Whose figure it is.</summary>
    /// <param name="point">The point.</param>
    /// <param name="language">The reader's language.</param>
    public static string Subject(HistoryPoint point, Language language) => point.SubjectName.In(language) is { Length: > 0 } name && point.Measure != HistoryMeasure.Change ? name : point.Subject;

    /// <summary>Its figure as people write it.</summary>
    /// <param name="point">The point.</param>
    /// <param name="words">The words.</param>
    public static string Value(HistoryPoint point, Wording words)
    {
        ArgumentNullException.ThrowIfNull(words);
        var value = point.Value.Value;
        return point.Unit switch
        {
            HistoryUnit.Share => words.Percent(value),
            HistoryUnit.Points when point.Measure == HistoryMeasure.Closest => words.Numbers.Number(value * 100, 2),
            HistoryUnit.Points => words.Points(value),
            HistoryUnit.Number => words.Numbers.Number(value, point.Measure == HistoryMeasure.Disproportionality ? 3 : 2),
            _ => words.Numbers.Whole((long)value),
        };
    }

    /// <summary>What it is of; empty where it is of nothing.</summary>
    /// <param name="point">The point.</param>
    /// <param name="words">The words.</param>
    public static string Whole(HistoryPoint point, Wording words)
    {
        ArgumentNullException.ThrowIfNull(words);
        return point.Whole is not { } whole ? "" : whole.Name switch
        {
            "registered" => words.Say("history.of-registered", ("n", whole.Value)),
            "adults" => words.Say("history.of-adults", ("n", whole.Value)),
            "cast" => words.Say("history.of-cast", ("n", whole.Value)),
            "valid" => words.Say("history.of-valid", ("n", whole.Value)),
            "seats" => words.Say("history.of-seats", ("n", whole.Value)),
            _ => words.Say("history.of-elected", ("n", whole.Value)),
        };
    }

    /// <summary>What must be told beside it; empty if nothing.</summary>
    /// <param name="point">The point.</param>
    /// <param name="words">The words.</param>
    public static string Remark(HistoryPoint point, Wording words)
    {
        ArgumentNullException.ThrowIfNull(words);
        return string.Join("; ", new[] { point.IsPreliminary ? words.Say("history.preliminary") : "", point.Note is { } note ? words.L(note) : "" }.Where(t => t.Length > 0));
    }
}
