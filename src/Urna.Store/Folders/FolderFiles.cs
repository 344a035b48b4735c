using Urna.Model;
using System.Collections.Immutable;
using System.Security.Cryptography;
using Microsoft.Win32.SafeHandles;
using Urna.Laws;
using Urna.Store.Files;

namespace Urna.Store.Folders;

/// <summary>The files of a folder as one reader sees them: all of one state, whatever is written meanwhile.</summary>
/// <remarks>
/// A folder that urna wrote passes from one state to the next when its manifest is replaced. The reader opens every file that the manifest names and then looks
/// whether the manifest is still the same: if so, it holds the files of that state, and keeps them open. A file that waits to be put in place is read where it
/// waits. Nothing is written, moved or deleted. A folder without a manifest is read as it lies there.
/// </remarks>
sealed class FolderFiles : IDisposable
{
    const int Tries = 1000;

    static readonly string hashOfNothing = Convert.ToHexStringLower(SHA256.HashData([]));

    readonly string folder;
    readonly FolderMarker? marker;
    readonly string? waiting;
    readonly bool isAnywhere;
    readonly bool isWriter;
    readonly Dictionary<string, FileStream> held = [];

    FolderFiles(string folder, FolderMarker? marker, bool isAnywhere, bool isWriter)
    {
        this.folder = folder;
        this.marker = marker;
        this.isAnywhere = isAnywhere;
        this.isWriter = isWriter;
        Manifest = marker is null ? null : FolderManifest.Parse(marker.Text);
        waiting = Manifest is { } manifest ? Real(manifest.Waiting) : marker is null ? null : Real(FormerLayout.Pending);
    }

    /// <summary>What urna wrote into the folder; null for a folder of another hand, or of an earlier version.</summary>
    public FolderManifest? Manifest { get; }

    /// <summary>Whether an earlier version wrote the folder, which did not say what it wrote.</summary>
    public bool IsOfFormerVersion => marker is not null && Manifest is null;

    /// <summary>Whether the folder is still in the state that is read here.</summary>
    public bool IsCurrent => FolderManifest.In(folder) == marker;

    /// <summary>The files of a folder in the state in which it is now.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="isWriter">Whether its writer asks, who replaces what he reads here.</param>
    /// <exception cref="IOException">Its state changed faster than it could be opened, a thousand times.</exception>
    public static FolderFiles Open(string folder, bool isWriter = false)
    {
        // A path that begins with '..' starts from where the folder is, and not from where a link to it is.
        folder = RealPath.Of(folder);
        for (var i = 0; i < Tries; i++)
        {
            var files = new FolderFiles(folder, FolderManifest.In(folder), isAnywhere: false, isWriter);
            files.Hold();
            if (files.IsCurrent)
            {
                return files;
            }

            files.Dispose();
        }

        throw new IOException($"'{folder}' is written so often that it cannot be read.");
    }

    /// <summary>Files that the user names himself, wherever they are.</summary>
    /// <param name="folder">The folder from which their paths start.</param>
    public static FolderFiles Anywhere(string folder) => new(folder, null, isAnywhere: true, isWriter: false);

    /// <summary>Opens a file to read it.</summary>
    /// <param name="file">Its path from the folder.</param>
    /// <exception cref="FileNotFoundException">There is none.</exception>
    public Stream Open(string file)
    {
        if (file.Contains('\0', StringComparison.Ordinal))
        {
            throw new FileNotFoundException(null, file);
        }

        if (isAnywhere && folder.Length == 0 && ShippedFiles.Has(file))
        {
            return ShippedFiles.Open(file);
        }

        if (!isWriter)
        {
            FilesRead.Note(Path.Combine(folder, file));
        }

        return Held(file) is { } open ? Again(open) : OpenAt(file, InputFile.OpenData);
    }

    /// <summary>The text in UTF-8 of a file, whole; what holds no data is an empty text.</summary>
    /// <param name="file">Its path from the folder.</param>
    /// <param name="most">The most bytes it may have.</param>
    public string Text(string file, long most)
    {
        using var text = InputFile.TextOf(Held(file) is not null || InputFile.HoldsData(PathOf(file)) ? Open(file) : Stream.Null, most);
        return text.ReadToEnd();
    }

    /// <summary>Where a file is, which may be where it waits.</summary>
    /// <param name="file">Its path from the folder.</param>
    public string PathOf(string file) => waiting is not null && Path.Combine(waiting, file) is var path && File.Exists(path) ? path : Path.Combine(folder, file);

    /// <summary>Whether there is such a file.</summary>
    /// <param name="file">Its path from the folder.</param>
    public bool Has(string file) => Held(file) is not null || File.Exists(PathOf(file));

    /// <summary>Whether a path leads out of where a file may lie that the folder names.</summary>
    /// <param name="file">Its path, as the folder's own file gives it.</param>
    /// <param name="beside">Whether it may lie in a folder beside this one too, as laws and maps that several elections share.</param>
    public bool LeadsOut(string file, bool beside)
    {
        if (isAnywhere || file.Length == 0 || file.Contains('\0', StringComparison.Ordinal))
        {
            return false;
        }

        if (Path.IsPathRooted(file))
        {
            return true;
        }

        try
        {
            var path = RealPath.Of(PathOf(file));
            return !RealPath.Holds(folder, path) && !(beside && IsBeside(folder, path));
        }
        catch (IOException)
        {
            // Links in a circle lead nowhere.
            return true;
        }
    }

    /// <summary>Tells a path that leads out, which is then not read.</summary>
    /// <param name="file">Its path, as the folder's own file gives it.</param>
    /// <param name="beside">Whether it may lie in a folder beside this one too.</param>
    /// <param name="faults">Where the fault goes.</param>
    public bool Refuses(string file, bool beside, FaultLog faults)
    {
        if (!LeadsOut(file, beside))
        {
            return false;
        }

        faults.Add(
            "V180",
            LocalizedText.Say("v180.leads-out-of-the-elections-folder", ("file", file)),
            Elections.ElectionFolder.FileName, found: file, expected: beside ? "a file in the folder, or in a folder beside it" : "a file in the folder");
        return true;
    }

    /// <summary>The files that are not as urna wrote them, or are gone; none where that is not known.</summary>
    /// <param name="except">A file that is not looked at.</param>
    public ImmutableArray<string> Changed(string? except = null) =>
        Manifest is null ? [] : [.. Manifest.Files.Keys.Where(f => f != except && !IsAsWritten(f)).Order(StringComparer.Ordinal)];

    /// <summary>Whether a file is as urna wrote it.</summary>
    /// <param name="file">Its path from the folder, as the manifest names it.</param>
    public bool IsAsWritten(string file) => Manifest is not null && Manifest.Files.TryGetValue(file, out var hash)
        && (held.TryGetValue(file, out var open) ? HashOf(Again(open)) == hash : hash == hashOfNothing && new FileInfo(PathOf(file)) is { Exists: true, Length: 0, LinkTarget: null });

    /// <summary>The SHA-256 of a stream, in small hexadecimal letters; the stream is closed.</summary>
    public static string HashOf(Stream stream)
    {
        using (stream)
        {
            return Convert.ToHexStringLower(SHA256.HashData(stream));
        }
    }

    public void Dispose()
    {
        foreach (var open in held.Values)
        {
            open.Dispose();
        }
    }

    /// <summary>Opens every file of the state; one that somebody took away is missed when it is read.</summary>
    void Hold()
    {
        foreach (var file in Manifest?.Files.Keys ?? [])
        {
            try
            {
                if (OpenAt(file, OpenOwn) is { } open)
                {
                    held.Add(file, open);
                }
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                // Told by whoever reads it.
            }
        }
    }

    /// <summary>A file of the state that is read, whatever way its path goes; null for any other.</summary>
    FileStream? Held(string file) => held.Count == 0 ? null
        : held.GetValueOrDefault(Path.GetRelativePath(folder, Path.Combine(folder, file)).Replace(Path.DirectorySeparatorChar, '/'));

    /// <summary>A file moves from where it waits to its place, so that it is looked for in this order.</summary>
    T OpenAt<T>(string file, Func<string, T> open)
    {
        try
        {
            if (waiting is not null)
            {
                return open(Path.Combine(waiting, file));
            }
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            // In its place already.
        }

        return open(Path.Combine(folder, file));
    }

    /// <summary>Opens a file of ours; null for a link, which is none, and for what has no length: opening a pipe waits for somebody to write.</summary>
    static FileStream? OpenOwn(string path) => new FileInfo(path) switch
    {
        { LinkTarget: not null } => null,
        { Exists: true, Length: 0 } => null,
        _ => InputFile.OpenData(path),
    };

    /// <summary>Another reader of a file that is open; each keeps its own position.</summary>
    static FileStream Again(FileStream open) => new(new SafeFileHandle(open.SafeFileHandle.DangerousGetHandle(), ownsHandle: false), FileAccess.Read);

    /// <summary>A folder of ours within the folder, if it is there and is no link.</summary>
    string? Real(string name) => Path.Combine(folder, name) is var path && Directory.Exists(path) && !RealPath.IsLink(path) ? path : null;

    /// <summary>Whether a path lies in a folder beside this one, and in none that is hidden.</summary>
    static bool IsBeside(string folder, string path)
    {
        if (Path.GetDirectoryName(folder) is not { } store || !RealPath.Holds(store, path))
        {
            return false;
        }

        var steps = Path.GetRelativePath(store, path).Split(Path.DirectorySeparatorChar);
        return steps.Length > 1 && Array.TrueForAll(steps, s => !s.StartsWith('.'));
    }
}
