using Urna.Numerics;

namespace Urna.History;

/// <summary>Turnout, blank and null votes of a vote.</summary>
static class TurnoutHistory
{
    /// <summary>The points of a count.</summary>
    /// <param name="vote">The count.</param>
    /// <param name="book">The people of voting age.</param>
    /// <param name="question">What is asked for.</param>
    public static IEnumerable<HistoryPoint> Of(VoteCount vote, HistoryBook book, HistoryQuestion question)
    {
        var counts = vote.Counts;
        if (question.Asks(HistoryMeasure.Turnout) && Share(counts.Cast, counts.Registered) is { } turnout)
        {
            yield return vote.Point("", HistoryMeasure.Turnout, HistoryUnit.Share, turnout) with { Whole = new("registered", counts.Registered!.Value) };
        }

        if (question.Asks(HistoryMeasure.TurnoutOfAdults) && book.PeopleOf(vote.Country, vote.Place.Id, vote.Date.Year) is { } people && Share(vote.Cast, people.Adults) is { } ofAdults)
        {
            yield return vote.Point("", HistoryMeasure.TurnoutOfAdults, HistoryUnit.Share, ofAdults) with
            {
                Whole = new("adults", people.Adults),
                Sources = [.. vote.Sources, book.SourceLine(people.Source)],
            };
        }

        foreach (var (measure, part) in new[] { (HistoryMeasure.Blank, counts.Blank), (HistoryMeasure.Null, counts.Null) })
        {
            if (question.Asks(measure) && part is not null && Share(part, counts.Cast) is { } share)
            {
                yield return vote.Point("", measure, HistoryUnit.Share, share) with { Whole = new("cast", counts.Cast!.Value) };
            }
        }
    }

    static Fraction? Share(long? part, long? whole) => part is { } votes && whole is > 0 and var all ? new Fraction(votes, all) : null;
}
