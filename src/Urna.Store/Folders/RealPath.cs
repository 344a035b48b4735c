namespace Urna.Store.Folders;

/// <summary>Paths as the disk has them: whole, and with every link resolved.</summary>
static class RealPath
{
    const int MostLinks = 40;

    /// <summary>How names of files are compared: letters of either case are one where the usual disk makes no difference.</summary>
    public static StringComparison Comparison { get; } = OperatingSystem.IsWindows() || OperatingSystem.IsMacOS() ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal;

    /// <summary>A path without links; what does not exist yet stays as it is named.</summary>
    /// <param name="path">The path.</param>
    /// <exception cref="IOException">It leads through more than 40 links, or in a circle.</exception>
    public static string Of(string path)
    {
        var full = Path.GetFullPath(path);
        var real = Path.GetPathRoot(full)!;
        var rest = new Stack<string>(Parts(full).Reverse());
        for (var links = 0; rest.TryPop(out var part);)
        {
            if (part == "..")
            {
                real = Path.GetDirectoryName(real) ?? real;
                continue;
            }

            var next = Path.Combine(real, part);
            if (TargetOf(next) is not { } target)
            {
                real = next;
                continue;
            }

            if (++links > MostLinks)
            {
                throw new IOException($"'{path}' leads through more than {MostLinks} links.");
            }

            real = Path.IsPathRooted(target) ? Path.GetPathRoot(Path.GetFullPath(target))! : real;
            foreach (var step in Parts(target).Reverse())
            {
                rest.Push(step);
            }
        }

        return real;
    }

    /// <summary>Whether a path is itself a link, of whatever kind.</summary>
    public static bool IsLink(string path) => TargetOf(path) is not null;

    /// <summary>Whether a path is a folder or lies in it; both are without links.</summary>
    public static bool Holds(string folder, string path) => Ended(path).StartsWith(Ended(folder), Comparison);

    /// <summary>Whether what is found in a folder lies elsewhere, behind a link.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="path">What was found in it.</param>
    public static bool LeadsOut(string folder, string path)
    {
        try
        {
            return !Holds(Of(folder), Of(path));
        }
        catch (IOException)
        {
            // Links in a circle lead nowhere.
            return true;
        }
    }

    static string? TargetOf(string path) => Directory.Exists(path) ? new DirectoryInfo(path).LinkTarget : new FileInfo(path).LinkTarget;

    static string Ended(string path) => path.TrimEnd(Path.DirectorySeparatorChar) + Path.DirectorySeparatorChar;

    static IEnumerable<string> Parts(string path) => path[(Path.GetPathRoot(path) ?? "").Length..]
        .Split([Path.DirectorySeparatorChar, Path.AltDirectorySeparatorChar], StringSplitOptions.RemoveEmptyEntries).Where(p => p != ".");
}
