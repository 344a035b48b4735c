using System.Text;

namespace Urna.Store.Files;

/// <summary>Opens what is read: only files that hold data, packed ones checked as they unpack.</summary>
static class InputFile
{
    static readonly UTF8Encoding utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Opens a file as it is.</summary>
    /// <exception cref="IOException">It is missing, empty, a folder, a pipe or a device.</exception>
    public static Stream Open(string path) => HoldsData(path) ? File.OpenRead(path) : throw new IOException("it is empty, or a pipe or a device, and not a file of data.");

    /// <summary>Whether a file has anything to read.</summary>
    /// <exception cref="IOException">It is missing, or a folder.</exception>
    static bool HoldsData(string path)
    {
        if (Directory.Exists(path))
        {
            throw new IOException("it is a folder, and not a file.");
        }

        var file = new FileInfo(path);
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
    public static Stream OpenUnpacked(string path, long most = Bounds.Unpacked)
    {
        var file = Open(path);
        return path.EndsWith(".gz", StringComparison.OrdinalIgnoreCase) ? new LimitedStream(new GzipContent(file), Bounds.UnpackedOf(file.Length, most), isPacked: true) : file;
    }

    /// <summary>Opens a text in UTF-8; what holds no data is an empty text.</summary>
    /// <param name="path">Where it is.</param>
    /// <param name="most">The most bytes it may have.</param>
    public static StreamReader OpenText(string path, long most) => new(HoldsData(path) ? new LimitedStream(File.OpenRead(path), most) : Stream.Null, utf8);

    /// <summary>A text in UTF-8, whole.</summary>
    /// <param name="path">Where it is.</param>
    /// <param name="most">The most bytes it may have.</param>
    public static string Text(string path, long most)
    {
        using var text = OpenText(path, most);
        return text.ReadToEnd();
    }

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
                faults.Add("V101", $"The file '{file}' does not exist.", file, found: "no file", expected: file);
                break;
            case DecoderFallbackException:
                faults.Add("V113", $"The file '{file}' is not UTF-8 text; save it as UTF-8.", file, expected: "UTF-8");
                break;
            case TooLargeException large:
                faults.Add("V190", $"The file '{file}' is refused: {e.Message}.", file, large.Line);
                break;
            case InvalidDataException:
                faults.Add("V140", $"The file '{file}' is refused: {e.Message}.", file);
                break;
            default:
                faults.Add("V121", $"The file '{file}' cannot be read: {e.Message}", file);
                break;
        }
    }
}
