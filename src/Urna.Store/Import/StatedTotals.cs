using System.Collections.Immutable;
using Urna.Model;

namespace Urna.Store.Import;

/// <summary>The totals that files state of places, beside the units that lie in them.</summary>
static class StatedTotals
{
    /// <summary>What a mapping writes for the whole in place of a place.</summary>
    public const string Whole = "whole";

    /// <summary>The id of the source that totals are said to be of, where the mapping names none.</summary>
    public const string Source = "files";

    /// <summary>More than these are compared, and not written down.</summary>
    const int Most = 500;

    /// <summary>Tells each place whose units do not sum to what the file states.</summary>
    public static void Tell(ContestDraft contest, PlacesDraft places, string file, FaultLog faults)
    {
        foreach (var (place, figures) in Differing(contest, places).GroupBy(d => d.Place).Select(g => (g.Key, g.OrderByDescending(d => Math.Abs(d.Stated - d.Sum)).ToList())))
        {
            var first = figures[0];
            var name = contest.ChoiceOf(first.Choice);
            faults.Add(Validate.Codes.Finding("V207", LocalizedText.Say(
                "v207.the-file-states-for-in-the", ("contest", contest.Id), ("stated", first.Stated), ("name", name), ("hasPlace", place is not null), ("place", place),
                ("sum", first.Sum), ("sum2", $"{first.Sum - first.Stated:+0;-0}"), ("more", figures.Count - 1))) with
            {
                File = file,
                Row = first.Row,
                Column = name,
                Place = place ?? "",
                Found = $"{first.Sum}",
                Expected = $"{first.Stated}",
            });
        }
    }

    /// <summary>The totals as a contest's entry in <c>election.yaml</c> has them.</summary>
    public static List<Dictionary<string, object>> Written(ContestDraft contest, PlacesDraft places, string source)
    {
        var known = contest.Candidacies.Select(c => c.Choice).ToHashSet();
        var ids = new NamedPlaces(places);
        return
        [
            .. contest.Stated.Where(s => ReportedCounts.IsReserved(contest.ChoiceOf(s.Key.Choice)) || known.Contains(contest.ChoiceOf(s.Key.Choice)))
                .GroupBy(s => ids.Of(s.Key.Place)).Where(g => g.Key is null || ids.Has(g.Key)).Take(Most)
                .Select(g => new Dictionary<string, object>
                {
                    ["source"] = source,
                    ["place"] = g.Key ?? places.Places[0].Id,
                    ["figures"] = g.ToDictionary(s => contest.ChoiceOf(s.Key.Choice), s => (object)s.Value.Votes),
                }),
        ];
    }

    static IEnumerable<(string? Place, int Choice, long Stated, long Sum, int Row)> Differing(ContestDraft contest, PlacesDraft places)
    {
        if (contest.Stated.Count == 0)
        {
            yield break;
        }

        var (sums, lacking, units) = Sums(contest, places);
        var ids = new NamedPlaces(places);
        foreach (var ((text, choice), (stated, row)) in contest.Stated)
        {
            var place = ids.Of(text);
            var key = (place ?? "", choice);
            var isKnown = lacking.GetValueOrDefault(key) == units.GetValueOrDefault(place ?? "") || !ReportedCounts.IsReserved(contest.ChoiceOf(choice));
            if (isKnown && sums.GetValueOrDefault(key) is var sum && sum != stated && choice != contest.TotalChoice)
            {
                yield return (place, choice, stated, sum, row);
            }
        }
    }

    /// <summary>For each place, the sum of each choice over the units in it, how many state it, and how many units there are.</summary>
    static (Dictionary<(string Place, int Choice), long> Sums, Dictionary<(string Place, int Choice), int> Stating, Dictionary<string, int> Units) Sums(ContestDraft contest, PlacesDraft places)
    {
        var parents = places.Places.ToDictionary(p => p.Id, p => p.Parent);
        var sums = new Dictionary<(string Place, int Choice), long>();
        var stating = new Dictionary<(string Place, int Choice), int>();
        var units = new Dictionary<string, int>();
        foreach (var unit in contest.Figures)
        {
            foreach (var place in Line(places.Units[unit.Unit], parents).Append(""))
            {
                units[place] = units.GetValueOrDefault(place) + 1;
                foreach (var figure in unit.Figures)
                {
                    sums[(place, figure.Choice)] = sums.GetValueOrDefault((place, figure.Choice)) + figure.Votes;
                    stating[(place, figure.Choice)] = stating.GetValueOrDefault((place, figure.Choice)) + 1;
                }
            }
        }

        return (sums, stating, units);
    }

    static IEnumerable<string> Line(string place, Dictionary<string, string?> parents)
    {
        for (string? at = place; at is not null; at = parents.GetValueOrDefault(at))
        {
            yield return at;
        }
    }

    /// <summary>Finds the place that a row of totals names.</summary>
    sealed class NamedPlaces(PlacesDraft places)
    {
        readonly HashSet<string> ids = [.. places.Places.Select(p => p.Id)];
        readonly Dictionary<string, string> byName = places.Places.GroupBy(p => CountWords.Folded(p.Name)).Where(g => g.Count() == 1).ToDictionary(g => g.Key, g => g.First().Id);

        public bool Has(string id) => ids.Contains(id);

        /// <summary>The place that a text names, by its id, or by its name beside a word for a total; null for the whole.</summary>
        public string? Of(string text) =>
            ids.Contains(text) ? text
            : text.Length == 0 || text == Whole || CountWords.IsTotal(text) || CountWords.BesideTotal(text).Length == 0 ? null
            : byName.GetValueOrDefault(CountWords.BesideTotal(text)) ?? text;
    }
}
