#:package Urna.Store@*-*
// A count, with what does not fit together in it: dotnet run count.cs -- ../../elections/cl-1970
using Urna.Store;

var reckoning = WorkspaceElection.At(args[0]).Require();
foreach (var contest in reckoning.Election.Contests)
{
    var total = reckoning.Total(contest);
    Console.WriteLine($"{contest.Id}: turnout {total.Turnout:P1}");
    foreach (var choice in total.Ranked)
    {
        Console.WriteLine($"  {contest.Candidacies[choice.Choice].Name}: {choice.Votes.Value:N0} ({total.Share(choice):P2})");
    }
}

foreach (var finding in reckoning.Findings)
{
    Console.WriteLine($"{finding.Code} {finding.Place}: {finding.Message}");
}
