using Urna.Allocate.Account;
using Urna.Allocate.Biproportional;
using Urna.Allocate.Methods;
using Urna.Allocate.Parity;
using Urna.Allocate.Steps;
using Urna.Allocate.Transferable;

namespace Urna.Report;

/// <summary>Says what a step of an allocation did.</summary>
public static class StepWords
{
    /// <summary>One sentence a step.</summary>
    /// <param name="step">The step.</param>
    /// <param name="e">The readers' words.</param>
    public static string Of(AllocationStep step, Wording e) => step switch
    {
        SeatByQuotient s => e.Say(
            "step.seat-to-votes-divided-by-is", ("seat", s.Seat), ("winner", s.Winner), ("votes", s.Votes),
            ("text", Text(s.Divisor, e)), ("quotient", Quotient(s.Votes, s.Divisor, e))) + Passed(s, e),
        SeatByVotes { Level: Holder.Candidate } s => e.Say(
            "step.is-elected-with-most-votes", ("winner", s.Winner), ("within", Within(s.Within, e)), ("votes", s.Votes)),
        SeatByVotes s => e.Say(
            "step.takes-a-seat-with-votes", ("winner", s.Winner), ("within", Within(s.Within, e)), ("votes", s.Votes)),
        DoublingChecked s => Doubling(s, e),
        MajorityChecked s => Majority(s, e),
        TieBroken s => e.Say(
            "step.are-tied-decides-for", ("among", e.List(s.Among)), ("by", By(s.By, e)), ("winners", e.List(s.Winners))),
        SeatYielded s => Yielded(s, e),
        CongressVoted s => e.Say(
            "step.in-congress-has-of-votes-more", ("candidate", s.Candidate), ("votes", s.Votes), ("total", s.Total),
            ("reached", s.Reached)),
        QuotaSet or CountTaken or LastVacanciesFilled => CountWords.Of(step, e),
        SeatsVacant { NobodyHasVotes: true } s => e.Say(
            "step.seat-s-stay-vacant-nobody-has", ("seats", s.Seats), ("within", Within(s.Within, e))),
        SeatsVacant s => e.Say("step.seats-stay-vacant-no-holder-with", ("seats", s.Seats), ("within", Within(s.Within, e))),
        NewElectionHeld s => e.Say(
            "step.no-candidacy-left-seats-are-shared", ("full", e.List(s.Full)), ("seats", s.Seats), ("within", Within(s.Within, e))),
        ListPlaceReckoned s => Reckoned(s, e),
        VotesPassedDown s => e.Say(
            "step.receives-votes-for-the-list", ("candidate", s.Candidate), ("place", s.Place), ("within", s.Within), ("votes", s.Votes), ("passed", s.PassedDown), ("enough", s.Enough)),
        PairCompared s => e.Say("step.pair-compared", ("first", s.First), ("second", s.Second), ("forFirst", s.ForFirst), ("forSecond", s.ForSecond)),
        LevelCounted s => e.Say("step.up-to-rank-ballots-name", ("level", s.Level), ("candidate", s.Candidate), ("votes", s.Votes), ("valid", s.Valid)),
        TurnToYield s => e.Say(
            "step.in-the-whole-contest-there-are", ("women", s.Women), ("men", s.Men), ("list", s.List), ("votes", s.Votes)),
        ListsApportioned or SeatsRounded => BiproportionalWords.Of(step, e),
        _ => LimitWords.Of(step, e) ?? TierWords.Of(step, e) ?? step.GetType().Name,
    };

    /// <summary>A divisor as people write it.</summary>
    /// <param name="divisor">The divisor.</param>
    /// <param name="e">The readers' words.</param>
    public static string Text(Divisor divisor, Wording e) => divisor switch
    {
        { Degree: 2 } => $"√{Text(divisor with { Degree = 1 }, e)}",
        { Root: true } => e.Numbers.Number(divisor.Value, 3),
        { Denominator: 1 } => e.Numbers.Number((double)divisor.Numerator, 0),
        _ => e.Numbers.Number(divisor.Value, divisor.Value * 10 % 1 == 0 ? 1 : 3),
    };

    /// <summary>A quotient with one decimal.</summary>
    /// <param name="votes">The votes.</param>
    /// <param name="divisor">What they are divided by.</param>
    /// <param name="e">The readers' words.</param>
    public static string Quotient(long votes, Divisor divisor, Wording e) =>
        divisor.Numerator == 0 ? "∞" : e.Numbers.Number(votes / divisor.Value, divisor == new Divisor(1) ? 0 : 1);

    /// <summary>Why a person holds a seat.</summary>
    public static string Of(Basis basis, Wording e) => basis switch
    {
        Basis.Quotient => e.Say("term.by-quotient"),
        Basis.MostVotes => e.Say("term.by-most-votes"),
        Basis.Exhaustion => e.Say("step.because-others-had-no-candidacy-left"),
        Basis.Surplus => e.Say("term.by-surplus"),
        Basis.Parity => e.Say("step.by-the-balance-of-women-and"),
        Basis.Reserved => e.Say("term.reserved-seat"),
        Basis.Alternate => e.Say("step.alternate-by-the-balance-of-women"),
        Basis.Majority => e.Say("step.by-the-majority-of-the-law"),
        Basis.Pairs => e.Say("term.by-pairs"),
        _ => e.Say("term.by-lot"),
    };

    static string Passed(SeatByQuotient s, Wording e) => s.Passed.IsEmpty ? "" : e.Say(
        "step.higher-quotients-without-a-candidacy-left", ("passed", e.List(s.Passed)));

    static string Within(string within, Wording e) => within.Length == 0 ? "" : e.Say("tier.of", ("within", within));

    static string Doubling(DoublingChecked s, Wording e)
    {
        if (s.Second.Length == 0)
        {
            return e.Say("step.is-the-only-list", ("first", s.First));
        }

        if (s.FirstVotes == 0)
        {
            return e.Say("step.neither-nor-has-votes", ("first", s.First), ("second", s.Second));
        }

        return e.Say(
            "step.has-votes-the-first-times-the", ("first", s.First), ("firstVotes", s.FirstVotes), ("second", s.Second),
            ("secondVotes", s.SecondVotes), ("doubled", s.Doubled), ("factor", s.Factor), ("secondVotes2", s.SecondVotes * s.Factor));
    }

    static string Majority(MajorityChecked s, Wording e)
    {
        var share = s.Total > 0 ? e.Percent((double)s.Votes / s.Total, 2) : "–";
        return e.Say(
            "step.has-of-the-law-asks-for", ("candidate", s.Candidate), ("votes", s.Votes), ("whole", MajorityWords.Whole(s, e)),
            ("share", share), ("inclusive", s.Inclusive), ("needed", s.Needed.ToString()), ("besides", MajorityWords.Besides(s, e)),
            ("reached", s.Reached));
    }

    static string Yielded(SeatYielded s, Wording e)
    {
        var where = s.Within switch
        {
            "party" => e.Say("term.the-same-party"),
            "subpact" => e.Say("step.the-same-sub-pact"),
            "list" => e.Say("term.the-same-list"),
            _ => e.Say("step.the-same-candidacy-as-its-alternate"),
        };
        return e.Say(
            "step.for-the-balance-of-women-and", ("out", s.Out), ("outVotes", s.OutVotes), ("in", s.In), ("inVotes", s.InVotes),
            ("where", where));
    }

    static string Reckoned(ListPlaceReckoned s, Wording e)
    {
        var list = s.ListVotes > 0 ? e.Say("step.for-the-list-alone", ("listVotes", s.ListVotes)) : "";
        var surplus = s.Received.Numerator > 0 ? e.Say("step.passed-on-by-those-before", ("number", Number(s.Received, e))) : "";
        var sum = list.Length + surplus.Length > 0 ? $" = {Number(s.Total, e)}" : "";
        var votes = e.Say(
            "step.no-of-votes-the-quotient-is", ("candidate", s.Candidate), ("place", s.Place), ("within", s.Within),
            ("votes", s.Votes), ("list", list), ("surplus", surplus), ("sum", sum), ("number", Number(s.Quotient, e)));
        var product = s.Factor == 0 ? "" : e.Say(
            "step.multiplied-by", ("factor", s.Factor), ("number", Number(new(s.Total.Numerator * s.Factor, s.Total.Denominator), e)));
        return votes + product + (s.Elected is { } basis ? e.Say("step.elected", ("reason", Reason(basis, e))) : e.Say("step.not-elected"));
    }

    static string Reason(Basis basis, Wording e) => basis switch
    {
        Basis.Quotient => e.Say("term.above-the-quotient"),
        Basis.Surplus => e.Say("term.by-the-surplus"),
        _ => e.Say("term.by-multiplication"),
    };

    static string Number(VoteFraction votes, Wording e) => e.Numbers.Number(votes.Value, votes.Numerator % votes.Denominator == 0 ? 0 : 2);

    static string By(TieRule rule, Wording e) => rule switch
    {
        TieRule.MostVotes => e.Say("step.more-votes-in-all"),
        TieRule.ListOrder => e.Say("tie.the-order-of-the-list"),
        TieRule.Backwards => e.Say("step.the-most-recent-count-at-which"),
        TieRule.Forwards => e.Say("step.the-first-count-at-which-they"),
        TieRule.MostPersonalVotes => e.Say("step.the-most-voted-person-not-yet"),
        TieRule.HighestPersonalVote => e.Say("tie.the-highest-personal-vote"),
        _ => e.Say("step.the-recorded-drawing-of-lots"),
    };
}
