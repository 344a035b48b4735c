using System.Collections.Immutable;
using Urna.Judge;
using Urna.Judge.Articles;
using Urna.Model;
using Urna.Store.Yaml;
using Urna.Validate;

namespace Urna.Store.Claims;

/// <summary>Reads claims from their YAML file.</summary>
/// <remarks><c>docs/claims.md</c> describes the file; <c>schemas/claims.schema.json</c> checks it in an editor.</remarks>
public static class ClaimsFile
{
    /// <summary>Reads claims, and lists every fault if they cannot be read or name what the store has not.</summary>
    /// <param name="path">The file.</param>
    /// <param name="storeOf">The elections, given the id of the claims' own; null where there is no such election.</param>
    /// <param name="article">The article that has the claims' words; null to leave them unbound.</param>
    public static ReadResult<ClaimSet> Read(string path, Func<string, ClaimStore?> storeOf, Article? article = null) =>
        Read(path, id => new ReadResult<ClaimStore>(storeOf(id), []), article);

    /// <summary>Reads claims, and lists every fault if they cannot be read, name what the store has not, or need what it cannot use.</summary>
    /// <param name="path">The file.</param>
    /// <param name="storeOf">The elections, given the name of the claims' own, or what keeps that one from being used.</param>
    /// <param name="article">The article that has the claims' words; null to leave them unbound.</param>
    public static ReadResult<ClaimSet> Read(string path, Func<string, ReadResult<ClaimStore>> storeOf, Article? article = null)
    {
        var faults = new FaultLog();
        return Read(YamlMap.Load(path, Path.GetFileName(path), faults), Path.GetFileNameWithoutExtension(path), storeOf, article, faults);
    }

    /// <summary>Reads claims from a text, as from a file.</summary>
    /// <param name="text">The claims in YAML, or in JSON, which is YAML too.</param>
    /// <param name="name">What faults call the text.</param>
    /// <param name="storeOf">The elections, given the name of the claims' own, or what keeps that one from being used.</param>
    /// <param name="article">The article that has the claims' words; null to leave them unbound.</param>
    public static ReadResult<ClaimSet> Of(string text, string name, Func<string, ReadResult<ClaimStore>> storeOf, Article? article = null)
    {
        ArgumentNullException.ThrowIfNull(text);
        var faults = new FaultLog();
        return Read(YamlMap.Of(text, name, faults), name, storeOf, article, faults);
    }

    static ReadResult<ClaimSet> Read(YamlMap? read, string name, Func<string, ReadResult<ClaimStore>> storeOf, Article? article, FaultLog faults)
    {
        ClaimSet? set = null;
        if (read is { } yaml)
        {
            var election = yaml.Required("election");
            var title = yaml.Localized("title") ?? LocalizedText.Same(name);
            var (store, ofStore) = storeOf(election);
            if (store is null)
            {
                TellElection(yaml, election, ofStore, faults);
            }

            var (citation, reviewer) = (ArticleFields.Citation(yaml), ArticleFields.Reviewer(yaml));
            var maps = yaml.Maps("claims");
            if (maps.IsEmpty)
            {
                yaml.Fault("V103", LocalizedText.Say("v103.there-are-no-claims"), "claims", "", "a list of claims");
            }

            var claims = maps.Select(map => ClaimMap.Read(map, store, article, faults)).ToList();
            var ids = new HashSet<string>();
            foreach (var map in maps.Where(m => m.IsText("id") && !ids.Add(m.Text("id")!)))
            {
                map.Fault(
                    "V106",
                    LocalizedText.Say("v106.the-claim-stands-twice", ("text", map.Text("id"))),
                    "id", map.Text("id")!, "each id once");
            }

            yaml.Done();
            set = store is null ? null : new ClaimSet(election, title, [.. claims.OfType<Claim>()], store) { Article = article, Citation = citation, Reviewer = reviewer };
        }

        return faults.Result(() => set);
    }

    /// <summary>Tells that there is no election of a name, or what keeps it from being used.</summary>
    static void TellElection(YamlMap yaml, string name, ImmutableArray<Finding> found, FaultLog faults)
    {
        if (found is [] or [{ File.Length: 0, Code: "V110" }])
        {
            yaml.Fault(
                "V110",
                LocalizedText.Say("v110.there-is-no-election-2", ("name", name)),
                "election", name, found is [var none] ? none.Expected : "(none)");
            return;
        }

        yaml.Fault(
            "V170",
            LocalizedText.Say("v170.the-election-cannot-be-used", ("name", name)),
            "election", name, "an election without faults");
        faults.AddRange(found);
    }
}
