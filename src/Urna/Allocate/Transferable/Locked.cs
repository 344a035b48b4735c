using System.Numerics;

namespace Urna.Allocate.Transferable;

/// <summary>Who is locked above whom, with all that follows from it.</summary>
/// <param name="Candidates">How many candidates there are.</param>
/// <param name="Above">A bit for each pair: that of a above b is the bit a × candidates + b.</param>
readonly record struct Locked(int Candidates, BigInteger Above)
{
    /// <summary>Nobody is above anybody.</summary>
    public static Locked Nothing(int candidates) => new(candidates, BigInteger.Zero);

    /// <summary>Whether nobody is above themselves.</summary>
    public bool IsOrder
    {
        get
        {
            for (var c = 0; c < Candidates; c++)
            {
                if (IsAbove(c, c))
                {
                    return false;
                }
            }

            return true;
        }
    }

    /// <summary>Whether a candidate is locked above another.</summary>
    public bool IsAbove(int first, int second) => !(Above >> ((first * Candidates) + second)).IsEven;

    /// <summary>The same with one more pair locked, and what follows from it.</summary>
    public Locked With(int winner, int loser)
    {
        var above = Above;
        for (var a = 0; a < Candidates; a++)
        {
            for (var b = 0; b < Candidates; b++)
            {
                if ((a == winner || IsAbove(a, winner)) && (b == loser || IsAbove(loser, b)))
                {
                    above |= BigInteger.One << ((a * Candidates) + b);
                }
            }
        }

        return this with { Above = above };
    }
}
