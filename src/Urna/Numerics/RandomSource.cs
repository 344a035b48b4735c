using System.Numerics;

namespace Urna.Numerics;

/// <summary>A seeded source of random numbers, the same on every machine, that can be split.</summary>
/// <remarks>xoshiro256** (Blackman and Vigna, ACM Transactions on Mathematical Software 47, 2021), seeded by SplitMix64.</remarks>
sealed class RandomSource
{
    const ulong Golden = 0x9E3779B97F4A7C15;

    readonly ulong seed;
    ulong a;
    ulong b;
    ulong c;
    ulong d;

    /// <summary>A source.</summary>
    /// <param name="seed">Any number.</param>
    public RandomSource(ulong seed)
    {
        this.seed = seed;
        unchecked
        {
            (a, b, c, d) = (Mixed(seed + Golden), Mixed(seed + (2 * Golden)), Mixed(seed + (3 * Golden)), Mixed(seed + (4 * Golden)));
        }
    }

    /// <summary>A source of its own for a part of the work, whatever was drawn from this one.</summary>
    /// <param name="part">The part's number, ≥ 0.</param>
    public RandomSource Split(int part)
    {
        unchecked
        {
            return new RandomSource(Mixed(Mixed(seed) ^ ((ulong)part * Golden)));
        }
    }

    /// <summary>64 random bits.</summary>
    public ulong Bits()
    {
        unchecked
        {
            var result = BitOperations.RotateLeft(b * 5, 7) * 9;
            var shifted = b << 17;
            c ^= a;
            d ^= b;
            b ^= c;
            a ^= d;
            c ^= shifted;
            d = BitOperations.RotateLeft(d, 45);
            return result;
        }
    }

    /// <summary>A number from [0, 1), in steps of 2^−53.</summary>
    public double Uniform() => (Bits() >> 11) * (1.0 / (1UL << 53));

    /// <summary>An exponential number of mean 1.</summary>
    public double Exponential() => -Math.Log(1 - Uniform());

    static ulong Mixed(ulong value)
    {
        unchecked
        {
            value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9;
            value = (value ^ (value >> 27)) * 0x94D049BB133111EB;
            return value ^ (value >> 31);
        }
    }
}
