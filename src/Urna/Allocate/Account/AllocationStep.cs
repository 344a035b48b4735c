using System.Collections.Immutable;
using Urna.Allocate.Methods;
using Urna.Allocate.Steps;
using Urna.Model;
using Urna.Numerics;

namespace Urna.Allocate.Account;

/// <summary>Something that was done to fill a district's seats.</summary>
/// <param name="Article">The article of law behind it.</param>
public abstract record AllocationStep(string Article);

/// <summary>A seat went to the holder with the highest quotient.</summary>
/// <param name="Article">The article of law behind it.</param>
/// <param name="Level">The kind of holder.</param>
/// <param name="Within">The list whose seats are shared; empty for the district's.</param>
/// <param name="Seat">The seat's number in this sharing, from 1.</param>
/// <param name="Winner">The holder.</param>
/// <param name="Votes">The holder's votes.</param>
/// <param name="Divisor">The divisor; the quotient is votes / divisor.</param>
/// <param name="Passed">Holders with a higher quotient that had no candidacy left.</param>
public sealed record SeatByQuotient(
    string Article, Holder Level, string Within, int Seat, string Winner, long Votes, Divisor Divisor, ImmutableArray<string> Passed) : AllocationStep(Article);

/// <summary>A holder won by most votes.</summary>
/// <param name="Article">The article of law behind it.</param>
/// <param name="Level">The kind of holder.</param>
/// <param name="Within">The list or party whose seats are shared; empty for the district's.</param>
/// <param name="Winner">The holder.</param>
/// <param name="Votes">The holder's votes.</param>
public sealed record SeatByVotes(string Article, Holder Level, string Within, string Winner, long Votes) : AllocationStep(Article);

/// <summary>The two first lists were compared under the binomial law.</summary>
/// <param name="Article">The article of law behind it.</param>
/// <param name="First">The first list.</param>
/// <param name="FirstVotes">Its votes.</param>
/// <param name="Second">The second list; empty if there is none.</param>
/// <param name="SecondVotes">Its votes.</param>
/// <param name="Factor">The multiple that the first must exceed.</param>
/// <param name="Doubled">Whether it does.</param>
public sealed record DoublingChecked(
    string Article, string First, long FirstVotes, string Second, long SecondVotes, int Factor, bool Doubled) : AllocationStep(Article);

/// <summary>The first candidate was held against the majority that the law asks for.</summary>
/// <param name="Article">The article of law behind it.</param>
/// <param name="Candidate">The candidate with most votes.</param>
/// <param name="Votes">Their votes.</param>
/// <param name="Total">What the share is a share of: the votes of all candidates, or more.</param>
/// <param name="Needed">The share that the law asks for.</param>
/// <param name="Inclusive">Whether the share itself is enough.</param>
/// <param name="Reached">Whether the share was reached.</param>
public sealed record MajorityChecked(
    string Article, string Candidate, long Votes, long Total, Proportion Needed, bool Inclusive, bool Reached) : AllocationStep(Article)
{
    /// <summary>What the total is.</summary>
    public VoteBase Of { get; init; }

    /// <summary>The lead over the second that the law asks for besides; null where it does not.</summary>
    public Proportion? Lead { get; init; }

    /// <summary>The votes of the second; null where no lead is asked for.</summary>
    public long? Second { get; init; }

    /// <summary>The share of the roll that the law asks for besides; null where it does not.</summary>
    public Proportion? OfRoll { get; init; }

    /// <summary>People on the roll; null where no share of it is asked for.</summary>
    public long? Roll { get; init; }
}

/// <summary>The first list got seats beyond its share.</summary>
/// <param name="Article">The article of law behind it.</param>
/// <param name="List">The list.</param>
/// <param name="Votes">Its votes.</param>
/// <param name="Seats">The bonus, or all its seats where they are guaranteed.</param>
/// <param name="IsGuarantee">Whether it has so many seats in all, and the others what is left.</param>
public sealed record BonusGiven(string Article, string List, long Votes, int Seats, bool IsGuarantee) : AllocationStep(Article);

/// <summary>A list would have had more seats than it can.</summary>
/// <param name="Article">The article of law behind it.</param>
/// <param name="List">The list.</param>
/// <param name="Seats">The seats that it has here.</param>
/// <param name="Due">The seats that its votes would have given it here.</param>
public sealed record ListCapped(string Article, string List, int Seats, int Due) : AllocationStep(Article);

/// <summary>Votes that won no seat below were added to a list's in the tier.</summary>
/// <param name="Article">The article of law behind it.</param>
/// <param name="List">The list.</param>
/// <param name="OfLosers">Votes for its persons who were not elected.</param>
/// <param name="OfWinners">Votes that its winners did not need.</param>
public sealed record VotesAdded(string Article, string List, long OfLosers, long OfWinners) : AllocationStep(Article);

/// <summary>A fixed seat beyond its list's share went to the next list of the district.</summary>
/// <param name="Article">The article of law behind it.</param>
/// <param name="From">The list that gave it back.</param>
/// <param name="District">The district.</param>
/// <param name="FromVotes">Its votes there.</param>
/// <param name="FromDivisor">The divisor of the quotient that had won it.</param>
/// <param name="To">The list that takes it.</param>
/// <param name="ToVotes">Its votes there.</param>
/// <param name="ToDivisor">The divisor of the quotient that wins it.</param>
public sealed record SeatPassedOn(string Article, string From, string District, long FromVotes, Divisor FromDivisor, string To, long ToVotes, Divisor ToDivisor) : AllocationStep(Article);

/// <summary>A tie was broken.</summary>
/// <param name="Article">The article of law behind it.</param>
/// <param name="Level">Among whom.</param>
/// <param name="Among">The tied names.</param>
/// <param name="Winners">Who won.</param>
/// <param name="By">The rule that broke it.</param>
public sealed record TieBroken(
    string Article, TieLevel Level, ImmutableArray<string> Among, ImmutableArray<string> Winners, TieRule By) : AllocationStep(Article);

/// <summary>A winner yielded their seat for the balance of women and men.</summary>
/// <param name="Article">The article of law behind it.</param>
/// <param name="Out">Who yielded.</param>
/// <param name="OutVotes">Their votes.</param>
/// <param name="In">Who took the seat.</param>
/// <param name="InVotes">The votes of the candidacy that took it.</param>
/// <param name="Within">Where the replacement was found: party, list, or their own alternate.</param>
public sealed record SeatYielded(string Article, string Out, long OutVotes, string In, long InVotes, string Within) : AllocationStep(Article);

/// <summary>Congress chose between the finalists.</summary>
/// <param name="Article">The article of law behind it.</param>
/// <param name="Candidate">Who had most votes in Congress.</param>
/// <param name="Votes">Their votes.</param>
/// <param name="Total">The votes of all members who voted.</param>
/// <param name="Reached">Whether more than half was reached.</param>
public sealed record CongressVoted(string Article, string Candidate, long Votes, long Total, bool Reached) : AllocationStep(Article);

/// <summary>Seats stay vacant because no holder with votes has a candidacy left, or because none has votes.</summary>
/// <param name="Article">The article of law behind it.</param>
/// <param name="Level">The kind of holder.</param>
/// <param name="Within">The list or party whose seats are shared; empty for the district's.</param>
/// <param name="Seats">How many.</param>
/// <param name="NobodyHasVotes">Whether none of the holders has votes.</param>
public sealed record SeatsVacant(string Article, Holder Level, string Within, int Seats, bool NobodyHasVotes) : AllocationStep(Article);

/// <summary>The seats that holders short of candidacies could not fill are shared anew among the others.</summary>
/// <param name="Article">The article of law behind it.</param>
/// <param name="Level">The kind of holder.</param>
/// <param name="Within">The list or party whose seats are shared; empty for the district's.</param>
/// <param name="Full">Who has no candidacy left.</param>
/// <param name="Seats">How many seats.</param>
public sealed record NewElectionHeld(string Article, Holder Level, string Within, ImmutableArray<string> Full, int Seats) : AllocationStep(Article);

/// <summary>A number of votes that need not be whole.</summary>
/// <param name="Numerator">The numerator, ≥ 0.</param>
/// <param name="Denominator">The denominator, ≥ 1.</param>
public readonly record struct VoteFraction(Int128 Numerator, Int128 Denominator)
{
    /// <summary>The nearest number; for display.</summary>
    public double Value => (double)Numerator / (double)Denominator;
}

/// <summary>A person of a list was held against the quotient, with list votes and surplus.</summary>
/// <param name="Article">The article of law behind it.</param>
/// <param name="Within">The list.</param>
/// <param name="Place">The place on the list, from 1.</param>
/// <param name="Candidate">The person.</param>
/// <param name="Votes">Their own votes.</param>
/// <param name="ListVotes">Votes for the list alone that count for them.</param>
/// <param name="Received">Surplus of those elected before that came to them.</param>
/// <param name="Total">All three together.</param>
/// <param name="Quotient">The electoral quotient.</param>
/// <param name="Factor">What the total was multiplied by; 0 where it was not.</param>
/// <param name="Elected">Why they are elected; null if they are not.</param>
public sealed record ListPlaceReckoned(
    string Article,
    string Within,
    int Place,
    string Candidate,
    long Votes,
    long ListVotes,
    VoteFraction Received,
    VoteFraction Total,
    VoteFraction Quotient,
    int Factor,
    Basis? Elected) : AllocationStep(Article);

/// <summary>Votes for a list alone came to a person by the order of the list.</summary>
/// <param name="Article">The article of law behind it.</param>
/// <param name="Within">The list.</param>
/// <param name="Place">The place on the list, from 1.</param>
/// <param name="Candidate">The person.</param>
/// <param name="Votes">Their own votes.</param>
/// <param name="PassedDown">The votes that came to them.</param>
/// <param name="Enough">The votes that elect a person of the list.</param>
public sealed record VotesPassedDown(string Article, string Within, int Place, string Candidate, long Votes, long PassedDown, long Enough) : AllocationStep(Article);

/// <summary>A list's turn to yield a seat for the balance of women and men in the whole contest.</summary>
/// <param name="Article">The article of law behind it.</param>
/// <param name="List">The list.</param>
/// <param name="Votes">Its votes in all districts.</param>
/// <param name="Women">Women elected before it.</param>
/// <param name="Men">Men elected before it.</param>
public sealed record TurnToYield(string Article, string List, long Votes, int Women, int Men) : AllocationStep(Article);

/// <summary>A list did not pass a threshold.</summary>
/// <param name="Article">The article of law behind it.</param>
/// <param name="List">The list.</param>
/// <param name="Votes">Its votes where the threshold is measured.</param>
/// <param name="Needed">The votes it needed by the first of the law's conditions; null if that is no matter of votes.</param>
public sealed record ListBarred(string Article, string List, long Votes, long? Needed) : AllocationStep(Article);

/// <summary>A district was given its number of seats.</summary>
/// <param name="Article">The article of law behind it.</param>
/// <param name="District">The district.</param>
/// <param name="Size">Its votes or its roll, as the law measures it.</param>
/// <param name="Seats">Its seats.</param>
public sealed record DistrictSized(string Article, string District, long Size, int Seats) : AllocationStep(Article);

/// <summary>A list was given seats of a tier to make up its share of all seats.</summary>
/// <param name="Article">The article of law behind it.</param>
/// <param name="List">The list.</param>
/// <param name="Votes">Its votes in the tier.</param>
/// <param name="Share">Its share of all seats.</param>
/// <param name="Held">The seats that it holds in the districts.</param>
/// <param name="Added">The seats that it gets.</param>
public sealed record SeatsLevelled(string Article, string List, long Votes, int Share, int Held, int Added) : AllocationStep(Article);

/// <summary>A list gave back a seat that went beyond its share.</summary>
/// <param name="Article">The article of law behind it.</param>
/// <param name="List">The list.</param>
/// <param name="District">The district.</param>
/// <param name="Holder">The list or person that held it.</param>
/// <param name="Votes">Their votes.</param>
public sealed record SeatWithdrawn(string Article, string List, string District, string Holder, long Votes) : AllocationStep(Article)
{
    /// <summary>The part of the district's votes behind the seat, by which the weakest was found.</summary>
    public Fraction Share { get; init; }

    /// <summary>The list's next weakest seat, by its district; null where it held no other.</summary>
    public string? NextWeakest { get; init; }

    /// <summary>The part of the district's votes behind that one.</summary>
    public Fraction? NextShare { get; init; }
}

/// <summary>Seats that whole quotas left in a district went to the tier above.</summary>
/// <param name="Article">The article of law behind it.</param>
/// <param name="District">The district.</param>
/// <param name="Seats">How many.</param>
public sealed record SeatsPassedUp(string Article, string District, int Seats) : AllocationStep(Article);

/// <summary>Somebody on a tier's list is elected in a district below.</summary>
/// <param name="Article">The article of law behind it.</param>
/// <param name="Within">The list or party.</param>
/// <param name="Candidate">The person.</param>
/// <param name="District">Where they are elected.</param>
/// <param name="StaysVacant">Whether a seat of the tier that was due to them stays vacant; otherwise they are passed over.</param>
public sealed record HeldBelow(string Article, string Within, string Candidate, string District, bool StaysVacant) : AllocationStep(Article);

/// <summary>A list was given seats of a tier by the votes that won it none in the districts.</summary>
/// <param name="Article">The article of law behind it.</param>
/// <param name="List">The list.</param>
/// <param name="Votes">Its remaining votes.</param>
/// <param name="Added">The seats that it gets.</param>
public sealed record SeatsPooled(string Article, string List, long Votes, int Added) : AllocationStep(Article);

/// <summary>A list's seat of a tier was placed in a district.</summary>
/// <param name="Article">The article of law behind it.</param>
/// <param name="List">The list.</param>
/// <param name="District">The district.</param>
/// <param name="Votes">The votes by which its claim was measured.</param>
/// <param name="Divisor">Their divisor.</param>
public sealed record SeatPlaced(string Article, string List, string District, long Votes, Divisor Divisor) : AllocationStep(Article)
{
    /// <summary>What claims are measured by.</summary>
    public PlaceBy By { get; init; }

    /// <summary>The district's votes that the quotient is a part of; null where it is not measured against them.</summary>
    public long? Of { get; init; }

    /// <summary>The district's seats that multiply that part; null where they do not.</summary>
    public int? Times { get; init; }

    /// <summary>The claim that was compared: votes / divisor, over <see cref="Of"/>, times <see cref="Times"/>.</summary>
    public Fraction Claim { get; init; }

    /// <summary>The list with the next largest claim; null where no other had one.</summary>
    public string? NextList { get; init; }

    /// <summary>The district of that claim.</summary>
    public string? NextDistrict { get; init; }

    /// <summary>The next largest claim.</summary>
    public Fraction? NextClaim { get; init; }
}

/// <summary>A holder took seats by the quotas in its votes, and perhaps by its remainder.</summary>
/// <param name="Article">The article of law behind it.</param>
/// <param name="Level">The kind of holder.</param>
/// <param name="Within">The list or party whose seats are shared; empty for the district's.</param>
/// <param name="Winner">The holder.</param>
/// <param name="Votes">Its votes.</param>
/// <param name="Quota">The votes that one seat costs.</param>
/// <param name="Whole">The whole quotas in its votes.</param>
/// <param name="Seats">The seats that it has for sure, without those of a tie.</param>
public sealed record SeatsByQuota(string Article, Holder Level, string Within, string Winner, long Votes, Quota Quota, long Whole, int Seats) : AllocationStep(Article);
