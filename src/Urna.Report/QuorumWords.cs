using System.Numerics;
using Urna.Power;

namespace Urna.Report;

/// <summary>Says what a quorum asks for.</summary>
public static class QuorumWords
{
    /// <summary>The majority in words, as 4/7 of the members in office.</summary>
    /// <param name="quorum">The quorum.</param>
    /// <param name="e">The readers' words.</param>
    public static string Share(Quorum quorum, Wording e)
    {
        var share = $"{(quorum.Exceeds ? e.Say("term.more-than") : "")}{quorum.Numerator}/{quorum.Denominator}";
        return quorum.Of == QuorumBase.Present
            ? e.Say("quorum.of-the-members-present-here-all", ("share", share))
            : e.Say("quorum.of-the-members-in-office", ("share", share));
    }

    /// <summary>When it holds; empty if at any time.</summary>
    /// <param name="quorum">The quorum.</param>
    /// <param name="e">The readers' words.</param>
    public static string Period(Quorum quorum, Wording e) => (quorum.From, quorum.Until) switch
    {
        (null, null) => "",
        ({ } from, null) => e.Say("quorum.since", ("from", $"{from:yyyy-MM-dd}")),
        (null, { } until) => e.Say("quorum.until", ("until", $"{until:yyyy-MM-dd}")),
        ({ } from, { } until) => e.Say("quorum.to", ("from", $"{from:yyyy-MM-dd}"), ("until", $"{until:yyyy-MM-dd}")),
    };

    /// <summary>What a reader must know of a decision; empty if nothing.</summary>
    /// <param name="power">The power of the members.</param>
    /// <param name="e">The readers' words.</param>
    public static string Note(ChamberPower power, Wording e)
    {
        var (name, quota, seats) = (power.Chamber.Name, e.Whole(power.Game.Quota), e.Whole(power.Game.Seats));
        return !power.Game.CanPass
            ? e.Say("quorum.are-more-than-all-seats-so", ("name", name), ("quota", quota), ("seats", seats))
            : !power.Game.IsProper
                ? e.Say("quorum.of-is-not-more-than-half", ("name", name), ("quota", quota), ("seats", seats))
                : "";
    }

    /// <summary>A number of coalitions, of any size.</summary>
    /// <param name="count">How many there are.</param>
    /// <param name="e">The readers' words.</param>
    public static string Count(BigInteger count, Wording e) => count <= long.MaxValue ? e.Whole((long)count) : $"{count}";
}
