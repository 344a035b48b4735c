using System.ComponentModel;
using System.Text.Json;
using System.Text.Json.Nodes;
using ModelContextProtocol.Protocol;
using Urna.Contract;
using Urna.Judge;
using Urna.Judge.Articles;
using Urna.Judge.Suggest;
using Urna.Model;
using Urna.Store;
using Urna.Store.Claims;
using Urna.Validate;

namespace Urna.Web.Assistants;

/// <summary>What somebody says of an election, drafted as claims and judged by the count.</summary>
/// <param name="open">The elections.</param>
sealed class ClaimTools(OpenElections open)
{
    const string Name = "claims";

    const string Command = "urna claims CLAIMS.yaml --article ARTICLE.md --format json";

    [Description("Judge one claim, given as fields, by the official count. Verdicts: confirmed, confirmed-by-rounding, depends-on-scope, contradicted, estimated, not-observable, needs-data. Tell the explanation and what the data lack along with the verdict.")]
    public CallToolResult CheckClaim(
        [Description("The election's id.")] string election,
        [Description("share, votes, rank, margin, turnout, abstention, seats, seat-share, change, from-to, record, elected, outcome, majority, quorum, bias, places-reaching, places-won, place-rank, assembly-votes, date, inferred-share.")] string measure,
        [Description("The contest's id, or election/contest for another election.")] string? contest = null,
        [Description("Choices, lists, parties or persons that are summed, by id or name; cast, valid or registered for votes of all.")] string[]? of = null,
        [Description("A number with its unit (28 %, 11.7 points, 7.4 million votes, 37 seats, rank 3), a day, an outcome, or yes or no.")] string? value = null,
        [Description("plain, about, almost, just-over, over, at-least, under, at-most.")] string? wording = null,
        [Description("Places, by id: one, or several that are taken together.")] string[]? places = null,
        [Description("The choice or place that is compared with.")] string[]? than = null,
        [Description("valid, cast or registered.")] string? @base = null,
        [Description("The chamber whose members are counted.")] string? chamber = null,
        [Description("What changed, is a record, or ranks places.")] string? what = null,
        [Description("Earlier contests, or all.")] string[]? since = null,
        [Description("The contest of the rows of an estimate.")] string? from = null,
        [Description("Two numbers, the earlier first, for from-to.")] string[]? values = null,
        [Description("The share that places reach.")] string? reach = null,
        [Description("The level of places that were won.")] string? level = null,
        [Description("Of how many places.")] string? outOf = null,
        [Description("highest or lowest, for place-rank.")] string? order = null,
        [Description("The year in which members were elected.")] int? elected = null,
        [Description("The kind of law whose quorum is asked for.")] string? matter = null,
        [Description("Whether the claim is that it is not so.")] bool? not = null,
        [Description("final or night: of which count the number is.")] string? count = null)
    {
        var claim = new JsonObject { ["id"] = "claim", ["measure"] = measure };
        (string Key, object? Value)[] fields =
        [
            ("contest", contest), ("of", of), ("value", value), ("wording", wording), ("places", places), ("than", than), ("base", @base), ("chamber", chamber), ("what", what), ("since", since), ("from", from),
            ("values", values), ("reach", reach), ("level", level), ("out-of", outOf), ("order", order), ("elected", elected), ("matter", matter), ("not", not is { } isNot ? isNot ? "yes" : "no" : null), ("count", count),
        ];
        foreach (var (key, given) in fields.Where(f => f.Value is not null))
        {
            claim[key] = given switch { string[] several => ToolAnswer.Texts(several), int number => number, _ => (JsonNode)(string)given! };
        }

        // JSON is YAML: the claim passes the same door, with the same faults, as one in a file.
        var file = new JsonObject { ["election"] = election, ["claims"] = new JsonArray(claim) }.ToJsonString();
        var judged = ClaimJudge.Of(Read(file, null)).Judgements;
        return Told(election, judged, null, judged[0].Scopes is [var first, ..] ? first.Figure.Query : null);
    }

    [Description("Draft the claims that an article makes, by plain rules, as a claims file in YAML for a person to finish. It judges nothing; what is not sure says '# choose'.")]
    public CallToolResult DraftArticle([Description("The election's id.")] string election, [Description("The article in Markdown, in English or Spanish.")] string article)
    {
        var drafts = Drafts(election, Article(article));
        return ToolAnswer.Of(
            new JsonObject { ["claims"] = DraftText.Of(drafts, election, Language.English), ["drafted"] = drafts.Claims.Length, ["toChoose"] = drafts.Claims.Count(c => !c.IsWhole), ["fields"] = ToolAnswer.Shape(drafts.Claims.Select(DraftJson.From)) },
            Coverage.None, [], $"urna claims suggest ARTICLE.md --election {OpenElections.Word(election)}");
    }

    [Description("Judge the claims of an article: those of a finished claims file, each bound to its sentence. Without a file the sure drafts alone are judged, and the open ones are given back as a draft to finish.")]
    public CallToolResult CheckArticle(
        [Description("The election's id.")] string election, [Description("The article in Markdown.")] string article, [Description("A finished claims file in YAML; null to judge the sure drafts.")] string? claims = null,
        [Description("First claim, from 0.")] int? offset = null, [Description("Claims at most.")] int? limit = null)
    {
        var text = Article(article);
        if (claims is not null)
        {
            var (finished, of) = Page.Cut(ClaimJudge.Of(Read(claims, text)).Judgements, offset, limit);
            return Told(election, finished, text, Command, of);
        }

        // A draft of which the rules are sure is a claim; any other is a question to a person.
        var (drafts, store) = (Drafts(election, text), Store(election));
        var (sure, open) = DraftFields.Parted(drafts.Claims, store);
        var asked = drafts with { Claims = open, LeftOut = [] };
        var (claimed, page) = Page.Cut(sure, offset, limit);
        Judgement[] part = [.. claimed.Select(c => ClaimJudge.Of(c, store))];
        return Told(election, part, text, Command, page, DraftText.Of(asked, election, Language.English));
    }

    CallToolResult Told(string election, IReadOnlyCollection<Judgement> judged, Article? article, string? command, Page? page = null, string? toFinish = null)
    {
        var (reckoning, _) = open.Election(election);
        var told = ToolAnswer.Shape<IEnumerable<ClaimJson>>(judged.Select(j => ClaimJson.Of(j, Language.English, article)));
        var coverage = new Coverage(
            [.. judged.SelectMany(j => j.Scopes).SelectMany(s => s.Figure.Completeness.Missing).Select(m => m.English).Distinct()], [.. judged.SelectMany(j => j.Notes).Select(n => n.English).Distinct()]);
        var sources = reckoning.Election.Sources.Where(s => judged.SelectMany(j => j.Scopes).Any(w => w.Figure.Sources.Contains(s.Id)));
        return ToolAnswer.Of(toFinish is null ? told : new JsonObject { ["judged"] = told, ["toFinish"] = toFinish }, coverage, sources, command, page);
    }

    ClaimSet Read(string claims, Article? article) => Given(ClaimsFile.Of(claims, Name, open.StoreOf, article));

    DraftSet Drafts(string election, Article article) => new DraftReader(Store(election), Given(open.NamesFor(election))).Of(article);

    ClaimStore Store(string election) => Given(open.StoreOf(election));

    static Article Article(string text) => MarkdownArticle.Read(text) ?? throw new ToolFault([Codes.Finding("V162", LocalizedText.Say("v162.the-article-cannot-be-read-as-2"))]);

    static T Given<T>(ReadResult<T> read)
        where T : class => read.Value is { } value && read.Findings.All(f => f.Severity != Severity.Fault) ? value : throw new ToolFault([.. read.Findings.Where(f => f.Severity == Severity.Fault)]);
}
