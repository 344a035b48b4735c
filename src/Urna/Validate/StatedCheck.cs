using Urna.Model;

namespace Urna.Validate;

/// <summary>Whether totals that sources state equal the sum of the units.</summary>
static class StatedCheck
{
    public static IEnumerable<Finding> Of(Contest contest, PlaceTree places, Ballots ballots) =>
        from stated in contest.Stated
        let units = contest.Returns.Where(u => IsIn(u, stated, places)).ToList()
        from figure in stated.Figures
        let sum = Sum(contest, ballots, units, figure.Key)
        where sum is not null && sum != figure.Value
        select Codes.Finding("V207", LocalizedText.Say(
            "v207.states-for-the-units-sum-to", ("contest", contest.Id), ("source", stated.Source), ("figure", figure.Value),
            ("figure2", figure.Key), ("sum", sum), ("sum2", $"{sum - figure.Value:+0;-0}"))) with
        {
            File = contest.ResultsFile,
            Place = stated.Place,
            Found = $"{sum}",
            Expected = $"{figure.Value}",
            Column = figure.Key,
        };

    static bool IsIn(PollingStationReturn unit, StatedTotal stated, PlaceTree places)
    {
        var line = places.Line(unit.Place).Select(p => p.Id).ToList();
        return line.Contains(stated.Place) && !stated.Without.Any(line.Contains);
    }

    /// <summary>The sum over the units; null where one of them does not state its part.</summary>
    static long? Sum(Contest contest, Ballots ballots, List<PollingStationReturn> units, string figure)
    {
        if (ReportedCounts.IsReserved(figure))
        {
            return units.Aggregate((long?)0, (sum, unit) => sum + Reserved(unit, contest, ballots, figure));
        }

        var choice = contest.Candidacies.ToList().FindIndex(c => c.Choice == figure);
        return units.Sum(u => u.Votes.FirstOrDefault(v => v.Choice == choice).Votes);
    }

    static long? Reserved(PollingStationReturn unit, Contest contest, Ballots ballots, string figure)
    {
        var counts = UnitCounts.Of(unit, contest.Balance, ballots.AreCompleteIn(unit));
        return figure switch
        {
            "cast" => counts.Cast,
            "valid" => counts.Valid,
            _ => unit.Counts[figure],
        };
    }
}
