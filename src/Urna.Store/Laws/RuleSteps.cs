using System.Collections.Immutable;
using System.Globalization;
using Urna.Allocate;
using Urna.Model;
using Urna.Store.Yaml;

namespace Urna.Store.Laws;

/// <summary>The steps that a law file may name, and how each is read.</summary>
static class RuleSteps
{
    static readonly Dictionary<string, bool> flags = new() { ["true"] = true, ["false"] = false };

    static readonly Dictionary<string, Holder> holders = new()
    {
        ["lists"] = Holder.List,
        ["parties"] = Holder.Party,
        ["candidates"] = Holder.Candidate,
    };

    static readonly Dictionary<string, Holder> replacementHolders = new() { ["party"] = Holder.Party, ["list"] = Holder.List };

    static readonly Dictionary<string, TieRule> ties = new()
    {
        ["most-votes"] = TieRule.MostVotes,
        ["most-personal-votes"] = TieRule.MostPersonalVotes,
        ["lot"] = TieRule.Lot,
    };

    static readonly Dictionary<string, Func<YamlMap, RuleStep>> readers = new()
    {
        ["highest-averages"] = y => Sharing(y, new HighestAveragesStep(Divisors(y)) { Article = "", Holders = default }),
        ["doubling"] = y => Sharing(y, new DoublingStep(y.Whole("factor", 1) ?? 2) { Article = "", Holders = default }),
        ["most-votes"] = y => Sharing(y, new MostVotesStep(y.Whole("of-each-sex", 0) ?? 0, y.Word("reserved", flags) ?? false) { Article = "", Holders = default }),
        ["each"] = y => Held(y, new EachStep(y.Whole("seats", 1) ?? 1) { Article = "", Holders = default }),
        ["majority"] = Majority,
        ["runoff"] = y => Sharing(y, new RunoffStep { Article = "", Holders = default }),
        ["congress"] = y => Held(y, new CongressStep { Article = "", Holders = default }),
        ["parity"] = y => new ParityStep([.. Listed(y, "replacements").Select(r => Among(y, "replacements", r, replacementHolders)).OfType<Holder>()]) { Article = "" },
        ["alternate-parity"] = y => new AlternateParityStep { Article = "", Districts = Listed(y, "districts") },
        ["needs-data"] = y => new NeedsDataStep(y.Localized("because") ?? LocalizedText.Same(y.Required("because"))) { Article = "" },
    };

    /// <summary>Reads a step; null with a fault where it has no known name.</summary>
    public static RuleStep? Read(YamlMap yaml)
    {
        var name = yaml.Required("step");
        if (!readers.TryGetValue(name, out var read))
        {
            yaml.NotAllowed("step", name, readers.Keys);
            return null;
        }

        var step = read(yaml) with
        {
            Article = yaml.Required("article"),
            Unverified = yaml.Localized("unverified"),
            Districts = yaml.Texts("districts"),
        };
        yaml.Done();
        return step;
    }

    /// <summary>Reads among whom a step shares, and how it breaks ties.</summary>
    static SharingStep Sharing(YamlMap yaml, SharingStep step)
    {
        var words = yaml.Texts("ties");
        return Held(yaml, step) with { Ties = words.IsEmpty ? [TieRule.Lot] : [.. words.Select(t => Among(yaml, "ties", t, ties)).OfType<TieRule>()] };
    }

    /// <summary>Reads among whom a step that knows no ties shares.</summary>
    static SharingStep Held(YamlMap yaml, SharingStep step)
    {
        yaml.Required("holders");
        return step with { Holders = yaml.Word("holders", holders) ?? Holder.List };
    }

    /// <summary>A list that may not be empty.</summary>
    static ImmutableArray<string> Listed(YamlMap yaml, string key)
    {
        var texts = yaml.Texts(key);
        if (texts.IsEmpty)
        {
            yaml.Fault("V103", $"the field '{key}' is missing.", key, "", $"a list of {key}");
        }

        return texts;
    }

    static DivisorRule Divisors(YamlMap yaml)
    {
        var name = yaml.Required("divisors");
        if (DivisorRule.Known.FirstOrDefault(d => d.Name == name) is { } known)
        {
            return known;
        }

        yaml.NotAllowed("divisors", name, DivisorRule.Known.Select(d => d.Name));
        return DivisorRule.DHondt;
    }

    static SharingStep Majority(YamlMap yaml)
    {
        var text = yaml.Required("share");
        var parts = text.Split('/');
        if (parts.Length != 2
            || !int.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var numerator)
            || !int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var denominator)
            || denominator == 0)
        {
            yaml.Fault("V110", $"'{text}' in 'share' is not a fraction.", "share", text, "a fraction as 1/2");
            (numerator, denominator) = (1, 2);
        }

        return Sharing(yaml, new MajorityStep(numerator, denominator, yaml.Word("inclusive", flags) ?? false, yaml.Whole("finalists", 2) ?? 2)
        {
            Article = "",
            Holders = default,
        });
    }

    static T? Among<T>(YamlMap yaml, string key, string word, Dictionary<string, T> words)
        where T : struct
    {
        if (words.TryGetValue(word, out var value))
        {
            return value;
        }

        yaml.NotAllowed(key, word, words.Keys);
        return null;
    }
}
