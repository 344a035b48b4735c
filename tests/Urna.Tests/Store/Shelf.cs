using Urna.Store;

namespace Urna.Tests.Store;

/// <summary>A folder of small elections of a test's own.</summary>
sealed class Shelf : IDisposable
{
    readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("urna-test-");

    /// <summary>Its path.</summary>
    public string Folder => folder.FullName;

    /// <summary>Adds an election of one day, whose first candidate has some votes more than the others.</summary>
    /// <param name="name">The folder's name.</param>
    /// <param name="id">The id.</param>
    /// <param name="year">The year of the vote.</param>
    /// <param name="votes">Votes of the first candidate in its first unit.</param>
    public Shelf Add(string name, string id, int year, long votes)
    {
        var own = folder.CreateSubdirectory(name).FullName;
        using var tiny = new TinyElection();
        tiny.Damage("election.yaml", "id: tiny", $"id: {id}").Damage("election.yaml", "2020-05-03", $"{year}-05-03").Damage("results.csv", "assembly,n-1,a1,120", $"assembly,n-1,a1,{votes}");
        foreach (var file in Directory.EnumerateFiles(tiny.Folder))
        {
            File.Copy(file, Path.Combine(own, Path.GetFileName(file)));
        }

        return this;
    }

    /// <summary>Replaces a text that must stand in a file.</summary>
    public Shelf Damage(string file, string from, string to)
    {
        var path = Path.Combine(Folder, file);
        Assert.Contains(from, File.ReadAllText(path), StringComparison.Ordinal);
        File.WriteAllText(path, File.ReadAllText(path).Replace(from, to, StringComparison.Ordinal));
        return this;
    }

    /// <summary>Writes a claims file about an election.</summary>
    /// <returns>Its path.</returns>
    public string Claims(string name, string election, params string[] claims)
    {
        var path = Path.Combine(Folder, name, "claims.yaml");
        File.WriteAllText(path, $"election: {election}\nclaims:\n{string.Concat(claims.Select(c => $"  - {c}\n"))}");
        return path;
    }

    /// <summary>The elections, opened anew.</summary>
    public Workspace Open() => Workspace.Open(Folder);

    public void Dispose() => folder.Delete(recursive: true);
}
