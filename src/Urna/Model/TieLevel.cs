namespace Urna.Model;

/// <summary>Among whom a tie is: every level that a law can leave to lots.</summary>
public enum TieLevel
{
    /// <summary>Lists and pacts.</summary>
    List,

    /// <summary>The sub-pacts of a list.</summary>
    Subpact,

    /// <summary>The parties of a list or sub-pact.</summary>
    Party,

    /// <summary>Persons.</summary>
    Candidate,

    /// <summary>Persons of whom some yield, or take, a seat for the balance of women and men.</summary>
    Parity,

    /// <summary>Districts, or a list's claims in several districts, to a seat of the whole territory.</summary>
    District,
}
