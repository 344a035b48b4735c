using System.Collections.Immutable;
using Urna.Model;
using Urna.Validate;

namespace Urna.Allocate.Steps;

/// <summary>Why a person holds a seat.</summary>
public enum Basis
{
    /// <summary>By the quotients of list and party.</summary>
    Quotient,

    /// <summary>By most votes.</summary>
    MostVotes,

    /// <summary>Another list or party had no candidacy left.</summary>
    Exhaustion,

    /// <summary>By the surplus of persons already elected.</summary>
    Surplus,

    /// <summary>In place of a winner of the over-represented sex.</summary>
    Parity,

    /// <summary>A seat reserved for a people.</summary>
    Reserved,

    /// <summary>The paired alternate of a winner of the over-represented sex.</summary>
    Alternate,

    /// <summary>By the majority that the law asks for.</summary>
    Majority,

    /// <summary>By a drawing of lots.</summary>
    Lot,

    /// <summary>By comparing candidates two by two.</summary>
    Pairs,
}
