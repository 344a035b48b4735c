namespace Urna.Allocate.Steps;

/// <summary>What becomes of a seat of a tier that is due to somebody elected in a district below.</summary>
public enum ElectedBelow
{
    /// <summary>They are passed over: the next of the list takes it.</summary>
    Skip,

    /// <summary>It stays vacant.</summary>
    Vacant,
}
