using System.Collections.Immutable;
using Urna.Judge.Articles;

namespace Urna.Judge.Suggest;

/// <summary>Drafts claims from the sentences of an article, by plain rules. It never judges.</summary>
public static class Suggestions
{
    /// <summary>What an article seems to say of an election.</summary>
    /// <param name="article">The article.</param>
    /// <param name="store">The elections.</param>
    public static DraftSet Of(Article article, ClaimStore store)
    {
        var venues = new Venues(store);
        var drafts = ImmutableArray.CreateBuilder<DraftClaim>();
        var leftOut = ImmutableArray.CreateBuilder<ArticleSentence>();
        foreach (var sentence in article.Sentences)
        {
            var reading = new SentenceReading(sentence.Text, venues);
            var read = reading.Claims().ToList();
            foreach (var claim in read)
            {
                drafts.Add(Draft($"S{drafts.Count + 1}", sentence, claim, article));
            }

            if (read.Count == 0 && reading.HasNumbers)
            {
                leftOut.Add(sentence);
            }
        }

        return new DraftSet(drafts.ToImmutable(), leftOut.ToImmutable());
    }

    static DraftClaim Draft(string id, ArticleSentence sentence, (int Start, int End, ImmutableArray<DraftField> Fields) claim, Article article)
    {
        var words = sentence.Text[claim.Start..claim.End];
        var places = article.Find(words);
        var own = places.Index().FirstOrDefault(p => p.Item.Block == sentence.Block && p.Item.Start == sentence.Start + claim.Start).Index;
        return new DraftClaim(id, sentence.Line, words, places.Length > 1 ? own + 1 : null, claim.Fields);
    }
}
