namespace Urna.Numerics;

/// <summary>Random numbers that a seed determines, the same on every machine.</summary>
/// <remarks>Steele, Lea and Flood, "Fast splittable pseudorandom number generators", OOPSLA (2014): SplitMix64.</remarks>
/// <param name="seed">The seed.</param>
sealed class RandomSource(ulong seed)
{
    const ulong Golden = 0x9E3779B97F4A7C15;

    readonly ulong origin = seed;
    ulong state = seed;

    /// <summary>A source of its own for a draw, whatever other draws have taken.</summary>
    /// <param name="index">The draw.</param>
    public RandomSource Split(int index) => new(Mix(origin ^ Mix(unchecked(((ulong)index + 1) * Golden))));

    /// <summary>64 random bits.</summary>
    public ulong Bits() => Mix(state = unchecked(state + Golden));

    /// <summary>Uniform in (0, 1).</summary>
    public double Uniform() => ((Bits() >> 11) + 0.5) * (1.0 / (1UL << 53));

    /// <summary>Exponential with mean 1.</summary>
    public double Exponential() => -Math.Log(Uniform());

    static ulong Mix(ulong z)
    {
        unchecked
        {
            z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
            z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
            return z ^ (z >> 31);
        }
    }
}
