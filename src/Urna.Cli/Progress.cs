using Spectre.Console;
using Urna.Model;

namespace Urna.Cli;

/// <summary>Says on a terminal what is being done; silent everywhere else.</summary>
static class Progress
{
    /// <summary>The terminal itself, to which progress bars write their signs.</summary>
    public static TextWriter Terminal { get; set; } = Console.Error;

    /// <summary>Does some work under a title.</summary>
    public static T During<T>(string title, Func<T> work)
    {
        if (Console.IsErrorRedirected)
        {
            return work();
        }

        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Terminal) });
        return console.Status().Start(Markup.Escape(VisibleText.Of(title)) + " …", _ => work());
    }

    /// <summary>Does some work of many like steps under a title; the work tells each step, from any thread.</summary>
    public static T Count<T>(string title, int steps, Func<Action?, T> work)
    {
        if (steps == 0 || Console.IsErrorRedirected)
        {
            return work(null);
        }

        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Terminal) });
        return console.Progress().Start(progress =>
        {
            var task = progress.AddTask(Markup.Escape(VisibleText.Of(title)), maxValue: steps);
            return work(() => task.Increment(1));
        });
    }
}
