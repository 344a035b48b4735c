using System.Collections.Immutable;
using Urna.Model;

namespace Urna.Store.Ballots;

/// <summary>The ranked ballots of a district, as a file states them.</summary>
/// <param name="District">The district's name in the file.</param>
/// <param name="Seats">Seats that the file states; null if it states none.</param>
/// <param name="Candidates">The candidates' names, without those who withdrew.</param>
/// <param name="Ballots">The ballots, over the candidates.</param>
sealed record RankedDistrict(string District, int? Seats, ImmutableArray<string> Candidates, RankedBallots Ballots);
