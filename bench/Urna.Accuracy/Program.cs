using System.Globalization;
using Urna.Accuracy;
using Urna.Infer.Associations;
using Urna.Infer.Estimates;
using Urna.Infer.FixedPoints;

// How near methods of inference come to published truth, and how often their intervals hold it.
//
//     dotnet run -c Release --project bench/Urna.Accuracy -- table CASES [GROUPS]    prints both, for every kind of groups
//     dotnet run -c Release --project bench/Urna.Accuracy -- learn CASES             learns curve and intervals of parties anew and prints them
//     dotnet run -c Release --project bench/Urna.Accuracy -- groups CASES GROUPS     learns the other kinds anew and prints LearntGroups.cs
//     dotnet run -c Release --project bench/Urna.Accuracy -- pooled GROUPS           whether tables of one country put together tell more
//
// CASES is a folder with ei-datasets/ and sim*/, as in shared/cases/inference; GROUPS one with an index of tables of other kinds, as in shared/cases/groups.
if (args is not [("table" or "learn" or "groups" or "pooled") and var verb, var folder, .. var more] || more.Length > 1 || !Directory.Exists(folder))
{
    Console.Error.WriteLine("usage: table CASES [GROUPS] | learn CASES | groups CASES GROUPS | pooled GROUPS, where CASES is a folder with ei-datasets/ and sim*/, and GROUPS one with index.csv");
    return 2;
}

var options = new TransferOptions(Tolerance: 1e-6, MaxEvaluations: 20_000) { Threads = 1 };
if (verb == "groups" && more.Length == 1)
{
    Console.Write(LearntFile.Of([.. GroupCase.OfTwoVotes(KnownElection.Read(folder), options), .. GroupCase.Read(more[0], options)]));
    return 0;
}

if (verb == "pooled")
{
    PooledTable.Print(GroupCase.Read(folder, options), folder);
    return 0;
}

var elections = KnownElection.Read(folder);
(KnownElection Election, Association Association)[] known = [.. elections.AsParallel().AsOrdered().Select(e => (e, Association.Of(e.Problem, options)))];
TransferMethod[] classical = [TransferMethod.Multinomial, TransferMethod.NormalDensity];
var curve = AssociationCurve.Learnt;
if (verb == "learn")
{
    var start = known.Where(k => k.Election.Learns).ToArray();
    curve = Learning.Curve(start);
    Console.WriteLine(string.Create(
        CultureInfo.InvariantCulture,
        $"curve: {curve.Slope:F3}, {curve.Bend:F3}, {curve.Size:F3}, {curve.Inequality:F3}; error {Learning.MeanError(start, curve):F3} where learnt, {Learning.MeanError([.. known.Where(k => k.Election is { IsReal: true, Learns: false })], curve):F3} where judged"));
}

if (verb == "table")
{
    var runs = Runs(known, curve);
    AccuracyTable.Errors(runs);
    AccuracyTable.Coverage(runs);
    if (more is [var groups])
    {
        GroupTable.Print([.. GroupCase.OfTwoVotes(elections, options), .. GroupCase.Read(groups, options)]);
    }

    return 0;
}

foreach (var method in Runs([.. known.Where(k => k.Election.Learns)], curve).GroupBy(r => r.Method))
{
    var learnt = Learning.Intervals([.. method]);
    Console.WriteLine($"{method.Key}: new([{List(learnt.Scale)}], [{List(learnt.Below)}], [{List(learnt.Above)}])");
}

return 0;

MethodRun[] Runs((KnownElection Election, Association Association)[] known, AssociationCurve curve) =>
[
    .. known.AsParallel().AsOrdered().Select(k => MethodRun.Of(k.Election, k.Association, curve)),
    .. classical.SelectMany(method => known.AsParallel().AsOrdered().Select(k => MethodRun.Of(k.Election, method, options))),
];

static string List(IEnumerable<double> values) => string.Join(", ", values.Select(v => v.ToString("F3", CultureInfo.InvariantCulture)));
