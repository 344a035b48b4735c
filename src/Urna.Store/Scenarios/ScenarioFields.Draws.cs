using System.Collections.Immutable;
using System.Globalization;
using Urna.Model;
using Urna.Scenarios.Chance;
using Urna.Store.Csv;
using Urna.Store.Yaml;

namespace Urna.Store.Scenarios;

sealed partial class ScenarioFields
{
    /// <summary>Draws.</summary>
    public DrawOptions? Draws()
    {
        Mark("draws");
        if (yaml.Map("draws") is not { } map)
        {
            return null;
        }

        var options = new DrawOptions
        {
            Number = map.Whole("n", 1, DrawOptions.Most) ?? 1_000,
            Seed = (ulong)(map.Whole("seed") ?? 1),
            Level = map.Has("level") ? Number(map, "level", 0, 1, isOpen: true) ?? 0.9 : 0.9,
        };
        options = Deviations(map, options);
        options = Poll(map, options);
        if (map.Text("projection") is { } name)
        {
            var (projected, why) = files.Projection(name, options);
            if (why is not null)
            {
                map.Fault("V102", LocalizedText.Say("scenario.fault-cannot-be-read-as-a-projection", ("name", name), ("why", why)), "projection", name, "what 'urna night project --format json' wrote");
            }

            options = projected ?? options;
        }

        map.Done();
        return options;
    }

    static DrawOptions Deviations(YamlMap map, DrawOptions options)
    {
        if (map.Map("deviation") is not { } deviation)
        {
            return options;
        }

        var own = ImmutableSortedDictionary.CreateBuilder<string, double>(StringComparer.Ordinal);
        var list = 0.0;
        if (deviation.IsText("list"))
        {
            list = Number(deviation, "list", 0, 50) ?? 0;
        }
        else if (deviation.Map("list") is { } lists)
        {
            foreach (var name in lists.Keys)
            {
                own[name] = (Number(lists, name, 0, 50) ?? 0) / 100;
            }
        }

        var changed = options with { List = list / 100, OfList = own.ToImmutable(), District = (deviation.Has("district") ? Number(deviation, "district", 0, 50) ?? 0 : 0) / 100 };
        deviation.Done();
        return changed;
    }

    static DrawOptions Poll(YamlMap map, DrawOptions options)
    {
        if (map.Map("poll") is not { } poll)
        {
            return options;
        }

        var shares = ImmutableArray.CreateBuilder<VoteExpected>();
        foreach (var share in Shares(poll, "shares"))
        {
            shares.Add(new(share.Name, share.Share.Value));
        }

        if (!poll.Has("n"))
        {
            poll.Required("n");
        }

        var changed = options with { Poll = poll.Whole("n", 1, CsvRow.MaxSmall) ?? 1, Expected = shares.ToImmutable() };
        poll.Done();
        return changed;
    }

    static double? Number(YamlMap map, string key, double least, double most, bool isOpen = false)
    {
        var text = map.Required(key);
        if (double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value) && value >= least && value <= most && (!isOpen || (value > least && value < most)))
        {
            return value;
        }

        map.Fault("V104", LocalizedText.Say("scenario.fault-in-is-not-between-and", ("text", text), ("key", key), ("least", least), ("most", most)), key, text, $"a number between {least} and {most}");
        return null;
    }
}
