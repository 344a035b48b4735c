using System.Collections.Immutable;
using System.Globalization;
using Markdig.Extensions.Tables;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using Urna.Judge;
using Urna.Judge.Articles;
using Urna.Report.Json;

namespace Urna.Report.Articles;

/// <summary>Writes an article as safe HTML, with its claims marked and gaps for the notes on them.</summary>
/// <remarks>Raw HTML is text, addresses lead to the web or nowhere, and pictures are their words: a page asks nothing of the network.</remarks>
static class ArticleHtml
{
    const char Gap = '\u0002';

    /// <summary>The passages of an article.</summary>
    /// <param name="article">The article.</param>
    /// <param name="judgements">Its claims, judged.</param>
    /// <param name="words">The language of labels.</param>
    public static ImmutableArray<ArticlePassage> Passages(Article article, ImmutableArray<Judgement> judgements, Wording words)
    {
        // The tree is changed, and the article is not.
        var copy = Article.Read(article.Markdown)!;
        var places = Places(copy, judgements).ToList();
        ArticleMarkup.Set(copy, places);
        foreach (var heading in copy.Document.Descendants<HeadingBlock>())
        {
            heading.Level = Math.Min(6, heading.Level + 1);
        }

        using var text = new StringWriter(CultureInfo.InvariantCulture) { NewLine = "\n" };
        var renderer = new HtmlRenderer(text);
        renderer.ObjectRenderers.Replace<ParagraphRenderer>(new Paragraph());
        renderer.ObjectRenderers.Replace<Markdig.Renderers.Html.Inlines.LinkInlineRenderer>(new Link());
        renderer.ObjectRenderers.Replace<Markdig.Renderers.Html.Inlines.AutolinkInlineRenderer>(new Autolink());
        renderer.ObjectRenderers.Add(new ScrolledTable());
        renderer.ObjectRenderers.Add(new Mark(judgements, Numbers(places), words));
        renderer.ObjectRenderers.Add(new Notes());
        renderer.ObjectRenderers.Add(new NotesAfter());
        renderer.Render(copy.Document);
        return [.. text.ToString().Split(Gap).Chunk(2).Select(part => new ArticlePassage(part[0], part.Length == 1 ? [] : [.. part[1].Split(' ').Select(n => int.Parse(n, CultureInfo.InvariantCulture))]))];
    }

    /// <summary>The numbers that claims have in an article, from 1 in the order of their words.</summary>
    /// <param name="article">The article.</param>
    /// <param name="judgements">Its claims, judged.</param>
    public static Dictionary<int, int> Numbers(Article article, ImmutableArray<Judgement> judgements) => Numbers(Places(article, judgements));

    static Dictionary<int, int> Numbers(IEnumerable<ClaimPlace> places) =>
        places.Where(p => p.IsFirst).OrderBy(p => p.Span.Block).ThenBy(p => p.Span.Start).ThenBy(p => p.Span.End).Select((p, i) => (p.Claim, Number: i + 1)).ToDictionary();

    static IEnumerable<ClaimPlace> Places(Article article, ImmutableArray<Judgement> judgements) =>
        judgements.SelectMany((judgement, i) => judgement.Claim.Spans.Select(s => s.In(article)).OfType<ArticleSpan>()
            .Select((span, n) => new ClaimPlace(i, span, n == 0)));

    static bool IsOfTheWeb(string? address) => Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" or "mailto";

    static void WriteGap(HtmlRenderer renderer, ImmutableArray<int> claims) => renderer.Write(Gap).Write(string.Join(' ', claims)).Write(Gap);

    /// <summary>A paragraph that holds notes is no <c>p</c>, which could not hold them.</summary>
    sealed class Paragraph : HtmlObjectRenderer<ParagraphBlock>
    {
        protected override void Write(HtmlRenderer renderer, ParagraphBlock obj)
        {
            var isBare = renderer.ImplicitParagraph;
            var holdsNotes = obj.Inline?.OfType<NotesInline>().Any() == true;
            if (!isBare)
            {
                renderer.EnsureLine();
                renderer.Write(holdsNotes ? "<div class=\"p\" role=\"paragraph\">" : "<p>");
            }

            renderer.WriteLeafInline(obj);
            if (!isBare)
            {
                renderer.WriteLine(holdsNotes ? "</div>" : "</p>");
            }
        }
    }

    sealed class Link : HtmlObjectRenderer<LinkInline>
    {
        protected override void Write(HtmlRenderer renderer, LinkInline obj)
        {
            var leads = !obj.IsImage && IsOfTheWeb(obj.Url);
            renderer.Write(leads ? "<a rel=\"noopener noreferrer\" href=\"" : obj.IsImage ? "<span class=\"image\">" : "");
            if (leads)
            {
                renderer.WriteEscapeUrl(obj.Url!);
                renderer.Write("\">");
            }

            renderer.WriteChildren(obj);
            renderer.Write(leads ? "</a>" : obj.IsImage ? "</span>" : "");
        }
    }

    sealed class Autolink : HtmlObjectRenderer<AutolinkInline>
    {
        protected override void Write(HtmlRenderer renderer, AutolinkInline obj) => renderer.WriteEscape(obj.Url);
    }

    sealed class ScrolledTable : HtmlObjectRenderer<Table>
    {
        readonly HtmlTableRenderer plain = new();

        protected override void Write(HtmlRenderer renderer, Table obj)
        {
            renderer.Write("<div class=\"scroll\" tabindex=\"0\">");
            plain.Write(renderer, obj);
            renderer.WriteLine("</div>");
        }
    }

    sealed class Mark(ImmutableArray<Judgement> judgements, Dictionary<int, int> numbers, Wording words) : HtmlObjectRenderer<MarkInline>
    {
        protected override void Write(HtmlRenderer renderer, MarkInline obj)
        {
            foreach (var claim in obj.First)
            {
                renderer.Write($"<span id=\"{ClaimWords.SaidAnchor(judgements[claim].Claim.Id)}\"></span>");
            }

            var verdicts = obj.Claims.Select(c => ClaimJson.Name(judgements[c].Verdict)).Distinct().ToList();
            renderer.Write($"<mark class=\"v-{(verdicts.Count == 1 ? verdicts[0] : "several")}\">");
            renderer.WriteChildren(obj);
            renderer.Write("</mark>");
            foreach (var claim in obj.Last)
            {
                var (id, verdict) = (ClaimWords.NoteAnchor(judgements[claim].Claim.Id), judgements[claim].Verdict);
                var told = ClaimWords.Of(ClaimJson.Name(verdict), words);
                renderer.Write($"<sup><a class=\"ref {ClaimWords.Class(verdict)}\" href=\"#{id}\" aria-label=\"{words.L("Note", "Nota")} {numbers[claim]}: {told}\">{ClaimWords.Sign(verdict)}{numbers[claim]}</a></sup>");
            }
        }
    }

    sealed class Notes : HtmlObjectRenderer<NotesInline>
    {
        protected override void Write(HtmlRenderer renderer, NotesInline obj) => WriteGap(renderer, obj.Claims);
    }

    sealed class NotesAfter : HtmlObjectRenderer<NotesBlock>
    {
        protected override void Write(HtmlRenderer renderer, NotesBlock obj) => WriteGap(renderer, obj.Claims);
    }
}
