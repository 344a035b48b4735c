using System.Collections.Immutable;
using Urna.Judge.Articles;
using Urna.Model;

namespace Urna.Judge.Suggest;

/// <summary>Reads an article sentence by sentence, with what was told before in mind.</summary>
sealed class ArticleReading
{
    readonly Article article;
    readonly ClaimStore store;
    readonly ImmutableArray<Venue> venues;
    readonly Chunker chunker;
    ImmutableArray<Item> names = [];
    readonly ImmutableArray<DraftClaim>.Builder drafts = ImmutableArray.CreateBuilder<DraftClaim>();
    readonly ImmutableArray<ArticleSentence>.Builder leftOut = ImmutableArray.CreateBuilder<ArticleSentence>();

    public ArticleReading(Article article, ClaimStore store, ImmutableArray<Venue> venues, Chunker chunker) =>
        (this.article, this.store, this.venues, this.chunker) = (article, store, venues, chunker);

    /// <summary>The drafts, and the sentences with numbers in which no rule found a claim.</summary>
    public DraftSet Drafts()
    {
        var language = Lexicon.Of(Token.Of(string.Join(' ', article.Sentences.Select(s => s.Text).Take(200))), Language.English);
        var (focus, placeBefore, block) = (Focus.None, false, -1);
        Item? about = null;
        var read = new List<(Draft Draft, SentenceText Text, ArticleSentence Sentence, ImmutableArray<Item> Names, int Count)>();
        var nights = new HashSet<string>();
        var (level, unit) = ("", ' ');
        foreach (var sentence in article.Sentences)
        {
            var text = new SentenceText(sentence.Text, chunker, language, block == sentence.Block ? about : null);
            names = block == sentence.Block ? names : [];
            focus = Told.In(text.Cues).IsMixed ? focus : focus.After(text, sentence.Block);
            var drafting = new Drafting(text, venues, focus, sentence.Block, placeBefore && block == sentence.Block, level, block == sentence.Block ? unit : ' ');
            var found = drafting.All().ToList();
            read.AddRange(found.Select(d => (d, text, sentence, names, found.Count)));
            if (text.IsOfTheNight)
            {
                nights.UnionWith(found.SelectMany(d => d.Contest.Venues).Select(v => v.Name));
            }

            if (found.Count == 0 && text.Items.Any(i => i.Quantity is { Kind: not QuantityKind.Bare } or { Kind: QuantityKind.Bare, Amount: not 1 }))
            {
                leftOut.Add(sentence);
            }

            focus = focus.After(text, sentence.Block);
            about = text.About;
            unit = text.Items.Where(i => i.Class is 'S' or 'K' or 'Q').Select(i => i.Class).Distinct().ToList() is [var only] ? only : text.Items.Any(i => i.IsNumber) ? ' ' : unit;
            level = text.Places.Select(Drafting.LevelOf).Concat(text.Items.Select(i => i.Quantity?.Level ?? "")).LastOrDefault(l => l.Length > 0, level);
            names = [.. names, .. text.Names];
            (placeBefore, block) = (text.Places.Any() || text.IsOfAbroad || (placeBefore && block == sentence.Block && !text.Cues.Any()), sentence.Block);
        }

        foreach (var (draft, text, sentence, known, count) in read)
        {
            if (draft.IsWhole)
            {
                SecondLook.Ask(draft, text, known, draft.Contest.Venues.Any(v => nights.Contains(v.Name)), store, venues);
            }

            drafts.Add(Claim(draft, text, sentence, count));
        }

        return new DraftSet(drafts.ToImmutable(), leftOut.ToImmutable());
    }

    DraftClaim Claim(Draft draft, SentenceText text, ArticleSentence sentence, int found)
    {
        var isWhole = found == 1 && draft.First == 0 && draft.Last >= text.Frame.Length - 1;
        var (start, end) = isWhole ? (0, sentence.Text.Length) : text.WordsOf(draft.First, draft.Last);
        var words = sentence.Text[start..end];
        var places = article.Find(words);
        var own = places.Index().FirstOrDefault(p => p.Item.Block == sentence.Block && p.Item.Start == sentence.Start + start).Index;
        return new DraftClaim($"S{drafts.Count + 1}", sentence.Line, words, places.Length > 1 ? own + 1 : null, draft.All(), draft.Reading.Rule);
    }
}
