namespace Urna.Store.Folders;

/// <summary>What the version before left in folders, which is still read.</summary>
/// <remarks>Its marker said nothing of the folder's content. A crash could leave files that waited in a folder of their own, or the whole folder under another name.</remarks>
static class FormerLayout
{
    /// <summary>The folder of files that wait to be put in place, all of them.</summary>
    public const string Pending = ".urna-pending";

    const string Former = ".urna-former";

    /// <summary>Whether a folder's name is one under which an output stood aside until it was whole.</summary>
    public static bool IsAside(string name) => name.EndsWith(".partial", StringComparison.Ordinal) || name.EndsWith(Former, StringComparison.Ordinal);

    /// <summary>Deletes what a later state has replaced.</summary>
    /// <param name="folder">The folder, which has a marker.</param>
    public static void Clear(string folder)
    {
        foreach (var name in (string[])[Pending, Pending + ".partial"])
        {
            var path = Path.Combine(folder, name);
            if (Directory.Exists(path) && !RealPath.IsLink(path))
            {
                StagingFolder.Delete(path);
            }
        }
    }

    /// <summary>Why a folder that is not there may not be begun anew: a crash left it under another name.</summary>
    public static string? RefusalOf(string folder) => !Directory.Exists(folder) && File.Exists(Path.Combine(folder + Former, FolderManifest.FileName))
        ? $"'{folder}{Former}' is what an earlier version left of '{folder}' when it was stopped; rename it to '{folder}', or move it away, and try again."
        : null;
}
