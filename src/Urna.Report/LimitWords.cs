using Urna.Allocate.Account;
using Urna.Allocate.Steps;

namespace Urna.Report;

/// <summary>Says what bonuses, limits and ranks ask for, and what they did.</summary>
static class LimitWords
{
    /// <summary>What a step asks for; null if it is none of these.</summary>
    public static string? Of(RuleStep step, Wording e) => step switch
    {
        ByRankStep s => e.Say(
            "limit.seats-by-rank-among-from-most", ("among", RuleWords.Among(s.Holders, e)),
            ("seats", string.Join(", ", s.Seats.Select(n => e.Whole(n))))),
        BonusStep s => Bonus(s, e),
        CapStep s => Cap(s, e),
        SurplusVotesStep s => e.Say("limit.votes-in-constituencies-that-won-no", ("ofWinners", s.OfWinners)),
        _ => null,
    };

    /// <summary>What was done; null if it is none of these.</summary>
    public static string? Of(AllocationStep step, Wording e) => step switch
    {
        BonusGiven { IsGuarantee: true } s => e.Say(
            "limit.has-most-votes-and-is-guaranteed", ("list", s.List), ("votes", s.Votes), ("seats", s.Seats)),
        BonusGiven s => e.Say("limit.has-most-votes-a-bonus-of", ("list", s.List), ("votes", s.Votes), ("seats", s.Seats)),
        VotesAdded s => e.Say(
            "limit.has-votes-more-for-persons-who", ("list", s.List), ("ofLosers", s.OfLosers), ("ofWinners", s.OfWinners)),
        SeatPassedOn s => e.Say(
            "limit.holds-more-than-its-share-and", ("from", s.From), ("district", s.District),
            ("quotient", StepWords.Quotient(s.FromVotes, s.FromDivisor, e)), ("to", s.To),
            ("quotient2", StepWords.Quotient(s.ToVotes, s.ToDivisor, e))),
        ListCapped s => e.Say("limit.would-have-seats-here-and-can", ("list", s.List), ("due", s.Due), ("seats", s.Seats)),
        _ => null,
    };

    static string Bonus(BonusStep s, Wording e)
    {
        var least = s.Least is { } share ? e.Say("limit.if-it-has-at-least-of", ("percent", TierWords.Percent(share, e))) : "";
        var more = s.MoreFor is not { } step ? "" : e.Say("limit.one-more-for-each-above", ("percent", TierWords.Percent(step, e)))
            + (s.Most is { } most ? e.Say("limit.at-most", ("most", most)) : "");
        return s.Kind == BonusKind.Added
            ? e.Say("limit.the-list-with-most-votes-has", ("seats", s.Seats), ("least", least), ("more", more))
            : e.Say("limit.the-list-with-most-votes-has-2", ("seats", s.Seats), ("least", least), ("more", more));
    }

    static string Cap(CapStep s, Wording e)
    {
        var among = s.AmongTakingPart ? e.Say("limit.the-votes-of-those-that-take") : e.Say("tier.the-votes-for-candidacies");
        var limits = new[]
        {
            s.Seats is { } seats ? e.Say("limit.seats-in-all", ("seats", seats)) : null,
            s.Points is { } points ? e.Say(
                "limit.a-share-of-all-seats-above", ("percent", TierWords.Percent(points, e)), ("among", among)) : null,
        };
        return e.Say(
            "limit.no-list-has-more-than-the", ("ofType", string.Join(e.Say("limit.nor"), limits.OfType<string>())));
    }
}
