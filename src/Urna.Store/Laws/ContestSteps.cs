using Urna.Allocate;
using Urna.Model;
using Urna.Store.Yaml;
using static Urna.Store.Laws.StepFields;

namespace Urna.Store.Laws;

/// <summary>The steps that look at a whole district or at several, and how each is read.</summary>
static class ContestSteps
{
    static readonly Dictionary<string, Holder> replacementHolders = new() { ["party"] = Holder.Party, ["list"] = Holder.List };

    /// <summary>Readers by the step's name in law files.</summary>
    public static Dictionary<string, Func<YamlMap, RuleStep>> Readers { get; } = new()
    {
        ["parity"] = y => new ParityStep([.. Listed(y, "replacements").Select(r => Among(y, "replacements", r, replacementHolders)).OfType<Holder>()]) { Article = "" },
        ["alternate-parity"] = y => new AlternateParityStep { Article = "", Districts = Listed(y, "districts") },
        ["needs-data"] = y => new NeedsDataStep(y.Localized("because") ?? LocalizedText.Same(y.Required("because"))) { Article = "" },
    };
}
