using System.Collections.Immutable;
using Urna.Model;

namespace Urna.Allocate.Steps;

/// <summary>Women and men balanced in a district by replacing the least voted winners of the larger sex.</summary>
/// <param name="Replacements">Where the replacement is sought, in order: party, then list.</param>
public sealed record ParityStep(ImmutableArray<Holder> Replacements) : RuleStep;

/// <summary>Women and men balanced over several districts: winners yield to their own alternates, fewest votes per registered first.</summary>
public sealed record AlternateParityStep : RuleStep;

/// <summary>A district that the law fills but that Urna cannot fill yet.</summary>
/// <param name="Because">What is missing.</param>
public sealed record NeedsDataStep(LocalizedText Because) : RuleStep;
