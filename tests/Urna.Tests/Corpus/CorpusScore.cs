using System.Globalization;
using System.Text;
using Urna.Judge;
using Urna.Judge.Suggest;
using Urna.Store.Claims;

namespace Urna.Tests.Corpus;

/// <summary>What became of one statement or draft.</summary>
/// <param name="Language">The language.</param>
/// <param name="Measure">The measure; <c>distractor</c> for drafts of what is no claim.</param>
/// <param name="IsFound">Whether a draft has the statement's number, or words, and its measure.</param>
/// <param name="IsExact">Whether that draft leaves nothing to choose and is right in every field.</param>
/// <param name="IsSilent">Whether a draft leaves nothing to choose and is wrong.</param>
/// <param name="IsFalse">Whether such a draft is judged otherwise than the statement is.</param>
/// <param name="Failure">What is wrong or open; empty if nothing is.</param>
/// <param name="Sentence">The words.</param>
sealed record Scored(string Language, string Measure, bool IsFound, bool IsExact, bool IsSilent, bool IsFalse, string Failure, string Sentence);

/// <summary>Holds drafts against the labels of the corpus.</summary>
static class CorpusScore
{
    /// <summary>Scores an article.</summary>
    /// <param name="article">The article with its labels.</param>
    /// <param name="reader">What drafts.</param>
    /// <param name="store">What judges.</param>
    public static (List<Scored> Rows, int Whole, int Drafts) Of(CorpusArticle article, DraftReader reader, ClaimStore store)
    {
        var text = MarkdownArticle.Read(article.Text)!;
        var drafts = reader.Of(text).Claims;
        var left = drafts.ToHashSet();
        var rows = new List<Scored>();
        foreach (var label in article.Labels)
        {
            var own = Nearest(label, drafts.Where(d => left.Contains(d) && Covers(text, d, label)));
            if (own is not null)
            {
                left.Remove(own);
            }

            rows.Add(Row(article, label, own, store));
        }

        rows.AddRange(left.Where(d => d.IsWhole).Select(d => new Scored(article.Language, "distractor", false, false, IsSilent: true, IsFalse: Judged(d, store) is Urna.Judge.Verdict.Contradicted, $"whole draft without a statement, rule {d.Rule}", d.Words)));
        return (rows, drafts.Count(d => d.IsWhole), drafts.Length);
    }

    static Scored Row(CorpusArticle article, CorpusLabel label, DraftClaim? draft, ClaimStore store)
    {
        var wrong = draft is null ? ["no draft"] : Wrong(label, draft).ToList();
        var isFound = draft is not null && MayBe(draft, "measure", label.Measure);
        var isExact = draft is { IsWhole: true } && wrong.Count == 0;
        var isSilent = draft is { IsWhole: true } && wrong.Count > 0;
        var isFalse = draft is { IsWhole: true } && Judged(draft, store) is { } verdict && (label.Holds ? verdict == Urna.Judge.Verdict.Contradicted : verdict is Urna.Judge.Verdict.Confirmed or Urna.Judge.Verdict.ConfirmedByRounding);
        var open = draft is null or { IsWhole: true } ? "" : $"open: {string.Join(", ", draft.Fields.Where(f => f.IsOpen).Select(f => f.Key))}";
        return new(article.Language, label.Measure, isFound, isExact, isSilent, isFalse, string.Join("; ", wrong.Select(w => $"wrong: {w}").Append(open).Where(w => w.Length > 0)) + (draft is null ? "" : $" [{draft.Rule}]"), $"{label.Value} {label.Of}: {label.Sentence}");
    }

    /// <summary>The fields in which a draft says something else than the label.</summary>
    static IEnumerable<string> Wrong(CorpusLabel label, DraftClaim draft)
    {
        (string Key, string Value)[] fields = [("measure", label.Measure), ("contest", label.Contest), ("of", label.Of), ("than", label.Than), ("wording", label.Wording), ("value", label.Value), ("places", ""), ("base", ""), ("chamber", "")];
        return fields.Where(f => draft.Fields.FirstOrDefault(d => d.Key == f.Key) is { IsOpen: false } said ? !Same(f.Key, said.Values[0], f.Value) : f.Value.Length > 0 && draft.Fields.All(d => d.Key != f.Key)).Select(f => f.Key);
    }

    static bool Same(string key, string said, string label) =>
        key == "value" ? Stated.Parse(said)?.Value == Stated.Parse(label)?.Value && said.Split(' ')[^1] == label.Split(' ')[^1] : Urna.Model.FoldedName.Of(said) == Urna.Model.FoldedName.Of(label) || (key == "base" && said == "registered" && label.Length == 0);

    static bool MayBe(DraftClaim draft, string key, string value) => draft.Fields.FirstOrDefault(f => f.Key == key) is { } field && field.Values.Contains(value);

    static DraftClaim? Nearest(CorpusLabel label, IEnumerable<DraftClaim> drafts)
    {
        var all = drafts.ToList();
        bool HasValue(DraftClaim d) => d.Fields.FirstOrDefault(f => f.Key == "value") is { Values: [var value, ..] } && Same("value", value, label.Value);
        bool IsOf(DraftClaim d) => label.Of.Length == 0 || MayBe(d, "of", label.Of);
        return all.Find(d => HasValue(d) && MayBe(d, "measure", label.Measure) && IsOf(d)) ?? all.Find(d => HasValue(d) && MayBe(d, "measure", label.Measure)) ?? all.Find(HasValue);
    }

    static bool Covers(Urna.Judge.Articles.Article article, DraftClaim draft, CorpusLabel label)
    {
        var sentence = article.Find(label.Sentence).FirstOrDefault();
        var span = article.Find(draft.Words).ElementAtOrDefault((draft.Occurrence ?? 1) - 1);
        return sentence is not null && span is not null && sentence.Block == span.Block && span.Start <= sentence.Start + label.At && span.End >= sentence.Start + label.At;
    }

    static Urna.Judge.Verdict? Judged(DraftClaim draft, ClaimStore store) =>
        DraftFields.Of(draft) is { } fields && fields.Faults(store).IsEmpty ? ClaimJudge.Of(Claim.Of(fields), store).Verdict : null;

    /// <summary>The figures as a page for people.</summary>
    public static string Page(IReadOnlyList<(string Half, List<Scored> Rows, int Whole, int Drafts, int Distractors, int Articles)> halves)
    {
        var page = new StringBuilder("# Drafts of claims on the corpus of articles\n\nWritten by `CorpusTests` (`URNA_ACCEPT=1`). The labels of the first two halves are made from the tables by `CorpusMaker`; those of the articles written by hand are marks in the text, under `tests/Urna.Tests/Corpus/Written`. *Found*: a draft with the statement's number and measure. *Exact*: it leaves nothing to choose and every field is right. "
            + "*Silent*: a draft that leaves nothing to choose and is wrong. *False verdicts*: a draft that is judged otherwise than the tables say.\n");
        foreach (var (half, rows, whole, drafts, distractors, articles) in halves)
        {
            var labels = rows.Where(r => r.Measure != "distractor").ToList();
            page.Append(CultureInfo.InvariantCulture, $"\n## {char.ToUpperInvariant(half[0])}{half[1..]}: {articles} articles, {labels.Count} statements, {distractors} distractors\n\n{drafts} drafts, {whole} of them with nothing to choose; precision of those {Part(labels.Count(r => r.IsExact), whole)}; silent {rows.Count(r => r.IsSilent)}; false verdicts {rows.Count(r => r.IsFalse)}.\n\n");
            page.Append("| | statements | found | exact | silent | false verdicts |\n|---|---:|---:|---:|---:|---:|\n");
            foreach (var (name, of) in labels.GroupBy(r => r.Language).Select(g => (g.Key, g.ToList())).Concat(labels.GroupBy(r => r.Measure).OrderBy(g => g.Key, StringComparer.Ordinal).Select(g => (g.Key, g.ToList()))).Append(("all", labels)))
            {
                page.Append(CultureInfo.InvariantCulture, $"| {name} | {of.Count} | {Part(of.Count(r => r.IsFound), of.Count)} | {Part(of.Count(r => r.IsExact), of.Count)} | {of.Count(r => r.IsSilent)} | {of.Count(r => r.IsFalse)} |\n");
            }

            page.Append("\nWhat keeps statements from being exact:\n\n| | statements |\n|---|---:|\n");
            foreach (var kind in labels.Where(r => !r.IsExact).GroupBy(r => r.Failure.Split(" [")[0]).OrderByDescending(g => g.Count()).ThenBy(g => g.Key, StringComparer.Ordinal).Take(15))
            {
                page.Append(CultureInfo.InvariantCulture, $"| {kind.Key} | {kind.Count()} |\n");
            }
        }

        return page.ToString();
    }

    static string Part(int part, int whole) => whole == 0 ? "–" : (part / (double)whole).ToString("0.000", CultureInfo.InvariantCulture);
}
