using Urna.Allocate.Account;

namespace Urna.Allocate.Transferable;

/// <summary>Two candidates were compared on all ballots.</summary>
/// <param name="Article">The article of law behind it.</param>
/// <param name="First">A candidate.</param>
/// <param name="Second">Another.</param>
/// <param name="ForFirst">Ballots that rank the first above the second.</param>
/// <param name="ForSecond">Ballots that rank the second above the first.</param>
public sealed record PairCompared(string Article, string First, string Second, long ForFirst, long ForSecond) : AllocationStep(Article);

/// <summary>A candidate's ballots up to a level.</summary>
/// <param name="Article">The article of law behind it.</param>
/// <param name="Level">The last level that counts, from 1.</param>
/// <param name="Candidate">The candidate.</param>
/// <param name="Votes">Ballots that rank the candidate at it, or above it.</param>
/// <param name="Valid">Ballots that rank somebody; more than half of them elect.</param>
public sealed record LevelCounted(string Article, int Level, string Candidate, long Votes, long Valid) : AllocationStep(Article);
