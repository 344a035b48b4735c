using System.Diagnostics;
using System.Text;

namespace Urna.Tests.Samples;

/// <summary>The libraries packed as they were built, in a folder of their own, and programs that know nothing but the packages.</summary>
public sealed class Packed : IDisposable
{
    static readonly string[] libraries = ["Urna", "Urna.Laws", "Urna.Report", "Urna.Store"];

    readonly string folder = Directory.CreateTempSubdirectory("urna-packed").FullName;

    /// <summary>Packs them.</summary>
    public Packed()
    {
        Directory.CreateDirectory(Packages);
        foreach (var library in libraries)
        {
            var (code, output) = Run("dotnet", Repository.Root, "pack", Path.Combine("src", library), "--no-build", "-c", Configuration, "-o", Packages, "-v", "q");
            Assert.True(code == 0, output);
        }

        foreach (var file in Directory.EnumerateFiles(Path.Combine(Repository.Root, "samples", "programs")))
        {
            File.Copy(file, Path.Combine(folder, Path.GetFileName(file)));
        }

        // What the packages need lies where this test's own libraries came from.
        File.WriteAllText(Path.Combine(folder, "nuget.config"), $"""
            <configuration>
              <packageSources><clear /><add key="packed" value="{Packages}" /></packageSources>
            </configuration>
            """);
    }

    /// <summary>Where the packages are.</summary>
    public string Packages => Path.Combine(folder, "packages");

    static string Configuration => AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar).EndsWith("release", StringComparison.OrdinalIgnoreCase) ? "Release" : "Debug";

    /// <summary>Runs one of the programs; its exit code, and all that it wrote.</summary>
    public (int Code, string Output) Program(string name, params string[] arguments) => Run("dotnet", folder, ["run", name, "--", .. arguments]);

    (int Code, string Output) Run(string command, string directory, params string[] arguments)
    {
        var start = new ProcessStartInfo(command, arguments) { UseShellExecute = false, WorkingDirectory = directory, RedirectStandardOutput = true, RedirectStandardError = true, StandardOutputEncoding = Encoding.UTF8 };
        start.Environment["NUGET_FALLBACK_PACKAGES"] = GlobalPackages;
        start.Environment["NUGET_PACKAGES"] = Path.Combine(folder, "cache");
        start.Environment["DOTNET_CLI_UI_LANGUAGE"] = "en";
        start.Environment.Remove("CI");
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output + error.Result);
    }

    static string GlobalPackages => Environment.GetEnvironmentVariable("NUGET_PACKAGES")
        ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");

    /// <inheritdoc/>
    public void Dispose() => Directory.Delete(folder, recursive: true);
}
