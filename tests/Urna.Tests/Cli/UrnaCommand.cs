using System.Diagnostics;

namespace Urna.Tests.Cli;

/// <summary>Runs the command as a user does, from the repository's root.</summary>
static class UrnaCommand
{
    public sealed record Result(int ExitCode, string Output, string Errors);

    public static Result Run(params IEnumerable<string> arguments) => RunIn(Repository.Root, arguments);

    /// <summary>Runs it from another folder.</summary>
    public static Result RunIn(string folder, IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo("dotnet")
        {
            WorkingDirectory = folder,
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = System.Text.Encoding.UTF8,
        };
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "Urna.Cli.dll"));
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return new Result(process.ExitCode, output, errors.Result);
    }
}
