using Urna.Allocate.Steps;
using Urna.Store.Yaml;

namespace Urna.Store.Laws;

/// <summary>The steps that a law file may name.</summary>
static class RuleSteps
{
    static readonly Dictionary<string, Func<YamlMap, RuleStep>> readers = new(SharingSteps.Readers.Concat(TierSteps.Readers).Concat(ContestSteps.Readers))
    {
        ["transferable-vote"] = TransferableStep.Read,
        ["preference-count"] = TransferableStep.ReadPreferences,
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
            Districts = yaml.Has("districts") ? StepFields.Listed(yaml, "districts") : [],
            WherePresent = yaml.Word("where-present", StepFields.Flags) ?? false,
        };
        yaml.Done();
        return step;
    }
}
