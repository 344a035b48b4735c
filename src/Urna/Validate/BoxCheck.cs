using Urna.Model;

namespace Urna.Validate;

/// <summary>Whether contests of one day agree on who could vote in a unit, and on how many did.</summary>
/// <remarks>Voters of one day are given all papers at once, so that a station's contests differ by the few who keep one, or by a mistake.</remarks>
static class BoxCheck
{
    public static IEnumerable<Finding> Of(Election election)
    {
        var contests = election.Contests.Where(c => c.Kind != ContestKind.Voters && c.Returns.Length > 1).ToList();
        foreach (var day in contests.GroupBy(c => c.Date).Where(d => d.Count() > 1))
        {
            var first = day.First();
            var units = first.Returns.ToDictionary(u => u.Place);
            var ballots = day.ToDictionary(c => c.Id, c => new Ballots(c, election.Places));
            foreach (var other in day.Skip(1))
            {
                var common = other.Returns.Where(u => units.ContainsKey(u.Place)).Select(u => (A: units[u.Place], B: u)).ToList();
                var told = Told(first, other, common, "registered", u => u.Counts.Registered, u => u.Counts.Registered)
                    .Concat(Told(first, other, common, "cast", u => Cast(first, u), u => Cast(other, u)));
                foreach (var finding in told)
                {
                    yield return finding;
                }
            }

            long? Cast(Contest contest, PollingStationReturn unit) => UnitCounts.Of(unit, contest.Balance, ballots[contest.Id].AreCompleteIn(unit)).Cast;
        }
    }

    static IEnumerable<Finding> Told(
        Contest first, Contest other, List<(PollingStationReturn A, PollingStationReturn B)> units, string column,
        Func<PollingStationReturn, long?> ofFirst, Func<PollingStationReturn, long?> ofOther)
    {
        var differing = units.Select(u => (u.A, u.B, Was: ofFirst(u.A), Is: ofOther(u.B))).Where(u => u.Was is not null && u.Is is not null && u.Was != u.Is).ToList();
        if (differing.Count == 0)
        {
            yield break;
        }

        var worst = differing.MaxBy(u => Math.Abs(u.Is!.Value - u.Was!.Value));
        yield return Codes.Finding("V214", LocalizedText.Say(
            "v214.and-of-of-units-differ-most", ("first", first.Id), ("other", other.Id), ("column", column),
            ("differing", differing.Count), ("units", units.Count), ("place", worst.A.Place), ("was", worst.Was), ("is", worst.Is))) with
        {
            File = other.ResultsFile,
            Row = worst.B.Row,
            Place = worst.A.Place,
            Column = column,
            Found = $"{worst.Is}",
            Expected = $"{worst.Was}",
        };
    }
}
