#:package Urna.Store@*-*
#:package Urna.Report@*-*
// The whole account as a site that opens from disk: dotnet run page.cs -- ../../elections/cl-1970 out
using Urna;
using Urna.Model;
using Urna.Report;
using Urna.Store;

var account = Pipeline.Run(WorkspaceElection.At(args[0]).Require());
foreach (var file in await Site.RenderAsync(account, Flows.Of(account), new SiteOptions(Language.English, "sample")))
{
    var path = Path.Combine(args[1], file.Path);
    Directory.CreateDirectory(Path.GetDirectoryName(path)!);
    await File.WriteAllTextAsync(path, file.Content);
    Console.WriteLine(path);
}
