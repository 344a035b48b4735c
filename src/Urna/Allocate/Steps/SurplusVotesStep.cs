using System.Collections.Immutable;

namespace Urna.Allocate.Steps;

/// <summary>Votes that won no seat in a constituency count for their lists in the tier above.</summary>
/// <param name="OfWinners">Whether the votes that a winner did not need count as well: those beyond the second's and one more.</param>
/// <remarks>Hungary (Act CCIII of 2011 § 15). Only lists that stand in the tier and pass its thresholds have such votes added.</remarks>
public sealed record SurplusVotesStep(bool OfWinners) : ContestStep
{
}
