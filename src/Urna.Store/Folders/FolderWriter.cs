using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text.Json;

namespace Urna.Store.Folders;

/// <summary>The one writer of a folder, from one state to the next.</summary>
/// <remarks>
/// The files of the next state are written aside, within the folder. Then the manifest is replaced, and from that moment on they are the folder's; only then do they
/// move to their places. Whoever is stopped before the manifest has changed nothing; whoever is stopped after it leaves files that wait, which readers read where they
/// are and the next writer puts in place.
/// </remarks>
sealed class FolderWriter : IDisposable
{
    const int TriesToReplace = 100;
    const int Pause = 50;

    readonly OutputTarget target;
    readonly string folder;
    readonly List<string> made;
    WriterLock? held;
    StagingFolder? staging;
    string? committing;
    string? stateName;
    bool done;

    FolderWriter(OutputTarget target, string folder, List<string> made)
    {
        this.target = target;
        this.folder = folder;
        this.made = made;
    }

    /// <summary>The files of the state to come that were sealed, with their hashes.</summary>
    public ImmutableSortedDictionary<string, string> Sealed { get; private set; } = ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal);

    /// <summary>The folder in which the files of the state to come are written.</summary>
    public string Aside => staging!.Path;

    /// <summary>The files of the state that is there.</summary>
    public FolderFiles Former { get; private set; } = null!;

    /// <summary>Begins to write a folder, when nobody else does, and clears what dead writers left in it.</summary>
    /// <param name="target">The folder; it is made if it is not there.</param>
    /// <exception cref="OutputRefusedException">It may not be written, or another writes it.</exception>
    public static FolderWriter Begin(OutputTarget target)
    {
        var real = RealPath.Of(target.Path);
        var writer = new FolderWriter(target, real, [.. Missing(real)]);
        try
        {
            writer.held = WriterLock.Take(real, target.Patience, target.Waiting);
            writer.Clear();
            if (OutputFolder.RefusalOf(target) is { } refusal)
            {
                throw new OutputRefusedException(refusal);
            }

            writer.Former = FolderFiles.Open(real, isWriter: true);
            writer.staging = StagingFolder.In(real);
            return writer;
        }
        catch
        {
            writer.Dispose();
            throw;
        }
    }

    /// <summary>Hashes the files that stand aside so far, which must not change any more, and names the state to come by them.</summary>
    /// <param name="after">What the state follows on, so that one that is reached by another way has another name.</param>
    /// <param name="except">A file that is still being written, with what stands beside it under a longer name; null for none.</param>
    /// <returns>The name of the state.</returns>
    public string Seal(string after, string? except = null)
    {
        Sealed = Names(Aside).Where(n => except is null || !n.StartsWith(except, StringComparison.Ordinal)).ToImmutableSortedDictionary(n => n, HashOf, StringComparer.Ordinal);
        var lines = Sealed.Select(f => $"{f.Value} {f.Key}").Prepend($"{target.Kind} {after}");
        return stateName = Convert.ToHexStringLower(SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(string.Join('\n', lines))))[..32];
    }

    /// <summary>Makes what stands aside the folder's state.</summary>
    /// <exception cref="OutputRefusedException">A file of another hand is in the way.</exception>
    public void Commit()
    {
        var name = stateName ?? Seal("");
        var names = Names(Aside).ToList();
        var former = Former.Manifest?.Files ?? ImmutableDictionary<string, string>.Empty;
        if (names.Concat(former.Keys).Distinct().Select(n => InTheWay(n, former.ContainsKey(n))).OfType<string>().FirstOrDefault() is { } refusal)
        {
            throw new OutputRefusedException(refusal);
        }

        var manifest = new FolderManifest(
            target.Kind, name, names.ToImmutableDictionary(n => n, n => Sealed.GetValueOrDefault(n) ?? HashOf(n)));
        File.WriteAllText(Path.Combine(Aside, FolderManifest.FormerName), JsonSerializer.Serialize(former.Keys.Except(names).Order(StringComparer.Ordinal)));
        WriteThrough(Path.Combine(Aside, FolderManifest.FileName), manifest.ToText());
        committing = Path.Combine(folder, manifest.Waiting);
        if (Directory.Exists(committing))
        {
            // The same state again: what waits there still holds the same.
            StagingFolder.Delete(committing);
        }

        staging!.Keep(committing);
        Replace(Path.Combine(committing, FolderManifest.FileName), Path.Combine(folder, FolderManifest.FileName));
        done = true;
        if (Former.IsOfFormerVersion)
        {
            FormerLayout.Clear(folder);
        }

        PutInPlace(folder, manifest);
    }

    public void Dispose()
    {
        Former?.Dispose();
        staging?.Dispose();
        if (!done && committing is not null)
        {
            StagingFolder.Delete(committing);
        }

        held?.Dispose();
        if (!done)
        {
            foreach (var path in made)
            {
                try
                {
                    // Another who waited may be in it already.
                    Directory.Delete(path);
                }
                catch (Exception e) when (e is IOException or UnauthorizedAccessException)
                {
                    return;
                }
            }
        }
    }

    /// <summary>Whether a folder holds anything but what dead writers left.</summary>
    public static bool HoldsAnything(string folder) => Directory.EnumerateFileSystemEntries(folder).Any(e =>
        Path.GetFileName(e) is var name && name != WriterLock.FileName && !StagingFolder.IsOne(e) && !IsState(e));

    /// <summary>Puts a file in the place of another, which a reader may have open.</summary>
    public static void Replace(string from, string to)
    {
        for (var i = 1; ; i++)
        {
            try
            {
                File.Move(from, to, overwrite: true);
                return;
            }
            catch (Exception e) when (OperatingSystem.IsWindows() && i < TriesToReplace && e is UnauthorizedAccessException or IOException and not FileNotFoundException)
            {
                // Only Windows refuses to replace a file that somebody reads.
                Thread.Sleep(Pause);
            }
        }
    }

    /// <summary>The folders to make, the innermost first.</summary>
    static IEnumerable<string> Missing(string folder)
    {
        for (var path = folder; path is not null && !Directory.Exists(path); path = Path.GetDirectoryName(path))
        {
            yield return path;
        }
    }

    /// <summary>Ends what a dead writer left half done, and deletes what it never made the folder's.</summary>
    void Clear()
    {
        StagingFolder.Sweep(folder);
        var manifest = FolderManifest.In(folder) is { } marker ? FolderManifest.Parse(marker.Text) : null;
        if (manifest is not null)
        {
            PutInPlace(folder, manifest);
        }

        foreach (var left in Directory.EnumerateDirectories(folder, FolderManifest.Reserved + "*").Where(IsState).ToList())
        {
            StagingFolder.Delete(left);
        }
    }

    static bool IsState(string path) => Path.GetFileName(path) is { Length: 44 } name && name.StartsWith(FolderManifest.Reserved, StringComparison.Ordinal)
        && name.EndsWith(".state", StringComparison.Ordinal) && name[6..38].All(char.IsAsciiHexDigitLower) && !RealPath.IsLink(path);

    /// <summary>Puts the files of a state that wait in their places; where none waits, all are there.</summary>
    static void PutInPlace(string folder, FolderManifest manifest)
    {
        var waiting = Path.Combine(folder, manifest.Waiting);
        if (!Directory.Exists(waiting) || RealPath.IsLink(waiting))
        {
            return;
        }

        foreach (var name in FolderManifest.FormerIn(waiting).Where(n => !manifest.Files.ContainsKey(n) && !LeadsThroughLink(folder, n)))
        {
            var path = Path.Combine(folder, name);
            if (Directory.Exists(Path.GetDirectoryName(path)))
            {
                File.Delete(path);
                DeleteIfEmpty(folder, Path.GetDirectoryName(path)!);
            }
        }

        foreach (var name in Names(waiting).Where(manifest.Files.ContainsKey).ToList())
        {
            if (LeadsThroughLink(folder, name))
            {
                throw new IOException($"'{Path.Combine(folder, name)}' leads through a link, which is not followed; remove it, and try again.");
            }

            var place = Path.Combine(folder, name);
            Directory.CreateDirectory(Path.GetDirectoryName(place)!);
            Replace(Path.Combine(waiting, name), place);
        }

        StagingFolder.Delete(waiting);
    }

    static void DeleteIfEmpty(string folder, string path)
    {
        while (RealPath.Holds(folder, path) && !string.Equals(folder, path, RealPath.Comparison) && !Directory.EnumerateFileSystemEntries(path).Any())
        {
            Directory.Delete(path);
            path = Path.GetDirectoryName(path)!;
        }
    }

    /// <summary>The files below a folder, by path with forward slashes; our own names are not among them.</summary>
    static IEnumerable<string> Names(string folder) => Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
        .Select(f => Path.GetRelativePath(folder, f).Replace(Path.DirectorySeparatorChar, '/')).Where(FolderManifest.IsName).Order(StringComparer.Ordinal);

    /// <summary>Why a file of ours cannot take its place; null if it can.</summary>
    string? InTheWay(string name, bool isOurs)
    {
        var path = Path.Combine(folder, name);
        return LeadsThroughLink(folder, name) ? $"'{path}' leads through a link, which is not followed; remove the link, or name another folder."
            : Directory.Exists(path) ? $"'{path}' is a folder, in the place of a file; remove it, or name another folder."
            : !target.Force && !isOurs && !Former.IsOfFormerVersion && (File.Exists(path) || RealPath.IsLink(path))
                ? $"'{path}' was not written by urna, and would be lost; move it away, or say --force."
                : null;
    }

    /// <summary>Whether a folder on the way to a file is a link, so that the file lies elsewhere.</summary>
    static bool LeadsThroughLink(string folder, string name)
    {
        for (var path = Path.GetDirectoryName(Path.Combine(folder, name))!; RealPath.Holds(folder, path) && !string.Equals(path, folder, RealPath.Comparison); path = Path.GetDirectoryName(path)!)
        {
            if (RealPath.IsLink(path))
            {
                return true;
            }
        }

        return false;
    }

    string HashOf(string name) => FolderFiles.HashOf(File.OpenRead(Path.Combine(Aside, name)));

    static void WriteThrough(string path, string text)
    {
        using var stream = File.Create(path);
        stream.Write(System.Text.Encoding.UTF8.GetBytes(text));
        stream.Flush(flushToDisk: true);
    }
}
