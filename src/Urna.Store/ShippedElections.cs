using System.Collections.Immutable;
using Urna.Store.Elections;

namespace Urna.Store;

/// <summary>The election folders that ship beside the program, each by its name alone.</summary>
public static class ShippedElections
{
    /// <summary>The folder that holds them, beside the program; it is absent where a program ships none.</summary>
    public static string Folder { get; } = Path.Combine(AppContext.BaseDirectory, "elections");

    /// <summary>The names of the elections that ship, ascending.</summary>
    public static ImmutableArray<string> Names => Directory.Exists(Folder)
        ? [.. Directory.EnumerateDirectories(Folder).Where(ElectionFolder.Is).Select(f => Path.GetFileName(f)).Order(StringComparer.Ordinal)]
        : [];

    /// <summary>The folder that a name or a path stands for: what is there as a path goes first, then what ships under that name.</summary>
    /// <param name="nameOrPath">The name of an election that ships, or the path of an election folder.</param>
    /// <returns>The folder of the shipped election; the path unchanged where it exists or no such election ships.</returns>
    public static string Resolve(string nameOrPath) =>
        Path.Exists(nameOrPath) || !IsName(nameOrPath) || Path.Combine(Folder, nameOrPath) is not { } shipped || !ElectionFolder.Is(shipped) ? nameOrPath : shipped;

    /// <summary>Whether a folder is one of those that ship.</summary>
    /// <param name="folder">A folder.</param>
    internal static bool Has(string folder) => Path.GetDirectoryName(Path.GetFullPath(folder).TrimEnd(Path.DirectorySeparatorChar)) == Path.TrimEndingDirectorySeparator(Folder);

    static bool IsName(string text) => text.Length > 0 && text.AsSpan().IndexOfAny('/', '\\', '\0') < 0 && text.Trim('.').Length > 0;
}
