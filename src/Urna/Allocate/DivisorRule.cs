namespace Urna.Allocate;

/// <summary>A divisor sequence in whole numbers.</summary>
/// <param name="Name">The name in law files.</param>
/// <param name="First">The divisor of the first seat, ≥ 1.</param>
/// <param name="Increment">What each further seat adds, ≥ 1.</param>
public sealed record DivisorRule(string Name, int First, int Increment)
{
    /// <summary>D'Hondt: 1, 2, 3, …</summary>
    public static DivisorRule DHondt { get; } = new("dhondt", 1, 1);

    /// <summary>Sainte-Laguë: 1, 3, 5, …</summary>
    public static DivisorRule SainteLague { get; } = new("sainte-lague", 1, 2);

    /// <summary>The sequences that law files may name.</summary>
    public static IReadOnlyList<DivisorRule> Known { get; } = [DHondt, SainteLague];

    /// <summary>The divisor for the next seat.</summary>
    /// <param name="held">Seats already held, ≥ 0.</param>
    public int At(int held) => First + (held * Increment);
}
