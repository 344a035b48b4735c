using Urna.Allocate.Methods;

namespace Urna.Allocate.Steps;

/// <summary>Binomial: two seats, both to the first holder if it exceeds a multiple of the second, else one each.</summary>
/// <param name="Factor">The multiple of the second's votes that the first must exceed.</param>
/// <remarks>Ley 18.700 art. 109 bis (Ley 18.799): both seats only if the first list exceeds the double of the second.</remarks>
public sealed record DoublingStep(int Factor) : SharingStep
{
    /// <summary>The seats of every district.</summary>
    public const int Seats = 2;

    /// <inheritdoc/>
    internal override int Share(in Sharing sharing, Span<int> held, Span<bool> tied)
    {
        var (first, second) = FirstTwo(sharing.Votes);
        if (first >= 0 && sharing.Capacities[first] >= Seats && sharing.Votes[first] > (Int128)Factor * (second < 0 ? 0 : sharing.Votes[second]))
        {
            held[first] = Seats;
            return 0;
        }

        return Plurality.Share(sharing.Votes, Seats, withoutVotes: false, held, tied);
    }

    static (int First, int Second) FirstTwo(ReadOnlySpan<long> votes)
    {
        var (first, second) = (-1, -1);
        for (var i = 0; i < votes.Length; i++)
        {
            if (votes[i] > 0 && (first < 0 || votes[i] > votes[first]))
            {
                (first, second) = (i, first);
            }
            else if (votes[i] > 0 && (second < 0 || votes[i] > votes[second]))
            {
                second = i;
            }
        }

        return (first, second);
    }
}
