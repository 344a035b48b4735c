using Urna.Model;
using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Urna.Allocate.Steps;
using Urna.Store.Yaml;
using static Urna.Store.Laws.StepFields;

namespace Urna.Store.Laws;

/// <summary>Reads the step that counts ranked ballots.</summary>
static class TransferableStep
{
    const int MostDecimals = 9;

    static readonly Dictionary<string, bool> elections = new() { ["reaching"] = false, ["exceeding"] = true };

    static readonly Dictionary<string, TieRule> ties = new()
    {
        ["backwards"] = TieRule.Backwards,
        ["forwards"] = TieRule.Forwards,
        ["lot"] = TieRule.Lot,
    };

    /// <summary>Reads the step.</summary>
    public static RuleStep Read(YamlMap yaml)
    {
        yaml.Required("quota");
        yaml.Required("surplus");
        var words = yaml.Texts("ties");
        return new TransferableVoteStep
        {
            Article = "",
            Quota = yaml.Word("quota", Words<QuotaRule>()) ?? default,
            MustExceed = yaml.Word("elected-by", elections) ?? false,
            Recomputed = yaml.Word("recomputed", Flags) ?? false,
            Surplus = yaml.Word("surplus", Words<SurplusRule>()) ?? default,
            Share = yaml.Word("surplus-share", Words<SurplusShare>()) ?? default,
            Order = yaml.Word("surplus-order", Words<SurplusOrder>()) ?? default,
            SurplusWaits = yaml.Word("surplus-waits", Flags) ?? false,
            Decimals = Number(yaml, "decimals", yaml.Text("decimals"), MostDecimals, "exact", null),
            Rounding = yaml.Word("rounding", Words<RoundingRule>()) ?? default,
            Exclude = yaml.Word("exclude", Words<ExclusionRule>()) ?? default,
            Parcels = yaml.Word("excluded-ballots", Words<ExclusionParcels>()) ?? default,
            LastVacancy = yaml.Word("last-vacancy", Words<LastVacancyRule>()) ?? default,
            Stop = yaml.Word("stop", Words<StopRule>()) ?? default,
            SkippedRanks = yaml.Text("skipped") is "exhaust" ? 0 : Number(yaml, "skipped", yaml.Text("skipped"), int.MaxValue, none: "next", other: "exhaust"),
            Overvote = yaml.Word("overvote", Words<MarkRule>()) ?? MarkRule.Exhaust,
            Duplicate = yaml.Word("duplicate", Words<MarkRule>()) ?? MarkRule.Next,
            WriteIns = yaml.Texts("write-ins"),
            Ties = words.IsEmpty ? [TieRule.Lot] : [.. words.Select(t => Among(yaml, "ties", t, ties)).OfType<TieRule>()],
        };
    }

    /// <summary>Reads the step that counts by pairs or by levels.</summary>
    public static RuleStep ReadPreferences(YamlMap yaml)
    {
        yaml.Required("method");
        return new PreferenceCountStep(yaml.Word("method", Words<PreferenceMethod>()) ?? default)
        {
            Article = "",
            Size = yaml.Word("victories", Words<VictorySize>()) ?? default,
        };
    }

    /// <summary>The words of an enumeration in law files: small letters and hyphens.</summary>
    static Dictionary<string, T> Words<T>()
        where T : struct, Enum => Enum.GetValues<T>().ToDictionary(v => JsonNamingPolicy.KebabCaseLower.ConvertName(v.ToString()));

    /// <summary>A number up to a largest; null for the word that stands for no limit, or where the field is absent.</summary>
    static int? Number(YamlMap yaml, string key, string? text, int largest, string none, string? other)
    {
        if (text is null || text == none)
        {
            return null;
        }

        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var value) && value <= largest)
        {
            return value;
        }

        var range = largest == int.MaxValue ? "a whole number" : $"a whole number from 0 to {largest}";
        yaml.Fault(
            "V110",
            LocalizedText.Say("v110.is-not-allowed-in", ("text", text), ("key", key)),
            key, text, $"{none}{(other is null ? "" : $", {other}")}, or {range}");
        return null;
    }
}
