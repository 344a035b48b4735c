using System.Collections.Immutable;
using Urna.Allocate.Steps;
using Urna.Model;

namespace Urna.Allocate.Methods;

/// <summary>How a person of a list is elected.</summary>
enum ListWay : byte
{
    /// <summary>Not elected.</summary>
    Out,

    /// <summary>The list has no more persons than seats.</summary>
    All,

    /// <summary>More votes than the quotient.</summary>
    Quotient,

    /// <summary>More votes than the quotient with the surplus of those before.</summary>
    Surplus,

    /// <summary>One of the highest multiplied totals.</summary>
    Product,
}

/// <summary>A person's place in the reckoning of a list; votes are times the quotient's divisor, so that they are whole.</summary>
/// <param name="Holder">Who.</param>
/// <param name="Received">Surplus that came to them.</param>
/// <param name="Total">Own votes, list votes and surplus.</param>
/// <param name="Factor">What the total is multiplied by; 0 where it is not.</param>
/// <param name="Way">How they are elected.</param>
readonly record struct ListPlace(int Holder, Int128 Received, Int128 Total, int Factor, ListWay Way)
{
    /// <summary>The multiplied total.</summary>
    public Int128 Product => Total * Factor;
}

/// <summary>The surplus and the multiplications of the Chilean list before 1958.</summary>
/// <remarks>
/// Ley General de Elecciones of Chile, DL 542 and 710 of 1925 to Ley 9.334 of 1949. Votes for the list alone count for its first
/// person. Elected are: those with more votes than the quotient; then, by "derrame", whoever exceeds it with the surplus of the elected, which comes
/// to the first of the others in the list's order and goes on in chain; then, by "multiplicaciones", the highest of the totals times the seats left for
/// the first of the others, times one less for the next, down to one. The quotient is kept as an exact fraction.
/// </remarks>
static class ListSurplus
{
    /// <summary>Lists up to this length need no memory of their own.</summary>
    public const int OnStack = 64;

    /// <summary>Fills the seats of a list.</summary>
    /// <param name="sharing">Its persons with votes and places, its seats, its votes, and the quotient of the sharing above.</param>
    /// <param name="places">On return, the persons in the list's order; one entry a person.</param>
    public static void Share(in Sharing sharing, Span<ListPlace> places)
    {
        Order(sharing, places);
        if (places.Length <= sharing.Seats)
        {
            foreach (ref var place in places)
            {
                place = place with { Way = ListWay.All };
            }

            return;
        }

        var quotient = (Int128)sharing.Context.QuotientVotes * sharing.Context.QuotientDivisor.Denominator;
        var left = sharing.Seats;
        var surplus = AboveQuotient(places, quotient, ref left);
        PassOn(places, quotient, surplus, ref left);
        Multiply(places, left);
    }

    /// <summary>Lays out the persons by their place on the list; equals as on the ballot.</summary>
    static void Order(in Sharing sharing, Span<ListPlace> places)
    {
        Span<long> keys = places.Length <= OnStack ? stackalloc long[places.Length] : new long[places.Length];
        var listVotes = sharing.Context.WithinVotes;
        for (var i = 0; i < keys.Length; i++)
        {
            keys[i] = ((long)sharing.Positions[i] << 32) + i;
            listVotes -= sharing.Votes[i];
        }

        keys.Sort();
        for (var j = 0; j < places.Length; j++)
        {
            var holder = (int)(keys[j] & int.MaxValue);
            places[j] = new(holder, 0, ((Int128)sharing.Votes[holder] + (j == 0 ? listVotes : 0)) * sharing.Context.QuotientDivisor.Numerator, 0, ListWay.Out);
        }
    }

    /// <summary>Elects those with more votes than the quotient; what they have above it is the surplus.</summary>
    static Int128 AboveQuotient(Span<ListPlace> places, Int128 quotient, ref int left)
    {
        Int128 surplus = 0;
        foreach (ref var place in places)
        {
            if (left > 0 && place.Total > quotient)
            {
                surplus += place.Total - quotient;
                place = place with { Way = ListWay.Quotient };
                left--;
            }
        }

        return surplus;
    }

    /// <summary>"Derrame": the surplus comes to the first of the others, and what exceeds the quotient goes on.</summary>
    static void PassOn(Span<ListPlace> places, Int128 quotient, Int128 surplus, ref int left)
    {
        foreach (ref var place in places)
        {
            if (surplus == 0 || left == 0)
            {
                return;
            }

            if (place.Way == ListWay.Out)
            {
                place = place with { Received = surplus, Total = place.Total + surplus };
                if (place.Total <= quotient)
                {
                    return;
                }

                surplus = place.Total - quotient;
                place = place with { Way = ListWay.Surplus };
                left--;
            }
        }
    }

    /// <summary>"Multiplicaciones": the highest products fill the seats left; of equals, the first on the list.</summary>
    static void Multiply(Span<ListPlace> places, int left)
    {
        var factor = left;
        foreach (ref var place in places)
        {
            if (place.Way == ListWay.Out && left > 0)
            {
                place = place with { Factor = Math.Max(1, factor) };
                factor--;
            }
        }

        for (; left > 0; left--)
        {
            var best = -1;
            for (var j = 0; j < places.Length; j++)
            {
                if (places[j].Way == ListWay.Out && (best < 0 || places[j].Product > places[best].Product))
                {
                    best = j;
                }
            }

            places[best] = places[best] with { Way = ListWay.Product };
        }
    }
}
