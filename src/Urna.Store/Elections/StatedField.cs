using System.Collections.Immutable;
using System.Globalization;
using Urna.Model;
using Urna.Store.Yaml;

namespace Urna.Store.Elections;

/// <summary>Reads a contest's <c>stated</c> totals.</summary>
static class StatedField
{
    static readonly Dictionary<string, bool> counts = new() { ["final"] = false, ["preliminary"] = true };

    public static ImmutableArray<StatedTotal> Read(
        YamlMap contest, PlaceTree places, ImmutableArray<Candidacy> candidacies, ImmutableArray<string> sources)
    {
        var allowed = ReportedCounts.ReservedChoices.ToArray().Concat(candidacies.Select(c => c.Choice)).ToHashSet();
        return [.. contest.Maps("stated").Select(item => Read(item, places, allowed, sources))];
    }

    /// <summary>Whether a count is told as one that was not final.</summary>
    public static bool IsPreliminary(YamlMap yaml) => yaml.Word("count", counts) ?? false;

    /// <summary>Reads a contest's <c>lacks</c>: votes that its results do not hold.</summary>
    public static ImmutableArray<Lack> Lacks(YamlMap contest, ImmutableArray<Candidacy> candidacies)
    {
        var allowed = ReportedCounts.ReservedChoices.ToArray().Concat(candidacies.Select(c => c.Choice)).ToHashSet();
        return [.. contest.Maps("lacks").Select(item => Lack(item, allowed))];
    }

    static Lack Lack(YamlMap item, HashSet<string> choices)
    {
        var lack = new Lack(item.Localized("name") ?? LocalizedText.Same(item.Required("name")), item.Whole("at-most", 0), item.Has("figures") ? Figures(item, choices) : ImmutableSortedDictionary<string, long>.Empty);
        item.Done();
        return lack;
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
        var isPreliminary = IsPreliminary(item);
        item.Done();
        return new StatedTotal(source, place, without, figures) { IsPreliminary = isPreliminary };
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
                map.Fault(
                    "V104",
                    LocalizedText.Say("v104.for-is-not-a-whole-number", ("text", map.Text(choice)), ("choice", choice)),
                    choice, map.Text(choice) ?? "", "a whole number, 0 or more");
            }
        }

        return figures.ToImmutable();
    }
}
