using Urna.Allocate.Laws;
using Urna.Judge;
using Urna.Model;
using Urna.Power;

namespace Urna.Tests.Judge;

/// <summary>The elections that ship, as claims are judged by them.</summary>
static class ShippedStore
{
    static readonly Lazy<Dictionary<string, Election>> elections = new(() =>
        new[] { "cl-1970", "cl-1971", "cl-1989-2017", "cl-2013", "cl-2017", "cl-2020", "cl-2021", "cl-2022", "cl-2023" }.ToDictionary(id => id, Repository.Election));

    static readonly Lazy<Dictionary<string, ElectoralRule>> rules = new(() =>
        elections.Value.Values.SelectMany(e => e.Contests).Select(c => c.Rule).OfType<string>().Distinct().ToDictionary(name => name, Repository.Law));

    static readonly Lazy<Dictionary<string, QuorumLaw>> quorums = new(() => new() { ["quorums"] = Repository.Quorums.Find("quorums").Value! });

    /// <summary>The store of an election's claims; null where there is no such election.</summary>
    public static ClaimStore? Of(string own) => elections.Value.TryGetValue(own, out var election) ? new ClaimStore(election, elections.Value, rules.Value) { Quorums = quorums.Value } : null;
}
