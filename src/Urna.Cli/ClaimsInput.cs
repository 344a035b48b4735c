using System.CommandLine;
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
    public static ReadResult<ClaimSet> Read(FileInfo file, DirectoryInfo? folder, FileInfo? article)
    {
        var text = article is null ? null : ArticleFile.Read(article.FullName);
        return text is { Value: null }
            ? new ReadResult<ClaimSet>(null, text.Findings)
            : ClaimsFile.Read(file.FullName, id => folder is null ? null : Store(folder, id), text?.Value);
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
