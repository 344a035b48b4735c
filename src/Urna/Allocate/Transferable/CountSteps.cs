using System.Collections.Immutable;
using Urna.Allocate.Account;
using Urna.Allocate.Methods;
using Urna.Allocate.Steps;
using Urna.Numerics;

namespace Urna.Allocate.Transferable;

/// <summary>What a count of ranked ballots did.</summary>
public enum CountKind
{
    /// <summary>First preferences were counted.</summary>
    First,

    /// <summary>A surplus was passed on.</summary>
    Surplus,

    /// <summary>Candidates were excluded, and their ballots passed on.</summary>
    Exclusion,
}

/// <summary>Where a candidate stands in a count of ranked ballots.</summary>
public enum CandidateState
{
    /// <summary>Neither elected nor excluded.</summary>
    Continuing,

    /// <summary>Elected.</summary>
    Elected,

    /// <summary>Excluded.</summary>
    Excluded,
}

/// <summary>The quota of a count of ranked ballots.</summary>
/// <param name="Article">The article of law behind it.</param>
/// <param name="Valid">Ballots that show a preference.</param>
/// <param name="Without">Ballots that show none, and are not counted.</param>
/// <param name="Seats">Seats to fill.</param>
/// <param name="Quota">Votes that elect.</param>
/// <param name="MustExceed">Whether only more than the quota elects.</param>
public sealed record QuotaSet(string Article, long Valid, long Without, int Seats, Fraction Quota, bool MustExceed) : AllocationStep(Article);

/// <summary>Ballots of one value that were passed on.</summary>
/// <param name="Ballots">How many, with those that showed no next preference.</param>
/// <param name="Was">The value of each before.</param>
/// <param name="Value">The transfer value: the value of each after.</param>
public sealed record PassedBallots(long Ballots, Fraction Was, Fraction Value);

/// <summary>A candidate's votes after a count.</summary>
/// <param name="Candidate">The candidate.</param>
/// <param name="Votes">Their votes.</param>
/// <param name="Gained">Votes gained at this count; negative where they passed some on.</param>
/// <param name="State">Where they stand.</param>
public sealed record CandidateTally(string Candidate, Fraction Votes, Fraction Gained, CandidateState State);

/// <summary>One count of ranked ballots.</summary>
/// <param name="Article">The article of law behind it.</param>
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
public sealed record CountTaken(
    string Article,
    int Count,
    CountKind Kind,
    ImmutableArray<string> From,
    ImmutableArray<PassedBallots> Passed,
    Fraction Quota,
    ImmutableArray<CandidateTally> Tallies,
    Fraction Exhausted,
    Fraction Lost,
    ImmutableArray<string> Elected,
    ImmutableArray<string> Excluded) : AllocationStep(Article);

/// <summary>The last vacancies were filled without reaching the quota.</summary>
/// <param name="Article">The article of law behind it.</param>
/// <param name="Elected">Who was elected.</param>
/// <param name="By">The rule that filled them; none where as many were left as vacancies.</param>
public sealed record LastVacanciesFilled(string Article, ImmutableArray<string> Elected, LastVacancyRule By) : AllocationStep(Article);
