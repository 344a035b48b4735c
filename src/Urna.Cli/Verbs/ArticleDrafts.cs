using Urna.Judge;
using Urna.Judge.Articles;
using Urna.Judge.Suggest;
using Urna.Model;
using Urna.Store;
using Urna.Store.Claims;
using Urna.Store.Elections;

namespace Urna.Cli.Verbs;

/// <summary>An article with the claims that it seems to make about an election.</summary>
/// <param name="Article">The article.</param>
/// <param name="Election">The name of the election.</param>
/// <param name="Store">The elections.</param>
/// <param name="Drafts">The drafts.</param>
sealed record ArticleDrafts(Article Article, string Election, ClaimStore Store, DraftSet Drafts)
{
    /// <summary>Reads and drafts an article; null if it, an election or the names cannot be read, which is told.</summary>
    public static ArticleDrafts? Read(FileInfo file, string election, DirectoryInfo elections, Language language)
    {
        var path = elections.Exists && Workspace.Open(elections.FullName).Named(election) is not [] ? election : ShippedElections.Resolve(election);
        var (folder, id) = File.Exists(Path.Combine(path, ElectionFolder.FileName)) ? (new DirectoryInfo(path).Parent!, new DirectoryInfo(path).Name) : (elections, election);
        var workspace = folder.Exists ? Workspace.Open(folder.FullName) : null;
        if (workspace is null || workspace.Named(id).IsEmpty)
        {
            throw new UsageException(LocalizedText.Say("article-drafts.there-is-no-election-in-name", ("id", id), ("folder", folder.ToString())));
        }

        return Of(file, workspace, id, $"{folder}", language);
    }

    /// <summary>Drafts an article about an election of a workspace; null if something cannot be read, which is told.</summary>
    public static ArticleDrafts? Of(FileInfo file, Workspace workspace, string id, string folder, Language language)
    {
        var read = ArticleFile.Read(file.FullName);
        if (read.Value is not { } article)
        {
            Messages.TellFaults(file.Name, read.Findings, language);
            return null;
        }

        // A sentence may speak of any of them, so that a draft without one of them could name another.
        var (store, ofStore) = workspace.StoreOf(id, Directory.GetCurrentDirectory());
        if ((store?.FaultsOfAll() ?? ofStore) is { IsEmpty: false } faults)
        {
            Messages.TellFaults(folder, faults, language);
            return null;
        }

        var (names, ofNames) = workspace.NamesFor(id);
        if (names is null)
        {
            Messages.TellFaults(NamesFile.FileName, ofNames, language);
            return null;
        }

        return new(article, id, store!, new DraftReader(store!, names).Of(article));
    }

    /// <summary>The sure drafts as claims, bound to the article, and the others as open questions.</summary>
    public ClaimSet Claims()
    {
        var (sure, open) = DraftFields.Parted(Drafts.Claims, Store);
        return new(Election, LocalizedText.Same(""), sure, Store) { Article = Article, Open = open };
    }
}
