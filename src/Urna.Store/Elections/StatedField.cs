using System.Collections.Immutable;
using System.Globalization;
using Urna.Model;
using Urna.Store.Yaml;

namespace Urna.Store.Elections;

/// <summary>Reads a contest's <c>stated</c> totals.</summary>
static class StatedField
{
    public static ImmutableArray<StatedTotal> Read(
        YamlMap contest, PlaceTree places, ImmutableArray<Candidacy> candidacies, ImmutableArray<string> sources)
    {
        var allowed = ReportedCounts.ReservedChoices.ToArray().Concat(candidacies.Select(c => c.Choice)).ToHashSet();
        return [.. contest.Maps("stated").Select(item => Read(item, places, allowed, sources))];
    }

    static StatedTotal Read(YamlMap item, PlaceTree places, HashSet<string> choices, ImmutableArray<string> sources)
    {
        var source = item.Required("source");
        if (source.Length > 0 && !sources.Contains(source))
        {
            item.NotAllowed("source", source, sources, "V116");
        }

        var place = item.Text("place") ?? places.Root.Id;
        var without = item.Texts("without");
        foreach (var (key, unknown) in without.Select(w => ("without", w)).Append(("place", place)).Where(p => !places.Contains(p.Item2)))
        {
            item.NotAllowed(key, unknown, places.Places.Select(p => p.Id), "V107");
        }

        var figures = Figures(item, choices);
        item.Done();
        return new StatedTotal(source, place, without, figures);
    }

    static ImmutableSortedDictionary<string, long> Figures(YamlMap item, HashSet<string> choices)
    {
        var figures = ImmutableSortedDictionary.CreateBuilder<string, long>();
        if (item.Map("figures") is not { } map)
        {
            item.Required("figures");
            return figures.ToImmutable();
        }

        foreach (var choice in map.Keys)
        {
            if (!choices.Contains(choice))
            {
                map.NotAllowed(choice, choice, choices, "V108");
            }

            if (long.TryParse(map.Text(choice), NumberStyles.None, CultureInfo.InvariantCulture, out var value))
            {
                figures[choice] = value;
            }
            else
            {
                map.Fault("V104", $"'{map.Text(choice)}' for '{choice}' is not a whole number.", choice, map.Text(choice) ?? "", "a whole number, 0 or more");
            }
        }

        return figures.ToImmutable();
    }
}
