using System.Text;
using Urna.Store.Folders;

namespace Urna.Store;

/// <summary>Writes files whole or not at all: aside first, then renamed.</summary>
public static class OutputFile
{
    static readonly UTF8Encoding utf8 = new(encoderShouldEmitUTF8Identifier: false);

    /// <summary>Writes a text file in UTF-8.</summary>
    /// <param name="path">The file; its folder must exist.</param>
    /// <param name="text">Its content.</param>
    public static void Write(string path, string text) => Write(path, writer => writer.Write(text));

    /// <summary>Writes a text file in UTF-8 piece by piece.</summary>
    /// <param name="path">The file; its folder must exist.</param>
    /// <param name="write">Writes its content.</param>
    public static void Write(string path, Action<TextWriter> write) => WriteAt(path, aside =>
    {
        using var writer = new StreamWriter(aside, append: false, utf8);
        write(writer);
    });

    /// <summary>Writes a file of any kind.</summary>
    /// <param name="path">The file; its folder must exist. A device is written to as it is.</param>
    /// <param name="write">Writes its content to the path that it is given.</param>
    /// <exception cref="OutputRefusedException">It is what is being read.</exception>
    internal static void WriteAt(string path, Action<string> write)
    {
        var real = RealPath.Of(path);
        if (RefusalOf(path) is { } refusal)
        {
            throw new OutputRefusedException(refusal);
        }

        if (IsDevice(real))
        {
            write(path);
            return;
        }

        using var staging = StagingFolder.In(Path.GetDirectoryName(real)!);
        var aside = Path.Combine(staging.Path, "output");
        write(aside);
        FolderWriter.Replace(aside, real);
    }

    /// <summary>Writes the bytes of a file piece by piece.</summary>
    /// <param name="path">The file; its folder must exist.</param>
    /// <param name="write">Writes its content.</param>
    /// <exception cref="OutputRefusedException">It is what is being read.</exception>
    public static void WriteBytes(string path, Action<Stream> write) => WriteAt(path, aside =>
    {
        using var bytes = File.Create(aside);
        write(bytes);
    });

    /// <summary>Why a file may not be written: it is what is being read, or a folder; null if it may.</summary>
    /// <param name="path">The file.</param>
    public static string? RefusalOf(string path) => RealPath.Of(path) is var real && FilesRead.Has(real)
        ? $"'{path}' is what is read; name another file."
        : Directory.Exists(real) ? $"'{path}' is a folder; name a file."
        : null;

    static bool IsDevice(string path) => !OperatingSystem.IsWindows() && (RealPath.Holds("/dev", path) || RealPath.Holds("/proc", path));
}
