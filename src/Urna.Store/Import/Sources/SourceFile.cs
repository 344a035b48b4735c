using System.Security.Cryptography;
using Urna.Model;
using Urna.Store.Files;

namespace Urna.Store.Import.Sources;

/// <summary>A file that an import is given, or an entry of a zip file among them.</summary>
/// <param name="Name">Its name without folders.</param>
/// <param name="Path">Where the file, or the zip file that holds it, is.</param>
/// <param name="Entry">The entry of the zip file; null for a file.</param>
/// <param name="Inner">The entry of the zip file that the entry is itself; null if it is none.</param>
sealed record SourceFile(string Name, string Path, string? Entry = null, string? Inner = null)
{
    /// <summary>The most bytes that it may unpack to.</summary>
    public long Limit { get; init; } = Bounds.Unpacked;

    /// <summary>Opens it; what is packed is checked as it unpacks, and never written anywhere.</summary>
    public Stream Open()
    {
        if (Entry is null)
        {
            return InputFile.OpenUnpacked(Path, Limit);
        }

        if (Inner is not null)
        {
            var inside = ZipContent.Open(Held(this with { Inner = null }));
            return new ZipContent(inside.GetEntry(Inner) ?? throw new InvalidDataException($"it has no entry '{Inner}'"), Limit, inside);
        }

        var zip = ZipContent.Open(InputFile.Open(Path));
        return new ZipContent(zip.GetEntry(Entry) ?? throw new InvalidDataException($"it has no entry '{Entry}'"), Limit, zip);
    }

    /// <summary>The SHA-256 of its bytes, in small hexadecimal letters.</summary>
    public string Sha256()
    {
        using var stream = Entry is null ? InputFile.Open(Path) : Open();
        return Convert.ToHexStringLower(SHA256.HashData(stream));
    }

    /// <summary>The files that paths stand for: files, all files of a folder, all entries of a zip file.</summary>
    public static List<SourceFile> Of(IEnumerable<string> paths, FaultLog faults, long limit = Bounds.Unpacked)
    {
        var files = new List<SourceFile>();
        foreach (var path in paths)
        {
            if (Directory.Exists(path))
            {
                files.AddRange(Directory.EnumerateFiles(path).Order(StringComparer.Ordinal).Select(f => new SourceFile(CanonicalText.Of(System.IO.Path.GetFileName(f)), f)));
            }
            else if (!File.Exists(path))
            {
                faults.Add(
                    "V101",
                    LocalizedText.Say("v101.the-file-does-not-exist-2", ("path", path)),
                    System.IO.Path.GetFileName(path), found: "no file", expected: path);
            }
            else if (path.EndsWith(".zip", StringComparison.OrdinalIgnoreCase))
            {
                files.AddRange(Entries(path, faults));
            }
            else
            {
                files.Add(new SourceFile(CanonicalText.Of(System.IO.Path.GetFileName(path)), path));
            }
        }

        return files.ConvertAll(f => f with { Limit = limit });
    }

    /// <summary>A zip file inside another, held in memory.</summary>
    static MemoryStream Held(SourceFile file)
    {
        var held = new MemoryStream();
        using (var bounded = new LimitedStream(file.Open(), Bounds.Workbook, isPacked: true))
        {
            bounded.CopyTo(held);
        }

        held.Position = 0;
        return held;
    }

    /// <summary>The entries of a zip file inside another; deeper ones are refused where they are read.</summary>
    static List<SourceFile> Inside(SourceFile outer, FaultLog faults)
    {
        try
        {
            using var zip = ZipContent.Open(Held(outer));
            return [.. ZipContent.EntriesOf(zip).Select(e => e.FullName).Where(n => n is not [.., '/' or '\\']).Select(n => new SourceFile(CanonicalText.Of(n[(n.LastIndexOfAny(['/', '\\']) + 1)..]), outer.Path, outer.Entry, n))];
        }
        catch (Exception e) when (InputFile.IsFault(e))
        {
            InputFile.Tell(e, outer.Name, faults);
            return [];
        }
    }

    static IEnumerable<SourceFile> Entries(string path, FaultLog faults)
    {
        var file = System.IO.Path.GetFileName(path);
        List<string> names;
        try
        {
            using var zip = ZipContent.Open(InputFile.Open(path));
            names = [.. ZipContent.EntriesOf(zip).Select(e => e.FullName)];
        }
        catch (Exception e) when (InputFile.IsFault(e))
        {
            InputFile.Tell(e, file, faults);
            yield break;
        }

        foreach (var name in names.Where(n => n is not [.., '/' or '\\']))
        {
            // Nothing is unpacked to disk, yet such a name is not an official file's: someone should look.
            if (name.StartsWith('/') || name.Contains(':', StringComparison.Ordinal) || name.Split('/', '\\').Contains(".."))
            {
                faults.Add(
                    "V140",
                    LocalizedText.Say("v140.the-zip-file-has-an-entry", ("file", file), ("name", name)),
                    file, found: name, expected: "names inside the zip file");
                continue;
            }

            var entry = new SourceFile(CanonicalText.Of(name[(name.LastIndexOfAny(['/', '\\']) + 1)..]), path, name);
            foreach (var source in name.EndsWith(".zip", StringComparison.OrdinalIgnoreCase) ? Inside(entry, faults) : [entry])
            {
                yield return source;
            }
        }
    }
}
