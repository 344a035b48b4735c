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
        var units = new Dictionary<string, int>();
        foreach (var unit in contest.Figures)
        {
            var group = groupOf(unit.Unit);
            units[group] = units.GetValueOrDefault(group) + 1;
            foreach (var figure in unit.Figures)
            {
                sums[(group, figure.Choice)] = sums.GetValueOrDefault((group, figure.Choice)) + figure.Votes;
            }
        }

        foreach (var unit in contest.Figures.Where(u => units[groupOf(u.Unit)] >= FewestUnits && IsSum(u, groupOf(u.Unit))))
        {
            var place = draft.Places.Units[unit.Unit];
            faults.Add(
                "V149", $"Each figure of '{place}' in '{contest.Id}' is the sum of {others}: it may be a total, which the mapping should leave out.",
                file, unit.Figures[0].Row, found: place, expected: "units that are no totals", place: place);
        }

        // Twice a figure is the sum of all only if it is the sum of the others.
        bool IsSum(UnitFigures unit, string group)
        {
            var some = false;
            foreach (var figure in unit.Figures)
            {
                some |= figure.Votes > 0;
                if (2 * figure.Votes != sums[(group, figure.Choice)])
                {
                    return false;
                }
            }

            return some;
        }
    }
}
