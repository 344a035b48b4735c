using System.Collections.Immutable;
using Urna.Allocate.Account;
using Urna.Allocate.Methods;
using Urna.Allocate.Steps;
using Urna.Model;

namespace Urna.Scenarios;

/// <summary>Who came in and who went out of a district, with the reason.</summary>
/// <param name="District">The district.</param>
/// <param name="In">The seat that is filled in the scenario; null where one is lost.</param>
/// <param name="Out">The seat as it was; null where one is added.</param>
/// <param name="Because">The figures compared.</param>
public sealed record SeatChange(string District, Seat? In, Seat? Out, ChangeReason Because);

/// <summary>Why a seat changed hands: what was compared.</summary>
public abstract record ChangeReason
{
    ChangeReason()
    {
    }

    /// <summary>A quotient that won, and the best that did not.</summary>
    /// <param name="Level">Between lists, or between parties of a list.</param>
    /// <param name="Winner">The list or party that won.</param>
    /// <param name="Votes">Its votes.</param>
    /// <param name="Divisor">Its divisor.</param>
    /// <param name="Loser">The list or party that did not.</param>
    /// <param name="LoserVotes">Its votes.</param>
    /// <param name="LoserDivisor">Its divisor.</param>
    public sealed record Quotients(Holder Level, string Winner, long Votes, Divisor Divisor, string Loser, long LoserVotes, Divisor LoserDivisor) : ChangeReason;

    /// <summary>A person who had more votes than another.</summary>
    /// <param name="Winner">The person.</param>
    /// <param name="Votes">Their votes.</param>
    /// <param name="Loser">The other.</param>
    /// <param name="LoserVotes">The other's votes.</param>
    public sealed record MoreVotes(string Winner, long Votes, string Loser, long LoserVotes) : ChangeReason;

    /// <summary>A list has another number of seats under the law.</summary>
    /// <param name="List">The list.</param>
    /// <param name="Votes">Its votes in the scenario.</param>
    /// <param name="Before">Its seats as it was.</param>
    /// <param name="After">Its seats in the scenario.</param>
    public sealed record OtherSeats(string List, long Votes, int Before, int After) : ChangeReason;

    /// <summary>Somebody does not run.</summary>
    /// <param name="Name">Who.</param>
    public sealed record NotRunning(string Name) : ChangeReason;

    /// <summary>A list that a threshold bars.</summary>
    /// <param name="List">The list or party.</param>
    /// <param name="Votes">Its votes where the threshold is measured.</param>
    /// <param name="Needed">The votes that it needed; null if that is no matter of votes.</param>
    public sealed record Barred(string List, long Votes, long? Needed) : ChangeReason;

    /// <summary>The balance of women and men.</summary>
    /// <param name="Out">Who yields.</param>
    /// <param name="In">Who takes the seat.</param>
    public sealed record Balance(string Out, string In) : ChangeReason;

    /// <summary>The district has another number of seats.</summary>
    /// <param name="Before">Seats as it was.</param>
    /// <param name="After">Seats in the scenario.</param>
    public sealed record Magnitude(int Before, int After) : ChangeReason;
}
