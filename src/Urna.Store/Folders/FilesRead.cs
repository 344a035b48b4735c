using System.Collections.Concurrent;

namespace Urna.Store.Folders;

/// <summary>What a command has read, so that it never replaces it.</summary>
/// <remarks>Only what runs within <see cref="Watch"/>, on whatever thread, is watched; a program that reads and writes at will is not.</remarks>
public sealed class FilesRead : IDisposable
{
    static readonly AsyncLocal<FilesRead?> watching = new();

    readonly ConcurrentDictionary<string, bool> paths = new();

    FilesRead()
    {
    }

    /// <summary>Watches what is read from here on, until it is disposed.</summary>
    public static FilesRead Watch() => watching.Value = new FilesRead();

    /// <summary>Stops watching.</summary>
    public void Dispose() => watching.Value = null;

    /// <summary>Notes that a file is read.</summary>
    internal static void Note(string path)
    {
        if (watching.Value is { } watch && path.Length > 0)
        {
            watch.paths.TryAdd(RealPath.Of(path), true);
        }
    }

    /// <summary>Whether a file was read; the path is without links.</summary>
    internal static bool Has(string path) => watching.Value is { } watch && watch.paths.Keys.Any(p => string.Equals(p, path, RealPath.Comparison));

    /// <summary>A file that was read and lies in a folder, which is without links; null if there is none.</summary>
    internal static string? FirstIn(string folder) => watching.Value?.paths.Keys.Where(p => RealPath.Holds(folder, p)).Order(StringComparer.Ordinal).FirstOrDefault();
}
