using System.Collections.Immutable;
using Urna.Allocate.Account;
using Urna.Allocate.Methods;
using Urna.Numerics;

namespace Urna.Allocate.Biproportional;

/// <summary>What a list has of the whole territory's seats.</summary>
/// <param name="List">The list.</param>
/// <param name="Weight">Its voter number, or its votes.</param>
/// <param name="Seats">Its seats.</param>
public sealed record ListShare(string List, Fraction Weight, int Seats);

/// <summary>The seats of the whole territory were shared among the lists.</summary>
/// <param name="Article">The article of law behind it.</param>
/// <param name="Seats">Seats to share.</param>
/// <param name="VoterNumbers">Whether the weights are voter numbers, and not votes.</param>
/// <param name="Divisor">A divisor by which the weights round to the seats; null where the law's divisors are roots.</param>
/// <param name="Lists">The lists, largest weight first.</param>
public sealed record ListsApportioned(
    string Article, int Seats, bool VoterNumbers, Fraction? Divisor, ImmutableArray<ListShare> Lists) : AllocationStep(Article);

/// <summary>A list's seats in a district: votes over the district's and the list's divisor, rounded.</summary>
/// <param name="Article">The article of law behind it.</param>
/// <param name="List">The list.</param>
/// <param name="Votes">Its votes in the district.</param>
/// <param name="DistrictDivisor">The district's divisor.</param>
/// <param name="ListDivisor">The list's divisor.</param>
/// <param name="Seats">Its seats; without those that a tie leaves open.</param>
/// <param name="Tied">Whether the quotient lies exactly on the boundary of a tie.</param>
/// <param name="Held">Whether it is held to a least or most number: the strongest list's seat, or no candidacy left.</param>
public sealed record SeatsRounded(
    string Article, string List, long Votes, Fraction DistrictDivisor, Fraction ListDivisor, int Seats, bool Tied, bool Held) : AllocationStep(Article)
{
    /// <summary>Votes over the product of the divisors, to the nearest number.</summary>
    public double Quotient => Votes / (DistrictDivisor.Value * ListDivisor.Value);
}
