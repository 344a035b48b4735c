using Urna.Model;
using System.Collections.Immutable;
using System.Globalization;
using Urna.Allocate.Methods;
using Urna.Allocate.Steps;
using Urna.Store.Yaml;
using static Urna.Store.Laws.StepFields;

namespace Urna.Store.Laws;

/// <summary>The steps of thresholds, sizes of districts and tiers above them, and how each is read.</summary>
static class TierSteps
{
    /// <summary>The words for what a share is a share of.</summary>
    public static readonly Dictionary<string, VoteBase> Bases = new()
    {
        ["valid"] = VoteBase.Valid,
        ["valid-and-blank"] = VoteBase.ValidAndBlank,
        ["cast"] = VoteBase.Cast,
        ["registered"] = VoteBase.Registered,
    };

    static readonly Dictionary<string, ThresholdLevel> levels = new()
    {
        ["national"] = ThresholdLevel.National,
        ["district"] = ThresholdLevel.District,
        ["any-district"] = ThresholdLevel.AnyDistrict,
    };

    static readonly Dictionary<string, Overhang> overhangs = new()
    {
        ["keep"] = Overhang.Keep,
        ["absorb"] = Overhang.Absorb,
        ["level"] = Overhang.Level,
        ["withdraw"] = Overhang.Withdraw,
        ["pass-on"] = Overhang.PassOn,
    };

    enum Place
    {
        Tier,
        Districts,
        Tiers,
    }

    static readonly Dictionary<string, Place> places = new() { ["tier"] = Place.Tier, ["districts"] = Place.Districts, ["tiers"] = Place.Tiers };

    static readonly Dictionary<string, PlaceBy> claims = new()
    {
        ["quotient"] = PlaceBy.Quotient,
        ["share-of-votes"] = PlaceBy.ShareOfVotes,
        ["votes-per-seat"] = PlaceBy.VotesPerSeat,
        ["votes-per-all-seats"] = PlaceBy.VotesPerAllSeats,
        ["remainder"] = PlaceBy.Remainder,
    };

    static readonly Dictionary<string, BonusKind> kinds = new() { ["added"] = BonusKind.Added, ["guaranteed"] = BonusKind.Guaranteed };

    static readonly Dictionary<string, bool> parts = new() { ["valid"] = false, ["taking-part"] = true };

    static readonly Dictionary<string, Holder> passing = new() { ["lists"] = Holder.List, ["parties"] = Holder.Party };

    static readonly Dictionary<string, bool> fates = new() { ["kept"] = false, ["dropped"] = true };

    static readonly Dictionary<string, bool> orders = new() { ["largest"] = false, ["as-won"] = true };

    /// <summary>Readers by the step's name in law files.</summary>
    public static Dictionary<string, Func<YamlMap, RuleStep>> Readers { get; } = new()
    {
        ["threshold"] = Threshold,
        ["district-seats"] = DistrictSeats,
        ["bonus"] = y => new BonusStep(y.Whole("seats", 1) ?? Needed(y, "seats"), y.Word("kind", kinds) ?? BonusKind.Added)
        {
            Article = "",
            Least = y.Has("least") ? Proportion(y, "least") : null,
            MoreFor = y.Has("more-for") ? Proportion(y, "more-for") : null,
            Most = y.Whole("most", 1),
        },
        ["surplus-votes"] = y => new SurplusVotesStep(y.Word("of-winners", Flags) ?? false) { Article = "" },
        ["cap"] = y => new CapStep(y.Whole("seats", 1), y.Has("points") ? Proportion(y, "points") : null) { Article = "", AmongTakingPart = y.Word("of", parts) ?? false },
        ["levelling"] = y => new LevellingStep(y.Whole("seats", 1), y.Word("overhang", overhangs) ?? Overhang.Keep)
        {
            Article = "",
            Method = MethodFields.Method(y),
            Placement = Placement(y, PlaceBy.Quotient),
        },
        ["pool"] = y => new PoolStep { Article = "", Method = MethodFields.Method(y), Placement = Placement(y, PlaceBy.Remainder) },
    };

    /// <summary>A number that must be there: a fault, and 1.</summary>
    static int Needed(YamlMap yaml, string key)
    {
        if (!yaml.Has(key))
        {
            yaml.Required(key);
        }

        return 1;
    }

    static ThresholdStep Threshold(YamlMap yaml)
    {
        ImmutableArray<ThresholdCondition> conditions = yaml.Has("any-of")
            ? [.. yaml.Maps("any-of").Select(Finished)]
            : [Condition(yaml)];
        if (conditions.IsEmpty)
        {
            yaml.Fault("V103", LocalizedText.Say("v103.any-of-lists-no-condition"), "any-of", "", "a list of conditions");
        }

        return new ThresholdStep(conditions, yaml.Texts("exempt"), yaml.Word("exempt-independents", Flags) ?? false)
        {
            Article = "",
            Holders = yaml.Word("holders", passing) ?? Holder.List,
            DropsVotes = yaml.Word("votes-of-barred", fates) ?? false,
        };
    }

    static ThresholdCondition Finished(YamlMap yaml)
    {
        var condition = Condition(yaml);
        yaml.Done();
        return condition;
    }

    static ThresholdCondition Condition(YamlMap yaml)
    {
        string[] measures = ["share", "quotas", "votes", "seats"];
        if (measures.Count(yaml.Has) != 1)
        {
            yaml.Fault(
                "V103",
                LocalizedText.Say("v130.a-threshold-needs-one-of-share"),
                measures.FirstOrDefault(yaml.Has) ?? "share", "", "share: 5%, quotas: 3/4, votes: 10000, or seats: 1");
        }

        var level = yaml.Word("level", levels) ?? ThresholdLevel.National;
        return new ThresholdCondition
        {
            Shares = Shares(yaml),
            Of = yaml.Word("of", Bases) ?? VoteBase.Valid,
            Quotas = yaml.Has("quotas") ? Proportion(yaml, "quotas") : null,
            Votes = yaml.Whole("votes", 1),
            Seats = yaml.Whole("seats", 1),
            Level = level,
            Inclusive = yaml.Word("inclusive", Flags) ?? true,
        };
    }

    /// <summary>One share for all, or a mapping of the least number of parties in a list to its share.</summary>
    static ImmutableSortedDictionary<int, Proportion> Shares(YamlMap yaml)
    {
        var shares = ImmutableSortedDictionary.CreateBuilder<int, Proportion>();
        if (yaml.Has("share") && yaml.IsText("share"))
        {
            shares[1] = Proportion(yaml, "share");
        }
        else if (yaml.Map("share") is { } byParties)
        {
            foreach (var key in byParties.Keys)
            {
                if (int.TryParse(key, NumberStyles.None, CultureInfo.InvariantCulture, out var parties) && parties > 0)
                {
                    shares[parties] = Proportion(byParties, key);
                }
                else
                {
                    byParties.Fault(
                        "V110",
                        LocalizedText.Say("v110.in-share-is-not-a-number", ("key", key)),
                        key, key, "the least number of parties, as 1, 2 or 4");
                }
            }
        }

        return shares.ToImmutable();
    }

    static DistrictSeatsStep DistrictSeats(YamlMap yaml)
    {
        var hasMethod = yaml.Has("divisors") || yaml.Has("quota");
        if ((hasMethod ? 1 : 0) + (yaml.Has("per") ? 1 : 0) + (yaml.Has("sizes") ? 1 : 0) != 1)
        {
            yaml.Fault(
                "V103",
                LocalizedText.Say("v130.the-step-needs-one-of-divisors"),
                "step", "", "divisors: sainte-lague, quota: hare, per: 30000, or sizes: […]");
        }

        return new DistrictSeatsStep(yaml.Word("of", Bases) ?? VoteBase.Valid)
        {
            Article = "",
            Method = hasMethod ? MethodFields.Method(yaml) : null,
            Seats = yaml.Whole("seats", 1),
            Minimum = yaml.Whole("minimum", 0) ?? 0,
            Per = yaml.Whole("per", 1),
            Rounding = hasMethod ? QuotaRounding.Down : yaml.Word("rounding", MethodFields.Roundings) ?? QuotaRounding.Down,
            Sizes = yaml.Has("sizes") ? Sizes(yaml) : [],
        };
    }

    static ImmutableArray<SeatsBySize> Sizes(YamlMap yaml)
    {
        var sizes = ImmutableArray.CreateBuilder<SeatsBySize>();
        foreach (var size in yaml.Maps("sizes"))
        {
            sizes.Add(new SeatsBySize(size.Whole("up-to", 1), size.Whole("seats", 1) ?? 1));
            size.Done();
        }

        if (sizes.Count == 0)
        {
            yaml.Fault("V110", LocalizedText.Say("v110.sizes-lists-no-size"), "sizes", "", "[{ up-to: 70000, seats: 6 }, { seats: 8 }]");
        }

        return sizes.ToImmutable();
    }

    static TierPlacement? Placement(YamlMap yaml, PlaceBy by)
    {
        var place = yaml.Word("place", places) ?? Place.Tier;
        if (place != Place.Tier)
        {
            var claim = yaml.Word("place-by", claims) ?? by;
            return new TierPlacement(
                claim,
                yaml.Word("place-order", orders) ?? false,
                yaml.Has("place-divisors") ? Divisors(yaml, "place-divisors") : claim != PlaceBy.Remainder && yaml.Has("divisors") ? Divisors(yaml) : DivisorRule.SainteLague)
            {
                InTiers = place == Place.Tiers,
            };
        }

        foreach (var field in (string[])["place-by", "place-order", "place-divisors"])
        {
            if (yaml.Has(field))
            {
                yaml.Fault(
                    "V130",
                    LocalizedText.Say("v130.says-where-seats-go-in-the", ("field", field)),
                    field, string.Join(", ", yaml.Texts(field)), "place: districts");
            }
        }

        return null;
    }
}
