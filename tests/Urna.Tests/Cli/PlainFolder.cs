namespace Urna.Tests.Cli;

/// <summary>A folder of a test's own for plain files.</summary>
sealed class PlainFolder : IDisposable
{
    readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("urna-test-");

    /// <summary>Its path.</summary>
    public string Folder => folder.FullName;

    /// <summary>Writes a file; its path.</summary>
    public string Write(string name, string text)
    {
        var path = Path.Combine(folder.FullName, name);
        File.WriteAllText(path, text);
        return path;
    }

    public void Dispose() => folder.Delete(recursive: true);
}
