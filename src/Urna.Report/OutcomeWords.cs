using System.Collections.Immutable;
using Urna.Allocate.Account;
using Urna.Allocate.Transferable;

namespace Urna.Report;

/// <summary>How a contest ends, and what stays open in a district, in words for people.</summary>
public static class OutcomeWords
{
    /// <summary>How a contest ends, in a sentence.</summary>
    /// <param name="allocation">The contest's seats.</param>
    /// <param name="e">The readers' words.</param>
    public static string Of(ContestAllocation allocation, Wording e)
    {
        ArgumentNullException.ThrowIfNull(allocation);
        return allocation.Outcome switch
        {
            Outcome.Runoff { Between: [var only] } => e.Say("outcome.no-majority-a-second-vote-between", ("and", And(only, e))),
            Outcome.Runoff { Between: var between } => e.Say(
                "outcome.no-majority-in-of-a-second", ("between", between.Length), ("districts", Districts(allocation, e)),
                ("elected", Elected(allocation, e))),
            Outcome.Congress { Between: [var only] } => e.Say("outcome.no-majority-congress-chooses-between", ("and", And(only, e))),
            Outcome.Congress { Between: var between } => e.Say(
                "outcome.no-majority-in-of-congress-chooses", ("between", between.Length), ("districts", Districts(allocation, e)),
                ("elected", Elected(allocation, e))),
            Outcome.Tie => e.Say("outcome.a-tie-is-open"),
            Outcome.Incomplete { Missing: var gaps } => e.Say(
                "outcome.not-enough-data-to-fill-of", ("gaps", gaps.Length), ("districts", Districts(allocation, e)),
                ("elected", Elected(allocation, e))),
            Outcome.Refused => e.Say("outcome.the-seats-are-not-filled-since"),
            Outcome.NoVotes { Vacant: var vacant } when vacant.All(v => v.NobodyHasVotes) => e.Say("outcome.nobody-is-elected-nobody-has-a"),
            Outcome.NoVotes => e.Say("outcome.nobody-is-elected-no-list-or"),
            Outcome.Elected { Vacant: { IsEmpty: false } vacant } => e.Say(
                "outcome.elected-seats-stay-vacant", ("filled", Filled(allocation)), ("vacant", vacant.Sum(v => v.Seats))),
            _ => e.Say("outcome.elected", ("filled", Filled(allocation))),
        };
    }

    /// <summary>What keeps the seats of a district from being filled, each in a few words; empty if nothing does.</summary>
    /// <param name="district">The district's seats.</param>
    /// <param name="e">The readers' words.</param>
    public static IEnumerable<string> Open(DistrictAllocation district, Wording e)
    {
        ArgumentNullException.ThrowIfNull(district);
        return
        [
            .. district.Missing.Select(m => e.Say("outcome.not-filled-needed", ("missing", m))),
            .. district.Ties.Select(t => Of(district, t, e)),
            .. district.Finalists is { } finalists ? [Of(finalists, e)] : Array.Empty<string>(),
            .. district.Hanging > 0 ? [e.Say("outcome.of-seats-hang-on-a-tie", ("hanging", district.Hanging), ("seats", district.Seats))] : Array.Empty<string>(),
            .. VacantSeats.In(district) is { } vacant ? [Of(vacant, e)] : Array.Empty<string>(),
        ];
    }

    /// <summary>Seats that stay empty, with the reason.</summary>
    /// <param name="vacant">The seats.</param>
    /// <param name="e">The readers' words.</param>
    public static string Of(VacantSeats vacant, Wording e)
    {
        ArgumentNullException.ThrowIfNull(vacant);
        var seats = e.Say("outcome.of-seats-stay-empty", ("seats", vacant.Seats), ("of", vacant.Of));
        var given = e.Say("outcome.since-a-list-that-holds-more", ("seats", seats));
        var below = e.Say("outcome.since-they-are-due-to-persons", ("seats", seats));
        return vacant.GivenBack == vacant.Seats ? given
            : vacant.DueBelow == vacant.Seats ? below
            : vacant.NobodyHasVotes
            ? e.Say("outcome.since-nobody-has-a-vote", ("seats", seats))
            : e.Say("outcome.since-no-candidacy-that-takes-part", ("seats", seats));
    }

    static string Of(Finalists finalists, Wording e) => finalists.In == LastStage.Congress
        ? e.Say("outcome.no-majority-congress-chooses-between-2", ("among", e.List(finalists.Among)))
        : e.Say("outcome.no-majority-a-second-vote-between-2", ("among", e.List(finalists.Among)));

    static string Of(DistrictAllocation district, OpenTie tie, Wording e) => district.Steps.Any(s => s is CountTaken)
        ? CountWords.Of(tie, e).TrimEnd('.')
        : e.Say("outcome.a-tie-between-for-seat-s", ("among", e.List(tie.Among)), ("seats", tie.Seats));

    // Two names stand as the law's sentence has them; more stand in a row.
    static string And(Finalists finalists, Wording e) => string.Join(e.Say("outcome.and"), finalists.Among);

    static string Districts(ContestAllocation allocation, Wording e) => allocation.Districts.Length == 1
        ? e.Say("term.1-district") : e.Say("outcome.districts", ("districts", allocation.Districts.Length));

    static string Elected(ContestAllocation allocation, Wording e) =>
        Filled(allocation) is > 0 and var filled ? e.Say("outcome.elected-elsewhere", ("filled", filled)) : "";

    static int Filled(ContestAllocation allocation) => allocation.Districts.Sum(d => d.Elected.Length);
}
