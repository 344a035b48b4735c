using Urna.Judge;
using Urna.Model;
using Urna.Store;
using Urna.Store.Claims;
using Urna.Store.Elections;

namespace Urna.Cli;

/// <summary>Claims as verbs take them: with every election of the folder that theirs lies in.</summary>
static class ClaimsInput
{
    const string FileName = "claims.yaml";

    /// <summary>The claims beside an election; null if there are none.</summary>
    /// <param name="path">The election's folder.</param>
    public static ReadResult<ClaimSet>? Beside(string path)
    {
        var file = new FileInfo(Path.Combine(path, FileName));
        return file is { Exists: true, Directory.Parent: { } folder } ? ClaimsFile.Read(file.FullName, id => Store(folder, id)) : null;
    }

    /// <summary>The elections of a folder; null if the claims' own is not among them.</summary>
    /// <param name="folder">The folder of election folders.</param>
    /// <param name="own">The id of the claims' election.</param>
    public static ClaimStore? Store(DirectoryInfo folder, string own)
    {
        var elections = new Dictionary<string, Election>();
        var rules = new Dictionary<string, Allocate.ElectoralRule>();
        foreach (var path in folder.GetDirectories().Where(d => File.Exists(Path.Combine(d.FullName, ElectionFolder.FileName))))
        {
            var input = ElectionInput.Read(path.FullName);
            if (input.Election is { } election && elections.TryAdd(election.Id, election))
            {
                foreach (var (name, rule) in input.Rules)
                {
                    rules.TryAdd(name, rule);
                }
            }
        }

        return elections.TryGetValue(own, out var found) ? new ClaimStore(found, elections, rules) : null;
    }
}
