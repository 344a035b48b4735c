namespace Urna.Judge;

/// <summary>What a claim is about.</summary>
public enum Measure
{
    /// <summary>Votes of choices over a base.</summary>
    Share,

    /// <summary>A number of votes or people.</summary>
    Votes,

    /// <summary>The place of a choice by votes, 1 the first.</summary>
    Rank,

    /// <summary>How far one choice is ahead of another, in points or votes.</summary>
    Margin,

    /// <summary>Votes cast per person on the roll.</summary>
    Turnout,

    /// <summary>One less the turnout.</summary>
    Abstention,

    /// <summary>Seats of lists or parties, by the law or by the members of a chamber.</summary>
    Seats,

    /// <summary>Their part of all seats.</summary>
    SeatShare,

    /// <summary>How a measure changed since an earlier contest.</summary>
    Change,

    /// <summary>Whether a number is the greatest of all earlier ones in the store: how many times the greatest of them.</summary>
    Record,

    /// <summary>Whether persons are elected: how many of those named.</summary>
    Elected,

    /// <summary>How the law ends a contest: at once, by a second vote, by Congress, or in a tie.</summary>
    Outcome,

    /// <summary>Whether a bloc has more than half of the members of a chamber.</summary>
    Majority,

    /// <summary>Whether a bloc reaches a quorum of the law, in one chamber or in all.</summary>
    Quorum,

    /// <summary>Share of the seats less share of the votes.</summary>
    Bias,

    /// <summary>How many of the named places reach a share.</summary>
    PlacesReaching,

    /// <summary>The day of a contest.</summary>
    Date,

    /// <summary>A share that no count shows and that is inferred.</summary>
    InferredShare,

    /// <summary>What no count can show.</summary>
    NotObservable,

    /// <summary>What data would show that are not in the store.</summary>
    NeedsData,

    /// <summary>From what to what a measure went since an earlier contest.</summary>
    FromTo,

    /// <summary>The place of a place among those of its level, by a measure.</summary>
    PlaceRank,

    /// <summary>In how many places of a level somebody came first.</summary>
    PlacesWon,

    /// <summary>Votes in the assembly that chose, such as a Congress.</summary>
    AssemblyVotes,

    /// <summary>Whether a number was reached by a vote and by none before it.</summary>
    FirstTime,

    /// <summary>Whether a vote has the highest or the lowest number of those before it.</summary>
    Extreme,

    /// <summary>Whether a number fell, or rose, from each vote of a series to the next.</summary>
    Trend,

    /// <summary>Whether more of a change came after a day than before it.</summary>
    ChangeAfter,

    /// <summary>Votes cast per person of voting age.</summary>
    TurnoutOfAdults,

    /// <summary>People of some places per person of the country.</summary>
    PeopleShare,
}
