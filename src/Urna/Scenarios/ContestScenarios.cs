using System.Collections.Immutable;
using Urna.Model;

namespace Urna.Scenarios;

/// <summary>The scenarios of a contest, as pages tell them.</summary>
/// <param name="Contest">The contest.</param>
/// <param name="Outcomes">The contest as it was, then its scenarios.</param>
public sealed record ContestScenarios(Contest Contest, ImmutableArray<ScenarioOutcome> Outcomes);

/// <summary>The scenarios of an election, contest by contest.</summary>
/// <param name="Contests">Contests that have any, in the order of the election.</param>
public sealed record ScenarioAccount(ImmutableArray<ContestScenarios> Contests);
