using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Urna.Tests.Samples;

/// <summary>The core can be compiled ahead of time and trimmed, and then answers the same bytes.</summary>
public class NativeSampleTests
{
    [Fact]
    public void Sample_CompiledAheadOfTime_AnswersTheSameBytes()
    {
        Assert.SkipUnless(Environment.GetEnvironmentVariable("URNA_NATIVE") == "1", "Needs a C linker and URNA_NATIVE=1; .ci/long asks for it.");
        var project = Path.Combine(Repository.Root, "samples", "Urna.Samples.Native");
        var folder = Directory.CreateTempSubdirectory("urna-native-").FullName;
        try
        {
            var native = Path.Combine(folder, "native");
            Run("dotnet", "publish", project, "-c", "Release", "-r", RuntimeInformation.RuntimeIdentifier.StartsWith("linux", StringComparison.Ordinal) ? $"linux-{RuntimeInformation.OSArchitecture.ToString().ToLowerInvariant()}" : RuntimeInformation.RuntimeIdentifier, "-o", native, "-v", "q", "-p:AheadOfTime=true");
            var told = Run(Path.Combine(native, OperatingSystem.IsWindows() ? "Urna.Samples.Native.exe" : "Urna.Samples.Native"));
            Assert.StartsWith("{", told, StringComparison.Ordinal);
            Assert.Equal(Run("dotnet", "run", "--project", project, "-c", "Release", "-v", "q"), told);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    static string Run(string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = Repository.Root };
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.True(process.ExitCode == 0, $"{program} {string.Join(' ', arguments)}: {output} {errors.Result}");
        return output;
    }
}
