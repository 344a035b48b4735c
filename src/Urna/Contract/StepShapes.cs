using Urna.Allocate.Account;
using Urna.Allocate.Biproportional;
using Urna.Allocate.Methods;
using Urna.Allocate.Steps;
using Urna.Allocate.Transferable;
using Urna.Model;
using Urna.Numerics;

namespace Urna.Contract;

/// <summary>A seat went to the holder with the highest quotient.</summary>
/// <param name="Level">The kind of holder.</param>
/// <param name="Within">The list whose seats are shared; empty for the district's.</param>
/// <param name="Seat">The seat's number in this sharing, from 1.</param>
/// <param name="Winner">The holder.</param>
/// <param name="Votes">The holder's votes.</param>
/// <param name="Divisor">The divisor; the quotient is votes / divisor.</param>
/// <param name="Passed">Holders with a higher quotient that had no candidacy left.</param>
public sealed record SeatByQuotientJson(
    string Level, string Within, int Seat, string Winner, long Votes, double Divisor, IEnumerable<string> Passed) : StepJson;

/// <summary>A holder won by most votes.</summary>
/// <param name="Level">The kind of holder.</param>
/// <param name="Within">The list or party whose seats are shared; empty for the district's.</param>
/// <param name="Winner">The holder.</param>
/// <param name="Votes">The holder's votes.</param>
public sealed record SeatByVotesJson(string Level, string Within, string Winner, long Votes) : StepJson;

/// <summary>The two first lists were compared under the binomial law.</summary>
/// <param name="First">The first list.</param>
/// <param name="FirstVotes">Its votes.</param>
/// <param name="Second">The second list; empty if there is none.</param>
/// <param name="SecondVotes">Its votes.</param>
/// <param name="Factor">The multiple that the first must exceed.</param>
/// <param name="Doubled">Whether it does.</param>
public sealed record DoublingCheckedJson(
    string First, long FirstVotes, string Second, long SecondVotes, int Factor, bool Doubled) : StepJson;

/// <summary>The first candidate was held against the majority that the law asks for.</summary>
/// <param name="Candidate">The candidate with most votes.</param>
/// <param name="Votes">Their votes.</param>
/// <param name="Total">The votes of all candidates.</param>
/// <param name="Needed">The share that the law asks for.</param>
/// <param name="Inclusive">Whether the share itself is enough.</param>
/// <param name="Reached">Whether the share was reached.</param>
/// <param name="Of">What the total is.</param>
/// <param name="Lead">The lead over the second that the law asks for besides; null where it does not.</param>
/// <param name="Second">The votes of the second; null where no lead is asked for.</param>
/// <param name="OfRoll">The share of the roll that the law asks for besides; null where it does not.</param>
/// <param name="Roll">People on the roll; null where no share of it is asked for.</param>
public sealed record MajorityCheckedJson(
    string Candidate, long Votes, long Total, string Needed, bool Inclusive, bool Reached, string Of, string? Lead, long? Second, string? OfRoll, long? Roll) : StepJson;

/// <summary>The first list got seats beyond its share.</summary>
/// <param name="List">The list.</param>
/// <param name="Votes">Its votes.</param>
/// <param name="Seats">The bonus, or all its seats where they are guaranteed.</param>
/// <param name="IsGuarantee">Whether it has so many seats in all, and the others what is left.</param>
public sealed record BonusGivenJson(string List, long Votes, int Seats, bool IsGuarantee) : StepJson;

/// <summary>A list would have had more seats than it can.</summary>
/// <param name="List">The list.</param>
/// <param name="Seats">The seats that it has here.</param>
/// <param name="Due">The seats that its votes would have given it here.</param>
public sealed record ListCappedJson(string List, int Seats, int Due) : StepJson;

/// <summary>Votes that won no seat below were added to a list's in the tier.</summary>
/// <param name="List">The list.</param>
/// <param name="OfLosers">Votes for its persons who were not elected.</param>
/// <param name="OfWinners">Votes that its winners did not need.</param>
public sealed record VotesAddedJson(string List, long OfLosers, long OfWinners) : StepJson;

/// <summary>A fixed seat beyond its list's share went to the next list of the district.</summary>
/// <param name="From">The list that gave it back.</param>
/// <param name="District">The district.</param>
/// <param name="FromVotes">Its votes there.</param>
/// <param name="FromDivisor">The divisor of the quotient that had won it.</param>
/// <param name="To">The list that takes it.</param>
/// <param name="ToVotes">Its votes there.</param>
/// <param name="ToDivisor">The divisor of the quotient that wins it.</param>
public sealed record SeatPassedOnJson(string From, string District, long FromVotes, double FromDivisor, string To, long ToVotes, double ToDivisor) : StepJson;

/// <summary>A tie was broken.</summary>
/// <param name="Level">Among whom.</param>
/// <param name="Among">The tied names.</param>
/// <param name="Winners">Who won.</param>
/// <param name="By">The rule that broke it.</param>
public sealed record TieBrokenJson(string Level, IEnumerable<string> Among, IEnumerable<string> Winners, string By) : StepJson;

/// <summary>A winner yielded their seat for the balance of women and men.</summary>
/// <param name="Out">Who yielded.</param>
/// <param name="OutVotes">Their votes.</param>
/// <param name="In">Who took the seat.</param>
/// <param name="InVotes">The votes of the candidacy that took it.</param>
/// <param name="Within">Where the replacement was found: party, list, or their own alternate.</param>
public sealed record SeatYieldedJson(string Out, long OutVotes, string In, long InVotes, string Within) : StepJson;

/// <summary>Congress chose between the finalists.</summary>
/// <param name="Candidate">Who had most votes in Congress.</param>
/// <param name="Votes">Their votes.</param>
/// <param name="Total">The votes of all members who voted.</param>
/// <param name="Reached">Whether more than half was reached.</param>
public sealed record CongressVotedJson(string Candidate, long Votes, long Total, bool Reached) : StepJson;

/// <summary>Seats stay vacant because no holder with votes has a candidacy left, or because none has votes.</summary>
/// <param name="Level">The kind of holder.</param>
/// <param name="Within">The list or party whose seats are shared; empty for the district's.</param>
/// <param name="Seats">How many.</param>
/// <param name="NobodyHasVotes">Whether none of the holders has votes.</param>
public sealed record SeatsVacantJson(string Level, string Within, int Seats, bool NobodyHasVotes) : StepJson;

/// <summary>The seats that holders short of candidacies could not fill are shared anew among the others.</summary>
/// <param name="Level">The kind of holder.</param>
/// <param name="Within">The list or party whose seats are shared; empty for the district's.</param>
/// <param name="Full">Who has no candidacy left.</param>
/// <param name="Seats">How many seats.</param>
public sealed record NewElectionHeldJson(string Level, string Within, IEnumerable<string> Full, int Seats) : StepJson;

/// <summary>A person of a list was held against the quotient, with list votes and surplus.</summary>
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
public sealed record ListPlaceReckonedJson(
    string Within, int Place, string Candidate, long Votes, long ListVotes, VoteFractionJson Received, VoteFractionJson Total, VoteFractionJson Quotient, int Factor, string? Elected) : StepJson;

/// <summary>Votes for a list alone came to a person by the order of the list.</summary>
/// <param name="Within">The list.</param>
/// <param name="Place">The place on the list, from 1.</param>
/// <param name="Candidate">The person.</param>
/// <param name="Votes">Their own votes.</param>
/// <param name="PassedDown">The votes that came to them.</param>
/// <param name="Enough">The votes that elect a person of the list.</param>
public sealed record VotesPassedDownJson(string Within, int Place, string Candidate, long Votes, long PassedDown, long Enough) : StepJson;

/// <summary>Two candidates were compared on all ballots.</summary>
/// <param name="First">A candidate.</param>
/// <param name="Second">Another.</param>
/// <param name="ForFirst">Ballots that rank the first above the second.</param>
/// <param name="ForSecond">Ballots that rank the second above the first.</param>
public sealed record PairComparedJson(string First, string Second, long ForFirst, long ForSecond) : StepJson;

/// <summary>A candidate's ballots up to a level.</summary>
/// <param name="Level">The last level that counts, from 1.</param>
/// <param name="Candidate">The candidate.</param>
/// <param name="Votes">Ballots that rank the candidate at it, or above it.</param>
/// <param name="Valid">Ballots that rank somebody; more than half of them elect.</param>
public sealed record LevelCountedJson(int Level, string Candidate, long Votes, long Valid) : StepJson;

/// <summary>A list's turn to yield a seat for the balance of women and men in the whole contest.</summary>
/// <param name="List">The list.</param>
/// <param name="Votes">Its votes in all districts.</param>
/// <param name="Women">Women elected before it.</param>
/// <param name="Men">Men elected before it.</param>
public sealed record TurnToYieldJson(string List, long Votes, int Women, int Men) : StepJson;

/// <summary>A list did not pass a threshold.</summary>
/// <param name="List">The list.</param>
/// <param name="Votes">Its votes where the threshold is measured.</param>
/// <param name="Needed">The votes it needed by the first of the law's conditions; null if that is no matter of votes.</param>
public sealed record ListBarredJson(string List, long Votes, long? Needed) : StepJson;

/// <summary>A district was given its number of seats.</summary>
/// <param name="District">The district.</param>
/// <param name="Size">Its votes or its roll, as the law measures it.</param>
/// <param name="Seats">Its seats.</param>
public sealed record DistrictSizedJson(string District, long Size, int Seats) : StepJson;

/// <summary>A list was given seats of a tier to make up its share of all seats.</summary>
/// <param name="List">The list.</param>
/// <param name="Votes">Its votes in the tier.</param>
/// <param name="Share">Its share of all seats.</param>
/// <param name="Held">The seats that it holds in the districts.</param>
/// <param name="Added">The seats that it gets.</param>
public sealed record SeatsLevelledJson(string List, long Votes, int Share, int Held, int Added) : StepJson;

/// <summary>A list gave back a seat that went beyond its share.</summary>
/// <param name="List">The list.</param>
/// <param name="District">The district.</param>
/// <param name="Holder">The list or person that held it.</param>
/// <param name="Votes">Their votes.</param>
/// <param name="Share">The part of the district's votes behind the seat, by which the weakest was found.</param>
/// <param name="NextWeakest">The list's next weakest seat, by its district; null where it held no other.</param>
/// <param name="NextShare">The part of the district's votes behind that one.</param>
public sealed record SeatWithdrawnJson(
    string List, string District, string Holder, long Votes, Fraction Share, string? NextWeakest, Fraction? NextShare) : StepJson;

/// <summary>Seats that whole quotas left in a district went to the tier above.</summary>
/// <param name="District">The district.</param>
/// <param name="Seats">How many.</param>
public sealed record SeatsPassedUpJson(string District, int Seats) : StepJson;

/// <summary>Somebody on a tier's list is elected in a district below.</summary>
/// <param name="Within">The list or party.</param>
/// <param name="Candidate">The person.</param>
/// <param name="District">Where they are elected.</param>
/// <param name="StaysVacant">Whether a seat of the tier that was due to them stays vacant; otherwise they are passed over.</param>
public sealed record HeldBelowJson(string Within, string Candidate, string District, bool StaysVacant) : StepJson;

/// <summary>A list was given seats of a tier by the votes that won it none in the districts.</summary>
/// <param name="List">The list.</param>
/// <param name="Votes">Its remaining votes.</param>
/// <param name="Added">The seats that it gets.</param>
public sealed record SeatsPooledJson(string List, long Votes, int Added) : StepJson;

/// <summary>A list's seat of a tier was placed in a district.</summary>
/// <param name="List">The list.</param>
/// <param name="District">The district.</param>
/// <param name="Votes">The votes by which its claim was measured.</param>
/// <param name="Divisor">Their divisor.</param>
/// <param name="By">What claims are measured by.</param>
/// <param name="Of">The district's votes that the quotient is a part of; null where it is not measured against them.</param>
/// <param name="Times">The district's seats that multiply that part; null where they do not.</param>
/// <param name="Claim">The claim that was compared: votes / divisor, over <see cref="Of"/>, times <see cref="Times"/>.</param>
/// <param name="NextList">The list with the next largest claim; null where no other had one.</param>
/// <param name="NextDistrict">The district of that claim.</param>
/// <param name="NextClaim">The next largest claim.</param>
public sealed record SeatPlacedJson(
    string List, string District, long Votes, double Divisor, string By, long? Of, int? Times, Fraction Claim, string? NextList, string? NextDistrict, Fraction? NextClaim) : StepJson;

/// <summary>A holder took seats by the quotas in its votes, and perhaps by its remainder.</summary>
/// <param name="Level">The kind of holder.</param>
/// <param name="Within">The list or party whose seats are shared; empty for the district's.</param>
/// <param name="Winner">The holder.</param>
/// <param name="Votes">Its votes.</param>
/// <param name="Quota">The votes that one seat costs.</param>
/// <param name="Whole">The whole quotas in its votes.</param>
/// <param name="Seats">The seats that it has for sure, without those of a tie.</param>
public sealed record SeatsByQuotaJson(
    string Level, string Within, string Winner, long Votes, double Quota, long Whole, int Seats) : StepJson;

/// <summary>The seats of the whole territory were shared among the lists.</summary>
/// <param name="Seats">Seats to share.</param>
/// <param name="VoterNumbers">Whether the weights are voter numbers, and not votes.</param>
/// <param name="Divisor">A divisor by which the weights round to the seats; null where the law's divisors are roots.</param>
/// <param name="Lists">The lists, largest weight first.</param>
public sealed record ListsApportionedJson(int Seats, bool VoterNumbers, Fraction? Divisor, IEnumerable<ListShareJson> Lists) : StepJson;

/// <summary>A list's seats in a district: votes over the district's and the list's divisor, rounded.</summary>
/// <param name="List">The list.</param>
/// <param name="Votes">Its votes in the district.</param>
/// <param name="DistrictDivisor">The district's divisor.</param>
/// <param name="ListDivisor">The list's divisor.</param>
/// <param name="Seats">Its seats; without those that a tie leaves open.</param>
/// <param name="Tied">Whether the quotient lies exactly on the boundary of a tie.</param>
/// <param name="Held">Whether it is held to a least or most number: the strongest list's seat, or no candidacy left.</param>
/// <param name="Quotient">Votes over the product of the divisors, to the nearest number.</param>
public sealed record SeatsRoundedJson(
    string List, long Votes, Fraction DistrictDivisor, Fraction ListDivisor, int Seats, bool Tied, bool Held, double Quotient) : StepJson;

/// <summary>The quota of a count of ranked ballots.</summary>
/// <param name="Valid">Ballots that show a preference.</param>
/// <param name="Without">Ballots that show none, and are not counted.</param>
/// <param name="Seats">Seats to fill.</param>
/// <param name="Quota">Votes that elect.</param>
/// <param name="MustExceed">Whether only more than the quota elects.</param>
public sealed record QuotaSetJson(long Valid, long Without, int Seats, Fraction Quota, bool MustExceed) : StepJson;

/// <summary>One count of ranked ballots.</summary>
/// <param name="Count">The count's number, from 1.</param>
/// <param name="Kind">What it did.</param>
/// <param name="From">Whose ballots were passed on.</param>
/// <param name="Passed">The ballots that were passed on, by value.</param>
/// <param name="Quota">Votes that elect at this count.</param>
/// <param name="Tallies">Every candidate's votes after it, in the order of the ballot.</param>
/// <param name="Exhausted">Votes on ballots that show no next preference, up to this count.</param>
/// <param name="Lost">Votes lost by rounding, up to this count; negative where rounding gave some.</param>
/// <param name="Elected">Who was elected at it, most votes first.</param>
/// <param name="Excluded">Who was excluded at it.</param>
public sealed record CountTakenJson(
    int Count, string Kind, IEnumerable<string> From, IEnumerable<PassedBallotsJson> Passed, Fraction Quota, IEnumerable<CandidateTallyJson> Tallies, Fraction Exhausted, Fraction Lost, IEnumerable<string> Elected, IEnumerable<string> Excluded) : StepJson;

/// <summary>The last vacancies were filled without reaching the quota.</summary>
/// <param name="Elected">Who was elected.</param>
/// <param name="By">The rule that filled them; none where as many were left as vacancies.</param>
public sealed record LastVacanciesFilledJson(IEnumerable<string> Elected, string By) : StepJson;

/// <summary>An exact number of votes, or of votes in a quotient.</summary>
/// <param name="Numerator">The numerator.</param>
/// <param name="Denominator">The denominator, ≥ 1.</param>
/// <param name="Value">The nearest number.</param>
public sealed record VoteFractionJson(Int128 Numerator, Int128 Denominator, double Value)
{
    /// <summary>The answer of a number of votes.</summary>
    /// <param name="fraction">The number.</param>
    public static VoteFractionJson Of(VoteFraction fraction) => new(fraction.Numerator, fraction.Denominator, fraction.Value);
}

/// <summary>What a list has of the whole territory's seats.</summary>
/// <param name="List">The list.</param>
/// <param name="Weight">Its voter number, or its votes.</param>
/// <param name="Seats">Its seats.</param>
public sealed record ListShareJson(string List, Fraction Weight, int Seats)
{
    /// <summary>The answer of a list's share.</summary>
    /// <param name="share">The share.</param>
    public static ListShareJson Of(ListShare share)
    {
        ArgumentNullException.ThrowIfNull(share);
        return new(share.List, share.Weight, share.Seats);
    }
}

/// <summary>Ballots of one value that were passed on.</summary>
/// <param name="Ballots">How many, with those that showed no next preference.</param>
/// <param name="Was">The value of each before.</param>
/// <param name="Value">The value of each after.</param>
public sealed record PassedBallotsJson(long Ballots, Fraction Was, Fraction Value)
{
    /// <summary>The answer of ballots that were passed on.</summary>
    /// <param name="passed">The ballots.</param>
    public static PassedBallotsJson Of(PassedBallots passed)
    {
        ArgumentNullException.ThrowIfNull(passed);
        return new(passed.Ballots, passed.Was, passed.Value);
    }
}

/// <summary>A candidate's votes after a count.</summary>
/// <param name="Candidate">The candidate.</param>
/// <param name="Votes">Their votes.</param>
/// <param name="Gained">Votes gained at this count; negative where they passed some on.</param>
/// <param name="State">continuing, elected or excluded.</param>
public sealed record CandidateTallyJson(string Candidate, Fraction Votes, Fraction Gained, string State)
{
    /// <summary>The answer of a candidate's votes.</summary>
    /// <param name="tally">The votes.</param>
    public static CandidateTallyJson Of(CandidateTally tally)
    {
        ArgumentNullException.ThrowIfNull(tally);
        return new(tally.Candidate, tally.Votes, tally.Gained, Spelling.Kebab(tally.State));
    }
}
