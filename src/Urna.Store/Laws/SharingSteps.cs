using Urna.Allocate;
using Urna.Store.Yaml;
using static Urna.Store.Laws.StepFields;

namespace Urna.Store.Laws;

/// <summary>The steps that share seats among holders, and how each is read.</summary>
static class SharingSteps
{
    static readonly Dictionary<string, UpperWeight> weights = new() { ["voter-numbers"] = UpperWeight.VoterNumbers, ["votes"] = UpperWeight.Votes };
    static readonly Dictionary<string, bool> roundings = new() { ["none"] = false, ["nearest"] = true };

    /// <summary>Readers by the step's name in law files.</summary>
    public static Dictionary<string, Func<YamlMap, RuleStep>> Readers { get; } = new()
    {
        ["highest-averages"] = y => Sharing(y, new HighestAveragesStep(Divisors(y), y.Whole("minimum", 0) ?? 0) { Article = "", Holders = default }),
        ["doubling"] = y => Sharing(y, new DoublingStep(y.Whole("factor", 1) ?? 2) { Article = "", Holders = default }),
        ["most-votes"] = y => Sharing(y, new MostVotesStep(y.Whole("of-each-sex", 0) ?? 0, y.Word("reserved", Flags) ?? false) { Article = "", Holders = default }),
        ["each"] = y => Held(y, new EachStep(y.Whole("seats", 1) ?? 1) { Article = "", Holders = default }),
        ["majority"] = Majority,
        ["biproportional"] = Biproportional,
        ["runoff"] = y => Sharing(y, new RunoffStep { Article = "", Holders = default }),
        ["congress"] = y => Held(y, new CongressStep { Article = "", Holders = default }),
    };

    static BiproportionalStep Biproportional(YamlMap yaml)
    {
        var (upper, lower) = (yaml.Texts("upper-divisors"), yaml.Texts("lower-divisors"));
        var step = new BiproportionalStep
        {
            Article = "",
            Holders = Holder.List,
            Upper = yaml.Word("upper", weights) ?? UpperWeight.VoterNumbers,
            RoundsVoterNumbers = yaml.Word("voter-rounding", roundings) ?? false,
            UpperDivisors = upper.IsEmpty ? DivisorRule.SainteLague : Divisors(yaml, "upper-divisors", upper),
            LowerDivisors = lower.IsEmpty ? DivisorRule.SainteLague : Divisors(yaml, "lower-divisors", lower),
            WinnerTakesOne = yaml.Word("winner-takes-one", Flags) ?? false,
        };
        if (step.LowerDivisors.At(1).Root)
        {
            yaml.NotAllowed("lower-divisors", step.LowerDivisors.Name, DivisorRule.Known.Where(d => !d.At(1).Root).Select(d => d.Name));
        }

        return step;
    }

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
