namespace Urna.Forecast;

/// <summary>How votes were cast: types are counted at times of their own, and differ.</summary>
public enum VoteType
{
    /// <summary>All types together, or a source that does not part them.</summary>
    All,

    /// <summary>Cast before the day of the vote.</summary>
    Advance,

    /// <summary>Cast at a polling station on the day.</summary>
    PollingDay,

    /// <summary>Arrived after the day, such as late advance and postal votes.</summary>
    Late,

    /// <summary>Cast abroad.</summary>
    Abroad,
}

/// <summary>What a source says of the count of a place.</summary>
public enum CountStatus
{
    /// <summary>Nothing of it is counted.</summary>
    NotCounted,

    /// <summary>A part is counted.</summary>
    Partial,

    /// <summary>All of it is counted.</summary>
    Counted,

    /// <summary>All of it is counted, and what was said before was changed.</summary>
    Corrected,

    /// <summary>It was counted and its votes were taken back.</summary>
    Gone,
}
