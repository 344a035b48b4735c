using System.Collections.Immutable;
using System.Globalization;
using Markdig.Extensions.Tables;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using Urna.Judge.Articles;

namespace Urna.Report.Articles;

/// <summary>Writes an article as safe HTML, with its claims marked and gaps for the notes on them.</summary>
/// <remarks>Raw HTML is text, addresses lead to the web or nowhere, and pictures are their words: a page asks nothing of the network.</remarks>
static class ArticleHtml
{
    /// <summary>The passages of an article.</summary>
    /// <param name="article">The article.</param>
    /// <param name="said">Its claims, judged or open.</param>
    /// <param name="words">The language of labels.</param>
    public static ImmutableArray<ArticlePassage> Passages(Article article, ImmutableArray<SaidClaim> said, Wording words)
    {
        var tree = ArticleTree.Of(article);
        var places = Places(article, said).ToList();
        ArticleMarkup.Set(article, tree, places);
        foreach (var heading in tree.Document.Descendants<HeadingBlock>())
        {
            heading.Level = Math.Min(6, heading.Level + 1);
        }

        using var text = new StringWriter(CultureInfo.InvariantCulture) { NewLine = "\n" };
        var renderer = new HtmlRenderer(text);
        var gaps = new List<(int At, ImmutableArray<int> Claims)>();
        renderer.ObjectRenderers.Replace<ParagraphRenderer>(new Paragraph());
        renderer.ObjectRenderers.Replace<Markdig.Renderers.Html.Inlines.LinkInlineRenderer>(new Link());
        renderer.ObjectRenderers.Replace<Markdig.Renderers.Html.Inlines.AutolinkInlineRenderer>(new Autolink());
        renderer.ObjectRenderers.Add(new ScrolledTable());
        renderer.ObjectRenderers.Add(new Mark(said, Numbers(places), words));
        renderer.ObjectRenderers.Add(new Notes(gaps));
        renderer.ObjectRenderers.Add(new NotesAfter(gaps));
        renderer.Render(tree.Document);
        return Split(text.ToString(), gaps);
    }

    /// <summary>The numbers that claims have in an article, from 1 in the order of their words.</summary>
    /// <param name="article">The article.</param>
    /// <param name="said">Its claims, judged or open.</param>
    public static Dictionary<int, int> Numbers(Article article, ImmutableArray<SaidClaim> said) => Numbers(Places(article, said));

    static Dictionary<int, int> Numbers(IEnumerable<ClaimPlace> places) =>
        places.Where(p => p.IsFirst).OrderBy(p => p.Span.Block).ThenBy(p => p.Span.Start).ThenBy(p => p.Span.End).Select((p, i) => (p.Claim, Number: i + 1)).ToDictionary();

    static IEnumerable<ClaimPlace> Places(Article article, ImmutableArray<SaidClaim> said) =>
        said.SelectMany((claim, i) => claim.Spans.Select(s => s.In(article)).OfType<ArticleSpan>()
            .Select((span, n) => new ClaimPlace(i, span, n == 0)));

    /// <summary>The text between the gaps, each with the claims whose notes follow it.</summary>
    static ImmutableArray<ArticlePassage> Split(string text, List<(int At, ImmutableArray<int> Claims)> gaps)
    {
        var passages = ImmutableArray.CreateBuilder<ArticlePassage>();
        var start = 0;
        foreach (var (at, claims) in gaps)
        {
            passages.Add(new ArticlePassage(Article.WithoutControls(text[start..at]), claims));
            start = at;
        }

        passages.Add(new ArticlePassage(Article.WithoutControls(text[start..]), []));
        return passages.ToImmutable();
    }

    /// <summary>Keeps where notes go beside the text, so that no text can be taken for a gap.</summary>
    static void KeepGap(HtmlRenderer renderer, ImmutableArray<int> claims, List<(int At, ImmutableArray<int> Claims)> gaps) =>
        gaps.Add((((StringWriter)renderer.Writer).GetStringBuilder().Length, claims));

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
            var address = obj.IsImage ? null : WebAddress.Of(obj.Url);
            var leads = address is not null;
            renderer.Write(leads ? "<a rel=\"noopener noreferrer\" href=\"" : obj.IsImage ? "<span class=\"image\">" : "");
            if (leads)
            {
                renderer.WriteEscapeUrl(address!);
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

    sealed class Mark(ImmutableArray<SaidClaim> said, Dictionary<int, int> numbers, Wording words) : HtmlObjectRenderer<MarkInline>
    {
        protected override void Write(HtmlRenderer renderer, MarkInline obj)
        {
            foreach (var claim in obj.First)
            {
                renderer.Write($"<span id=\"{ClaimWords.SaidAnchor(said[claim].Id)}\"></span>");
            }

            var verdicts = obj.Claims.Select(c => said[c].Class).Distinct().ToList();
            renderer.Write($"<mark class=\"{(verdicts.Count == 1 ? verdicts[0] : "v-several")}\">");
            renderer.WriteChildren(obj);
            renderer.Write("</mark>");
            foreach (var claim in obj.Last)
            {
                var one = said[claim];
                renderer.Write($"<sup><a class=\"ref {one.Class}\" href=\"#{ClaimWords.NoteAnchor(one.Id)}\" aria-label=\"{words.Say("term.note-2")} {numbers[claim]}: {one.Word(words)}\">{one.Sign}{numbers[claim]}</a></sup>");
            }
        }
    }

    sealed class Notes(List<(int At, ImmutableArray<int> Claims)> gaps) : HtmlObjectRenderer<NotesInline>
    {
        protected override void Write(HtmlRenderer renderer, NotesInline obj) => KeepGap(renderer, obj.Claims, gaps);
    }

    sealed class NotesAfter(List<(int At, ImmutableArray<int> Claims)> gaps) : HtmlObjectRenderer<NotesBlock>
    {
        protected override void Write(HtmlRenderer renderer, NotesBlock obj) => KeepGap(renderer, obj.Claims, gaps);
    }
}
