using System.Collections.Immutable;
using Urna.Model;

namespace Urna.Allocate;

/// <summary>The votes of a candidacy.</summary>
/// <param name="Candidacy">The candidacy.</param>
/// <param name="Votes">Its votes, ≥ 0.</param>
/// <param name="Round">The round, from 1.</param>
public sealed record CandidacyVotes(Candidacy Candidacy, long Votes, int Round = 1);

/// <summary>The votes from which a district's seats are filled.</summary>
/// <param name="District">The district's name.</param>
/// <param name="Seats">Seats to fill, ≥ 1.</param>
/// <param name="Votes">The votes of each candidacy.</param>
/// <param name="Registered">People on its roll; null if not known.</param>
public sealed record DistrictVotes(string District, int Seats, ImmutableArray<CandidacyVotes> Votes, long? Registered = null);

/// <summary>All that a law needs to fill the seats of a contest.</summary>
/// <param name="Districts">The districts.</param>
/// <param name="Congress">The votes of Congress; empty if there were none.</param>
/// <param name="Lots">Drawings of lots on record.</param>
public sealed record ContestVotes(ImmutableArray<DistrictVotes> Districts, ImmutableArray<CongressVote> Congress, ImmutableArray<LotDrawn> Lots);
