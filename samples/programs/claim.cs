#:package Urna.Store@*-*
// What an article says, judged: dotnet run claim.cs -- ../../elections ../../elections/cl-2021/claims.yaml
using Urna.Judge;
using Urna.Model;
using Urna.Store;

var claims = Workspace.Open(args[0]).Claims(args[1]).Require();
foreach (var judged in ClaimJudge.Of(claims).Judgements)
{
    Console.WriteLine($"{judged.Claim.Id} {judged.Verdict}: {judged.Explanation.In(Language.English)}");
}
