using Urna.Model;
using Urna.Store.Import.Sources;

namespace Urna.Store.Import;

/// <summary>Looks for units that are totals of others, which a mapping should name under <c>totals</c>.</summary>
static class TotalsCheck
{
    const int FewestUnits = 3;

    /// <summary>Tells each unit whose every figure is the sum of others of its contest, or whose name is a word for the whole.</summary>
    public static void Tell(ImportDraft draft, string file, FaultLog faults)
    {
        var parents = draft.Places.Places.ToDictionary(p => p.Id, p => p.Parent);
        var names = draft.Places.Places.ToDictionary(p => p.Id, p => p.Name);
        foreach (var contest in draft.Contests)
        {
            var told = Told(contest, _ => "").Concat(Told(contest, unit => parents[draft.Places.Units[unit]] ?? "")).ToHashSet();
            var subtotals = Subtotals(contest, told);
            foreach (var unit in contest.Figures)
            {
                var place = draft.Places.Units[unit.Unit];
                var why = told.Contains(unit.Unit) ? "each of its figures is the sum of the other units"
                    : subtotals.Contains(unit.Unit) ? "each of its figures is the sum of the units above it"
                    : CountWords.IsTotal(names[place]) && contest.Figures.Skip(1).Any() ? $"'{names[place]}' is a word for the whole"
                    : null;
                if (why is not null)
                {
                    faults.Add(
                        "V149",
                        LocalizedText.Say("v149.in-may-be-a-total-which", ("place", place), ("contest", contest.Id), ("why", why)),
                        file, unit.Figures[0].Row, found: place, expected: "units that are no totals", place: place);
                }
            }
        }
    }

    /// <summary>Units that are the sum of all others of their group.</summary>
    static IEnumerable<int> Told(ContestDraft contest, Func<int, string> groupOf)
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

        // Twice a figure is the sum of all only if it is the sum of the others.
        return contest.Figures.Where(u => units[groupOf(u.Unit)] >= FewestUnits && Is(u, figure => 2 * figure.Votes == sums[(groupOf(u.Unit), figure.Choice)])).Select(u => u.Unit);
    }

    /// <summary>Units that are the sum of those since the last such unit, as files with a total below each district have them.</summary>
    /// <remarks>A district of one unit has a total that repeats it; that says something only beside totals of several units.</remarks>
    static HashSet<int> Subtotals(ContestDraft contest, HashSet<int> told)
    {
        var found = new List<(int Unit, int Of)>();
        var sums = new Dictionary<int, long>();
        var units = 0;
        foreach (var unit in contest.Figures.OrderBy(u => u.Count > 0 ? u.Figures[0].Row : 0))
        {
            if (units > 0 && unit.Count >= sums.Count && Is(unit, figure => figure.Votes == sums.GetValueOrDefault(figure.Choice)))
            {
                found.Add((unit.Unit, units));
                sums.Clear();
                units = 0;
                continue;
            }

            if (told.Contains(unit.Unit))
            {
                continue;
            }

            units++;
            foreach (var figure in unit.Figures)
            {
                sums[figure.Choice] = sums.GetValueOrDefault(figure.Choice) + figure.Votes;
            }
        }

        return found.Exists(f => f.Of > 1) ? [.. found.Select(f => f.Unit)] : [];
    }

    static bool Is(UnitFigures unit, Func<Figure, bool> holds)
    {
        var some = false;
        foreach (var figure in unit.Figures)
        {
            some |= figure.Votes > 0;
            if (!holds(figure))
            {
                return false;
            }
        }

        return some;
    }
}
