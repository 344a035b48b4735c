using System.Collections.Immutable;
using System.Globalization;
using System.IO.Enumeration;
using System.Security.Cryptography;
using System.Text;
using Urna.Store;

namespace Urna.Web.Live;

/// <summary>What the files of elections are at one moment: names, sizes and times, for each election and for what they share.</summary>
sealed class FolderStamps
{
    /// <summary>The key of what elections share: maps, names, history.</summary>
    public const string Shared = "";

    /// <summary>What lies beside elections and is read with them.</summary>
    static readonly string[] beside = ["history", "maps"];

    readonly ImmutableHashSet<string> roots;
    readonly ImmutableSortedDictionary<string, string> parts;

    FolderStamps(ImmutableHashSet<string> roots, ImmutableSortedDictionary<string, string> parts)
    {
        (this.roots, this.parts) = (roots, parts);
        Whole = Short(parts.Select(p => $"{p.Key}\0{p.Value}\n"));
    }

    /// <summary>All of it in sixteen digits.</summary>
    public string Whole { get; }

    /// <summary>The parts: election folders, and what they share.</summary>
    public IEnumerable<string> Keys => parts.Keys;

    /// <summary>Looks at folders as they are now.</summary>
    /// <param name="roots">Folders of which every file counts.</param>
    /// <param name="elections">The election folders, which may lie within those.</param>
    /// <exception cref="IOException">A folder is not there, or cannot be listed.</exception>
    public static FolderStamps Of(IEnumerable<string> roots, IEnumerable<string> elections)
    {
        ImmutableHashSet<string> wide = [.. roots.Select(Full)];
        ImmutableHashSet<string> own = [.. elections.Select(Full)];
        return new(wide, own.Add(Shared).ToImmutableSortedDictionary(k => k, k => Part(k, wide, own), StringComparer.Ordinal));
    }

    /// <summary>The same, with one part as it is now.</summary>
    /// <param name="key">An election folder, or what they share.</param>
    public FolderStamps Again(string key) => new(roots, parts.SetItem(key, Part(key, roots, [.. parts.Keys])));

    /// <summary>Whether a part is now as it was.</summary>
    /// <param name="key">An election folder, or what they share.</param>
    public bool Holds(string key) => Again(key).parts[key] == parts.GetValueOrDefault(key);

    /// <summary>The election folders, and perhaps what they share, that are not as they were.</summary>
    /// <param name="former">As they were.</param>
    public IEnumerable<string> ChangedFrom(FolderStamps former) => parts.Keys.Union(former.parts.Keys).Where(k => parts.GetValueOrDefault(k) != former.parts.GetValueOrDefault(k));

    /// <summary>A folder's path as its stamp is kept by.</summary>
    public static string Full(string path) => Path.TrimEndingDirectorySeparator(Path.GetFullPath(path));

    static string Part(string key, ImmutableHashSet<string> roots, ImmutableHashSet<string> elections)
    {
        var files = new SortedDictionary<string, string>(StringComparer.Ordinal);
        if (key != Shared)
        {
            Add(files, key, elections.Remove(key));
            return Short(files.Select(f => $"{f.Key}\0{f.Value}\n"));
        }

        foreach (var root in roots)
        {
            Add(files, root, elections);
        }

        foreach (var above in elections.Select(Path.GetDirectoryName).OfType<string>().Distinct().Where(a => !roots.Any(w => a == w || IsWithin(a, w))))
        {
            // Names, history, what is withheld, and maps lie beside elections; whatever else does is not read.
            foreach (var folder in beside.Select(b => Path.Combine(above, b)).Where(Directory.Exists))
            {
                Add(files, folder, elections);
            }

            Add(files, above, elections, isFlat: true);
        }

        return Short(files.Select(f => $"{f.Key}\0{f.Value}\n"));
    }

    static bool IsWithin(string path, string folder) => path.StartsWith(Path.EndsInDirectorySeparator(folder) ? folder : folder + Path.DirectorySeparatorChar, StringComparison.Ordinal);

    /// <summary>Lists files; links to folders are not followed, so that a ring of them ends.</summary>
    static void Add(SortedDictionary<string, string> files, string folder, ImmutableHashSet<string> without, bool isFlat = false)
    {
        var options = new EnumerationOptions { RecurseSubdirectories = !isFlat, AttributesToSkip = FileAttributes.None, IgnoreInaccessible = false };
        var found = new FileSystemEnumerable<(string Path, string Stamp)>(folder, (ref e) => (e.ToFullPath(), string.Create(CultureInfo.InvariantCulture, $"{e.Length}\0{e.LastWriteTimeUtc.Ticks}")), options)
        {
            ShouldIncludePredicate = (ref e) => !e.IsDirectory && (!isFlat || Path.GetExtension(e.FileName) is ".yaml" or ".txt"),
            ShouldRecursePredicate = (ref e) => !e.Attributes.HasFlag(FileAttributes.ReparsePoint) && e.ToFullPath() is var path && !OutputFolder.IsAside(path) && !without.Contains(path),
        };
        foreach (var (path, stamp) in found)
        {
            files[path] = stamp;
        }
    }

    static string Short(IEnumerable<string> texts)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var text in texts)
        {
            hash.AppendData(Encoding.UTF8.GetBytes(text));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset().AsSpan(0, 8));
    }
}
