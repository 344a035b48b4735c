using System.Collections.Immutable;
using Urna.Judge;
using Urna.Judge.Articles;
using Urna.Model;
using Urna.Store.Yaml;

namespace Urna.Store.Claims;

/// <summary>Claims that were read.</summary>
/// <param name="Election">The id of the election that they are about.</param>
/// <param name="Title">Where they stand.</param>
/// <param name="Claims">The claims, in order.</param>
/// <param name="Store">The elections that they are judged by.</param>
public sealed record ClaimSet(string Election, LocalizedText Title, ImmutableArray<Claim> Claims, ClaimStore Store)
{
    /// <summary>The article that they are bound to; null if none was given.</summary>
    public Article? Article { get; init; }

    /// <summary>Where the article was published; null if the file does not say.</summary>
    public Citation? Citation { get; init; }

    /// <summary>Who answers for the verdicts; null if the file does not say.</summary>
    public Reviewer? Reviewer { get; init; }
}

/// <summary>Reads claims from their YAML file.</summary>
/// <remarks><c>docs/claims.md</c> describes the file; <c>schemas/claims.schema.json</c> checks it in an editor.</remarks>
public static class ClaimsFile
{
    /// <summary>Reads claims, and lists every fault if they cannot be read or name what the store has not.</summary>
    /// <param name="path">The file.</param>
    /// <param name="storeOf">The elections, given the id of the claims' own; null where there is no such election.</param>
    /// <param name="article">The article that has the claims' words; null to leave them unbound.</param>
    public static ReadResult<ClaimSet> Read(string path, Func<string, ClaimStore?> storeOf, Article? article = null)
    {
        var faults = new FaultLog();
        ClaimSet? read = null;
        if (YamlMap.Load(path, Path.GetFileName(path), faults) is { } yaml)
        {
            var election = yaml.Required("election");
            var title = yaml.Localized("title") ?? LocalizedText.Same(Path.GetFileNameWithoutExtension(path));
            var store = storeOf(election);
            if (store is null)
            {
                yaml.NotAllowed("election", election, []);
            }

            var (citation, reviewer) = (ArticleFields.Citation(yaml), ArticleFields.Reviewer(yaml));
            var maps = yaml.Maps("claims");
            if (maps.IsEmpty)
            {
                yaml.Fault("V103", "there are no claims.", "claims", "", "a list of claims");
            }

            var claims = maps.Select(map => ClaimMap.Read(map, store, article)).ToList();
            var ids = new HashSet<string>();
            foreach (var map in maps.Where(m => m.IsText("id") && !ids.Add(m.Text("id")!)))
            {
                map.Fault("V106", $"the claim '{map.Text("id")}' stands twice.", "id", map.Text("id")!, "each id once", $"la afirmación '{map.Text("id")}' está dos veces.");
            }

            yaml.Done();
            read = store is null ? null : new ClaimSet(election, title, [.. claims.OfType<Claim>()], store) { Article = article, Citation = citation, Reviewer = reviewer };
        }

        return faults.Result(() => read);
    }
}
