using Urna.Store.Folders;

namespace Urna.Store.Laws;

/// <summary>Files of laws that are named by their path.</summary>
static class LawFiles
{
    /// <summary>The file of a path, unless an election's own file names it and it leads out of where such files may lie.</summary>
    /// <param name="path">The path.</param>
    /// <param name="beside">The election's folder; empty if the user himself names the file.</param>
    public static ReadResult<string> Find(string path, string beside)
    {
        var faults = new FaultLog();
        if (beside.Length > 0)
        {
            using var folder = FolderFiles.Open(beside);
            folder.Refuses(path, beside: true, faults);
        }

        return faults.Result(() => Path.Combine(beside.Length > 0 ? RealPath.Of(beside) : "", path));
    }
}
