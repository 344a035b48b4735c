namespace Urna.Store.Import;

/// <summary>Looks for units that are totals of the others, which a mapping should leave out.</summary>
static class TotalsCheck
{
    const int FewestUnits = 3;

    /// <summary>Tells each unit whose every figure is the sum of the other units of its contest, or of its place.</summary>
    public static void Tell(ImportDraft draft, string file, FaultLog faults)
    {
        var parents = draft.Places.Places.ToDictionary(p => p.Id, p => p.Parent);
        foreach (var contest in draft.Contests)
        {
            Tell(contest, draft, "the other units", _ => "", file, faults);
            Tell(contest, draft, "the other units of its place", unit => parents[draft.Places.Units[unit]] ?? "", file, faults);
        }
    }

    static void Tell(ContestDraft contest, ImportDraft draft, string others, Func<int, string> groupOf, string file, FaultLog faults)
    {
        var sums = new Dictionary<(string Group, int Choice), long>();
        var units = new Dictionary<string, HashSet<int>>();
        foreach (var figure in contest.Figures)
        {
            var group = groupOf(figure.Unit);
            sums[(group, figure.Choice)] = sums.GetValueOrDefault((group, figure.Choice)) + figure.Votes;
            (units.TryGetValue(group, out var known) ? known : units[group] = []).Add(figure.Unit);
        }

        // Twice a figure is the sum of all only if it is the sum of the others.
        foreach (var unit in contest.Figures.GroupBy(f => f.Unit)
            .Where(u => units[groupOf(u.Key)].Count >= FewestUnits && u.Any(f => f.Votes > 0) && u.All(f => 2 * f.Votes == sums[(groupOf(f.Unit), f.Choice)])))
        {
            var place = draft.Places.Units[unit.Key];
            faults.Add(
                "V149", $"Each figure of '{place}' in '{contest.Id}' is the sum of {others}: it may be a total, which the mapping should leave out.",
                file, unit.First().Row, found: place, expected: "units that are no totals", place: place);
        }
    }
}
