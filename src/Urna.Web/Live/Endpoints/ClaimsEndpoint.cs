using Urna.Contract;
using Urna.Judge;
using Urna.Judge.Articles;
using Urna.Judge.Suggest;
using Urna.Model;
using Urna.Store.Claims;
using Urna.Validate;

namespace Urna.Web.Live.Endpoints;

/// <summary>What is said of an election, judged by its count.</summary>
static class ClaimsEndpoint
{
    public static Endpoint Endpoint { get; } = new("/api/v1/elections/{id}/claims", "The claims that lie beside the election, judged.", typeof(IEnumerable<ClaimJson>), Answer)
    {
        Command = "urna claims",
        Parameters = [new("lang", "the language of explanations") { Words = [.. Languages.All.Select(l => l.Code)] }],
    };

    static Reply Answer(LiveState state, Asked asked)
    {
        var (folder, _) = state.Election(asked.Path("id"));
        var file = folder.Claims ?? throw ServeFault.NotThere("claims", folder.Folder, state.Workspace.Elections.Where(e => e.Claims is not null).Select(e => e.Id ?? e.Folder));
        var read = state.Read(folder, () => state.Known.Claims(file, folder.Article, Directory.GetCurrentDirectory()));
        var claims = Given(read.Value, read.Findings);
        return Reply.Json(ClaimJudge.Of(claims).Judgements.Select(j => ClaimJson.Of(j, asked.Language(), claims.Article)).ToList().AsEnumerable());
    }

    /// <summary>An article, drafted and judged as <c>urna claims check</c> does: the sure drafts judged, the others as questions.</summary>
    /// <param name="state">The state.</param>
    /// <param name="election">The election.</param>
    /// <param name="text">The article in Markdown.</param>
    /// <param name="language">The language of explanations.</param>
    public static Reply Check(LiveState state, string election, string text, Language language)
    {
        var (folder, _) = state.Election(election);
        var article = MarkdownArticle.Read(text) ?? throw ServeFault.Wrong("article", LocalizedText.Say("v162.the-article-cannot-be-read-as-2").English);
        var (store, ofStore) = state.Read(folder, () => state.Known.StoreOf(folder.Folder, Directory.GetCurrentDirectory()));
        var (names, ofNames) = state.Read(folder, () => state.Known.NamesFor(folder.Folder));
        var drafts = new DraftReader(Given(store, ofStore), Given(names, ofNames)).Of(article);
        var (sure, open) = DraftFields.Parted(drafts.Claims, store!);
        return Reply.Json(new CheckJson(
            [.. sure.Select(c => ClaimJson.Of(ClaimJudge.Of(c, store!), language, article))], open.Select(DraftJson.From), drafts.LeftOut.Select(s => new SentenceJson(s.Line, s.Text))));
    }

    static T Given<T>(T? value, IEnumerable<Finding> findings)
        where T : class => findings.Where(f => f.Severity == Severity.Fault).ToList() is { Count: > 0 } faults || value is null ? throw ServeFault.NotEnough([.. findings]) : value;
}
