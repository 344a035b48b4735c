using System.Text;
using Urna.Laws;
using Urna.Model;
using Urna.Store.Folders;

namespace Urna.Store.Files;

/// <summary>Opens what is read: only files that hold data, packed ones checked as they unpack.</summary>
static class InputFile
{
    static readonly UTF8Encoding utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Opens a file as it is; that it is read is noted, so that it is not replaced.</summary>
    /// <exception cref="IOException">It is missing, empty, a folder, a pipe or a device.</exception>
    public static Stream Open(string path)
    {
        if (ShippedFiles.Has(path))
        {
            return ShippedFiles.Open(path);
        }

        FilesRead.Note(path);
        return OpenData(path);
    }

    /// <summary>Opens a file as it is, in such a way that its writer may replace or delete it.</summary>
    /// <exception cref="IOException">It is missing, empty, a folder, a pipe or a device.</exception>
    public static FileStream OpenData(string path) => HoldsData(Found(path))
        ? new FileStream(Found(path), FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete)
        : throw new IOException("it is empty, or a pipe or a device, and not a file of data.");

    /// <summary>A file by its name, however disk and name encode the same accents.</summary>
    static string Found(string path)
    {
        var name = Path.GetFileName(path);
        if (File.Exists(path) || name.All(char.IsAscii) || Path.GetDirectoryName(Path.GetFullPath(path)) is not { } folder || !Directory.Exists(folder))
        {
            return path;
        }

        var canonical = CanonicalText.Of(name);
        return Directory.EnumerateFiles(folder).FirstOrDefault(f => CanonicalText.Of(Path.GetFileName(f)) == canonical) ?? path;
    }

    /// <summary>Whether a file has anything to read.</summary>
    /// <exception cref="IOException">It is missing, or a folder.</exception>
    public static bool HoldsData(string path)
    {
        if (ShippedFiles.Has(path))
        {
            return true;
        }

        if (Directory.Exists(path))
        {
            throw new IOException("it is a folder, and not a file.");
        }

        var file = new FileInfo(Found(path));
        file = file.LinkTarget is null ? file : file.ResolveLinkTarget(returnFinalTarget: true) as FileInfo ?? file;
        if (!file.Exists)
        {
            throw new FileNotFoundException("it does not exist.", path);
        }

        // Opening a pipe waits for somebody to write, and a device may never end; both have no length.
        return file.Length > 0;
    }

    /// <summary>Opens a file; one whose name ends in .gz is unpacked.</summary>
    /// <param name="path">Where it is.</param>
    /// <param name="most">The most bytes it may unpack to.</param>
    public static Stream OpenUnpacked(string path, long most = Bounds.Unpacked) => Unpacked(Open(path), path, most);

    /// <summary>A file that is open; one whose name ends in .gz is unpacked.</summary>
    /// <param name="file">The file.</param>
    /// <param name="name">Its name.</param>
    /// <param name="most">The most bytes it may unpack to.</param>
    public static Stream Unpacked(Stream file, string name, long most = Bounds.Unpacked) =>
        name.EndsWith(".gz", StringComparison.OrdinalIgnoreCase) ? new LimitedStream(new GzipContent(file), Bounds.UnpackedOf(file.Length, most), isPacked: true) : file;

    /// <summary>Opens a text in UTF-8; what holds no data is an empty text.</summary>
    /// <param name="path">Where it is.</param>
    /// <param name="most">The most bytes it may have.</param>
    public static StreamReader OpenText(string path, long most) => TextOf(HoldsData(Found(path)) ? Open(path) : Stream.Null, most);

    /// <summary>A text in UTF-8, whole.</summary>
    /// <param name="path">Where it is.</param>
    /// <param name="most">The most bytes it may have.</param>
    public static string Text(string path, long most)
    {
        using var text = OpenText(path, most);
        return text.ReadToEnd();
    }

    /// <summary>The text in UTF-8 of a file that is open, which is closed with it.</summary>
    /// <param name="file">The file.</param>
    /// <param name="most">The most bytes it may have.</param>
    public static StreamReader TextOf(Stream file, long most) => new(new LimitedStream(file, most), utf8);

    /// <summary>The name of a file beside a missing one that differs only in small and capital letters, which some disks tell apart and some do not.</summary>
    /// <param name="missing">The path of the missing file; null if it is not known.</param>
    public static string? OtherCase(string? missing) => Path.GetDirectoryName(missing is null ? null : Path.GetFullPath(missing)) is { } folder && Directory.Exists(folder)
        ? Directory.EnumerateFiles(folder).Select(f => Path.GetFileName(f)).Order(StringComparer.Ordinal).FirstOrDefault(f => string.Equals(f, Path.GetFileName(missing), StringComparison.OrdinalIgnoreCase))
        : null;

    /// <summary>Whether what was thrown while reading is a fault of the file.</summary>
    public static bool IsFault(Exception e) => e is IOException or UnauthorizedAccessException or DecoderFallbackException or InvalidDataException or TooLargeException;

    /// <summary>Tells what keeps a file from being read.</summary>
    /// <param name="e">What <see cref="IsFault"/> holds of.</param>
    /// <param name="file">How findings name the file.</param>
    /// <param name="faults">Where the fault goes.</param>
    public static void Tell(Exception e, string file, FaultLog faults)
    {
        switch (e)
        {
            case FileNotFoundException or DirectoryNotFoundException:
                faults.Add(
                    "V101",
                    LocalizedText.Say(
                        "v101.the-file-does-not-exist", ("file", file),
                        ("other", OtherCase((e as FileNotFoundException)?.FileName))),
                    file, found: "no file", expected: file);
                break;
            case DecoderFallbackException:
                faults.Add("V113", LocalizedText.Say("v113.the-file-is-not-utf-8", ("file", file)), file, expected: "UTF-8");
                break;
            case TooLargeException large:
                faults.Add("V190", LocalizedText.Say("v190.the-file-is-refused", ("file", file), ("message", e.Message)), file, large.Line);
                break;
            case InvalidDataException:
                faults.Add("V140", LocalizedText.Say("v190.the-file-is-refused", ("file", file), ("message", e.Message)), file);
                break;
            default:
                faults.Add("V121", LocalizedText.Say("v121.the-file-cannot-be-read", ("file", file), ("message", e.Message)), file);
                break;
        }
    }
}
