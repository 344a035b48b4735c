using Urna.Model;
using Urna.Allocate.Methods;
using Urna.Allocate.Steps;
using Urna.Store.Yaml;
using static Urna.Store.Laws.StepFields;

namespace Urna.Store.Laws;

/// <summary>The steps that share seats among holders, and how each is read.</summary>
static class SharingSteps
{
    static readonly Dictionary<string, Exhaustion> exhaustions = new() { ["next-quotients"] = Exhaustion.NextQuotients, ["new-election"] = Exhaustion.NewElection };
    static readonly Dictionary<string, PreferenceBase> preferences = new()
    {
        ["list-votes"] = PreferenceBase.ListVotes,
        ["personal-votes"] = PreferenceBase.PersonalVotes,
        ["list-quota"] = PreferenceBase.ListQuota,
        ["list-droop"] = PreferenceBase.ListDroop,
        ["district-quota"] = PreferenceBase.DistrictQuota,
    };
    static readonly Dictionary<string, ElectedBelow> below = new() { ["skip"] = ElectedBelow.Skip, ["vacant"] = ElectedBelow.Vacant };
    static readonly Dictionary<string, EqualWinners> equals = new() { ["one-each"] = EqualWinners.OneEach, ["none"] = EqualWinners.None };
    static readonly Dictionary<string, UpperWeight> weights = new() { ["voter-numbers"] = UpperWeight.VoterNumbers, ["votes"] = UpperWeight.Votes };
    static readonly Dictionary<string, bool> roundings = new() { ["none"] = false, ["nearest"] = true };

    /// <summary>Readers by the step's name in law files.</summary>
    public static Dictionary<string, Func<YamlMap, RuleStep>> Readers { get; } = new()
    {
        ["highest-averages"] = y => Sharing(y, new HighestAveragesStep(Divisors(y), y.Whole("minimum", 0) ?? 0, y.Word("exhausted", exhaustions) ?? default) { Article = "", Holders = default }),
        ["largest-remainder"] = y => Sharing(y, MethodFields.Quota(y)),
        ["list-order"] = y => Sharing(y, new ListOrderStep(
            y.Has("share") ? Proportion(y, "share") : null,
            y.Word("of", preferences) ?? PreferenceBase.ListVotes,
            y.Word("inclusive", Flags) ?? true)
        { Article = "", Holders = default, ElectedBelow = y.Word("elected-below", below) ?? default }),
        ["doubling"] = y => Sharing(y, new DoublingStep(y.Whole("factor", 1) ?? 2) { Article = "", Holders = default }),
        ["most-votes"] = y => Sharing(y, new MostVotesStep(y.Whole("of-each-sex", 0) ?? 0, y.Word("reserved", Flags) ?? false) { Article = "", Holders = default, ElectedBelow = y.Word("elected-below", below) ?? default, IsAfterFirst = y.Word("after-first", Flags) ?? false }),
        ["list-surplus"] = y => Held(y, new ListSurplusStep { Article = "", Holders = default }),
        ["passed-down"] = y => Held(y, new PassedDownStep(y.Has("share") ? Proportion(y, "share") : new(1, 2)) { Article = "", Holders = default }),
        ["each"] = y => Held(y, new EachStep(y.Whole("seats", 1) ?? 1) { Article = "", Holders = default }),
        ["by-rank"] = y => Sharing(y, new ByRankStep(Ranks(y)) { Article = "", Holders = default }),
        ["majority"] = Majority,
        ["biproportional"] = Biproportional,
        ["runoff"] = y => Sharing(y, new RunoffStep { Article = "", Holders = default }),
        ["congress"] = y => Held(y, new CongressStep { Article = "", Holders = default }),
    };

    static BiproportionalStep Biproportional(YamlMap yaml) => new()
    {
        Article = "",
        Holders = Holder.List,
        Upper = yaml.Word("upper", weights) ?? UpperWeight.VoterNumbers,
        RoundsVoterNumbers = yaml.Word("voter-rounding", roundings) ?? false,
        UpperDivisors = yaml.Has("upper-divisors") ? Divisors(yaml, "upper-divisors") : DivisorRule.SainteLague,
        LowerDivisors = yaml.Has("lower-divisors") ? Divisors(yaml, "lower-divisors") : DivisorRule.SainteLague,
        WinnerTakesOne = yaml.Word("winner-takes-one", Flags) ?? false,
        EqualWinners = yaml.Word("equal-winners", equals) ?? default,
    };

    /// <summary>Seats by rank: whole numbers, one or several.</summary>
    static System.Collections.Immutable.ImmutableArray<int> Ranks(YamlMap yaml)
    {
        var seats = System.Collections.Immutable.ImmutableArray.CreateBuilder<int>();
        foreach (var text in Listed(yaml, "seats"))
        {
            if (int.TryParse(text, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var number))
            {
                seats.Add(number);
            }
            else
            {
                yaml.Fault(
                    "V110",
                    LocalizedText.Say("v110.in-seats-is-not-a-number", ("text", text)),
                    "seats", text, "seats by rank, as [2, 1]");
            }
        }

        return seats.ToImmutable();
    }

    static MajorityStep Majority(YamlMap yaml)
    {
        System.Collections.Immutable.ImmutableArray<MajorityCondition> ways = yaml.Has("any-of") ? [.. yaml.Maps("any-of").Select(Finished)] : [Condition(yaml)];
        return Sharing(yaml, new MajorityStep(ways, yaml.Whole("finalists", 2) ?? 2)
        {
            Article = "",
            Holders = default,
            FinalistShare = yaml.Has("finalist-share") ? Proportion(yaml, "finalist-share") : null,
            FinalistOf = yaml.Word("finalist-of", TierSteps.Bases) ?? VoteBase.Valid,
            MayWithdraw = yaml.Word("may-withdraw", Flags) ?? false,
        });
    }

    static MajorityCondition Finished(YamlMap yaml)
    {
        var condition = Condition(yaml);
        yaml.Done();
        return condition;
    }

    static MajorityCondition Condition(YamlMap yaml) => new(Proportion(yaml, "share"), yaml.Word("inclusive", Flags) ?? false)
    {
        Of = yaml.Word("of", TierSteps.Bases) ?? VoteBase.Valid,
        Lead = yaml.Has("lead") ? Proportion(yaml, "lead") : null,
        LeadExceeded = yaml.Word("lead-exceeded", Flags) ?? false,
        OfRoll = yaml.Has("share-of-roll") ? Proportion(yaml, "share-of-roll") : null,
    };
}
