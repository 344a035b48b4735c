using System.Collections.Immutable;
using Urna.Model;
using Urna.Power;
using Urna.Store.Files;
using Urna.Store.Yaml;

namespace Urna.Store.Laws;

/// <summary>Reads the quorums of a country from their YAML file.</summary>
/// <remarks><c>docs/quorums.md</c> describes the file; <c>schemas/quorums.schema.json</c> checks it in an editor.</remarks>
public static class QuorumsFile
{
    const string Field = "quorums";
    const string LawField = "steps";

    static readonly Dictionary<string, QuorumBase> bases = new() { ["in-office"] = QuorumBase.InOffice, ["present"] = QuorumBase.Present };

    static readonly Dictionary<string, QuorumRounding> roundings = new()
    {
        ["up"] = QuorumRounding.Up,
        ["down"] = QuorumRounding.Down,
        ["nearest"] = QuorumRounding.Nearest,
    };

    /// <summary>Reads quorums, and lists every fault if they cannot be.</summary>
    /// <param name="path">The file.</param>
    public static ReadResult<QuorumLaw> Read(string path)
    {
        var faults = new FaultLog();
        var law = YamlMap.Load(path, Path.GetFileName(path), faults) is { } yaml ? Read(yaml) : null;
        return faults.Result(() => law);
    }

    /// <summary>Whether a file holds quorums, by its fields.</summary>
    internal static bool Is(string path) => InputFile.Text(path, Bounds.YamlBytes).Split('\n').Any(l => l.StartsWith($"{Field}:", StringComparison.Ordinal));

    /// <summary>A fault where an electoral law was asked for and the file holds quorums; whether there is one.</summary>
    internal static bool Refuse(YamlMap yaml)
    {
        if (!yaml.Has(Field) || yaml.Has(LawField))
        {
            return false;
        }

        yaml.Fault("V110", LocalizedText.Say("v110.this-file-holds-quorums-and-not"), Field, Field, "a law with steps");
        return true;
    }

    static QuorumLaw? Read(YamlMap yaml)
    {
        if (yaml.Has(LawField) && !yaml.Has(Field))
        {
            yaml.Fault("V110", LocalizedText.Say("v110.this-file-holds-an-electoral-law"), LawField, LawField, Field);
            return null;
        }

        var name = yaml.Required("rule");
        var maps = yaml.Maps("quorums");
        if (maps.IsEmpty)
        {
            yaml.Fault("V103", LocalizedText.Say("v103.there-are-no-quorums"), Field, "", "a list of quorums");
        }

        var quorums = maps.Select(m => (Yaml: m, Quorum: Quorum(m))).ToList();
        RefuseOverlaps(quorums);
        var law = new QuorumLaw(
            name, yaml.Localized("title") ?? LocalizedText.Same(name), yaml.Required("country"), yaml.Texts("sources"), [.. quorums.Select(q => q.Quorum)]);
        yaml.Done();
        return law;
    }

    static Quorum Quorum(YamlMap yaml)
    {
        var id = yaml.Required("id");
        var share = StepFields.Proportion(yaml, "share");
        var exceeds = yaml.Word("exceeds", StepFields.Flags) ?? false;
        if (share.Numerator < 1 || share.Numerator > share.Denominator || (exceeds && share.Numerator == share.Denominator))
        {
            yaml.Fault(
                "V110",
                LocalizedText.Say("v110.in-share-cannot-be-reached", ("share", share.ToString())),
                "share", $"{share}", "more than 0 and at most 1; below 1 if it must be exceeded");
            share = new(1, 2);
        }

        if (yaml.Has("chambers") && yaml.Texts("chambers").IsEmpty)
        {
            yaml.Fault(
                "V103",
                LocalizedText.Say("v103.chambers-names-none"),
                "chambers", "", "a chamber, or no field for all that no quorum names");
        }

        var quorum = new Quorum(id, yaml.Localized("title") ?? LocalizedText.Same(id), (int)share.Numerator, (int)share.Denominator)
        {
            Exceeds = exceeds,
            Of = yaml.Word("of", bases) ?? QuorumBase.InOffice,
            Rounding = yaml.Word("rounding", roundings) ?? QuorumRounding.Up,
            From = yaml.Date("from"),
            Until = yaml.Date("until"),
            Chambers = yaml.Texts("chambers"),
            Article = yaml.Required("article"),
            Unverified = yaml.Localized("unverified"),
        };
        if (quorum is { From: { } from, Until: { } until } && until < from)
        {
            yaml.Fault(
                "V110",
                LocalizedText.Say("v110.in-until-is-before-from", ("until", $"{until:yyyy-MM-dd}")),
                "until", $"{until:yyyy-MM-dd}", $"{from:yyyy-MM-dd} or later");
        }

        yaml.Done();
        return quorum;
    }

    /// <summary>On one day a kind of law has one quorum in a chamber.</summary>
    static void RefuseOverlaps(List<(YamlMap Yaml, Quorum Quorum)> quorums)
    {
        for (var i = 1; i < quorums.Count; i++)
        {
            var (yaml, later) = quorums[i];
            if (later.Id.Length > 0 && quorums.Take(i).Any(q => q.Quorum.Id == later.Id && ShareADay(q.Quorum, later) && ShareAChamber(q.Quorum, later)))
            {
                yaml.Fault(
                    "V106",
                    LocalizedText.Say("v106.the-quorum-stands-twice-for-the", ("later", later.Id)),
                    "id", later.Id, "periods that do not overlap");
            }
        }
    }

    static bool ShareADay(Quorum a, Quorum b) =>
        (a.From ?? DateOnly.MinValue) <= (b.Until ?? DateOnly.MaxValue) && (b.From ?? DateOnly.MinValue) <= (a.Until ?? DateOnly.MaxValue);

    static bool ShareAChamber(Quorum a, Quorum b) =>
        (a.Chambers.IsEmpty && b.Chambers.IsEmpty) || a.Chambers.Select(FoldedName.Of).Intersect(b.Chambers.Select(FoldedName.Of)).Any();
}
