using System.CommandLine;
using Urna.Store;
using Urna.Web.Assistants;

namespace Urna.Cli.Verbs;

/// <summary><c>urna mcp</c>: tools for assistant programs, over the Model Context Protocol on standard input and output.</summary>
static class McpVerb
{
    public static Command Command()
    {
        var elections = new Argument<string[]>("ELECTIONS") { Arity = ArgumentArity.ZeroOrMore, DefaultValueFactory = _ => [Directory.Exists("elections") ? "elections" : ShippedElections.Folder] };
        var command = new Command("mcp") { elections };
        command.SetAction(async (parsed, cancel) =>
        {
            var (input, output) = (Console.OpenStandardInput(), Console.OpenStandardOutput());
            Console.SetOut(Console.Error);
            await AssistantServer.RunAsync(Workspace.Open(parsed.GetValue(elections)!), input, output, cancel).ConfigureAwait(false);
            return ExitCode.Clean;
        });
        return command;
    }
}
