using Urna.Judge;
using Urna.Judge.Suggest;
using Urna.Model;
using Urna.Store.Claims;

namespace Urna.Tests.Corpus;

/// <summary>Holds drafts against the labels of articles that a person wrote.</summary>
static class WrittenScore
{
    static readonly string[] keys = ["measure", "contest", "of", "than", "places", "base", "level", "out-of", "what", "since", "order", "count", "not", "wording", "value"];

    /// <summary>Scores an article: a row a statement, and one for each sure draft that is of no statement.</summary>
    public static (List<Scored> Rows, int Whole, int Drafts) Of(WrittenArticle article, DraftReader reader, ClaimStore store)
    {
        var text = MarkdownArticle.Read(article.Text)!;
        var drafts = reader.Of(text).Claims;
        var left = drafts.ToHashSet();
        var rows = new List<Scored>();
        foreach (var label in article.Labels)
        {
            var own = drafts.Where(d => left.Contains(d) && Lines(article.Text, label.At) == d.Line && Has(label, d))
                .OrderBy(d => Wrong(label, d, store).Count()).ThenBy(d => Math.Abs(IndexOf(article.Text, d) - label.At)).FirstOrDefault();
            if (own is not null)
            {
                left.Remove(own);
            }

            rows.Add(Row(article, label, own, store));
        }

        rows.AddRange(left.Where(d => d.IsWhole).Select(d => new Scored(article.Language, "distractor", false, false, IsSilent: true, IsFalse: Judged(d, store) is Verdict.Contradicted, $"whole draft without a statement, rule {d.Rule}", $"{article.Name}: {d.Words} | {Told(d)}")));
        return (rows, drafts.Count(d => d.IsWhole), drafts.Length);
    }

    static Scored Row(WrittenArticle article, WrittenLabel label, DraftClaim? draft, ClaimStore store)
    {
        var wrong = draft is null ? ["no draft"] : Wrong(label, draft, store).ToList();
        var isFound = draft is not null && draft.Fields.First(f => f.Key == "measure").Values.Contains(label.One("measure"));
        var isWhole = draft is { IsWhole: true };
        var open = draft is null or { IsWhole: true } ? "" : $"open: {string.Join(", ", draft.Fields.Where(f => f.IsOpen).Select(f => f.Key))}";
        var isFalse = isWhole && wrong.Count > 0 && Judged(draft!, store) is Verdict.Contradicted;
        return new(article.Language, label.One("measure"), isFound, isWhole && wrong.Count == 0, isWhole && wrong.Count > 0, isFalse,
            string.Join("; ", wrong.Select(w => $"wrong: {w}").Append(open).Where(w => w.Length > 0)) + (draft is null ? "" : $" [{draft.Rule}]"), $"{article.Name}: {label.Words} {label.One("of")}: {(draft is null ? "" : $"{draft.Words} | {Told(draft)}")}");
    }

    static string Told(DraftClaim draft) => string.Join("; ", draft.Fields.Select(f => $"{f.Key}={(f.IsOpen ? "?" : "")}{string.Join(",", f.Values)}"));

    /// <summary>Whether a draft has the number of a statement.</summary>
    static bool Has(WrittenLabel label, DraftClaim draft) => draft.Fields.FirstOrDefault(f => f.Key == "value") is { Values: [var value, ..] } && label.Fields["value"].Any(v => IsSame("value", value, v));

    /// <summary>The settled fields in which a draft says something else than the statement, and those that it lacks.</summary>
    static IEnumerable<string> Wrong(WrittenLabel label, DraftClaim draft, ClaimStore store) => keys.Where(key =>
    {
        var said = draft.Fields.FirstOrDefault(f => f.Key == key) ?? (key == "contest" ? draft.Fields.FirstOrDefault(f => f.Key == "chamber") : null);
        var meant = key == "contest" ? Contest(label) : label.Fields.TryGetValue(key, out var values) ? values : [""];
        var isLeft = key == "base" && said is { IsOpen: false, Values: ["registered"] } && label.One("measure") is "turnout" or "abstention";
        return said is { IsOpen: true } || isLeft || meant.Contains("any") ? false : said is null ? meant[0].Length > 0 : !meant.Any(m => IsSame(key, Said(draft, key, said), m) || (key is "of" or "than" && AreSame(said.Values, m, draft, store)));
    });

    static string[] Contest(WrittenLabel label) => label.One("chamber") is { Length: > 0 } chamber ? [.. label.Fields["contest"].Select(c => $"{c}{chamber}")] : label.Fields["contest"];

    static string Said(DraftClaim draft, string key, DraftField said)
    {
        string One(string of) => draft.Fields.FirstOrDefault(f => f.Key == of) is { IsOpen: false } f ? f.Values[0] : "";
        return key == "contest" ? One("contest") + One("chamber") : string.Join(",", said.Values);
    }

    static bool IsSame(string key, string said, string label) => key is "value" or "out-of" && label.Length > 0
        ? Stated.Parse(said) is { } a && Stated.Parse(label) is { } b ? a.Value == b.Value && a.Unit == b.Unit && a.Step == b.Step : string.Equals(said, label, StringComparison.Ordinal)
        : FoldedName.Of(said) == FoldedName.Of(label);

    /// <summary>Whether two names of a ballot stand for the same candidacies.</summary>
    static bool AreSame(IEnumerable<string> said, string label, DraftClaim draft, ClaimStore store)
    {
        if (draft.Fields.FirstOrDefault(f => f.Key == "contest") is not { IsOpen: false, Values: [var contest] } || ContestName.Parse(contest) is not { } name || store.Election(name.Election)?.Contest(name.Contest) is not { } ballot)
        {
            return said.Select(FoldedName.Of).ToHashSet().SetEquals(label.Split('+').Select(FoldedName.Of));
        }

        HashSet<string> Choices(IEnumerable<string> names) => [.. names.Select(FoldedName.Of).ToHashSet() is var of
            ? ballot.Candidacies.Where(c => new[] { c.Choice, c.List, c.Party, c.Candidate }.Any(n => of.Contains(FoldedName.Of(n)))).Select(c => c.Choice) : []];
        var meant = Choices(label.Split('+'));
        return meant.Count > 0 && meant.SetEquals(Choices(said));
    }

    static int Lines(string text, int at) => text.Take(at).Count(c => c == '\n') + 1;

    static int IndexOf(string text, DraftClaim draft) => text.IndexOf(draft.Words, StringComparison.Ordinal) is >= 0 and var at ? at : 0;

    static Verdict? Judged(DraftClaim draft, ClaimStore store) => DraftFields.Of(draft) is { } fields && fields.Faults(store).IsEmpty ? ClaimJudge.Of(Claim.Of(fields), store).Verdict : null;
}
