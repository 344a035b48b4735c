using Urna.Allocate;
using Urna.Store.Yaml;
using static Urna.Store.Laws.StepFields;

namespace Urna.Store.Laws;

/// <summary>The steps that share seats among holders, and how each is read.</summary>
static class SharingSteps
{
    static readonly Dictionary<string, Exhaustion> exhaustions = new() { ["next-quotients"] = Exhaustion.NextQuotients, ["new-election"] = Exhaustion.NewElection };

    /// <summary>Readers by the step's name in law files.</summary>
    public static Dictionary<string, Func<YamlMap, RuleStep>> Readers { get; } = new()
    {
        ["highest-averages"] = y => Sharing(y, new HighestAveragesStep(Divisors(y), y.Whole("minimum", 0) ?? 0, y.Word("exhausted", exhaustions) ?? default) { Article = "", Holders = default }),
        ["doubling"] = y => Sharing(y, new DoublingStep(y.Whole("factor", 1) ?? 2) { Article = "", Holders = default }),
        ["most-votes"] = y => Sharing(y, new MostVotesStep(y.Whole("of-each-sex", 0) ?? 0, y.Word("reserved", Flags) ?? false) { Article = "", Holders = default }),
        ["list-surplus"] = y => Held(y, new ListSurplusStep { Article = "", Holders = default }),
        ["each"] = y => Held(y, new EachStep(y.Whole("seats", 1) ?? 1) { Article = "", Holders = default }),
        ["majority"] = Majority,
        ["runoff"] = y => Sharing(y, new RunoffStep { Article = "", Holders = default }),
        ["congress"] = y => Held(y, new CongressStep { Article = "", Holders = default }),
    };

    static SharingStep Majority(YamlMap yaml)
    {
        var (numerator, denominator) = Fraction(yaml, "share", yaml.Required("share"));
        return Sharing(yaml, new MajorityStep(numerator, denominator, yaml.Word("inclusive", Flags) ?? false, yaml.Whole("finalists", 2) ?? 2)
        {
            Article = "",
            Holders = default,
        });
    }
}
