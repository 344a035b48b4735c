using Urna.Model;
using Urna.Allocate.Methods;
using Urna.Allocate.Steps;
using Urna.Store.Yaml;
using static Urna.Store.Laws.StepFields;

namespace Urna.Store.Laws;

/// <summary>Fields that say by which arithmetic seats are shared: divisors, or a quota with its remainders.</summary>
static class MethodFields
{
    static readonly Dictionary<string, QuotaKind> quotas = new()
    {
        ["hare"] = QuotaKind.Hare,
        ["droop"] = QuotaKind.Droop,
        ["hagenbach-bischoff"] = QuotaKind.HagenbachBischoff,
        ["imperiali"] = QuotaKind.Imperiali,
    };

    static readonly Dictionary<string, Remainders> remainders = new()
    {
        ["largest"] = Remainders.Largest,
        ["highest-averages"] = Remainders.HighestAverages,
        ["most-votes"] = Remainders.MostVotes,
        ["none"] = Remainders.None,
    };

    static readonly Dictionary<string, bool> quotaVotes = new() { ["taking-part"] = false, ["all"] = true };

    /// <summary>The words for what becomes of a fraction.</summary>
    public static readonly Dictionary<string, QuotaRounding> Roundings = new()
    {
        ["none"] = QuotaRounding.None,
        ["down"] = QuotaRounding.Down,
        ["up"] = QuotaRounding.Up,
        ["nearest"] = QuotaRounding.Nearest,
    };

    /// <summary>The arithmetic by which a step shares a tier's seats, or those of the districts.</summary>
    public static SharingStep Method(YamlMap yaml)
    {
        if (yaml.Has("divisors") == yaml.Has("quota"))
        {
            yaml.Fault(
                "V103",
                LocalizedText.Say("v103.the-step-needs-divisors-or-quota"),
                "divisors", "", "divisors: dhondt, or quota: hare");
            return new HighestAveragesStep(DivisorRule.DHondt) { Article = "", Holders = Holder.List };
        }

        var article = yaml.Text("article") ?? "";
        return yaml.Has("divisors")
            ? new HighestAveragesStep(Divisors(yaml)) { Article = article, Holders = Holder.List, Ties = Ties(yaml) }
            : Quota(yaml) with { Article = article, Ties = Ties(yaml) };
    }

    /// <summary>A quota with what becomes of the seats it leaves.</summary>
    public static LargestRemainderStep Quota(YamlMap yaml)
    {
        var text = yaml.Required("quota");
        var stated = yaml.IsNumber("quota") ? yaml.Whole("quota", 1) : null;
        var kind = stated is not null ? QuotaKind.Fixed : Among(yaml, "quota", text, quotas) ?? QuotaKind.Hare;
        var rest = yaml.Word("remainders", remainders) ?? Remainders.Largest;
        return new LargestRemainderStep(kind, yaml.Word("rounding", Roundings) ?? QuotaRounding.None, rest)
        {
            Article = "",
            Holders = Holder.List,
            Stated = stated,
            OfAllVotes = yaml.Word("quota-votes", quotaVotes) ?? false,
            WithQuotaOnly = yaml.Word("with-quota-only", Flags) ?? false,
            Least = yaml.Has("least-remainder") ? Proportion(yaml, "least-remainder") : new Proportion(0, 1),
            LeastPerson = yaml.Has("least-person") ? Proportion(yaml, "least-person") : null,
            RemainderList = yaml.Has("remainder-list") ? Proportion(yaml, "remainder-list") : null,
            RemainderPerson = yaml.Has("remainder-person") ? Proportion(yaml, "remainder-person") : null,
            Divisors = rest == Remainders.HighestAverages && yaml.Has("divisors") ? Divisors(yaml) : DivisorRule.DHondt,
        };
    }
}
