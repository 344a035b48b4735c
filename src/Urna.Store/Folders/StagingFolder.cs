using System.Security.Cryptography;

namespace Urna.Store.Folders;

/// <summary>A folder of our own in which something is written before it is put in place.</summary>
/// <remarks>Its name cannot be guessed, and it is locked while its writer lives: one that is not locked was left by a writer that died.</remarks>
sealed class StagingFolder : IDisposable
{
    const int Tries = 20;
    const string Ending = ".partial";

    readonly WriterLock held;
    bool kept;

    StagingFolder(string path, WriterLock held)
    {
        Path = path;
        this.held = held;
    }

    /// <summary>Where it is.</summary>
    public string Path { get; }

    /// <summary>A new one within a folder, which is freed of those that dead writers left.</summary>
    /// <param name="folder">The folder, on the disk where the output is to be.</param>
    public static StagingFolder In(string folder)
    {
        Sweep(folder);
        for (var i = 0; i < Tries; i++)
        {
            var path = System.IO.Path.Combine(folder, $".urna-{RandomNumberGenerator.GetHexString(32, lowercase: true)}{Ending}");
            Directory.CreateDirectory(path);
            if (WriterLock.TryTake(path) is { } held)
            {
                return new StagingFolder(path, held);
            }
        }

        throw new IOException($"No folder can be made in '{folder}'.");
    }

    /// <summary>Deletes what dead writers left in a folder.</summary>
    /// <param name="folder">The folder.</param>
    public static void Sweep(string folder)
    {
        foreach (var left in Directory.EnumerateDirectories(folder, ".urna-*").Where(IsOne).ToList())
        {
            try
            {
                if (WriterLock.TryTake(left) is { } held)
                {
                    Empty(left, held);
                }
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                // Somebody else's, or already gone: it is not in the way of anything.
            }
        }
    }

    /// <summary>Whether a folder is one of these, by its name; a link never is.</summary>
    public static bool IsOne(string path) => System.IO.Path.GetFileName(path) is ['.', 'u', 'r', 'n', 'a', '-', .. var name] && name.EndsWith(Ending, StringComparison.Ordinal)
        && FolderManifest.IsStateName(name[..^Ending.Length]) && !RealPath.IsLink(path);

    /// <summary>Keeps it under another name; it is nobody's staging any more.</summary>
    /// <param name="path">The new path, in the same folder.</param>
    public void Keep(string path)
    {
        held.Dispose();
        kept = true;
        Directory.Move(Path, path);
    }

    public void Dispose()
    {
        if (kept)
        {
            return;
        }

        try
        {
            Empty(Path, held);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // The next writer clears it.
        }
    }

    /// <summary>Deletes all but the lock, then the lock, then the folder unless another has come into it meanwhile.</summary>
    static void Empty(string path, WriterLock held)
    {
        using (held)
        {
            foreach (var entry in Directory.EnumerateFileSystemEntries(path).Where(e => System.IO.Path.GetFileName(e) != WriterLock.FileName).ToList())
            {
                Delete(entry);
            }
        }

        Directory.Delete(path);
    }

    /// <summary>Deletes a file or folder whole; of a link, only the link.</summary>
    public static void Delete(string path)
    {
        if (Directory.Exists(path) && !RealPath.IsLink(path))
        {
            Directory.Delete(path, recursive: true);
        }
        else if (Directory.Exists(path) && OperatingSystem.IsWindows())
        {
            Directory.Delete(path);
        }
        else
        {
            File.Delete(path);
        }
    }
}
