using System.Collections.Immutable;
using Urna.Model;

namespace Urna.Allocate.Steps;

/// <summary>Women and men balanced over a whole contest: lists yield seats in turn, fewest votes first.</summary>
/// <param name="Replacements">Where the replacement is sought, in order: party, then list.</param>
public sealed record NationalParityStep(ImmutableArray<Holder> Replacements) : RuleStep;
