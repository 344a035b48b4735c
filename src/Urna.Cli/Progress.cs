using Spectre.Console;

namespace Urna.Cli;

/// <summary>Says on a terminal what is being done; silent everywhere else.</summary>
static class Progress
{
    /// <summary>Does some work under a title.</summary>
    public static T During<T>(string title, Func<T> work)
    {
        if (Console.IsErrorRedirected)
        {
            return work();
        }

        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) });
        return console.Status().Start(Markup.Escape(title) + " …", _ => work());
    }
}
