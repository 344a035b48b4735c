using System.Collections.Immutable;
using Urna.Model;
using Urna.Store.Csv;
using Urna.Store.Yaml;
using Urna.Validate;

namespace Urna.Store.Elections;

/// <summary>Reads a contest's seats, and the tiers above its districts.</summary>
static class SeatsField
{
    /// <summary>A contest's <c>seats</c>: a number for every district, or a mapping of districts to numbers.</summary>
    public static ImmutableSortedDictionary<string, int> Read(YamlMap item, PlaceTree places, ImmutableArray<Candidacy> candidacies)
    {
        if (!item.Has("seats"))
        {
            return ImmutableSortedDictionary<string, int>.Empty;
        }

        if (item.IsText("seats"))
        {
            return item.Whole("seats", 1, CsvRow.MaxSmall) is { } each
                ? candidacies.Select(c => c.District).OfType<string>().Distinct().ToImmutableSortedDictionary(d => d, _ => each)
                : ImmutableSortedDictionary<string, int>.Empty;
        }

        return Numbers(item, "seats", places);
    }

    /// <summary>A contest's <c>levelling</c>: seats of a tier above by the district in which they are placed.</summary>
    public static ImmutableSortedDictionary<string, int> Levelling(YamlMap item, PlaceTree places) =>
        item.Has("levelling") ? Numbers(item, "levelling", places) : ImmutableSortedDictionary<string, int>.Empty;

    /// <summary>A contest's <c>seats-by-law</c>: districts, and tiers above them, whose seats the law works out.</summary>
    public static ImmutableArray<string> ByLaw(YamlMap item, PlaceTree places, ImmutableSortedDictionary<string, int> seats)
    {
        const string byLaw = "seats-by-law";
        var named = item.Texts("seats-by-law");
        foreach (var place in named.Where(t => !places.Contains(t)))
        {
            item.Fault("V107", NoPlace(place, byLaw), byLaw, place, Nearest.Among(place, places.Places.Select(p => p.Id)));
        }

        foreach (var place in named.Where(seats.ContainsKey))
        {
            item.Fault("V107", LocalizedText.Say("v107.stands-in-seats-by-law-and-seats", ("place", place)), byLaw, place, "a place without seats of its own");
        }

        return [.. named.Where(places.Contains)];
    }

    static ImmutableSortedDictionary<string, int> Numbers(YamlMap item, string field, PlaceTree places)
    {
        var numbers = ImmutableSortedDictionary.CreateBuilder<string, int>();
        if (item.Map(field) is { } map)
        {
            foreach (var district in map.Keys)
            {
                if (!places.Contains(district))
                {
                    map.Fault(
                        "V107",
                        NoPlace(district, field),
                        district, district, Nearest.Among(district, places.Places.Select(p => p.Id)));
                }

                numbers[district] = map.Whole(district, 1, CsvRow.MaxSmall) ?? 1;
            }
        }

        return numbers.ToImmutable();
    }

    static LocalizedText NoPlace(string place, string field) => LocalizedText.Say("v107.in-field-is-not-a-place", ("district", place), ("field", field));
}
