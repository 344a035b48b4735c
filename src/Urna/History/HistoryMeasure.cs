namespace Urna.History;

/// <summary>What is followed from election to election.</summary>
public enum HistoryMeasure
{
    /// <summary>Votes cast per person on the roll.</summary>
    Turnout,

    /// <summary>Votes cast per person of voting age.</summary>
    TurnoutOfAdults,

    /// <summary>Blank votes per vote cast.</summary>
    Blank,

    /// <summary>Null votes per vote cast.</summary>
    Null,

    /// <summary>The effective number of lists, by votes and by seats.</summary>
    Parties,

    /// <summary>How far seats are from votes: Gallagher's index.</summary>
    Disproportionality,

    /// <summary>Seats of a family of lists.</summary>
    Seats,

    /// <summary>Its share of the votes.</summary>
    Votes,

    /// <summary>The share of women among those elected.</summary>
    Women,

    /// <summary>How far the first was ahead of the second, where one seat was filled.</summary>
    Closest,

    /// <summary>How a measure changed since the vote before of the same kind.</summary>
    Change,
}

/// <summary>The unit of a point.</summary>
public enum HistoryUnit
{
    /// <summary>A part of a whole, in [0, 1].</summary>
    Share,

    /// <summary>A number of votes.</summary>
    Votes,

    /// <summary>A number of seats.</summary>
    Seats,

    /// <summary>A number without a unit.</summary>
    Number,

    /// <summary>A difference of shares; 0.1 is ten points.</summary>
    Points,
}
