using System.Runtime.CompilerServices;

namespace Urna.Benchmarks;

/// <summary>Where benchmarks find the repository's files.</summary>
static class Repository
{
    public static string Root { get; } = FindRoot();

    static string FindRoot([CallerFilePath] string here = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "..", ".."));
}
