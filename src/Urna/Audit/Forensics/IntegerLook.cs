namespace Urna.Audit.Forensics;

/// <summary>Looks at whole per cents.</summary>
static class IntegerLook
{
    public static ForensicLook? Of(ForensicCount count, IntegerKind kind)
    {
        if (count.Units.All(u => u.Registered == 0))
        {
            return null;
        }

        // Turnout is given ballots over the roll; where boxes state received ballots alone they stand for both.
        var seen = IntegerPercentages.Of(count.Units.Where(u => !u.IsImpossible).Select(u => new StationCounts(u.Registered, u.Cast, u.Cast, u.Votes[count.Leader])), kind);
        return seen.Stations == 0 ? null : new(seen.Stations, seen.Observed, seen.Expected, seen.Deviation, []);
    }
}
