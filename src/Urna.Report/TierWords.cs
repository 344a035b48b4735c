using Urna.Allocate.Account;
using Urna.Allocate.Methods;
using Urna.Allocate.Steps;
using Urna.Allocate.Tiers;
using Urna.Allocate.Validity;

namespace Urna.Report;

/// <summary>Says what steps of thresholds, quotas, list orders and tiers ask for, and what they did.</summary>
static class TierWords
{
    /// <summary>One sentence for what a step did; null if it is none of these.</summary>
    public static string? Of(AllocationStep step, Wording e) => step switch
    {
        ListBarred { Needed: { } needed } s => e.Say(
            "tier.does-not-pass-the-threshold-votes", ("list", s.List), ("votes", s.Votes), ("needed", needed)),
        ListBarred s => e.Say("tier.votes-does-not-pass-the-threshold", ("list", s.List), ("votes", s.Votes)),
        DistrictSized s => e.Say("tier.has-seats-for", ("district", s.District), ("seats", s.Seats), ("size", s.Size)),
        SeatsLevelled s => e.Say(
            "tier.votes-of-all-seats-are-its", ("list", s.List), ("votes", s.Votes), ("share", s.Share), ("held", s.Held),
            ("added", s.Added)),
        SeatWithdrawn s => Withdrawn(s, e),
        SeatsPassedUp s => e.Say("tier.seats-of-which-whole-quotas-did", ("seats", s.Seats), ("district", s.District)),
        HeldBelow { StaysVacant: true } s => e.Say(
            "tier.a-seat-is-due-to-who", ("within", Within(s.Within, e)), ("candidate", s.Candidate), ("district", s.District)),
        HeldBelow s => e.Say(
            "tier.is-elected-in-and-is-passed", ("candidate", s.Candidate), ("within", Within(s.Within, e)), ("district", s.District)),
        SeatsPooled s => e.Say("tier.has-votes-left-over-from-the", ("list", s.List), ("votes", s.Votes), ("added", s.Added)),
        SeatPlaced s => Placed(s, e),
        SeatsByQuota s => e.Say(
            "tier.takes-of-the-seats-votes-are", ("winner", s.Winner), ("seats", s.Seats), ("within", Within(s.Within, e)),
            ("votes", s.Votes), ("whole", s.Whole), ("quota", Quota(s.Quota, e)), ("rest", Rest(s, e))),
        _ => null,
    };

    /// <summary>One sentence for what a step asks for; null if it is none of these.</summary>
    public static string? Of(RuleStep step, Wording e) => step switch
    {
        LargestRemainderStep s => MethodWords.Sentence(s, e),
        ListOrderStep { Preference: null } s => e.Say("tier.persons-are-elected-in-the-order") + Below(s.ElectedBelow, e),
        ListOrderStep s => e.Say(
            "tier.persons-with-of-come-first-by", ("inclusive", s.Inclusive), ("preference", s.Preference?.ToString()), ("base", Base(s.Of, e))) + Below(s.ElectedBelow, e),
        ThresholdStep { Holders: Holder.Party } s => e.Say(
            "tier.parties-within-lists-have-seats-only", ("anyOf", string.Join(e.Say("list.or-else"), s.AnyOf.Select(c => Condition(c, e)))),
            ("exempt", Exempt(s, e)), ("dropsVotes", s.DropsVotes)),
        ThresholdStep s => e.Say(
            "tier.lists-take-part-from-here-on", ("anyOf", string.Join(e.Say("list.or-else"), s.AnyOf.Select(c => Condition(c, e)))),
            ("exempt", Exempt(s, e))),
        DistrictSeatsStep s => Sizes(s, e),
        LevellingStep s => Levelling(s, e),
        PoolStep s => e.Say(
            "tier.seats-that-the-districts-left-are", ("method", MethodWords.Of(s.Method, e)),
            ("placed", MethodWords.Placed(s.Placement, e))),
        _ => null,
    };

    /// <summary>What becomes of a tier's seat that is due to somebody elected below; empty where they are passed over.</summary>
    internal static string Below(ElectedBelow below, Wording e) => below == ElectedBelow.Skip ? "" : e.Say("tier.in-a-tier-a-seat-that");

    static string Withdrawn(SeatWithdrawn s, Wording e)
    {
        var next = s is { NextWeakest: { } place, NextShare: { } share }
            ? e.Say("tier.its-next-weakest-is-in", ("place", place), ("share", share.Value))
            : "";
        return e.Say(
            "tier.holds-more-than-its-share-and", ("list", s.List), ("holder", s.Holder), ("district", s.District), ("votes", s.Votes),
            ("share", s.Share.Value), ("next", next));
    }

    /// <summary>A seat of a tier in its district, with the figures that were compared.</summary>
    static string Placed(SeatPlaced s, Wording e)
    {
        var quotient = $"{e.Whole(s.Votes)} / {StepWords.Text(s.Divisor, e)} = {StepWords.Quotient(s.Votes, s.Divisor, e)}";
        var claim = s.By switch
        {
            PlaceBy.ShareOfVotes => e.Say(
                "tier.votes-which-are-of-the-districts", ("quotient", quotient), ("claim", Claim(s, s.Claim, e)), ("of", s.Of!.Value)),
            PlaceBy.VotesPerSeat or PlaceBy.VotesPerAllSeats => e.Say(
                "tier.votes-which-are-of-what-one", ("quotient", quotient), ("claim", Claim(s, s.Claim, e)), ("times", s.Times!.Value),
                ("of", s.Of!.Value)),
            PlaceBy.Remainder => e.Say("tier.votes-that-won-none-there", ("votes", s.Votes)),
            _ => e.Say("tier.votes", ("quotient", quotient)),
        };
        var next = s is { NextList: { } list, NextDistrict: { } place, NextClaim: { } other }
            ? e.Say("tier.next-is-in-with", ("list", list), ("place", place), ("claim", Claim(s, other, e)))
            : "";
        return e.Say("tier.a-seat-of-is-placed-here", ("list", s.List), ("claim", claim), ("next", next));
    }

    static string Claim(SeatPlaced s, Numerics.Fraction claim, Wording e) => s.By switch
    {
        PlaceBy.ShareOfVotes => e.Percent(claim.Value, 3),
        PlaceBy.VotesPerSeat or PlaceBy.VotesPerAllSeats => e.Numbers.Number(claim.Value, 4),
        _ => e.Numbers.Number(claim.Value, claim.Denominator.IsOne ? 0 : 1),
    };

    static string Within(string within, Wording e) => within.Length == 0 ? "" : e.Say("tier.of", ("within", within));

    static string Quota(Quota quota, Wording e) => e.Numbers.Number(quota.Value, quota.Denominator == 1 ? 0 : 3);

    static string Rest(SeatsByQuota s, Wording e) =>
        e.Numbers.Number(s.Votes - (s.Whole * s.Quota.Value), s.Quota.Denominator == 1 ? 0 : 3);

    static string Base(PreferenceBase of, Wording e) => of switch
    {
        PreferenceBase.ListVotes => e.Say("tier.the-votes-of-their-list"),
        PreferenceBase.PersonalVotes => e.Say("tier.the-personal-votes-of-their-list"),
        PreferenceBase.ListQuota => e.Say("tier.their-lists-votes-for-each-seat"),
        PreferenceBase.ListDroop => e.Say("tier.their-lists-votes-divided-by-its"),
        _ => e.Say("tier.the-districts-votes-for-each-of"),
    };

    static string Condition(ThresholdCondition c, Wording e)
    {
        var where = c.Level switch
        {
            ThresholdLevel.National => "",
            ThresholdLevel.District => e.Say("tier.in-the-district"),
            _ => e.Say("tier.in-at-least-one-district"),
        };
        if (c.Seats is { } seats)
        {
            return e.Say("tier.seat-s-won", ("seats", seats), ("where", where));
        }

        if (c.Votes is { } votes)
        {
            return e.Say("tier.votes-2", ("votes", votes), ("where", where));
        }

        var least = c.Inclusive ? e.Say("term.at-least") : e.Say("term.more-than-2");
        if (c.Quotas is { } quotas)
        {
            return e.Say("tier.of-the-districts-votes-for-a", ("least", least), ("quotas", quotas.ToString()), ("where", where));
        }

        var shares = string.Join(", ", c.Shares.Select(s => c.Shares.Count == 1 ? Percent(s.Value, e) : e.Say(
            "tier.from-parties-on", ("percent", Percent(s.Value, e)), ("key", s.Key))));
        return e.Say("tier.of-2", ("least", least), ("shares", shares), ("votes", Votes(c.Of, e)), ("where", where));
    }

    internal static string Percent(Proportion share, Wording e) => share.Numerator * 10_000 % share.Denominator == 0 ? e.Percent(share.Value, share.Numerator * 100 % share.Denominator == 0 ? 0 : 2) : share.ToString();

    internal static string Votes(VoteBase of, Wording e) => of switch
    {
        VoteBase.Valid => e.Say("tier.the-votes-for-candidacies"),
        VoteBase.ValidAndBlank => e.Say("tier.the-votes-for-candidacies-and-the"),
        VoteBase.Cast => e.Say("term.the-votes-cast"),
        _ => e.Say("tier.the-people-on-the-roll"),
    };

    static string Exempt(ThresholdStep s, Wording e) =>
        (s.Exempt.IsEmpty ? "" : e.Say("tier.exempt", ("exempt", string.Join(", ", s.Exempt))))
        + (s.ExemptIndependents ? e.Say("tier.candidacies-outside-lists-are-exempt") : "");

    static string Sizes(DistrictSeatsStep s, Wording e)
    {
        var of = Votes(s.Of, e);
        var least = s.Minimum == 0 ? "" : e.Say("tier.each-has-at-least", ("minimum", s.Minimum));
        if (s.Method is { } method)
        {
            var all = s.Seats is { } seats ? e.Say("tier.the-seats", ("seats", seats)) : e.Say("term.the-seats");
            return e.Say("tier.are-shared-among-the-districts-by", ("all", all), ("method", MethodWords.Of(method, e)), ("of", of)) + least;
        }

        if (s.Per is { } per)
        {
            var rest = s.Rounding switch
            {
                QuotaRounding.Up => e.Say("tier.a-part-counts-as-one"),
                QuotaRounding.Nearest => e.Say("tier.half-or-more-counts-as-one"),
                _ => e.Say("tier.a-part-counts-for-nothing"),
            };
            return e.Say("tier.a-district-has-one-seat-for", ("per", per), ("of", of), ("rest", rest)) + least;
        }

        var sizes = string.Join(", ", s.Sizes.Select(z => z.UpTo is { } upTo ? e.Say("tier.up-to", ("seats", z.Seats), ("upTo", upTo)) : e.Say(
            "tier.above", ("seats", z.Seats))));
        return e.Say("tier.seats-of-a-district-by", ("of", of), ("sizes", sizes));
    }

    static string Levelling(LevellingStep s, Wording e)
    {
        var all = s.Seats is { } seats ? e.Say("tier.all-seats", ("seats", seats)) : e.Say("term.all-seats");
        var over = s.Overhang switch
        {
            Overhang.Keep => e.Say("tier.a-list-that-won-more-in"),
            Overhang.Absorb => e.Say("tier.a-list-that-won-more-in-2"),
            Overhang.PassOn => e.Say("tier.a-list-that-won-more-in-3"),
            Overhang.Level => e.Say("tier.the-house-grows-until-every-list"),
            _ => e.Say("tier.a-list-that-won-more-in-4"),
        };
        return e.Say(
            "tier.each-lists-share-of-is-found", ("all", all), ("method", MethodWords.Of(s.Method, e)), ("over", over),
            ("placed", MethodWords.Placed(s.Placement, e)));
    }
}
