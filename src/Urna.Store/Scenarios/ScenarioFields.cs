using System.Collections.Immutable;
using System.Globalization;
using Urna.Allocate.Laws;
using Urna.Allocate.Methods;
using Urna.Allocate.Steps;
using Urna.Model;
using Urna.Scenarios.Changes;
using Urna.Store.Csv;
using Urna.Store.Yaml;
using Urna.Validate;

namespace Urna.Store.Scenarios;

/// <summary>The fields of one scenario.</summary>
/// <param name="yaml">The scenario.</param>
/// <param name="files">The files that it may name.</param>
/// <param name="lines">Where lines of fields go, entry by entry.</param>
sealed partial class ScenarioFields(YamlMap yaml, ScenarioFiles files, ImmutableDictionary<string, ImmutableArray<int>>.Builder lines)
{
    static readonly Dictionary<string, SwingKind> swings = new() { ["uniform"] = SwingKind.Uniform, ["proportional"] = SwingKind.Proportional };
    static readonly Dictionary<string, MagnitudeBase> bases = new() { ["registered"] = MagnitudeBase.Registered, ["votes"] = MagnitudeBase.Votes };
    static readonly Dictionary<string, Holder> holders = new() { ["lists"] = Holder.List, ["parties"] = Holder.Party };

    /// <summary>The law.</summary>
    public ElectoralRule? Rule()
    {
        Mark("rule");
        if (yaml.Text("rule") is not { } name)
        {
            return null;
        }

        var (rule, fault) = files.Law(name);
        if (fault is not null)
        {
            yaml.Fault(fault.Code, fault.Sentence, "rule", name, fault.Expected);
        }

        return rule;
    }

    /// <summary>Joined lists.</summary>
    public ImmutableArray<ListJoin> Joins() => [.. Items("join", yaml.Maps("join")).Select(Join).OfType<ListJoin>()];

    ListJoin? Join(YamlMap map)
    {
        var (name, of) = (map.Required("as"), map.Texts("of"));
        if (of.IsEmpty)
        {
            map.Fault("V103", LocalizedText.Say("scenario.fault-of-names-no-list"), "of", "", "two lists or more");
        }

        map.Done();
        return name.Length == 0 || of.Any(string.IsNullOrWhiteSpace) ? null : new(name, of);
    }

    /// <summary>Split lists.</summary>
    public ImmutableArray<ListSplit> Splits() => [.. Items("split", yaml.TextsOrMaps("split", "list")).Select(map =>
    {
        var list = map.Required("list");
        ImmutableArray<ListJoin> into = [.. map.Maps("into").Select(Join).OfType<ListJoin>()];
        map.Done();
        return list.Length == 0 ? null : new ListSplit(list) { Into = into };
    }).OfType<ListSplit>()];

    /// <summary>Moved parties and persons.</summary>
    public ImmutableArray<Move> Moves() => [.. Items("move", yaml.Maps("move")).Select(map =>
    {
        var (party, candidate, to) = (map.Text("party"), map.Text("candidate"), map.Required("to"));
        if (party is null == candidate is null)
        {
            map.Fault("V103", LocalizedText.Say("scenario.fault-a-move-is-of-a-party-or-of"), party is null ? "party" : "candidate", "", "one of party, candidate");
        }

        map.Done();
        var name = party ?? candidate;
        return string.IsNullOrWhiteSpace(name) || to.Length == 0 ? null : new Move(party is null ? MovedKind.Candidate : MovedKind.Party, name, to);
    }).OfType<Move>()];

    /// <summary>Candidacies that do not run.</summary>
    public ImmutableArray<StandDown> Withdrawals() => [.. Items("withdraw", yaml.TextsOrMaps("withdraw", "who")).Select(map =>
    {
        var who = map.Required("who");
        var down = who.Length == 0 ? null : new StandDown(who) { District = map.Text("district"), To = Shares(map, "to") };
        map.Done();
        return down;
    }).OfType<StandDown>()];

    /// <summary>Other districts.</summary>
    public DistrictChange? Districts()
    {
        Mark("districts");
        if (!yaml.Has("districts"))
        {
            return null;
        }

        if (!yaml.IsText("districts"))
        {
            return yaml.Map("districts") is { } map ? new() { Table = map.Keys.ToImmutableSortedDictionary(k => k, k => map.Required(k), StringComparer.Ordinal) } : null;
        }

        var text = yaml.Text("districts")!;
        return text == DistrictChange.Nation ? new()
            : text.EndsWith(".csv", StringComparison.Ordinal) ? (files.Districts(text) is { } table ? new() { Table = table } : null)
            : new() { Level = text };
    }

    /// <summary>Other seats.</summary>
    public MagnitudeChange? Magnitudes()
    {
        Mark("magnitudes");
        if (yaml.Map("magnitudes") is not { } map)
        {
            return null;
        }

        if (map.Word("by", bases) is not { } by)
        {
            return map.Has("by") ? null : new() { Table = map.Keys.ToImmutableSortedDictionary(k => k, k => map.Whole(k, 1, CsvRow.MaxSmall) ?? 1, StringComparer.Ordinal) };
        }

        var change = new MagnitudeChange
        {
            By = by,
            Seats = map.Whole("seats", 1, CsvRow.MaxSmall),
            Minimum = map.Whole("minimum", 1, CsvRow.MaxSmall) ?? 1,
            Maximum = map.Whole("maximum", 1, CsvRow.MaxSmall),
            Divisors = map.Text("divisors") is { } name ? Divisors(map, name) : DivisorRule.SainteLague,
        };
        map.Done();
        return change;
    }

    static DivisorRule Divisors(YamlMap map, string name)
    {
        if (DivisorRule.Known.FirstOrDefault(d => d.Name == name) is { } known)
        {
            return known;
        }

        map.NotAllowed("divisors", name, DivisorRule.Known.Select(d => d.Name));
        return DivisorRule.SainteLague;
    }

    /// <summary>A threshold.</summary>
    public ThresholdWish? Threshold()
    {
        Mark("threshold");
        if (!yaml.Has("threshold"))
        {
            return null;
        }

        var map = yaml.IsText("threshold") ? null : yaml.Map("threshold");
        var text = map?.Required("share") ?? yaml.Text("threshold") ?? "";
        var who = map?.Word("holders", holders) ?? Holder.List;
        map?.Done();
        if (Proportion.Parse(text) is { } share)
        {
            return new(share, who);
        }

        (map ?? yaml).Fault("V104", LocalizedText.Say("scenario.fault-is-not-a-share", ("text", text)), map is null ? "threshold" : "share", text, "a share as 5%, 1/20 or 0.05");
        return null;
    }

    /// <summary>A swing.</summary>
    public VoteSwing? Swing()
    {
        Mark("swing");
        if (yaml.Map("swing") is not { } map)
        {
            return null;
        }

        var kind = map.Word("kind", swings) ?? SwingKind.Uniform;
        var points = ImmutableArray.CreateBuilder<VoteShare>();
        if (map.Map("points") is { } of)
        {
            foreach (var list in of.Keys)
            {
                if (of.Required(list) is { Length: > 0 } text && ExactShare.ParsePoints(text) is { } share)
                {
                    points.Add(new(list, share));
                }
                else
                {
                    of.Fault("V104", LocalizedText.Say("scenario.fault-is-no-number-of-points", ("list", of.Text(list))), list, of.Text(list) ?? "", "points as 2 or -1.5");
                }
            }
        }

        map.Done();
        return new(kind, points.ToImmutable());
    }

    /// <summary>Votes added or moved.</summary>
    public ImmutableArray<VotesMore> AddVotes() => [.. Items("add-votes", yaml.Maps("add-votes")).Select(map =>
    {
        var (district, of, from) = (map.Required("district"), map.Required("of"), map.Text("from"));
        var votes = map.Required("votes");
        if (!long.TryParse(votes, System.Globalization.NumberStyles.AllowLeadingSign, System.Globalization.CultureInfo.InvariantCulture, out var number))
        {
            map.Fault("V104", LocalizedText.Say("scenario.fault-is-not-a-whole-number", ("votes", votes)), "votes", votes, "a whole number of votes");
        }

        map.Done();
        return district.Length == 0 || of.Length == 0 ? null : new VotesMore(district, of, number) { From = from };
    }).OfType<VotesMore>()];

    /// <summary>A transfer: rows of shares, or the file of flows.</summary>
    public VoteTransfer? Transfer()
    {
        Mark("transfer");
        if (!yaml.Has("transfer"))
        {
            return null;
        }

        if (yaml.IsText("transfer"))
        {
            var name = yaml.Text("transfer")!;
            var (transfer, why) = files.Flows(name);
            if (why is not null)
            {
                yaml.Fault("V102", LocalizedText.Say("scenario.fault-cannot-be-read-as-flows", ("name", name), ("why", why)), "transfer", name, "what 'urna infer --format json' wrote");
            }

            return transfer;
        }

        return yaml.Map("transfer") is { } map ? new([.. map.Keys.Where(k => k.Length > 0).Select(k => new TransferRow(k, Shares(map, k)))]) : null;
    }

    /// <summary>Shares by name.</summary>
    static ImmutableArray<VoteShare> Shares(YamlMap yaml, string key)
    {
        var shares = ImmutableArray.CreateBuilder<VoteShare>();
        if (yaml.Map(key) is { } map)
        {
            foreach (var name in map.Keys)
            {
                var text = map.Required(name);
                if (ExactShare.Parse(text) is { } share)
                {
                    shares.Add(new(name, share));
                }
                else if (text.Length > 0)
                {
                    map.Fault("V104", LocalizedText.Say("scenario.fault-is-not-a-share-of-at-most-the", ("text", text)), name, text, "a share as 60%, 3/5 or 0.6");
                }
            }
        }

        return shares.ToImmutable();
    }

    ImmutableArray<YamlMap> Items(string field, ImmutableArray<YamlMap> items)
    {
        lines[field] = [.. items.Select(i => Math.Max(i.Line, yaml.LineOf(field)))];
        return items;
    }

    void Mark(string field) => lines[field] = [yaml.LineOf(field)];
}
