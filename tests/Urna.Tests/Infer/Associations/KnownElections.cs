using System.Collections.Immutable;
using Urna.Accuracy;
using Urna.Infer.Associations;
using Urna.Infer.FixedPoints;

namespace Urna.Tests.Infer.Associations;

/// <summary>The association method on the elections of which nothing was learnt, and on simulations; run once for all tests.</summary>
public sealed class KnownElections
{
    readonly Lazy<ImmutableArray<MethodRun>> runs = new(() =>
    {
        var folder = Repository.Shared("cases", "inference");
        var options = new TransferOptions(Tolerance: 1e-6, MaxEvaluations: 20_000) { Threads = 1 };
        var judged = KnownElection.Read(folder).Where(e => !e.Learns);
        return [.. judged.AsParallel().AsOrdered().Select(e => MethodRun.Of(e, Association.Of(e.Problem, options), AssociationCurve.Learnt))];
    });

    internal ImmutableArray<MethodRun> Runs => runs.Value;
}
