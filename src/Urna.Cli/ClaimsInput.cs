using System.CommandLine;
using Urna.Allocate;
using Urna.Judge;
using Urna.Model;
using Urna.Power;
using Urna.Store;
using Urna.Store.Claims;
using Urna.Store.Elections;

namespace Urna.Cli;

/// <summary>Claims as verbs take them: with every election of the folder that theirs lies in.</summary>
static class ClaimsInput
{
    const string FileName = "claims.yaml";

    const string ArticleName = "article.md";

    /// <summary>The option that names an article.</summary>
    public static Option<FileInfo?> ArticleOption() => new("--article") { Description = "the article in Markdown that has the words of the claims' spans", HelpName = "ARTICLE.md" };

    /// <summary>The claims beside an election, bound to its article; null if there are none.</summary>
    /// <param name="path">The election's folder.</param>
    /// <param name="article">The article; null for that of the folder, if it has one.</param>
    public static ReadResult<ClaimSet>? Beside(string path, FileInfo? article)
    {
        var file = new FileInfo(Path.Combine(path, FileName));
        var own = new FileInfo(Path.Combine(path, ArticleName));
        return file is { Exists: true, Directory.Parent: { } folder } ? Read(file, folder, article ?? (own.Exists ? own : null)) : null;
    }

    /// <summary>Claims, bound to an article if one is named; the faults of both files otherwise.</summary>
    /// <param name="file">The claims.</param>
    /// <param name="folder">The folder of election folders; null if there is none.</param>
    /// <param name="article">The article; null for none.</param>
    /// <param name="from">The folder from which commands that show figures are to run; null for <paramref name="folder"/> with ids.</param>
    public static ReadResult<ClaimSet> Read(FileInfo file, DirectoryInfo? folder, FileInfo? article, string? from = null)
    {
        var text = article is null ? null : ArticleFile.Read(article.FullName);
        return text is { Value: null }
            ? new ReadResult<ClaimSet>(null, text.Findings)
            : ClaimsFile.Read(file.FullName, id => folder is null ? null : Store(folder, id, from), text?.Value);
    }

    /// <summary>The elections of a folder; null if the claims' own is not among them.</summary>
    /// <param name="folder">The folder of election folders.</param>
    /// <param name="own">The id of the claims' election.</param>
    /// <param name="from">The folder from which commands that show figures are to run; null for <paramref name="folder"/> with ids.</param>
    public static ClaimStore? Store(DirectoryInfo folder, string own, string? from = null)
    {
        var elections = new Dictionary<string, Election>();
        var rules = new Dictionary<string, ElectoralRule>();
        var quorums = ShippedQuorums();
        var folders = new Dictionary<string, string>();
        foreach (var path in (folder.Exists ? folder.GetDirectories() : []).Where(d => File.Exists(Path.Combine(d.FullName, ElectionFolder.FileName))).OrderBy(d => d.Name, StringComparer.Ordinal))
        {
            var input = ElectionInput.Read(path.FullName);
            if (input.Election is not { } election || !elections.TryAdd(election.Id, election))
            {
                continue;
            }

            folders.Add(election.Id, from is null ? path.Name : Path.GetRelativePath(from, path.FullName).Replace('\\', '/'));
            foreach (var (name, rule) in input.Rules)
            {
                rules.TryAdd(name, rule);
            }

            if (election.Quorums is { } named && input.Quorums is { } law)
            {
                quorums.TryAdd(named, law);
            }
        }

        return elections.TryGetValue(own, out var found) ? new ClaimStore(found, elections, rules) { Quorums = quorums, Folders = folders } : null;
    }

    /// <summary>The quorums that ship, by name and by country and name.</summary>
    static Dictionary<string, QuorumLaw> ShippedQuorums()
    {
        var quorums = new Dictionary<string, QuorumLaw>();
        foreach (var name in ElectionInput.ShippedQuorums.Names)
        {
            if (ElectionInput.ShippedQuorums.Find(name).Value is { } law)
            {
                quorums.TryAdd(name, law);
                quorums.TryAdd($"{law.Country}/{name}", law);
            }
        }

        return quorums;
    }
}
