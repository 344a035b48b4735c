using System.Text;

namespace Urna.Store;

/// <summary>A folder that a command writes whole or not at all.</summary>
/// <remarks>A marker file tells a former output, which may be replaced, from a folder of somebody else's.</remarks>
public static class OutputFolder
{
    /// <summary>The file by which a former output is known.</summary>
    public const string Marker = ".urna-output";

    const string Former = ".urna-former";

    /// <summary>The folder of files that wait to be put in place, all of them or none.</summary>
    const string Pending = ".urna-pending";

    static readonly UTF8Encoding utf8 = new(encoderShouldEmitUTF8Identifier: false);

    /// <summary>Whether a folder's name is one under which an output stands aside until it is whole.</summary>
    /// <param name="name">The name.</param>
    internal static bool IsAside(string name) => name.EndsWith(".partial", StringComparison.Ordinal) || name.EndsWith(Former, StringComparison.Ordinal);

    /// <summary>Why a folder may not be written; null if it may.</summary>
    /// <param name="path">The folder.</param>
    /// <param name="force">Whether any folder may be replaced.</param>
    /// <param name="inputs">What the command reads; it is never replaced.</param>
    public static string? RefusalOf(string path, bool force, params ReadOnlySpan<string> inputs) =>
        File.Exists(path) ? $"'{path}' is a file."
        : Holds(path, Environment.CurrentDirectory) ? $"'{path}' is or holds the folder you are in; name a folder of its own."
        : First(inputs, path) is { } input ? $"'{path}' holds what is read ('{input}'), which would be lost; name another folder."
        : !force && Directory.Exists(path) && Directory.EnumerateFileSystemEntries(path).Any() && !File.Exists(Path.Combine(path, Marker))
            ? $"'{path}' exists and was not written by urna; name another folder, or say --force to replace it."
            : null;

    static string? First(ReadOnlySpan<string> inputs, string folder)
    {
        foreach (var input in inputs)
        {
            if (Holds(folder, input))
            {
                return input;
            }
        }

        return null;
    }

    /// <summary>Whether a path is a folder or lies in it.</summary>
    static bool Holds(string folder, string path) =>
        (Path.GetFullPath(path).TrimEnd(Path.DirectorySeparatorChar) + Path.DirectorySeparatorChar)
            .StartsWith(Path.GetFullPath(folder).TrimEnd(Path.DirectorySeparatorChar) + Path.DirectorySeparatorChar, StringComparison.Ordinal);

    /// <summary>Writes the folder aside, then puts it in place of a former one.</summary>
    /// <param name="path">The folder.</param>
    /// <param name="files">Its files: a relative path with forward slashes, and its lines of text.</param>
    /// <param name="also">Writes more into the folder that stands aside, meanwhile; null for nothing.</param>
    public static void Write(string path, IEnumerable<(string Path, IEnumerable<string> Text)> files, Action<string>? also = null)
    {
        Recover(path);
        var full = Full(path);
        var aside = full + ".partial";
        if (Directory.Exists(aside))
        {
            Directory.Delete(aside, recursive: true);
        }

        Directory.CreateDirectory(aside);
        var meanwhile = also is null ? Task.CompletedTask : Task.Run(() => also(aside));
        try
        {
            WriteFiles(aside, files);
        }
        finally
        {
            meanwhile.GetAwaiter().GetResult();
        }

        File.WriteAllText(Path.Combine(aside, Marker), "This folder was written by urna and may be replaced by it.\n", utf8);
        if (!Directory.Exists(full))
        {
            Directory.Move(aside, full);
            return;
        }

        // The former folder is there, under one name or the other, until the new one is in place.
        var former = full + Former;
        if (Directory.Exists(former))
        {
            Directory.Delete(former, recursive: true);
        }

        Directory.Move(full, former);
        Directory.Move(aside, full);
        Directory.Delete(former, recursive: true);
    }

    /// <summary>Replaces files of a folder, all of them or none, and leaves the others.</summary>
    /// <param name="path">The folder, which exists.</param>
    /// <param name="files">The files: a relative path with forward slashes, and its lines of text.</param>
    /// <param name="also">Writes more files into the folder where they wait; null for none.</param>
    public static void Update(string path, IEnumerable<(string Path, IEnumerable<string> Text)> files, Action<string>? also = null)
    {
        Recover(path);
        var aside = Path.Combine(Full(path), Pending + ".partial");
        if (Directory.Exists(aside))
        {
            Directory.Delete(aside, recursive: true);
        }

        Directory.CreateDirectory(aside);
        also?.Invoke(aside);
        WriteFiles(aside, files);

        // From here on the files are the folder's; whoever comes next puts those in place that still wait.
        Directory.Move(aside, Path.Combine(Full(path), Pending));
        Recover(path);
    }

    /// <summary>Ends what a crash left half done: puts waiting files in place, or a former folder back.</summary>
    /// <param name="path">The folder.</param>
    public static void Recover(string path)
    {
        if (path.Length == 0 || path.Contains('\0', StringComparison.Ordinal))
        {
            return;
        }

        var full = Full(path);
        var former = full + Former;
        if (Directory.Exists(former) && !Directory.Exists(full))
        {
            Directory.Move(former, full);
        }
        else if (Directory.Exists(former) && File.Exists(Path.Combine(full, Marker)))
        {
            Directory.Delete(former, recursive: true);
        }

        var pending = Path.Combine(full, Pending);
        if (Directory.Exists(pending))
        {
            foreach (var file in Directory.EnumerateFiles(pending, "*", SearchOption.AllDirectories).ToList())
            {
                var target = Path.Combine(full, Path.GetRelativePath(pending, file));
                Directory.CreateDirectory(Path.GetDirectoryName(target)!);
                File.Move(file, target, overwrite: true);
            }

            Directory.Delete(pending, recursive: true);
        }
    }

    static string Full(string path) => Path.GetFullPath(path).TrimEnd(Path.DirectorySeparatorChar);

    static void WriteFiles(string folder, IEnumerable<(string Path, IEnumerable<string> Text)> files)
    {
        foreach (var (name, text) in files)
        {
            var target = Path.Combine(folder, name);
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            using var writer = new StreamWriter(target, append: false, utf8);
            foreach (var part in text)
            {
                writer.Write(part);
            }
        }
    }
}
