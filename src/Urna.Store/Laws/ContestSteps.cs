using System.Collections.Immutable;
using Urna.Allocate.Steps;
using Urna.Model;
using Urna.Store.Yaml;
using static Urna.Store.Laws.StepFields;

namespace Urna.Store.Laws;

/// <summary>The steps that look at a whole district or at several, and how each is read.</summary>
static class ContestSteps
{
    static readonly Dictionary<string, Holder> replacementHolders = new() { ["party"] = Holder.Party, ["subpact"] = Holder.Subpact, ["list"] = Holder.List };

    /// <summary>Readers by the step's name in law files.</summary>
    public static Dictionary<string, Func<YamlMap, RuleStep>> Readers { get; } = new()
    {
        ["parity"] = y => new ParityStep(Replacements(y)) { Article = "" },
        ["national-parity"] = y => new NationalParityStep(Replacements(y)) { Article = "" },
        ["alternate-parity"] = y => new AlternateParityStep { Article = "", Districts = Listed(y, "districts") },
        ["needs-data"] = y => new NeedsDataStep(y.Localized("because") ?? LocalizedText.Same(y.Required("because"))) { Article = "" },
    };

    static ImmutableArray<Holder> Replacements(YamlMap yaml) =>
        [.. Listed(yaml, "replacements").Select(r => Among(yaml, "replacements", r, replacementHolders)).OfType<Holder>()];
}
