using System.Security.Cryptography;

namespace Urna.Tests.Store;

/// <summary>All that a folder holds, so that a test can say that nothing was touched.</summary>
static class FolderTree
{
    /// <summary>Each entry with its kind, its link's target, the time it was last written and the hash of its bytes.</summary>
    public static List<string> Of(string folder)
    {
        var entries = new List<string>();
        foreach (var path in Directory.EnumerateFileSystemEntries(folder).Order(StringComparer.Ordinal))
        {
            var link = new FileInfo(path).LinkTarget;
            var isFolder = link is null && Directory.Exists(path);
            var bytes = link is null && !isFolder ? Convert.ToHexString(SHA256.HashData(File.ReadAllBytes(path))) : "";
            entries.Add($"{path} {link} {(isFolder ? "folder" : $"{File.GetLastWriteTimeUtc(path):O}")} {bytes}");
            entries.AddRange(isFolder ? Of(path) : []);
        }

        return entries;
    }
}
