using System.Collections.Immutable;
using Urna.Model;

namespace Urna.Allocate.Steps;

/// <summary>How a law breaks a tie.</summary>
public enum TieRule
{
    /// <summary>More votes in all.</summary>
    MostVotes,

    /// <summary>The holder of the person with most personal votes among those not yet elected.</summary>
    MostPersonalVotes,

    /// <summary>The holder of the person with most personal votes, elected or not.</summary>
    HighestPersonalVote,

    /// <summary>An earlier place on the list.</summary>
    ListOrder,

    /// <summary>A drawing of lots, which the user records.</summary>
    Lot,

    /// <summary>More votes at the last count of ranked ballots at which they were unequal.</summary>
    Backwards,

    /// <summary>More votes at the first count of ranked ballots at which they were unequal.</summary>
    Forwards,
}
