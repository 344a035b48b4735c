using System.IO.Compression;
using System.Security.Cryptography;

namespace Urna.Store.Import.Sources;

/// <summary>A file that an import is given, or an entry of a zip file among them.</summary>
/// <param name="Name">Its name without folders.</param>
/// <param name="Path">Where the file, or the zip file that holds it, is.</param>
/// <param name="Entry">The entry of the zip file; null for a file.</param>
sealed record SourceFile(string Name, string Path, string? Entry = null)
{
    /// <summary>The most bytes that a packed file may unpack to, unless another limit is given.</summary>
    public const long LargestUnpacked = 1L << 29;

    /// <summary>The most bytes that it may unpack to.</summary>
    public long Limit { get; init; } = LargestUnpacked;

    /// <summary>Opens it; what is packed is read as it unpacks, and never written anywhere.</summary>
    public Stream Open()
    {
        var file = File.OpenRead(Path);
        if (Entry is null)
        {
            return Path.EndsWith(".gz", StringComparison.OrdinalIgnoreCase) ? new GZipStream(file, CompressionMode.Decompress) : file;
        }

        var zip = new ZipArchive(file, ZipArchiveMode.Read);
        return new LimitedStream((zip.GetEntry(Entry) ?? throw new InvalidDataException($"it has no entry '{Entry}'")).Open(), Limit, zip);
    }

    /// <summary>The SHA-256 of its bytes, in small hexadecimal letters.</summary>
    public string Sha256()
    {
        using var stream = Entry is null ? File.OpenRead(Path) : Open();
        return Convert.ToHexStringLower(SHA256.HashData(stream));
    }

    /// <summary>The files that paths stand for: files, all files of a folder, all entries of a zip file.</summary>
    public static List<SourceFile> Of(IEnumerable<string> paths, FaultLog faults, long limit = LargestUnpacked)
    {
        var files = new List<SourceFile>();
        foreach (var path in paths)
        {
            if (Directory.Exists(path))
            {
                files.AddRange(Directory.EnumerateFiles(path).Order(StringComparer.Ordinal).Select(f => new SourceFile(System.IO.Path.GetFileName(f), f)));
            }
            else if (!File.Exists(path))
            {
                faults.Add("V101", $"The file '{path}' does not exist.", System.IO.Path.GetFileName(path), found: "no file", expected: path);
            }
            else if (path.EndsWith(".zip", StringComparison.OrdinalIgnoreCase))
            {
                files.AddRange(Entries(path, faults));
            }
            else
            {
                files.Add(new SourceFile(System.IO.Path.GetFileName(path), path));
            }
        }

        return files.ConvertAll(f => f with { Limit = limit });
    }

    static IEnumerable<SourceFile> Entries(string path, FaultLog faults)
    {
        var file = System.IO.Path.GetFileName(path);
        List<string> names;
        try
        {
            using var zip = ZipFile.OpenRead(path);
            names = [.. zip.Entries.Select(e => e.FullName)];
        }
        catch (InvalidDataException e)
        {
            faults.Add("V140", $"The file '{file}' is not a zip file that can be read: {e.Message}", file);
            yield break;
        }

        foreach (var name in names.Where(n => !n.EndsWith('/')))
        {
            // Nothing is unpacked to disk, yet such a name is not an official file's: someone should look.
            if (name.StartsWith('/') || name.Contains(':', StringComparison.Ordinal) || name.Split('/', '\\').Contains(".."))
            {
                faults.Add("V140", $"The zip file '{file}' has an entry whose name leads out of it: '{name}'.", file, found: name, expected: "names inside the zip file");
                continue;
            }

            yield return new SourceFile(System.IO.Path.GetFileName(name), path, name);
        }
    }
}
