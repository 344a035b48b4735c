using System.Collections.Immutable;
using Urna.Allocate.Methods;
using Urna.Allocate.Steps;

namespace Urna.Allocate.Laws;

/// <summary>The same law with another threshold.</summary>
public static class ThresholdChange
{
    /// <summary>The law in which lists take part only with a share of all votes for candidacies.</summary>
    /// <param name="rule">The law.</param>
    /// <param name="share">The share to reach, above 0 and at most 1.</param>
    /// <returns>The changed law; null where it has no seats of lists that a threshold could bar, or has a threshold of its own kind.</returns>
    /// <remarks>A threshold of one national share is replaced. Constituencies that persons win by most votes are left as they are.</remarks>
    public static ElectoralRule? Apply(ElectoralRule rule, Proportion share)
    {
        var condition = new ThresholdCondition { Shares = ImmutableSortedDictionary<int, Proportion>.Empty.Add(1, share) };
        var own = rule.Steps.OfType<ThresholdStep>().ToList();
        if (own is [{ AnyOf: [{ Level: ThresholdLevel.National, Shares.Count: 1 }] } only])
        {
            return rule with { Steps = rule.Steps.Replace(only, only with { AnyOf = [condition] }) };
        }

        var first = rule.Steps.ToList().FindIndex(s => s is TierStep or SharingStep { Holders: not Holder.Candidate });
        if (own.Count > 0 || first < 0)
        {
            return null;
        }

        var added = new ThresholdStep([condition], [], false) { Article = rule.Steps[first].Article };
        return rule with { Steps = rule.Steps.Insert(first, added) };
    }
}
