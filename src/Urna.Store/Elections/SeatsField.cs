using System.Collections.Immutable;
using Urna.Model;
using Urna.Store.Csv;
using Urna.Store.Yaml;
using Urna.Validate;

namespace Urna.Store.Elections;

/// <summary>Reads a contest's <c>seats</c>: a number for every district, or a mapping of districts to numbers.</summary>
static class SeatsField
{
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

        var seats = ImmutableSortedDictionary.CreateBuilder<string, int>();
        if (item.Map("seats") is { } map)
        {
            foreach (var district in map.Keys)
            {
                if (!places.Contains(district))
                {
                    map.Fault(
                        "V107",
                        LocalizedText.Say("v107.in-seats-is-not-a-place", ("district", district)),
                        district, district, Nearest.Among(district, places.Places.Select(p => p.Id)));
                }

                seats[district] = map.Whole(district, 1, CsvRow.MaxSmall) ?? 1;
            }
        }

        return seats.ToImmutable();
    }
}
